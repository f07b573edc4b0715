"""Free text over the whole list at each keystroke: positional narrowing.

The places of every two bytes that follow each other are known, and the byte behind each. A term
starts with those of its two rarest bytes; what was found for a beginning is kept, so that each
further letter only looks at the next byte of the places that are left, and a letter taken back at
nothing at all.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from cockpit.analytics.segments import Flags, Integers
from cockpit.analytics.work_list.columns import grown
from cockpit.analytics.work_list.text_column import MOST_BESIDE
from cockpit.analytics.work_list.text_rows import BLOCK, Bytes, Places, PlainRows

K = TypeVar("K")
V = TypeVar("V")

_BYTES = 256
_PAIRS = _BYTES * _BYTES
_SPACE = ord(" ")
#: Bytes and rows that are put in order at once: few enough for the processor's own memory.
_CHUNK = 1 << 16
_CHUNK_ROWS = 1 << 12
#: The signs of which each line's set is known: letters and digits.
_SIGNS = b"abcdefghijklmnopqrstuvwxyz0123456789"
_KEPT_TERMS = 24

Sets = NDArray[np.uint64]


class PairIndex:
    """Where every two bytes of the texts follow each other; immutable.

    Attributes:
        places: Ascending within each pair; shape (pairs of bytes in the texts,).
        thirds: The byte that follows each pair, beside its place; shape as of the places.
        starts: Where the places of a pair begin, by its number; shape (256 * 256 + 1,).
    """

    def __init__(self, rows: PlainRows) -> None:
        counts = np.zeros(_PAIRS, dtype=np.int64)
        chunks = range(0, len(rows.blob), _CHUNK)
        for first in chunks:
            counts += np.bincount(_pairs(rows, first).pairs, minlength=_PAIRS)
        self.starts = np.zeros(_PAIRS + 1, dtype=np.int64)
        np.cumsum(counts, out=self.starts[1:])
        self.places: Places = np.empty(int(self.starts[-1]), dtype=np.int32)
        self.thirds: Bytes = np.empty(len(self.places), dtype=np.uint8)
        filled = self.starts[:-1].copy()
        for first in chunks:
            chunk = _pairs(rows, first)
            order = np.argsort(chunk.pairs, kind="stable")
            own = np.bincount(chunk.pairs, minlength=_PAIRS)
            shift = filled - (np.cumsum(own) - own)
            targets = shift[chunk.pairs[order]] + np.arange(len(order))
            self.places[targets] = chunk.places[order]
            self.thirds[targets] = chunk.thirds[order]
            filled += own

    def of(self, term: bytes) -> Places:
        """Return the places of two or three bytes, ascending."""
        pair = term[0] * _BYTES + term[1]
        own = slice(int(self.starts[pair]), int(self.starts[pair + 1]))
        places = self.places[own]
        return places if len(term) == 2 else places[self.thirds[own] == term[2]]

    def count(self, first: int, second: int) -> int:
        """Return how often two bytes follow each other."""
        pair = first * _BYTES + second
        return int(self.starts[pair + 1] - self.starts[pair])


class SearchColumn:
    """The texts that are searched; immutable but for what is kept of the terms asked for.

    One thread at a time asks; another may derive a column from this one meanwhile.

    Attributes:
        rows: The texts as they were when all were put together.
        signs: Which letters and digits each of them holds, a bit each; shape (rows,).
        pairs: Their index; None looks at every byte instead.
        beside: The texts that changed since, by line.
        size: How many lines there are.
    """

    def __init__(
        self,
        rows: PlainRows,
        signs: Sets,
        pairs: PairIndex | None,
        beside: Mapping[int, str],
        size: int,
    ) -> None:
        self.rows = rows
        self.signs = signs
        self.pairs = pairs
        self.beside = beside
        self.size = size
        self._places: dict[bytes, Places] = {}
        self._masks: dict[str, Flags] = {}

    @classmethod
    def of(cls, texts: Sequence[str]) -> "SearchColumn":
        """Return plain texts as an indexed column."""
        rows = PlainRows.of(texts)
        return cls(rows, _signs_of(rows), PairIndex(rows), {}, len(texts))

    def value(self, line: int) -> str:
        """Return a line's text."""
        found = self.beside.get(line)
        return self.rows.text(line) if found is None else found

    def values(self, lines: Integers) -> list[str]:
        """Return the values of some lines."""
        return [self.value(line) for line in lines.tolist()]

    def indexed(self) -> "SearchColumn":
        """Return the column with an index."""
        if self.pairs is not None:
            return self
        return SearchColumn(self.rows, self.signs, PairIndex(self.rows), self.beside, self.size)

    def replaced(self, lines: Integers, values: Sequence[str], size: int) -> "SearchColumn":
        """Return the column with other texts at some lines."""
        changed = {
            line: text
            for line, text in zip(lines.tolist(), values, strict=True)
            if line >= self.size or self.value(line) != text
        }
        if not changed:
            return self
        beside = {**self.beside, **changed}
        if len(beside) > MOST_BESIDE:
            return SearchColumn.of(self._texts(beside, size))
        column = SearchColumn(self.rows, self.signs, self.pairs, beside, size)
        column._places = dict(self._places)  # the same texts, the same places
        return column

    def whole(self) -> "SearchColumn":
        """Return the column with nothing beside."""
        return SearchColumn.of(self._texts(self.beside, self.size)) if self.beside else self

    def _texts(self, beside: Mapping[int, str], size: int) -> list[str]:
        texts = [self.rows.text(row) for row in range(len(self.rows))]
        texts += [""] * (size - len(texts))
        for line, text in beside.items():
            texts[line] = text
        return texts

    @cached_property
    def ranks(self) -> Integers:
        """Return -1: nobody orders by the text that is searched; shape (lines,)."""
        return np.full(self.size, -1, dtype=np.int64)

    def matching(self, terms: Sequence[str]) -> Flags | None:
        """Return which lines hold every term, None without a term; shape (lines,)."""
        found: Flags | None = None
        for term in terms:
            mask = self._mask(term)
            found = mask if found is None else found & mask
        return found

    def _mask(self, term: str) -> Flags:
        mask = self._masks.get(term)
        if mask is None:
            mask = self._searched(term)
            _keep(self._masks, term, mask)
        return mask

    def _searched(self, term: str) -> Flags:
        data = term.encode("utf-8", "surrogatepass")
        if len(data) == 1 and data in _SIGNS:
            bit = np.uint64(1 << _SIGNS.index(data))
            mask = grown((self.signs & bit) != 0, self.size)
        else:
            mask = np.zeros(self.size, dtype=np.bool_)
            mask[self.rows.rows_at(self._found(data))] = True
        for line, text in self.beside.items():
            mask[line] = term in text
        return mask

    def _found(self, term: bytes) -> Places:
        """Return the places of a term of two bytes or more (or of one odd one)."""
        known = self._places.get(term)
        if known is not None:
            return known
        for length in range(len(term) - 1, 1 if self.pairs is None else 2, -1):
            begun = self._places.get(term[:length])
            if begun is not None:
                places = self.rows.narrowed(begun, term, length)
                break
        else:
            places = self._fresh(term)
        _keep(self._places, term, places)
        return places

    def _fresh(self, term: bytes) -> Places:
        """Return a term's places when nothing of it is known: from its two rarest bytes on."""
        pairs = self.pairs
        if pairs is None or len(term) < 2:
            return self.rows.found(term)
        if len(term) == 2:
            return pairs.of(term)
        counts = [pairs.count(one, two) for one, two in pairwise(term[:-1])]
        rarest = counts.index(min(counts))
        places = pairs.of(term[rarest : rarest + 3])
        if rarest:
            places = places[places >= rarest] - np.int32(rarest)
        return self.rows.narrowed(places, term, 0 if rarest else 3)


def _keep(kept: dict[K, V], key: K, value: V) -> None:
    """Keep an answer, and forget the oldest beyond some."""
    kept[key] = value
    while len(kept) > _KEPT_TERMS:
        kept.pop(next(iter(kept)), None)


class _Pairs(NamedTuple):
    """The pairs of bytes that begin in a chunk: where, their numbers, and the bytes behind."""

    places: Integers
    pairs: NDArray[np.uint16]
    thirds: Bytes


def _pairs(rows: PlainRows, first: int) -> _Pairs:
    """Return the pairs of bytes that begin in a chunk."""
    ahead = rows.blob[first : first + _CHUNK + 2]
    ahead = np.append(ahead, np.zeros(2, dtype=np.uint8))
    size = min(_CHUNK, len(rows.blob) - first)
    blob, following = ahead[:size], ahead[1 : size + 1]
    begins = (blob != _SPACE) & (blob != 0) & (following != _SPACE) & (following != 0)
    places = np.flatnonzero(begins)
    pairs = blob[places].astype(np.uint16) << np.uint16(8) | following[places]
    return _Pairs(places + first, pairs, ahead[places + 2])


def _signs_of(rows: PlainRows) -> Sets:
    """Return which letters and digits each text holds, a bit each; shape (rows,)."""
    bits = np.zeros(_BYTES, dtype=np.uint64)
    bits[list(_SIGNS)] = np.uint64(1) << np.arange(len(_SIGNS), dtype=np.uint64)
    sets = np.zeros(len(rows), dtype=np.uint64)
    for first in range(0, len(rows), _CHUNK_ROWS):
        bounds = rows.first_block[first : first + _CHUNK_ROWS + 1].astype(np.int64) * BLOCK
        if len(bounds) > 1:
            chunk = bits[rows.blob[bounds[0] : bounds[-1]]]
            sets[first : first + len(bounds) - 1] = np.bitwise_or.reduceat(
                chunk, bounds[:-1] - bounds[0]
            )
    return sets
