"""What depends on the instant: whether places are open, who is barred, the order of calling."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

import numpy as np

from cockpit.analytics.segments import Flags, Integers
from cockpit.analytics.work_list.bars import BARS, Bars, bars_of
from cockpit.analytics.work_list.columns import ChoiceColumn, InstantColumn, MemberColumn
from cockpit.analytics.work_list.orders import Order, of_calling
from cockpit.analytics.work_list.standing import Standings
from cockpit.analytics.work_list.store import Store
from cockpit.analytics.work_list.windows import Windows
from cockpit.domain.calling_window import Window
from cockpit.domain.eligibility import Bar

_WHO = {
    Bar.OTHERS_CAMPAIGN: "others_campaign",
    Bar.CLAIMED: "claimed_by",
    Bar.PACKED: "packed_by",
    Bar.JUST_CALLED: "last_contact_by",
    Bar.RESERVED: "reserved_by",
}


@dataclass(frozen=True)
class Moment:
    """An instant of a table.

    Attributes:
        now: Aware, in UTC.
        windows: The answer for each place, which may be of an earlier instant while it holds.
        bars: Who is not in the queue.
        order: The order of calling.
    """

    now: datetime
    windows: tuple[Window, ...]
    bars: Bars
    order: Order

    @classmethod
    def of(
        cls,
        store: Store,
        standings: Standings,
        now: datetime,
        windows: tuple[Window, ...] | None = None,
    ) -> "Moment":
        """Judge a table at an instant.

        Args:
            store: The customers.
            standings: What depends on them alone.
            now: Aware.
            windows: Answers for the places, where they are known.
        """
        if windows is None:
            windows = standings.places.windows(standings.rules, now)
        arrays = Windows.of(windows)
        bars = bars_of(store, standings.due, standings.places, arrays, now)
        order = of_calling(store, standings.worth, standings.due, bars)
        return cls(now, windows, bars, order)

    @cached_property
    def bar(self) -> MemberColumn[Bar]:
        """Return why each line is not in the queue."""
        return MemberColumn(self.bars.code, BARS)

    @cached_property
    def until(self) -> InstantColumn:
        """Return when each line returns by itself."""
        return InstantColumn(self.bars.until)

    def who(self, store: Store, standings: Standings) -> ChoiceColumn:
        """Return the colleague or holiday that each line's bar is about."""
        known = self.__dict__.get("_who")
        if known is None:
            known = self.__dict__["_who"] = self._who_of(store, standings)
        column: ChoiceColumn = known
        return column

    def _who_of(self, store: Store, standings: Standings) -> ChoiceColumn:
        names: list[str] = [""]
        codes = np.zeros(len(store), dtype=np.int32)
        for bar, field in _WHO.items():
            column = store.choices(field)
            lines = self._lines(bar)
            codes[lines] = column.codes[lines] + len(names)
            names += column.choices
        lines = self._lines(Bar.HOLIDAY)
        codes[lines] = standings.places.number[lines] + len(names)
        names += [one.holiday for one in self.windows]
        different = tuple(dict.fromkeys(names))
        place = np.array([different.index(one) for one in names], dtype=np.int32)
        return ChoiceColumn(place[codes], different)

    def _lines(self, bar: Bar) -> Integers:
        is_barred: Flags = self.bars.code == BARS.index(bar)
        return np.flatnonzero(is_barred)
