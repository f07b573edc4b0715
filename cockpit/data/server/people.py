"""Who may log in at a server: invited, come in, sent away.

Passwords become SCRAM verifiers on this side, so none is in a statement that a server may log.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from cockpit.data.server.roles import act_as_owner
from cockpit.domain.errors import BadInputError
from cockpit.domain.ids import new_id

_OURS = "GI001"
_MAY_ASK = text("SELECT has_function_privilege('public.giro_knows_me()', 'EXECUTE')")
_INVITE = text(
    "SELECT public.giro_invite(:person, :login, :name, :role, :team_key, :team, :verifier, :until)"
)
_KEY = text("SELECT id FROM public.users WHERE database_role = :login")
_ADMINISTRATORS = text(
    "SELECT count(*) FROM public.users WHERE role = 'administrator' AND database_role IS NOT NULL"
    " AND login = ANY(SELECT rolname FROM pg_roles WHERE rolcanlogin)"
)


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Whom an administrator invites.

    Attributes:
        login: Their login on the server.
        name: Their name; empty keeps the one that they have here.
        role: What they may do; empty keeps it.
        team: Their team's name, made where there is none; empty keeps it.
    """

    login: str
    name: str = ""
    role: str = ""
    team: str = ""


def invite(connection: Connection, whom: Newcomer, code: str, until: datetime) -> None:
    """Let somebody in with a code that is good for choosing a password; end what they had open.

    Raises:
        BadInputError: The login cannot be given, or the person is new and lacks a name or a role.
    """
    values = {
        "person": new_id(), "login": whom.login, "name": whom.name, "role": whom.role,
        "team_key": new_id(), "team": whom.team, "until": until,
        "verifier": verifier_of(connection, whom.login, code),
    }  # fmt: skip
    with _told(), connection.begin():
        act_as_owner(connection)
        connection.execute(_INVITE, values)
    _end_sessions(connection, whom.login)


def accept(connection: Connection, password: str) -> None:
    """Put a password in place of the invitation's code.

    Raises:
        BadInputError: The login has no open invitation.
    """
    login = connection.execute(text("SELECT session_user")).scalar_one()
    values = {"verifier": verifier_of(connection, login, password)}
    connection.rollback()
    with _told(), connection.begin():
        connection.execute(text("SELECT public.giro_accept(:verifier)"), values)


def revoke(connection: Connection, login: str) -> None:
    """Close somebody's access, end what they have open and let go of whom they called.

    Raises:
        BadInputError: It is nobody's login of this database, or one's own.
    """
    with _told(), connection.begin():
        act_as_owner(connection)
        connection.execute(text("SELECT public.giro_revoke(:login)"), {"login": login})
    _end_sessions(connection, login)


def has_administrator(connection: Connection) -> bool:
    """Return whether anybody could administrate this database."""
    with connection.begin():
        act_as_owner(connection)
        return bool(connection.execute(_ADMINISTRATORS).scalar_one())


def is_somebody(connection: Connection) -> bool:
    """Return whether the connection's login is a person of this database."""
    with connection.begin():
        # The login that prepared the database may not even ask.
        if not connection.execute(_MAY_ASK).scalar():
            return False
        return bool(connection.execute(text("SELECT public.giro_knows_me()")).scalar())


def key_of(connection: Connection, login: str) -> UUID | None:
    """Return whose login this is in this database; None where it is nobody's."""
    with connection.begin():
        act_as_owner(connection)
        found: UUID | None = connection.execute(_KEY, {"login": login}).scalar()
        return found


def verifier_of(connection: Connection, login: str, password: str) -> str:
    """Return what a server stores of a password: enough to check it, not to use it."""
    encrypt = _driver(connection).pgconn.encrypt_password
    made: bytes = encrypt(password.encode(), login.encode(), b"scram-sha-256")
    return made.decode()


def _end_sessions(connection: Connection, login: str) -> None:
    """End what somebody has open, when it is stored that they may not come back."""
    with _told(), connection.begin():
        act_as_owner(connection)
        connection.execute(text("SELECT public.giro_end_sessions(:login)"), {"login": login})


@contextmanager
def _told() -> Iterator[None]:
    """Say what the gatekeeper refuses in our own words."""
    try:
        yield
    except DBAPIError as error:
        cause: Any = error.orig
        if getattr(cause, "sqlstate", None) != _OURS:
            raise
        raise BadInputError(f"server_{cause.diag.message_primary}") from None


def _driver(connection: Connection) -> Any:
    return connection.connection.driver_connection
