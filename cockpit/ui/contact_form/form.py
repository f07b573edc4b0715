"""The contact form: what happened, why, with whom, and when to call again."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

import resources
from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.contact import ContactDraft, Outcome, Reason
from cockpit.domain.customer import CustomerPanel
from cockpit.domain.errors import BadInputError, GiroError
from cockpit.domain.ids import new_id
from cockpit.domain.next_contact import propose
from cockpit.domain.vocabulary import Channel
from cockpit.runtime.task_runner import Lane
from cockpit.services.contacts import FormOptions
from cockpit.ui.contact_form.drafts import DraftKeeper, FormText
from cockpit.ui.contact_form.next_contact_field import NextContactField
from cockpit.ui.contact_form.note_field import NoteField
from cockpit.ui.contact_form.outcome_picker import OutcomePicker
from cockpit.ui.contact_form.status_line import StatusLine
from cockpit.ui.context import UiContext
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ElidedLabel, ranked_label
from cockpit.ui.words import channel_word


@dataclass(frozen=True, slots=True)
class _Saving:
    """A contact on its way to the database."""

    contact_id: UUID
    customer_id: UUID
    customer_name: str


class ContactForm(QWidget):
    """Logs one contact with one customer; Ctrl+Enter saves.

    A form without a customer (none selected, or the next one still loading) cannot be typed in.
    """

    #: A contact is stored; its customer (UUID).
    contact_saved = Signal(object)

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._panel: CustomerPanel | None = None
        self._contact_id = new_id()
        self._saving: dict[UUID, _Saving] = {}
        self._options = FormOptions((), ())
        self._is_focus_wanted = False
        self._is_filling = False
        self._drafts = DraftKeeper(ctx.preferences, self)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "surface")
        self._build()
        self._connect()
        self._retranslate()
        self.setEnabled(False)
        self._load_options()

    # --- what others call ----------------------------------------------------------------------

    def open_for(self, panel: CustomerPanel | None) -> None:
        """Take a customer; the same one again keeps every word in the form."""
        former, self._panel = self._panel, panel
        if panel is None:
            self.close_form()
            return
        if former is not None and former.profile.customer_id == panel.profile.customer_id:
            self._offer_persons(panel)
            return
        self._drafts.flush()
        draft = self._drafts.recall(panel.profile.customer_id)
        self._customer.set_full_text(panel.profile.trade_name or panel.profile.legal_name)
        self._fill(panel, draft)
        if self._status.is_about_form():
            self._status.clear()
        if draft is not None:
            self._status.show_quiet(self.tr("draft recovered"))
        self.setEnabled(True)
        self._update_save()
        if self._is_focus_wanted:
            self.take_focus()

    def close_form(self) -> None:
        """Let go of the customer, keeping what was typed; nothing can be typed until the next."""
        self._drafts.flush()
        self._panel = None
        self._customer.set_full_text("")
        self._fill(None, None)
        self.setEnabled(False)

    def take_focus(self) -> None:
        """Start typing here: now, or as soon as the customer has been loaded."""
        self._is_focus_wanted = self._panel is None
        if self._panel is not None:
            self._outcomes.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def flush_draft(self) -> None:
        """Store unsaved words now, because the program is about to end."""
        self._drafts.flush()

    # --- building --------------------------------------------------------------------------------

    def _build(self) -> None:
        self._title = ranked_label("heading", parent=self)
        self._customer = ElidedLabel("muted", self)
        self._channel = QComboBox(self)
        for channel in Channel:
            self._channel.addItem("", channel.value)
        self._outcomes = OutcomePicker(self._ctx.theme, self)
        self._reason = QComboBox(self)
        self._person = QComboBox(self)
        self._person.setEditable(True)
        self._person.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for combo in (self._reason, self._person):
            combo.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            combo.setMinimumContentsLength(8)
        self._note = NoteField(self)
        self._next = NextContactField(self._ctx, self)
        self._status = StatusLine(self._ctx.theme, self)
        self._save = QPushButton(self)
        self._save.setProperty("kind", "primary")
        self._captions = {
            name: ranked_label("caption", parent=self) for name in ("reason", "person", "next")
        }
        self._lay_out()
        for first, second in zip(
            (self._outcomes, self._reason, self._person, self._note, self._next.line, self._save),
            (self._reason, self._person, self._note, self._next.line, self._save, self._channel),
            strict=True,
        ):
            QWidget.setTabOrder(first, second)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(self._title)
        head.addWidget(self._customer, 1)
        head.addWidget(self._channel)
        fields = QGridLayout()
        fields.setHorizontalSpacing(Space.S)
        fields.setVerticalSpacing(Space.S)
        fields.addWidget(self._captions["reason"], 0, 0)
        fields.addWidget(self._reason, 0, 1)
        fields.addWidget(self._captions["person"], 0, 2)
        fields.addWidget(self._person, 0, 3)
        fields.addWidget(self._note, 1, 0, 1, 4)
        fields.addWidget(
            self._captions["next"], 2, 0, alignment=Qt.AlignmentFlag.AlignTop
        )
        fields.addWidget(self._next, 2, 1, 1, 3)
        fields.setColumnStretch(1, 1)
        fields.setColumnStretch(3, 1)
        foot = QHBoxLayout()
        foot.setSpacing(Space.M)
        foot.addWidget(self._status, 1)
        foot.addWidget(self._save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        layout.setSpacing(Space.S)
        layout.addLayout(head)
        layout.addWidget(self._outcomes)
        layout.addLayout(fields)
        layout.addStretch()
        layout.addLayout(foot)

    def _connect(self) -> None:
        self._outcomes.outcome_chosen.connect(self._on_outcome_chosen)
        self._reason.currentIndexChanged.connect(self._on_field_changed)
        self._channel.currentIndexChanged.connect(self._on_field_changed)
        self._person.currentTextChanged.connect(self._on_field_changed)
        self._note.textChanged.connect(self._on_field_changed)
        self._next.changed.connect(self._on_field_changed)
        self._save.clicked.connect(self.save)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.save)

    # --- filling -----------------------------------------------------------------------------------

    def _load_options(self) -> None:
        self._ctx.runner.submit(
            self._ctx.contacts.form_options,
            lane=Lane.READ,
            owner=self,
            key="form_options",
            on_result=self._on_options,
            on_error=self._on_options_error,
        )

    def _on_options(self, options: FormOptions) -> None:
        self._options = options
        self._is_filling = True
        self._outcomes.set_outcomes(options.outcomes)
        self._is_filling = False
        if self._panel is not None:
            draft = self._drafts.recall(self._panel.profile.customer_id)
            if draft is not None:
                self._fill(self._panel, draft)

    def _on_options_error(self, error: Exception) -> None:
        self._status.show_error(self._sentence(error))

    def _fill(self, panel: CustomerPanel | None, draft: FormText | None) -> None:
        """Show a draft, or a blank form for the customer."""
        self._is_filling = True
        self._contact_id = UUID(draft.contact_id) if draft else new_id()
        text = draft or FormText("")
        self._outcomes.choose(text.outcome)
        self._offer_reasons(text.reason)
        self._channel.setCurrentIndex(max(0, self._channel.findData(text.channel)))
        self._person.clear()
        if panel is not None:
            self._offer_persons(panel)
        self._person.setEditText(text.person if draft else self._first_person(panel))
        self._note.setPlainText(text.note)
        self._next.set_text(text.next_contact)
        self._is_filling = False

    def _offer_persons(self, panel: CustomerPanel) -> None:
        typed, was_filling, self._is_filling = self._person.currentText(), self._is_filling, True
        self._person.clear()
        for person in panel.profile.persons:
            title = f"{person.name} · {person.job_title}" if person.job_title else person.name
            self._person.addItem(person.name, person.person_id)
            position = self._person.count() - 1
            self._person.setItemData(position, title, Qt.ItemDataRole.ToolTipRole)
        self._person.setEditText(typed)
        self._is_filling = was_filling

    def _offer_reasons(self, chosen: str) -> None:
        outcome = self._outcomes.outcome
        code = outcome.code if outcome else None
        fitting = [one for one in self._options.reasons if one.outcome_code in {None, code}]
        self._reason.blockSignals(True)
        self._reason.clear()
        self._reason.addItem("—", None)
        for reason in fitting:
            self._reason.addItem(reason.name, reason)
        codes = [None, *(reason.code for reason in fitting)]
        self._reason.setCurrentIndex(codes.index(chosen) if chosen in codes else 0)
        self._reason.blockSignals(False)
        self._reason.setEnabled(bool(fitting))

    @staticmethod
    def _first_person(panel: CustomerPanel | None) -> str:
        persons = panel.profile.persons if panel else ()
        return next((one.name for one in persons if one.is_primary), "")

    # --- typing ------------------------------------------------------------------------------------

    @Slot(object)
    def _on_outcome_chosen(self, outcome: Outcome) -> None:
        reason: Reason | None = self._reason.currentData()
        self._offer_reasons(reason.code if reason else "")
        if self._is_filling:
            return
        wait = outcome.wait_minutes
        self._next.propose(None if wait is None else propose(wait, now=self._local_now()))
        self._on_field_changed()

    @Slot()
    def _on_field_changed(self) -> None:
        if self._is_filling or self._panel is None:
            return
        self._status.clear()
        self._drafts.keep_soon(self._panel.profile.customer_id, self._text)

    def _text(self) -> FormText:
        outcome, reason = self._outcomes.outcome, self._reason.currentData()
        return FormText(
            contact_id=str(self._contact_id),
            channel=self._channel.currentData(),
            outcome=outcome.code if outcome else "",
            reason=reason.code if reason else "",
            person=self._person.currentText(),
            note=self._note.toPlainText(),
            next_contact=self._next.lasting_text(),
        )

    # --- saving ------------------------------------------------------------------------------------

    @Slot()
    def save(self) -> None:
        """Store the contact; the form says so when it is on disk."""
        panel = self._panel
        if panel is None or self._contact_id in self._saving:
            return
        outcome = self._outcomes.outcome
        if outcome is None:
            self._refuse(self.tr("Choose what happened: press its number or its first letters."))
            self._outcomes.setFocus()
            return
        try:
            draft = self._draft(panel, outcome)
            draft.check()
        except BadInputError as error:
            self._refuse(resources.text(error.message, self._ctx.language))
            self._focus_cause(error)
            return
        self._drafts.flush()
        profile = panel.profile
        name = profile.trade_name or profile.legal_name
        saving = _Saving(draft.contact_id, profile.customer_id, name)
        self._saving[saving.contact_id] = saving
        self._update_save()
        self._status.show_quiet(self.tr("Saving…"))
        self._ctx.runner.submit(
            partial(self._ctx.contacts.log, draft, status=panel.verdict.status),
            lane=Lane.WRITE,
            owner=self,
            key=f"save.{saving.contact_id}",
            on_result=partial(self._on_saved, saving),
            on_error=partial(self._on_save_error, saving),
        )

    def _draft(self, panel: CustomerPanel, outcome: Outcome) -> ContactDraft:
        moment = self._next.moment()
        note = self._note.toPlainText().strip()
        name = self._person.currentText().strip()
        persons = panel.profile.persons
        return ContactDraft(
            contact_id=self._contact_id,
            customer_id=panel.profile.customer_id,
            occurred_at=self._ctx.clock.now(),
            channel=Channel(self._channel.currentData()),
            outcome=outcome,
            reason=self._reason.currentData(),
            person_id=next((one.person_id for one in persons if one.name == name), None),
            person_name=name,
            note=note,
            next_contact=moment
            and AppointmentDraft(
                due_at=moment.instant(self._ctx.clock.zone),
                has_time=moment.time_of_day is not None,
                note=note,
            ),
        )

    def _on_saved(self, saving: _Saving, nothing: None) -> None:
        del self._saving[saving.contact_id]
        self._drafts.forget(saving.customer_id)
        if self._contact_id == saving.contact_id:
            self._fill(self._panel, None)
        self._update_save()
        at = f"{self._local_now():%H:%M}"
        self._status.show_done(self.tr("Saved %1").replace("%1", at), saving.customer_name)
        self.contact_saved.emit(saving.customer_id)

    def _on_save_error(self, saving: _Saving, error: Exception) -> None:
        del self._saving[saving.contact_id]
        self._update_save()
        sentence = self._sentence(error)
        is_here = self._contact_id == saving.contact_id
        self._refuse(sentence if is_here else f"{saving.customer_name}: {sentence}")
        if not isinstance(error, GiroError):
            raise error  # a fault of the program: the crash dialog takes it from here

    def _refuse(self, sentence: str) -> None:
        self._status.show_error(sentence)

    def _focus_cause(self, error: BadInputError) -> None:
        causes = {
            "error.contact_needs_reason": self._reason,
            "error.note_too_long": self._note,
        }
        causes.get(error.message.key, self._next).setFocus()

    def _sentence(self, error: Exception) -> str:
        if isinstance(error, GiroError):
            return resources.text(error.message, self._ctx.language)
        return self.tr("It was not saved; your words are still here. Try again.")

    def _update_save(self) -> None:
        self._save.setEnabled(self._panel is not None and self._contact_id not in self._saving)

    # --- language ------------------------------------------------------------------------------------

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Log contact"))
        self._save.setText(self.tr("Save"))
        self._save.setToolTip(self.tr("Save (Ctrl+Enter)"))
        self._captions["reason"].setText(self.tr("Reason"))
        self._captions["person"].setText(self.tr("Person"))
        self._captions["next"].setText(self.tr("Next contact"))
        self._note.setPlaceholderText(self.tr("What was said, promised, asked"))
        self._note.setAccessibleName(self.tr("Note"))
        self._outcomes.setAccessibleName(self.tr("Outcome"))
        self._reason.setAccessibleName(self.tr("Reason"))
        self._person.setAccessibleName(self.tr("Person"))
        self._channel.setAccessibleName(self.tr("Channel"))
        for position, channel in enumerate(Channel):
            self._channel.setItemText(position, channel_word(channel))

    def _local_now(self) -> datetime:
        return self._ctx.clock.now().astimezone(self._ctx.clock.zone)
