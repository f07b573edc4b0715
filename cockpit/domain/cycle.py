"""The purchase cycle of one customer: what is known of it, and the policy that judges it.

This is the foundation's plain rule, "days since the last order against the own mean interval".
"""

from dataclasses import dataclass
from datetime import date

from cockpit.domain.messages import Message
from cockpit.domain.vocabulary import LifecycleStatus, Trend


@dataclass(frozen=True, slots=True)
class CyclePolicy:
    """When silence becomes risk, inactivity and loss.

    Attributes:
        version: Version of the published policy; 0 is the program's default.
        at_risk_cycles: From how many own cycles of silence a customer is at risk.
        inactive_cycles: From how many own cycles a customer is inactive.
        lost_days: After how many days without an order a customer is lost.
        inactive_days: For a customer without a cycle: days of silence that make it inactive.
    """

    version: int = 0
    at_risk_cycles: float = 1.5
    inactive_cycles: float = 3.0
    lost_days: int = 730
    inactive_days: int = 120


@dataclass(frozen=True, slots=True)
class CycleStatistics:
    """What a customer's orders say, up to a day.

    Attributes:
        order_count: Distinct days with a valid purchase.
        first_order_on: Day of the first purchase.
        last_order_on: Day of the last purchase; a return never moves it.
        frequency_days: Mean interval between purchases, in days; None with fewer than two.
        gap_low_days: First quartile of the intervals, in days; None with fewer than five purchases.
        gap_high_days: Third quartile of the intervals, in days.
        mean_value_cents: Mean net value of a purchase.
        value_12m_cents: Net value of the 365 days up to that day.
        trend: Recent purchases against the year before them.
    """

    order_count: int = 0
    first_order_on: date | None = None
    last_order_on: date | None = None
    frequency_days: float | None = None
    gap_low_days: int | None = None
    gap_high_days: int | None = None
    mean_value_cents: int = 0
    value_12m_cents: int = 0
    trend: Trend = Trend.FLAT


@dataclass(frozen=True, slots=True)
class CycleVerdict:
    """A customer's standing on a day.

    Attributes:
        status: Life-cycle status.
        recency_days: Whole days since the last purchase; None without one.
        cycles_late: Recency divided by frequency; None without a frequency.
        at_risk_cents: Estimate of the money that bringing them back saves, in the next 90 days.
    """

    status: LifecycleStatus
    recency_days: int | None
    cycles_late: float | None
    at_risk_cents: int


def explain(statistics: CycleStatistics, verdict: CycleVerdict) -> Message:
    """Return the sentence that says how a customer buys and how late they are."""
    recency = verdict.recency_days
    if statistics.last_order_on is None or recency is None:
        return Message.of("cycle.never_bought")
    if statistics.frequency_days is None:
        return Message.of("cycle.one_order", last=statistics.last_order_on, recency=recency)
    values = {
        "frequency": round(statistics.frequency_days),
        "recency": recency,
        "cycles": verdict.cycles_late or 0.0,
    }
    if statistics.gap_low_days is None or statistics.gap_high_days is None:
        return Message.of("cycle.explained_few", orders=statistics.order_count, **values)
    return Message.of(
        "cycle.explained", low=statistics.gap_low_days, high=statistics.gap_high_days, **values
    )
