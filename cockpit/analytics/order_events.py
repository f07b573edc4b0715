"""From documents to order events: on which days a customer bought, and for how much.

An order event is all that one customer bought on one calendar day. A return lowers the value of the
latest event up to its own day and does nothing else: it makes no event and refreshes no recency.
Documents of a day to come, and of the days that ERPs write for "no date", are not believed.
"""

from dataclasses import dataclass
from datetime import date

import numpy as np

from cockpit.analytics.segments import Flags, Integers, bounds_of
from cockpit.domain.columns import OrderColumns
from cockpit.domain.vocabulary import OrderKind

#: 0001-01-01, 1899-12-30, 1900-01-01 and 1970-01-01 stand for an empty date in ERPs' exports.
EARLIEST_BELIEVED_DAY = date(1980, 1, 1)

_DAY_BITS = date.max.toordinal().bit_length()
_DAY_MASK = (1 << _DAY_BITS) - 1


@dataclass(frozen=True, slots=True)
class Documents:
    """The order book as arrays of equal length, one entry per document, in any order.

    Attributes:
        customer_count: How many customers there are, those without documents included.
        customer: Position of the customer; shape (documents,).
        day: Proleptic ordinal of the document's day; shape (documents,).
        net_cents: Net value in cents; shape (documents,).
        is_return: Whether it is a return instead of a sale; shape (documents,).
    """

    customer_count: int
    customer: Integers
    day: Integers
    net_cents: Integers
    is_return: Flags


@dataclass(frozen=True, slots=True)
class OrderEvents:
    """Order events, ascending by customer and day, at most one per customer and day.

    Attributes:
        customer: Position of the customer; shape (events,).
        day: Proleptic ordinal of the day; shape (events,).
        value_cents: Net value after returns, in cents, above 0; shape (events,).
        bounds: Where each customer's events begin and end; shape (customers + 1,).
    """

    customer: Integers
    day: Integers
    value_cents: Integers
    bounds: Integers

    @property
    def counts(self) -> Integers:
        """Return how many events each customer has; shape (customers,)."""
        return np.diff(self.bounds)

    @property
    def first_day(self) -> Integers:
        """Return the ordinal of each customer's first event, 0 without; shape (customers,)."""
        return self._day_at(self.bounds[:-1])

    @property
    def last_day(self) -> Integers:
        """Return the ordinal of each customer's last event, 0 without; shape (customers,)."""
        return self._day_at(self.bounds[1:] - 1)

    def until(self, day: int) -> "OrderEvents":
        """Return the events up to and with a day; customers keep their positions."""
        is_known = self.day <= day
        if is_known.all():
            return self
        customer = self.customer[is_known]
        counts = np.bincount(customer, minlength=len(self.counts))
        return OrderEvents(
            customer, self.day[is_known], self.value_cents[is_known], bounds_of(counts)
        )

    def _day_at(self, event: Integers) -> Integers:
        """Return the days of events, 0 for customers without; shape (customers,)."""
        has_events = self.counts > 0
        day = np.zeros(len(event), dtype=np.int64)
        day[has_events] = self.day[event[has_events]]
        return day


def documents(orders: OrderColumns) -> Documents:
    """Turn the columns of the order book, of whatever sequence type, into arrays."""
    count = len(orders.day)
    return Documents(
        customer_count=len(orders.customer_ids),
        customer=np.asarray(orders.customer, dtype=np.int64),
        day=np.asarray(orders.day, dtype=np.int64),
        net_cents=np.asarray(orders.net_cents, dtype=np.int64),
        is_return=np.fromiter(map(OrderKind.RETURN.__eq__, orders.kind), np.bool_, count),
    )


def order_events(book: Documents, *, as_of: date) -> OrderEvents:
    """Return the order events known at the end of a day.

    Sales of a customer and day are added up; sales of nothing (samples, bonuses) count for nothing.
    Returns lower the latest event up to their own day, down to 0 at most, and an event of which
    at least nine tenths came back is dropped.

    Source: "order event" in the purchase-cycle definitions (docs/purchase-cycle.md).

    Args:
        book: Documents in any order.
        as_of: The last day that is believed.
    """
    earliest = EARLIEST_BELIEVED_DAY.toordinal()
    is_believed = (book.day >= earliest) & (book.day <= as_of.toordinal())
    is_sale = is_believed & ~book.is_return & (book.net_cents > 0)
    key, gross = _daily_sums(book, is_sale)
    returned = _returned(book, is_believed & book.is_return, key)
    is_kept = returned * 10 < gross * 9
    key = key[is_kept]
    customer = key >> _DAY_BITS
    return OrderEvents(
        customer=customer,
        day=key & _DAY_MASK,
        value_cents=(gross - returned)[is_kept],
        bounds=bounds_of(np.bincount(customer, minlength=book.customer_count)),
    )


def future_counts(book: Documents, *, as_of: date) -> Integers:
    """Return how many documents of each customer are dated after a day; shape (customers,)."""
    customer = book.customer[book.day > as_of.toordinal()]
    return np.bincount(customer, minlength=book.customer_count).astype(np.int64)


def _keys(book: Documents, chosen: Flags) -> Integers:
    """Return customer and day of the chosen documents as one number that sorts by both."""
    return (book.customer[chosen] << _DAY_BITS) | book.day[chosen]


def _daily_sums(book: Documents, chosen: Flags) -> tuple[Integers, Integers]:
    """Return the distinct keys of the chosen documents, ascending, and their summed cents."""
    key, cents = _keys(book, chosen), book.net_cents[chosen]
    if np.any(key[1:] < key[:-1]):
        order = np.argsort(key)
        key, cents = key[order], cents[order]
    is_first = np.ones(len(key), dtype=np.bool_)
    is_first[1:] = key[1:] != key[:-1]
    starts = np.flatnonzero(is_first)
    return key[starts], np.add.reduceat(cents, starts) if len(starts) else cents


def _returned(book: Documents, chosen: Flags, event_key: Integers) -> Integers:
    """Return the cents that came back of each event; shape (events,)."""
    key = _keys(book, chosen)
    event = np.searchsorted(event_key, key, side="right") - 1
    has_event = event >= 0
    has_event[has_event] = event_key[event[has_event]] >> _DAY_BITS == key[has_event] >> _DAY_BITS
    returned = np.zeros(len(event_key), dtype=np.int64)
    # Some ERPs write returns with a minus although the document's kind says it already.
    np.add.at(returned, event[has_event], np.abs(book.net_cents[chosen][has_event]))
    return returned
