"""Web pages that pass for spreadsheets: ERPs call them ``.xls``, and Excel opens them."""

from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from typing import Final

import pyarrow as pa

from cockpit.domain.errors import BadInputError
from cockpit.domain.import_sources import Container, SourceFormat
from cockpit.imports.csv_file import TextFile
from cockpit.imports.grid_table import Grid, GridTable, best_table
from cockpit.imports.table_header import MOST_COLUMNS, HeaderScore

_PIECE = 1 << 16
_MOST_CELLS: Final = 10_000_000
_MOST_UNREAD = 1 << 20
_CELLS = frozenset({"td", "th"})
_BREAKS = frozenset({"br", "p", "div"})


def open_html(text: TextFile, wanted: SourceFormat, score: HeaderScore) -> GridTable:
    """Recognise the table in a web page.

    Args:
        text: The page.
        wanted: What is known about how it is written.
        score: Says how much like a header a row looks.

    Raises:
        BadInputError: There is no table in it, or it is too large.
    """
    parser = _Tables()
    for _, piece in text.pieces(_PIECE):
        parser.feed(piece.decode())
        if parser.cell_count > _MOST_CELLS or len(parser.rawdata) > _MOST_UNREAD:
            raise BadInputError("import_spreadsheet_too_large", file=text.path.name)
    parser.close()
    parser.finish()
    tables = [table for table in parser.tables if table]
    if any(len(rows) * max(map(len, rows)) > _MOST_CELLS for rows in tables):
        raise BadInputError("import_spreadsheet_too_large", file=text.path.name)
    names = [str(number) for number in range(1, 1 + len(tables))]
    if wanted.sheet and wanted.sheet not in names:
        raise BadInputError("import_no_such_sheet", file=text.path.name, sheet=wanted.sheet)
    found = best_table(
        _grids(tables, [wanted.sheet] if wanted.sheet else names),
        names,
        replace(wanted, container=Container.XLS),
        score,
        sha256=text.sha256,
        file_name=text.path.name,
    )
    return replace(found, format=replace(found.format, encoding=text.encoding))


def _grids(tables: list[list[list[str]]], names: list[str]) -> Iterator[Grid]:
    for name in names:
        rows = tables[int(name) - 1]
        width = max(map(len, rows))
        padded = [row + [""] * (width - len(row)) for row in rows]
        columns = tuple(pa.array(cells, pa.string()) for cells in zip(*padded, strict=True))
        yield Grid(name, columns)


class _Tables(HTMLParser):
    """Collects the rows of all tables; a table within a cell is a table of its own."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[list[str]]] = []
        self.cell_count = 0
        self._open: list[_Table] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._open.append(_Table())
            return
        if not self._open and tag == "tr":
            self._open.append(_Table())
        table = self._open[-1] if self._open else None
        if table is None:
            return
        if tag == "tr":
            table.begin_row()
        elif tag in _CELLS:
            said = dict(attrs)
            table.begin_cell(_span(said.get("colspan")), _span(said.get("rowspan")))
            self.cell_count += table.last_span
        elif tag in _BREAKS:
            table.write("\n")

    def handle_endtag(self, tag: str) -> None:
        if not self._open:
            return
        if tag == "table":
            self._close_table()
        elif tag in _CELLS:
            self._open[-1].end_cell()
        elif tag == "tr":
            self._open[-1].end_row()

    def handle_data(self, data: str) -> None:
        if self._open:
            self._open[-1].write(data)

    def finish(self) -> None:
        """Close what the page left open."""
        while self._open:
            self._close_table()

    def _close_table(self) -> None:
        table = self._open.pop()
        table.end_row()
        self.tables.append(table.rows)


class _Table:
    """The rows of one table, cells that reach over several rows or columns as blank ones."""

    def __init__(self) -> None:
        self.rows: list[list[str]] = []
        self.last_span = 1
        self._row: list[str] | None = None
        self._text: list[str] | None = None
        self._below: dict[int, int] = {}

    def begin_row(self) -> None:
        self.end_row()
        self._row = []

    def begin_cell(self, columns: int, rows: int) -> None:
        self.end_cell()
        if self._row is None:
            self._row = []
        self._skip_reached()
        place = len(self._row)
        self.last_span = columns
        if rows > 1:
            self._below.update({place + step: rows for step in range(columns)})
        self._row += [""] * columns
        self._place = place
        self._text = []

    def write(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)

    def end_cell(self) -> None:
        if self._text is not None and self._row is not None:
            self._row[self._place] = "".join(self._text).strip()
        self._text = None

    def end_row(self) -> None:
        self.end_cell()
        if self._row is not None:
            self._skip_reached()
            self.rows.append(self._row)
            self._below = {place: left - 1 for place, left in self._below.items() if left > 1}
        self._row = None

    def _skip_reached(self) -> None:
        """Leave out places that a cell of a row above reaches down to."""
        while self._row is not None and len(self._row) in self._below:
            self._row.append("")


def _span(said: str | None) -> int:
    """Return over how many rows or columns a cell reaches."""
    return max(1, min(int(said), MOST_COLUMNS)) if said and said.isdecimal() else 1
