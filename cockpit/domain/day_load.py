"""How many next contacts a day holds, and how a bulk of them is spread over working days."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class DayLoad:
    """One day of the agenda.

    Attributes:
        count: Next contacts that are open on it.
        capacity: How many are planned for a day; 0 on a day without calls.
    """

    day: date
    count: int
    capacity: int

    @property
    def free(self) -> int:
        """Return how many more fit."""
        return max(self.capacity - self.count, 0)


def spread(
    keys: Sequence[Key],
    days: Iterable[DayLoad],
    *,
    may_use: Mapping[Key, frozenset[date]] | None = None,
) -> dict[Key, date]:
    """Give each customer a day: evenly, the first of them soonest, none over a day's capacity.

    The load is levelled: all days are filled up to the same share of their capacity as far as what
    they hold already allows, so that the first day is no fuller than the last.

    Args:
        keys: Customers, the most important first.
        days: The days on offer, in order.
        may_use: The days on which a customer can be called; a customer who is not there can be
            called on all of them.

    Returns:
        The days; whoever does not fit any more is left out.
    """
    offered = list(days)
    quota = _quota(offered, len(keys))
    left = {one.day: one.free for one in offered}
    allowed = may_use or {}
    found: dict[Key, date] = {}
    for places in (quota, left):
        for key in keys:
            day = None if key in found else _first(places, allowed.get(key))
            if day is not None:
                found[key] = day
                places[day] -= 1
                if places is quota:
                    left[day] -= 1
    return found


def _first(places: Mapping[date, int], allowed: frozenset[date] | None) -> date | None:
    """Return the first day with a place that is allowed."""
    for day, count in places.items():
        if count and (allowed is None or day in allowed):
            return day
    return None


def _quota(days: Sequence[DayLoad], count: int) -> dict[date, int]:
    """Return how many of ``count`` each day takes so that the fullest is as empty as can be."""
    quota = {one.day: 0 for one in days}
    for _ in range(count):
        open_days = [one for one in days if quota[one.day] < one.free]
        if not open_days:
            break
        emptiest = min(open_days, key=lambda one: (one.count + quota[one.day]) / one.capacity)
        quota[emptiest.day] += 1
    return quota
