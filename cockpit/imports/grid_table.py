"""A table that is in memory as columns of text: a sheet, or a table of a web page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice

import numpy as np
import pyarrow as pa

from cockpit.domain.errors import BadInputError
from cockpit.domain.import_sources import SourceFormat
from cockpit.imports.blocks import Block, PlainRows
from cockpit.imports.rows import Row
from cockpit.imports.table_header import (
    HEADER_LINES,
    DataRows,
    HeaderRow,
    HeaderScore,
    find_header,
    score_of,
)

_BLOCK_ROWS = 65_536


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows and columns of text.

    Attributes:
        name: The sheet's.
        columns: All of one length, without nulls.
    """

    name: str
    columns: tuple[pa.StringArray, ...]

    @property
    def height(self) -> int:
        """Return the number of rows."""
        return len(self.columns[0]) if self.columns else 0

    def row(self, index: int) -> list[str]:
        """Return a row's cells."""
        return [column[index].as_py() for column in self.columns]


@dataclass(frozen=True, slots=True)
class GridTable:
    """A grid whose header is known; positions are rows.

    Attributes:
        format: How it is written.
        header: The columns' names.
        sheets: Names of all grids of the file.
        sha256: Hash of the file's bytes.
        columns: The cells below the header.
    """

    format: SourceFormat
    header: tuple[str, ...]
    sheets: tuple[str, ...]
    sha256: str
    columns: tuple[pa.StringArray, ...]

    @property
    def size(self) -> int:
        """Return the number of rows below the header."""
        return len(self.columns[0])

    def sample(self, count: int) -> list[Row]:
        """Return the first rows below the header."""
        rows = chain.from_iterable(map(_rows, self.blocks()))
        return list(islice(rows, count))

    def blocks(self) -> Iterator[Block]:
        """Yield all rows below the header."""
        data = DataRows(self.header)
        first = 1 + (self.format.header_line or 0)
        for start in range(0, self.size, _BLOCK_ROWS):
            cells = tuple(column.slice(start, _BLOCK_ROWS) for column in self.columns)
            numbers = np.arange(len(cells[0]), dtype=np.int64) + (first + start)
            rows = data.plain(PlainRows(pa.array(numbers), cells))
            if rows:
                yield Block(start + len(numbers), rows, ())


def _rows(block: Block) -> Iterator[Row]:
    if block.plain:
        for index, line in enumerate(block.plain.line.to_pylist()):
            yield Row(line, [column[index].as_py() for column in block.plain.cells])


def best_table(
    grids: Iterator[Grid],
    sheets: Sequence[str],
    wanted: SourceFormat,
    score: HeaderScore,
    *,
    sha256: str,
    file_name: str,
) -> GridTable:
    """Return the table with the most rows among those that have a header.

    Where none has, the one with the most rows is taken.

    Args:
        grids: The grids that come into question, one at a time.
        sheets: Names of all grids of the file.
        wanted: What is known about how it is written; its container is.
        score: Says how much like a header a row looks.
        sha256: Hash of the file's bytes.
        file_name: For the sentence to the user.

    Raises:
        BadInputError: All grids are empty, or too wide, or lack the wanted line.
    """
    best: tuple[bool, int, Grid, HeaderRow] | None = None
    problem = BadInputError("import_empty", file=file_name)
    for grid in grids:
        try:
            header = find_header(_candidates(grid, wanted, file_name), score, file_name)
        except BadInputError as error:
            problem = error
            continue
        has_header = score_of(header, score) > 0
        if best is None or (has_header, grid.height) > best[:2]:
            best = (has_header, grid.height, grid, header)
    if best is None:
        raise problem
    return _below(best[2], best[3].row, sheets, wanted, sha256)


def _candidates(grid: Grid, wanted: SourceFormat, file_name: str) -> list[HeaderRow]:
    numbers = [wanted.header_line] if wanted.header_line is not None else range(1, HEADER_LINES + 1)
    if wanted.header_line is not None and not 1 <= wanted.header_line <= grid.height:
        raise BadInputError("import_no_such_line", file=file_name, line=wanted.header_line)
    return [
        HeaderRow(Row(number, grid.row(number - 1))) for number in numbers if number <= grid.height
    ]


def _below(
    grid: Grid, header: Row, sheets: Sequence[str], wanted: SourceFormat, sha256: str
) -> GridTable:
    """Return the table below a header, without columns at the right that hold nothing."""
    columns = [column.slice(header.line) for column in grid.columns]
    names = list(header.cells)
    while len(columns) > 1 and not names[-1].strip() and not _holds_anything(columns[-1]):
        del columns[-1], names[-1]
    found = replace(wanted, encoding="", delimiter="", sheet=grid.name, header_line=header.line)
    return GridTable(found, tuple(names), tuple(sheets), sha256, tuple(columns))


def _holds_anything(column: pa.StringArray) -> bool:
    return any(cell and cell.strip() for cell in column.unique().to_pylist())
