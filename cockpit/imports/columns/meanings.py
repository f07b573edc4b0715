"""What the different texts of a column mean, each found out once and kept for the next lines."""

from collections.abc import Callable
from typing import Generic, TypeAlias, TypeVar

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from cockpit.domain.import_batches import Coded
from cockpit.imports.columns.digests import Hashes

T = TypeVar("T")

Codes: TypeAlias = npt.NDArray[np.int32]

#: Code of a text that has no plain meaning.
ODD = -1


class Meanings(Generic[T]):
    """The meanings of one column, which has few different texts.

    Args:
        read: Returns what a text means in a one-element tuple; None where that is not plain.
        hash_of: Returns the number of a value that goes into a line's digest.
        most_known: With more texts than this, all are forgotten, so that memory stays bounded.
    """

    def __init__(
        self,
        read: Callable[[str], tuple[T] | None],
        hash_of: Callable[[T], int],
        most_known: int = 300_000,
    ) -> None:
        self._read = read
        self._most_known = most_known
        self._hash_of = hash_of
        self._forget()

    def codes(self, texts: pa.StringArray) -> Codes:
        """Return per text the number of its meaning, ``ODD`` where it has no plain one."""
        if len(self._known) > self._most_known:
            self._forget()
        places = pc.index_in(texts, value_set=self._known)
        if places.null_count:
            self._learn(pc.unique(texts.filter(places.is_null())))
            places = pc.index_in(texts, value_set=self._known)
        codes: Codes = self._code[places.to_numpy(zero_copy_only=False)]
        return codes

    def hashes(self, codes: Codes) -> Hashes:
        """Return the numbers of some plain meanings that go into a digest."""
        return np.take(self._hash, codes)

    def coded(self, codes: Codes) -> Coded[T]:
        """Return some plain meanings, of at least one line, as a column of a batch."""
        first = codes[0]
        if (codes == first).all():
            return Coded([self._values[first]], [0] * len(codes))
        is_used = np.zeros(len(self._values), np.bool_)
        is_used[codes] = True
        used = np.flatnonzero(is_used)
        position = np.zeros(len(self._values), np.int64)
        position[used] = np.arange(len(used))
        return Coded([self._values[code] for code in used.tolist()], position[codes].tolist())

    def _forget(self) -> None:
        self._known = pa.array([], pa.string())
        self._code = np.zeros(0, np.int32)
        self._values: list[T] = []
        self._hash = np.zeros(0, np.uint64)
        self._code_of: dict[T, int] = {}

    def _learn(self, texts: pa.StringArray) -> None:
        hashes, codes = [], []
        for text in texts.to_pylist():
            found = self._read(text)
            if found is None:
                codes.append(ODD)
                continue
            code = self._code_of.setdefault(found[0], len(self._values))
            if code == len(self._values):
                self._values.append(found[0])
                hashes.append(self._hash_of(found[0]) % (1 << 64))
            codes.append(code)
        self._known = pa.concat_arrays([self._known, texts])
        self._code = np.append(self._code, np.array(codes, np.int32))
        self._hash = np.append(self._hash, np.array(hashes, np.uint64))
