"""Taking customers off the queue and giving them back."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.bars import BarredError
from cockpit.domain.calling_window import Place, Window, WindowRules, Wishes, window_now
from cockpit.domain.changes import Topic
from cockpit.domain.clock import Clock
from cockpit.domain.eligibility import OVERRIDABLE, Bar, Barred
from cockpit.domain.errors import BadInputError, ConflictError, ForbiddenError
from cockpit.domain.plain_text import storable
from cockpit.domain.queue import SKIP_REST, Claim, Hold, Offer, QueueStep
from cockpit.domain.rights import Task
from cockpit.domain.vocabulary import HoldKind, QueueEventKind
from cockpit.services.fresh_look import FreshLook
from cockpit.services.next_search import NextSearch
from cockpit.services.ports import CurrentUser, Database, ReadUnit, WriteUnit

#: Whoever chooses a customer by hand need not say why they buy in time.
_CHOSEN = frozenset({Bar.IN_CYCLE})
#: Whom nobody may call, whoever asks.
_NOBODYS = frozenset(Bar) - OVERRIDABLE - {Bar.CLAIMED}
#: What keeps a customer from going back to whoever undoes a step.
_TAKEN = frozenset(Bar) - OVERRIDABLE | {Bar.JUST_CALLED}


@dataclass(frozen=True, slots=True)
class QueueService:
    """Decides by facts read inside the claiming transaction: a stale list costs a second look.

    An operator has one claim at most. Every step notes whom it concerns, so that all lists tell.
    """

    database: Database
    clock: Clock
    user: CurrentUser

    def next(self, candidates: Sequence[UUID], *, also: Collection[Bar] = ()) -> Offer:
        """Claim the first of the candidates who may be offered now.

        Whom the user held until now is given back, and not offered again by this call.

        Args:
            candidates: Whom the list offers, in the order of calling.
            also: Bars that do not count, such as ``IN_CYCLE`` on a tab of active customers.
        """
        with self.database.write() as unit:
            return self.next_in(candidates, unit, also=also)

    def next_in(
        self, candidates: Sequence[UUID], unit: WriteUnit, *, also: Collection[Bar] = ()
    ) -> Offer:
        """Do as ``next`` does in a transaction that is under way."""
        now = self.clock.now()
        given_back = self._give_back(unit, now)
        search = NextSearch(unit, self.user, now, also)
        claim = search.claim_first([one for one in candidates if one not in given_back])
        if claim is None:
            return Offer(None, tuple(search.passed))
        return Offer(claim, tuple(search.passed), unit.queue.last_change(claim.customer_id))

    def take(self, customer_id: UUID, *, reason: str = "") -> Claim:
        """Claim a customer whom the user chose.

        Args:
            customer_id: Whom.
            reason: Why a bar is overridden; it is stored with the bar.

        Raises:
            BarredError: A bar stands, and no reason is given or it cannot be overridden.
            ConflictError: The customer is not there any more.
        """
        now, why = self.clock.now(), storable(reason).strip()
        with self.database.write() as unit:
            self._give_back(unit, now, keep=customer_id)
            judged = FreshLook(unit, self.user, now).at([customer_id])
            if customer_id not in judged:
                raise ConflictError("customer_gone")
            barred = judged[customer_id]
            if barred is not None and barred.bar not in _CHOSEN:
                if barred.bar not in OVERRIDABLE or not why:
                    raise self._error(barred, now)
                self._note(
                    unit, customer_id, QueueEventKind.OVERRIDDEN, now,
                    reason=f"{barred.bar}: {why}", until=barred.until,
                )  # fmt: skip
            claim = unit.queue.claim(customer_id, user=self.user, at=now)
            if claim is None:
                raise self._error(FreshLook(unit, self.user, now).holder(customer_id), now)
            unit.changed(Topic.QUEUE, customer_ids=[customer_id])
            return claim

    def take_over(self, customer_id: UUID, *, reason: str) -> Claim:
        """Claim a customer whom a colleague may be working on; their claim ends.

        The colleague's program learns of it with the change, and what they wrote stays theirs to
        save. The reason is stored as that of an overridden bar.

        Args:
            customer_id: Whom.
            reason: Why, in the user's words.

        Raises:
            ForbiddenError: The user answers for nobody.
            BadInputError: No reason is given.
            BarredError: The customer must not be called by anybody, or whoever is on them is not
                one of those for whom the user answers.
            ConflictError: The customer is not there any more.
        """
        now, why = self.clock.now(), storable(reason).strip()
        if not self.user.may(Task.TAKE_OVER):
            raise ForbiddenError("take_over_not_allowed")
        if not why:
            raise BadInputError("take_over_needs_reason")
        with self.database.write() as unit:
            self._note(
                unit, customer_id, QueueEventKind.OVERRIDDEN, now, reason=f"{Bar.CLAIMED}: {why}"
            )
            self._give_back(unit, now, keep=customer_id)
            claim = unit.queue.take_over(customer_id, user=self.user, at=now)
            judged = FreshLook(unit, self.user, now).at([customer_id])
            if customer_id not in judged:
                raise ConflictError("customer_gone")
            barred = judged[customer_id]
            if claim is None:
                raise self._error(FreshLook(unit, self.user, now).holder(customer_id), now)
            if barred is not None and barred.bar in _NOBODYS:
                raise self._error(barred, now)
            unit.changed(Topic.QUEUE, customer_ids=[customer_id])
            return claim

    def renew(self, claim: Claim) -> Claim | None:
        """Give the claim's heartbeat; None where it is not the user's any more.

        Claims whose programs stopped are expired by the way, and only they are told: for everybody
        else the customer stays with whom they were.
        """
        now = self.clock.now()
        with self.database.write() as unit:
            renewed = unit.queue.renew(claim, at=now)
            ended = unit.queue.reap(at=now)
            self._tell_ended(unit, ended)
            return renewed

    def put_back(self, claim: Claim) -> QueueStep:
        """Give a customer back as they were.

        Raises:
            ConflictError: A colleague has taken them meanwhile; nothing was changed.
        """
        now = self.clock.now()
        with self.database.write() as unit:
            self._release(unit, claim, now)
            self._note(unit, claim.customer_id, QueueEventKind.PUT_BACK, now)
        return QueueStep(claim.customer_id)

    def skip(self, claim: Claim, reason: str) -> QueueStep:
        """Let a customer rest for a few hours, or until a callback that comes sooner.

        Raises:
            BadInputError: No reason is given.
            ConflictError: A colleague has taken them meanwhile; nothing was changed.
        """
        why = storable(reason).strip()
        if not why:
            raise BadInputError("skip_needs_reason")
        now, customer_id = self.clock.now(), claim.customer_id
        with self.database.write() as unit:
            self._release(unit, claim, now)
            until = now + SKIP_REST
            standing = unit.queue.standings([customer_id], user=self.user, at=now)[customer_id]
            if standing.due_at is not None and now < standing.due_at < until:
                until = standing.due_at
            self._note(unit, customer_id, QueueEventKind.SKIPPED, now, reason=why, until=until)
            before = unit.queue.hold(customer_id)
            hold = Hold(HoldKind.SKIPPED, until, why)
            if before is not None and before.outlasts(until):
                hold = before
            unit.queue.set_hold(customer_id, hold, user=self.user, at=now)
        return QueueStep(customer_id, hold_before=before, hold_set=hold)

    def snooze(self, claim: Claim, draft: AppointmentDraft) -> QueueStep:
        """Move the customer's one next contact and give them back until then.

        Who is called because an objection came true rests until then, or "next" would bring them
        straight back.

        Raises:
            ConflictError: A colleague has taken them meanwhile; nothing was changed.
        """
        now, customer_id = self.clock.now(), claim.customer_id
        with self.database.write() as unit:
            self._release(unit, claim, now)
            self._note(unit, customer_id, QueueEventKind.SNOOZED, now, until=draft.due_at)
            before = unit.agenda.open_next_contact(customer_id)
            key = unit.agenda.set_next_contact(
                customer_id, draft, user=self.user, contact_id=None, at=now
            )
            end_skip(unit, customer_id, user=self.user, at=now)
            step = QueueStep(customer_id, appointment_before=before, appointment_set=key)
            standing = unit.queue.standings([customer_id], user=self.user, at=now)[customer_id]
            if standing.is_woken and standing.due_at is not None and standing.due_at > now:
                rest = Hold(HoldKind.SKIPPED, standing.due_at)
                step = replace(step, hold_before=unit.queue.hold(customer_id), hold_set=rest)
                unit.queue.set_hold(customer_id, rest, user=self.user, at=now)
            unit.changed(Topic.AGENDA, Topic.REMINDERS, customer_ids=[customer_id])
        return step

    def undo(self, step: QueueStep) -> Claim | None:
        """Take a step back, and the customer again where they are free.

        What somebody else changed meanwhile stays as they left it.
        """
        now, customer_id = self.clock.now(), step.customer_id
        with self.database.write() as unit:
            self._note(unit, customer_id, QueueEventKind.UNDONE, now)
            if step.hold_set is not None and unit.queue.hold(customer_id) == step.hold_set:
                unit.queue.set_hold(customer_id, step.hold_before, user=self.user, at=now)
            if step.appointment_set is not None:
                unit.agenda.take_back(
                    step.appointment_set, step.appointment_before, user=self.user, at=now
                )
                unit.changed(Topic.AGENDA, Topic.REMINDERS, customer_ids=[customer_id])
            unit.changed(Topic.QUEUE, customer_ids=[customer_id])
            barred = self._barred(unit, customer_id, now)
            if barred is not None and barred.bar in _TAKEN:
                return None
            self._give_back(unit, now, keep=customer_id)
            return unit.queue.claim(customer_id, user=self.user, at=now)

    def release_all(self) -> None:
        """Give back whom the user holds; the program closes."""
        with self.database.write() as unit:
            self._give_back(unit, self.clock.now())

    def changes_seen(self) -> int:
        """Return the number up to which whatever is read from now on holds every change."""
        with self.database.read() as unit:
            return unit.queue.changes_seen()

    def rules(self) -> WindowRules:
        """Return the calling hours and days off in force."""
        with self.database.read() as unit:
            return unit.queue.window_rules()

    def window(self, place: Place, wishes: Wishes | None = None) -> Window:
        """Return whether a customer at a place may be called now, and when that changes."""
        return window_now(place, wishes or Wishes(), self.rules(), self.clock.now())

    def barred(self, customer_id: UUID) -> Barred | None:
        """Return why a customer is not in the queue by fresh facts; None where they are."""
        with self.database.read() as unit:
            return self._barred(unit, customer_id, self.clock.now())

    def _barred(self, unit: ReadUnit, customer_id: UUID, now: datetime) -> Barred | None:
        return FreshLook(unit, self.user, now).at([customer_id]).get(customer_id)

    def _give_back(
        self, unit: WriteUnit, now: datetime, *, keep: UUID | None = None
    ) -> Collection[UUID]:
        """End the user's claims and those that nobody renews; return the user's."""
        ended = unit.queue.give_back(user=self.user, at=now, keep=keep)
        self._tell_ended(unit, [*ended.own, *ended.lapsed])
        return ended.own

    def _tell_ended(self, unit: WriteUnit, customer_ids: Collection[UUID]) -> None:
        """Note whose claims ended; where none did, nothing changed that anybody sees."""
        unit.changed(*([Topic.QUEUE] if customer_ids else []), customer_ids=customer_ids)

    def _release(self, unit: WriteUnit, claim: Claim, now: datetime) -> None:
        """End a claim; whoever took the customer meanwhile decides alone about them."""
        if not unit.queue.release(claim, at=now):
            who = FreshLook(unit, self.user, now).holder(claim.customer_id).who
            raise ConflictError("claim_taken", who=who) if who else ConflictError("claim_passed")
        unit.changed(Topic.QUEUE, customer_ids=[claim.customer_id])

    def _note(
        self,
        unit: WriteUnit,
        customer_id: UUID,
        kind: QueueEventKind,
        now: datetime,
        *,
        reason: str = "",
        until: datetime | None = None,
    ) -> None:
        unit.queue.note(customer_id, kind, user=self.user, reason=reason, until=until, at=now)

    def _error(self, barred: Barred, now: datetime) -> BarredError:
        return BarredError(barred, now=now, zone=self.clock.zone)


def end_skip(unit: WriteUnit, customer_id: UUID, *, user: CurrentUser, at: datetime) -> None:
    """End the rest of a skipped customer: a new date says better when they are due."""
    hold = unit.queue.hold(customer_id)
    if hold is not None and hold.kind is HoldKind.SKIPPED:
        unit.queue.set_hold(customer_id, None, user=user, at=at)
        unit.changed(Topic.QUEUE, customer_ids=[customer_id])
