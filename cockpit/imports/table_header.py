"""Where a table's header stands, below titles and blank lines."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from cockpit.domain.errors import BadInputError
from cockpit.imports.blocks import PlainRows
from cockpit.imports.rows import Row, are_blank
from cockpit.imports.words import word

#: How far down a header is looked for.
HEADER_LINES = 20
#: No table has more columns.
MOST_COLUMNS = 1_000

#: Says how much like a header a row's cells look; 0: not at all.
HeaderScore = Callable[[Sequence[str]], int]


@dataclass(frozen=True, slots=True)
class HeaderRow:
    """A row that may be the header.

    Attributes:
        row: The row.
        line_count: How many physical lines it takes.
        delimiter: What parts its cells; empty in a spreadsheet.
    """

    row: Row
    line_count: int = 1
    delimiter: str = ""


def find_header(candidates: Iterable[HeaderRow], score: HeaderScore, file_name: str) -> HeaderRow:
    """Return the row that looks most like a header, the first one of equals.

    Where none does, it is the first of the rows with the most cells that hold something: what its
    words mean can still be said by hand.

    Raises:
        BadInputError: All rows are blank, or have more columns than a table can have.
    """
    rows = [one for one in candidates if not one.row.is_blank]
    if not rows:
        raise BadInputError("import_empty", file=file_name)
    narrow = [one for one in rows if len(one.row.cells) <= MOST_COLUMNS]
    best = max(narrow, key=lambda one: (score_of(one, score), _filled(one.row.cells)), default=None)
    if best is None or (len(narrow) < len(rows) and not score_of(best, score)):
        raise BadInputError("import_too_many_columns", file=file_name, most=MOST_COLUMNS)
    return best


def score_of(candidate: HeaderRow, score: HeaderScore) -> int:
    """Return how much like a header a candidate looks."""
    return score(candidate.row.cells)


def _filled(cells: Sequence[str]) -> int:
    return sum(1 for cell in cells if cell.strip())


class DataRows:
    """Tells the rows that hold data from blank ones and repeated headers."""

    def __init__(self, header: Sequence[str]) -> None:
        """Remember the header.

        Args:
            header: Its cells.
        """
        self._words = tuple(map(word, header))
        self._suspects = tuple(map(_suspect_letters, self._words))

    def holds_data(self, cells: Sequence[str]) -> bool:
        """Return whether a row is neither blank nor the header once more."""
        return not (are_blank(cells) or self._is_header(cells))

    def _is_header(self, cells: Sequence[str]) -> bool:
        return word(cells[0]) == self._words[0] and self._words == tuple(
            map(word, cells[: len(self._words)])
        )

    def plain(self, rows: PlainRows) -> PlainRows | None:
        """Return the rows that hold data; None where no row does."""
        dropped = [
            index
            for index in self._suspect_rows(rows.cells)
            if not self.holds_data([column[index].as_py() for column in rows.cells])
        ]
        if not dropped:
            return rows if len(rows.line) else None
        kept = np.ones(len(rows.line), bool)
        kept[dropped] = False
        if not kept.any():
            return None
        mask = pa.array(kept)
        return PlainRows(
            rows.line.filter(mask), tuple(column.filter(mask) for column in rows.cells)
        )

    def _suspect_rows(self, columns: Sequence[pa.StringArray]) -> list[int]:
        """Return the rows whose every cell begins like nothing or like the header's cell.

        A superset of what is sought, from one letter a cell.
        """
        indices = None
        for column, letters in zip(columns, self._suspects, strict=True):
            first = _first_bytes(column, indices)
            found = np.flatnonzero(letters[first])
            indices = found if indices is None else indices[found]
        return [] if indices is None else indices.tolist()


def _suspect_letters(name: str) -> np.ndarray:
    """Return per byte whether a cell that begins with it may be blank or be the header's cell.

    A word's first letter stands behind any number of signs; letters with accents are left open.
    """
    suspects = np.zeros(256, bool)
    suspects[:48] = True
    suspects[58:65] = True
    suspects[91:97] = True
    suspects[123:] = True
    if name:
        suspects[[ord(name[0]), ord(name[0].upper())]] = True
    else:
        suspects[:] = True
    return suspects


def _first_bytes(column: pa.StringArray, indices: np.ndarray | None) -> np.ndarray:
    """Return the cells' first bytes, 0 for an empty cell."""
    _, offset_buffer, letters = column.buffers()
    first = np.zeros(len(column) if indices is None else len(indices), np.uint8)
    if offset_buffer is None or letters is None:
        return first
    offsets = np.frombuffer(offset_buffer, np.int32)[column.offset :][: len(column) + 1]
    starts, ends = offsets[:-1], offsets[1:]
    if indices is not None:
        starts, ends = starts[indices], ends[indices]
    filled = starts < ends
    first[filled] = np.frombuffer(letters, np.uint8)[starts[filled]]
    return first
