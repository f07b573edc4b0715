"""What a customer buys a month, before and of late."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from cockpit.domain.sections import OrderStory
from cockpit.domain.vocabulary import OrderKind

#: The latest purchases, and those before them to compare with.
LATE_DAYS, EARLIER_DAYS = 180, 365
#: Fewer days say nothing of what was usual.
_FEWEST_DAYS = 90
_MONTH_DAYS = 365 / 12
#: What counts as buying less: so much of what it was.
_SHRUNK = 0.7


@dataclass(frozen=True, slots=True)
class MonthlyVolume:
    """Net value of a month, in cents, before and of late."""

    before_cents: int
    now_cents: int

    @property
    def is_shrinking(self) -> bool:
        """Return whether the customer buys clearly less than before."""
        return self.now_cents < _SHRUNK * self.before_cents


def monthly_volume(orders: Iterable[OrderStory]) -> MonthlyVolume | None:
    """Return the monthly value of the latest purchases and of those before.

    Both are counted back from the last sale and not from today, so that silence, which is a fact
    of its own, does not look like smaller orders. Returns lower the value.

    Returns:
        None where the purchases do not reach back far enough to compare.
    """
    counted = [(one.ordered_on, _value(one)) for one in orders if _value(one)]
    sales = [day for day, cents in counted if cents > 0]
    if not sales:
        return None
    last, first = max(sales), min(sales)
    middle = last - timedelta(days=LATE_DAYS)
    start = max(middle - timedelta(days=EARLIER_DAYS), first - timedelta(days=1))
    earlier_days = (middle - start).days
    if earlier_days < _FEWEST_DAYS:
        return None
    before = _sum(counted, start, middle) / earlier_days * _MONTH_DAYS
    now = _sum(counted, middle, date.max) / LATE_DAYS * _MONTH_DAYS
    return MonthlyVolume(round(before), round(now))


def _sum(counted: Iterable[tuple[date, int]], after: date, until: date) -> int:
    return sum(cents for day, cents in counted if after < day <= until)


def _value(order: OrderStory) -> int:
    if order.kind is OrderKind.SALE:
        return order.net_cents
    return -abs(order.net_cents) if order.kind is OrderKind.RETURN else 0
