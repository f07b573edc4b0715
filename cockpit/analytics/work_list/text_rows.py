"""Many texts as bytes: one blob, where each begins, and the plain form that is compared.

The plain form lies in blocks of sixteen bytes, each of which belongs to one row, so that a place
in the blob gives its row by a shift and one look-up, and eight bytes at a time can be compared.
"""

import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from cockpit.analytics.segments import Flags, Integers
from cockpit.domain.plain_text import plain

Bytes = NDArray[np.uint8]
Places = NDArray[np.int32]

BLOCK = 16
#: Rows that are moved at once: few enough for the processor's own memory.
_CHUNK = 2_048
_WORD = 8
_END_OF_ROW = 10
_SPACES = ("  ", " \n", "\n ")
_SPACE = 32
_FIRST_BEYOND_ASCII = 128
_LOWER = np.frombuffer(bytes(range(256)).lower(), dtype=np.uint8)
_IS_SPACE = np.array([chr(one).isspace() and one < 128 for one in range(256)], dtype=np.bool_)


class TextRows:
    """Texts as they are shown; immutable.

    Attributes:
        blob: All in UTF-8, one after the other; shape (bytes,).
        starts: Where each begins, and the end of the last; shape (rows + 1,).
    """

    def __init__(self, blob: Bytes, starts: Integers) -> None:
        self.blob = blob
        self.starts = starts

    @classmethod
    def of(cls, texts: Sequence[str]) -> "TextRows":
        """Return texts as bytes."""
        rows = cls(*_packed(texts))
        if not rows._is_ascii:
            rows.__dict__["plain"] = PlainRows.of(plain_texts(texts))
        return rows

    def __len__(self) -> int:
        """Return how many texts there are."""
        return len(self.starts) - 1

    def text(self, row: int) -> str:
        """Return one text."""
        data = self.blob[self.starts[row] : self.starts[row + 1]].tobytes()
        return data.decode("utf-8", "surrogatepass")

    def some(self, rows: Integers) -> list[str]:
        """Return some texts."""
        blob, firsts, lasts = self.blob, self.starts[rows].tolist(), self.starts[rows + 1].tolist()
        return [
            blob[first:last].tobytes().decode("utf-8", "surrogatepass")
            for first, last in zip(firsts, lasts, strict=True)
        ]

    def all(self) -> list[str]:
        """Return every text."""
        whole = self.blob.tobytes()
        bounds = self.starts.tolist()
        return [
            whole[first:last].decode("utf-8", "surrogatepass") for first, last in pairwise(bounds)
        ]

    @cached_property
    def is_filled(self) -> Flags:
        """Return which texts are not empty; shape (rows,)."""
        return np.asarray(self.starts[1:] > self.starts[:-1])

    @cached_property
    def plain(self) -> "PlainRows":
        """Return the texts as they are compared."""
        if not self._is_ascii:
            return PlainRows.of(plain_texts(self.all()))
        if self._has_odd_spaces():
            return PlainRows.of([plain(text) for text in self.all()])
        return PlainRows.packed(_LOWER[self.blob], self.starts)

    @cached_property
    def _is_ascii(self) -> bool:
        return not len(self.blob) or bool(self.blob.max() < _FIRST_BEYOND_ASCII)

    def _has_odd_spaces(self) -> bool:
        """Return whether an ASCII text has other spaces than single ones between words."""
        is_space = _IS_SPACE[self.blob]
        if bool((is_space & (self.blob != _SPACE)).any()):
            return True
        filled = self.is_filled
        at_ends = is_space[self.starts[:-1][filled]] | is_space[self.starts[1:][filled] - 1]
        return bool(at_ends.any() or (is_space[1:] & is_space[:-1]).any())

    @cached_property
    def ranks(self) -> Integers:
        """Return each text's place among the distinct plain ones, -1 for an empty one."""
        return np.where(self.is_filled, self.plain.ranks, -1)


class PlainRows:
    """Texts without accents and case, in blocks; immutable.

    Attributes:
        blob: The texts in UTF-8, each followed by at least one zero byte up to a whole number of
            blocks; shape (blocks * BLOCK,).
        first_block: Where each row begins, and the end of the last; shape (rows + 1,).
    """

    def __init__(self, blob: Bytes, first_block: Places) -> None:
        self.blob = blob
        self.first_block = first_block

    @classmethod
    def of(cls, texts: Sequence[str]) -> "PlainRows":
        """Return texts that are plain already."""
        return cls.packed(*_packed(texts))

    @classmethod
    def packed(cls, data: Bytes, starts: Integers) -> "PlainRows":
        """Return plain texts from their bytes, and where each begins; shape (rows + 1,)."""
        lengths = np.diff(starts)
        first_block = np.zeros(len(starts), dtype=np.int32)
        np.cumsum(lengths // BLOCK + 1, out=first_block[1:])
        blob = np.zeros(int(first_block[-1]) * BLOCK, dtype=np.uint8)
        shift = first_block[:-1].astype(np.int64) * BLOCK - starts[:-1]
        for row in range(0, len(lengths), _CHUNK):
            first, last = starts[row], starts[min(row + _CHUNK, len(lengths))]
            own = slice(row, row + _CHUNK)
            moved = np.repeat(shift[own], lengths[own]) + np.arange(first, last)
            blob[moved] = data[first:last]
        return cls(blob, first_block)

    def __len__(self) -> int:
        """Return how many texts there are."""
        return len(self.first_block) - 1

    def text(self, row: int) -> str:
        """Return one text."""
        return self._bytes(row).decode("utf-8", "surrogatepass")

    @cached_property
    def row_of_block(self) -> Places:
        """Return whose each block is; shape (blocks,)."""
        counts = np.diff(self.first_block)
        return np.repeat(np.arange(len(self), dtype=np.int32), counts)

    def rows_at(self, places: Places) -> Places:
        """Return whose the bytes at some places are."""
        rows: Places = self.row_of_block[places >> 4]
        return rows

    @cached_property
    def ranks(self) -> Integers:
        """Return each text's place among the distinct ones, by their bytes; shape (rows,).

        Eight bytes of every text are compared at a time; those that differ are done with.
        """
        words = self.blob.view(">u8")
        first = self.first_block[:-1].astype(np.int64) * (BLOCK // _WORD)
        sizes = np.diff(self.first_block).astype(np.int64) * (BLOCK // _WORD)
        ranks = np.zeros(len(self), dtype=np.int64)
        rows = np.arange(len(self))
        column = 0
        while len(rows):
            known = np.minimum(first[rows] + column, len(words) - 1)
            here = np.where(sizes[rows] > column, words[known], 0).astype(np.uint64)
            order = np.lexsort((here, ranks[rows]))
            rows, here = rows[order], here[order]
            rows = _told_apart(ranks, rows, here)
            column += 1
            rows = rows[sizes[rows] > column]
        return _dense(ranks)

    @cached_property
    def _row_of_rank(self) -> Integers:
        """Return a row of each rank."""
        rows = np.zeros(int(self.ranks.max(initial=-1)) + 1, dtype=np.int64)
        rows[self.ranks] = np.arange(len(self))
        return rows

    def place_of(self, text: str) -> tuple[int, bool]:
        """Return the rank that a plain text has or would have, and whether it has it."""
        rows = self._row_of_rank
        data = text.encode("utf-8", "surrogatepass")
        place = bisect_left(rows, data, key=lambda row: self._bytes(int(row)))
        return place, place < len(rows) and self._bytes(int(rows[place])) == data

    def _bytes(self, row: int) -> bytes:
        first, last = self.first_block[row] * BLOCK, self.first_block[row + 1] * BLOCK
        return self.blob[first:last].tobytes().rstrip(b"\0")

    def found(self, term: bytes) -> Places:
        """Return where a text of at least one byte occurs, by looking at every byte; ascending."""
        if len(self.blob) <= len(term):
            return np.zeros(0, dtype=np.int32)
        if len(term) == 1:
            return np.flatnonzero(self.blob == term[0]).astype(np.int32)
        is_start = (self.blob[:-1] == term[0]) & (self.blob[1:] == term[1])
        places = np.flatnonzero(is_start).astype(np.int32)
        return self.narrowed(places, term, 2)

    def narrowed(self, places: Places, term: bytes, known: int) -> Places:
        """Return the places at which a term goes on, where so many of its bytes are known."""
        for offset in range(known, len(term)):
            here = self.blob.take(places + offset, mode="clip")
            places = places[here == term[offset]]
        return places

    def containing(self, text: str) -> Flags:
        """Return which texts contain a plain text, an empty one included; shape (rows,)."""
        if not text:
            return np.ones(len(self), dtype=np.bool_)
        flags = np.zeros(len(self), dtype=np.bool_)
        flags[self.rows_at(self.found(text.encode("utf-8", "surrogatepass")))] = True
        return flags

    def equal_to(self, text: str) -> Flags:
        """Return which texts are a plain text; shape (rows,)."""
        flags = np.zeros(len(self), dtype=np.bool_)
        data = text.encode("utf-8", "surrogatepass")
        size = len(data) // BLOCK + 1
        rows = np.flatnonzero(np.diff(self.first_block) == size)
        if len(rows):
            wanted = np.frombuffer(data.ljust(size * BLOCK, b"\0"), dtype=np.uint8)
            at = self.first_block[rows][:, None] * BLOCK + np.arange(size * BLOCK)
            flags[rows] = (self.blob[at] == wanted).all(axis=1)
        return flags


def plain_texts(texts: Sequence[str]) -> Sequence[str]:
    """Return texts as ``plain`` does: sign by sign over all at once, where nothing odd occurs."""
    whole = "\n".join(texts)
    for sign in _signs(whole):
        if not sign.isascii():
            parts = unicodedata.normalize("NFKD", sign.casefold())
            simple = "".join(one for one in parts if not unicodedata.combining(one))
            if not simple.isascii() or simple != simple.lower() or " " in simple:
                return [plain(text) for text in texts]
            whole = whole.replace(sign, simple)
    whole = whole.lower()
    is_odd = any(sign.isspace() and sign not in " \n" for sign in _signs(whole))
    is_odd = is_odd or any(spaces in whole for spaces in _SPACES)
    if is_odd or whole[:1] == " " or whole[-1:] == " " or whole.count("\n") != len(texts) - 1:
        return [plain(text) for text in texts]
    return whole.split("\n")


def _signs(text: str) -> list[str]:
    """Return the different characters of a long text."""
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    return [chr(point) for point in np.flatnonzero(np.bincount(points))]


def _packed(texts: Sequence[str]) -> tuple[Bytes, Integers]:
    """Return texts' bytes one after the other, and where each begins."""
    starts = np.zeros(len(texts) + 1, dtype=np.int64)
    joined = "\n".join(texts).encode("utf-8", "surrogatepass")
    data = np.frombuffer(joined, dtype=np.uint8)
    is_end = data == _END_OF_ROW
    ends = np.flatnonzero(is_end)
    if len(ends) == len(texts) - 1:
        starts[1:-1] = ends - np.arange(len(ends))
        starts[-1] = len(data) - len(ends)
        return data[~is_end], starts
    rows = [text.encode("utf-8", "surrogatepass") for text in texts]
    np.cumsum(np.fromiter(map(len, rows), np.int64, len(rows)), out=starts[1:])
    return np.frombuffer(b"".join(rows), dtype=np.uint8), starts


def _told_apart(ranks: Integers, rows: Integers, here: NDArray[np.uint64]) -> Integers:
    """Raise the ranks of sorted rows that differ, and return those that still equal another.

    A rank counts the rows before, so that it stays below the next group's.
    """
    if not len(rows):
        return rows
    former = ranks[rows]
    is_new_group = np.append(True, former[1:] != former[:-1])
    is_new = is_new_group | np.append(True, here[1:] != here[:-1])
    places = np.arange(len(rows))
    group_start = np.maximum.accumulate(np.where(is_new_group, places, 0))
    start = np.maximum.accumulate(np.where(is_new, places, 0))
    ranks[rows] = former + (start - group_start)
    is_alone = is_new & np.append(is_new[1:], True)
    return np.asarray(rows[~is_alone])


def _dense(ranks: Integers) -> Integers:
    """Return ranks without gaps between them."""
    is_used = np.zeros(len(ranks) + 1, dtype=np.bool_)
    is_used[ranks] = True
    dense: Integers = np.cumsum(is_used) - 1
    return np.asarray(dense[ranks])
