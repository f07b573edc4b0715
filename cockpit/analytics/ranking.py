"""The order of calling: promises first, then the money that can still be saved."""

import unicodedata
from collections.abc import Sequence
from datetime import date, datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

import numpy as np

from cockpit.analytics.segments import Flags, Floats, Integers
from cockpit.domain.columns import WorkListColumns
from cockpit.domain.vocabulary import LifecycleStatus

#: Who is called after whom when no next contact is due; blocked customers come last even then.
_GROUP_OF_STATUS = {
    LifecycleStatus.AT_RISK: 1,
    LifecycleStatus.INACTIVE: 1,
    LifecycleStatus.RECOVERED: 2,
    LifecycleStatus.NEW: 2,
    LifecycleStatus.ACTIVE: 2,
    LifecycleStatus.LOST: 3,
    LifecycleStatus.PROSPECT: 4,
    LifecycleStatus.BLOCKED: 5,
}
_DUE, _SAVE, _KEEP, _LOST, _BLOCKED = 0, 1, 2, 3, 5


def calling_order(
    columns: WorkListColumns,
    recency_days: Sequence[int | None],
    due_at: Floats,
    name_rank: Integers,
) -> Integers:
    """Return the customers' positions in the order in which they are to be called.

    1. Next contacts that are due, the oldest first.
    2. At risk and inactive, by the money that can still be saved, the most first; of equal money
       at risk first, for preventing is cheaper than recovering.
    3. New, active and recovered, by cycles late, then by recency, the latest first.
    4. Lost, by value, the most first. 5. Prospects. 6. Blocked, due or not.
    What is equal still stands by name.

    Args:
        columns: The stored judgements.
        recency_days: Whole days since the last order, None without.
        due_at: Seconds since 1970 of the next contact that is due, NaN where none is; shape
            (customers,).
        name_rank: Place by name; shape (customers,).

    Returns:
        Positions; shape (customers,).
    """
    group = np.array([_GROUP_OF_STATUS[status] for status in columns.status], dtype=np.int64)
    group[~np.isnan(due_at) & (group != _BLOCKED)] = _DUE
    is_inactive = np.array([status is LifecycleStatus.INACTIVE for status in columns.status])

    chosen = [group == _DUE, group == _SAVE, group == _KEEP, group == _LOST]
    money = -np.asarray(columns.at_risk_cents, dtype=np.float64)
    worth = -np.asarray(columns.value_cents, dtype=np.float64)
    first = np.select(chosen, [due_at, money, -_numbers(columns.cycles_late), worth], 0.0)
    second = np.select(chosen[1:3], [is_inactive, -_numbers(recency_days)], 0.0)
    return np.lexsort((name_rank, second, first, group))


def _numbers(values: Sequence[float | None]) -> Floats:
    """Return numbers as an array, 0 for None."""
    return np.array([value or 0.0 for value in values], dtype=np.float64)


def due_instants(
    next_contact_at: Sequence[datetime | None],
    has_time: Sequence[bool],
    *,
    as_of: date,
    now: datetime,
    zone: ZoneInfo,
) -> Floats:
    """Return when the next contacts that are due were due.

    One with a time is due from that instant on, one without a time on its whole day.

    Args:
        next_contact_at: Aware instants or None, one per customer.
        has_time: Whether the time of day matters.
        as_of: The day that is today.
        now: The present instant, aware.
        zone: Where it is that day.

    Returns:
        Seconds since 1970, NaN where none is due; shape (customers,).
    """
    at = np.array([np.nan if due is None else due.timestamp() for due in next_contact_at])
    end_of_day = datetime.combine(as_of, time.max, tzinfo=zone).timestamp()
    limit = np.where(np.asarray(has_time, dtype=np.bool_), now.timestamp(), end_of_day)
    is_due: Flags = at <= limit
    return np.where(is_due, at, np.nan)


def name_ranks(names: Sequence[str], keys: Sequence[UUID]) -> Integers:
    """Return each customer's place by name, case and accents aside; equal names stand by key."""
    numbers = [key.int for key in keys]
    sortable = [_sortable(name) for name in names]
    order = sorted(range(len(numbers)), key=numbers.__getitem__)
    order.sort(key=sortable.__getitem__)
    ranks = np.empty(len(order), dtype=np.int64)
    ranks[order] = np.arange(len(order))
    return ranks


def _sortable(name: str) -> str:
    """Return a name as it sorts: Ágil stands before Beta."""
    if name.isascii():
        return name.lower()
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
