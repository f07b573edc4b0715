"""Who came back, and to which contact the credit goes.

A customer is credited once for each return: to the last contact that reached them while they were
inactive, if they ordered within so many days of it. Until those days are over their orders belong
to that return; the next one needs a contact after them. So no order is counted twice, and who
keeps calling somebody who has come back earns nothing by it.
"""

from dataclasses import dataclass

import numpy as np

from cockpit.analytics.order_events import OrderEvents
from cockpit.analytics.segments import Flags, Integers

#: Longer than any history in days: a customer's number and a day make one sortable number.
_SPAN = 1 << 23


@dataclass(frozen=True, slots=True)
class Approaches:
    """Contacts that reached a customer who was inactive, by customer, day and instant.

    Attributes:
        customer: Whom, by position among the order events' customers; ascending; shape (n,).
        day: Ordinal of the contact's day; ascending with each customer; shape (n,).
    """

    customer: Integers
    day: Integers


@dataclass(frozen=True, slots=True)
class Returns:
    """Customers who came back, by the day of it; shape (returns,).

    Attributes:
        customer: Who, by position.
        approach: Position of the contact that gets the credit.
        event: Position of the order event that was the return.
        day: Ordinal of that event's day.
        last_day: Ordinal of the last day whose orders belong to the return.
        until: Position of the first order event that does not.
    """

    customer: Integers
    approach: Integers
    event: Integers
    day: Integers
    last_day: Integers
    until: Integers

    @property
    def count(self) -> int:
        """Return how many there are."""
        return len(self.customer)


def returns_of(
    approaches: Approaches, events: OrderEvents, *, within_days: int | Integers
) -> Returns:
    """Return who came back.

    Source: "reactivated" in the definitions of the indicators (docs/indicators.md).

    Args:
        approaches: Contacts that may earn a credit.
        events: Order events of the whole history.
        within_days: Days from the contact to the order, at most; 0 is the contact's own day. One
            number for all, or one for each; shape (n,).
    """
    contact = approaches.customer * _SPAN + approaches.day
    order = events.customer * _SPAN + events.day
    following = np.searchsorted(order, contact)
    end = contact + within_days
    hits = np.flatnonzero(following < len(order))
    hits = hits[order[following[hits]] <= end[hits]]
    found: list[Integers] = []
    while len(hits):
        customer = approaches.customer[hits]
        first = hits[np.flatnonzero(np.diff(customer, prepend=-1))]
        event = following[first]
        # The last one of those that still hold: one before it may hold longer.
        credited = hits[np.searchsorted(contact[hits], order[event], side="right") - 1]
        found.append(np.stack([credited, event]))
        barrier = np.full(int(approaches.customer[-1]) + 1, -1, dtype=np.int64)
        barrier[approaches.customer[first]] = end[credited]
        hits = hits[contact[hits] > barrier[customer]]
    pairs = np.concatenate(found, axis=1) if found else np.zeros((2, 0), dtype=np.int64)
    pairs = pairs[:, np.argsort(events.day[pairs[1]], kind="stable")]
    credited, event = pairs
    return Returns(
        customer=approaches.customer[credited],
        approach=credited,
        event=event,
        day=events.day[event],
        last_day=(end - approaches.customer * _SPAN)[credited],
        until=np.searchsorted(order, end[credited], side="right"),
    )


def credited_events(returns: Returns) -> tuple[Integers, Integers]:
    """Return which order events belong to a return, and to which.

    Args:
        returns: As ``returns_of`` gives them.

    Returns:
        Positions of events and, parallel to them, of returns; each event at most once.
    """
    counts = returns.until - returns.event
    owner = np.repeat(np.arange(returns.count), counts)
    first = np.cumsum(counts) - counts
    return returns.event[owner] + np.arange(len(owner)) - first[owner], owner


def in_days(days: Integers, first_day: int, last_day: int) -> Flags:
    """Return which ordinals lie in a period, its last day included; shape as given."""
    inside: Flags = (days >= first_day) & (days <= last_day)
    return inside
