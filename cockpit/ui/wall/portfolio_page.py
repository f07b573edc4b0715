"""Portfolios: as they are, as a plan would make them, and the plan carried out or taken back.

L makes them even, M or a drag moves customers by hand, the space bar says how a portfolio takes
part; nothing changes before Ctrl+Enter.
"""

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.domain import formats
from cockpit.domain.formats import Language
from cockpit.domain.rebalance import Measure, Owner
from cockpit.domain.rights import Task
from cockpit.ui.context import UiContext
from cockpit.ui.theme import Space
from cockpit.ui.troubles import sentence_of
from cockpit.ui.wall.move_dialog import MoveDialog
from cockpit.ui.wall.moving import Moving
from cockpit.ui.wall.planning import Planning
from cockpit.ui.wall.portfolio_table import PortfolioItemModel, PortfolioRow, PortfolioTable
from cockpit.ui.wall.words import measure_word, part_word, reais
from cockpit.ui.widgets.ink_delegate import InkDelegate
from cockpit.ui.widgets.keys import bind_keys
from cockpit.ui.widgets.labels import divider, ranked_label
from cockpit.ui.widgets.record_table import RIGHT, Column
from cockpit.ui.widgets.state_view import StateView

_PART = 2


class PortfolioPage(QWidget):
    """One row per portfolio, with what would change.

    Attributes:
        planning: The plan in the making.
        moving: Carries it out.
        table: The portfolios.
    """

    #: A sentence for the status bar.
    message_raised = Signal(str)

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.planning, self.moving = Planning(ctx, self), Moving(ctx, self)
        columns = self._columns()
        self.table = PortfolioTable(
            ctx,
            columns,
            wide=_PART,
            key=lambda one: one.key,
            records=PortfolioItemModel(ctx, columns, is_strong=_is_changed, parent=self),
            parent=self,
        )
        self.table.allow_drag()
        self.table.setItemDelegate(InkDelegate(self.table))
        self._state = StateView(ctx.theme, self)
        self._measures = {one: self._chip(one) for one in Measure}
        self._summary = ranked_label("muted", parent=self)
        self._buttons = [QPushButton(self) for _ in range(5)]
        self._buttons[4].setProperty("kind", "primary")
        self._lay_out()
        self._connect()
        self._retranslate()
        self._show()

    @property
    def measure(self) -> Measure:
        """Return what is to be even."""
        return next(one for one, chip in self._measures.items() if chip.isChecked())

    @Slot()
    def reload(self) -> None:
        """Read the portfolios again; a plan that was being made is dropped."""
        self.planning.read()

    def reload_idle(self) -> None:
        """Read the portfolios again, unless a plan is being made or carried out."""
        if not self.planning.is_under_way and not self.moving.is_busy:
            self.reload()

    def take_focus(self) -> None:
        """Give the keyboard to the table."""
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.table.current() is None and self.table.records.rows:
            self.table.setCurrentIndex(self.table.records.index(0, 0))

    def stop(self) -> None:
        """Carry nothing further out."""
        self.moving.stop()

    def summary_text(self) -> str:
        """Return what the plan would do, in words."""
        return self._summary.text()

    @Slot()
    def level(self) -> None:
        """Plan portfolios that are as even as they can be."""
        rows = self.planning.rows()
        parts = {one.key: one.part for one in rows}
        measure = self.measure
        self.planning.rethink(lambda plan: plan.levelled(parts, measure))

    @Slot()
    def move_some(self) -> None:
        """Ask how many customers of the chosen portfolio go where."""
        row = self.table.current()
        if row is not None:
            self._ask(row, None)

    @Slot()
    def turn_part(self) -> None:
        """Let the chosen portfolio take part in the next way."""
        row = self.table.current()
        if row is not None:
            self.planning.turn(row.key)

    @Slot()
    def undo(self) -> None:
        """Take the last gesture back; without one, what was carried out last."""
        if not self.planning.step_back():
            self.moving.undo()

    @Slot()
    def carry_out(self) -> None:
        """Move the customers as planned."""
        if self.planning.is_under_way and self._may:
            self.moving.begin(self.planning.draft.plan.moves())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._show()

    # --- building ------------------------------------------------------------------------------

    @property
    def _may(self) -> bool:
        return self._ctx.user.may(Task.REASSIGN)

    def _chip(self, measure: Measure) -> QPushButton:
        chip = QPushButton(self)
        chip.setProperty("kind", "chip")
        chip.setCheckable(True)
        chip.setChecked(measure is Measure.CUSTOMERS)
        return chip

    def _columns(self) -> tuple[Column[PortfolioRow], ...]:
        def change(one: PortfolioRow) -> str:
            return "accent" if one.is_changed else "ink"

        return (
            Column(lambda: self.tr("Team"), lambda one, _: one.team, ink=lambda _: "ink_quiet"),
            Column(lambda: self.tr("Portfolio"), lambda one, _: self._name(one)),
            Column(lambda: self.tr("Takes part"), lambda one, _: part_word(one.part),
                   ink=lambda _: "ink_muted"),
            Column(lambda: self.tr("Customers"), _customers, RIGHT, ink=change),
            Column(lambda: self.tr("R$ at risk"), _at_risk, RIGHT, ink=change),
            Column(lambda: self.tr("R$ in 12 months"), _value, RIGHT, ink=change),
            Column(lambda: self.tr("Stay"), lambda one, _: str(one.before.bound or ""), RIGHT,
                   lambda: self.tr("Being called, or waiting for a personal callback"),
                   ink=lambda _: "ink_quiet"),
        )  # fmt: skip

    def _name(self, one: PortfolioRow) -> str:
        return self.tr("Nobody's portfolio") if one.owner is None else one.owner.name

    def _lay_out(self) -> None:
        group = QButtonGroup(self)
        self._even = ranked_label("small", parent=self)
        top = QHBoxLayout()
        top.setContentsMargins(Space.L, 0, Space.L, Space.S)
        top.setSpacing(Space.S)
        top.addWidget(self._even)
        for chip in self._measures.values():
            group.addButton(chip)
            top.addWidget(chip)
        top.addSpacing(Space.L)
        top.addWidget(self._summary)
        top.addStretch()
        foot = QHBoxLayout()
        foot.setContentsMargins(Space.L, Space.S, Space.L, Space.M)
        foot.setSpacing(Space.S)
        for button in self._buttons[:4]:
            foot.addWidget(button)
        foot.addStretch()
        foot.addWidget(self._buttons[4])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.moving.line)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._state, 1)
        layout.addWidget(divider(self))
        layout.addLayout(foot)

    def _connect(self) -> None:
        slots = (self.level, self.move_some, self.turn_part, self.undo, self.carry_out)
        for button, slot in zip(self._buttons, slots, strict=True):
            button.clicked.connect(slot)
        bind_keys(self.table, {
            "L": self.level, "M": self.move_some, "Space": self.turn_part,
            "Ctrl+Z": self.undo, "Ctrl+Return": self.carry_out,
        })  # fmt: skip
        self.table.chosen.connect(self._on_table_chosen)
        self.table.move_requested.connect(self._on_table_move_requested)
        self.planning.changed.connect(self._show)
        self.planning.failed.connect(self._on_planning_failed)
        self.moving.ended.connect(self.reload)
        self.moving.busy_changed.connect(self._update_buttons)
        self.moving.message_raised.connect(self.message_raised)

    def _retranslate(self) -> None:
        texts = (
            self.tr("Make even  L"),
            self.tr("Move…  M"),
            self.tr("Takes part  Space"),
            self.tr("Take back  Ctrl+Z"),
            self.tr("Move as planned  Ctrl+Enter"),
        )
        for button, text in zip(self._buttons, texts, strict=True):
            button.setText(text)
        self._even.setText(self.tr("Even by:"))
        for measure, chip in self._measures.items():
            chip.setText(measure_word(measure))
        self.table.setAccessibleName(self.tr("Portfolios"))

    # --- what is shown -------------------------------------------------------------------------

    @Slot()
    def _show(self) -> None:
        rows = self.planning.rows()
        self.table.set_rows(rows)
        self.table.setVisible(bool(rows))
        self._state.setVisible(not rows)
        if not rows:
            self._state.show_state("refresh", self.tr("Reading the portfolios…"))
        self._summary.setText(self._plan_text())
        self._update_buttons()

    def _plan_text(self) -> str:
        plan = self.planning.draft.plan
        if not plan.count:
            return self.tr("Nothing is planned. Drag one portfolio onto another, or press L.")
        cents = sum(one.at_risk_cents for one in plan.holdings if one.customer_id in plan.targets)
        words = self.tr("{count} customers would change hands, R$ {reais} at risk with them.")
        language = self._ctx.language
        count = formats.integer(plan.count, language)
        return words.format(count=count, reais=reais(cents, language))

    @Slot()
    def _update_buttons(self) -> None:
        is_chosen, is_idle = self.table.current() is not None, not self.moving.is_busy
        can_undo = len(self.planning.drafts) > 1 or self.moving.can_undo
        ready = (
            is_idle and bool(self.planning.known), is_chosen and is_idle, is_chosen,
            can_undo and is_idle, self.planning.is_under_way and is_idle and self._may,
        )  # fmt: skip
        for button, is_ready in zip(self._buttons, ready, strict=True):
            button.setEnabled(is_ready)

    # --- what the user does --------------------------------------------------------------------

    def _ask(self, source: PortfolioRow, target: PortfolioRow | None) -> None:
        """Ask how many of a portfolio's customers go where."""
        others = [one for one in self.planning.rows() if one.key != source.key]
        if target is not None:
            others.sort(key=lambda one: one.key != target.key)
        most = source.after.customers - source.after.bound
        names = [(one.key, self._name(one)) for one in others]
        dialog = MoveDialog(self._name(source), names, most, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.planned.connect(partial(self._on_planned, source.key))
        dialog.open()

    def _on_planned(self, source: Owner, target: Owner, count: int) -> None:
        self.planning.rethink(lambda plan: plan.with_moved(source, target, count))

    @Slot(object)
    def _on_table_chosen(self, row: PortfolioRow | None) -> None:
        self._update_buttons()

    @Slot(object, object)
    def _on_table_move_requested(self, source: PortfolioRow, target: PortfolioRow) -> None:
        self._ask(source, target)

    @Slot(object)
    def _on_planning_failed(self, error: Exception) -> None:
        self.message_raised.emit(sentence_of(error, self._ctx.language))


def _is_changed(one: PortfolioRow) -> bool:
    return one.is_changed


def _pair(before: str, after: str) -> str:
    return before if before == after else f"{before} → {after}"


def _customers(one: PortfolioRow, language: Language) -> str:
    number = formats.integer
    return _pair(number(one.before.customers, language), number(one.after.customers, language))


def _at_risk(one: PortfolioRow, language: Language) -> str:
    return _pair(
        reais(one.before.at_risk_cents, language), reais(one.after.at_risk_cents, language)
    )


def _value(one: PortfolioRow, language: Language) -> str:
    return _pair(reais(one.before.value_cents, language), reais(one.after.value_cents, language))
