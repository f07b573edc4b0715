"""A table in a text file: plain lines by columns, all others one by one.

The rows are exactly those that ``rows.split_rows`` finds below the header. Memory stays bounded:
the file is read in pieces.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

import numpy as np
import pyarrow as pa

from cockpit.domain.import_sources import SourceFormat
from cockpit.imports.blocks import Block, PlainRows
from cockpit.imports.csv_file import TextFile
from cockpit.imports.plain_lines import Lines, index_lines, parse_all, parse_plain
from cockpit.imports.rows import Row, next_row, split_rows
from cockpit.imports.table_header import DataRows

_PIECE = 4 << 20
_LINE_END = re.compile(rb"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class CsvTable:
    """A text file whose header is known.

    Attributes:
        text: The file.
        format: How it is written.
        header: The columns' names.
        first_line: Number of the first line below the header.
        piece: How many bytes are read at once.
    """

    text: TextFile
    format: SourceFormat
    header: tuple[str, ...]
    first_line: int
    piece: int = _PIECE
    sheets: tuple[str, ...] = field(default=(), init=False)

    @property
    def sha256(self) -> str:
        """Return the hash of the file's bytes."""
        return self.text.sha256

    @property
    def size(self) -> int:
        """Return the file's bytes."""
        return self.text.size

    def sample(self, count: int) -> list[Row]:
        """Return the first rows below the header.

        Raises:
            BadInputError: The file cannot be read any more.
        """
        lines = islice(self.text.lines(), self.first_line - 1, None)
        rows = split_rows(lines, self.format.delimiter, len(self.header), self.first_line)
        data = DataRows(self.header)
        return list(islice((row for row in rows if data.holds_data(row.cells)), count))

    def blocks(self) -> Iterator[Block]:
        """Yield all rows below the header.

        Raises:
            BadInputError: The file cannot be read any more.
        """
        return _Splitter(self).blocks()


class _Splitter:
    """One pass over the file."""

    def __init__(self, table: CsvTable) -> None:
        self._table = table
        self._delimiter = table.format.delimiter
        self._width = len(table.header)
        self._data = DataRows(table.header)
        self._line = 1

    def blocks(self) -> Iterator[Block]:
        """Yield the table's blocks; what is left of one that ends within a row goes to the next."""
        rest = b""
        for position, piece in self._table.text.pieces(self._table.piece):
            text = rest + piece
            cut = _last_line_end(text)
            used, block = self._block(text[:cut], position, is_last=False)
            rest = text[used:]
            if block:
                yield block
        _, block = self._block(rest, self._table.size, is_last=True)
        if block:
            yield block

    def _block(self, text: bytes, position: int, *, is_last: bool) -> tuple[int, Block | None]:
        """Return how many bytes of whole rows there are, and the rows."""
        start = self._skip(text) if self._line < self._table.first_line else 0
        body = text[start:] if start else text
        if not body:
            return start, None
        columns = parse_all(body, self._delimiter, self._width)
        if columns is not None:
            used = len(body)
            plain = self._plain(columns, np.arange(len(columns[0])) + self._line)
            self._line += len(columns[0])
            rows: list[Row] = []
        else:
            used, plain, rows = self._split(body, is_last=is_last)
        block = Block(position, plain, rows) if plain or rows else None
        return start + used, block

    def _skip(self, text: bytes) -> int:
        """Return where the text goes on behind the header and what stands above it."""
        end = 0
        for found in islice(_LINE_END.finditer(text), self._table.first_line - self._line):
            end = found.end()
            self._line += 1
        return end if self._line == self._table.first_line else len(text)

    def _split(self, text: bytes, *, is_last: bool) -> tuple[int, PlainRows | None, list[Row]]:
        """Read the lines that are not plain one by one, and the others by columns."""
        lines = index_lines(text, self._delimiter, self._width)
        chosen = lines.is_plain.copy()
        rows: list[Row] = []
        count = len(chosen)
        free = 0
        for index in np.flatnonzero(~lines.is_plain).tolist():
            if index < free:
                continue
            ahead = _Ahead(lines, index + 1)
            row, taken = next_row(
                self._line + index, lines.line(index), ahead, self._delimiter, self._width
            )
            if ahead.ran_out and not is_last:
                count = index
                break
            free = index + taken
            chosen[index:free] = False
            if self._data.holds_data(row.cells):
                rows.append(row)
        chosen[count:] = False
        numbers = np.flatnonzero(chosen) + self._line
        self._line += count
        used = len(text) if count == len(chosen) else int(lines.starts[count])
        if not len(numbers):
            return used, None, rows
        columns = parse_plain(lines.bytes_of(chosen), self._delimiter, self._width)
        if columns is None or len(columns[0]) != len(numbers):
            raise AssertionError("plain lines are not as wide as the header")
        return used, self._plain(columns, numbers), rows

    def _plain(self, columns: tuple[pa.StringArray, ...], numbers: np.ndarray) -> PlainRows | None:
        return self._data.plain(PlainRows(pa.array(numbers, pa.int64()), columns))


class _Ahead(Iterator[str]):
    """The lines of a text from one on; remembers whether more were asked for."""

    def __init__(self, lines: Lines, index: int) -> None:
        self._lines = lines
        self._index = index
        self.ran_out = False

    def __next__(self) -> str:
        if self._index == len(self._lines.starts):
            self.ran_out = True
            raise StopIteration
        self._index += 1
        return self._lines.line(self._index - 1)


def _last_line_end(text: bytes) -> int:
    """Return where the last line surely ends; a CR at the very end may have its LF to come."""
    return max(text.rfind(b"\n"), text.rfind(b"\r", 0, -1)) + 1
