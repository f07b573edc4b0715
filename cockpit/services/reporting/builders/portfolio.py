"""The report on the portfolio as it stood on the period's last day."""

from dataclasses import dataclass
from functools import partial

from cockpit.domain.figures import Defined
from cockpit.domain.indicators import Cut, Question
from cockpit.domain.messages import Message
from cockpit.domain.portfolio_figures import (
    PortfolioFigures,
    PortfolioQuestion,
    PortfolioReport,
    PortfolioRow,
)
from cockpit.domain.reports import (
    CellKind,
    ChartBar,
    ChartKind,
    KeyFigure,
    ReportCell,
    ReportChart,
    ReportRequest,
    ReportTable,
)
from cockpit.domain.vocabulary import LifecycleStatus
from cockpit.services.ports.past_states import PastStates
from cockpit.services.reporting.parts import (
    TOTAL,
    IsCancelled,
    ReportParts,
    cents,
    compared,
    count,
    cut_cell,
    label,
    of_cut,
    share,
    status,
    table,
)

_STATUSES = (
    LifecycleStatus.NEW, LifecycleStatus.ACTIVE, LifecycleStatus.RECOVERED,
    LifecycleStatus.AT_RISK, LifecycleStatus.INACTIVE, LifecycleStatus.LOST,
    LifecycleStatus.BLOCKED, LifecycleStatus.PROSPECT,
)  # fmt: skip
#: As a cut's columns tell them.
_BUYING = (LifecycleStatus.NEW, LifecycleStatus.ACTIVE, LifecycleStatus.RECOVERED)
_CUT = (
    count("customers"), count("buying"), count("at_risk"), count("inactive"), count("lost"),
    share("inactivity_rate"), cents("at_risk_value"), cents("recurring"), cents("ticket"),
    cents("lost_so_far"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PortfolioDayReport:
    """Arranges the portfolio of a day."""

    past: PastStates

    def parts(self, request: ReportRequest, is_cancelled: IsCancelled) -> ReportParts:
        """Return what the report says."""
        question = request.question
        report = self.past.portfolio(portfolio_question(question), is_cancelled)
        tables = []
        if question.cut is not None:
            tables.append(_rows(report, question.cut))
        tables.append(_by_status(report.total))
        notes = [Message.of("document.note_day", day=question.period.last)]
        notes.append(Message.of("document.note_estimates"))
        if report.is_prior_published:
            notes.append(Message.of("document.note_published"))
        return ReportParts(
            figures=_key_figures(report.total),
            chart=_chart(report.total.now),
            tables=tuple(tables),
            notes=tuple(notes),
            definitions=(
                Defined.CUSTOMERS, Defined.INACTIVITY_RATE, Defined.AT_RISK, Defined.INACTIVE,
                Defined.AT_RISK_VALUE, Defined.RECURRING, Defined.TICKET, Defined.LOST_SO_FAR,
                Defined.LOST_12M,
            ),
        )  # fmt: skip


def portfolio_question(question: Question) -> PortfolioQuestion:
    """Return what is asked of the period's last day; see ``bridge_question`` on what is known."""
    compared = question.comparison.of(question.period)
    return PortfolioQuestion(
        on=question.period.last,
        compared_with=None if compared is None else compared.last,
        cut=question.cut,
        narrowing=question.narrowing,
    )


def _key_figures(total: PortfolioRow) -> tuple[KeyFigure, ...]:
    whole = partial(compared, now=total.now, before=total.before)
    risk, money = LifecycleStatus.AT_RISK, CellKind.CENTS
    return (
        whole(Defined.INACTIVITY_RATE, CellKind.SHARE, read=lambda one: one.inactivity_rate),
        whole(Defined.AT_RISK, CellKind.COUNT, read=lambda one: one.of(risk).customers),
        whole(Defined.AT_RISK_VALUE, money, read=lambda one: one.whole.at_risk_cents),
        whole(Defined.RECURRING, money, read=lambda one: one.recurring_month_cents),
        whole(Defined.TICKET, money, read=lambda one: one.average_ticket_cents),
        whole(Defined.LOST_SO_FAR, money, read=lambda one: one.lost_so_far_cents),
    )


def _by_status(total: PortfolioRow) -> ReportTable:
    before = total.before
    more = () if before is None else (count("customers_before"),)
    columns = (label("status", 1.6), count("customers"), share("part"), cents("yearly_value"),
               cents("at_risk_value"), *more)  # fmt: skip
    whole = total.now.whole
    rows: list[tuple[ReportCell, ...]] = []
    for one in _STATUSES:
        found = total.now.of(one)
        rows.append(
            (
                status(one), found.customers,
                found.customers / whole.customers if whole.customers else None,
                found.yearly_cents, found.at_risk_cents,
                *(() if before is None else (before.of(one).customers,)),
            )
        )  # fmt: skip
    last = (
        TOTAL, whole.customers, 1.0 if whole.customers else None, whole.yearly_cents,
        whole.at_risk_cents, *(() if before is None else (before.whole.customers,)),
    )  # fmt: skip
    return table("statuses", columns, rows, last)


def _rows(report: PortfolioReport, cut: Cut) -> ReportTable:
    rows = [(cut_cell(cut, one.name), *_cells(one.now)) for one in report.rows]
    total = (TOTAL, *_cells(report.total.now))
    return table("portfolio_by", (of_cut(cut), *_CUT), rows, total)


def _cells(figures: PortfolioFigures) -> tuple[ReportCell, ...]:
    return (
        figures.whole.customers, figures.of(*_BUYING).customers,
        figures.of(LifecycleStatus.AT_RISK).customers,
        figures.of(LifecycleStatus.INACTIVE).customers,
        figures.of(LifecycleStatus.LOST).customers, figures.inactivity_rate,
        figures.whole.at_risk_cents, figures.recurring_month_cents, figures.average_ticket_cents,
        figures.lost_so_far_cents,
    )  # fmt: skip


def _chart(now: PortfolioFigures) -> ReportChart | None:
    bars = tuple(
        ChartBar(status(one), now.of(one).customers) for one in _STATUSES if now.of(one).customers
    )
    return ReportChart("statuses", ChartKind.BARS, CellKind.COUNT, bars) if bars else None
