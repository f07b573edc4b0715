"""Sufficient statistics of the intervals between a customer's orders.

Recent intervals count more: each weighs 0.9 of the one after it. Blocked days are taken out. Sums
run over one customer's intervals in their order, so that a customer computed alone and one computed
among a hundred thousand agree to the last bit.
"""

from dataclasses import dataclass

import numpy as np
from scipy.signal import lfilter

from cockpit.analytics.blocked import BlockedDays
from cockpit.analytics.k_grid import DISCOUNT
from cockpit.analytics.order_events import OrderEvents
from cockpit.analytics.segments import Flags, Floats, Integers, totals

#: Intervals further back than this weigh nothing (0.9 ** 1023 is below 1e-46).
_POWERS = DISCOUNT ** np.arange(1024.0)
_POWER_SUMS = np.concatenate(([0.0], np.cumsum(_POWERS)))


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


def gaps_of(events: OrderEvents, blocked: BlockedDays) -> Gaps:
    """Return the completed intervals, ascending by customer and day."""
    event = np.flatnonzero(events.customer[1:] == events.customer[:-1]) + 1
    own_day = events.day - blocked.count_until(events.customer, events.day)
    customer = events.customer[event]
    return Gaps(
        event=event,
        customer=customer,
        days=np.maximum(own_day[event] - own_day[event - 1], 1),
        number=event - events.bounds[customer] - 1,
    )


def weights_of(counts: Integers) -> Floats:
    """Return the sum of the weights of so many intervals; shape as given."""
    return _POWER_SUMS[np.minimum(counts, len(_POWERS))]


def gap_statistics(events: OrderEvents, gaps: Gaps, *, is_discounted: bool = True) -> GapStatistics:
    """Return each customer's statistics.

    Args:
        events: Order events.
        gaps: Their intervals.
        is_discounted: Whether recent intervals count more; a population is fitted without.

    Returns:
        Shape (customers,).
    """
    size = len(events.counts)
    repeats = np.maximum(events.counts - 1, 0)
    days: Floats = gaps.days.astype(np.float64)
    log_days: Floats = np.log(days)
    weight = repeats.astype(np.float64)
    if is_discounted:
        back = repeats[gaps.customer] - 1 - gaps.number
        power = _POWERS[np.minimum(back, len(_POWERS) - 1)]
        days, log_days = power * days, power * log_days
        weight = weights_of(repeats)
    return GapStatistics(
        repeats=repeats.astype(np.float64),
        weight=weight,
        days=totals(gaps.customer, days, size),
        log_days=totals(gaps.customer, log_days, size),
    )


def prefix_statistics(gaps: Gaps) -> GapStatistics:
    """Return what was known when each interval began; for looking back over a whole portfolio.

    One recursive filter runs over all customers; what leaks in from the customer before is taken
    off again, so the last bits depend on who else is there.

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
    """Return the discounted sum of each customer's values before each one; shape (gaps,)."""
    running = np.concatenate(([0.0], lfilter([1.0], [1.0, -DISCOUNT], values)))
    position = np.arange(len(values))
    leak = running[position - number] * _POWERS[np.minimum(number, len(_POWERS) - 1)]
    return np.where(number > 0, np.maximum(running[position] - leak, 0.0), 0.0)


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
    days = np.maximum((statistics.days - gap_days) / DISCOUNT, weight)
    log_days = np.maximum((statistics.log_days - np.log(gap_days)) / DISCOUNT, 0.0)
    return GapStatistics(
        repeats=repeats,
        weight=weight,
        days=np.where(repeats > 0, days, 0.0),
        log_days=np.where(repeats > 0, log_days, 0.0),
    )
