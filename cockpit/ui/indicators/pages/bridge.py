"""The bridge: who came into a state and who left it, month by month, in customers and in money."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget
from typing_extensions import override

from cockpit.domain.bridge import (
    Bridge,
    BridgeLine,
    BridgeQuestion,
    BridgeState,
    MonthBridge,
)
from cockpit.domain.figures import Defined
from cockpit.domain.formats import Language
from cockpit.domain.period_text import period_text, short_month
from cockpit.domain.periods import Period, month_of
from cockpit.domain.reports import ReportName
from cockpit.ui.charts.figures import short_money, short_number
from cockpit.ui.context import UiContext
from cockpit.ui.indicators.figure_table import FigureColumn, FigureTable
from cockpit.ui.indicators.filters import Asked
from cockpit.ui.indicators.opens import Opens
from cockpit.ui.indicators.page import IndicatorPage, Read, Watch
from cockpit.ui.indicators.words import count, reais, state_word
from cockpit.ui.plots.bridge_plot import BridgePlot, BridgeStep, StepKind
from cockpit.ui.plots.month_plot import Series, StackPlot, Value
from cockpit.ui.theme import Space
from cockpit.ui.widgets.chips import chips

#: The layers of the areas; who is blocked or never bought would hide them.
_LAYERS = (
    BridgeState.ACTIVE,
    BridgeState.AT_RISK,
    BridgeState.INACTIVE,
    BridgeState.LOST,
    BridgeState.RECOVERED,
)


@dataclass(frozen=True, slots=True)
class _Row:
    """One state in the chosen month."""

    line: BridgeLine


class BridgePage(IndicatorPage):
    """The page of the bridge.

    Attributes:
        areas: The states month by month.
        steps: The chosen state in the chosen month.
        table: All states in the chosen month.
        month: Which month.
        state: Which state.
        units: Customers, or money.
    """

    report = ReportName.BRIDGE
    figures = (
        Defined.BRIDGE_CUSTOMERS,
        Defined.BRIDGE_VALUE,
        Defined.BRIDGE_CHANGE,
    )

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._bridge: Bridge | None = None
        self.areas, self.steps = StackPlot(ctx, self), BridgePlot(ctx, self)
        self.month, self.state = QComboBox(self), QComboBox(self)
        self.units = chips(2, self)
        self.table: FigureTable[_Row] = FigureTable(
            ctx, self._columns(), is_strong=self._is_chosen, parent=self
        )
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        for one in (*self.units, self.month, self.state):
            row.addWidget(one)
        row.addStretch()
        self._layout.addLayout(row)
        self._layout.addWidget(self._note)
        self._add_plots(self.areas, self.steps)
        self._add_table(self.table)
        for chip in self.units:
            chip.clicked.connect(self._on_choice_made)
        self.month.activated.connect(self._on_choice_made)
        self.state.activated.connect(self._on_choice_made)
        self.retranslate()

    @override
    def title(self) -> str:
        return self.tr("Bridge")

    @override
    def first_focus(self) -> QWidget:
        return self.month

    @override
    def reads(self, asked: Asked) -> Sequence[Read[Any]]:
        work = partial(_bridge, self._ctx, asked.bridge())
        return (Read("bridge", work, self._on_bridge, is_long=True),)

    @override
    def retranslate(self) -> None:
        for chip, text in zip(
            self.units, (self.tr("Customers"), self.tr("R$ a year")), strict=True
        ):
            chip.setText(text)
        with QSignalBlocker(self.state):
            kept = max(self.state.currentIndex(), 0)
            self.state.clear()
            for one in BridgeState:
                self.state.addItem(state_word(one), one)
            self.state.setCurrentIndex(kept)
        self.month.setAccessibleName(self.tr("Month"))
        self.state.setAccessibleName(self.tr("State"))
        self.table.setAccessibleName(self.tr("All states in this month"))

    @property
    def is_money(self) -> bool:
        """Return whether money is shown, and not customers."""
        return self.units[1].isChecked()

    @property
    def chosen_state(self) -> BridgeState:
        """Return the state whose bridge is shown."""
        return BridgeState(self.state.currentData())

    def chosen_month(self) -> MonthBridge | None:
        """Return the month that is shown."""
        row = self.month.currentIndex()
        if self._bridge is None or row < 0:
            return None
        return self._bridge.months[len(self._bridge.months) - 1 - row]

    # --- answers ---------------------------------------------------------------------------------

    def _on_bridge(self, bridge: Bridge) -> None:
        self._bridge = bridge
        with QSignalBlocker(self.month):
            kept = self.month.currentText()
            self.month.clear()
            for one in reversed(bridge.months):
                self.month.addItem(period_text(one.period, self.language))
            row = self.month.findText(kept)
            self.month.setCurrentIndex(row if row >= 0 else _first_whole(bridge))
        self._say(
            self.tr("Too few orders of your own: published parameters judged.")
            if bridge.is_prior_published else ""
        )  # fmt: skip
        self._show()

    @Slot()
    def _on_choice_made(self) -> None:
        self._show()

    def _show(self) -> None:
        month = self.chosen_month()
        if self._bridge is None or month is None:
            return
        self._show_areas(self._bridge)
        self._show_steps(month)
        self.table.records.retranslate()
        self.table.set_rows([_Row(one) for one in month.lines()])

    def _show_areas(self, bridge: Bridge) -> None:
        language = self.language
        series = [
            Series(
                state_word(state),
                tuple(
                    Value(
                        self._end(month.line(state)),
                        f"{period_text(month.period, language)}: {state_word(state)} "
                        f"{self._words(self._end(month.line(state)))}",
                        partial(_at_end, bridge.question, month.period, state),
                    )
                    for month in bridge.months
                ),
            )
            for state in _LAYERS
        ]
        labels = [short_month(month.period.last, language) for month in bridge.months]
        self.areas.show_series(
            self.tr("Where customers stand at the end of each month"),
            "",
            labels,
            series,
            short_money if self.is_money else short_number,
        )

    def _show_steps(self, month: MonthBridge) -> None:
        state, language = self.chosen_state, self.language
        line = month.line(state)
        steps = [self._level(self.tr("Start"), self._start(line), self._opens_start(month, state))]
        for other in BridgeState:
            if other is not state:
                steps += self._between(month, state, other)
        if self.is_money and line.change_cents:
            kind = StepKind.IN if line.change_cents > 0 else StepKind.OUT
            stayed = partial(_moved, self._question, month.period, state, state)
            steps.append(self._move(self.tr("who stayed"), abs(line.change_cents), kind, stayed))
        steps.append(
            self._level(
                self.tr("End"),
                self._end(line),
                partial(_at_end, self._question, month.period, state),
            )
        )
        self.steps.show_steps(
            self.tr("{state}, {month}").format(
                state=state_word(state), month=period_text(month.period, language)
            ),
            "",
            steps,
            short_money if self.is_money else short_number,
        )

    def _between(
        self, month: MonthBridge, state: BridgeState, other: BridgeState
    ) -> list[BridgeStep]:
        """Return who came from another state, and who went to it."""
        came, went = month.cell(other, state), month.cell(state, other)
        found = []
        if came.customers:
            amount = came.end_cents if self.is_money else came.customers
            opens = partial(_moved, self._question, month.period, other, state)
            label = self.tr("from:\n{state}").format(state=state_word(other))
            found.append(self._move(label, amount, StepKind.IN, opens))
        if went.customers:
            amount = went.start_cents if self.is_money else went.customers
            opens = partial(_moved, self._question, month.period, state, other)
            label = self.tr("to:\n{state}").format(state=state_word(other))
            found.append(self._move(label, amount, StepKind.OUT, opens))
        return found

    def _move(self, label: str, amount: int, kind: StepKind, opens: Opens) -> BridgeStep:
        sign, words = "+" if kind is StepKind.IN else "−", self._words(amount)
        reading = f"{label.replace(chr(10), ' ')} {sign}{words}"
        return BridgeStep(label, amount, sign + self._short(amount), reading, kind, opens)

    def _level(self, label: str, amount: int, opens: Opens) -> BridgeStep:
        reading = f"{label}: {self._words(amount)}"
        return BridgeStep(label, amount, self._short(amount), reading, StepKind.LEVEL, opens)

    def _short(self, amount: int) -> str:
        if self.is_money:
            return short_money(amount, self.language)
        return count(amount, self.language)

    def _words(self, amount: int) -> str:
        return (reais if self.is_money else count)(amount, self.language)

    def _start(self, line: BridgeLine) -> int:
        return line.start_cents if self.is_money else line.start

    def _end(self, line: BridgeLine) -> int:
        return line.end_cents if self.is_money else line.end

    @property
    def _question(self) -> BridgeQuestion:
        assert self._bridge is not None  # noqa: S101 - what is drawn was read
        return self._bridge.question

    def _opens_start(self, month: MonthBridge, state: BridgeState) -> Opens:
        return partial(_at_start, self._question, month.period, state)

    # --- the table -------------------------------------------------------------------------------

    def _is_chosen(self, row: _Row) -> bool:
        return row.line.state is self.chosen_state

    def _columns(self) -> tuple[FigureColumn[_Row], ...]:
        def column(
            title: Callable[[], str],
            customers: Callable[[BridgeLine], int | None],
            cents: Callable[[BridgeLine], int],
            opens: Callable[[BridgeQuestion, Period, BridgeState, UiContext], Sequence[UUID]],
        ) -> FigureColumn[_Row]:
            def show(row: _Row, language: Language) -> str:
                if self.is_money:
                    return reais(cents(row.line), language)
                number = customers(row.line)
                return "" if number is None else count(number, language)

            return FigureColumn(title, show, partial(self._opens, opens))

        return (
            FigureColumn(
                lambda: self.tr("State"), lambda row, _: state_word(row.line.state),
                is_figure=False,
            ),
            column(lambda: self.tr("Start"), lambda one: one.start, lambda one: one.start_cents,
                   _at_start),
            column(lambda: self.tr("Came in"), lambda one: one.entered,
                   lambda one: one.entered_cents, _came),
            column(lambda: self.tr("Went"), lambda one: -one.left, lambda one: -one.left_cents,
                   _went),
            column(lambda: self.tr("Change of who stayed"), lambda _one: None,
                   lambda one: one.change_cents, _stayed),
            column(lambda: self.tr("End"), lambda one: one.end, lambda one: one.end_cents,
                   _at_end),
        )  # fmt: skip

    def _opens(
        self,
        opens: Callable[[BridgeQuestion, Period, BridgeState, UiContext], Sequence[UUID]],
        row: _Row,
    ) -> Opens | None:
        month = self.chosen_month()
        if month is None:
            return None
        return partial(opens, self._question, month.period, row.line.state)


def _first_whole(bridge: Bridge) -> int:
    """Return the newest month that is over, from above; the newest one where none is."""
    months = list(reversed(bridge.months))
    whole = (n for n, one in enumerate(months) if one.period == month_of(one.period.first))
    return next(whole, 0)


def _bridge(ctx: UiContext, question: BridgeQuestion, watch: Watch) -> Bridge:
    is_cancelled, on_progress = watch
    return ctx.past_states().bridge(question, on_progress, is_cancelled)


def _moved(
    question: BridgeQuestion,
    period: Period,
    source: BridgeState,
    target: BridgeState,
    ctx: UiContext,
) -> Sequence[UUID]:
    return _of_cells(question, period, [(source, target)], ctx)


def _at_start(
    question: BridgeQuestion, period: Period, state: BridgeState, ctx: UiContext
) -> Sequence[UUID]:
    return _of_cells(question, period, [(state, one) for one in BridgeState], ctx)


def _at_end(
    question: BridgeQuestion, period: Period, state: BridgeState, ctx: UiContext
) -> Sequence[UUID]:
    return _of_cells(question, period, [(one, state) for one in BridgeState], ctx)


def _came(
    question: BridgeQuestion, period: Period, state: BridgeState, ctx: UiContext
) -> Sequence[UUID]:
    cells = [(one, state) for one in BridgeState if one is not state]
    return _of_cells(question, period, cells, ctx)


def _went(
    question: BridgeQuestion, period: Period, state: BridgeState, ctx: UiContext
) -> Sequence[UUID]:
    cells = [(state, one) for one in BridgeState if one is not state]
    return _of_cells(question, period, cells, ctx)


def _stayed(
    question: BridgeQuestion, period: Period, state: BridgeState, ctx: UiContext
) -> Sequence[UUID]:
    return _of_cells(question, period, [(state, state)], ctx)


def _of_cells(
    question: BridgeQuestion,
    period: Period,
    cells: Sequence[tuple[BridgeState, BridgeState]],
    ctx: UiContext,
) -> Sequence[UUID]:
    states = ctx.past_states()
    found = [
        client
        for source, target in cells
        for client in states.bridge_clients(question, period, source, target)
    ]
    found.sort(key=lambda one: -max(one.start_cents, one.end_cents))
    return list(dict.fromkeys(one.customer_id for one in found))
