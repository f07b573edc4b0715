"""The bytes of a column of texts, to look at all of them at once."""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

Booleans: TypeAlias = npt.NDArray[np.bool_]
Integers: TypeAlias = npt.NDArray[np.int64]

_BLANK = ord(" ")
_PRINTABLE = "".join(map(chr, range(0x21, 0x7F)))


@dataclass(frozen=True, slots=True)
class Letters:
    """A column's bytes.

    Attributes:
        data: The bytes, with maybe others before and after them.
        start: Per text the position of its first byte; shape (texts,).
        end: Per text the position after its last byte; shape (texts,).
    """

    data: npt.NDArray[np.uint8]
    start: Integers
    end: Integers

    @classmethod
    def of(cls, texts: pa.StringArray) -> "Letters":
        """Look at a column without nulls; nothing is copied but the positions."""
        _, offsets, data = texts.buffers()
        count = len(texts)
        places = np.zeros(1, np.int64)
        if offsets is not None and count:
            places = np.frombuffer(offsets, np.int32, count + 1, texts.offset * 4).astype(np.int64)
        letters = np.frombuffer(data if data is not None else b"", np.uint8)
        return cls(letters, places[:-1], places[1:])

    def all_in(self, table: Booleans) -> Booleans:
        """Return which texts are made of some bytes only.

        Args:
            table: Whether a byte is one of them; shape (256,).
        """
        if not len(self.start):
            return np.zeros(0, np.bool_)
        first, last = self.start[0], self.end[-1]
        is_odd = ~table[self.data[first:last]]
        if not is_odd.any():
            return np.ones(len(self.start), np.bool_)
        odd = np.concatenate(([0], np.cumsum(is_odd)))
        return np.asarray(odd[self.end - first] == odd[self.start - first])


def byte_table(*, without: str) -> Booleans:
    """Return which bytes are printable ASCII, blanks and some others left out; shape (256,)."""
    table = np.zeros(256, np.bool_)
    table[[ord(letter) for letter in _PRINTABLE if letter not in without]] = True
    return table


def trimmed(texts: pa.StringArray) -> pa.StringArray:
    """Return texts without blanks around them, as fixed-width exports write them."""
    letters = Letters.of(texts)
    if len(texts) and (letters.data[letters.start[0] : letters.end[-1]] == _BLANK).any():
        return pc.ascii_trim(texts, " ")
    return texts
