"""The purchase cycle of one customer: what is known of it, the day's judgement, and why."""

from dataclasses import dataclass
from datetime import date

from cockpit.domain.vocabulary import LifecycleStatus, Trend


@dataclass(frozen=True, slots=True)
class CycleStatistics:
    """What a customer's orders say, up to a day.

    Attributes:
        order_count: Distinct days with a valid purchase.
        first_order_on: Day of the first purchase.
        last_order_on: Day of the last purchase; a return never moves it.
        gap_low_days: First quartile of the intervals, in days; None with fewer than five purchases.
        gap_high_days: Third quartile of the intervals, in days.
        mean_value_cents: Mean net value of a purchase, outliers capped.
        future_count: Documents dated in the future, which are not believed.
    """

    order_count: int = 0
    first_order_on: date | None = None
    last_order_on: date | None = None
    gap_low_days: int | None = None
    gap_high_days: int | None = None
    mean_value_cents: int = 0
    future_count: int = 0


@dataclass(frozen=True, slots=True)
class CycleVerdict:
    """A customer's standing on a day; see ``columns.VerdictColumns`` for what each figure means.

    Attributes:
        status: By the rule that decides.
        own_status: By the own cycle.
        fixed_status: By the fixed number of days.
        silence_days: Days since the last order, blocked ones left out; None without orders.
        frequency_days: Usual interval; None with fewer than two orders.
        is_frequency_firm: Whether it rests on three orders or more; else it leans on the segment's.
        cycles_late: Silence divided by frequency.
        gap_quantile: Share of the silences predicted by the own history that are shorter.
        alive: Probability that the customer still buys.
        none_90: Probability of no order in the next 90 days.
        next_order_from_on: Next order comes by then with probability 20%, if they still buy.
        next_order_on: The median.
        next_order_until_on: By 80%.
        trend: Recent purchases against the own past.
        value_cents: Expected value of an order.
        value_12m_cents: Net value of the last 365 days.
        at_risk_cents: Money that a call can still save, in the next 90 days.
        lost_so_far_cents: Estimate of what the silence has cost.
        lost_12m_cents: Estimate of what it will cost in the next 12 months.
        recovered_on: Day of the order that ended an inactivity, while it counts.
        is_prior_published: Whether published parameters were used because the portfolio is small.
        is_seasonal: Whether the silence was measured in the customer's own seasons.
    """

    status: LifecycleStatus
    own_status: LifecycleStatus
    fixed_status: LifecycleStatus
    silence_days: int | None = None
    frequency_days: float | None = None
    is_frequency_firm: bool = False
    cycles_late: float | None = None
    gap_quantile: float | None = None
    alive: float | None = None
    none_90: float | None = None
    next_order_from_on: date | None = None
    next_order_on: date | None = None
    next_order_until_on: date | None = None
    trend: Trend = Trend.FLAT
    value_cents: int = 0
    value_12m_cents: int = 0
    at_risk_cents: int = 0
    lost_so_far_cents: int = 0
    lost_12m_cents: int = 0
    recovered_on: date | None = None
    is_prior_published: bool = False
    is_seasonal: bool = False
