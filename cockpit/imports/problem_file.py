"""The lines that could not be taken as they are, in their file's form with the reasons beside.

The name's ending says whether it is text or a workbook; another ending leaves that to the source.
Text has the source's own encoding and delimiter. Whatever a program would take for a formula is
written as text, and read back as what it was.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from cockpit.domain.errors import BadInputError
from cockpit.domain.import_columns import REASON_COLUMN
from cockpit.domain.import_results import ImportSource
from cockpit.domain.import_sources import Container, SourceFormat
from cockpit.domain.sheet_text import guarded, unguarded

_DELIMITER = ";"
_ENCODING = "utf-8-sig"
_WORKBOOKS = frozenset({Container.XLSX, Container.XLS, Container.ODS})
_WORKBOOK, _TEXTS = ".xlsx", frozenset({".csv", ".txt"})
#: What Excel allows in a sheet's name, and how long it may be.
_ODD_IN_NAMES = re.compile(r"[\[\]:*?/\\]|^'|'$")
_LONGEST_NAME = 31
_WORKBOOK_SETTINGS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}

ProblemRows = Iterable[tuple[tuple[str, ...], str]]


def check_problem_file(path: Path) -> None:
    """See that a file's ending says how to write it.

    Raises:
        BadInputError: It is neither CSV nor XLSX.
    """
    if path.suffix.lower() not in {_WORKBOOK, *_TEXTS}:
        raise BadInputError("problem_file_ending", file=str(path))


class ProblemFile:
    """Writes files of problem lines."""

    def write(self, path: Path, source: ImportSource, rows: ProblemRows) -> int:
        """Write lines as their file has them, and return how many.

        A file that is there already is never overwritten.

        Args:
            path: The new file; a known ending decides between text and workbook.
            source: The file they come from, with its columns and how it is written.
            rows: The cells of each line, and why it is here in words.

        Raises:
            BadInputError: There is such a file, or it cannot be written.
        """
        if path.exists():
            raise BadInputError("problem_file_exists", file=str(path))
        draft = path.with_name(f".{path.name}.part")
        lines = _lines(source.headers, rows)
        try:
            if _is_workbook(path, source.format):
                count = _write_workbook(draft, source.format, lines)
            else:
                count = _write_text(draft, source.format, lines)
            draft.rename(path)
        except OSError as error:
            draft.unlink(missing_ok=True)
            raise BadInputError("problem_file_not_written", file=str(path)) from error
        return count - 1  # the header


def _is_workbook(path: Path, source: SourceFormat) -> bool:
    ending = path.suffix.lower()
    return ending == _WORKBOOK or (ending not in _TEXTS and source.container in _WORKBOOKS)


def _lines(headers: Sequence[str], rows: ProblemRows) -> Iterator[list[str]]:
    """Yield the header and the rows; the reason stands in the same column of all of them."""
    yield [*(guarded(unguarded(one)) for one in headers), REASON_COLUMN]
    for cells, reason in rows:
        blank = [""] * (len(headers) - len(cells))
        # A row with too many cells keeps them; its reason stands behind them.
        yield [*(guarded(unguarded(one)) for one in cells), *blank, guarded(reason)]


def _write_text(path: Path, source: SourceFormat, lines: Iterable[list[str]]) -> int:
    encoding = source.encoding or _ENCODING
    count = 0
    # A reason's typographic characters may be none of the file's encoding.
    with path.open("w", encoding=encoding, errors="replace", newline="") as file:
        writer = csv.writer(file, delimiter=source.delimiter or _DELIMITER, lineterminator="\r\n")
        for line in lines:
            writer.writerow(line)
            count += 1
    return count


def _write_workbook(path: Path, source: SourceFormat, lines: Iterable[list[str]]) -> int:
    import xlsxwriter  # noqa: PLC0415 - rarely needed

    count = 0
    with path.open("wb") as file, xlsxwriter.Workbook(file, _WORKBOOK_SETTINGS) as book:
        sheet = book.add_worksheet(_ODD_IN_NAMES.sub(" ", source.sheet)[:_LONGEST_NAME] or None)
        for line in lines:
            for column, cell in enumerate(line):
                sheet.write_string(count, column, cell)
            count += 1
    return count
