"""A whole portfolio, or an even sample of it, in an order that does not depend on how it came.

What is learned of a portfolio must not change when its rows come in another order; so customers are
put in the order of their own history before anything is summed up or drawn.
"""

from dataclasses import dataclass
from datetime import date

import numpy as np

from cockpit.analytics.blocked import BlockedDays, blocked_days
from cockpit.analytics.order_events import OrderEvents
from cockpit.analytics.packing import unpacked
from cockpit.analytics.segments import Integers, bounds_of, sums
from cockpit.domain.columns import StandingColumns, StatisticsColumns


@dataclass(frozen=True, slots=True)
class Portfolio:
    """Customers with at least one order event; n of them.

    Attributes:
        today: Proleptic ordinal of the day up to which orders are believed.
        events: Their order events, none after that day.
        blocked: Days on which nothing was sold to a customer.
        standing: Their companies, segments and blocked periods.
        whole_customers: How many such customers there are, those outside the sample included.
        whole_events: How many order events they have.
        rows: Where each customer stands in the statistics; shape (n,).
    """

    today: int
    events: OrderEvents
    blocked: BlockedDays
    standing: StandingColumns
    whole_customers: int
    whole_events: int
    rows: list[int]

    @property
    def customer_count(self) -> int:
        """Return how many customers there are here."""
        return len(self.rows)

    @property
    def first_day(self) -> int:
        """Return the ordinal of the first event's day, 0 without any."""
        return int(self.events.day.min()) if len(self.events.day) else 0


def portfolio(
    statistics: StatisticsColumns,
    standing: StandingColumns,
    *,
    as_of: date,
    most: int | None = None,
) -> Portfolio:
    """Return the customers who ordered by a day, or an even sample of them.

    Args:
        statistics: Of all customers.
        standing: Parallel to the statistics.
        as_of: The day; events after it are left out.
        most: How many customers at most; None takes all.
    """
    events = unpacked(statistics.event_days, statistics.event_cents).until(as_of.toordinal())
    rows = _in_order(events)
    if most is not None and len(rows) > most:
        rows = rows[np.linspace(0, len(rows) - 1, most).astype(np.int64)]
    picked = rows.tolist()
    return Portfolio(
        today=as_of.toordinal(),
        events=events_of(events, rows),
        blocked=blocked_days(standing.blocks, [statistics.customer_id[row] for row in picked]),
        standing=StandingColumns(
            company_id=[standing.company_id[row] for row in picked],
            segment_id=[standing.segment_id[row] for row in picked],
            blocks=standing.blocks,
        ),
        whole_customers=int(np.count_nonzero(events.counts)),
        whole_events=len(events.day),
        rows=picked,
    )


def events_of(events: OrderEvents, rows: Integers) -> OrderEvents:
    """Return the events of some customers, in their order; shape of rows (customers,)."""
    counts = events.counts[rows]
    bounds = bounds_of(counts)
    customer = np.repeat(np.arange(len(rows)), counts)
    at = np.arange(bounds[-1]) + (events.bounds[rows] - bounds[:-1])[customer]
    return OrderEvents(customer, events.day[at], events.value_cents[at], bounds)


def _in_order(events: OrderEvents) -> Integers:
    """Return who has events, by last and first day, their number, and their total value."""
    rows = np.flatnonzero(events.counts > 0)
    bounds = events.bounds
    keys = (
        sums(events.value_cents, bounds)[rows],
        events.counts[rows],
        events.day[bounds[:-1][rows]],
        events.day[bounds[1:][rows] - 1],
    )
    return rows[np.lexsort(keys)]
