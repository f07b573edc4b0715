"""What a group's first so many events say, for every number of events at once.

A day knows the first events of each customer. What the intervals and the years up to each event add
up to is worked out once, so that a day costs a look at each customer's last event. Only customers
who were never blocked are meant: their intervals are plain days.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from cockpit.analytics.blocked import blocked_days
from cockpit.analytics.k_grid import DISCOUNT
from cockpit.analytics.order_events import OrderEvents
from cockpit.analytics.seasons import seasons_by
from cockpit.analytics.segments import Flags, Floats, Integers, bounds_of, sums
from cockpit.analytics.sufficient import GapStatistics, gaps_of, prefix_statistics, weights_of
from cockpit.analytics.value import CAP_IN_MEDIANS
from cockpit.domain.columns import BlockColumns

_DAY_BITS = 23
_KEY_BITS = 63
_DAYS_OF_A_YEAR = 365


class Prefixes:
    """A group's events, with what each prefix of a customer's says.

    Attributes:
        events: All events.
        number: How many events of the customer came before each; shape (events,).
        before: What was known before each event, the customer's first aside; shape (events,).
        gap_days: Days since the customer's event before, 0 for the first; shape (events,).
    """

    def __init__(self, events: OrderEvents) -> None:
        """Add everything up."""
        self.events = events
        size = len(events.day)
        gaps = gaps_of(events, blocked_days(BlockColumns(), []))
        known, days = prefix_statistics(gaps), gaps.days.astype(np.float64)
        self.number = np.arange(size) - events.bounds[:-1][events.customer]
        self.gap_days = np.zeros(size)
        self.gap_days[gaps.event] = days
        self.before = GapStatistics(
            *(
                _spread(column, gaps.event, size)
                for column in (known.repeats, known.weight, known.days, known.log_days)
            )
        )
        self._after_days = _spread(DISCOUNT * known.days + days, gaps.event, size)
        self._after_log = _spread(DISCOUNT * known.log_days + np.log(days), gaps.event, size)
        self._key = (events.customer << _DAY_BITS) | events.day

    def counts_on(self, days: Integers) -> Integers:
        """Return how many events each customer has on ascending days; shape (customers, days)."""
        size, width = len(self.events.bounds) - 1, len(days) + 1
        known_from = np.searchsorted(days, self.events.day)
        came = np.bincount(self.events.customer * width + known_from, minlength=size * width)
        counts: Integers = came.reshape(size, width)[:, :-1].cumsum(axis=1)
        return counts

    def gaps_at(self, event: Integers) -> GapStatistics:
        """Return the statistics up to and with some events; shape as given."""
        repeats = self.number[event]
        return GapStatistics(
            repeats.astype(np.float64),
            weights_of(repeats),
            self._after_days[event],
            self._after_log[event],
        )

    def has_seasons_at(self, event: Integers) -> Flags:
        """Return whether the customer had seasons of their own by some events; shape as given."""
        return seasons_by(self.events, event)

    def yearly_at(self, event: Integers) -> Integers:
        """Return the value of the customer's 365 days up to some events; shape as given."""
        customer, day = self.events.customer[event], self.events.day[event]
        oldest = (customer << _DAY_BITS) | np.maximum(day - _DAYS_OF_A_YEAR, 0)
        first = np.searchsorted(self._key, oldest, side="right")
        sums: Integers = self._running[event + 1] - self._running[first]
        return sums

    def mean_cents_at(self, event: Integers) -> Floats:
        """Return the mean of capped values of the customer's events up to some events.

        As ``value.exact_mean_cents`` gives it, to the last bit.

        Args:
            event: Ascending; shape (n,).
        """
        customer, counts = self.events.customer[event], self.number[event] + 1
        start = self.events.bounds[:-1][customer]
        total = 2 * (self._running[event + 1] - self._running[start])
        # A third of the largest value that at most half of the values stay below: none is capped.
        few = self._small[event + 1] - self._small[start]
        capped = np.flatnonzero(few > (counts - 1) // 2)
        rank, values = _ranks(customer[capped]), self._by_value(customer[capped])
        for one in range(int(rank.max(initial=-1)) + 1):
            at = capped[rank == one]
            total[at] = _capped_totals(values, customer[at], counts[at])
        return np.asarray(total / (2.0 * counts))

    @cached_property
    def _running(self) -> Integers:
        """Return the sums of the values before each event; shape (events + 1,)."""
        return bounds_of(self.events.value_cents)

    @cached_property
    def _small(self) -> Integers:
        """Return how many values before each event are far below the customer's largest."""
        events = self.events
        largest = np.zeros(len(events.bounds) - 1, dtype=np.int64)
        filled = events.counts > 0
        if filled.any():
            largest[filled] = np.maximum.reduceat(events.value_cents, events.bounds[:-1][filled])
        of_event = np.repeat(largest, events.counts)
        return bounds_of((CAP_IN_MEDIANS * events.value_cents < of_event).astype(np.int64))

    def _by_value(self, customers: Integers) -> "_Values":
        """Return the events of some customers, ascending by customer and value."""
        is_one = np.zeros(len(self.events.counts), dtype=np.bool_)
        is_one[customers] = True
        mine = np.flatnonzero(np.repeat(is_one, self.events.counts))
        customer, value = self.events.customer[mine], self.events.value_cents[mine]
        order = _order(customer, value)
        return _Values(customer[order], self.number[mine[order]], value[order])


@dataclass(frozen=True, slots=True)
class _Values:
    """Events, ascending by customer and value; shape (events,)."""

    customer: Integers
    number: Integers
    cents: Integers


def _capped_totals(values: _Values, rows: Integers, counts: Integers) -> Integers:
    """Return the sums of some customers' first capped values, in half cents; shape (n,).

    Args:
        values: Of these customers, and of others.
        rows: Ascending; shape (n,).
        counts: How many events of each, at least one; shape (n,).
    """
    known = np.zeros(int(values.customer[-1]) + 1, dtype=np.int64)
    known[rows] = counts
    chosen = values.cents[values.number < known[values.customer]]
    bounds = bounds_of(counts)
    start = bounds[:-1]
    median = chosen[start + (counts - 1) // 2] + chosen[start + counts // 2]
    capped = np.minimum(2 * chosen, np.repeat(CAP_IN_MEDIANS * median, counts))
    return sums(capped, bounds)


def _ranks(customer: Integers) -> Integers:
    """Return how many of the same customer come before each; ascending; shape as given."""
    place = np.arange(len(customer))
    is_first = np.ones(len(customer), dtype=np.bool_)
    is_first[1:] = customer[1:] != customer[:-1]
    ranks: Integers = place - np.maximum.accumulate(np.where(is_first, place, 0))
    return ranks


def _spread(values: Floats, at: Integers, size: int) -> Floats:
    """Return values at their events, 0 at each customer's first; shape (size,)."""
    spread = np.zeros(size)
    spread[at] = values
    return spread


def _order(customer: Integers, cents: Integers) -> Integers:
    """Return positions, ascending by customer and value; shape as given."""
    bits = int(cents.max(initial=0)).bit_length()
    if bits + int(customer.max(initial=0)).bit_length() > _KEY_BITS:
        return np.lexsort((cents, customer))
    return np.argsort((customer << bits) | cents)
