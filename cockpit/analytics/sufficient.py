"""Sufficient statistics of the intervals between a customer's orders.

Recent intervals count more: each weighs 0.9 of the one after it. Blocked days are taken out. Sums
run over one customer's intervals in their order, so that a customer computed alone and one computed
among a hundred thousand agree to the last bit.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from cockpit.analytics.blocked import BlockedDays
from cockpit.analytics.k_grid import DISCOUNT
from cockpit.analytics.order_events import OrderEvents
from cockpit.analytics.segments import Flags, Floats, Integers, totals

#: Intervals further back than this weigh nothing (0.9 ** 1023 is below 1e-46).
_MOST_BACK = 1024
#: Least length of an interval in a clock's time; two orders in an idle week are no miracle.
LEAST_GAP_DAYS = 0.3


def _powers_of(discount: float) -> Floats:
    """Return the powers of a discount, the newest interval's first."""
    return discount ** np.arange(float(_MOST_BACK))


def _sums_of(powers: Floats) -> Floats:
    """Return the sums of the first powers, of none of them first."""
    return np.concatenate(([0.0], np.cumsum(powers)))


_POWERS = _powers_of(DISCOUNT)
_POWER_SUMS = _sums_of(_POWERS)


@dataclass(frozen=True, slots=True)
class GapStatistics:
    """What a customer's completed intervals say; every attribute has shape (n,).

    ``n`` are customers, or the events after which something is predicted.

    Attributes:
        repeats: Orders after the first one, that is, completed intervals.
        weight: Sum of the intervals' weights; the newest weighs 1.
        days: Sum of weight times interval, in days.
        log_days: Sum of weight times the logarithm of the interval.
    """

    repeats: Floats
    weight: Floats
    days: Floats
    log_days: Floats

    def at(self, rows: Integers | Flags | slice) -> "GapStatistics":
        """Return the statistics of some rows."""
        return GapStatistics(
            self.repeats[rows], self.weight[rows], self.days[rows], self.log_days[rows]
        )


def joined(parts: Sequence[GapStatistics]) -> GapStatistics:
    """Return the rows of several statistics, one after the other."""
    return GapStatistics(
        np.concatenate([one.repeats for one in parts]),
        np.concatenate([one.weight for one in parts]),
        np.concatenate([one.days for one in parts]),
        np.concatenate([one.log_days for one in parts]),
    )


@dataclass(frozen=True, slots=True)
class Gaps:
    """Completed intervals, one per event that is not a customer's first.

    Attributes:
        event: Position of the event that ended it; shape (gaps,).
        customer: Position of the customer; shape (gaps,).
        days: Its length without blocked days, at least 1; shape (gaps,).
        number: How many of the customer's intervals came before it; shape (gaps,).
    """

    event: Integers
    customer: Integers
    days: Integers
    number: Integers

    def at(self, rows: Flags) -> "Gaps":
        """Return some of the intervals."""
        return Gaps(self.event[rows], self.customer[rows], self.days[rows], self.number[rows])


def gaps_of(events: OrderEvents, blocked: BlockedDays) -> Gaps:
    """Return the completed intervals, ascending by customer and day."""
    event = np.flatnonzero(events.customer[1:] == events.customer[:-1]) + 1
    own_day = blocked.own_days(events.customer, events.day)
    customer = events.customer[event]
    return Gaps(
        event=event,
        customer=customer,
        days=np.maximum(own_day[event] - own_day[event - 1], 1),
        number=event - events.bounds[customer] - 1,
    )


def weights_of(counts: Integers, discount: float = DISCOUNT) -> Floats:
    """Return the sum of the weights of so many intervals; shape as given."""
    sums = _POWER_SUMS if discount == DISCOUNT else _sums_of(_powers_of(discount))
    return sums[np.minimum(counts, len(sums) - 1)]


def gap_statistics(events: OrderEvents, gaps: Gaps, *, is_discounted: bool = True) -> GapStatistics:
    """Return each customer's statistics.

    Args:
        events: Order events.
        gaps: Their intervals.
        is_discounted: Whether recent intervals count more; a population is fitted without.

    Returns:
        Shape (customers,).
    """
    days = gaps.days.astype(np.float64)
    if is_discounted:
        return discounted_statistics(events.counts, gaps, days)
    size = len(events.counts)
    repeats = np.maximum(events.counts - 1, 0).astype(np.float64)
    return GapStatistics(
        repeats=repeats,
        weight=repeats,
        days=totals(gaps.customer, days, size),
        log_days=totals(gaps.customer, np.log(days), size),
    )


def discounted_statistics(
    counts: Integers, gaps: Gaps, days: Floats, discount: float = DISCOUNT
) -> GapStatistics:
    """Return each customer's statistics of intervals that are measured in any time.

    Args:
        counts: Order events; shape (customers,).
        gaps: The intervals; their own days are not looked at.
        days: What each interval counts for, above 0; shape (gaps,).
        discount: Weight of an interval against the one after it.

    Returns:
        Shape (customers,).
    """
    powers = _POWERS if discount == DISCOUNT else _powers_of(discount)
    repeats = np.maximum(counts - 1, 0)
    back = repeats[gaps.customer] - 1 - gaps.number
    power = powers[np.minimum(back, len(powers) - 1)]
    return GapStatistics(
        repeats=repeats.astype(np.float64),
        weight=weights_of(repeats, discount),
        days=totals(gaps.customer, power * days, len(counts)),
        log_days=totals(gaps.customer, power * np.log(days), len(counts)),
    )


def prefix_statistics(gaps: Gaps) -> GapStatistics:
    """Return what was known when each interval began; for looking back over a whole portfolio.

    Returns:
        Shape (gaps,): statistics of the same customer's earlier intervals.
    """
    days = gaps.days.astype(np.float64)
    return GapStatistics(
        repeats=gaps.number.astype(np.float64),
        weight=weights_of(gaps.number),
        days=_sums_before(days, gaps.number),
        log_days=_sums_before(np.log(days), gaps.number),
    )


def _sums_before(values: Floats, number: Integers) -> Floats:
    """Return the discounted sum of each customer's values before each one; shape (gaps,).

    Windows are doubled until they reach back to the first value or to where nothing weighs
    anything. (``scipy.signal`` has a filter for this, but takes a second to import.)
    """
    running, reach = values.copy(), 1
    farthest = min(int(number.max(initial=0)), len(_POWERS) - 1)
    while reach <= farthest:
        earlier = running[:-reach] * _POWERS[reach]
        running[reach:] += np.where(number[reach:] >= reach, earlier, 0.0)
        reach *= 2
    before = np.concatenate(([0.0], running[:-1]))
    return np.where(number > 0, before[: len(values)], 0.0)


def before_last_gap(statistics: GapStatistics, gap_days: Floats) -> GapStatistics:
    """Return the statistics as they were before the newest interval was completed.

    The recursion is run backwards, which multiplies a rounding error by 1/0.9 a step: it is meant
    for a handful of steps.

    Args:
        statistics: With at least one interval each; shape (n,).
        gap_days: That newest interval; shape (n,).
    """
    repeats = statistics.repeats - 1.0
    weight = weights_of(repeats.astype(np.int64))
    least, log_least = weight * LEAST_GAP_DAYS, weight * np.log(LEAST_GAP_DAYS)
    days = np.maximum((statistics.days - gap_days) / DISCOUNT, least)
    log_days = np.maximum((statistics.log_days - np.log(gap_days)) / DISCOUNT, log_least)
    return GapStatistics(
        repeats=repeats,
        weight=weight,
        days=np.where(repeats > 0, days, 0.0),
        log_days=np.where(repeats > 0, log_days, 0.0),
    )
