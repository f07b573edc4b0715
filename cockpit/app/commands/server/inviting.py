"""Inviting somebody and printing what they need, for ``init`` and ``invite``."""

from sqlalchemy import Connection

from cockpit.app.commands.server.noting import note_person
from cockpit.app.commands.server.texts import Words
from cockpit.app.invitations import SETTINGS, VALIDITY, Invitation, new_code
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.server_administration import server_of
from cockpit.data.server.people import Newcomer, invite
from cockpit.data.server_tls import is_local
from cockpit.data.url import PostgresqlServer, parse_address, parse_place
from cockpit.domain.audit import AuditAction
from cockpit.domain.clock import SystemClock


def invite_and_tell(connection: Connection, whom: Newcomer, options: Options, paths: Paths) -> None:
    """Invite somebody and print the invitation."""
    say, code = Words(options.language), new_code()
    until = SystemClock().now() + VALIDITY
    server_of(options, paths)
    invitation = Invitation(_theirs(whom.login, options), code, options.is_insecure)
    invite(connection, whom, code, until)
    note_person(connection, AuditAction.PERSON_INVITED, whom.login, options, paths, role=whom.role)
    say("invite_title", name=whom.name or whom.login)
    say("invite_facts", server=str(invitation.server), login=whom.login, code=code, until=until)
    say("invite_how")
    say.plain(invitation.to_line())
    say("invite_care")
    if is_local(invitation.server.url):
        say("invite_local", host=invitation.server.url.host or "socket")


def _theirs(login: str, options: Options) -> PostgresqlServer:
    """Return the address as it was written, for another login and as others reach it."""
    written = parse_address(options.database or "")
    if not isinstance(written, PostgresqlServer):  # pragma: no cover - looked at before
        raise AssertionError
    url = written.url.set(username=login)
    url = url.difference_update_query(url.query.keys() - SETTINGS)
    if options.server.public_host:
        host, port = parse_place(options.server.public_host)
        url = url.difference_update_query(["host", "hostaddr", "port"])
        url = url.set(host=host, port=port or url.port)
    return PostgresqlServer(url)
