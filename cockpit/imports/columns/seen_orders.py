"""Which orders a file has stated already, in about 24 bytes each.

A set of Python objects would take ten times that for three million orders. Two different orders
whose keys have the same 64 bits would pass for one: once in four million files of that size.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import chain
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from cockpit.imports.columns.digests import Hashes
from cockpit.imports.columns.letters import Booleans

_FILTER_BITS = 25
_RUNS_OF_A_LEVEL = 8

Repeats: TypeAlias = npt.NDArray[np.int8]


class Repeat(IntEnum):
    """What a line is to the first one with the same company, number and kind."""

    NONE = 0
    EQUAL = 1
    DIFFERENT = 2


class SeenOrders:
    """The orders of a file's lines so far.

    Most lines are new, which a table of one byte per possible beginning of a key tells for nearly
    all of them. The rest are looked for in sorted runs. Eight runs of one level are merged into one
    of the next, so that there are few of them and each key is moved a few times only.
    """

    def __init__(self) -> None:
        self._may_be_known = np.zeros(1 << _FILTER_BITS, np.bool_)
        self._levels: list[list[_Run]] = []

    def add(self, keys: Hashes, digests: Hashes) -> Repeats:
        """Take some lines, in the file's order, and tell which of them state an order again.

        Args:
            keys: Per line the hash of what makes the order; shape (lines,).
            digests: Per line the hash of what it says of the order; shape (lines,).

        Returns:
            Per line a ``Repeat``, against the first line that states the order; shape (lines,).
        """
        order = _sorting(keys)
        sorted_keys, sorted_digests = keys[order], digests[order]
        first = _first_of_equal(sorted_keys)
        is_known, stated = self._stated(sorted_keys, sorted_digests[first])
        is_repeated = is_known | (first != np.arange(len(keys)))
        found = np.where(stated == sorted_digests, Repeat.EQUAL, Repeat.DIFFERENT)
        repeats = np.empty(len(keys), np.int8)
        repeats[order] = np.where(is_repeated, found, Repeat.NONE)
        self._keep(_Run(sorted_keys[~is_repeated], sorted_digests[~is_repeated]))
        return repeats

    def _stated(self, keys: Hashes, otherwise: Hashes) -> tuple[Booleans, Hashes]:
        """Return which sorted keys are known, and their digests; another digest where not."""
        is_known, stated = np.zeros(len(keys), np.bool_), otherwise.copy()
        maybe = np.flatnonzero(self._may_be_known[_beginning(keys)])
        wanted = keys[maybe]
        for run in chain.from_iterable(self._levels):
            place = np.minimum(np.searchsorted(run.keys, wanted), len(run.keys) - 1)
            is_here = run.keys[place] == wanted
            is_known[maybe[is_here]] = True
            stated[maybe[is_here]] = run.digests[place[is_here]]
        return is_known, stated

    def _keep(self, run: "_Run") -> None:
        if not len(run.keys):
            return
        self._may_be_known[_beginning(run.keys)] = True
        for level in self._levels:
            level.append(run)
            if len(level) < _RUNS_OF_A_LEVEL:
                return
            run = _merged(level)
            level.clear()
        self._levels.append([run])


@dataclass(frozen=True, slots=True)
class _Run:
    """Some orders by key, with what the file says of each; both of shape (orders,)."""

    keys: Hashes
    digests: Hashes


def _merged(runs: Sequence[_Run]) -> _Run:
    keys = np.concatenate([run.keys for run in runs])
    order = _sorting(keys)
    return _Run(keys[order], np.concatenate([run.digests for run in runs])[order])


def _sorting(keys: Hashes) -> npt.NDArray[np.int64]:
    """Return the positions of the keys in ascending order, equal ones as they come.

    Sorting without heed to the order of equal keys is several times faster, and there are none in
    most batches.
    """
    order = np.argsort(keys)
    in_order = keys[order]
    if (in_order[1:] == in_order[:-1]).any():
        return np.argsort(keys, kind="stable")
    return order


def _first_of_equal(keys: Hashes) -> npt.NDArray[np.int64]:
    """Return per sorted key the position of the first one that equals it."""
    is_first = np.ones(len(keys), np.bool_)
    is_first[1:] = keys[1:] != keys[:-1]
    return np.asarray(np.maximum.accumulate(np.where(is_first, np.arange(len(keys)), 0)))


def _beginning(keys: Hashes) -> Hashes:
    return keys >> np.uint64(64 - _FILTER_BITS)
