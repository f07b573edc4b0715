"""Physical lines into rows of cells.

A quoted cell may hold line breaks. A quote that is never closed must not swallow the rest of the
file: where the lines after it do not make a row of the header's width, the line is taken alone and
its quotes are ordinary characters, as in ``Tubo 3/4"``.
"""

import csv
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

_LINE_ENDS = "\r\n"
_MOST_JOINED_LINES = 100
_MOST_JOINED_LETTERS = 100_000


class Trouble(Enum):
    """What is wrong with a row as such, before its cells are looked at."""

    STRAY_QUOTE = auto()
    UNREADABLE = auto()


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table.

    Attributes:
        line: Number of its first physical line; the file's first line is 1.
        cells: Its cells as they are written, quoting undone.
        is_cut: Whether the file ends within it, without a line end.
        trouble: What is wrong with it, if anything.
    """

    line: int
    cells: list[str]
    is_cut: bool = False
    trouble: Trouble | None = None

    @property
    def is_blank(self) -> bool:
        """Return whether no cell holds anything."""
        return not any(cell and not cell.isspace() for cell in self.cells)


def split_rows(lines: Iterator[str], delimiter: str, width: int | None = None) -> Iterator[Row]:
    """Yield the rows of a table.

    Args:
        lines: Physical lines with their line ends.
        delimiter: What parts the cells.
        width: How many cells the header has, if that is known.
    """
    waiting: deque[str] = deque()
    number = 1
    while (line := waiting.popleft() if waiting else next(lines, None)) is not None:
        bare = line.rstrip(_LINE_ENDS)
        is_cut = bare == line
        if "\0" in line:
            yield Row(number, [bare], is_cut, Trouble.UNREADABLE)
        elif '"' not in line:
            yield Row(number, bare.split(delimiter), is_cut)
        else:
            cells = _strict(bare, delimiter)
            if cells is None:
                taken = _join(line, lines, waiting, delimiter, width)
                if taken:
                    yield Row(number, taken.cells)
                    number += taken.line_count
                    continue
                yield Row(number, bare.split(delimiter), is_cut, Trouble.STRAY_QUOTE)
            else:
                yield Row(number, cells, is_cut)
        number += 1


@dataclass(frozen=True, slots=True)
class _Joined:
    cells: list[str]
    line_count: int


def _join(
    first: str, lines: Iterator[str], waiting: deque[str], delimiter: str, width: int | None
) -> _Joined | None:
    """Read on until an open quote is closed; give the lines back where that makes no row."""
    text = first
    read: list[str] = []
    while len(read) < _MOST_JOINED_LINES and len(text) < _MOST_JOINED_LETTERS:
        line = waiting.popleft() if waiting else next(lines, None)
        if line is None:
            break
        read.append(line)
        text += line
        if '"' not in line:
            continue
        cells = _strict(text.rstrip(_LINE_ENDS), delimiter)
        if cells is not None and width in (None, len(cells)):
            # Two stray quotes, lines apart, would pass for one cell: whole rows at both ends tell.
            if all(end.count(delimiter) + 1 == width for end in (first, line)):
                break
            return _Joined(cells, 1 + len(read))
    waiting.extendleft(reversed(read))
    return None


def _strict(text: str, delimiter: str) -> list[str] | None:
    """Split a text into cells, or return None where its quotes do not pair."""
    try:
        return next(csv.reader([text], delimiter=delimiter, strict=True), [])
    except csv.Error:
        return None
