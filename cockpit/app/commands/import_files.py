"""``import``: the company's own files into the database."""

import sys

import resources
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.session import open_session
from cockpit.services.importing import summary_messages

EXIT_SOME_FLAGGED = 3
EXIT_NOTHING_TAKEN = 2


def run(options: Options, paths: Paths) -> int:
    """Import the files and print what became of each line."""
    with open_session(options, paths) as session:
        summaries = session.importing.run(options.files)
    for summary in summaries:
        for message in summary_messages(summary):
            sys.stdout.write(resources.text(message, options.language) + "\n")
    taken = sum(one.total - one.rejected for one in summaries)
    if not taken:
        return EXIT_NOTHING_TAKEN
    return EXIT_SOME_FLAGGED if any(one.flagged + one.rejected for one in summaries) else 0
