"""The form's fields: what can be typed, and how it becomes plain text and a contact."""

from dataclasses import replace
from datetime import datetime
from textwrap import shorten
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.domain.agenda import NOTE_LENGTH, AppointmentDraft
from cockpit.domain.contact import ContactDraft, Outcome, Reason
from cockpit.domain.customer import CustomerPanel, CustomerProfile
from cockpit.domain.errors import BadInputError
from cockpit.domain.natural_date import moment_of
from cockpit.domain.plain_text import storable
from cockpit.domain.vocabulary import Channel
from cockpit.services.contacts import FormOptions
from cockpit.ui.contact_form.cadence_row import CadenceRow
from cockpit.ui.contact_form.campaign_row import CampaignRow
from cockpit.ui.contact_form.form_text import FormText
from cockpit.ui.contact_form.keyed_combo import Choice, KeyedCombo
from cockpit.ui.contact_form.more_row import MoreRow
from cockpit.ui.contact_form.next_contact_field import NextContactField
from cockpit.ui.contact_form.note_field import NoteField
from cockpit.ui.contact_form.objections import Objections
from cockpit.ui.contact_form.outcome_model import ordered
from cockpit.ui.contact_form.outcome_picker import OutcomePicker
from cockpit.ui.contact_form.script_note import ScriptNote
from cockpit.ui.contact_form.who_row import WhoRow
from cockpit.ui.contact_form.written_text import WrittenText
from cockpit.ui.context import UiContext
from cockpit.ui.theme import Space


class FormFields(QWidget):
    """Everything that is said of one contact.

    The keyboard's way: the outcome, what that outcome needs, then the note and the next contact.
    Enter leaves a list for the next field, a digit goes straight to what is needed.

    Attributes:
        script: What is said in calls for the campaign.
        objections: What is said of objections.
        objection: The fields of the one in hand.
        more: Potential, forecast, who called; shut until it is wanted.
        cadence: What follows where no next contact is written.
    """

    #: Something was typed or chosen by the operator.
    changed = Signal()

    def __init__(self, ctx: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._options = FormOptions((), ())
        self._profile: CustomerProfile | None = None
        self._visited: UUID | None = None
        self._on_route: UUID | None = None
        self._is_credit_lane = False
        self._is_filling = False
        self._who = WhoRow(ctx.theme, self)
        self._campaign = CampaignRow(self)
        self.script = ScriptNote(ctx, self)
        self._outcomes = OutcomePicker(ctx.theme, self)
        self._reason = KeyedCombo(self)
        self.objections = Objections(ctx, self._local_now, self)
        self.objection = self.objections.block
        self._note = NoteField(self)
        self.more = MoreRow(ctx, self)
        self._next = NextContactField(ctx, parent)
        self.cadence = CadenceRow(ctx, self)
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
        code = self._reason.key()
        return next((one for one in self._fitting_reasons() if one.code == code), None)

    @property
    def note(self) -> str:
        """Return the operator's words."""
        return storable(self._note.toPlainText()).strip()

    def has_date_trouble(self) -> bool:
        """Return whether the next contact's own sentence says what to mend."""
        return self._next.has_trouble()

    def draft(
        self, contact_id: UUID, profile: CustomerProfile, outcome: Outcome, occurred_at: datetime
    ) -> ContactDraft:
        """Return the contact that the fields describe.

        Raises:
            BadInputError: A date or an amount cannot be understood.
        """
        who, chosen = self._who, self._next_contact()
        reason = self.cadence.check(outcome, who.channel, self.more.direction, chosen)
        return ContactDraft(
            contact_id=contact_id,
            customer_id=profile.customer_id,
            occurred_at=occurred_at,
            channel=who.channel,
            outcome=outcome,
            reason=self.reason,
            person_id=next((p.person_id for p in profile.persons if p.name == who.person), None),
            person_name=who.person,
            note=self.note,
            next_contact=chosen,
            objections=self.objections.drafts(),
            potential_cents=self.more.potential_cents(),
            forecast_on=self.more.forecast.day(),
            campaign_id=self._campaign.campaign_id,
            direction=self.more.direction,
            cadence_reason=reason,
        )

    def _next_contact(self) -> AppointmentDraft | None:
        draft = self._next.draft()
        if draft is None or draft.note:
            return draft
        return replace(draft, note=shorten(self.note, NOTE_LENGTH, placeholder="…"))

    def write_next_contact(self, draft: AppointmentDraft) -> None:
        """Write a next contact that was set beside the form; the outcome is told first."""
        self._next.write(draft)
        missing = self._outcomes if self.outcome is None else self._next
        missing.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_options(self, options: FormOptions) -> None:
        """Offer these outcomes and reasons."""
        self._options = options
        self._is_filling = True
        self._offer_outcomes()
        self._offer_reasons()
        self._is_filling = False

    def set_customer(self, panel: CustomerPanel) -> None:
        """Offer what this customer's contacts can say; what is typed stays."""
        profile = panel.profile
        self._is_filling = True
        self.cadence.set_customer(profile.customer_id, panel.verdict.status)
        self._is_credit_lane = profile.is_credit_lane
        self._offer_outcomes()
        self._who.offer_persons(profile.persons)
        self._campaign.offer(profile, amended=self._campaign.text())
        self._show_script(profile)
        self.objection.set_customer(profile.customer_id)
        zone, standing = self._ctx.clock.zone, profile.next_contact
        moment = None
        if standing is not None:
            moment = moment_of(standing.due_at, zone, has_time=standing.has_time)
        self._next.set_standing(moment)
        self._is_filling = False

    def fill(self, text: FormText | None, profile: CustomerProfile | None) -> None:
        """Show a text, or blank fields with the first person to talk to."""
        persons = profile.persons if profile else ()
        shown = text or FormText("", person=next((p.name for p in persons if p.is_primary), ""))
        self._is_filling = True
        self._outcomes.choose(shown.outcome)
        self._reason.choose(shown.reason)
        self._offer_reasons()
        self._who.fill(shown.person, shown.channel, persons)
        if text is None and profile is not None and profile.customer_id == self._visited:
            self._visited = None
            self._who.choose_channel(Channel.VISIT)
        self._campaign.fill(shown.campaign, profile)
        self._show_script(profile)
        self.objections.show(shown.objections)
        self.more.fill(shown)
        self._note.setPlainText(shown.note)
        written = shown.written
        self._next.restore(shown.next_contact, None if written is None else written.draft())
        self._is_filling = False
        self.cadence.forget()
        self.cadence.reason.setText(shown.cadence_reason)
        self._update_cadence()

    def expect_visit(self, customer_id: UUID) -> None:
        """Let the next new contact with a customer be a visit; at once where they are shown."""
        is_shown = self._profile is not None and self._profile.customer_id == customer_id
        self._visited, self._on_route = None if is_shown else customer_id, customer_id
        if is_shown:
            self._who.choose_channel(Channel.VISIT)

    @property
    def is_on_route(self) -> bool:
        """Return whether this is a visit that the route asked for: nobody is called after it."""
        is_theirs = self._profile is not None and self._profile.customer_id == self._on_route
        return is_theirs and self._who.channel is Channel.VISIT

    def text(self, contact_id: UUID) -> FormText:
        """Return what stands in the fields, as it can be stored."""
        written = self._next.written()
        return FormText(
            contact_id=str(contact_id),
            channel=self._who.channel.value,
            outcome=self.outcome.code if self.outcome else "",
            reason=self._reason.key(),
            person=self._who.person,
            note=self._note.toPlainText(),
            next_contact=self._next.lasting_text(),
            campaign=self._campaign.text(),
            cadence_reason=self.cadence.reason.text(),
            **self.more.texts(),
            objections=self.objections.texts(),
            written=None if written is None else WrittenText.of(written),
        )

    def focus_start(self) -> None:
        """Put the keyboard where the operator begins."""
        self._outcomes.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_cause(self, error: BadInputError) -> None:
        """Put the keyboard where an error is mended."""
        causes: dict[str, QWidget] = {
            "error.contact_needs_reason": self._reason,
            "error.cadence_needs_reason": self.cadence.reason,
            "error.note_too_long": self._note,
            "error.amount_unknown": self.more.potential,
        }
        key = error.message.key
        field = causes.get(key) or self.objection.cause(key) or self._invalid_line() or self._next
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _invalid_line(self) -> QWidget | None:
        lines = (self.objection.wait_row.until.line, self.more.forecast.line)
        return next((line for line in lines if line.property("invalid")), None)

    # --- typing --------------------------------------------------------------------------------

    @Slot(object)
    def _on_outcome_chosen(self, outcome: Outcome) -> None:
        self._offer_reasons()
        if self._is_filling:
            return
        if self.reason is None:
            self._reason.choose("")
        self._update_cadence()
        self.changed.emit()

    @Slot()
    def _on_outcomes_settled(self) -> None:
        """Go to what the outcome needs; where it needs nothing, another digit may correct it."""
        if needed := self._needed():
            needed.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _on_outcomes_passed(self) -> None:
        (self._needed() or self._reason).setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _on_reason_passed(self) -> None:
        self.objection.which.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _on_objection_passed(self) -> None:
        self._note.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _on_note_text_changed(self) -> None:
        if not self._is_filling:
            self.changed.emit()

    @Slot()
    def _on_field_changed(self) -> None:
        if not self._is_filling:
            self._update_cadence()
            self.changed.emit()

    @Slot()
    def _on_cadence_facts_read(self) -> None:
        self._update_cadence()

    def _update_cadence(self) -> None:
        try:
            chosen = self._next_contact()
        except BadInputError:
            return  # the field itself says what is wrong
        self.cadence.show_proposal(self.outcome, self._who.channel, self.more.direction, chosen)
        self._next.set_proposal(self.cadence.words)
        self._next.footer.setHidden(not self.cadence.isHidden())

    def _needed(self) -> QWidget | None:
        outcome = self.outcome
        if outcome is not None and outcome.needs_reason and self.reason is None:
            return self._reason
        if outcome is not None and outcome.needs_objection and not self.objections.texts():
            return self.objection.which
        return None

    # --- offering ------------------------------------------------------------------------------

    def _offer_outcomes(self) -> None:
        outcomes = ordered(self._options.outcomes, is_credit_lane=self._is_credit_lane)
        self._outcomes.set_outcomes(outcomes)

    def _offer_reasons(self) -> None:
        is_needed = self.outcome is not None and self.outcome.needs_reason
        prompt = self.tr("Reason (required)") if is_needed else self.tr("Reason")
        self._reason.offer([Choice(one.code, one.name) for one in self._fitting_reasons()])
        self._reason.set_prompt(prompt)

    def _fitting_reasons(self) -> list[Reason]:
        code = self.outcome.code if self.outcome else None
        return [one for one in self._options.reasons if one.outcome_code in {None, code}]

    def _show_script(self, profile: CustomerProfile | None) -> None:
        self._profile = profile
        running = profile.campaigns if profile else ()
        chosen = self._campaign.campaign_id
        campaign = next((one for one in running if one.campaign_id == chosen), None)
        self.script.show_for(campaign, profile.customer_id if profile else None)

    @Slot()
    def _on_campaign_changed(self) -> None:
        self._show_script(self._profile)

    def _local_now(self) -> datetime:
        return self._ctx.clock.now().astimezone(self._ctx.clock.zone)

    # --- building ------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        why = QHBoxLayout()
        why.setSpacing(Space.S)
        why.addWidget(self._reason, 1)
        why.addWidget(self.objection.which, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._who)
        layout.addWidget(self._campaign)
        layout.addWidget(self.script)
        layout.addWidget(self._outcomes)
        layout.addLayout(why)
        layout.addWidget(self.objections.noted)
        layout.addWidget(self.objection)
        layout.addWidget(self._note)
        layout.addWidget(self.more)
        layout.addWidget(self._next)
        layout.addWidget(self.cadence)
        layout.addWidget(self._next.footer)

    def _connect(self) -> None:
        self._outcomes.outcome_chosen.connect(self._on_outcome_chosen)
        self._outcomes.settled.connect(self._on_outcomes_settled)
        self._outcomes.passed.connect(self._on_outcomes_passed)
        self._reason.passed.connect(self._on_reason_passed)
        self.objections.passed.connect(self._on_objection_passed)
        self._reason.picked.connect(self._on_field_changed)
        for field in (self._who, self._campaign, self.objections, self.more, self._next):
            field.changed.connect(self._on_field_changed)
        self._campaign.changed.connect(self._on_campaign_changed)
        self._note.textChanged.connect(self._on_note_text_changed)
        self.cadence.changed.connect(self._on_note_text_changed)
        self.cadence.facts_read.connect(self._on_cadence_facts_read)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._reason.set_title(self.tr("Reason"))
        self._offer_reasons()
        self._outcomes.setAccessibleName(self.tr("Outcome"))
        self._note.setAccessibleName(self.tr("Note"))
        self._note.setPlaceholderText(self.tr("What was said, promised, asked"))
