"""An order book ready for judging on a day: events, statistics, values and silences as arrays."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from cockpit.analytics.blocked import BlockedDays, blocked_days
from cockpit.analytics.order_events import OrderEvents
from cockpit.analytics.packing import unpacked
from cockpit.analytics.segments import Flags, Floats, Integers
from cockpit.analytics.sufficient import Gaps, GapStatistics, gap_statistics, gaps_of
from cockpit.analytics.value import capped_half_cents, exact_mean_cents
from cockpit.domain.columns import BlockColumns, StatisticsColumns


@dataclass(frozen=True, slots=True)
class CycleBook:
    """What is known of some customers on a day; n customers, those without orders included.

    Attributes:
        today: Proleptic ordinal of the day.
        events: Order events that are believed; none after the day unless the clock was set back.
        capped: The events' values without outliers, in half cents; shape (events,).
        intervals: The completed intervals.
        gaps: Their discounted statistics; shape (n,).
        mean_value_cents: Mean of the capped values, 0 without orders; shape (n,).
        blocked: Days on which nothing was sold to a customer.
    """

    today: int
    events: OrderEvents
    capped: Integers
    intervals: Gaps
    gaps: GapStatistics
    mean_value_cents: Floats
    blocked: BlockedDays

    @property
    def counts(self) -> Integers:
        """Return how many order events each customer has; shape (n,)."""
        return self.events.counts

    @property
    def has_orders(self) -> Flags:
        """Return which customers have an order event; shape (n,)."""
        return self.counts > 0

    def own_day(self, customer: Integers, day: Integers) -> Integers:
        """Return days on the customers' own clocks, which stand still while they are blocked.

        Args:
            customer: Positions; shape (n,).
            day: Ordinals; shape (n,).
        """
        return self.blocked.own_days(customer, day)

    def silence(self) -> Floats:
        """Return the days since the last order, blocked ones left out; shape (n,).

        0 without orders, and where the clock was set back behind the last order.
        """
        customer = np.arange(len(self.counts))
        today = self.own_day(customer, np.full(len(customer), self.today))
        since = today - self.own_day(customer, self.events.last_day)
        return np.where(self.has_orders, np.maximum(since, 0), 0).astype(np.float64)

    def is_blocked(self) -> Flags:
        """Return to whom nothing may be sold on the day; shape (n,)."""
        customer = np.arange(len(self.counts))
        return self.blocked.is_open(customer, np.full(len(customer), self.today))


def stored_book(statistics: StatisticsColumns, blocks: BlockColumns, *, as_of: date) -> CycleBook:
    """Return the book of stored statistics; nothing is summed up anew."""
    events = unpacked(statistics.event_days, statistics.event_cents)
    capped, blocked = capped_half_cents(events), blocked_days(blocks, statistics.customer_id)
    return CycleBook(
        today=as_of.toordinal(),
        events=events,
        capped=capped,
        intervals=gaps_of(events, blocked),
        gaps=GapStatistics(
            repeats=np.maximum(events.counts - 1, 0).astype(np.float64),
            weight=np.asarray(statistics.gap_weight, dtype=np.float64),
            days=np.asarray(statistics.gap_days, dtype=np.float64),
            log_days=np.asarray(statistics.gap_log_days, dtype=np.float64),
        ),
        mean_value_cents=exact_mean_cents(capped, events),
        blocked=blocked,
    )


def book_on(events: OrderEvents, blocked: BlockedDays, today: int) -> CycleBook:
    """Return the book as it was on a past day: events of later days are not looked at.

    Customers keep their positions; who had not ordered by then has no events.

    Args:
        events: Order events of the whole history.
        blocked: Blocked days of the same customers.
        today: Ordinal of the day.
    """
    known = events.until(today)
    capped, intervals = capped_half_cents(known), gaps_of(known, blocked)
    return CycleBook(
        today=today,
        events=known,
        capped=capped,
        intervals=intervals,
        gaps=gap_statistics(known, intervals),
        mean_value_cents=exact_mean_cents(capped, known),
        blocked=blocked,
    )
