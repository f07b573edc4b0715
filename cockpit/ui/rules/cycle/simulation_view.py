"""What a proposed rule would change: per status, and who would move from where to where."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.domain import formats
from cockpit.domain.cycle_policy import CyclePolicy, PolicyKind, PolicyScope
from cockpit.domain.cycle_reports import Simulation, StatusMove
from cockpit.domain.errors import CancelledError
from cockpit.domain.formats import Language
from cockpit.domain.vocabulary import LifecycleStatus
from cockpit.ui.context import UiContext
from cockpit.ui.cycle.change import alert_change
from cockpit.ui.cycle.words import NOTHING, percent, reais
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ranked_label
from cockpit.ui.widgets.record_table import RIGHT, Column, RecordTable
from cockpit.ui.widgets.section import Section
from cockpit.ui.words import status_word

translate = QCoreApplication.translate

_OTHER = {
    PolicyKind.OWN_CYCLE: PolicyKind.FIXED_DAYS,
    PolicyKind.FIXED_DAYS: PolicyKind.OWN_CYCLE,
}
#: The order in which statuses are read: from the healthy to the gone.
_ORDER = (
    LifecycleStatus.NEW,
    LifecycleStatus.ACTIVE,
    LifecycleStatus.RECOVERED,
    LifecycleStatus.AT_RISK,
    LifecycleStatus.INACTIVE,
    LifecycleStatus.LOST,
    LifecycleStatus.BLOCKED,
    LifecycleStatus.PROSPECT,
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A proposed rule simulated, and the same numbers with the other kind deciding.

    Attributes:
        proposed: Under the proposed rule.
        other: Under the other kind; None until it is known, and where the wider rule would decide.
    """

    proposed: Simulation
    other: Simulation | None = None


@dataclass(frozen=True, slots=True)
class StatusLine:
    """One status: today, under the proposed rule, and under the other kind."""

    status: LifecycleStatus
    count_before: int
    cents_before: int
    count_after: int
    cents_after: int
    count_other: int | None


def status_lines(comparison: Comparison) -> list[StatusLine]:
    """Return one line per status that occurs, from the healthy to the gone."""
    totals = {one.status: one for one in comparison.proposed.totals}
    others = {} if comparison.other is None else {
        one.status: one.count_after for one in comparison.other.totals
    }  # fmt: skip
    lines = []
    for status in _ORDER:
        one = totals.get(status)
        other = others.get(status, 0) if comparison.other is not None else None
        if one is not None:
            lines.append(
                StatusLine(
                    status,
                    one.count_before,
                    one.at_risk_cents_before,
                    one.count_after,
                    one.at_risk_cents_after,
                    other,
                )
            )
        elif other:
            lines.append(StatusLine(status, 0, 0, 0, 0, other))
    return lines


def _difference(line: StatusLine, language: Language) -> str:
    difference = line.count_after - line.count_before
    if not difference:
        return NOTHING
    return ("+" if difference > 0 else "−") + formats.integer(abs(difference), language)


def _difference_ink(line: StatusLine) -> str:
    return "ink_quiet" if line.count_after == line.count_before else "accent"


def _move_words(move: StatusMove, language: Language) -> str:
    return f"{status_word(move.before)} → {status_word(move.after)}"


_MOVES: tuple[Column[StatusMove], ...] = (
    Column(lambda: translate("SimulationView", "Who changes (Enter shows the names)"), _move_words),
    Column(
        lambda: translate("SimulationView", "Customers"),
        lambda move, language: formats.integer(len(move.customer_ids), language),
        RIGHT,
    ),
    Column(
        lambda: translate("SimulationView", "R$ at risk"),
        lambda move, language: reais(move.at_risk_cents, language),
        RIGHT,
    ),
)


class SimulationView(Section):
    """The proposed rule and the other kind side by side; a row of moves opens its customers."""

    #: The customers of this ``StatusMove`` are to be named.
    move_opened = Signal(object)
    #: What is shown is of the newest question now (bool), or not any more.
    readiness_changed = Signal(bool)

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._question: tuple[PolicyScope, CyclePolicy] | None = None
        self._comparison: Comparison | None = None
        self._stopped = threading.Event()
        self._sentence = ranked_label("title", parent=self)
        self._sentence.setWordWrap(True)
        self._busy = ranked_label("caption", parent=self)
        self.totals: RecordTable[StatusLine] = RecordTable(ctx, self._columns())
        self.moves: RecordTable[StatusMove] = RecordTable(ctx, _MOVES)
        self.moves.opened.connect(self.move_opened)
        self._lay_out()
        self.retranslate()

    @property
    def comparison(self) -> Comparison | None:
        """Return the answer to the newest question, None until it is there."""
        return self._comparison

    def sentence(self) -> str:
        """Return what would change, in words."""
        return self._sentence.text()

    def ask_for(self, scope: PolicyScope, policy: CyclePolicy) -> None:
        """Simulate a rule; an answer to an older question is dropped."""
        self._question = (scope, policy)
        self.reload()

    def wait(self) -> None:
        """Let what is shown count no more, nor what is worked out: another question comes."""
        self._stopped.set()
        self._comparison = None
        self._busy.setText(self.tr("Calculating…"))
        self.readiness_changed.emit(False)

    @override
    def retranslate(self) -> None:
        self.totals.setAccessibleName(self.tr("Customers per status, before and after"))
        self.moves.setAccessibleName(self.tr("Who changes"))
        self._show()

    @override
    def _read(self) -> None:
        if self._question is None:
            return
        self.wait()
        self._stopped = threading.Event()
        scope, policy = self._question
        self._ask(self._work(scope, policy), key="simulate", on_result=self._on_simulated)

    def _read_other(self) -> None:
        """Simulate the same numbers with the other kind deciding; nobody has to wait for it."""
        if self._question is None:
            return
        scope, policy = self._question
        kind = _OTHER.get(policy.kind)
        if kind is not None:
            work = self._work(scope, replace(policy, kind=kind))
            self._ask(work, key="other", on_result=self._on_other_simulated)

    def _work(self, scope: PolicyScope, policy: CyclePolicy) -> Callable[[], Simulation]:
        simulate = self._ctx.policies.simulate
        return partial(simulate, scope, policy, is_cancelled=self._stopped.is_set)

    def _columns(self) -> tuple[Column[StatusLine], ...]:
        return (
            Column(
                lambda: translate("SimulationView", "Status"),
                lambda line, _language: status_word(line.status),
            ),
            Column(
                self._before_title,
                lambda line, language: formats.integer(line.count_before, language),
                RIGHT,
            ),
            Column(
                lambda: translate("SimulationView", "R$ at risk"),
                lambda line, language: reais(line.cents_before, language),
                RIGHT,
            ),
            Column(
                self._proposed_title,
                lambda line, language: formats.integer(line.count_after, language),
                RIGHT,
            ),
            Column(
                lambda: translate("SimulationView", "R$ at risk"),
                lambda line, language: reais(line.cents_after, language),
                RIGHT,
            ),
            Column(
                lambda: translate("SimulationView", "Change"), _difference, RIGHT,
                ink=_difference_ink,
            ),
            Column(self._other_title, _other_count, RIGHT, ink=lambda _line: "ink_muted"),
        )  # fmt: skip

    def _before_title(self) -> str:
        if self._ctx.is_as_of:
            return formats.day(self._ctx.clock.today())
        return self.tr("Today")

    def _proposed_title(self) -> str:
        return _kind_word(None if self._question is None else self._question[1].kind)

    def _other_title(self) -> str:
        kind = None if self._question is None else _OTHER.get(self._question[1].kind)
        return NOTHING if kind is None else _kind_word(kind)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self._sentence, 1)
        line.addWidget(self._busy)
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        layout.addLayout(line)
        layout.addWidget(self.totals)
        layout.addWidget(self.moves, 1)

    def _on_simulated(self, simulation: Simulation) -> None:
        self._comparison = Comparison(simulation)
        self._busy.clear()
        self.moves.set_rows(simulation.moves)
        self._show()
        self._show_content()
        self.readiness_changed.emit(True)
        self._read_other()

    def _on_other_simulated(self, simulation: Simulation) -> None:
        if self._comparison is not None:  # else another question is about to come
            self._comparison = replace(self._comparison, other=simulation)
            self._show()

    @override
    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, CancelledError):
            return
        self._busy.clear()
        self._has_content = False  # the numbers shown are of another rule
        super()._on_failed(error)

    def _show(self) -> None:
        self.totals.records.retranslate()
        if self._comparison is not None:
            self.totals.set_rows(status_lines(self._comparison))
            self.totals.fit_height(len(_ORDER))
            self._sentence.setText(self.change_sentence(self._comparison.proposed))

    def change_sentence(self, simulation: Simulation) -> str:
        """Say how many customers would come under an alert and how many would leave it."""
        change, language = alert_change(simulation), self._ctx.language
        if change.is_empty:
            return self.tr("Nobody comes under an alert and nobody leaves it.")
        said = [
            self.tr("nobody comes under an alert"),
            self.tr("nobody leaves it"),
        ]
        if change.entering_count:
            words = self.tr(
                "%n customer(s) come under an alert, {money}", "", change.entering_count
            )
            said[0] = words.format(money=reais(change.entering_cents, language))
        if change.leaving_count:
            words = self.tr("%n leave(s) it, {money}", "", change.leaving_count)
            said[1] = words.format(money=reais(change.leaving_cents, language))
        sentence = "; ".join(said) + "."
        policy = simulation.policy
        if policy.kind is PolicyKind.OWN_CYCLE:
            budget = percent(policy.false_alarm_budget, language)
            return self.tr("With {budget} false alarms: {change}").format(
                budget=budget, change=sentence
            )
        return sentence[:1].upper() + sentence[1:]


def _other_count(line: StatusLine, language: Language) -> str:
    return NOTHING if line.count_other is None else formats.integer(line.count_other, language)


def _kind_word(kind: PolicyKind | None) -> str:
    match kind:
        case PolicyKind.OWN_CYCLE:
            return translate("SimulationView", "Own cycle")
        case PolicyKind.FIXED_DAYS:
            return translate("SimulationView", "Fixed days")
        case _:
            return translate("SimulationView", "Wider rule")
