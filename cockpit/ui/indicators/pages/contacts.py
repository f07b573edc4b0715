"""Contacts: how many, whom they reached, what they brought; by month, hour and number of tries."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cockpit.domain.contact_figures import MOST_ATTEMPTS, AttemptLine, ContactLine, HourLine
from cockpit.domain.figures import Defined
from cockpit.domain.formats import Language
from cockpit.domain.indicators import (
    Compared,
    Cut,
    Figure,
    Figures,
    InRow,
    Opened,
    Question,
)
from cockpit.domain.period_text import period_text, short_month
from cockpit.domain.periods import Period
from cockpit.domain.reports import ReportName
from cockpit.ui.charts.figures import percent, short_number
from cockpit.ui.context import UiContext
from cockpit.ui.indicators.figure_table import FigureColumn, FigureTable, compared
from cockpit.ui.indicators.filters import Asked
from cockpit.ui.indicators.opens import Opens, behind
from cockpit.ui.indicators.page import IndicatorPage, Read, Watch
from cockpit.ui.indicators.words import (
    Write,
    count,
    cut_word,
    days,
    name_of,
    reais,
    share,
)
from cockpit.ui.plots.heat_plot import Cell, HeatPlot
from cockpit.ui.plots.histogram_plot import Column, HistogramPlot
from cockpit.ui.plots.month_plot import LinePlot, Series, Value

_CARDS: tuple[
    tuple[Defined, Figure, Callable[[ContactLine], float | None], Write], ...
] = (
    (Defined.CONTACTS, Figure.CONTACTS, lambda line: line.contacts, count),
    (Defined.REACH_RATE, Figure.REACHED, lambda line: line.reach_rate, share),
    (Defined.CLIENTS, Figure.CLIENTS, lambda line: line.clients, count),
    (Defined.ORDERS, Figure.ORDERS, lambda line: line.orders, count),
    (Defined.ORDER_VALUE, Figure.ORDER_VALUE, lambda line: line.order_cents, reais),
    (Defined.REACTIVATED, Figure.REACTIVATED, lambda line: line.reactivated, count),
    (Defined.RECOVERED, Figure.RECOVERED, lambda line: line.recovered_cents, reais),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ContactRow:
    """A row of the table: the whole, a value of the cut, or a month.

    Attributes:
        name: As it is shown.
        line: Its figures.
        opens: Returns what opens the customers behind a figure of the row.
    """

    name: str
    line: Compared[ContactLine]
    opens: Callable[[Figure], Opens | None]
    is_total: bool = False


class ContactsPage(IndicatorPage):
    """The contacts' page.

    Attributes:
        trend: Contacts and reached ones, month by month.
        hours: Reach by weekday and hour.
        attempts: Reach by number of tries.
        table: The cut, or the months.
    """

    report = ReportName.CONTACTS
    figures = (
        *(one[0] for one in _CARDS),
        Defined.REACHED,
        Defined.DAYS_TO_RETURN,
        Defined.ATTEMPTS,
    )
    cuts = frozenset(Cut)

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._figures: Figures[ContactLine] | None = None
        self._trend: Figures[ContactLine] | None = None
        self.trend, self.hours = LinePlot(ctx, self), HeatPlot(ctx, self)
        self.attempts = HistogramPlot(ctx, self)
        self.table: FigureTable[ContactRow] = FigureTable(
            ctx, self._columns(), is_strong=lambda row: row.is_total, parent=self
        )
        self._add_cards(*(one[0] for one in _CARDS))
        self._add_plots(self.trend, self.hours, self.attempts)
        self._add_table(self.table)

    @override
    def title(self) -> str:
        return self.tr("Contacts")

    @override
    def reads(self, asked: Asked) -> Sequence[Read[Any]]:
        question, trend = asked.question, asked.trend()
        return (
            Read("figures", partial(_figures, self._ctx, question), self._on_figures),
            Read("attempts", partial(_attempts, self._ctx, question), self._on_attempts),
            Read("hours", partial(_hours, self._ctx, question), self._on_hours),
            Read("trend", partial(_trend, self._ctx, trend), self._on_trend),
        )

    def _columns(self) -> tuple[FigureColumn[ContactRow], ...]:
        def column(
            title: Callable[[], str],
            value: Callable[[ContactLine], float | None],
            write: Write,
            figure: Figure,
            defined: Defined,
        ) -> FigureColumn[ContactRow]:
            def show(row: ContactRow, language: Language) -> str:
                return compared(value, row.line.now, row.line.before, write, language)

            return FigureColumn(title, show, lambda row: row.opens(figure), figure=defined)

        return (
            FigureColumn(self._first_title, lambda row, _: row.name, is_figure=False),
            column(lambda: self.tr("Contacts"), lambda one: one.contacts, count,
                   Figure.CONTACTS, Defined.CONTACTS),
            column(lambda: self.tr("Customers"), lambda one: one.clients, count,
                   Figure.CLIENTS, Defined.CLIENTS),
            column(lambda: self.tr("Reached"), lambda one: one.reached, count,
                   Figure.REACHED, Defined.REACHED),
            column(lambda: self.tr("Reach rate"), lambda one: one.reach_rate, share,
                   Figure.REACH_RATE, Defined.REACH_RATE),
            column(lambda: self.tr("Orders"), lambda one: one.orders, count,
                   Figure.ORDERS, Defined.ORDERS),
            column(lambda: self.tr("Orders, R$"), lambda one: one.order_cents, reais,
                   Figure.ORDER_VALUE, Defined.ORDER_VALUE),
            column(lambda: self.tr("Reactivated"), lambda one: one.reactivated, count,
                   Figure.REACTIVATED, Defined.REACTIVATED),
            column(lambda: self.tr("Recovered, R$"), lambda one: one.recovered_cents, reais,
                   Figure.RECOVERED, Defined.RECOVERED),
            column(lambda: self.tr("Days to return"), lambda one: one.median_days, days,
                   Figure.DAYS_TO_RETURN, Defined.DAYS_TO_RETURN),
        )  # fmt: skip

    def _first_title(self) -> str:
        cut = None if self._figures is None else self._figures.question.cut
        return self.tr("Month") if cut is None else cut_word(cut, self.language)

    # --- answers ---------------------------------------------------------------------------------

    def _on_figures(self, answer: Figures[ContactLine]) -> None:
        self._figures = answer
        for named, figure, value, write in _CARDS:
            past = answer.total.before
            self.cards[named].show_figure(
                value(answer.total.now),
                None if past is None else value(past),
                write,
                self.language,
                opens=behind(answer.question, Opened(figure)),
            )
        self._show_rows()

    def _on_trend(self, answer: Figures[ContactLine]) -> None:
        self._trend = answer
        language = self.language
        labels = [short_month(month.first, language) for month, _ in answer.months]
        lines: tuple[tuple[str, Figure, Callable[[ContactLine], int]], ...] = (
            (self.tr("Contacts"), Figure.CONTACTS, lambda line: line.contacts),
            (self.tr("Reached"), Figure.REACHED, lambda line: line.reached),
        )
        series = [
            Series(
                name,
                tuple(
                    Value(
                        value(line),
                        f"{period_text(month, language)}: {name} {count(value(line), language)}",
                        behind(answer.question, Opened(figure, month=month)),
                    )
                    for month, line in answer.months
                ),
            )
            for name, figure, value in lines
        ]
        total = count(answer.total.now.contacts, language)
        summary = self.tr("{count} contacts in these months").format(count=total)
        self.trend.show_series(self.tr("Month by month"), summary, labels, series, short_number)
        self._show_rows()

    def _on_hours(self, lines: Sequence[HourLine]) -> None:
        assert self.asked is not None  # noqa: S101 - answers come after their question
        question, language = self.asked.question, self.language
        names = (
            self.tr("Mon"), self.tr("Tue"), self.tr("Wed"), self.tr("Thu"), self.tr("Fri"),
            self.tr("Sat"), self.tr("Sun"),
        )  # fmt: skip
        hours = sorted({one.hour for one in lines})
        hours = list(range(hours[0], hours[-1] + 1)) if hours else []
        weekdays = sorted({one.weekday for one in lines} | set(range(5)))
        cells = [
            Cell(
                weekdays.index(one.weekday),
                hours.index(one.hour),
                one.reached / one.contacts if one.contacts else 0.0,
                percent(one.reached / one.contacts, language) if one.contacts else "",
                self.tr("{day} {hour}h: {reached} of {count} reached").format(
                    day=names[one.weekday],
                    hour=one.hour,
                    reached=count(one.reached, language),
                    count=count(one.contacts, language),
                ),
                behind(question, Opened(Figure.HOUR, number=one.hour, weekday=one.weekday)),
            )
            for one in lines
        ]
        best = max(cells, key=lambda cell: cell.share, default=None)
        summary = "" if best is None else self.tr("Best: {hour}").format(hour=best.reading)
        self.hours.show_cells(
            self.tr("Reached, by hour"),
            summary,
            [names[one] for one in weekdays],
            [f"{one}h" for one in hours],
            cells,
        )

    def _on_attempts(self, answer: Compared[tuple[AttemptLine, ...]]) -> None:
        assert self.asked is not None  # noqa: S101 - see above
        question, language = self.asked.question, self.language
        past = {one.number: one for one in answer.before or ()}
        columns = []
        for one in answer.now:
            before = past.get(one.number)
            label = f"{one.number}+" if one.number == MOST_ATTEMPTS else str(one.number)
            reading = self.tr(
                "Try {number}: {reached} of {count} reached ({rate}), {sold} with a sale"
            ).format(
                number=label,
                reached=count(one.reached, language),
                count=count(one.tries, language),
                rate=share(one.reach_rate, language),
                sold=count(one.sold, language),
            )
            columns.append(
                Column(
                    label,
                    one.reach_rate or 0.0,
                    share(one.reach_rate, language),
                    reading,
                    behind(question, Opened(Figure.ATTEMPTS, number=one.number)),
                    None if before is None else before.reach_rate,
                )
            )
        self.attempts.show_columns(
            self.tr("Reached, by try in a row"),
            "",
            columns,
            percent,
            now=self.tr("this period"),
            before=self.tr("before") if answer.before is not None else "",
        )

    def _show_rows(self) -> None:
        """Show the rows of the cut; without one the months, which the trend has."""
        answer = self._figures
        if answer is None:
            return
        question = answer.question
        total = ContactRow(
            self.tr("Total"),
            answer.total,
            lambda figure: behind(question, Opened(figure)),
            is_total=True,
        )
        rows = [total]
        if question.cut is not None:
            cut = question.cut
            rows += [
                ContactRow(
                    name_of(cut, row.name, self.language),
                    row.line,
                    _of_row(question, InRow(row.name.key)),
                )
                for row in answer.rows
            ]
        elif self._trend is not None:
            asked = self._trend.question
            rows += [
                ContactRow(
                    period_text(month, self.language), Compared(line), _of_month(asked, month)
                )
                for month, line in reversed(self._trend.months)
            ]
        self.table.records.retranslate()
        self.table.set_rows(rows)
        self.table.setAccessibleName(self.tr("Contacts by {cut}").format(cut=self._first_title()))


def _of_row(question: Question, row: InRow) -> Callable[[Figure], Opens | None]:
    return lambda figure: behind(question, Opened(figure, row))


def _of_month(question: Question, month: Period) -> Callable[[Figure], Opens | None]:
    return lambda figure: behind(question, Opened(figure, month=month))


def _figures(ctx: UiContext, question: Question, watch: Watch) -> Figures[ContactLine]:
    return ctx.indicators().contacts(question)


def _trend(ctx: UiContext, question: Question, watch: Watch) -> Figures[ContactLine]:
    return ctx.indicators().contacts(question, with_months=True)


def _attempts(
    ctx: UiContext, question: Question, watch: Watch
) -> Compared[tuple[AttemptLine, ...]]:
    return ctx.indicators().attempts(question)


def _hours(ctx: UiContext, question: Question, watch: Watch) -> tuple[HourLine, ...]:
    return ctx.indicators().hours(question)
