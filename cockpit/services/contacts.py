"""Logging what happened in a contact."""

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.changes import Topic
from cockpit.domain.clock import Clock
from cockpit.domain.contact import ContactDraft, Outcome, Reason
from cockpit.domain.vocabulary import LifecycleStatus, QueueEffect
from cockpit.services.ports import CurrentUser, Database, WriteUnit


@dataclass(frozen=True, slots=True)
class FormOptions:
    """What the contact form offers to choose from."""

    outcomes: tuple[Outcome, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Logged:
    """What became of a stored contact's claim.

    Attributes:
        is_claim_lost: Whether somebody else had taken the customer by then.
        until: Until when the customer rests now, aware, in UTC; None where they do not.
    """

    is_claim_lost: bool = False
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class ContactService:
    """Writes the relationship log and the next contact, in one transaction."""

    database: Database
    clock: Clock
    user: CurrentUser

    def form_options(self) -> FormOptions:
        """Return the active outcomes and reasons."""
        with self.database.read() as unit:
            return FormOptions(tuple(unit.reference.outcomes()), tuple(unit.reference.reasons()))

    def log(self, draft: ContactDraft, *, status: LifecycleStatus) -> None:
        """Store a contact; it is on disk when this returns.

        A next contact that was due by today is thereby done; one of a later day stays, unless the
        draft sets another. An outcome that says "do not contact" closes every channel at once and
        ends every next contact. Storing the same draft twice stores it once.

        Args:
            draft: What the operator wrote.
            status: The customer's status when contacted, kept for honest reactivation figures.

        Raises:
            BadInputError: The outcome needs something that the draft does not have.
            DatabaseError: Nothing was stored.
        """
        draft.check()
        now = self.clock.now()
        with self.database.write() as unit:
            if not unit.contacts.add(draft, user=self.user, status=status):
                return
            topics = {Topic.CONTACTS, Topic.AGENDA, Topic.REMINDERS}
            if draft.outcome.effect is QueueEffect.DO_NOT_CONTACT:
                unit.contacts.forbid(
                    draft.customer_id, user=self.user, reason=draft.note, at=draft.occurred_at
                )
                self._close(unit, draft, now, due_by=None)
                topics.add(Topic.CUSTOMERS)
            elif draft.next_contact is None:
                self._close(unit, draft, now, due_by=self._end_of_today())
            else:
                unit.agenda.set_next_contact(
                    draft.customer_id,
                    draft.next_contact,
                    user=self.user,
                    contact_id=draft.contact_id,
                    at=now,
                )
            unit.changed(*topics, customer_ids=[draft.customer_id])

    def _close(
        self, unit: WriteUnit, draft: ContactDraft, now: datetime, *, due_by: datetime | None
    ) -> None:
        unit.agenda.close_next_contact(
            draft.customer_id, user=self.user, contact_id=draft.contact_id, at=now, due_by=due_by
        )

    def _end_of_today(self) -> datetime:
        return datetime.combine(self.clock.today(), time.max, tzinfo=self.clock.zone)

    def set_next_contact(self, customer_id: UUID, draft: AppointmentDraft) -> None:
        """Set the customer's one next contact without logging a contact."""
        with self.database.write() as unit:
            unit.agenda.set_next_contact(
                customer_id, draft, user=self.user, contact_id=None, at=self.clock.now()
            )
            unit.changed(Topic.AGENDA, Topic.REMINDERS, customer_ids=[customer_id])

    def today(self) -> date:
        """Return the day on which the program thinks it is."""
        return self.clock.today()
