"""Recency, frequency and observed time: what the named models need to know of each customer."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np

from cockpit.analytics.order_events import EARLIEST_BELIEVED_DAY, Documents
from cockpit.analytics.segments import Floats, Integers

_DAY_BITS = date.max.toordinal().bit_length()


class TimeUnit(StrEnum):
    """In what the models count time; their scale parameters and the likelihood depend on it."""

    DAYS = "days"
    WEEKS = "weeks"

    @property
    def days(self) -> int:
        """Return the unit's length in days."""
        return 7 if self is TimeUnit.WEEKS else 1


@dataclass(frozen=True, slots=True)
class PurchaseSummary:
    """Customers by columns; time counts from each one's first order; every shape is (customers,).

    In the words of the field (x, t_x, T) and litt.

    Attributes:
        customer: The customer's position, as it was handed over; ascending.
        repeat_count: x, the orders after the first.
        last_at: t_x, the last order, in units of time; 0 without a repeat order.
        observed: T, the end of the observation, in units of time.
        log_gaps: litt, the sum of the intervals' logarithms.
    """

    customer: Integers
    repeat_count: Floats
    last_at: Floats
    observed: Floats
    log_gaps: Floats

    def __len__(self) -> int:
        """Return how many customers there are."""
        return len(self.customer)

    @property
    def silence(self) -> Floats:
        """Return the time since the last order; shape (customers,)."""
        return self.observed - self.last_at

    def every(self, step: int) -> "PurchaseSummary":
        """Return every so many-th of the customers."""
        return PurchaseSummary(
            customer=self.customer[::step],
            repeat_count=self.repeat_count[::step],
            last_at=self.last_at[::step],
            observed=self.observed[::step],
            log_gaps=self.log_gaps[::step],
        )


def summary_from_documents(book: Documents, *, until: date, unit: TimeUnit) -> PurchaseSummary:
    """Return the summary of everybody with a sale up to a day, as the published studies count.

    Every day with a sale is an order, whatever its value, and returns take nothing back: these
    models know when customers bought, not what. (The engine's order events leave out sales of
    nothing, which would change the published figures.)

    Args:
        book: Documents in any order.
        until: The last day of the observation; later documents are left out.
        unit: In what time is counted.
    """
    earliest = EARLIEST_BELIEVED_DAY.toordinal()
    is_order = ~book.is_return & (book.day >= earliest)
    key = np.sort((book.customer[is_order] << _DAY_BITS) | book.day[is_order])
    key = key[np.diff(key, prepend=-1) > 0]
    customer, day = key >> _DAY_BITS, key & ((1 << _DAY_BITS) - 1)
    return summary_from_events(customer, day, until=until, unit=unit)


def summary_from_events(
    customer: Integers, day: Integers, *, until: date, unit: TimeUnit
) -> PurchaseSummary:
    """Return the summary of everybody who ordered up to a day.

    Source: Fader, Hardie & Lee (2005), "Counting your customers the easy way", Marketing Science
    24(2), section 3; litt: Platzer & Reutterer (2016), "Ticking away the moments", Marketing
    Science 35(5).

    Args:
        customer: Positions of the customers, ascending; shape (events,).
        day: Proleptic ordinals of their order events, ascending and distinct within a customer;
            shape (events,).
        until: The last day of the observation; later events are left out.
        unit: In what time is counted.
    """
    until_day = until.toordinal()
    is_known = day <= until_day
    customer, day = customer[is_known], day[is_known]
    start = np.flatnonzero(np.diff(customer, prepend=-1))
    count = np.diff(start, append=len(customer))
    gap = np.diff(day, prepend=0) / unit.days
    gap[start] = 1.0
    return PurchaseSummary(
        customer=customer[start],
        repeat_count=(count - 1).astype(np.float64),
        last_at=(day[start + count - 1] - day[start]) / unit.days,
        observed=(until_day - day[start]) / unit.days,
        log_gaps=np.add.reduceat(np.log(gap), start) if len(start) else gap,
    )
