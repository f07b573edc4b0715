"""``server upgrade``: the team's database at this program's version, while others work."""

from cockpit.app.commands.server.texts import Words
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.server_administration import administration, server_of
from cockpit.data.revisions import own_revisions
from cockpit.data.server.compatibility import OLDEST_PROGRAM
from cockpit.data.server.prepare import prepare


def run(options: Options, paths: Paths) -> int:
    """Bring the database up to date; one program at a time does."""
    with administration(options, paths) as connection:
        prepare(connection)
    Words(options.language)(
        "upgrade_done",
        server=str(server_of(options, paths)),
        revision=own_revisions().head,
        oldest=OLDEST_PROGRAM,
    )
    return 0
