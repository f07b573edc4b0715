"""The form's fields: what can be typed, and how it becomes plain text and back."""

from collections.abc import Sequence
from datetime import datetime
from textwrap import shorten
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.contact import Outcome, Reason
from cockpit.domain.customer import ContactPerson, NextContact
from cockpit.domain.errors import BadInputError
from cockpit.domain.natural_date import moment_of
from cockpit.domain.next_contact import propose
from cockpit.domain.vocabulary import Channel
from cockpit.services.contacts import FormOptions
from cockpit.ui.contact_form.compact_combo import CompactCombo
from cockpit.ui.contact_form.drafts import FormText
from cockpit.ui.contact_form.next_contact_field import NextContactField
from cockpit.ui.contact_form.note_field import NoteField
from cockpit.ui.contact_form.outcome_picker import OutcomePicker
from cockpit.ui.context import UiContext
from cockpit.ui.theme import Space
from cockpit.ui.words import channel_word

#: So much of the note, in letters, goes along to the reminder.
REMINDER_NOTE = 160
_CHANNEL_ICONS = {
    Channel.PHONE: "phone",
    Channel.WHATSAPP: "whatsapp",
    Channel.EMAIL: "mail",
    Channel.VISIT: "visit",
}


class FormFields(QWidget):
    """Outcome, reason, channel, person, note and next contact."""

    #: Something was typed or chosen by the operator.
    changed = Signal()

    def __init__(self, ctx: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._options = FormOptions((), ())
        self._is_filling = False
        self._outcomes = OutcomePicker(ctx.theme, self)
        self._reason = CompactCombo(self)
        self._channel = CompactCombo(self, is_icon_only=True)
        for channel in Channel:
            self._channel.addItem("", channel.value)
        self._person = CompactCombo(self)
        self._person.setEditable(True)
        self._person.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._note = NoteField(self)
        self._next = NextContactField(ctx, parent)
        self._lay_out()
        self._connect()
        self._retranslate()

    @property
    def outcome(self) -> Outcome | None:
        """Return the chosen outcome."""
        return self._outcomes.outcome

    @property
    def reason(self) -> Reason | None:
        """Return the chosen reason."""
        reason: Reason | None = self._reason.currentData()
        return reason

    @property
    def channel(self) -> Channel:
        """Return how they spoke."""
        return Channel(self._channel.currentData())

    @property
    def person(self) -> str:
        """Return with whom, by name."""
        return self._person.currentText().strip()

    @property
    def note(self) -> str:
        """Return the operator's words."""
        return self._note.toPlainText().strip()

    @property
    def footer(self) -> QWidget:
        """Return the presets of the next contact, for the form to place."""
        return self._next.footer

    def has_date_trouble(self) -> bool:
        """Return whether the next contact's own sentence says what to mend."""
        return self._next.has_trouble()

    def next_contact(self) -> AppointmentDraft | None:
        """Return the next contact that is meant, or None.

        Raises:
            BadInputError: The text is not a date to come.
        """
        moment = self._next.moment()
        if moment is None:
            return None
        return AppointmentDraft(
            due_at=moment.instant(self._ctx.clock.zone),
            has_time=moment.time_of_day is not None,
            note=shorten(self.note, REMINDER_NOTE, placeholder="…"),
        )

    def set_options(self, options: FormOptions) -> None:
        """Offer these outcomes and reasons."""
        self._options = options
        self._is_filling = True
        self._outcomes.set_outcomes(options.outcomes)
        self._offer_reasons(self.reason.code if self.reason else "")
        self._is_filling = False

    def fill(self, text: FormText | None, persons: Sequence[ContactPerson]) -> None:
        """Show a text, or blank fields with the first person to talk to."""
        shown = text or FormText("", person=next((p.name for p in persons if p.is_primary), ""))
        self._is_filling = True
        self._outcomes.choose(shown.outcome)
        self._offer_reasons(shown.reason)
        self._channel.setCurrentIndex(max(0, self._channel.findData(shown.channel)))
        self._person.setEditText(shown.person)
        self.offer_persons(persons)
        self._note.setPlainText(shown.note)
        self._next.set_text(shown.next_contact)
        self._is_filling = False

    def set_standing(self, next_contact: NextContact | None) -> None:
        """Tell the customer's present next contact."""
        zone = self._ctx.clock.zone
        moment = None
        if next_contact is not None:
            moment = moment_of(next_contact.due_at, zone, has_time=next_contact.has_time)
        self._next.set_standing(moment)

    def offer_persons(self, persons: Sequence[ContactPerson]) -> None:
        """Offer these names; what is typed stays."""
        typed, was_filling, self._is_filling = self._person.currentText(), self._is_filling, True
        self._person.clear()
        for row, person in enumerate(persons):
            self._person.addItem(person.name)
            self._person.setItemData(row, person.job_title, Qt.ItemDataRole.ToolTipRole)
        self._person.setEditText(typed)
        line = self._person.lineEdit()
        if line is not None and not line.hasFocus():
            line.setCursorPosition(0)  # the first letters tell more than the last
        self._is_filling = was_filling

    def text(self, contact_id: UUID) -> FormText:
        """Return what stands in the fields, as it can be stored."""
        return FormText(
            contact_id=str(contact_id),
            channel=self.channel.value,
            outcome=self.outcome.code if self.outcome else "",
            reason=self.reason.code if self.reason else "",
            person=self.person,
            note=self._note.toPlainText(),
            next_contact=self._next.lasting_text(),
        )

    def focus_start(self) -> None:
        """Put the keyboard where the operator begins."""
        self._outcomes.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_cause(self, error: BadInputError) -> None:
        """Put the keyboard where an error is mended."""
        causes: dict[str, QWidget] = {
            "error.contact_needs_reason": self._reason,
            "error.note_too_long": self._note,
        }
        causes.get(error.message.key, self._next).setFocus(Qt.FocusReason.OtherFocusReason)

    # --- typing --------------------------------------------------------------------------------

    @Slot(object)
    def _on_outcome_chosen(self, outcome: Outcome) -> None:
        self._offer_reasons(self.reason.code if self.reason else "")
        if self._is_filling:
            return
        wait = outcome.wait_minutes
        self._next.propose(None if wait is None else propose(wait, now=self._local_now()))
        self.changed.emit()

    @Slot()
    def _on_field_changed(self) -> None:
        if not self._is_filling:
            self.changed.emit()

    def _offer_reasons(self, chosen: str) -> None:
        code = self.outcome.code if self.outcome else None
        fitting = [one for one in self._options.reasons if one.outcome_code in {None, code}]
        codes = ["", *(one.code for one in fitting)]
        self._reason.blockSignals(True)
        self._reason.clear()
        self._reason.addItem(self._reason_prompt(), None)
        for reason in fitting:
            self._reason.addItem(reason.name, reason)
        self._reason.setCurrentIndex(codes.index(chosen) if chosen in codes else 0)
        self._reason.blockSignals(False)

    def _reason_prompt(self) -> str:
        is_needed = self.outcome is not None and self.outcome.needs_reason
        return self.tr("Reason (required)") if is_needed else self.tr("Reason")

    def _local_now(self) -> datetime:
        return self._ctx.clock.now().astimezone(self._ctx.clock.zone)

    # --- building ------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self._reason, 6)
        row.addWidget(self._person, 5)
        row.addWidget(self._channel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._outcomes)
        layout.addLayout(row)
        layout.addWidget(self._note)
        layout.addWidget(self._next)
        order = (self._outcomes, self._reason, self._person, self._channel, self._note)
        for first, second in zip(order, (*order[1:], self._next.line), strict=True):
            QWidget.setTabOrder(first, second)

    def _connect(self) -> None:
        self._outcomes.outcome_chosen.connect(self._on_outcome_chosen)
        self._reason.currentIndexChanged.connect(self._on_field_changed)
        self._channel.currentIndexChanged.connect(self._on_field_changed)
        self._person.currentTextChanged.connect(self._on_field_changed)
        self._note.textChanged.connect(self._on_field_changed)
        self._next.changed.connect(self._on_field_changed)
        self._ctx.theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @Slot()
    def _on_theme_changed(self) -> None:
        for row, channel in enumerate(Channel):
            self._channel.setItemIcon(row, self._ctx.theme.icon(_CHANNEL_ICONS[channel]))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        titles = (self.tr("Reason"), self.tr("Person"), self.tr("Channel"))
        for field, title in zip((self._reason, self._person, self._channel), titles, strict=True):
            field.set_title(title)
        self._reason.setItemText(0, self._reason_prompt())
        line = self._person.lineEdit()
        if line is not None:
            line.setPlaceholderText(titles[1])
        self._outcomes.setAccessibleName(self.tr("Outcome"))
        self._note.setAccessibleName(self.tr("Note"))
        self._note.setPlaceholderText(self.tr("What was said, promised, asked"))
        for row, channel in enumerate(Channel):
            self._channel.setItemText(row, channel_word(channel))
