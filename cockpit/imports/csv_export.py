"""Tables as CSV in the canonical format: semicolons, decimal commas, dd/mm/yyyy, UTF-8 with BOM."""

import csv
import os
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from pathlib import Path

from cockpit.domain.export_columns import CellKind, ExportCell, SheetColumn, cell_kinds
from cockpit.domain.import_columns import CANONICAL_COLUMNS
from cockpit.domain.sheet_text import guarded
from cockpit.domain.vocabulary import ImportKind


class CsvTableWriter:
    """Writes one table into a CSV file."""

    suffix = ".csv"

    def write(self, path: Path, kind: ImportKind, rows: Iterable[tuple[ExportCell, ...]]) -> int:
        """Write a table with its header to a new file, and return how many rows it has."""
        columns = map(SheetColumn, CANONICAL_COLUMNS[kind], cell_kinds(kind))
        return self.write_sheet(path, kind.value, tuple(columns), rows)

    def write_sheet(
        self,
        path: Path,
        title: str,
        columns: Sequence[SheetColumn],
        rows: Iterable[tuple[ExportCell, ...]],
    ) -> int:
        """Write any list with its header to a new file, and return how many rows it has."""
        texts = [_TEXTS[column.kind] for column in columns]
        count = 0
        with path.open("w", encoding="utf-8-sig", errors="replace", newline="") as file:
            writer = csv.writer(file, delimiter=";")
            writer.writerow([guarded(column.header) for column in columns])
            for row in rows:
                writer.writerow(
                    ["" if cell is None else text(cell)
                     for text, cell in zip(texts, row, strict=True)]
                )  # fmt: skip
                count += 1
            file.flush()
            os.fsync(file.fileno())
        return count


def _text(cell: ExportCell) -> str:
    return guarded(str(cell))


def _cents(cell: ExportCell) -> str:
    whole, rest = divmod(abs(_number(cell)), 100)
    return f"{'-' if _number(cell) < 0 else ''}{whole},{rest:02d}"


def _milli(cell: ExportCell) -> str:
    """Return a quantity; four decimals, since with three a point or comma could mean thousands."""
    whole, rest = divmod(abs(_number(cell)), 1000)
    sign = "-" if _number(cell) < 0 else ""
    return f"{sign}{whole}" if not rest else f"{sign}{whole},{rest:03d}0"


def _reais(cell: ExportCell) -> str:
    """Return a price; never with three decimals, see ``_milli``."""
    whole, _, places = f"{cell:f}".partition(".")
    places = places.rstrip("0").ljust(2, "0")
    return f"{whole},{places}0" if len(places) == 3 else f"{whole},{places}"


def _day(cell: ExportCell) -> str:
    return f"{cell.day:02d}/{cell.month:02d}/{cell.year:04d}" if isinstance(cell, date) else ""


def _moment(cell: ExportCell) -> str:
    return f"{_day(cell)} {cell:%H:%M:%S}" if isinstance(cell, datetime) else ""


def _yes_no(cell: ExportCell) -> str:
    return "sim" if cell else "nao"


def _number(cell: ExportCell) -> int:
    if not isinstance(cell, int):
        raise TypeError(f"a number was expected, not {type(cell).__name__}")
    return cell


_TEXTS: dict[CellKind, Callable[[ExportCell], str]] = {
    CellKind.TEXT: _text,
    CellKind.CENTS: _cents,
    CellKind.MILLI: _milli,
    CellKind.REAIS: _reais,
    CellKind.DAY: _day,
    CellKind.MOMENT: _moment,
    CellKind.YES_NO: _yes_no,
}
