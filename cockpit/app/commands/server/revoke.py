"""``server revoke``: somebody is out, now."""

from cockpit.app.commands.server.noting import note_person
from cockpit.app.commands.server.texts import Words
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.server_administration import administration
from cockpit.data.server.people import revoke
from cockpit.domain.audit import AuditAction


def run(options: Options, paths: Paths) -> int:
    """Close a person's access."""
    login = options.server.login
    with administration(options, paths) as connection:
        revoke(connection, login)
        note_person(connection, AuditAction.PERSON_REVOKED, login, options, paths)
    Words(options.language)("revoke_done", login=login)
    return 0
