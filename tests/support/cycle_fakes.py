"""Fakes of the services behind the purchase-cycle screen, with an invented portfolio."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from cockpit.domain.cycle_fit import CycleFit, FitFigures
from cockpit.domain.cycle_policy import (
    EVERYBODY,
    CyclePolicy,
    PolicyBook,
    PolicyKind,
    PolicyScope,
    PublishedPolicy,
)
from cockpit.domain.cycle_reports import (
    GAP_EDGES,
    Backtest,
    BacktestRow,
    CalibrationBin,
    GapBin,
    GapHistogram,
    ReturnRow,
    Simulation,
    StatusMove,
    StatusTotal,
    ThresholdRow,
)
from cockpit.domain.errors import CancelledError
from cockpit.domain.vocabulary import LifecycleStatus
from cockpit.services.ports import ScopeName

TODAY = date(2022, 3, 22)
COMPANY, SEGMENT = UUID(int=71), UUID(int=81)
NAMES = (
    ScopeName(EVERYBODY, "", ""),
    ScopeName(PolicyScope(company_id=COMPANY), "Matriz", ""),
    ScopeName(PolicyScope(segment_id=SEGMENT), "", "Revenda"),
)
_SHARES = (0.22, 0.31, 0.17, 0.12, 0.06, 0.04, 0.03, 0.02, 0.01, 0.01, 0.01)
_SINCE = datetime(2022, 1, 3, 12, tzinfo=UTC)


def make_histogram(*, is_per_customer: bool = True, customer_count: int = 1_234) -> GapHistogram:
    """Return a histogram whose purchases concentrate between 12 and 47 days."""
    edges = (*GAP_EDGES, None)
    bins = tuple(
        GapBin(low, high, share, round(15_678 * share))
        for low, high, share in zip(GAP_EDGES, edges[1:], _SHARES, strict=True)
    )
    thresholds = tuple(
        ThresholdRow(days, count, count / 1_100, wrong)
        for days, count, wrong in ((30, 640, 0.47), (60, 402, 0.24), (90, 301, 0.13))
    )
    low, high = (12, 47) if is_per_customer else (5, 33)
    return GapHistogram(
        bins, low, high, 0.8, customer_count, 15_678, 1_100, thresholds, is_per_customer
    )


def make_backtest(**changes: object) -> Backtest:
    """Return a backtest in which the own cycle is best."""
    rows = (
        BacktestRow("own_cycle", 0.771, 0.334, 0.041, 0.05),
        BacktestRow("recency", 0.618, 0.249, None, 0.13),
        BacktestRow("ratio", 0.482, 0.211, None, 0.06),
        BacktestRow("fixed_days", 0.587, 0.215, None, 0.13),
    )
    calibration = tuple(
        CalibrationBin(share / 10, min(1.0, share / 10 * 0.93 + 0.03), 40 * (11 - share))
        for share in range(11)
    )
    marked = TODAY - timedelta(days=180)
    returns = (
        ReturnRow("fixed_days", marked, 100, 49),
        ReturnRow("own_cycle", marked, 100, 26),
    )
    cutoffs = tuple(date(2021, month, 1) for month in (3, 6, 9, 12))
    backtest = Backtest(TODAY, 90, cutoffs, rows, calibration, returns, 1.04)
    return replace(backtest, **changes)  # type: ignore[arg-type]


def make_fit(number: int = 0, **changes: object) -> CycleFit:
    """Return the fit of that number, 0 being the newest."""
    at = datetime(2022, 3, 20, 6, tzinfo=UTC) - timedelta(days=7 * number)
    figures = FitFigures(-41_234.5, 16_912, 0.771, 0.041, 0.43, date(2021, 12, 20), 3.2)
    fit = CycleFit(
        UUID(int=900 + number), at, date(2019, 1, 7), at.date(), 1_234, False, "k-grid/1", {},
        figures,
    )  # fmt: skip
    return replace(fit, **changes)  # type: ignore[arg-type]


def make_simulation(policy: CyclePolicy) -> Simulation:
    """Return what a rule changes: the more false alarms it may raise, the more come under one."""
    is_own = policy.kind is PolicyKind.OWN_CYCLE
    entering = round(1_060 * policy.false_alarm_budget) if is_own else 300
    status = LifecycleStatus
    moves = (
        StatusMove(
            status.ACTIVE,
            status.AT_RISK,
            tuple(UUID(int=number + 1) for number in range(entering)),
            entering * 150_000,
        ),
        StatusMove(
            status.INACTIVE,
            status.ACTIVE,
            tuple(UUID(int=number + 5_001) for number in range(30)),
            4_500_000,
        ),
    )
    totals = (
        StatusTotal(status.INACTIVE, 230, 200, 34_500_000, 30_000_000),
        StatusTotal(status.ACTIVE, 700, 730 - entering, 70_000_000, 74_500_000),
        StatusTotal(status.AT_RISK, 100, 100 + entering, 9_000_000, 9_000_000 + entering * 150_000),
        StatusTotal(status.LOST, 40, 40, 0, 0),
    )
    return Simulation(policy, totals, moves)


@dataclass
class FakeReports:
    """Answers with invented reports, or raises.

    Attributes:
        trouble: Raised by every question while it is set.
        asked: The names of the questions, in order.
        is_cancelled: What the last backtest was given to ask whether it shall stop.
    """

    trouble: Exception | None = None
    histogram_answer: Callable[..., GapHistogram] = make_histogram
    backtest_answer: Backtest = field(default_factory=make_backtest)
    fit_answer: CycleFit | None = field(default_factory=make_fit)
    asked: list[str] = field(default_factory=list)
    is_cancelled: Callable[[], bool] | None = None

    def histogram(self, *, is_per_customer: bool = True) -> GapHistogram:
        self._answer("histogram")
        return self.histogram_answer(is_per_customer=is_per_customer)

    def backtest(self, *, is_cancelled: Callable[[], bool]) -> Backtest:
        self.is_cancelled = is_cancelled
        self._answer("backtest")
        if is_cancelled():
            raise CancelledError
        return self.backtest_answer

    def fit(self) -> CycleFit | None:
        self._answer("fit")
        return self.fit_answer

    def fits(self, limit: int) -> list[CycleFit]:
        return [] if self.fit_answer is None else [make_fit(number) for number in range(5)][:limit]

    def _answer(self, question: str) -> None:
        self.asked.append(question)
        if self.trouble is not None:
            raise self.trouble


@dataclass
class FakePolicies:
    """Keeps what is published, as the service does.

    Attributes:
        may_publish: Whether the user's role allows it.
        simulated: Each rule that was simulated, with its scope.
        waits: Of each of these, what says that nobody waits for it any more.
        trouble: Raised by the next questions while it is set.
        publish_trouble: Raised by publishing while it is set.
    """

    may_publish: bool = True
    published: list[PublishedPolicy] = field(default_factory=list)
    simulated: list[tuple[PolicyScope, CyclePolicy]] = field(default_factory=list)
    waits: list[Callable[[], bool]] = field(default_factory=list)
    trouble: Exception | None = None
    publish_trouble: Exception | None = None

    def book(self) -> PolicyBook:
        if self.trouble is not None:
            raise self.trouble
        return PolicyBook({one.scope: one.policy for one in self.published})

    def history(self) -> list[PublishedPolicy]:
        return self.published[::-1]

    def scopes(self) -> list[ScopeName]:
        return list(NAMES)

    def simulate(
        self, scope: PolicyScope, policy: CyclePolicy, *, is_cancelled: Callable[[], bool] = bool
    ) -> Simulation:
        self.waits.append(is_cancelled)
        if self.trouble is not None:
            raise self.trouble
        self.simulated.append((scope, policy))
        return make_simulation(policy)

    def publish(self, scope: PolicyScope, policy: CyclePolicy, note: str) -> PublishedPolicy:
        if self.publish_trouble is not None:
            raise self.publish_trouble
        number = len(self.published)
        made = PublishedPolicy(
            UUID(int=300 + number),
            scope,
            replace(policy, version=policy.version + 1),
            "Sílvia Prado",
            _SINCE + timedelta(days=9 * number),
            note,
        )
        self.published.append(made)
        return made

    def roll_back(self, policy_id: UUID, note: str) -> PublishedPolicy:
        former = next(one for one in self.published if one.policy_id == policy_id)
        newest = self.book().rules[former.scope]
        return self.publish(former.scope, replace(former.policy, version=newest.version), note)
