"""The portfolio on a day: who is where, what is at risk, what recurs, what silence has cost."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cockpit.domain import formats
from cockpit.domain.figures import Defined
from cockpit.domain.formats import Language
from cockpit.domain.indicators import OF_CUSTOMERS, Compared, CutKey, Figures, Opened
from cockpit.domain.indicators import Figure as Opening
from cockpit.domain.objection_figures import QuoteLine
from cockpit.domain.portfolio_figures import (
    PortfolioFigure,
    PortfolioFigures,
    PortfolioQuestion,
    PortfolioReport,
    PortfolioRow,
)
from cockpit.domain.reports import ReportName
from cockpit.domain.vocabulary import LifecycleStatus
from cockpit.ui.context import UiContext
from cockpit.ui.indicators.figure_table import FigureColumn, FigureTable, compared
from cockpit.ui.indicators.filters import Asked
from cockpit.ui.indicators.opens import Opens, behind, keys_of
from cockpit.ui.indicators.page import IndicatorPage, Read, Watch
from cockpit.ui.indicators.words import (
    Write,
    count,
    cut_word,
    exact_reais,
    name_of,
    reais,
    share,
)
from cockpit.ui.plots.category_plot import Category, CategoryPlot
from cockpit.ui.words import status_word

_MOST_BARS = 14
_S = LifecycleStatus
#: Who still buys within their own cycle.
_IN_CYCLE = (_S.NEW, _S.ACTIVE, _S.RECOVERED)
Value = Callable[[PortfolioFigures], float | None]


def _all(one: PortfolioFigures) -> int:
    return one.whole.customers


def _active(one: PortfolioFigures) -> int:
    return one.of(*_IN_CYCLE).customers


def _at_risk(one: PortfolioFigures) -> int:
    return one.of(_S.AT_RISK).customers


def _inactive(one: PortfolioFigures) -> int:
    return one.of(_S.INACTIVE).customers


#: Title's figure, value, how it is written, what opens it, and of which statuses.
_FIGURES: tuple[tuple[Defined, Value, Write, PortfolioFigure, tuple[_S, ...]], ...] = (
    (Defined.CUSTOMERS, _all, count, PortfolioFigure.CUSTOMERS, ()),
    (Defined.AT_RISK, _at_risk, count, PortfolioFigure.CUSTOMERS, (_S.AT_RISK,)),
    (
        Defined.AT_RISK_VALUE, lambda one: one.whole.at_risk_cents, reais,
        PortfolioFigure.AT_RISK, (),
    ),
    (Defined.INACTIVITY_RATE, lambda one: one.inactivity_rate, share, PortfolioFigure.INACTIVE, ()),
    (
        Defined.RECURRING, lambda one: one.recurring_month_cents, reais,
        PortfolioFigure.RECURRING, (),
    ),
    (
        Defined.TICKET, lambda one: one.average_ticket_cents, exact_reais,
        PortfolioFigure.TICKET, (),
    ),
    (
        Defined.LOST_SO_FAR, lambda one: one.lost_so_far_cents, reais,
        PortfolioFigure.LOST_SO_FAR, (),
    ),
)  # fmt: skip


class PortfolioPage(IndicatorPage):
    """The page of the portfolio.

    Attributes:
        statuses: Customers by status.
        parts: Money at risk by the cut.
        table: The cut.
    """

    report = ReportName.PORTFOLIO
    figures = (*(one[0] for one in _FIGURES), Defined.QUOTES)
    cuts = OF_CUSTOMERS

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._report: PortfolioReport | None = None
        self.statuses, self.parts = CategoryPlot(ctx, self), CategoryPlot(ctx, self)
        self.table: FigureTable[PortfolioRow] = FigureTable(
            ctx, self._columns(), is_strong=self._is_total, parent=self
        )
        self._add_cards(*self.figures)
        self._add_plots(self.statuses, self.parts)
        self._add_table(self.table)

    @override
    def title(self) -> str:
        return self.tr("Portfolio")

    @override
    def reads(self, asked: Asked) -> Sequence[Read[Any]]:
        question = asked.portfolio()
        if question.cut not in OF_CUSTOMERS:
            question = PortfolioQuestion(
                question.on, question.compared_with, None, question.narrowing, question.knowledge
            )
        return (
            Read("report", partial(_report, self._ctx, question), self._on_report, is_long=True),
            Read("quotes", partial(_quotes, self._ctx, asked), self._on_quotes),
        )

    # --- answers ---------------------------------------------------------------------------------

    def _on_report(self, report: PortfolioReport) -> None:
        self._report = report
        now, past, language = report.total.now, report.total.before, self.language
        for figure, value, write, opening, statuses in _FIGURES:
            self.cards[figure].show_figure(
                value(now),
                None if past is None else value(past),
                write,
                language,
                opens=partial(_clients, report.question, opening, statuses, None),
            )
        day = formats.day(report.question.on)
        words = self.tr("As of {day}, judged by the rules of that day.").format(day=day)
        if report.is_prior_published:
            words += " " + self.tr("Too few orders of your own: published parameters judged.")
        self._say(words)
        self._show_statuses(report)
        self._show_parts(report)
        self.table.records.retranslate()
        self.table.set_rows([report.total, *report.rows])
        self.table.setAccessibleName(self.tr("The portfolio, divided"))

    def _on_quotes(self, answer: Figures[QuoteLine]) -> None:
        total: Compared[QuoteLine] = answer.total
        self.cards[Defined.QUOTES].show_figure(
            total.now.stopped,
            None if total.before is None else total.before.stopped,
            count,
            self.language,
            opens=behind(answer.question, Opened(Opening.QUOTES)),
            note=reais(total.now.cents, self.language),
        )

    def _show_statuses(self, report: PortfolioReport) -> None:
        now, past, language = report.total.now, report.total.before, self.language
        shown = [
            one for one in _S
            if now.of(one).customers or (past is not None and past.of(one).customers)
        ]  # fmt: skip
        bars = [
            Category(
                status_word(one),
                now.of(one).customers,
                count(now.of(one).customers, language),
                self.tr("{status}: {count} customers, {money} a year").format(
                    status=status_word(one),
                    count=count(now.of(one).customers, language),
                    money=reais(now.of(one).yearly_cents, language),
                ),
                partial(_clients, report.question, PortfolioFigure.CUSTOMERS, (one,), None),
                None if past is None else past.of(one).customers,
            )
            for one in shown
        ]
        self.statuses.show_categories(
            self.tr("Customers by status"),
            self.tr("{count} customers").format(count=count(now.whole.customers, language)),
            bars,
            now=formats.day(report.question.on),
            before=self._day_before(report),
        )

    def _day_before(self, report: PortfolioReport) -> str:
        day = report.question.compared_with
        return "" if day is None else formats.day(day)

    def _show_parts(self, report: PortfolioReport) -> None:
        cut, language = report.question.cut, self.language
        is_drawn = cut is not None and 0 < len(report.rows) <= _MOST_BARS
        self.parts.setVisible(is_drawn)
        if cut is None or not is_drawn:
            return
        bars = [
            Category(
                name_of(cut, row.name, language),
                row.now.whole.at_risk_cents,
                reais(row.now.whole.at_risk_cents, language),
                self.tr("{name}: {money} at risk, {count} customers").format(
                    name=name_of(cut, row.name, language),
                    money=exact_reais(row.now.whole.at_risk_cents, language),
                    count=count(_at_risk(row.now), language),
                ),
                partial(_clients, report.question, PortfolioFigure.AT_RISK, (), (row.name.key,)),
                None if row.before is None else row.before.whole.at_risk_cents,
            )
            for row in report.rows
        ]
        self.parts.show_categories(
            self.tr("Revenue at risk by {cut}").format(cut=cut_word(cut, language).lower()),
            reais(report.total.now.whole.at_risk_cents, language),
            bars,
            now=formats.day(report.question.on),
            before=self._day_before(report),
        )

    # --- the table -------------------------------------------------------------------------------

    def _columns(self) -> tuple[FigureColumn[PortfolioRow], ...]:
        def column(
            title: Callable[[], str],
            value: Value,
            write: Write,
            opening: PortfolioFigure,
            *statuses: _S,
            defined: Defined | None = None,
        ) -> FigureColumn[PortfolioRow]:
            def show(row: PortfolioRow, language: Language) -> str:
                return compared(value, row.now, row.before, write, language)

            return FigureColumn(
                title, show, partial(self._opens, opening, statuses), figure=defined
            )

        return (
            FigureColumn(self._first_title, lambda row, _: self._name(row), is_figure=False),
            column(lambda: self.tr("Customers"), lambda one: one.whole.customers, count,
                   PortfolioFigure.CUSTOMERS),
            column(lambda: self.tr("In cycle"), _active, count, PortfolioFigure.CUSTOMERS,
                   *_IN_CYCLE, defined=Defined.CUSTOMERS),
            column(lambda: self.tr("At risk"), _at_risk, count, PortfolioFigure.CUSTOMERS,
                   _S.AT_RISK, defined=Defined.AT_RISK),
            column(lambda: self.tr("At risk, R$"), lambda one: one.whole.at_risk_cents, reais,
                   PortfolioFigure.AT_RISK, defined=Defined.AT_RISK_VALUE),
            column(lambda: self.tr("Inactive"), _inactive, count, PortfolioFigure.CUSTOMERS,
                   _S.INACTIVE),
            column(lambda: self.tr("Inactivity"), lambda one: one.inactivity_rate, share,
                   PortfolioFigure.INACTIVE, defined=Defined.INACTIVITY_RATE),
            column(lambda: self.tr("Recurring, R$/month"), lambda one: one.recurring_month_cents,
                   reais, PortfolioFigure.RECURRING, defined=Defined.RECURRING),
            column(lambda: self.tr("Ticket"), lambda one: one.average_ticket_cents, exact_reais,
                   PortfolioFigure.TICKET, defined=Defined.TICKET),
            column(lambda: self.tr("Lost, R$"), lambda one: one.lost_so_far_cents, reais,
                   PortfolioFigure.LOST_SO_FAR, defined=Defined.LOST_SO_FAR),
        )  # fmt: skip

    def _first_title(self) -> str:
        cut = None if self._report is None else self._report.question.cut
        return self.tr("Portfolio") if cut is None else cut_word(cut, self.language)

    def _name(self, row: PortfolioRow) -> str:
        report = self._report
        if report is None or report.question.cut is None or row is report.total:
            return self.tr("Total")
        return name_of(report.question.cut, row.name, self.language)

    def _is_total(self, row: PortfolioRow) -> bool:
        return self._report is not None and row is self._report.total

    def _opens(
        self, figure: PortfolioFigure, statuses: tuple[_S, ...], row: PortfolioRow
    ) -> Opens | None:
        if self._report is None:
            return None
        part = None if row is self._report.total else (row.name.key,)
        return partial(_clients, self._report.question, figure, statuses, part)


def _report(ctx: UiContext, question: PortfolioQuestion, watch: Watch) -> PortfolioReport:
    return ctx.past_states().portfolio(question, is_cancelled=watch[0])


def _quotes(ctx: UiContext, asked: Asked, watch: Watch) -> Figures[QuoteLine]:
    return ctx.indicators().quotes(asked.question)


def _clients(
    question: PortfolioQuestion,
    figure: PortfolioFigure,
    statuses: tuple[_S, ...],
    part: tuple[CutKey] | None,
    ctx: UiContext,
) -> Sequence[UUID]:
    """Return the customers behind a figure.

    Args:
        question: What was asked.
        figure: Of what.
        statuses: Only these; empty for all.
        part: The row of the cut; None for the whole.
        ctx: The services.
    """
    states = ctx.past_states()
    key = None if part is None else part[0]
    found = [
        states.portfolio_clients(question, figure, status=one, key=key, is_part=part is not None)
        for one in statuses or (None,)
    ]
    everybody = [client for some in found for client in some]
    return keys_of(sorted(everybody, key=lambda client: -client.cents))
