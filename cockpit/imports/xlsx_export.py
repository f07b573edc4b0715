"""Tables as XLSX: amounts are numbers, days are days, and text is text, whatever it looks like."""

import contextlib
import io
import os
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import xlsxwriter

from cockpit.domain.errors import BadInputError
from cockpit.domain.export_columns import CellKind, ExportCell, SheetColumn, cell_kinds
from cockpit.domain.import_columns import CANONICAL_COLUMNS
from cockpit.domain.sheet_text import guarded
from cockpit.domain.vocabulary import ImportKind

#: What a sheet and a cell hold (Microsoft, "Excel specifications and limits").
MOST_ROWS = 1_048_576
_LONGEST_TEXT = 32_767
_LONGEST_TITLE = 31
_FORBIDDEN = re.compile(r"[][:*?/\\]")
_FORMATS: Mapping[CellKind, str] = {
    CellKind.CENTS: "0.00",
    CellKind.MILLI: "0.###",
    CellKind.REAIS: "0.00####",
    CellKind.DAY: "dd/mm/yyyy",
    CellKind.MOMENT: "dd/mm/yyyy hh:mm:ss",
}
_DIVISORS: Mapping[CellKind, int] = {
    CellKind.CENTS: 100,
    CellKind.MILLI: 1000,
    CellKind.REAIS: 1,
}


class XlsxTableWriter:
    """Writes one table into a workbook of one sheet, row by row."""

    suffix = ".xlsx"

    def write(self, path: Path, kind: ImportKind, rows: Iterable[tuple[ExportCell, ...]]) -> int:
        """Write a table with its header to a new file, and return how many rows it has.

        Raises:
            BadInputError: There are more rows than a sheet holds.
            OSError: The file cannot be written.
        """
        columns = map(SheetColumn, CANONICAL_COLUMNS[kind], cell_kinds(kind))
        return self.write_sheet(path, kind.value, tuple(columns), rows)

    def write_sheet(
        self,
        path: Path,
        title: str,
        columns: Sequence[SheetColumn],
        rows: Iterable[tuple[ExportCell, ...]],
    ) -> int:
        """Write any list with its header to a new file, and return how many rows it has.

        Raises:
            BadInputError: There are more rows than a sheet holds.
            OSError: The file cannot be written.
        """
        with (
            TemporaryDirectory(prefix=".giro-", dir=path.parent) as folder,
            _PatientFile(path, "wb") as disk,
            io.BufferedWriter(disk) as file,
        ):
            settings = {
                "constant_memory": True,
                "tmpdir": folder,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
            }
            book = xlsxwriter.Workbook(file, settings)
            try:
                sheet = book.add_worksheet(_title(title))
                count = _fill(book, sheet, path, columns, rows)
            except BaseException:
                # The library has files open until it is closed.
                with contextlib.suppress(Exception):
                    book.close()
                _let_go(book)
                raise
            failure = _closed(book)
            _let_go(book)
            file.flush()
            failure = failure or disk.error
            if failure is not None:
                raise failure
            os.fsync(disk.fileno())
        return count


def _closed(book: Any) -> OSError | None:
    """Put the file together, and return what went wrong.

    The error itself would keep the library's archive alive until the file below it is closed.
    """
    try:
        book.close()
    except (OSError, xlsxwriter.exceptions.FileCreateError) as error:
        return _retold(error)
    return None


def _let_go(book: Any) -> None:
    """Close the rows' temporary file, which the library leaves open where the disk is full."""
    for sheet in book.worksheets():
        with contextlib.suppress(OSError):  # what is not on the disk yet has no room there
            sheet.row_data_fh.close()


def _retold(error: BaseException) -> OSError:
    cause = error if isinstance(error, OSError) else error.__context__
    return OSError(getattr(cause, "errno", None), str(cause))


class _PatientFile(io.FileIO):
    """A file that tells of a full disk only when it is asked.

    The library's archive would try again while it is thrown away, and print what went wrong.

    Attributes:
        error: The first thing that went wrong; what came afterwards is not written.
    """

    error: OSError | None = None

    def write(self, data: Any, /) -> int:
        """Write everything, or note why that failed."""
        rest = memoryview(data)
        try:
            while rest and self.error is None:
                rest = rest[super().write(rest) or 0 :]
        except OSError as error:
            self.error = error
        return len(data)


def _title(title: str) -> str:
    """Return a sheet's name as the format allows it."""
    return _FORBIDDEN.sub(" ", title).strip(" '")[:_LONGEST_TITLE] or "1"


def _fill(
    book: Any,
    sheet: Any,
    path: Path,
    columns: Sequence[SheetColumn],
    rows: Iterable[tuple[ExportCell, ...]],
) -> int:
    """Write header and rows, and return how many rows there are."""
    sheet.write_row(0, 0, [column.header for column in columns])
    kinds = [column.kind for column in columns]
    formats = {one: book.add_format({"num_format": text}) for one, text in _FORMATS.items()}
    count = 0
    for row in rows:
        count += 1
        if count >= MOST_ROWS:
            raise BadInputError("export_too_many_rows", file=path.stem, most=MOST_ROWS - 1)
        for column, (cell_kind, cell) in enumerate(zip(kinds, row, strict=True)):
            if cell is None or cell == "":
                continue
            if isinstance(cell, date):
                sheet.write_datetime(count, column, cell, formats[cell_kind])
            elif cell_kind in _DIVISORS and isinstance(cell, (int, Decimal)):
                number = float(cell / _DIVISORS[cell_kind])
                sheet.write_number(count, column, number, formats[cell_kind])
            else:
                sheet.write_string(count, column, _text(cell_kind, cell))
    return count


def _text(kind: CellKind, cell: ExportCell) -> str:
    if kind is CellKind.YES_NO:
        return "sim" if cell else "nao"
    return guarded(str(cell))[:_LONGEST_TEXT]
