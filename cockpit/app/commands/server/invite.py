"""``server invite``: a login for a person, and the text that is handed to them."""

from cockpit.app.commands.server.inviting import invite_and_tell
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.server_administration import administration
from cockpit.data.server.people import Newcomer


def run(options: Options, paths: Paths) -> int:
    """Invite somebody, or give them another invitation in place of what they have."""
    asked = options.server
    whom = Newcomer(asked.login, asked.person_name, asked.role, asked.team)
    with administration(options, paths) as connection:
        invite_and_tell(connection, whom, options, paths)
    return 0
