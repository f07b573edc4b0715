"""Reports as XLSX: days are days, amounts are numbers, and text is text, whatever it looks like.

A sheet tells what the report is about, each table has one of its own with its head frozen, and the
last one holds the definitions.
"""

import io
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import xlsxwriter

from cockpit.domain.errors import BadInputError
from cockpit.domain.formats import Language
from cockpit.domain.messages import Message
from cockpit.domain.reports import (
    CellKind,
    ReportCell,
    ReportDocument,
    ReportTable,
)
from cockpit.domain.sheet_text import guarded
from cockpit.reports.words import ReportWords
from cockpit.services.ports import OnRow, nobody_counts

#: What a sheet and a cell hold (Microsoft, "Excel specifications and limits").
_MOST_ROWS = 1_048_576
_LONGEST_TEXT = 32_767
_LONGEST_TITLE = 31
_FORBIDDEN = re.compile(r"[][:*?/\\]")
_NARROWEST, _WIDEST = 9, 48
_DEFINITION_WIDTH = 110
_FORMATS: dict[CellKind, str] = {
    CellKind.TEXT: "@",
    CellKind.COUNT: "#,##0",
    CellKind.CENTS: '"R$" #,##0.00',
    CellKind.SHARE: "0.0%",
    CellKind.NUMBER: "#,##0.0",
    CellKind.DAY: "dd/mm/yyyy",
}
_SETTINGS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": True,
}


class XlsxReport:
    """Writes reports as workbooks."""

    def write_report(
        self,
        path: Path,
        document: ReportDocument,
        language: Language,
        on_row: OnRow = nobody_counts,
    ) -> None:
        """Write a report to a new file; see ``ReportWriter``.

        Raises:
            BadInputError: There are more rows than a sheet holds.
            OSError: The file cannot be written.
        """
        for table in document.tables:
            if len(table.rows) + 2 > _MOST_ROWS:
                raise BadInputError("export_too_many_rows", file=path.stem, most=_MOST_ROWS - 2)
        file = io.BytesIO()
        book = xlsxwriter.Workbook(file, _SETTINGS)
        _Workbook(book, ReportWords(language)).fill(document, on_row)
        book.close()
        path.write_bytes(file.getvalue())


class _Workbook:
    """Fills one workbook."""

    def __init__(self, book: Any, words: ReportWords) -> None:
        self._book = book
        self._words = words
        self._names: set[str] = set()
        base = {"font_name": "Calibri", "font_size": 11, "valign": "top"}
        self._plain = {
            kind: book.add_format(base | {"num_format": text}) for kind, text in _FORMATS.items()
        }
        self._total = {
            kind: book.add_format(base | {"num_format": text, "bold": True, "top": 1})
            for kind, text in _FORMATS.items()
        }
        #: Stays text even after somebody has edited the cell.
        self._quoted = book.add_format(base | {"num_format": "@", "quote_prefix": True})
        self._title = book.add_format(base | {"bold": True, "font_size": 16})
        head = {"bold": True, "bottom": 1, "bg_color": "#DCEBE8", "text_wrap": True}
        self._head = book.add_format(base | head)
        self._head_right = book.add_format(base | head | {"align": "right"})
        self._wrapped = book.add_format(base | {"text_wrap": True, "num_format": "@"})

    def fill(self, document: ReportDocument, on_row: OnRow) -> None:
        """Write all sheets."""
        self._summary(document)
        for table in document.tables:
            self._table(table, on_row)
        if document.definitions:
            self._definitions(document)

    def _summary(self, document: ReportDocument) -> None:
        words = self._words
        sheet = self._sheet(words("summary"))
        sheet.set_column(0, 0, 34)
        sheet.set_column(1, 2, 22)
        self._text(sheet, 0, 0, words.say(document.title), self._title)
        lines = [document.company, *words.head(document), words.made(document)]
        row = 0
        for line in filter(None, lines):
            row += 1
            self._text(sheet, row, 0, line)
        if document.figures:
            row += 2
            titles = [words("figure"), words("value_now"), words("value_before")]
            for place, title in enumerate(titles):
                form = self._head_right if place else self._head
                sheet.write_string(row, place, title, form)
            for one in document.figures:
                row += 1
                self._text(sheet, row, 0, words.say(one.title))
                self._cell(sheet, (row, 1), one.kind, one.value, self._plain)
                self._cell(sheet, (row, 2), one.kind, one.before, self._plain)
        row += 1
        for note in document.notes:
            row += 1
            self._text(sheet, row, 0, words.say(note))

    def _table(self, table: ReportTable, on_row: OnRow) -> None:
        words = self._words
        sheet = self._sheet(words.say(table.title))
        widths = []
        for place, column in enumerate(table.columns):
            title = words.say(column.title)
            form = self._head_right if column.kind.is_figure else self._head
            sheet.write_string(0, place, title, form)
            cells = (row[place] for row in (*table.rows, *([table.total] if table.total else [])))
            longest = max((len(words.cell(column.kind, cell)) for cell in cells), default=0)
            widths.append(max(longest + 2, min(len(title) + 2, 16), _NARROWEST))
        for place, width in enumerate(widths):
            sheet.set_column(place, place, min(width, _WIDEST))
        for row, line in enumerate(table.rows, start=1):
            self._row(sheet, row, table, line, self._plain)
            on_row()
        last = len(table.rows)
        if last:
            sheet.autofilter(0, 0, last, len(table.columns) - 1)
        if table.total:
            self._row(sheet, last + 1, table, table.total, self._total)
        sheet.freeze_panes(1, 1 if len(table.columns) > 6 else 0)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)

    def _definitions(self, document: ReportDocument) -> None:
        words = self._words
        sheet = self._sheet(words("definitions"))
        sheet.set_column(0, 0, 34)
        sheet.set_column(1, 1, _DEFINITION_WIDTH)
        sheet.write_string(0, 0, words("figure"), self._head)
        sheet.write_string(0, 1, words("definition"), self._head)
        for row, one in enumerate(document.definitions, start=1):
            title, meaning = words.definition(one)
            self._text(sheet, row, 0, title)
            self._text(sheet, row, 1, meaning, self._wrapped)
        sheet.freeze_panes(1, 0)

    def _row(
        self,
        sheet: Any,
        row: int,
        table: ReportTable,
        cells: Sequence[ReportCell],
        forms: dict[CellKind, Any],
    ) -> None:
        for place, (column, cell) in enumerate(zip(table.columns, cells, strict=True)):
            self._cell(sheet, (row, place), column.kind, cell, forms)

    def _cell(
        self,
        sheet: Any,
        where: tuple[int, int],
        kind: CellKind,
        cell: ReportCell,
        forms: dict[CellKind, Any],
    ) -> None:
        row, place = where
        if cell is None or cell == "":
            sheet.write_blank(row, place, None, forms[kind])
        elif isinstance(cell, (str, Message)):
            text, form = self._words.say(cell), forms[CellKind.TEXT]
            self._text(sheet, row, place, text, form)
        elif isinstance(cell, date):
            sheet.write_datetime(row, place, cell, forms[CellKind.DAY])
        else:
            value = cell / 100 if kind is CellKind.CENTS else cell
            sheet.write_number(row, place, value, forms[kind])

    def _text(self, sheet: Any, row: int, place: int, text: str, form: Any = None) -> None:
        """Write a text as it is; what a sheet would take for a formula is marked as text."""
        if guarded(text) != text:
            form = self._quoted
        sheet.write_string(row, place, text[:_LONGEST_TEXT], form or self._plain[CellKind.TEXT])

    def _sheet(self, title: str) -> Any:
        """Add a sheet by a name that the format allows and no other has."""
        name = _FORBIDDEN.sub(" ", title).strip(" '")[:_LONGEST_TITLE].rstrip(" ,'") or "1"
        number = 1
        while name.lower() in self._names:
            number += 1
            ending = f" {number}"
            name = name[: _LONGEST_TITLE - len(ending)] + ending
        self._names.add(name.lower())
        return self._book.add_worksheet(name)
