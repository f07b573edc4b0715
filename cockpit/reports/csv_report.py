"""Reports as CSV: semicolons, decimal commas, dd/mm/yyyy, UTF-8 with BOM, and no formulas.

One file holds all tables, each under its title, a blank line between them. Figures are bare
numbers, so that a sheet can go on counting with them; shares are in percent.
"""

import csv
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from cockpit.domain.formats import Language
from cockpit.domain.reports import CellKind, ReportCell, ReportDocument, ReportTable
from cockpit.domain.sheet_text import guarded
from cockpit.reports.words import ReportWords
from cockpit.services.ports import OnRow, nobody_counts

_PLACES = {CellKind.SHARE: 2, CellKind.NUMBER: 1}


class CsvReport:
    """Writes reports as CSV."""

    def write_report(
        self,
        path: Path,
        document: ReportDocument,
        language: Language,
        on_row: OnRow = nobody_counts,
    ) -> None:
        """Write a report to a new file; see ``ReportWriter``."""
        words = ReportWords(language)
        with path.open("w", encoding="utf-8-sig", errors="replace", newline="") as file:
            csv.writer(file, delimiter=";").writerows(rows_of(document, words, on_row))
            file.flush()
            os.fsync(file.fileno())


def rows_of(
    document: ReportDocument, words: ReportWords, on_row: OnRow = nobody_counts
) -> Iterator[list[str]]:
    """Yield a report's lines as cells."""
    tables = document.tables
    for place, table in enumerate(tables):
        if len(tables) > 1:
            if place:
                yield []
            yield [words.say(table.title)]
        yield from _table(table, words, on_row)


def _table(table: ReportTable, words: ReportWords, on_row: OnRow) -> Iterator[list[str]]:
    def cells(row: Sequence[ReportCell]) -> list[str]:
        return [
            _cell(column.kind, cell, words) for column, cell in zip(table.columns, row, strict=True)
        ]

    yield [guarded(words.say(column.title)) for column in table.columns]
    for row in table.rows:
        yield cells(row)
        on_row()
    if table.total:
        yield cells(table.total)


def _cell(kind: CellKind, cell: ReportCell, words: ReportWords) -> str:
    if cell is None or not isinstance(cell, (int, float)):
        return guarded(words.cell(kind, cell))
    if kind is CellKind.CENTS:
        whole, rest = divmod(abs(round(cell)), 100)
        return f"{'-' if cell < 0 else ''}{whole},{rest:02d}"
    if kind in _PLACES:
        value = 100 * cell if kind is CellKind.SHARE else cell
        return f"{value:.{_PLACES[kind]}f}".replace(".", ",")
    return str(cell)
