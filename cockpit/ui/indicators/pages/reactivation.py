"""Reactivation: who came back after a contact, what it brought, and what was learnt too late."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

import resources
from cockpit.domain import formats
from cockpit.domain.contact_figures import ContactLine
from cockpit.domain.figures import Defined
from cockpit.domain.formats import Language
from cockpit.domain.indicators import Cut, Figure, Figures, Opened
from cockpit.domain.period_text import period_text, short_month
from cockpit.domain.reactivation import (
    Adjustment,
    CutTotals,
    ReactivatedClient,
    ReactivationReport,
    Totals,
)
from cockpit.domain.reports import ReportName
from cockpit.ui.charts.figures import short_number
from cockpit.ui.context import UiContext
from cockpit.ui.indicators.figure_table import FigureColumn, FigureTable, compared
from cockpit.ui.indicators.filters import Asked
from cockpit.ui.indicators.opens import Opens, behind, those
from cockpit.ui.indicators.page import IndicatorPage, Read, Watch
from cockpit.ui.indicators.words import count, cut_word, days, exact_reais, name_of, reais
from cockpit.ui.plots.category_plot import Category, CategoryPlot
from cockpit.ui.plots.histogram_plot import Column, HistogramPlot
from cockpit.ui.widgets.chips import chips

K = TypeVar("K", ReactivatedClient, Adjustment)
#: More bars than these are read in the table.
_MOST_BARS = 14
_CLIENTS, _CUTS, _ADJUSTMENTS = range(3)

#: A line of one of the tables; the total row has no customer.
Line = ReactivatedClient | CutTotals | Adjustment | Totals


class ReactivationPage(IndicatorPage):
    """The page of who came back.

    Attributes:
        months: Who came back, month by month.
        parts: What was recovered, by the cut.
        table: The clients with their total row, the cut, or the adjustments.
    """

    report = ReportName.REACTIVATION
    figures = (
        Defined.REACTIVATED,
        Defined.RECOVERED,
        Defined.DAYS_TO_RETURN,
        Defined.ADJUSTMENT,
        Defined.RECOVERED_GOODS,
    )
    cuts = frozenset(Cut)

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._report: ReactivationReport | None = None
        self.months, self.parts = HistogramPlot(ctx, self), CategoryPlot(ctx, self)
        self.chips = chips(3, self)
        self.table: FigureTable[Line] = FigureTable(
            ctx, self._columns(), is_strong=lambda one: isinstance(one, Totals), parent=self
        )
        self._add_cards(*self.figures[:4])
        self._add_plots(self.months, self.parts, stretch=2)
        self._add_chips(self.chips, self._on_chip_clicked)
        self._add_table(self.table, 3)
        self.retranslate()

    @override
    def title(self) -> str:
        return self.tr("Reactivation")

    @override
    def reads(self, asked: Asked) -> Sequence[Read[Any]]:
        return (
            Read("report", partial(_report, self._ctx, asked), self._on_report),
            Read("trend", partial(_trend, self._ctx, asked), self._on_trend),
        )

    @override
    def retranslate(self) -> None:
        texts = (self.tr("Clients"), self.tr("By division"), self.tr("Adjustments"))
        for chip, text in zip(self.chips, texts, strict=True):
            chip.setText(text)
        self.table.setAccessibleName(self.tr("Reactivated clients"))

    @property
    def shown(self) -> int:
        """Return which table is in sight."""
        return next(number for number, chip in enumerate(self.chips) if chip.isChecked())

    # --- answers ---------------------------------------------------------------------------------

    def _on_report(self, report: ReactivationReport) -> None:
        self._report = report
        now, past, language = report.totals, report.before, self.language
        everybody, returned = those(report.customer_ids), those(report.returned_ids)
        self.cards[Defined.REACTIVATED].show_figure(
            now.clients, None if past is None else past.clients, count, language, opens=returned
        )
        self.cards[Defined.RECOVERED].show_figure(
            now.cents, None if past is None else past.cents, reais, language, opens=everybody,
            note=self.tr("{value} without taxes").format(value=reais(now.goods_cents, language)),
        )  # fmt: skip
        self.cards[Defined.DAYS_TO_RETURN].show_figure(
            now.median_days,
            None if past is None else past.median_days,
            days,
            language,
            opens=returned,
        )
        told = [one.customer_id for one in report.adjustments]
        self.cards[Defined.ADJUSTMENT].show_figure(
            report.adjusted.cents, None, reais, language, opens=those(told),
            note=self.tr("{count} client(s)", "", len(told)).format(
                count=count(len(told), language)
            ),
        )  # fmt: skip
        self._say(self._closing(report))
        self._show_parts(report)
        self._show_rows()

    def _closing(self, report: ReactivationReport) -> str:
        """Say whether the figures are those of closed periods, and what came later."""
        within = self.tr("Ordered within {days} days of the contact.").format(
            days=report.within_days
        )
        if any(not one.is_of_period for one in report.clients):
            earlier = resources.text("document.note_returned_before", self.language)
            within = f"{within} {earlier}"
        if not report.closed:
            return within
        names = ", ".join(period_text(one, self.language) for one in report.closed)
        closed = self.tr("Closed: {periods}; these figures stay as they were.").format(
            periods=names
        )
        if not report.later:
            return f"{within} {closed}"
        late = self.tr("Known later: {value}, told as adjustments.").format(
            value=exact_reais(sum(one.cents for one in report.later), self.language)
        )
        return f"{within} {closed} {late}"

    def _show_parts(self, report: ReactivationReport) -> None:
        cut, language = report.question.cut, self.language
        is_drawn = cut is not None and 0 < len(report.cuts) <= _MOST_BARS
        self.parts.setVisible(is_drawn)
        if cut is None or not is_drawn:
            return
        bars = [
            Category(
                name_of(cut, one.cut, language),
                max(one.totals.cents, 0),
                reais(one.totals.cents, language),
                self.tr("{name}: {value}, {clients} came back").format(
                    name=name_of(cut, one.cut, language),
                    value=exact_reais(one.totals.cents, language),
                    clients=count(one.totals.clients, language),
                ),
                those(one.customer_ids),
                None if one.before is None else max(one.before.cents, 0),
            )
            for one in report.cuts
        ]
        self.parts.show_categories(
            self.tr("Recovered, R$, by {cut}").format(cut=cut_word(cut, language).lower()),
            exact_reais(report.totals.cents, language),
            bars,
            now=self.tr("this period"),
            before=self.tr("before") if report.before is not None else "",
        )

    def _on_trend(self, answer: Figures[ContactLine]) -> None:
        language = self.language
        columns = [
            Column(
                short_month(month.first, language),
                line.reactivated,
                count(line.reactivated, language),
                self.tr("{month}: {clients} came back, {value}").format(
                    month=period_text(month, language),
                    clients=count(line.reactivated, language),
                    value=exact_reais(line.recovered_cents, language),
                ),
                behind(answer.question, Opened(Figure.REACTIVATED, month=month)),
            )
            for month, line in answer.months
        ]
        self.months.show_columns(self.tr("Returns, month by month"), "", columns, short_number)

    # --- the table -------------------------------------------------------------------------------

    @Slot()
    def _on_chip_clicked(self) -> None:
        self._show_rows()

    def _show_rows(self) -> None:
        report = self._report
        if report is None:
            return
        self.table.show_columns(self._columns(), self._ctx)
        rows: list[Line] = [report.totals]
        if self.shown == _CLIENTS:
            rows += report.clients
        elif self.shown == _CUTS:
            rows += report.cuts
        else:
            rows = [report.adjusted, *report.adjustments]
        self.table.set_rows(rows)

    def _columns(self) -> tuple[FigureColumn[Line], ...]:
        report = self._report
        if report is None:
            return (FigureColumn(lambda: self.tr("Client"), lambda _one, _language: ""),)
        if self.shown == _CLIENTS:
            return self._client_columns(report)
        return self._cut_columns(report) if self.shown == _CUTS else self._late_columns(report)

    def _client_columns(self, report: ReactivationReport) -> tuple[FigureColumn[Line], ...]:
        """Return the columns of the seed's report, and the contact that has the credit."""
        text = partial(_column, report, ReactivatedClient)
        return (
            text(lambda: self.tr("Company"), lambda one, _: one.company,
                 lambda one, lang: self.tr("Total: {count} client(s)", "", one.clients).format(
                     count=count(one.clients, lang)), opens=_returned_behind),
            text(lambda: self.tr("Client"), lambda one, _: _client(one.code, one.name)),
            text(lambda: self.tr("Orders"), lambda one, lang: count(one.orders, lang),
                 lambda one, lang: count(one.orders, lang), is_figure=True),
            text(lambda: self.tr("Value without taxes"),
                 lambda one, lang: exact_reais(one.goods_cents, lang),
                 lambda one, lang: exact_reais(one.goods_cents, lang),
                 is_figure=True, figure=Defined.RECOVERED_GOODS),
            text(lambda: self.tr("Last order"), lambda one, _: formats.day(one.last_order_on)),
            text(lambda: self.tr("Value recovered"),
                 lambda one, lang: exact_reais(one.cents, lang),
                 lambda one, lang: exact_reais(one.cents, lang),
                 is_figure=True, figure=Defined.RECOVERED),
            text(lambda: self.tr("Contact"), lambda one, _: formats.day(one.contacted_on)),
            text(lambda: self.tr("Return"), lambda one, _: formats.day(one.returned_on)),
            text(lambda: self.tr("Days"), lambda one, lang: count(one.days, lang),
                 lambda one, lang: days(one.median_days, lang), is_figure=True,
                 opens=_returned_behind),
            text(lambda: self.tr("Operator"), lambda one, _: one.operator),
            text(lambda: self.tr("Campaign"), lambda one, _: one.campaign),
        )  # fmt: skip

    def _cut_columns(self, report: ReactivationReport) -> tuple[FigureColumn[Line], ...]:
        cut = report.question.cut

        def name(one: Line, language: Language) -> str:
            if isinstance(one, Totals) or cut is None:
                return self.tr("Total")
            return name_of(cut, one.cut, language) if isinstance(one, CutTotals) else ""

        def figure(
            title: Callable[[], str],
            value: Callable[[Totals], float | None],
            write: Callable[[float | None, Language], str],
            defined: Defined | None = None,
            opens: Callable[[ReactivationReport, Line], Opens] = _opened_by,
        ) -> FigureColumn[Line]:
            def show(one: Line, language: Language) -> str:
                if isinstance(one, Totals):
                    return compared(value, one, report.before, write, language)
                if not isinstance(one, CutTotals):
                    return ""
                return compared(value, one.totals, one.before, write, language)

            return FigureColumn(title, show, partial(opens, report), figure=defined)

        return (
            FigureColumn(
                lambda: cut_word(cut, self.language), name, partial(_opened_by, report), False
            ),
            figure(lambda: self.tr("Clients"), lambda one: one.clients, count,
                   opens=_returned_behind),
            figure(lambda: self.tr("Returns"), lambda one: one.returns, count,
                   opens=_returned_behind),
            figure(lambda: self.tr("Orders"), lambda one: one.orders, count),
            figure(lambda: self.tr("Value without taxes"), lambda one: one.goods_cents,
                   exact_reais, Defined.RECOVERED_GOODS),
            figure(lambda: self.tr("Value recovered"), lambda one: one.cents, exact_reais,
                   Defined.RECOVERED),
            figure(lambda: self.tr("Days, median"), lambda one: one.median_days, days,
                   opens=_returned_behind),
        )  # fmt: skip

    def _late_columns(self, report: ReactivationReport) -> tuple[FigureColumn[Line], ...]:
        text = partial(_column, report, Adjustment)
        return (
            text(lambda: self.tr("Client"), lambda one, _: _client(one.code, one.name),
                 lambda _one, _lang: self.tr("Total")),
            text(lambda: self.tr("Company"), lambda one, _: one.company),
            text(lambda: self.tr("Of the closed period"),
                 lambda one, lang: period_text(one.of, lang)),
            text(lambda: self.tr("Returns"), lambda one, lang: count(one.returns, lang),
                 lambda one, lang: count(one.returns, lang), is_figure=True),
            text(lambda: self.tr("Orders"), lambda one, lang: count(one.orders, lang),
                 lambda one, lang: count(one.orders, lang), is_figure=True),
            text(lambda: self.tr("Value without taxes"),
                 lambda one, lang: exact_reais(one.goods_cents, lang),
                 lambda one, lang: exact_reais(one.goods_cents, lang), is_figure=True),
            text(lambda: self.tr("Value recovered"),
                 lambda one, lang: exact_reais(one.cents, lang),
                 lambda one, lang: exact_reais(one.cents, lang), is_figure=True),
            text(lambda: self.tr("Operator"), lambda one, _: one.operator),
        )  # fmt: skip


def _opened_by(report: ReactivationReport, one: Line) -> Opens:
    if isinstance(one, Totals):
        told = [line.customer_id for line in report.adjustments]
        return those(told if one is report.adjusted else report.customer_ids)
    if isinstance(one, CutTotals):
        return those(one.customer_ids)
    return those((one.customer_id,))


def _returned_behind(report: ReactivationReport, one: Line) -> Opens:
    """Return what opens those of a line who came back in the period."""
    if one is report.totals:
        return those(report.returned_ids)
    if isinstance(one, CutTotals):
        return those(one.returned_ids)
    return _opened_by(report, one)


def _column(
    report: ReactivationReport,
    kind: type[K],
    title: Callable[[], str],
    show: Callable[[K, Language], str],
    total: Callable[[Totals, Language], str] = lambda _totals, _language: "",
    *,
    is_figure: bool = False,
    figure: Defined | None = None,
    opens: Callable[[ReactivationReport, Line], Opens] = _opened_by,
) -> FigureColumn[Line]:
    """Return a column of records of one kind under their total row."""

    def shown(one: Line, language: Language) -> str:
        if isinstance(one, Totals):
            return total(one, language)
        return show(one, language) if isinstance(one, kind) else ""

    return FigureColumn(title, shown, partial(opens, report), is_figure, figure)


def _client(code: str, name: str) -> str:
    return f"{code} - {name}" if code else name


def _report(ctx: UiContext, asked: Asked, watch: Watch) -> ReactivationReport:
    return ctx.reactivation().report(asked.question, is_cancelled=watch[0])


def _trend(ctx: UiContext, asked: Asked, watch: Watch) -> Figures[ContactLine]:
    return ctx.indicators().contacts(asked.trend(), with_months=True)
