"""What every kind of table hands over: its rows, in blocks, as text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import pyarrow as pa

from cockpit.domain.import_sources import SourceFormat
from cockpit.imports.rows import Row


@dataclass(frozen=True, slots=True)
class PlainRows:
    """Rows that have as many cells as the header, and nothing odd about how they are written.

    Attributes:
        line: Per row its number in the file, int64, ascending.
        cells: Per column of the header, the cells as strings without nulls; quotes are gone.
    """

    line: pa.Int64Array
    cells: tuple[pa.StringArray, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Consecutive rows below the header, each of them in one of the two parts.

    Blank rows and repeated headers are left out. A table is cut into the same blocks each time.

    Attributes:
        position: How much of the table is read with this block, in the unit of ``Table.size``.
        plain: The plain rows.
        rows: The others, by line.
    """

    position: int
    plain: PlainRows | None
    rows: Sequence[Row]


class Table(Protocol):
    """A table whose header is known.

    Cells are text. A number that stands in a spreadsheet as a number is written with a point and
    never with exactly three decimals, so that it reads as nothing but itself; a day is written as
    ``2026-03-01``, an instant as ``2026-03-01 09:30:00``.
    """

    @property
    def format(self) -> SourceFormat:
        """Return how the file is written; container, encoding, delimiter, sheet and header line."""
        ...

    @property
    def header(self) -> tuple[str, ...]:
        """Return the columns' names as they stand in the file."""
        ...

    @property
    def sheets(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def sha256(self) -> str: ...  # noqa: D102
    @property
    def size(self) -> int: ...  # noqa: D102

    def sample(self, count: int) -> list[Row]:
        """Return the first rows below the header."""
        ...

    def blocks(self) -> Iterator[Block]:
        """Yield all rows below the header.

        Raises:
            BadInputError: The file cannot be read any more.
        """
        ...
