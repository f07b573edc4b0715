"""Readings that are kept while nothing is committed, so that a filter need not read again."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import RLock
from time import monotonic
from typing import Any, TypeVar

from cockpit.domain.periods import Period
from cockpit.services.ports import ReadUnit

T = TypeVar("T")
#: Periods that somebody goes back and forth between, each with the one it is compared with.
_KEPT = 12


@dataclass(slots=True)
class ReadingMemory:
    """The last readings; safe to use from several threads, one of which reads at a time.

    Attributes:
        patience_seconds: For so long nobody asks again whether something was committed.
    """

    patience_seconds: float = 0
    _kept: OrderedDict[Hashable, tuple[int, Any]] = field(default_factory=OrderedDict)
    _looked_at: dict[Hashable, float] = field(default_factory=dict)
    _lock: RLock = field(default_factory=RLock)

    def of(self, unit: ReadUnit, key: Hashable, read: Callable[[], T]) -> T:
        """Return what was read under a key, or read it anew where something was committed.

        Args:
            unit: Where to read.
            key: What it depends on besides the database.
            read: Reads it.
        """
        with self._lock:
            known = self._kept.get(key)
            if known is not None and self._holds(unit, key, known[0]):
                self._kept.move_to_end(key)
                found: T = known[1]
                return found
            mark = unit.reactivation.mark()
            found = read()
            self._keep(key, mark, found)
        return found

    def of_days(
        self,
        unit: ReadUnit,
        key: Hashable,
        days: tuple[Period, Period],
        read: Callable[[Period], T],
    ) -> T:
        """Return what was read of a period or of more days, or read it anew.

        Args:
            unit: Where to read.
            key: What it depends on besides the database and the days.
            days: The period, and what is read where nothing is kept of all of it.
            read: Reads some days.
        """
        period, wide = days
        with self._lock:
            for kept in self._kept:
                if not (isinstance(kept, tuple) and len(kept) == 2 and kept[0] == key):
                    continue
                around = kept[1]
                if isinstance(around, Period) and period.first in around and period.last in around:
                    wide = around
            return self.of(unit, (key, wide), lambda: read(wide))

    def renew(self) -> None:
        """Ask with the next question what was committed."""
        with self._lock:
            self._looked_at.clear()

    def _holds(self, unit: ReadUnit, key: Hashable, mark: int) -> bool:
        looked_at = self._looked_at.get(key)
        if looked_at is not None and monotonic() - looked_at < self.patience_seconds:
            return True
        holds = unit.reactivation.is_as_marked(mark)
        if holds:
            self._looked_at[key] = monotonic()
        return holds

    def _keep(self, key: Hashable, mark: int, found: object) -> None:
        self._kept[key] = (mark, found)
        self._kept.move_to_end(key)
        self._looked_at[key] = monotonic()
        while len(self._kept) > _KEPT:
            gone, _ = self._kept.popitem(last=False)
            self._looked_at.pop(gone, None)
