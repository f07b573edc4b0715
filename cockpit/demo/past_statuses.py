"""Where the customers stood when they were contacted, and contacts that reached the office late."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from statistics import median
from uuid import UUID

from cockpit.demo.tables import Row, Tables
from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.domain.periods import Period, month_of
from cockpit.domain.vocabulary import LifecycleStatus, OrderKind

#: In usual intervals: how long a silence is that is noticed, and how long an inactivity.
NOTICED, INACTIVE = 1.5, 2.5
#: In days: a first order makes a customer new for so long, and two years of silence lose them.
NEW_DAYS, LOST_DAYS = 60, 730
#: How many months of the demo company are closed, and on which day of the next one.
CLOSED_MONTHS, CLOSING_DAY = 2, 4
#: A laptop that was in the field at the closing comes back so many days after it.
_BACK_AFTER = timedelta(days=5)
_LATE_EACH_MONTH = 2
#: Who bought nothing for long.
SILENT = (LifecycleStatus.INACTIVE, LifecycleStatus.LOST)


def closed_months(as_of: date) -> list[Period]:
    """Return the months that the company has closed, oldest first; the last one is still open."""
    last = month_of(as_of).first - timedelta(days=1)
    months = []
    for _ in range(CLOSED_MONTHS):
        last = month_of(last).first - timedelta(days=1)
        months.append(month_of(last))
    return months[::-1]


def closing_day(month: Period) -> date:
    """Return on which day a month is closed."""
    return month.last + timedelta(days=CLOSING_DAY)


def add_past_statuses(tables: Tables) -> None:
    """Say of each contact where the customer stood, from the orders before its day."""
    days = order_days(tables)
    silent: defaultdict[tuple[int, int], list[Row]] = defaultdict(list)
    for row in tables.rows["contacts"]:
        key, at = row["customer_id"], row["occurred_at"]
        assert isinstance(key, UUID)  # noqa: S101 - this generator wrote it
        assert isinstance(at, datetime)  # noqa: S101 - likewise
        day = at.astimezone(DEFAULT_ZONE).date()
        row["status_at_contact"] = status_on(day, days[key])
        came_back = any(day <= one <= day + timedelta(days=30) for one in days[key])
        if row["status_at_contact"] in SILENT and row["person_id"] is not None and came_back:
            silent[day.year, day.month].append(row)
    for month in closed_months(tables.as_of):
        back_on = tables.at(closing_day(month) + _BACK_AFTER, time(18, 20))
        for row in silent[month.first.year, month.first.month][:_LATE_EACH_MONTH]:
            row["stored_at"] = back_on


def status_on(day: date, order_days: Sequence[date]) -> LifecycleStatus:
    """Return where a customer stood in the morning of a day.

    Args:
        day: The day.
        order_days: On which days they ordered, ascending.
    """
    before = order_days[: bisect_left(order_days, day)]
    if not before:
        return LifecycleStatus.PROSPECT
    silence = (day - before[-1]).days
    if silence > LOST_DAYS:
        return LifecycleStatus.LOST
    if len(before) == 1:
        is_new = silence <= NEW_DAYS
        return LifecycleStatus.NEW if is_new else LifecycleStatus.INACTIVE
    usual = max(1.0, median((later - earlier).days for earlier, later in pairwise(before)))
    if silence > INACTIVE * usual:
        return LifecycleStatus.INACTIVE
    return LifecycleStatus.AT_RISK if silence > NOTICED * usual else LifecycleStatus.ACTIVE


def order_days(tables: Tables) -> defaultdict[UUID, list[date]]:
    """Return the days of sales, by customer, ascending."""
    found: defaultdict[UUID, set[date]] = defaultdict(set)
    for row in tables.rows["orders"]:
        key, day = row["customer_id"], row["ordered_on"]
        assert isinstance(key, UUID)  # noqa: S101 - this generator wrote it
        assert isinstance(day, date)  # noqa: S101 - likewise
        if row["kind"] == OrderKind.SALE:
            found[key].add(day)
    return defaultdict(list, {key: sorted(days) for key, days in found.items()})
