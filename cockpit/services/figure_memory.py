"""What was read for figures, kept while the database stays as it is."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from threading import RLock
from time import monotonic
from typing import TypeVar, cast

from cockpit.domain.fact_columns import FactNames
from cockpit.domain.periods import Period
from cockpit.services.ports.indicators import CustomerBook

#: Periods whose columns are kept: what is around, a question, its comparison and its trend.
_KEPT = 12
#: What kind of columns, of which period, as known when.
_Key = tuple[str, Period, datetime | None]
_B = TypeVar("_B")


@dataclass(slots=True)
class FigureMemory:
    """Columns of one state of the database; safe to use from several threads, one at a time.

    Attributes:
        lock: Held by whoever reads or asks.
        state: The number up to which they are complete; None before the first reading.
        names: The small tables.
        customers: Everybody.
    """

    lock: RLock = field(default_factory=RLock)
    state: int | None = None
    names: FactNames | None = None
    customers: CustomerBook | None = None
    _looked_at: float | None = None
    _books: OrderedDict[_Key, object] = field(default_factory=OrderedDict)

    def looks_again(self, patience_seconds: float) -> bool:
        """Return whether it is time to ask what was committed meanwhile."""
        return self._looked_at is None or monotonic() - self._looked_at >= patience_seconds

    def note_look(self) -> None:
        """Take note that somebody asked just now."""
        self._looked_at = monotonic()

    def renew(self) -> None:
        """Ask with the next question."""
        self._looked_at = None

    def forget(self) -> None:
        """Drop everything."""
        self.state = self.names = self.customers = None
        self._books.clear()

    def covering(self, kind: str, period: Period, known_at: datetime | None) -> Period | None:
        """Return the days of kept columns that hold a period's; None where there are none."""
        for other, days, known in reversed(self._books):
            is_around = days.first <= period.first and period.last <= days.last
            if other == kind and known == known_at and is_around:
                return days
        return None

    def book(self, key: _Key, read: Callable[[], _B]) -> _B:
        """Return kept columns, or read them; the longest unused go."""
        if key not in self._books:
            self._books[key] = read()
        self._books.move_to_end(key)
        while len(self._books) > _KEPT:
            self._books.popitem(last=False)
        return cast("_B", self._books[key])
