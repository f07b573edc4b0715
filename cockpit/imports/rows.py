"""Physical lines into rows of cells.

A quoted cell may hold line breaks. A quote that is never closed must not swallow the rest of the
file: where the lines after it do not make a row of the header's width, the line is taken alone and
its quotes are ordinary characters, as in ``Tubo 3/4"``.
"""

import csv
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

_LINE_ENDS = "\r\n"
_MOST_JOINED_LINES = 100
_MOST_JOINED_LETTERS = 100_000
#: Nothing, or the mark with which old programs end a file.
_NOTHING = ("", "\x1a")


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
        return are_blank(self.cells)


def are_blank(cells: Iterable[str]) -> bool:
    """Return whether no cell holds anything but white space."""
    return not any(cell.strip() not in _NOTHING for cell in cells)


def split_rows(
    lines: Iterator[str], delimiter: str, width: int | None = None, number: int = 1
) -> Iterator[Row]:
    """Yield the rows of a table.

    Args:
        lines: Physical lines with their line ends.
        delimiter: What parts the cells.
        width: How many cells the header has, if that is known.
        number: The first line's number.
    """
    waiting: deque[str] = deque()
    while (line := waiting.popleft() if waiting else next(lines, None)) is not None:
        ahead = _Ahead(lines, waiting)
        row, count = next_row(number, line, ahead, delimiter, width)
        ahead.give_back(count - 1)
        yield row
        number += count


def next_row(
    number: int, line: str, following: Iterator[str], delimiter: str, width: int | None
) -> tuple[Row, int]:
    """Return the row that begins with a line, and how many physical lines it takes.

    Args:
        number: The line's number.
        line: The line, with its line end.
        following: The lines after it, which a quoted cell with line breaks goes on in.
        delimiter: What parts the cells.
        width: How many cells the header has, if that is known.
    """
    bare = line.rstrip(_LINE_ENDS)
    is_cut = bare == line
    if "\0" in line:
        return Row(number, [bare], is_cut, Trouble.UNREADABLE), 1
    if '"' not in line:
        return Row(number, bare.split(delimiter), is_cut), 1
    cells, _ = _strict(bare, delimiter)
    if cells is not None:
        return Row(number, cells, is_cut), 1
    if joined := _join(line, following, delimiter, width):
        return Row(number, joined.cells), joined.line_count
    return Row(number, bare.split(delimiter), is_cut, Trouble.STRAY_QUOTE), 1


class _Ahead(Iterator[str]):
    """Lines that are looked at ahead of their turn, and may be given back."""

    def __init__(self, lines: Iterator[str], waiting: deque[str]) -> None:
        self._lines = lines
        self._waiting = waiting
        self._seen: list[str] = []

    def __next__(self) -> str:
        line = self._waiting.popleft() if self._waiting else next(self._lines)
        self._seen.append(line)
        return line

    def give_back(self, kept: int) -> None:
        """Return all lines but the first ones to where they came from."""
        self._waiting.extendleft(reversed(self._seen[kept:]))


@dataclass(frozen=True, slots=True)
class _Joined:
    cells: list[str]
    line_count: int


def _join(
    first: str, following: Iterator[str], delimiter: str, width: int | None
) -> _Joined | None:
    """Read on until an open quote is closed, if that makes a row."""
    text = first
    count = 1
    while count <= _MOST_JOINED_LINES and len(text) < _MOST_JOINED_LETTERS:
        line = next(following, None)
        if line is None:
            return None
        count += 1
        text += line
        if '"' not in line:
            continue
        cells, is_open = _strict(text.rstrip(_LINE_ENDS), delimiter)
        if cells is not None and width in (None, len(cells)):
            # Two stray quotes, lines apart, would pass for one cell: whole rows at both ends tell.
            if all(end.count(delimiter) + 1 == width for end in (first, line)):
                return None
            return _Joined(cells, count)
        if not is_open:
            return None  # no further line can change what is wrong
    return None


def _strict(text: str, delimiter: str) -> tuple[list[str] | None, bool]:
    """Split a text into cells.

    Returns:
        The cells, None where the quotes do not pair; and whether a quote is still open.
    """
    try:
        return next(csv.reader([text], delimiter=delimiter, strict=True), []), False
    except csv.Error as error:
        return None, str(error) == "unexpected end of data"
