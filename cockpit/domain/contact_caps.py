"""How often a customer may be contacted: so many times in so many days, whoever contacts them.

Any moment's window of a cap's length holds at most its count. Answers that the customer asked for
do not wait for a cap, but they count.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Cap:
    """At most ``count`` contacts within any ``days`` times 24 hours."""

    count: int
    days: int

    @property
    def period(self) -> timedelta:
        """Return its length."""
        return timedelta(days=self.days)


def is_within(caps: Iterable[Cap], contacts: Collection[datetime], at: datetime) -> bool:
    """Return whether one more contact at an instant keeps every cap."""
    return earliest(caps, contacts, at) == at


def earliest(caps: Iterable[Cap], contacts: Collection[datetime], at: datetime) -> datetime:
    """Return the first instant from ``at`` on at which one more contact keeps every cap.

    Args:
        caps: The caps; one of no contact or no day says nothing.
        contacts: When the customer was contacted, aware, in any order.
        at: The wished instant, aware; contacts after it count too.
    """
    latest = sorted(contacts)
    for cap in caps:
        if cap.count > 0 and cap.days > 0 and len(latest) >= cap.count:
            at = max(at, latest[-cap.count] + cap.period)
    return at
