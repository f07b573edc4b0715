"""A contact that is about to be logged, and what can be said of it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.errors import BadInputError
from cockpit.domain.vocabulary import Channel, QueueEffect

NOTE_LIMIT = 20_000


@dataclass(frozen=True, slots=True)
class Outcome:
    """What can happen in a contact (ocorrência), and what it does to the queue.

    Attributes:
        wait_minutes: For ``CALL_AGAIN``, ``COOL_DOWN`` and ``CLOSE_UNTIL``: the proposed wait.
        needs_date: Whether a next contact must be set.
        needs_reason: Whether a reason must be chosen.
    """

    outcome_id: UUID
    code: str
    name: str
    effect: QueueEffect
    wait_minutes: int | None
    is_reached: bool
    needs_reason: bool
    needs_date: bool


@dataclass(frozen=True, slots=True)
class Reason:
    """Why it happened (motivo); ``outcome_code`` limits it to one outcome."""

    reason_id: UUID
    code: str
    name: str
    outcome_code: str | None


@dataclass(frozen=True, slots=True)
class ContactDraft:
    """What the operator writes down after a contact.

    Attributes:
        contact_id: Made when the form opens, so that saving twice stores one contact.
        occurred_at: When it happened, aware, in UTC.
        next_contact: The next contact; None leaves one of a later day as it is.
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

    def check(self) -> None:
        """Raise ``BadInputError`` where something that the outcome needs is missing."""
        if self.outcome.needs_reason and self.reason is None:
            raise BadInputError("contact_needs_reason", outcome=self.outcome.name)
        if self.outcome.needs_date and self.next_contact is None:
            raise BadInputError("contact_needs_date", outcome=self.outcome.name)
        if len(self.note) > NOTE_LIMIT:
            raise BadInputError("note_too_long", limit=NOTE_LIMIT)
