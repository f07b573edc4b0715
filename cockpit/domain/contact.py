"""A contact that is about to be logged, and what can be said of it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.errors import BadInputError
from cockpit.domain.objections import ObjectionDraft
from cockpit.domain.plain_text import StorableTexts
from cockpit.domain.vocabulary import Channel, ContactDirection, QueueEffect

NOTE_LIMIT = 20_000
#: The outcomes of the credit lane, by code and in the form's order: what is said of open titles.
CREDIT_OUTCOMES = ("promised_payment", "wants_renegotiation", "disputes_title")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What can happen in a contact (ocorrência), and what it does to the queue.

    Attributes:
        wait_minutes: For ``CALL_AGAIN``, ``COOL_DOWN`` and ``CLOSE_UNTIL``: the proposed wait.
        needs_date: Whether a next contact must be set.
        needs_reason: Whether a reason must be chosen.
        needs_objection: Whether an objection must be named.
        is_request: Whether the customer waits for an answer, which has its own clock.
    """

    outcome_id: UUID
    code: str
    name: str
    effect: QueueEffect
    wait_minutes: int | None
    is_reached: bool
    needs_reason: bool
    needs_date: bool
    needs_objection: bool = False
    is_request: bool = False


@dataclass(frozen=True, slots=True)
class Reason:
    """Why it happened (motivo); ``outcome_code`` limits it to one outcome."""

    reason_id: UUID
    code: str
    name: str
    outcome_code: str | None


@dataclass(frozen=True, slots=True)
class ContactDraft(StorableTexts):
    """What the operator writes down after a contact.

    Attributes:
        contact_id: Made when the form opens, so that saving twice stores one contact.
        occurred_at: When it happened, aware, in UTC.
        next_contact: The next contact; None leaves one of a later day as it is.
        duration_seconds: From taking the customer to saving; None where nobody was timed.
        objections: What the call says of objections, old and new.
        potential_cents: What they could buy a month, in the operator's estimate.
        forecast_on: When they expect to order.
        campaign_id: The campaign that the call was made for.
        amends_id: The stored contact that this one corrects; both are shown.
        direction: Who began it.
        cadence_reason: Why the next contact breaks the cadence, where it does.
    """

    contact_id: UUID
    customer_id: UUID
    occurred_at: datetime
    channel: Channel
    outcome: Outcome
    reason: Reason | None = None
    person_id: UUID | None = None
    person_name: str = ""
    note: str = ""
    next_contact: AppointmentDraft | None = None
    duration_seconds: int | None = None
    objections: tuple[ObjectionDraft, ...] = ()
    potential_cents: int | None = None
    forecast_on: date | None = None
    campaign_id: UUID | None = None
    amends_id: UUID | None = None
    direction: ContactDirection = ContactDirection.OUTBOUND
    cadence_reason: str = ""

    def check(self) -> None:
        """Raise ``BadInputError`` where something that the outcome needs is missing.

        A correction need not set again what the corrected contact set, its objection. A date that
        is needed may be the cadence's, so that its absence shows only when the contact is stored.
        """
        is_new = self.amends_id is None
        if self.outcome.needs_reason and self.reason is None:
            raise BadInputError("contact_needs_reason", outcome=self.outcome.name)
        if is_new and self.outcome.needs_objection and not self.objections:
            raise BadInputError("contact_needs_objection", outcome=self.outcome.name)
        for objection in self.objections:
            objection.check()
        if len(self.note) > NOTE_LIMIT:
            raise BadInputError("note_too_long", limit=NOTE_LIMIT)
