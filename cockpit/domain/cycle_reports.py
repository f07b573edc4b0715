"""What the screens and the terminal show of the purchase cycles, beyond one verdict."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from cockpit.domain.cycle_policy import CyclePolicy
from cockpit.domain.vocabulary import LifecycleStatus

#: Edges in days of the bins of intervals; the last one is open.
GAP_EDGES = (0, 15, 30, 45, 60, 90, 120, 150, 180, 270, 365)


@dataclass(frozen=True, slots=True)
class GapBin:
    """Intervals of some length.

    Attributes:
        low_days: From this many days on.
        high_days: Below this many; None for the open bin.
        share: Share of all intervals, between 0 and 1.
        count: Completed intervals.
    """

    low_days: int
    high_days: int | None
    share: float
    count: int


@dataclass(frozen=True, slots=True)
class ThresholdRow:
    """What a fixed alert after some days of silence would flag today.

    Attributes:
        days: The threshold.
        flagged_count: Customers whose silence is longer, lost and blocked ones left out.
        flagged_share: Of those customers.
        false_alarm_share: Share of completed intervals that were longer, weighted per customer.
    """

    days: int
    flagged_count: int
    flagged_share: float
    false_alarm_share: float


@dataclass(frozen=True, slots=True)
class GapHistogram:
    """Where the portfolio's purchases concentrate; the silences that still last are included.

    Attributes:
        bins: As ``GAP_EDGES`` cuts them; the shares add up to 1 (Kaplan-Meier).
        concentration_low_days: The shortest span of days that holds 80% of the intervals: from
        concentration_high_days: to.
        concentration_share: What it holds.
        customer_count: Customers with at least one interval.
        gap_count: Completed intervals.
        open_gap_count: Silences that still last.
        thresholds: What fixed alerts would flag.
        is_per_customer: Whether each customer weighs the same, however often they buy.
    """

    bins: tuple[GapBin, ...]
    concentration_low_days: int
    concentration_high_days: int
    concentration_share: float
    customer_count: int
    gap_count: int
    open_gap_count: int
    thresholds: tuple[ThresholdRow, ...]
    is_per_customer: bool = True


@dataclass(frozen=True, slots=True)
class GapSpan:
    """Which customers stand behind a figure of the histogram.

    Attributes:
        low_days: From this many days on.
        high_days: Below this many; None without an end.
        is_silence: Whether it is their present silence that is so long, of those whom an alert
            would look at; else one of their completed intervals.
    """

    low_days: int = 0
    high_days: int | None = None
    is_silence: bool = False


@dataclass(frozen=True, slots=True)
class CyclePicture:
    """One customer's orders in time, with what is expected; all that a plot needs.

    Attributes:
        today: The day of the picture.
        order_on: Days of the order events, ascending.
        value_cents: Their net values.
        is_outlier: Whether a value is beyond three times the own median.
        expected_from_on: Day by which the next order comes with probability 20%, given the silence
            and that they still buy; None without orders.
        expected_on: Its median.
        expected_until_on: By 80%.
        at_risk_on: Day on which the silence became, or will become, unusual (status at risk).
        gap_bins: Histogram of the own completed intervals, cut as ``GAP_EDGES``.
        silence_days: The present silence; blocked days are not counted.
        blocked: Periods in which sales were blocked; an open end is None.
    """

    today: date
    order_on: tuple[date, ...] = ()
    value_cents: tuple[int, ...] = ()
    is_outlier: tuple[bool, ...] = ()
    expected_from_on: date | None = None
    expected_on: date | None = None
    expected_until_on: date | None = None
    at_risk_on: date | None = None
    gap_bins: tuple[GapBin, ...] = ()
    silence_days: int | None = None
    blocked: tuple[tuple[date, date | None], ...] = ()


@dataclass(frozen=True, slots=True)
class CalibrationBin:
    """Customers who were given about the same probability of no order, and what came."""

    predicted: float
    observed: float
    count: int


@dataclass(frozen=True, slots=True)
class BacktestRow:
    """How one score did over all the past days that were tried.

    Attributes:
        score: Its code: ``own_cycle``, ``recency``, ``ratio``, ``fixed_days``.
        auc: Mean AUC for "no order within the horizon" among customers with at least 3 orders, the
            last at most 120 days ago; None where it could not be taken.
        value_caught: Share of the value of those who did not come back that stood in the top 10%.
        calibration_error: Expected calibration error; None for a score that is no probability.
        chronic_share: Customers wrongly flagged in more than half of their own intervals, when
            the score is cut at the false-alarm budget.
    """

    score: str
    auc: float | None
    value_caught: float | None
    calibration_error: float | None
    chronic_share: float | None


@dataclass(frozen=True, slots=True)
class ReturnRow:
    """Of those a rule called inactive some time ago, how many came back by themselves.

    Attributes:
        rule: ``own_cycle`` or ``fixed_days``.
        marked_on: The past day.
        marked_count: Customers inactive on that day by the rule.
        returned_count: Of them, those who ordered since.
    """

    rule: str
    marked_on: date
    marked_count: int
    returned_count: int

    @property
    def returned_share(self) -> float:
        """Return the share that came back; 0 where nobody was marked."""
        return self.returned_count / self.marked_count if self.marked_count else 0.0


@dataclass(frozen=True, slots=True)
class Backtest:
    """The program's own past predictions against what happened.

    Attributes:
        as_of: Up to when orders were believed.
        horizon_days: What was predicted: an order within so many days.
        cutoffs: The past days from which was predicted, ascending; empty with too short a history.
        rows: One per score, the program's own first.
        calibration: Of the program's own probability, ascending.
        returns: Of both rules.
        lost_factor: Predicted over observed revenue of the lost, 90 days, all cutoffs.
    """

    as_of: date
    horizon_days: int
    cutoffs: tuple[date, ...] = ()
    rows: tuple[BacktestRow, ...] = ()
    calibration: tuple[CalibrationBin, ...] = ()
    returns: tuple[ReturnRow, ...] = ()
    lost_factor: float | None = None


@dataclass(frozen=True, slots=True)
class StatusMove:
    """Customers who would change from one status to another."""

    before: LifecycleStatus
    after: LifecycleStatus
    customer_ids: tuple[UUID, ...]
    at_risk_cents: int


@dataclass(frozen=True, slots=True)
class StatusTotal:
    """One status under the present rule and under the proposed one."""

    status: LifecycleStatus
    count_before: int
    count_after: int
    at_risk_cents_before: int
    at_risk_cents_after: int


@dataclass(frozen=True, slots=True)
class Simulation:
    """What a policy would change, before it is published.

    Attributes:
        policy: The proposed rule.
        totals: One per status that occurs before or after.
        moves: Who would change, the most money first.
    """

    policy: CyclePolicy
    totals: Sequence[StatusTotal] = field(default_factory=tuple)
    moves: Sequence[StatusMove] = field(default_factory=tuple)
