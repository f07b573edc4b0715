"""The intervals between everybody's purchases as of a day, to be counted and opened."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cockpit.analytics.cycle_book import CycleBook
from cockpit.analytics.histogram import Silences, gap_histogram
from cockpit.analytics.past_days.day import Rules, judged
from cockpit.analytics.segments import Flags, Integers, bounds_of
from cockpit.analytics.status import code_of
from cockpit.domain.cycle_reports import GapHistogram, GapSpan
from cockpit.domain.vocabulary import LifecycleStatus

_BASIS_POINTS = 10_000.0
_UNWATCHED = [
    code_of(one)
    for one in (LifecycleStatus.BLOCKED, LifecycleStatus.LOST, LifecycleStatus.PROSPECT)
]
Small = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class GroupGaps:
    """The intervals of a group of customers; n of them have ordered.

    Attributes:
        place: Positions among all customers of those who have ordered; shape (n,).
        customer: Whose each completed interval is, a position in ``place``; shape (gaps,).
        days: Its length; shape (gaps,).
        silences: Of those who have ordered.
    """

    place: Integers
    customer: Small
    days: Small
    silences: Silences


def group_gaps(book: CycleBook, rules: Rules, first: int) -> GroupGaps:
    """Return the intervals of a group that begins at a position among all customers."""
    gaps, found, chosen = book.intervals, judged(book, rules), book.has_orders
    alive = np.rint(found.beliefs.alive * _BASIS_POINTS) / _BASIS_POINTS
    is_watched = ~np.isin(found.standing.deciding, _UNWATCHED)
    return GroupGaps(
        first + np.flatnonzero(chosen),
        (np.cumsum(chosen) - 1)[gaps.customer].astype(np.int32),
        gaps.days.astype(np.int32),
        Silences(found.silence[chosen].astype(np.int64), alive[chosen], is_watched[chosen]),
    )


class GapTable:
    """Everybody's intervals as of a day."""

    def __init__(self, groups: Sequence[GroupGaps]) -> None:
        """Take the groups, one after the other."""
        first = bounds_of(np.array([len(one.place) for one in groups], dtype=np.int64)).tolist()
        self._place = np.concatenate([one.place for one in groups])
        self._customer: Small = np.concatenate(
            [one.customer + np.int32(at) for one, at in zip(groups, first[:-1], strict=True)]
        )
        self._days: Small = np.concatenate([one.days for one in groups])
        self._silences = Silences(
            *(
                np.concatenate([getattr(one.silences, name) for one in groups])
                for name in Silences.__dataclass_fields__
            )
        )

    def histogram(self, *, is_per_customer: bool) -> GapHistogram:
        """Return where purchases concentrated."""
        customer, days = self._customer.astype(np.int64), self._days.astype(np.int64)
        return gap_histogram(customer, days, self._silences, is_per_customer=is_per_customer)

    def places_within(self, span: GapSpan) -> list[int]:
        """Return the positions of those behind a figure of the histogram, ascending."""
        if span.is_silence:
            silences = self._silences
            chosen = np.flatnonzero(silences.is_watched & _is_within(silences.days, span))
        else:
            chosen = np.unique(self._customer[_is_within(self._days, span)]).astype(np.int64)
        places: list[int] = self._place[chosen].tolist()
        return places


def _is_within(days: Integers | Small, span: GapSpan) -> Flags:
    is_within: Flags = days >= span.low_days
    return is_within if span.high_days is None else is_within & (days < span.high_days)
