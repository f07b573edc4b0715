"""What the cadence proposes after the contact, in one quiet line; and why the operator differs."""

from datetime import datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

import resources
from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.cadence_choice import (
    Breach,
    CadenceFacts,
    check_choice,
    reason_needed,
    standing_stays,
)
from cockpit.domain.contact import Outcome
from cockpit.domain.errors import BadInputError
from cockpit.domain.next_step import NextStep, StepKind
from cockpit.domain.vocabulary import Channel, ContactDirection, LifecycleStatus
from cockpit.runtime.task_runner import Lane
from cockpit.ui.contact_form.cadence_words import proposal_text
from cockpit.ui.context import UiContext
from cockpit.ui.widgets.labels import ElidedLabel


class CadenceRow(QWidget):
    """In sight where the cadence has something to say of the chosen outcome.

    Attributes:
        reason: Why a date breaks the cadence; in sight only then.
    """

    #: The reason changed.
    changed = Signal()
    #: What is known of the customer arrived: the row wants to be shown anew.
    facts_read = Signal()

    def __init__(self, ctx: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._whose: tuple[UUID, LifecycleStatus] | None = None
        self._facts: CadenceFacts | None = None
        self._is_asked = False
        self._is_amending = False
        self._text = ElidedLabel("muted", self)
        self.reason = QLineEdit(self)
        self.reason.textEdited.connect(self.changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._text)
        layout.addWidget(self.reason)
        self.reason.hide()
        self.hide()
        self._retranslate()

    def set_customer(self, customer_id: UUID, status: LifecycleStatus) -> None:
        """Tell whose contact it is; what was known of another is forgotten."""
        if self._whose != (customer_id, status):
            self._whose = customer_id, status
            self.forget()

    def set_amending(self, is_amending: bool) -> None:
        """Say nothing while a stored contact is corrected: the cadence had its say then."""
        self._is_amending = is_amending

    def forget(self) -> None:
        """Read anew what is known, as soon as it is needed."""
        self._facts, self._is_asked = None, False
        self.show_proposal(None, Channel.PHONE, ContactDirection.OUTBOUND, None)

    def text(self) -> str:
        """Return what is said."""
        return self._text.full_text()

    def decides(self) -> bool:
        """Return whether an empty next contact is the cadence's to fill."""
        return not self.isHidden() and bool(self.text())

    def show_proposal(
        self,
        outcome: Outcome | None,
        channel: Channel,
        direction: ContactDirection,
        chosen: AppointmentDraft | None,
    ) -> None:
        """Say what follows on an outcome, or what the operator's date breaks of it.

        Where nothing is known of the customer yet it is asked for, and told by ``facts_read``.
        """
        if outcome is None or self._is_amending:
            self._say("", needs_reason=False)
            return
        if self._facts is None:
            self._say("", needs_reason=False)
            self._ask()
            return
        step, breaches = self._judged(self._facts, outcome, channel, direction, chosen)
        if breaches:
            sentence = resources.text(reason_needed(breaches).message, self._ctx.language)
            self._say(sentence, needs_reason=True)
        elif chosen is not None or standing_stays(self._facts, step):
            self._say("", needs_reason=False)
        else:
            self._say(proposal_text(step, self._now()), needs_reason=False)

    def check(
        self,
        outcome: Outcome,
        channel: Channel,
        direction: ContactDirection,
        chosen: AppointmentDraft | None,
    ) -> str:
        """Return the reason to store with a contact, an empty text where none is needed.

        Raises:
            BadInputError: The date breaks the cadence and nothing says why, or a date is needed
                and the cadence has none.
        """
        facts = self._facts
        if facts is None or self._is_amending:
            return self.reason.text().strip()
        step, breaches = self._judged(facts, outcome, channel, direction, chosen)
        is_dated = chosen is not None or step.due_at is not None or standing_stays(facts, step)
        if outcome.needs_date and not is_dated:
            raise BadInputError("contact_needs_date", outcome=outcome.name)
        if not breaches:
            return ""
        said = self.reason.text().strip()
        if not said:
            raise reason_needed(breaches)
        return said

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.facts_read.emit()

    def _judged(
        self,
        facts: CadenceFacts,
        outcome: Outcome,
        channel: Channel,
        direction: ContactDirection,
        chosen: AppointmentDraft | None,
    ) -> tuple[NextStep, tuple[Breach, ...]]:
        contacts = facts.with_contact(outcome, self._ctx.clock.now(), channel, direction)
        step = facts.step(outcome, contacts)
        if chosen is None or (step.kind is StepKind.NONE and not facts.reach.channels):
            return step, ()
        return step, check_choice(facts, step, contacts, chosen)

    def _ask(self) -> None:
        if self._is_asked or self._whose is None:
            return
        self._is_asked = True
        customer_id, status = self._whose
        self._ctx.runner.submit(
            partial(self._ctx.contacts.cadence, customer_id, status),
            lane=Lane.READ,
            owner=self,
            key="cadence",
            on_result=partial(self._on_facts, customer_id),
        )

    def _on_facts(self, customer_id: UUID, facts: CadenceFacts | None) -> None:
        if self._whose is not None and self._whose[0] == customer_id:
            self._facts = facts
            self.facts_read.emit()

    def _say(self, text: str, *, needs_reason: bool) -> None:
        self._text.set_full_text(text)
        role = "warning" if needs_reason else "muted"
        if self._text.property("role") != role:
            self._text.setProperty("role", role)
            self._text.style().polish(self._text)
        if not needs_reason and not self.reason.isHidden():
            self.reason.clear()
        self.reason.setVisible(needs_reason)
        self.setVisible(bool(text))

    def _now(self) -> datetime:
        clock = self._ctx.clock
        return clock.now().astimezone(clock.zone)

    @Slot()
    def _retranslate(self) -> None:
        self.reason.setPlaceholderText(self.tr("Why then?"))
        self.reason.setAccessibleName(self.tr("Why the date breaks the cadence"))
