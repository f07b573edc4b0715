"""``server init``: a database for the team, and the invitation of its first administrator."""

from cockpit.app.commands.server.inviting import invite_and_tell
from cockpit.app.commands.server.texts import Words
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.server_administration import administration, server_of
from cockpit.data.revisions import own_revisions
from cockpit.data.server.people import Newcomer, has_administrator
from cockpit.data.server.prepare import prepare
from cockpit.domain.errors import BadInputError
from cockpit.domain.vocabulary import Role


def run(options: Options, paths: Paths) -> int:
    """Prepare the database; done twice it changes nothing."""
    say, asked = Words(options.language), options.server
    with administration(options, paths, created=lambda: say("init_created")) as connection:
        prepare(connection)
        say("init_done", server=str(server_of(options, paths)), revision=own_revisions().head)
        if asked.login:
            first = Newcomer(asked.login, asked.person_name or asked.login, Role.ADMINISTRATOR)
            invite_and_tell(connection, first, options, paths)
        elif has_administrator(connection):
            say("init_has_administrator")
        else:
            raise BadInputError("server_first_administrator")
    return 0
