"""``export``: the company's own data into files that ``import`` takes back."""

import sys

import resources
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.terminal import one_line
from cockpit.app.wiring import open_session
from cockpit.services.exporting import ExportedTable
from cockpit.services.ports import TableWriter


def run(options: Options, paths: Paths) -> int:
    """Write the chosen tables and say what each file holds."""
    chosen = options.exporting

    def report(table: ExportedTable) -> None:
        sentence = resources.text(
            "cli.exported", options.language, file=str(table.path), count=table.count
        )
        sys.stdout.write(one_line(sentence) + "\n")
        sys.stdout.flush()

    with open_session(options, paths) as session:
        session.exporting.run(
            chosen.export_folder,
            _writer(chosen.export_format),
            kinds=chosen.export_kinds,
            is_replacing=chosen.is_replacing,
            is_keeping_closed=chosen.is_keeping_closed,
            report=report,
        )
    return 0


def _writer(name: str) -> TableWriter:
    """Return who writes such files; the code of the others is not read."""
    if name == "xlsx":
        from cockpit.imports.xlsx_export import XlsxTableWriter  # noqa: PLC0415 - see above

        return XlsxTableWriter()
    from cockpit.imports.csv_export import CsvTableWriter  # noqa: PLC0415 - see above

    return CsvTableWriter()
