"""What a group's first so many events say, for every number of events at once.

A day knows the first events of each customer. What the intervals and the years up to each event add
up to is worked out once, so that a day costs a look at each customer's last event. Only customers
who were never blocked are meant: their intervals are plain days.
"""

from functools import cached_property

import numpy as np

from cockpit.analytics.blocked import blocked_days
from cockpit.analytics.k_grid import DISCOUNT
from cockpit.analytics.order_events import OrderEvents
from cockpit.analytics.past_days.material import yearly_at_events
from cockpit.analytics.seasons import LEAST_DAYS, LEAST_ORDERS
from cockpit.analytics.segments import Flags, Floats, Integers, bounds_of
from cockpit.analytics.sufficient import GapStatistics, gaps_of, prefix_statistics, weights_of
from cockpit.analytics.value import CAP_IN_MEDIANS
from cockpit.domain.columns import BlockColumns

_DAY_BITS = 23
_KEY_BITS = 63


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

    def counts_on(self, day: int) -> Integers:
        """Return how many events each customer has on a day; shape (customers,)."""
        bounds = self.events.bounds
        first = np.arange(len(bounds) - 1) << _DAY_BITS
        found: Integers = np.searchsorted(self._key, first | day, side="right")
        return found - bounds[:-1]

    def gaps_at(self, event: Integers) -> GapStatistics:
        """Return the statistics up to and with some events; shape as given."""
        repeats = self.number[event]
        return GapStatistics(
            repeats.astype(np.float64),
            weights_of(repeats),
            self._after_days[event],
            self._after_log[event],
        )

    def may_have_seasons(self, rows: Integers, counts: Integers) -> Flags:
        """Return who has so many first events, over so long, that seasons are looked for."""
        first = self.events.bounds[:-1][rows]
        days = self.events.day
        span = days[first + counts - 1] - days[first]
        enough: Flags = (counts >= LEAST_ORDERS) & (span >= LEAST_DAYS)
        return enough

    @cached_property
    def yearly_cents(self) -> Integers:
        """Return at each event the value of the customer's 365 days up to it; shape (events,)."""
        return yearly_at_events(self.events)

    @cached_property
    def _by_value(self) -> tuple[Integers, Integers, Integers]:
        """Return customers, numbers and values of events, ascending by customer and value."""
        order = _order(self.events)
        return self.events.customer[order], self.number[order], self.events.value_cents[order]

    def mean_cents(self, rows: Integers, counts: Integers) -> Floats:
        """Return the mean of capped values of some customers' first events.

        As ``value.exact_mean_cents`` gives it, to the last bit.

        Args:
            rows: Ascending; shape (n,).
            counts: How many events of each, at least one; shape (n,).
        """
        customer, number, value = self._by_value
        known = np.zeros(len(self.events.bounds) - 1, dtype=np.int64)
        known[rows] = counts
        chosen = value[number < known[customer]]
        bounds = bounds_of(counts)
        start = bounds[:-1]
        median = chosen[start + (counts - 1) // 2] + chosen[start + counts // 2]
        capped = np.minimum(2 * chosen, np.repeat(CAP_IN_MEDIANS * median, counts))
        running = bounds_of(capped)
        total = running[bounds[1:]] - running[start]
        return np.asarray(total / (2.0 * counts))


def _spread(values: Floats, at: Integers, size: int) -> Floats:
    """Return values at their events, 0 at each customer's first; shape (size,)."""
    spread = np.zeros(size)
    spread[at] = values
    return spread


def _order(events: OrderEvents) -> Integers:
    """Return the events' positions, ascending by customer and value."""
    bits = int(events.value_cents.max(initial=0)).bit_length()
    if bits + len(events.bounds).bit_length() > _KEY_BITS:
        return np.lexsort((events.value_cents, events.customer))
    return np.argsort((events.customer << bits) | events.value_cents)
