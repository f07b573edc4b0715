"""Past days: the order book as it was known then, and what came after it."""

from dataclasses import dataclass

import numpy as np

from cockpit.analytics.blocked import BlockedDays
from cockpit.analytics.cycle_book import CycleBook, book_on
from cockpit.analytics.order_events import OrderEvents
from cockpit.analytics.segments import Flags, Floats, Integers, sums

#: What predictions are tried on: an order within so many days.
HORIZON_DAYS = 90
#: How far apart the past days lie from which is predicted.
STEP_DAYS = 30
#: How many days of history a prediction needs.
LEAST_HISTORY_DAYS = 60
#: Whom predictions are compared on: a rule of 120 days calls them active.
MOST_SILENCE = 120
LEAST_ORDERS = 3
_NEVER = 1 << 22


@dataclass(frozen=True, slots=True)
class PastDay:
    """What was known at the end of a past day, and what happened next.

    Attributes:
        book: The order book as it was; customers keep their positions, and who had not bought by
            then has no events. Values are today's: a return that came later has lowered them.
        next_day: Ordinal of each customer's first later event, far away without one; shape
            (customers,).
        value_90: What each bought in the next 90 days, in cents; shape (customers,).
    """

    book: CycleBook
    next_day: Integers
    value_90: Integers

    def stayed_away(self, days: Floats | float) -> Flags:
        """Return who did not order within so many days, one number or one each."""
        silent: Flags = self.next_day - self.book.today > days
        return silent

    def is_compared(self) -> Flags:
        """Return on whom scores are compared: those that a rule of 120 days calls active.

        They have three orders or more, the last at most 120 days ago, and were not blocked; shape
        (customers,).
        """
        known = (self.book.counts >= LEAST_ORDERS) & (self.book.silence() <= MOST_SILENCE)
        return known & ~self.book.is_blocked()


def past_day(events: OrderEvents, blocked: BlockedDays, day: int) -> PastDay:
    """Return a past day.

    Args:
        events: Order events of the whole history.
        blocked: Blocked days of the same customers.
        day: Proleptic ordinal.
    """
    book = book_on(events, blocked, day)
    follows = events.bounds[:-1] + book.counts
    has_next = follows < events.bounds[1:]
    next_day = np.full(len(follows), _NEVER, dtype=np.int64)
    next_day[has_next] = events.day[follows[has_next]]
    is_soon = (events.day > day) & (events.day <= day + HORIZON_DAYS)
    bought = sums(np.where(is_soon, events.value_cents, 0), events.bounds)
    return PastDay(book, next_day, bought)


def days_to_try(events: OrderEvents, as_of_day: int, *, most: int) -> list[int]:
    """Return the past days whose next 90 days are known, 30 days apart, the newest first.

    Args:
        events: All order events.
        as_of_day: Ordinal of the day up to which orders are known.
        most: How many days at most.
    """
    if not len(events.day):
        return []
    first = int(events.day.min()) + LEAST_HISTORY_DAYS
    return list(range(as_of_day - HORIZON_DAYS, first - 1, -STEP_DAYS))[:most]


def mean_intervals(book: CycleBook) -> Floats:
    """Return each customer's mean interval in days, all weighing the same; NaN with one order."""
    customer = np.arange(len(book.counts))
    first = book.own_day(customer, book.events.first_day)
    last = book.own_day(customer, book.events.last_day)
    mean = np.full(len(customer), np.nan)
    np.divide(last - first, book.gaps.repeats, out=mean, where=book.gaps.repeats > 0)
    return mean
