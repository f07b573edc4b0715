"""Blocked days: a customer to whom nothing was sold could not buy, so those days do not count."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

import numpy as np

from cockpit.analytics.segments import Flags, Integers
from cockpit.domain.columns import BlockColumns
from cockpit.domain.packed_keys import places_of

_NEVER = 1 << 22
_DAY_BITS = 23


@dataclass(frozen=True, slots=True)
class BlockedDays:
    """Periods without overlap, ascending by customer and day.

    Attributes:
        key: Customer's position and first day of the period as one number; shape (periods,).
        customer: Position of the customer; shape (periods,).
        from_day: Ordinal of the first day; shape (periods,).
        until_day: Ordinal of the first day after it, far away while it lasts; shape (periods,).
        before: Blocked days of this customer's earlier periods; shape (periods,).
    """

    key: Integers
    customer: Integers
    from_day: Integers
    until_day: Integers
    before: Integers

    def count_until(self, customer: Integers, day: Integers) -> Integers:
        """Return how many days up to and including a day were blocked.

        Args:
            customer: Positions; shape (n,).
            day: Ordinals; shape (n,).

        Returns:
            Shape (n,).
        """
        if not len(self.key):
            return np.zeros(len(day), dtype=np.int64)
        at, has_period = self._period_at(customer, day)
        within = np.minimum(day + 1, self.until_day[at]) - self.from_day[at]
        return np.where(has_period, self.before[at] + within, 0)

    def own_days(self, customer: Integers, day: Integers) -> Integers:
        """Return days on the customers' own clocks, which stand still while they are blocked.

        Arguments as in ``count_until``.
        """
        return day - self.count_until(customer, day) if len(self.key) else day

    def is_open(self, customer: Integers, day: Integers) -> Flags:
        """Return whether sales are blocked on a day; arguments as in ``count_until``."""
        if not len(self.key):
            return np.zeros(len(day), dtype=np.bool_)
        at, has_period = self._period_at(customer, day)
        return has_period & (day < self.until_day[at])

    def _period_at(self, customer: Integers, day: Integers) -> tuple[Integers, Flags]:
        """Return the last period that began by a day, and whether it is the customer's."""
        at = np.searchsorted(self.key, (customer << _DAY_BITS) | day, side="right") - 1
        at = np.maximum(at, 0)
        return at, (self.customer[at] == customer) & (self.from_day[at] <= day)


def blocked_days(blocks: BlockColumns, customer_ids: Sequence[UUID]) -> BlockedDays:
    """Return the blocked periods of some customers, merged where they overlap or touch.

    Args:
        blocks: Periods in any order; those of other customers are left out.
        customer_ids: The customers, whose positions are meant.
    """
    place = places_of(customer_ids, set(blocks.customer_id))
    rows = [
        (place[who], start, _NEVER if end is None else end)
        for who, start, end in zip(
            blocks.customer_id, blocks.from_day, blocks.until_day, strict=True
        )
        if who in place and (end is None or end > start)
    ]
    table = np.array(sorted(rows), dtype=np.int64).reshape(-1, 3)
    customer, from_day = table[:, 0], table[:, 1]
    # The farthest end so far, restarted per customer because a customer's keys exceed all before.
    reach = np.maximum.accumulate((customer << _DAY_BITS) | table[:, 2])
    key = (customer << _DAY_BITS) | from_day
    is_first = np.ones(len(key), dtype=np.bool_)
    is_first[1:] = key[1:] > reach[:-1]
    starts = np.flatnonzero(is_first)
    customer, from_day = customer[starts], from_day[starts]
    until_day = reach[np.append(starts, len(key))[1:] - 1] & ((1 << _DAY_BITS) - 1)
    return BlockedDays(
        key[starts], customer, from_day, until_day, _before(customer, from_day, until_day)
    )


def _before(customer: Integers, from_day: Integers, until_day: Integers) -> Integers:
    """Return the lengths of each customer's earlier periods, added up; shape (periods,)."""
    length = until_day - from_day
    running = np.cumsum(length) - length
    start = np.searchsorted(customer, customer, side="left")
    before: Integers = running - running[start]
    return before
