"""Objections: which ones come up, how they go on, and what overcame them."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cockpit.domain.figures import Defined
from cockpit.domain.formats import Language
from cockpit.domain.indicators import Figure, Opened
from cockpit.domain.objection_figures import ArgumentLine, ObjectionLine, ObjectionReport
from cockpit.domain.period_text import period_text, short_month
from cockpit.domain.reports import ReportName
from cockpit.ui.charts.figures import short_number
from cockpit.ui.context import UiContext
from cockpit.ui.indicators.figure_table import FigureColumn, FigureTable, compared
from cockpit.ui.indicators.filters import Asked
from cockpit.ui.indicators.opens import Opens, behind
from cockpit.ui.indicators.page import IndicatorPage, Read, Watch
from cockpit.ui.indicators.words import NOTHING, count, share
from cockpit.ui.plots.category_plot import Category, CategoryPlot
from cockpit.ui.plots.month_plot import LinePlot, Series, Value
from cockpit.ui.widgets.chips import chips

_MOST_BARS, _MOST_LINES = 12, 5

Line = ObjectionLine | ArgumentLine


class ObjectionsPage(IndicatorPage):
    """The page of objections.

    Attributes:
        pareto: The kinds, the most frequent first, and how they add up.
        trend: The five most frequent ones month by month.
        table: The kinds, or the arguments.
    """

    report = ReportName.OBJECTIONS
    figures = (
        Defined.OBJECTIONS,
        Defined.OBJECTIONS_OPEN,
        Defined.OBJECTIONS_WAITING,
        Defined.OBJECTIONS_OVERCOME,
        Defined.ARGUMENT_WORKED,
    )

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._report: ObjectionReport | None = None
        self.pareto, self.trend = CategoryPlot(ctx, self), LinePlot(ctx, self)
        self.chips = chips(2, self)
        self.table: FigureTable[Line] = FigureTable(
            ctx, self._kind_columns(), is_strong=_is_total, parent=self
        )
        self._add_cards(*self.figures)
        self._add_plots(self.pareto, self.trend)
        self._add_chips(self.chips, self._on_chip_clicked)
        self._add_table(self.table, 2)
        self.retranslate()

    @override
    def title(self) -> str:
        return self.tr("Objections")

    @override
    def reads(self, asked: Asked) -> Sequence[Read[Any]]:
        return (
            Read("report", partial(_report, self._ctx, asked), self._on_report),
            Read("trend", partial(_trend, self._ctx, asked), self._on_trend),
        )

    @override
    def retranslate(self) -> None:
        texts = (self.tr("Objections"), self.tr("What overcame them"))
        for chip, text in zip(self.chips, texts, strict=True):
            chip.setText(text)

    @property
    def are_arguments_shown(self) -> bool:
        """Return whether the table shows the arguments."""
        return self.chips[1].isChecked()

    # --- answers ---------------------------------------------------------------------------------

    def _on_report(self, report: ObjectionReport) -> None:
        self._report = report
        language, total, past = self.language, report.total, report.before
        values: tuple[tuple[Defined, Figure, Callable[[ObjectionLine], int]], ...] = (
            (Defined.OBJECTIONS, Figure.OBJECTIONS, lambda one: one.raised),
            (Defined.OBJECTIONS_OPEN, Figure.OBJECTIONS_OPEN, lambda one: one.still_open),
            (Defined.OBJECTIONS_WAITING, Figure.OBJECTIONS_WAITING, lambda one: one.waiting),
            (Defined.OBJECTIONS_OVERCOME, Figure.OBJECTIONS_OVERCOME, lambda one: one.overcome),
        )
        for defined, figure, value in values:
            before = None if past is None else sum(value(one) for one in past)
            self.cards[defined].show_figure(
                value(total), before, count, language, opens=self._opens(figure)
            )
        judged = sum(one.judged for one in report.arguments)
        worked = sum(one.worked for one in report.arguments)
        self.cards[Defined.ARGUMENT_WORKED].show_figure(
            _rate(worked, judged), None, share, language,
            opens=self._opens(Figure.ARGUMENT_WORKED),
            note=self.tr("{worked} of {judged} judged").format(
                worked=count(worked, language), judged=count(judged, language)
            ),
        )  # fmt: skip
        self._show_pareto(report)
        self._show_rows()

    def _show_pareto(self, report: ObjectionReport) -> None:
        language = self.language
        bars = [
            Category(
                kind.name,
                kind.raised,
                count(kind.raised, language),
                self.tr("{kind}: {count}, with those above {share}").format(
                    kind=kind.name,
                    count=count(kind.raised, language),
                    share=share(so_far, language),
                ),
                self._opens(Figure.OBJECTIONS, kind),
            )
            for kind, so_far in zip(report.kinds, report.cumulative(), strict=True)
            if kind.raised
        ][:_MOST_BARS]
        self.pareto.show_categories(
            self.tr("What is objected"),
            self.tr("{count} objections").format(count=count(report.total.raised, language)),
            bars,
            share=self.tr("added up, share of all"),
        )

    def _on_trend(self, report: ObjectionReport) -> None:
        assert self.asked is not None  # noqa: S101 - answers come after their question
        language, question = self.language, self.asked.trend()
        series = [
            Series(
                kind.name,
                tuple(
                    Value(
                        raised[number],
                        f"{period_text(month, language)}: {kind.name} "
                        f"{count(raised[number], language)}",
                        behind(
                            question, Opened(Figure.OBJECTIONS, subject=kind.kind_id, month=month)
                        ),
                    )
                    for month, raised in report.trend
                ),
            )
            for number, kind in list(enumerate(report.kinds))[:_MOST_LINES]
            if kind.raised
        ]
        labels = [short_month(month.first, language) for month, _ in report.trend]
        self.trend.show_series(
            self.tr("The most frequent ones, month by month"), "", labels, series, short_number
        )

    # --- the table -------------------------------------------------------------------------------

    @Slot()
    def _on_chip_clicked(self) -> None:
        self._show_rows()

    def _show_rows(self) -> None:
        report = self._report
        if report is None:
            return
        if self.are_arguments_shown:
            self.table.show_columns(self._argument_columns(), self._ctx)
            self.table.set_rows(report.arguments)
            self.table.setAccessibleName(self.tr("What overcame them"))
        else:
            self.table.show_columns(self._kind_columns(), self._ctx)
            self.table.set_rows([report.total, *report.kinds])
            self.table.setAccessibleName(self.tr("Objections"))

    def _kind_columns(self) -> tuple[FigureColumn[Line], ...]:
        def column(
            title: Callable[[], str],
            value: Callable[[ObjectionLine], int],
            figure: Figure,
            defined: Defined | None = None,
        ) -> FigureColumn[Line]:
            def show(one: Line, language: Language) -> str:
                if not isinstance(one, ObjectionLine):
                    return ""
                return compared(value, one, self._past(one), count, language)

            return FigureColumn(title, show, partial(self._opens, figure), figure=defined)

        def name(one: Line, _language: Language) -> str:
            if not isinstance(one, ObjectionLine):
                return ""
            return self.tr("Total") if one.kind_id is None else one.name

        return (
            FigureColumn(lambda: self.tr("Objection"), name, is_figure=False),
            column(lambda: self.tr("Raised"), lambda one: one.raised, Figure.OBJECTIONS,
                   Defined.OBJECTIONS),
            column(lambda: self.tr("Clients"), lambda one: one.clients, Figure.OBJECTIONS),
            column(lambda: self.tr("Still open"), lambda one: one.still_open,
                   Figure.OBJECTIONS_OPEN),
            column(lambda: self.tr("Waiting"), lambda one: one.waiting,
                   Figure.OBJECTIONS_WAITING),
            column(lambda: self.tr("Overcome"), lambda one: one.overcome,
                   Figure.OBJECTIONS_OVERCOME, Defined.OBJECTIONS_OVERCOME),
            FigureColumn(
                lambda: self.tr("Overcome, share"),
                lambda one, language: share(_rate(one.overcome, one.raised), language)
                if isinstance(one, ObjectionLine) else "",
                partial(self._opens, Figure.OBJECTIONS_OVERCOME),
                figure=Defined.OBJECTIONS_OVERCOME,
            ),
        )  # fmt: skip

    def _argument_columns(self) -> tuple[FigureColumn[Line], ...]:
        def column(
            title: Callable[[], str],
            show: Callable[[ArgumentLine, Language], str],
            figure: Figure | None = None,
        ) -> FigureColumn[Line]:
            def shown(one: Line, language: Language) -> str:
                return show(one, language) if isinstance(one, ArgumentLine) else ""

            if figure is None:
                return FigureColumn(title, shown, is_figure=False)
            return FigureColumn(title, shown, partial(self._opens, figure))

        return (
            column(lambda: self.tr("Argument"), lambda one, _: one.text),
            column(lambda: self.tr("Against"), lambda one, _: self._kind_name(one)),
            column(lambda: self.tr("Used"), lambda one, lang: count(one.used, lang),
                   Figure.ARGUMENT_USED),
            column(lambda: self.tr("Judged"), lambda one, lang: count(one.judged, lang),
                   Figure.ARGUMENT_USED),
            column(lambda: self.tr("Worked"), lambda one, lang: count(one.worked, lang),
                   Figure.ARGUMENT_WORKED),
            column(lambda: self.tr("Success"), self._success, Figure.ARGUMENT_WORKED),
        )  # fmt: skip

    def _success(self, one: ArgumentLine, language: Language) -> str:
        if one.rate is None:
            return NOTHING
        rate = share(one.rate, language)
        return self.tr("{rate} (few)").format(rate=rate) if one.is_few else rate

    def _kind_name(self, one: ArgumentLine) -> str:
        kinds = () if self._report is None else self._report.kinds
        return next((kind.name for kind in kinds if kind.kind_id == one.kind_id), "")

    def _past(self, one: ObjectionLine) -> ObjectionLine | None:
        if self._report is None or self._report.before is None or one.kind_id is None:
            return None
        found = (past for past in self._report.before if past.kind_id == one.kind_id)
        return next(found, None)

    def _opens(self, figure: Figure, one: Line | None = None) -> Opens | None:
        if self.asked is None:
            return None
        if one is None:
            return behind(self.asked.question, Opened(figure))
        subject = one.argument_id if isinstance(one, ArgumentLine) else one.kind_id
        return behind(self.asked.question, Opened(figure, subject=subject))


def _is_total(one: Line) -> bool:
    return isinstance(one, ObjectionLine) and one.kind_id is None


def _rate(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _report(ctx: UiContext, asked: Asked, watch: Watch) -> ObjectionReport:
    return ctx.indicators().objections(asked.question)


def _trend(ctx: UiContext, asked: Asked, watch: Watch) -> ObjectionReport:
    return ctx.indicators().objections(asked.trend())
