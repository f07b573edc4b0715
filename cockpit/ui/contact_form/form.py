"""The contact form: what happened, why, with whom, and when to call again."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

import resources
from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.contact import ContactDraft, Outcome
from cockpit.domain.customer import CustomerPanel
from cockpit.domain.errors import BadInputError, GiroError
from cockpit.domain.ids import new_id
from cockpit.domain.objections import Argument, ObjectionKind
from cockpit.domain.queue import Claim
from cockpit.domain.sections import CustomerStory, StoryEntry
from cockpit.services.contacts import FormOptions, Logged
from cockpit.ui.contact_form.amendment import Amendment, amendment_of
from cockpit.ui.contact_form.choices import FormChoices
from cockpit.ui.contact_form.fields import FormFields
from cockpit.ui.contact_form.form_drafts import FormDrafts
from cockpit.ui.contact_form.form_text import FormText
from cockpit.ui.contact_form.frame import FormFrame
from cockpit.ui.contact_form.saved_words import SavedWords
from cockpit.ui.contact_form.saving import ContactSaver, Saving
from cockpit.ui.context import UiContext
from cockpit.ui.drafts.places import contact_place
from cockpit.ui.widgets.keys import bind_keys

#: A form that waits for its customer longer than this turns grey; sooner it must not flicker.
PATIENCE_MS = 300


class ContactForm(QWidget):
    """Logs one contact with one customer, or corrects one that is stored.

    Ctrl+Enter saves and asks for the next customer, Ctrl+S saves and stays.
    """

    #: A contact is stored; its customer (UUID).
    contact_saved = Signal(object)
    #: What became of a contact, in a few words (str).
    told = Signal(str)
    #: The contact is stored and the operator wants the next customer.
    next_requested = Signal()
    #: A contact goes on its way, and the next customer is wanted with it (Receipt).
    leaving = Signal(object)
    #: The same Receipt when the contact is on disk, or could not be stored.
    left = Signal(object)
    #: The stored contact ended the claim that it was made under.
    claim_ended = Signal()

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._panel: CustomerPanel | None = None
        self._claim: Claim | None = None
        self._amendment: Amendment | None = None
        self._contact_id, self._options = new_id(), FormOptions((), ())
        self._is_focus_wanted = False
        self._drafts = FormDrafts(ctx, self)
        self._saver = ContactSaver(ctx, self)
        self._saver.saved.connect(self._on_saver_saved)
        self._saver.failed.connect(self._on_saver_failed)
        self._saver.delayed.connect(self._on_saver_delayed)
        self._saver.leaving.connect(self.leaving)
        self._saver.left.connect(self.left)
        self._choices = FormChoices(ctx, self)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._on_patience_timeout)
        self._fields = FormFields(ctx, self)
        self._fields.changed.connect(self._on_fields_changed)
        self._frame = FormFrame(ctx, self._fields, self)
        self._status = self._frame.status
        self._words = SavedWords(ctx, self._status, self)
        self._words.told.connect(self.told)
        self._save = self._frame.save_button
        self._connect()
        self.setEnabled(False)
        self._choices.load()

    # --- what others call ----------------------------------------------------------------------

    @property
    def is_amending(self) -> bool:
        """Return whether a stored contact is being corrected."""
        return self._amendment is not None

    @Slot(object)
    def open_for(self, panel: CustomerPanel) -> None:
        """Take a customer; the same one again keeps every word in the form."""
        former, self._panel = self._panel, panel
        self._patience.stop()
        if former is not None and former.profile.customer_id == panel.profile.customer_id:
            self._fields.set_customer(panel)
            return
        self._drafts.flush()
        self._set_amendment(None)
        self._fields.set_customer(panel)
        self._open_draft(panel)
        self.setEnabled(True)
        self._update_save()
        if self._is_focus_wanted:
            self.take_focus()

    @Slot(object)
    def set_story(self, story: CustomerStory) -> None:
        """Offer the customer's own objections."""
        if self._panel is not None and self._panel.profile.customer_id == story.customer_id:
            self._fields.objection.set_own(story.objections)

    @Slot(object)
    def set_claim(self, claim: Claim | None) -> None:
        """Take note under which claim the operator calls; its time counts from then on."""
        self._claim = claim
        self._frame.call_time.set_since(None if claim is None else claim.claimed_at)

    @Slot()
    def close_form(self) -> None:
        """Let go of the customer, keeping what was typed as a draft."""
        self._drafts.flush()
        self._panel = None
        self._update_save()
        self._patience.start()

    @Slot(object)
    def open_amendment(self, entry: StoryEntry) -> None:
        """Correct a stored contact of the customer in sight."""
        if self._panel is None:
            return
        self._drafts.flush()
        profile = self._panel.profile
        amendment = amendment_of(entry, profile, self._options, self._ctx.clock.today())
        unsaved = self._drafts.text(contact_place(profile.customer_id, entry.key))
        self._set_amendment(amendment)
        self._status.clear()
        self._fill(unsaved or amendment.text)
        self.take_focus()

    @Slot()
    def cancel_amendment(self) -> bool:
        """Go back to the new contact, keeping the correction as a draft; False without one."""
        if self._amendment is None or self._panel is None:
            return False
        self._drafts.flush()
        self._set_amendment(None)
        self._open_draft(self._panel)
        self._fields.focus_start()
        return True

    @Slot(object, str)
    def use_argument(self, argument: Argument, objection_name: str) -> None:
        """Note that a counter-argument was used."""
        if self._panel is not None:
            self._fields.objections.use_argument(argument)

    def write_next_contact(self, draft: AppointmentDraft) -> None:
        """Take a next contact that was set beside the form; it is stored with the contact."""
        self._fields.write_next_contact(draft)

    def expect_visit(self, customer_id: UUID) -> None:
        """Let the next new contact with a customer be a visit."""
        self._fields.expect_visit(customer_id)

    def has_keyboard(self) -> bool:
        """Return whether what is typed goes into the form."""
        holder = QApplication.focusWidget()
        return holder is not None and self.isAncestorOf(holder)

    @Slot()
    def take_focus(self) -> None:
        """Start typing here: now, or as soon as the customer has been loaded."""
        self._is_focus_wanted = self._panel is None
        if self._panel is not None:
            self._fields.focus_start()

    @Slot()
    def resume(self) -> None:
        """Go on typing where the keyboard was in the form."""
        holder = self.focusWidget()
        # PySide's stubs do not know that nothing in it may have had the keyboard yet
        if holder is None or self._panel is None:  # type: ignore[redundant-expr]
            self.take_focus()
        else:
            holder.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def flush_draft(self) -> None:
        """Store unsaved words now, because the program is about to end."""
        self._drafts.flush()

    # --- building --------------------------------------------------------------------------------

    def _connect(self) -> None:
        choices, frame = self._choices, self._frame
        choices.options_read.connect(self._on_choices_options_read)
        choices.catalogue_read.connect(self._on_choices_catalogue_read)
        choices.failed.connect(self._on_choices_failed)
        frame.save_button.clicked.connect(self.save_and_go_on)
        frame.stay_button.clicked.connect(self.save)
        frame.more_button.clicked.connect(self._fields.more.toggle)
        frame.cancel_button.clicked.connect(self.cancel_amendment)
        bind_keys(
            self,
            {
                "Ctrl+Return": self.save_and_go_on,
                "Ctrl+Enter": self.save_and_go_on,
                "Ctrl+S": self.save,
                "Ctrl+M": self._fields.more.toggle,
                "Ctrl+O": self._on_objection_wanted,
            },
        )
        self._fields.objection.another_wanted.connect(self._on_objection_wanted)

    @Slot(object)
    def _on_choices_options_read(self, options: FormOptions) -> None:
        self._options = options
        self._fields.set_options(options)
        draft = None if self._panel is None else self._drafts.text_of(self._panel.profile)
        if draft is not None:
            self._fill(draft)

    @Slot(object)
    def _on_choices_catalogue_read(self, kinds: Sequence[ObjectionKind]) -> None:
        self._fields.objection.set_catalogue(kinds)

    @Slot(object)
    def _on_choices_failed(self, error: Exception) -> None:
        self._status.show_error(self._sentence(error))
        if not isinstance(error, GiroError):
            raise error  # a fault of the program: the crash dialog takes it from here

    # --- filling and typing ----------------------------------------------------------------------

    def _open_draft(self, panel: CustomerPanel) -> None:
        draft = self._drafts.text_of(panel.profile)
        self._fill(draft)
        if draft is not None:
            self._status.show_quiet(self.tr("draft recovered"))
        elif self._status.is_about_form():
            self._status.clear()

    def _fill(self, draft: FormText | None) -> None:
        self._contact_id = new_id() if draft is None else draft.key
        self._fields.fill(draft, self._panel.profile if self._panel else None)
        self._frame.show_top()

    def _set_amendment(self, amendment: Amendment | None) -> None:
        self._amendment = amendment
        self._fields.cadence.set_amending(amendment is not None)
        self._frame.show_amended(amendment.moment(self._ctx.clock) if amendment else "")

    def _place(self, panel: CustomerPanel) -> str:
        amended = self._amendment.contact_id if self._amendment else None
        return contact_place(panel.profile.customer_id, amended)

    @Slot()
    def _on_fields_changed(self) -> None:
        if self._panel is not None:
            self._status.clear()
            read = partial(self._fields.text, self._contact_id)
            self._drafts.keep_text(self._place(self._panel), read)

    @Slot()
    def _on_objection_wanted(self) -> None:
        """Go to the objection; from one that is told, to the next."""
        try:
            self._fields.objections.next()
        except BadInputError as error:
            self._refuse(error)

    @Slot()
    def _on_patience_timeout(self) -> None:
        if self._panel is None:
            self._set_amendment(None)
            self._fill(None)
            self.setEnabled(False)

    # --- saving ----------------------------------------------------------------------------------

    @Slot()
    def save_and_go_on(self) -> None:
        """Store the contact, then ask for the next customer; no correction asks, and no visit."""
        self._try_to_save(is_next_wanted=not (self.is_amending or self._fields.is_on_route))

    @Slot()
    def save(self) -> None:
        """Store the contact and stay; the form says so when it is on disk."""
        self._try_to_save(is_next_wanted=False)

    def _try_to_save(self, *, is_next_wanted: bool) -> None:
        panel, outcome = self._panel, self._fields.outcome
        if panel is None or self._saver.is_under_way(self._contact_id):
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
            self._refuse(error)
            return
        claim = None if self._amendment else self._own_claim(panel)
        name = panel.profile.trade_name or panel.profile.legal_name
        status, place = panel.verdict.status, self._place(panel)
        self._saver.save(Saving(draft, status, claim, name, place, is_next_wanted))

    @Slot()
    def _on_saver_delayed(self) -> None:
        if self._saver.is_under_way(self._contact_id):
            self._status.show_quiet(self.tr("Saving…"))
            self._update_save()

    def _draft(self, panel: CustomerPanel, outcome: Outcome) -> ContactDraft:
        amended = self._amendment
        at = amended.occurred_at if amended is not None else self._ctx.clock.now()
        draft = self._fields.draft(self._contact_id, panel.profile, outcome, at)
        if amended is not None:
            return replace(draft, amends_id=amended.contact_id)
        is_timed = self._own_claim(panel) is not None
        seconds = self._frame.call_time.seconds() if is_timed else None
        return replace(draft, duration_seconds=seconds)

    def _own_claim(self, panel: CustomerPanel) -> Claim | None:
        claim = self._claim
        is_theirs = claim is not None and claim.customer_id == panel.profile.customer_id
        return claim if is_theirs else None

    def _refuse(self, error: BadInputError) -> None:
        """Say what is missing or wrong, once, and go to where it is mended."""
        if self._fields.has_date_trouble():
            self._status.clear()
        else:
            self._status.show_error(self._sentence(error))
        self._fields.focus_cause(error)

    @Slot(object, object)
    def _on_saver_saved(self, saving: Saving, logged: Logged) -> None:
        draft = saving.draft
        self._drafts.forget(saving.place)
        is_here = self._contact_id == draft.contact_id
        if is_here:
            self._go_on_after(draft)
        self._update_save()
        self._words.tell(saving, logged)
        if any(one.new_name for one in draft.objections):
            self._choices.load_catalogue()
        if saving.claim is not None and saving.claim == self._claim:
            self.set_claim(None)
            self.claim_ended.emit()
        self.contact_saved.emit(draft.customer_id)
        if saving.is_next_wanted and is_here:
            self.next_requested.emit()

    def _go_on_after(self, saved: ContactDraft) -> None:
        """Offer blank fields; words typed while it was being saved begin the next contact."""
        if self._amendment is not None and self._panel is not None:
            self._set_amendment(None)
            self._open_draft(self._panel)
        elif self._fields.note == saved.note:
            self._fill(None)
        else:
            self._contact_id = new_id()
            self._on_fields_changed()
            return
        if self.has_keyboard():
            self._fields.focus_start()

    @Slot(object, object)
    def _on_saver_failed(self, saving: Saving, error: Exception) -> None:
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
        is_free = self._panel is not None and not self._saver.is_under_way(self._contact_id)
        self._frame.set_saving_enabled(is_free)

    # --- language --------------------------------------------------------------------------------

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._frame.retranslate()
