"""A campaign's progress and result, line by line; each line opens its clients."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.domain import formats
from cockpit.domain.campaign_progress import Figures, OperatorFigures, Progress
from cockpit.domain.campaign_results import ArmResult, CampaignResult
from cockpit.domain.formats import Language
from cockpit.ui.campaigns import words
from cockpit.ui.context import UiContext
from cockpit.ui.indicators.words import exact_reais, points, share
from cockpit.ui.plots.interval_plot import IntervalPlot, Range
from cockpit.ui.theme import Space
from cockpit.ui.widgets.even_columns import EvenColumns
from cockpit.ui.widgets.labels import ranked_label
from cockpit.ui.widgets.record_table import RIGHT, Column, RecordTable

_PLOT_HEIGHT = 118


@dataclass(frozen=True, slots=True)
class Line:
    """One figure.

    Attributes:
        key: Which.
        title: What it is.
        clients: How many clients.
        more: What else there is to it.
        customer_ids: Who; nobody where it opens nothing.
    """

    key: str
    title: str
    clients: int
    more: str = ""
    customer_ids: tuple[UUID, ...] = ()


class CampaignFigures(QWidget):
    """What was done, by whom, and what it earned.

    Attributes:
        lines: The figures.
        people: Those of each operator, by name.
        plot: The difference of who bought, with its interval; hidden while nothing may be said.
    """

    #: These customers (UUIDs) are to be listed.
    customers_requested = Signal(object)

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._progress: Progress | None = None
        self._result: CampaignResult | None = None
        self._head = ranked_label("title", parent=self)
        self._purpose, self._pace = (ranked_label("muted", parent=self) for _ in range(2))
        self._rate = ranked_label("heading", parent=self)
        self._value, self._both = (ranked_label("muted", parent=self) for _ in range(2))
        self._by_whom = ranked_label("heading", parent=self)
        self.lines: RecordTable[Line] = RecordTable(
            ctx, self._line_columns(), key=lambda one: one.key, parent=self
        )
        self.people: RecordTable[OperatorFigures] = RecordTable(
            ctx, self._people_columns(), key=lambda one: one.user_id, parent=self
        )
        for table in (self.lines, self.people):
            EvenColumns(table)
        self.plot = IntervalPlot(ctx, self)
        self.plot.setFixedHeight(_PLOT_HEIGHT)
        self._lay_out()
        self.plot.opened.connect(self._on_plot_opened)
        self.lines.opened.connect(self._on_lines_opened)
        self.retranslate()

    def show_figures(self, progress: Progress, result: CampaignResult | None) -> None:
        """Show how a campaign goes on, and what it earned where that may be seen."""
        self._progress, self._result = progress, result
        language = self._ctx.language
        self._head.setText(progress.row.plan.name)
        self._purpose.setText(self._about(progress, language))
        self._pace.setText(words.pace_sentence(progress, language))
        lines = [*self._done(progress, language)]
        if result is not None:
            lines += self._compared(result, language)
            self._rate.setText(words.rate_sentence(result, language))
            self._value.setText(words.value_sentence(result, language))
            self._both.setText(words.why_both_differ())
        for label in (self._rate, self._value, self._both):
            label.setVisible(result is not None and bool(label.text()))
        self._show_interval(result, language)
        self.lines.set_rows(lines)
        self.people.set_rows(progress.by_operator)
        for widget in (self._by_whom, self.people):
            widget.setVisible(bool(progress.by_operator))

    def sentences(self) -> tuple[str, ...]:
        """Return what is said beside the figures."""
        shown = (self._pace, self._rate, self._value, self._both)
        return tuple(one.text() for one in shown if not one.isHidden())

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.lines.setAccessibleName(self.tr("Figures of the campaign"))
        self.people.setAccessibleName(self.tr("Figures by operator"))
        self._by_whom.setText(self.tr("By operator, in the order of names"))
        for table in (self.lines, self.people):
            table.records.retranslate()
        if self._progress is not None:
            self.show_figures(self._progress, self._result)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    # --- building ------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        layout.setSpacing(Space.S)
        for label in (self._head, self._purpose, self._pace, self._rate, self._value):
            label.setWordWrap(True)
            layout.addWidget(label)
        layout.addWidget(self.plot)
        layout.addWidget(self.lines, 5)
        layout.addWidget(self._by_whom)
        layout.addWidget(self.people, 2)
        self._both.setWordWrap(True)
        layout.addWidget(self._both)

    def _show_interval(self, result: CampaignResult | None, language: Language) -> None:
        """Draw where the difference lies, as soon as anything may be said of it."""
        found = None if result is None else result.rate
        if result is None or found is None or found.interval is None or found.difference is None:
            self.plot.hide()
            return
        low, high = found.interval.low, found.interval.high
        row = Range(
            self.tr("Called beside left alone"), low, found.difference, high,
            words.rate_sentence(result, language), result.treated.buyer_ids,
            is_clear=low > 0 or high < 0,
        )  # fmt: skip
        self.plot.show()
        self.plot.show_ranges(
            self.tr("By how much more clients bought (95%)"), row.reading, [row], points
        )

    def _line_columns(self) -> tuple[Column[Line], ...]:
        return (
            Column(lambda: self.tr("Figure"), lambda one, _: one.title),
            Column(
                lambda: self.tr("Clients"),
                lambda one, language: formats.integer(one.clients, language),
                RIGHT,
            ),
            Column(lambda: self.tr("Of them"), lambda one, _: one.more, RIGHT),
        )

    def _people_columns(self) -> tuple[Column[OperatorFigures], ...]:
        def number(
            title: Callable[[], str], value: Callable[[Figures], int]
        ) -> Column[OperatorFigures]:
            return Column(
                title,
                lambda one, language: formats.integer(value(one.figures), language),
                RIGHT,
            )

        return (
            Column(lambda: self.tr("Operator"), lambda one, _: one.name),
            number(lambda: self.tr("Contacts"), lambda one: one.contacts),
            number(lambda: self.tr("Clients"), lambda one: one.contacted),
            number(lambda: self.tr("Reached"), lambda one: one.reached),
            number(lambda: self.tr("Orders"), lambda one: one.orders),
            Column(
                lambda: self.tr("R$"),
                lambda one, language: formats.money(one.figures.order_cents, language),
                RIGHT,
            ),
        )

    # --- what is said --------------------------------------------------------------------------

    def _about(self, progress: Progress, language: Language) -> str:
        row = progress.row
        parts = [words.days_text(row.plan), words.state_word(row)]
        parts += [words.goal_text(row.plan, language), row.plan.purpose]
        return " · ".join(part for part in parts if part)

    def _done(self, progress: Progress, language: Language) -> Sequence[Line]:
        figures, credited = progress.figures, progress.credited
        contacts = self.tr("{count} contacts").format(
            count=formats.integer(figures.contacts, language)
        )
        orders = self.tr("{count} orders, {money}").format(
            count=formats.integer(figures.orders, language),
            money=formats.money(figures.order_cents, language),
        )
        waiting, contacted = progress.waiting_ids, progress.contacted_ids
        reached, ordering = progress.reached_ids, progress.ordering_ids
        return (
            Line("waiting", self.tr("Still to be contacted"), len(waiting), "", waiting),
            Line("contacted", self.tr("Contacted"), len(contacted), contacts, contacted),
            Line("reached", self.tr("Reached"), len(reached), "", reached),
            Line("ordering", self.tr("Ordered after it"), len(ordering), orders, ordering),
            Line(
                "credited",
                self.tr("Reactivated, by the credit's rule"),
                len(credited.customer_ids),
                formats.money(credited.cents, language),
                credited.customer_ids,
            ),
        )

    def _compared(self, result: CampaignResult, language: Language) -> Sequence[Line]:
        found = [
            self._arm("treated", self.tr("Drawn to be called"), result.treated, language),
            self._buyers("treated_buyers", result.treated, language),
            self._arm("held_out", self.tr("Left alone to compare with"), result.held_out, language),
            self._buyers("held_out_buyers", result.held_out, language),
        ]
        late = result.late_ids
        if late:
            found.append(Line("late", self.tr("Added later, not compared"), len(late), "", late))
        return found

    def _arm(self, key: str, title: str, arm: ArmResult, language: Language) -> Line:
        mean = exact_reais(arm.mean_cents, language)
        more = self.tr("{money} per client").format(money=mean)
        return Line(key, title, arm.members, more, arm.customer_ids)

    def _buyers(self, key: str, arm: ArmResult, language: Language) -> Line:
        more = share(arm.rate, language)
        return Line(key, "   " + self.tr("who bought"), arm.buyers, more, arm.buyer_ids)

    @Slot(object)
    def _on_plot_opened(self, customer_ids: tuple[UUID, ...]) -> None:
        self.customers_requested.emit(list(customer_ids))

    @Slot(object)
    def _on_lines_opened(self, line: Line) -> None:
        if line.customer_ids:
            self.customers_requested.emit(list(line.customer_ids))
