"""Which lines of a text are plain, and their cells as columns.

A line is plain where it has as many cells as the header and each cell that holds a quote is simply
wrapped in quotes. Such lines need no reading letter by letter: they are split by pyarrow, many at
once. They come to the same cells as in ``rows``.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
from pyarrow import csv

Positions = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_CR, _LF, _QUOTE = 13, 10, ord('"')


@dataclass(frozen=True, slots=True)
class Lines:
    """The physical lines of a text.

    Attributes:
        text: The text as UTF-8.
        starts: Where each line begins.
        ends: Where each line ends, behind its line end.
        is_plain: Which lines are plain.
    """

    text: bytes
    starts: Positions
    ends: Positions
    is_plain: Flags

    def line(self, index: int) -> str:
        """Return a line with its line end."""
        return self.text[self.starts[index] : self.ends[index]].decode()

    def bytes_of(self, chosen: Flags) -> bytes:
        """Return some of the lines, one behind the other."""
        edges = np.flatnonzero(np.diff(chosen.astype(np.int8), prepend=0, append=0))
        return b"".join(
            self.text[self.starts[first] : self.ends[behind - 1]]
            for first, behind in edges.reshape(-1, 2).tolist()
        )


def parse_all(text: bytes, delimiter: str, width: int) -> tuple[pa.StringArray, ...] | None:
    """Return the columns of a text of nothing but plain lines without quotes; None for another.

    Args:
        text: Whole lines as UTF-8.
        delimiter: What parts the cells.
        width: How many cells each line has.
    """
    is_other = (
        not delimiter.isascii()
        or not text.endswith((b"\n", b"\r"))
        or text.startswith(_BYTE_ORDER_MARK)
        or b'"' in text
        or b"\0" in text
    )
    return None if is_other else parse_plain(text, delimiter, width)


def parse_plain(text: bytes, delimiter: str, width: int) -> tuple[pa.StringArray, ...] | None:
    """Return the columns of lines whose quotes, if any, are known to be plain.

    Returns:
        A column per cell of the header; None where a line has another width.
    """
    names = [str(index) for index in range(width)]
    try:
        table = csv.read_csv(
            pa.BufferReader(text),
            read_options=csv.ReadOptions(
                use_threads=False, block_size=len(text) + 1, column_names=names
            ),
            parse_options=csv.ParseOptions(
                delimiter=delimiter,
                quote_char='"' if b'"' in text else False,
                escape_char=False,
                newlines_in_values=False,
                ignore_empty_lines=False,
            ),
            convert_options=csv.ConvertOptions(
                check_utf8=False,
                column_types=dict.fromkeys(names, pa.string()),
                strings_can_be_null=False,
            ),
        )
    except pa.ArrowInvalid:
        return None
    return tuple(column.combine_chunks() for column in table.columns)


def index_lines(text: bytes, delimiter: str, width: int) -> Lines:
    """Find the lines of a text, and which are plain.

    Args:
        text: Lines as UTF-8; the last one may lack its line end, and is then not plain.
        delimiter: What parts the cells.
        width: How many cells the header has.
    """
    letters = np.frombuffer(text, np.uint8)
    is_end = letters == _LF
    if b"\r" in text:
        is_return = letters == _CR
        is_return[:-1] &= ~is_end[1:]
        is_end |= is_return
    is_terminated = bool(is_end[-1])
    ends = np.flatnonzero(is_end) + 1
    if not is_terminated:
        ends = np.append(ends, len(text))
    starts = np.concatenate(([0], ends[:-1]))
    if not delimiter.isascii():
        return Lines(text, starts, ends, np.zeros(len(starts), bool))
    is_plain = _have_width(letters, is_end, ord(delimiter), width)
    if not is_terminated:
        is_plain = np.append(is_plain, False)
    is_plain &= letters[starts] != _BYTE_ORDER_MARK[0]
    odd = np.concatenate((_odd_quotes(text, letters, is_end, delimiter), _zeros(text, letters)))
    is_plain[np.searchsorted(ends, odd, side="right")] = False
    return Lines(text, starts, ends, is_plain)


def _have_width(letters: npt.NDArray[np.uint8], is_end: Flags, delimiter: int, width: int) -> Flags:
    """Return per terminated line whether it has the header's number of cells."""
    marks = np.flatnonzero(is_end | (letters == delimiter))
    last_marks = np.flatnonzero(is_end[marks])
    is_wide: Flags = np.diff(last_marks, prepend=-1) == width
    return is_wide


def _zeros(text: bytes, letters: npt.NDArray[np.uint8]) -> Positions:
    return np.flatnonzero(letters == 0) if b"\0" in text else np.zeros(0, np.int64)


def _odd_quotes(
    text: bytes, letters: npt.NDArray[np.uint8], is_end: Flags, delimiter: str
) -> Positions:
    """Return where quotes stand that do not simply wrap a cell."""
    if b'"' not in text:
        return np.zeros(0, np.int64)
    is_edge = is_end | (letters == ord(delimiter)) | (letters == _CR)
    is_quote = letters == _QUOTE
    # Quotes and what parts cells, in their order: the two quotes of a cell are neighbours here.
    marks = np.flatnonzero(is_edge | is_quote)
    quotes = np.flatnonzero(is_quote[marks])
    places = marks[quotes]
    padded = np.concatenate(([True], is_edge, [True]))
    before, behind = padded[places], padded[places + 2]
    opens, closes = before & ~behind, behind & ~before
    follows = np.diff(quotes, prepend=-2) == 1
    is_pair = closes & follows & np.concatenate(([False], opens[:-1]))
    is_fine = is_pair.copy()
    is_fine[:-1] |= is_pair[1:]
    odd: Positions = places[~is_fine]
    return odd
