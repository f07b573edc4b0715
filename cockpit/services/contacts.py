"""Logging what happened in a contact."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.cadence_choice import CadenceFacts
from cockpit.domain.calling_window import first_opening
from cockpit.domain.changes import Topic
from cockpit.domain.clock import Clock
from cockpit.domain.contact import ContactDraft, Outcome, Reason
from cockpit.domain.drafts import DraftSummary
from cockpit.domain.queue import Claim
from cockpit.domain.vocabulary import LifecycleStatus, QueueEffect
from cockpit.services.cadence import CadencePlanner, facts_of, outlasting
from cockpit.services.ports import CurrentUser, Database, WriteUnit
from cockpit.services.queue import end_skip

#: What was agreed on so shortly before a contact that nobody timed was agreed on in it.
_TALK = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Logged:
    """What became of the queue when a contact was stored.

    Attributes:
        is_claim_lost: Whether a colleague had taken the customer meanwhile; the contact is stored.
        until: When the customer returns: the next contact that was set, or the end of their rest.
        colleague: Who has the customer now, where that is known.
        is_kept: Whether the contact waits on this computer for the server.
    """

    is_claim_lost: bool = False
    until: datetime | None = None
    colleague: str = ""
    is_kept: bool = False


@dataclass(frozen=True, slots=True)
class FormOptions:
    """What the contact form offers to choose from."""

    outcomes: tuple[Outcome, ...]
    reasons: tuple[Reason, ...]


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

    def cadence(self, customer_id: UUID, status: LifecycleStatus) -> CadenceFacts | None:
        """Return what decides a customer's next step; None where they are gone.

        What is due by today is done with the contact, and does not count as set. The calendars
        are read by the way, so that steps can be worked out wherever nothing may take long.
        """
        now, today = self.clock.now(), self.clock.today()
        with self.database.read() as unit:
            facts = facts_of(unit, customer_id, now=now, today=today, status=status)
        if facts is None:
            return None
        first_opening(facts.reach.place, facts.reach.wishes, facts.reach.window, now)
        standing = facts.next_contact_at
        if standing is not None and standing <= self._end_of_today():
            return replace(facts, next_contact_at=None)
        return facts

    def log(
        self,
        draft: ContactDraft,
        *,
        status: LifecycleStatus,
        claim: Claim | None = None,
        behind: Callable[[WriteUnit], None] | None = None,
    ) -> Logged:
        """Store a contact with all that follows from it; it is on disk when this returns.

        A next contact that was due by today is thereby done; one of a later day stays, and so does
        one that was agreed on during the contact, unless the draft sets another. Where it sets
        none the cadence decides. An outcome that says "do not contact" closes every channel at
        once and ends every next contact. A former rest ends, and the outcome may begin a new one.
        Storing the same draft twice stores it once.

        A correction (``draft.amends_id``) leaves agenda and rests alone unless it sets a next
        contact; one that corrects a "do not contact", or corrects to it, moves the permission.

        Args:
            draft: What the operator wrote.
            status: The customer's status when contacted, kept for honest reactivation figures.
            claim: The customer's claim, which ends; None where they were not taken off the queue.
            behind: What else is done before the commit; it takes care of its own failures.

        Raises:
            BadInputError: The outcome needs something that the draft does not have, or its date
                breaks the cadence without a reason.
            ConflictError: The contact to correct was corrected by somebody else.
            DatabaseError: Nothing was stored.
        """
        draft.check()
        with self.database.write() as unit:
            logged = self._logged(unit, draft, status, claim)
            if behind is not None:
                behind(unit)
        return logged

    def _logged(
        self, unit: WriteUnit, draft: ContactDraft, status: LifecycleStatus, claim: Claim | None
    ) -> Logged:
        now = self.clock.now()
        is_new = unit.contacts.add(draft, user=self.user, status=status)
        unit.changed(Topic.CONTACTS, Topic.QUEUE, customer_ids=[draft.customer_id])
        if not is_new:
            return Logged()
        self._apply_objections(unit, draft, now)
        if draft.amends_id is None:
            until = self._move_on(unit, draft, status, _start_of(draft, claim), now)
        else:
            until = self._correct(unit, draft, now)
        if claim is None or unit.queue.finish(claim, at=now):
            return Logged(until=until)
        standing = unit.queue.standings([draft.customer_id], user=self.user, at=now)
        return Logged(
            is_claim_lost=True, until=until, colleague=standing[draft.customer_id].claimed_by
        )

    def _apply_objections(self, unit: WriteUnit, draft: ContactDraft, now: datetime) -> None:
        if draft.amends_id is None:
            unit.objections.clear_woken(draft.customer_id)
        for objection in draft.objections:
            unit.objections.apply(
                objection,
                customer_id=draft.customer_id,
                contact_id=draft.contact_id,
                user=self.user,
                at=now,
            )

    def _move_on(
        self,
        unit: WriteUnit,
        draft: ContactDraft,
        status: LifecycleStatus,
        begun_at: datetime,
        now: datetime,
    ) -> datetime | None:
        """Move agenda, permission and rest on; return when the customer returns."""
        effect = draft.outcome.effect
        if effect is QueueEffect.DO_NOT_CONTACT:
            self._forbid(unit, draft, now)
            return None
        if draft.next_contact is None:
            self._close(unit, draft, now, due_by=self._end_of_today(), agreed_before=begun_at)
        planned = CadencePlanner(self.clock, self.user).after(unit, draft, status)
        if planned.next_contact is not None:
            self._schedule(unit, draft, planned.next_contact, now)
        hold, is_moved = planned.hold, draft.next_contact is not None
        if effect is QueueEffect.NONE and not is_moved:
            hold = hold and outlasting(unit, draft.customer_id, hold)
        if hold is not None or effect is not QueueEffect.NONE or is_moved:
            unit.queue.set_hold(draft.customer_id, hold, user=self.user, at=now)
        else:
            end_skip(unit, draft.customer_id, user=self.user, at=now)
        if planned.next_contact is not None:
            return planned.next_contact.due_at
        return None if hold is None else hold.until

    def _correct(self, unit: WriteUnit, draft: ContactDraft, now: datetime) -> datetime | None:
        """Let a correction change what it says anew; return the next contact that it sets."""
        before, after = unit.contacts.effect_amended(draft), draft.outcome.effect
        if after is QueueEffect.DO_NOT_CONTACT:
            if before is not after:
                self._forbid(unit, draft, now)
            return None
        if before is QueueEffect.DO_NOT_CONTACT:
            unit.contacts.permit_again(draft, user=self.user, at=now)
            unit.changed(Topic.CUSTOMERS, customer_ids=[draft.customer_id])
        if draft.next_contact is None:
            return None
        self._schedule(unit, draft, draft.next_contact, now)
        unit.queue.set_hold(draft.customer_id, None, user=self.user, at=now)
        return draft.next_contact.due_at

    def _forbid(self, unit: WriteUnit, draft: ContactDraft, now: datetime) -> None:
        stated_at = draft.occurred_at if draft.amends_id is None else now
        unit.contacts.forbid(draft.customer_id, user=self.user, reason=draft.note, at=stated_at)
        self._close(unit, draft, now, due_by=None)
        unit.queue.set_hold(draft.customer_id, None, user=self.user, at=now)
        unit.changed(Topic.CUSTOMERS, customer_ids=[draft.customer_id])

    def _schedule(
        self, unit: WriteUnit, draft: ContactDraft, planned: AppointmentDraft, now: datetime
    ) -> None:
        unit.agenda.set_next_contact(
            draft.customer_id, planned, user=self.user, contact_id=draft.contact_id, at=now
        )
        unit.changed(Topic.AGENDA, Topic.REMINDERS, customer_ids=[draft.customer_id])

    def _close(
        self,
        unit: WriteUnit,
        draft: ContactDraft,
        now: datetime,
        *,
        due_by: datetime | None,
        agreed_before: datetime | None = None,
    ) -> None:
        unit.agenda.close_next_contact(
            draft.customer_id,
            user=self.user,
            contact_id=draft.contact_id,
            at=now,
            due_by=due_by,
            agreed_before=agreed_before,
        )
        unit.changed(Topic.AGENDA, Topic.REMINDERS, customer_ids=[draft.customer_id])

    def _end_of_today(self) -> datetime:
        return datetime.combine(self.clock.today(), time.max, tzinfo=self.clock.zone)

    def unsent(self, drafts: Sequence[DraftSummary]) -> tuple[DraftSummary, ...]:
        """Return the drafts that are in no database yet, with their customers' names.

        One whose record was stored just before the program stopped is no draft any more.
        """
        records = [one.record_id for one in drafts]
        with self.database.read() as unit:
            names = unit.customers.names([one.customer_id for one in drafts])
            stored = unit.contacts.stored(records) | unit.pitches.stored(records)
        return tuple(
            replace(one, customer_name=names[one.customer_id])
            for one in drafts
            if one.record_id not in stored and one.customer_id in names
        )

    def set_next_contact(self, customer_id: UUID, draft: AppointmentDraft) -> None:
        """Set the customer's one next contact without logging a contact."""
        now = self.clock.now()
        with self.database.write() as unit:
            unit.agenda.set_next_contact(
                customer_id, draft, user=self.user, contact_id=None, at=now
            )
            end_skip(unit, customer_id, user=self.user, at=now)
            unit.changed(Topic.AGENDA, Topic.REMINDERS, customer_ids=[customer_id])

    def count_today(self) -> int:
        """Return how many contacts the user logged on the clock's day."""
        start = datetime.combine(self.clock.today(), time.min, tzinfo=self.clock.zone)
        with self.database.read() as unit:
            return unit.contacts.count(
                user=self.user, since=start, before=start + timedelta(days=1)
            )

    def today(self) -> date:
        """Return the day on which the program thinks it is."""
        return self.clock.today()


def _start_of(draft: ContactDraft, claim: Claim | None) -> datetime:
    """Return from when on what was agreed was agreed on in a contact."""
    if claim is not None:
        return min(claim.claimed_at, draft.occurred_at)
    return draft.occurred_at - max(_TALK, timedelta(seconds=draft.duration_seconds or 0))
