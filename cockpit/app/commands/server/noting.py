"""Writes into the trail whom an administrator let in or sent away."""

from dataclasses import replace
from uuid import UUID

from sqlalchemy import Connection

from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.wiring import open_session
from cockpit.data.server.people import is_somebody, key_of
from cockpit.domain.audit import AuditAction


def note_person(
    connection: Connection,
    action: AuditAction,
    login: str,
    options: Options,
    paths: Paths,
    *,
    role: str = "",
) -> None:
    """Write down what was done, by whoever is somebody in this database.

    The owner of the server's database is nobody in it: the server's own log tells of them.
    """
    person = key_of(connection, login)
    if person is not None:
        detail = {"role": role} if role else {}
        note_deed(connection, action, ("users", person), options, paths, **detail)


def note_deed(
    connection: Connection,
    action: AuditAction,
    about: tuple[str, UUID],
    options: Options,
    paths: Paths,
    **detail: str | int,
) -> None:
    """Write down what was done at the server itself, likewise.

    Args:
        connection: The administrator's.
        action: What was done.
        about: Table and key of what it was done to.
        options: Which server.
        paths: Where the user's files are.
        detail: Codes and counts.
    """
    if not is_somebody(connection):
        return
    known = replace(options, password=connection.engine.url.password)
    with open_session(known, paths) as session:
        session.audit.note_deed(action, *about, detail)
