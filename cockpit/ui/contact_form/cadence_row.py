"""What the cadence proposes after the contact, and why the operator chooses another date."""

from collections.abc import Sequence
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
from cockpit.ui.contact_form.cadence_words import ProposalWords, breach_word, proposal_words
from cockpit.ui.context import UiContext
from cockpit.ui.widgets.plain_tip import plain_tip


class CadenceRow(QWidget):
    """Asks why a date breaks the cadence, and is in sight only then.

    Attributes:
        reason: The operator's words.
        words: What the cadence proposes; for the next contact's field to show.
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
        self.words = ProposalWords()
        self.reason = QLineEdit(self)
        self.reason.textEdited.connect(self._on_reason_text_edited)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.reason)
        self.setFocusProxy(self.reason)
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
        self.words = ProposalWords()
        facts = self._facts
        if outcome is None or self._is_amending or facts is None:
            self._ask_why(())
            if outcome is not None and not self._is_amending:
                self._ask()
            return
        step, breaches = self._judged(facts, outcome, channel, direction, chosen)
        self._ask_why(breaches)
        if chosen is None and not standing_stays(facts, step):
            self.words = proposal_words(step, self._now())

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

    def _ask_why(self, breaches: Sequence[Breach]) -> None:
        """Ask for a reason where there are breaches; forget it where there are none."""
        if not breaches:
            if not self.isHidden():
                self.reason.clear()
            self.hide()
            return
        sentence = resources.text(reason_needed(breaches).message, self._ctx.language)
        self.reason.setPlaceholderText(breach_word(breaches[0]))
        self.reason.setToolTip(plain_tip(sentence))
        self.reason.setAccessibleDescription(sentence)
        self.show()
        self._mark()

    def _mark(self) -> None:
        """Frame the line while it has no reason."""
        is_missing = not self.reason.text().strip()
        if bool(self.reason.property("invalid")) != is_missing:
            self.reason.setProperty("invalid", is_missing)
            self.reason.style().polish(self.reason)

    @Slot()
    def _on_reason_text_edited(self) -> None:
        self._mark()
        self.changed.emit()

    def _now(self) -> datetime:
        clock = self._ctx.clock
        return clock.now().astimezone(clock.zone)

    def _retranslate(self) -> None:
        self.reason.setAccessibleName(self.tr("Why the date breaks the cadence"))
