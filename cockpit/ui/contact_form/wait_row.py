"""What an objection waits on: a day, a title, a promotion, a product."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from cockpit.domain.objections import WaitSubject
from cockpit.domain.vocabulary import WaitCondition
from cockpit.runtime.task_runner import Lane
from cockpit.ui.contact_form.date_line import DateLine
from cockpit.ui.contact_form.keyed_combo import Choice, KeyedCombo
from cockpit.ui.context import UiContext
from cockpit.ui.theme import Space


class WaitRow(QWidget):
    """A list of conditions, and a line for the day where it is a day.

    What this customer's objection can wait on is read when the row is first opened.
    """

    #: Something was typed or chosen.
    changed = Signal()
    #: Enter: the operator is done here.
    passed = Signal()

    def __init__(self, ctx: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._customer_id: UUID | None = None
        self._subjects: tuple[WaitSubject, ...] = ()
        self._is_asked = False
        self.condition = KeyedCombo(self)
        self.condition.picked.connect(self._on_condition_picked)
        self.condition.passed.connect(self._on_condition_passed)
        self.until = DateLine(ctx, self)
        self.until.changed.connect(self.changed)
        self.until.line.returnPressed.connect(self.passed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        layout.addWidget(self.condition, 1)
        layout.addWidget(self.until, 1)
        self.setFocusProxy(self.condition)
        self._retranslate()

    def set_customer(self, customer_id: UUID) -> None:
        """Forget what another customer's objections could wait on."""
        self._customer_id, self._subjects, self._is_asked = customer_id, (), False
        self._offer()

    def open(self) -> None:
        """Show the row, and read what there is to wait on."""
        self.show()
        if self._is_asked or self._customer_id is None:
            return
        self._is_asked = True
        self._ctx.runner.submit(
            partial(self._ctx.objections.wait_subjects, self._customer_id),
            lane=Lane.READ,
            owner=self,
            key="wait_subjects",
            on_result=partial(self._on_subjects, self._customer_id),
        )

    def fill(self, condition: str, until: str) -> None:
        """Show a condition's key, and a day."""
        self.condition.choose(condition)
        self.until.set_text(until)
        self._show_until()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _on_subjects(self, customer_id: UUID, subjects: Sequence[WaitSubject]) -> None:
        if customer_id == self._customer_id:
            self._subjects = tuple(subjects)
            self._offer()

    @Slot()
    def _on_condition_picked(self) -> None:
        self._show_until()
        self.changed.emit()

    @Slot()
    def _on_condition_passed(self) -> None:
        is_day_missing = not self.until.isHidden() and not self.until.line.text().strip()
        if is_day_missing:
            self.until.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.passed.emit()

    def _show_until(self) -> None:
        self.until.setVisible(self.condition.key() == WaitCondition.DATE)

    def _offer(self) -> None:
        anything = (
            Choice(WaitCondition.DATE, self.tr("A date")),
            Choice(WaitCondition.RECEIVABLE_PAID, self.tr("Overdue titles paid")),
            Choice(WaitCondition.PROMOTION, self.tr("Promotion of what they buy")),
        )
        named = (
            Choice(f"{one.condition}:{one.reference_id}", self._title(one))
            for one in self._subjects
        )
        self.condition.offer((*anything, *named))

    def _title(self, subject: WaitSubject) -> str:
        if subject.condition is WaitCondition.RECEIVABLE_PAID:
            return self.tr("Title {name} paid").format(name=subject.name)
        if subject.condition is WaitCondition.PROMOTION:
            return self.tr("Promotion {name}").format(name=subject.name)
        return self.tr("{name} back in stock").format(name=subject.name)

    def _retranslate(self) -> None:
        self.condition.set_title(self.tr("Waits on"))
        self.condition.set_prompt(self.tr("Waits on…"))
        self.until.set_title(self.tr("Until"), self.tr("friday, +30d, 15/12"))
        self._offer()
