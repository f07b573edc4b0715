"""The contact form: what happened, why, with whom, and when to call again."""

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

import resources
from cockpit.domain.contact import ContactDraft, Outcome
from cockpit.domain.customer import CustomerPanel
from cockpit.domain.errors import BadInputError, GiroError
from cockpit.domain.ids import new_id
from cockpit.runtime.task_runner import Lane
from cockpit.services.contacts import FormOptions
from cockpit.ui.contact_form.drafts import DraftKeeper, FormText
from cockpit.ui.contact_form.fields import FormFields
from cockpit.ui.contact_form.status_line import StatusLine
from cockpit.ui.context import UiContext
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ranked_label

#: A form that waits for its customer longer than this turns grey; sooner it must not flicker.
PATIENCE_MS = 300


@dataclass(frozen=True, slots=True)
class _Saving:
    """A contact on its way to the database."""

    draft: ContactDraft
    customer_name: str


class ContactForm(QWidget):
    """Logs one contact with one customer; Ctrl+Enter saves.

    Without a customer (none selected, or the next one still loading) nothing can be saved.
    """

    #: A contact is stored; its customer (UUID).
    contact_saved = Signal(object)

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._panel: CustomerPanel | None = None
        self._contact_id = new_id()
        self._saving: dict[UUID, _Saving] = {}
        self._is_focus_wanted = False
        self._drafts = DraftKeeper(ctx.preferences, self)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._on_patience_timeout)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "surface")
        self._build()
        self._retranslate()
        self.setEnabled(False)
        self._load_options()

    # --- what others call ----------------------------------------------------------------------

    @Slot(object)
    def open_for(self, panel: CustomerPanel) -> None:
        """Take a customer; the same one again keeps every word in the form."""
        former, self._panel = self._panel, panel
        profile = panel.profile
        self._fields.set_standing(profile.next_contact)
        if former is not None and former.profile.customer_id == profile.customer_id:
            self._fields.offer_persons(profile.persons)
            return
        self._drafts.flush()
        self._patience.stop()
        draft = self._recall(panel)
        self._fill(draft)
        if draft is not None:
            self._status.show_quiet(self.tr("draft recovered"))
        elif self._status.is_about_form():
            self._status.clear()
        self.setEnabled(True)
        self._update_save()
        if self._is_focus_wanted:
            self.take_focus()

    @Slot()
    def close_form(self) -> None:
        """Let go of the customer, keeping what was typed as a draft."""
        self._drafts.flush()
        self._panel = None
        self._update_save()
        self._patience.start()

    def has_keyboard(self) -> bool:
        """Return whether what is typed goes into the form."""
        return any(one.hasFocus() for one in self.findChildren(QWidget))

    @Slot()
    def take_focus(self) -> None:
        """Start typing here: now, or as soon as the customer has been loaded."""
        self._is_focus_wanted = self._panel is None
        if self._panel is not None:
            self._fields.focus_start()

    @Slot()
    def flush_draft(self) -> None:
        """Store unsaved words now, because the program is about to end."""
        self._drafts.flush()

    # --- building --------------------------------------------------------------------------------

    def _build(self) -> None:
        self._title = ranked_label("heading", parent=self)
        self._fields = FormFields(self._ctx, self)
        self._fields.changed.connect(self._on_fields_changed)
        self._status = StatusLine(self._ctx.theme, self)
        self._save = QPushButton(self)
        self._save.setProperty("kind", "primary")
        self._save.setAutoDefault(True)
        self._save.clicked.connect(self.save)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.save)
        head = QHBoxLayout()
        head.setSpacing(Space.L)
        head.addWidget(self._title)
        head.addWidget(self._status, 1)
        foot = QHBoxLayout()
        foot.setSpacing(Space.S)
        foot.addWidget(self._fields.footer, 1)
        foot.addWidget(self._save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self._fields)
        layout.addStretch()
        layout.addLayout(foot)

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
        self._fields.set_options(options)
        if self._panel is not None and (draft := self._recall(self._panel)) is not None:
            self._fill(draft)

    def _on_options_error(self, error: Exception) -> None:
        self._status.show_error(self._sentence(error))
        if not isinstance(error, GiroError):
            raise error  # a fault of the program: the crash dialog takes it from here

    # --- filling and typing ----------------------------------------------------------------------

    def _recall(self, panel: CustomerPanel) -> FormText | None:
        """Return the customer's draft, unless it was stored just before a crash."""
        customer_id = panel.profile.customer_id
        draft = self._drafts.recall(customer_id)
        stored = {str(contact.contact_id) for contact in panel.profile.contacts}
        if draft is not None and draft.contact_id in stored:
            self._drafts.forget(customer_id)
            return None
        return draft

    def _fill(self, draft: FormText | None) -> None:
        self._contact_id = UUID(draft.contact_id) if draft else new_id()
        self._fields.fill(draft, self._panel.profile.persons if self._panel else ())

    @Slot()
    def _on_fields_changed(self) -> None:
        if self._panel is not None:
            self._status.clear()
            read = partial(self._fields.text, self._contact_id)
            self._drafts.keep_soon(self._panel.profile.customer_id, read)

    @Slot()
    def _on_patience_timeout(self) -> None:
        if self._panel is None:
            self._fill(None)
            self.setEnabled(False)

    # --- saving ----------------------------------------------------------------------------------

    @Slot()
    def save(self) -> None:
        """Store the contact; the form says so when it is on disk."""
        panel, outcome = self._panel, self._fields.outcome
        if panel is None or self._contact_id in self._saving:
            return
        if outcome is None:
            sentence = self.tr("Choose what happened: press its number or its first letters.")
            self._status.show_error(sentence)
            self._fields.focus_start()
            return
        try:
            draft = self._draft(panel, outcome)
            draft.check()
        except BadInputError as error:
            if self._fields.has_date_trouble():
                self._status.clear()
            else:
                self._status.show_error(self._sentence(error))
            self._fields.focus_cause(error)
            return
        self._submit(_Saving(draft, _name(panel)), panel)

    def _draft(self, panel: CustomerPanel, outcome: Outcome) -> ContactDraft:
        fields, persons = self._fields, panel.profile.persons
        return ContactDraft(
            contact_id=self._contact_id,
            customer_id=panel.profile.customer_id,
            occurred_at=self._ctx.clock.now(),
            channel=fields.channel,
            outcome=outcome,
            reason=fields.reason,
            person_id=next((one.person_id for one in persons if one.name == fields.person), None),
            person_name=fields.person,
            note=fields.note,
            next_contact=fields.next_contact(),
        )

    def _submit(self, saving: _Saving, panel: CustomerPanel) -> None:
        self._drafts.flush()
        self._saving[saving.draft.contact_id] = saving
        self._update_save()
        self._status.show_quiet(self.tr("Saving…"))
        self._ctx.runner.submit(
            partial(self._ctx.contacts.log, saving.draft, status=panel.verdict.status),
            lane=Lane.WRITE,
            owner=self,
            key=f"save.{saving.draft.contact_id}",
            on_result=partial(self._on_saved, saving),
            on_error=partial(self._on_save_error, saving),
        )

    def _on_saved(self, saving: _Saving, nothing: None) -> None:
        draft = saving.draft
        del self._saving[draft.contact_id]
        self._drafts.forget(draft.customer_id)
        if self._contact_id == draft.contact_id:
            self._go_on_after(draft)
        self._update_save()
        at = f"{self._ctx.clock.now().astimezone(self._ctx.clock.zone):%H:%M}"
        self._status.show_done(self.tr("Saved %1").replace("%1", at), saving.customer_name)
        self.contact_saved.emit(draft.customer_id)

    def _go_on_after(self, saved: ContactDraft) -> None:
        """Offer blank fields; words typed while it was being saved begin the next contact."""
        if self._fields.note == saved.note:
            self._fill(None)
            if self.has_keyboard():
                self._fields.focus_start()
        else:
            self._contact_id = new_id()
            self._on_fields_changed()

    def _on_save_error(self, saving: _Saving, error: Exception) -> None:
        del self._saving[saving.draft.contact_id]
        self._update_save()
        sentence = self._sentence(error)
        is_here = self._contact_id == saving.draft.contact_id
        self._status.show_error(sentence if is_here else f"{saving.customer_name}: {sentence}")
        if not isinstance(error, GiroError):
            raise error  # a fault of the program: the crash dialog takes it from here

    def _sentence(self, error: Exception) -> str:
        if isinstance(error, GiroError):
            return resources.text(error.message, self._ctx.language)
        return self.tr("It was not saved; your words are still here. Try again.")

    def _update_save(self) -> None:
        self._save.setEnabled(self._panel is not None and self._contact_id not in self._saving)

    # --- language --------------------------------------------------------------------------------

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Log contact"))
        self._save.setText(self.tr("Save"))
        self._save.setToolTip(self.tr("Save (Ctrl+Enter)"))


def _name(panel: CustomerPanel) -> str:
    return panel.profile.trade_name or panel.profile.legal_name
