"""The rules in force, a form to try another one, what it would change, and publishing it."""

from collections.abc import Callable
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.domain.cycle_policy import EVERYBODY, PublishedPolicy
from cockpit.domain.cycle_reports import Simulation, StatusMove
from cockpit.domain.errors import BadInputError
from cockpit.runtime.task_runner import Lane
from cockpit.services.ports import ScopeName
from cockpit.ui.context import UiContext
from cockpit.ui.cycle.change import alert_change
from cockpit.ui.cycle.words import policy_words, scope_words, short_scope_words
from cockpit.ui.rules.cycle.history_view import HistoryLine, HistoryView, history_lines
from cockpit.ui.rules.cycle.move_dialog import MoveDialog, NameOf
from cockpit.ui.rules.cycle.policy_form import PolicyForm
from cockpit.ui.rules.cycle.policy_reading import (
    PolicyReading,
    ScopeLine,
    read_policies,
    scope_lines,
)
from cockpit.ui.rules.cycle.simulation_view import SimulationView
from cockpit.ui.rules.publishing import PublishingSection
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import divider, ranked_label
from cockpit.ui.widgets.record_table import Column, RecordTable

translate = QCoreApplication.translate

_SCOPES_WIDTH = 196
_FORM_WIDTH = 318
_HISTORY_HEIGHT = 170


_COLUMNS: tuple[Column[ScopeLine], ...] = (
    Column(
        lambda: translate("PolicySection", "For"),
        lambda line, _language: short_scope_words(line.name),
        ink=lambda line: "ink" if line.is_own else "ink_quiet",
        explain=lambda: translate("PolicySection", "Grey: the wider rule decides."),
        tip=lambda line, lang: f"{scope_words(line.name)}: {policy_words(line.deciding, lang)}",
    ),
)


class PolicySection(PublishingSection[PublishedPolicy]):
    """Scopes, form, simulation, history.

    Attributes:
        form: The rule being tried.
        simulation: What it would change.
        history: What was published.
    """

    #: A customer (UUID) is to be opened.
    customer_requested = Signal(object)

    def __init__(self, ctx: UiContext, name_of: NameOf, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._name_of = name_of
        self._reading: PolicyReading | None = None
        self._line: ScopeLine | None = None
        self._form_heading = ranked_label("heading", parent=self)
        self.scopes: RecordTable[ScopeLine] = RecordTable(ctx, _COLUMNS)
        self.form = PolicyForm(ctx, self)
        self.simulation = SimulationView(ctx, self)
        self.history = HistoryView(ctx, self)
        self._lay_out()
        self._order_stops()
        self.retranslate()
        self._connect()

    @Slot()
    @override
    def publish(self) -> None:
        comparison, line = self.simulation.comparison, self._line
        if not self.publish_button.isEnabled() or comparison is None or line is None:
            return
        policy = comparison.proposed.policy
        publish = partial(self._ctx.policies.publish, line.name.scope, policy)
        self._confirm(self.tr("Publish the rule?"), line.name, comparison.proposed, publish)

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self._form_heading.setText(self.tr("Try a rule"))
        self.scopes.setAccessibleName(self.tr("Whom a rule is for"))
        self._say_what_may_be_done()

    @override
    def stop(self) -> None:
        self._debounce.stop()

    # --- building ------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.scopes.setFixedWidth(_SCOPES_WIDTH)
        self.history.setFixedHeight(_HISTORY_HEIGHT)
        upper = QHBoxLayout()
        upper.setSpacing(Space.L)
        upper.addWidget(self.scopes)
        upper.addWidget(divider(self, vertical=True))
        upper.addWidget(self.simulation, 1)
        left = QVBoxLayout()
        left.setSpacing(Space.S)
        left.addLayout(upper, 1)
        left.addWidget(divider(self))
        left.addWidget(self.history)
        columns = QHBoxLayout()
        columns.setSpacing(Space.L)
        columns.addLayout(left, 1)
        columns.addWidget(divider(self, vertical=True))
        columns.addWidget(self._form_column())
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        layout.setSpacing(Space.S)
        layout.addWidget(self._notice)
        layout.addLayout(columns, 1)

    def _order_stops(self) -> None:
        """Let Tab go from the scope to the rule, to what it changes, and to the history."""
        stops = (
            self.scopes,
            *self.form.stops(),
            self.undo_button,
            self.publish_button,
            self.simulation.totals,
            self.simulation.moves,
            self.history.table,
            self.history.roll_back_button,
        )
        for stop, following in pairwise(stops):
            QWidget.setTabOrder(stop, following)

    def _form_column(self) -> QWidget:
        column = QWidget(self)
        column.setFixedWidth(_FORM_WIDTH)
        area = QScrollArea(column)
        area.setWidget(self.form)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        layout.addWidget(self._form_heading)
        layout.addWidget(area, 1)
        layout.addWidget(self._trouble)
        layout.addLayout(self._foot())
        return column

    def _connect(self) -> None:
        self.scopes.chosen.connect(self._on_scope_chosen)
        self.form.changed.connect(self._on_form_changed)
        self.simulation.readiness_changed.connect(self._on_readiness_changed)
        self.simulation.message_raised.connect(self.message_raised)
        self.simulation.move_opened.connect(self._on_move_opened)
        self.history.roll_back_requested.connect(self._on_roll_back_requested)
        self.undo_button.clicked.connect(self._on_undo_clicked)

    # --- what is shown -------------------------------------------------------------------------

    @override
    def _read(self) -> None:
        self._ask(
            partial(read_policies, self._ctx.policies), key="policies", on_result=self._on_read
        )

    def _on_read(self, reading: PolicyReading) -> None:
        is_edited = self._line is not None and self.form.policy() != self._line.rule
        self._reading = reading
        lines = scope_lines(reading)
        self._show_content()
        names = {one.scope: one for one in reading.names}
        history = history_lines(reading.history, names, reading.book, self._ctx.clock.zone)
        self.history.show_lines(history, may_publish=self._may_publish())
        former = self._line
        row = next((i for i, one in enumerate(lines) if _is_same(one, former)), 0)
        self._line = lines[row]
        self.scopes.records.set_rows(lines)
        self.scopes.setCurrentIndex(self.scopes.records.index(row, 0))
        self._say_what_may_be_done()
        if is_edited and former is not None and lines[row].rule == former.rule:
            self.simulate()  # the rule being tried stays in the form
            return
        self._fill()

    @override
    def _is_allowed(self) -> bool | None:
        return None if self._reading is None else self._reading.may_publish

    @override
    def _say_what_may_be_done(self) -> None:
        super()._say_what_may_be_done()
        self._offer_publishing()

    def _fill(self) -> None:
        """Show the chosen scope's rule in the form, and what it does."""
        line, reading = self._line, self._reading
        if line is None or reading is None:
            return
        self.form.show_policy(line.rule, can_inherit=line.name.scope != EVERYBODY)
        self.simulate()

    @Slot()
    @override
    def simulate(self) -> None:
        self._debounce.stop()
        if self._line is None:
            return
        try:
            policy = self.form.policy().checked()
        except BadInputError as error:
            self._say_trouble(error)
            return
        self.simulation.ask_for(self._line.name.scope, policy)

    def _offer_publishing(self) -> None:
        line, comparison = self._line, self.simulation.comparison
        is_changed = line is not None and self.form.policy() != line.rule
        self.undo_button.setEnabled(is_changed)
        self.publish_button.setEnabled(
            is_changed and comparison is not None and self._may_publish()
        )

    # --- publishing ----------------------------------------------------------------------------

    def _confirm(
        self,
        title: str,
        name: ScopeName,
        simulation: Simulation,
        publish: Callable[[str], PublishedPolicy],
    ) -> None:
        language = self._ctx.language
        rule = f"{scope_words(name)}: {policy_words(simulation.policy, language)}."
        alerted = alert_change(simulation).alerted_count
        sentences = [
            rule,
            self.simulation.change_sentence(simulation),
            self.tr("%n customer(s) will be under an alert.", "", alerted),
        ]
        self._ask_to_publish(title, sentences, publish)

    @override
    def _on_published(self, published: PublishedPolicy) -> None:
        self.message_raised.emit(self.tr("The rule is in force."))
        self.reload()

    # --- what the user does --------------------------------------------------------------------

    @Slot(object)
    def _on_scope_chosen(self, line: ScopeLine | None) -> None:
        if line is not None and not _is_same(line, self._line):
            self._line = line
            self._trouble.hide()
            self._fill()
        elif line is not None:
            self._line = line

    @Slot()
    def _on_form_changed(self) -> None:
        self._trouble.hide()
        self.simulation.wait()
        self._debounce.start()

    @Slot()
    def _on_undo_clicked(self) -> None:
        self._trouble.hide()
        self._fill()

    @Slot(bool)
    def _on_readiness_changed(self, is_ready: bool) -> None:
        self._offer_publishing()

    @Slot(object)
    def _on_move_opened(self, move: StatusMove) -> None:
        dialog = MoveDialog(self._ctx, move, self._name_of, self)
        dialog.customer_requested.connect(self.customer_requested)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(object)
    def _on_roll_back_requested(self, line: HistoryLine) -> None:
        """Simulate the old rule first, so that its return is decided by numbers too."""
        version = line.version
        work = partial(self._ctx.policies.simulate, version.scope, version.policy)
        roll_back = partial(self._ctx.policies.roll_back, version.policy_id)
        title = self.tr("Return to this rule?")
        self._ctx.runner.submit(
            work,
            lane=Lane.READ,
            owner=self,
            key="roll_back",
            on_result=lambda simulation: self._confirm(title, line.name, simulation, roll_back),
            on_error=self._on_publish_failed,
        )


def _is_same(line: ScopeLine, other: ScopeLine | None) -> bool:
    return other is not None and line.name.scope == other.name.scope
