"""Readings that are kept while nothing is committed, so that a filter need not read again."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, TypeVar

from cockpit.services.ports import ReadUnit

T = TypeVar("T")
#: Periods that somebody goes back and forth between, each with the one it is compared with.
_KEPT = 12


@dataclass(slots=True)
class ReadingMemory:
    """The last readings; safe to use from several threads, which may read the same twice."""

    _kept: OrderedDict[Hashable, tuple[int, Any]] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def of(self, unit: ReadUnit, key: Hashable, read: Callable[[], T]) -> T:
        """Return what was read under a key, or read it anew where something was committed.

        Args:
            unit: Where to read.
            key: What it depends on besides the database.
            read: Reads it.
        """
        with self._lock:
            known = self._kept.get(key)
        if known is not None and unit.reactivation.is_as_marked(known[0]):
            found: T = known[1]
            return found
        mark = unit.reactivation.mark()
        found = read()
        with self._lock:
            self._kept[key] = (mark, found)
            self._kept.move_to_end(key)
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return found
