"""``import``: the company's own files into the database."""

import sys

from cockpit.app.import_report import report_lines
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.session import open_session

EXIT_SOME_FLAGGED = 3
EXIT_NOTHING_TAKEN = 2


def run(options: Options, paths: Paths) -> int:
    """Import the files and print what became of each line."""
    with open_session(options, paths) as session:
        summaries = session.importing.run(options.files)
    for summary in summaries:
        for line in report_lines(summary, options.language):
            sys.stdout.write(line + "\n")
    if not sum(one.total - one.rejected for one in summaries):
        return EXIT_NOTHING_TAKEN
    return EXIT_SOME_FLAGGED if any(one.flagged + one.rejected for one in summaries) else 0
