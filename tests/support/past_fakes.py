"""Past days without a database: a small portfolio, and two months of its bridge."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from cockpit.domain.bridge import (
    Bridge,
    BridgeCell,
    BridgeClient,
    BridgeQuestion,
    BridgeState,
    MonthBridge,
)
from cockpit.domain.cycle_reports import GapBin, GapHistogram, GapSpan
from cockpit.domain.indicators import CutKey, CutName
from cockpit.domain.periods import Period
from cockpit.domain.portfolio_figures import (
    DayStates,
    Knowledge,
    PortfolioClient,
    PortfolioFigure,
    PortfolioFigures,
    PortfolioQuestion,
    PortfolioReport,
    PortfolioRow,
    StatusTotal,
)
from cockpit.domain.vocabulary import LifecycleStatus
from cockpit.services.ports.past_days import IsCancelled

ANNA, BERTA, CARLA = (UUID(int=number) for number in (1, 2, 3))
_CLIENTS = {ANNA: ("100", "Anna Papéis"), BERTA: ("200", "Berta Metais"), CARLA: ("300", "Carla")}
_STATUS = {
    ANNA: LifecycleStatus.ACTIVE,
    BERTA: LifecycleStatus.AT_RISK,
    CARLA: LifecycleStatus.INACTIVE,
}
_CENTS = {ANNA: 1_200_000, BERTA: 600_000, CARLA: 90_000}


def make_figures(*customers: UUID) -> PortfolioFigures:
    """Return the figures of some of the three customers."""
    by_status = {
        status: StatusTotal(
            sum(_STATUS[one] is status for one in customers),
            sum(_CENTS[one] for one in customers if _STATUS[one] is status),
            sum(_CENTS[one] // 10 for one in customers if _STATUS[one] is status),
        )
        for status in LifecycleStatus
    }
    recurring = [one for one in customers if _STATUS[one] is not LifecycleStatus.INACTIVE]
    return PortfolioFigures(
        by_status=by_status,
        recurring_customers=len(recurring),
        recurring_yearly_cents=sum(_CENTS[one] for one in recurring),
        orders_12m=6 * len(customers),
        value_12m_cents=sum(_CENTS[one] for one in customers),
        lost_so_far_cents=10_000 * len(customers),
        lost_12m_cents=50_000 * len(customers),
    )


def make_bridge(question: BridgeQuestion) -> Bridge:
    """Return months in which Berta becomes late and the others stay."""
    stay = {
        (BridgeState.ACTIVE, BridgeState.ACTIVE): BridgeCell(1, 1_100_000, _CENTS[ANNA]),
        (BridgeState.INACTIVE, BridgeState.INACTIVE): BridgeCell(1, 90_000, 90_000),
        (BridgeState.AT_RISK, BridgeState.AT_RISK): BridgeCell(1, 600_000, 600_000),
    }
    move = {**stay, (BridgeState.ACTIVE, BridgeState.AT_RISK): BridgeCell(1, 580_000, 600_000)}
    del move[BridgeState.AT_RISK, BridgeState.AT_RISK]
    periods = question.periods()
    months = [MonthBridge(periods[0], move)]
    months += [MonthBridge(one, stay) for one in periods[1:]]
    return Bridge(question, tuple(months))


@dataclass
class FakePastStates:
    """Answers with the same three customers, and remembers what was asked."""

    asked: list[object] = field(default_factory=list)

    def states(self, on: date, knowledge: Knowledge = Knowledge.NOW) -> DayStates:
        """Return the three."""
        self.asked.append((on, knowledge))
        nothing = [0] * len(_STATUS)
        return DayStates(
            on,
            [*_STATUS],
            [*_STATUS.values()],
            [*_CENTS.values()],
            *([nothing] * 6),
        )

    def portfolio(
        self, question: PortfolioQuestion, is_cancelled: Callable[[], bool] = lambda: False
    ) -> PortfolioReport:
        """Return the figures, with one part by any cut."""
        self.asked.append(question)
        before = None if question.compared_with is None else make_figures(ANNA, BERTA)
        whole = PortfolioRow(CutName(None, ""), make_figures(ANNA, BERTA, CARLA), before)
        part = PortfolioRow(CutName(UUID(int=9), "Norte"), whole.now, before)
        return PortfolioReport(question, whole, () if question.cut is None else (part,))

    def portfolio_clients(
        self,
        question: PortfolioQuestion,
        figure: PortfolioFigure,
        *,
        status: LifecycleStatus | None = None,
        key: CutKey | None = None,
        is_part: bool = False,
    ) -> list[PortfolioClient]:
        """Return those of the status."""
        self.asked.append((question, figure, status, key, is_part))
        return [
            PortfolioClient(one, _STATUS[one], _CENTS[one], None, *_CLIENTS[one])
            for one in _STATUS
            if status is None or _STATUS[one] is status
        ]

    def bridge(
        self,
        question: BridgeQuestion,
        on_progress: Callable[[int, int], None] = lambda _done, _whole: None,
        is_cancelled: Callable[[], bool] = lambda: False,
    ) -> Bridge:
        """Return the months."""
        self.asked.append(question)
        on_progress(1, 1)
        return make_bridge(question)

    def bridge_clients(
        self, question: BridgeQuestion, period: Period, source: BridgeState, target: BridgeState
    ) -> list[BridgeClient]:
        """Return Berta."""
        self.asked.append((period, source, target))
        return [
            BridgeClient(
                BERTA,
                LifecycleStatus.ACTIVE,
                LifecycleStatus.AT_RISK,
                580_000,
                600_000,
                *_CLIENTS[BERTA],
            )
        ]

    def histogram(
        self,
        on: date,
        knowledge: Knowledge = Knowledge.NOW,
        is_cancelled: IsCancelled = lambda: False,
        *,
        is_per_customer: bool = True,
    ) -> GapHistogram:
        """Return two bins."""
        self.asked.append((on, knowledge, is_per_customer))
        bins = (GapBin(0, 15, 0.25, 10), GapBin(15, None, 0.75, 30))
        return GapHistogram(bins, 10, 40, 0.8, 3, 40, 3, (), is_per_customer)

    def histogram_clients(
        self, on: date, span: GapSpan, knowledge: Knowledge = Knowledge.NOW
    ) -> list[UUID]:
        """Return Anna and Carla."""
        self.asked.append(span)
        return [ANNA, CARLA]
