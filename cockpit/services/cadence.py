"""The cadence at work: what is known of a customer, and the rest that a full cap begins."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from textwrap import shorten
from uuid import UUID
from zoneinfo import ZoneInfo

from cockpit.domain.agenda import NOTE_LENGTH, AppointmentDraft
from cockpit.domain.cadence import CadencePolicy
from cockpit.domain.cadence_choice import (
    Breach,
    CadenceDecision,
    CadenceFacts,
    capped_until,
    check_choice,
    reason_needed,
    standing_stays,
)
from cockpit.domain.changes import Topic
from cockpit.domain.clock import Clock
from cockpit.domain.contact import ContactDraft
from cockpit.domain.errors import BadInputError
from cockpit.domain.next_step import NextStep, Shift, StepKind
from cockpit.domain.queue import Hold
from cockpit.domain.vocabulary import AppointmentKind, HoldKind, LifecycleStatus
from cockpit.services.ports import CurrentUser, ReadUnit, WriteUnit

#: Contacts that lie further back belong to no row of attempts, and to no cap that anybody sets.
_REMEMBERED = timedelta(days=366)
_RESTS = {
    StepKind.RETRY: HoldKind.COOLING_DOWN,
    StepKind.REST: HoldKind.RESTING,
    StepKind.CLOSED: HoldKind.CLOSED,
}
_PROMISES = {
    StepKind.FOLLOW_UP: AppointmentKind.FOLLOW_UP,
    StepKind.THANK: AppointmentKind.FOLLOW_UP,
    StepKind.ANSWER: AppointmentKind.MY_CALLBACK,
}


@dataclass(frozen=True, slots=True)
class Planned:
    """What follows on a contact.

    Attributes:
        next_contact: The one next contact to set; None leaves what is set.
        hold: The rest that begins; None without one.
    """

    next_contact: AppointmentDraft | None
    hold: Hold | None


@dataclass(frozen=True, slots=True)
class CadencePlanner:
    """Decides what follows on a contact, and keeps why."""

    clock: Clock
    user: CurrentUser

    def after(self, unit: WriteUnit, draft: ContactDraft, status: LifecycleStatus) -> Planned:
        """Return what follows on a contact that is being stored; the decision is stored as well.

        Raises:
            BadInputError: The operator's date breaks the cadence without a reason, or the outcome
                needs a date and the cadence has none to propose.
        """
        now = self.clock.now()
        facts = facts_of(
            unit, draft.customer_id, now=now, today=self.clock.today(),
            status=status, without=draft.contact_id,
        )  # fmt: skip
        if facts is None:
            return Planned(draft.next_contact, None)
        contacts = facts.with_contact(draft.outcome, now, draft.channel, draft.direction)
        step = facts.step(draft.outcome, contacts)
        chosen, breaches = draft.next_contact, tuple[Breach, ...]()
        if chosen is not None:
            breaches = check_choice(facts, step, contacts, chosen)
            if breaches and not draft.cadence_reason.strip():
                raise reason_needed(breaches)
        elif draft.outcome.needs_date and step.due_at is None and not standing_stays(facts, step):
            raise BadInputError("contact_needs_date", outcome=draft.outcome.name)
        planned = chosen or promise_of(facts, step, draft.note, self.clock.zone)
        self._note(unit, draft, facts.policy, step, breaches)
        until = capped_until(facts, contacts, now)
        hold = None if chosen is not None else hold_after(step)
        if hold is None and until is not None:
            hold = Hold(HoldKind.CAPPED, until)
        return Planned(planned, hold)

    def _note(
        self,
        unit: WriteUnit,
        draft: ContactDraft,
        policy: CadencePolicy,
        step: NextStep,
        breaches: tuple[Breach, ...],
    ) -> None:
        chosen = draft.next_contact
        if step.kind is StepKind.NONE and chosen is None:
            return
        is_taken = chosen is None or is_as_proposed(chosen, step, self.clock.zone)
        decision = CadenceDecision(
            customer_id=draft.customer_id,
            contact_id=draft.contact_id,
            policy_id=policy.policy_id,
            step=step,
            chosen_at=None if is_taken or chosen is None else chosen.due_at,
            breaches=breaches,
            reason=draft.cadence_reason.strip() if breaches else "",
        )
        unit.cadence.note(decision, user=self.user, at=self.clock.now())


def promise_of(
    facts: CadenceFacts, step: NextStep, note: str, zone: ZoneInfo
) -> AppointmentDraft | None:
    """Return the next contact that a step sets; None where it sets none, or one stays."""
    kind = _PROMISES.get(step.kind)
    if kind is None or step.due_at is None or standing_stays(facts, step):
        return None
    return AppointmentDraft(
        due_at=step.due_at if step.has_time else _midnight(step.due_at, zone),
        has_time=step.has_time,
        kind=kind,
        note=shorten(note, NOTE_LENGTH, placeholder="…"),
        goal=step.goal,
        channel=step.channel,
        deadline=step.deadline,
    )


def is_as_proposed(chosen: AppointmentDraft, step: NextStep, zone: ZoneInfo) -> bool:
    """Return whether an operator's date is the proposed one."""
    if step.due_at is None:
        return False
    if chosen.has_time:
        return chosen.due_at == step.due_at
    return chosen.due_at == _midnight(step.due_at, zone)


def _midnight(at: datetime, zone: ZoneInfo) -> datetime:
    return datetime.combine(at.astimezone(zone).date(), time.min, tzinfo=zone).astimezone(UTC)


def facts_of(
    unit: ReadUnit,
    customer_id: UUID,
    *,
    now: datetime,
    today: date,
    status: LifecycleStatus | None = None,
    without: UUID | None = None,
) -> CadenceFacts | None:
    """Return what decides a customer's next step; None where they are gone.

    Args:
        unit: Where to read.
        customer_id: Whose.
        now: The present instant, aware.
        today: The day on which campaigns run.
        status: Theirs, where it is known better than what is stored.
        without: A contact that does not count yet.
    """
    return unit.cadence.facts(
        customer_id,
        now=now,
        today=today,
        since=now - _REMEMBERED,
        status=status,
        without=without,
    )


def hold_after(step: NextStep) -> Hold | None:
    """Return the rest that a step begins; None where it is a promise, or nothing."""
    kind = _RESTS.get(step.kind)
    if kind is None:
        return None
    if kind is HoldKind.COOLING_DOWN and Shift.CAP in step.shifts:
        kind = HoldKind.CAPPED
    return Hold(kind, step.due_at)


def keep_cap(
    unit: WriteUnit, customer_id: UUID, *, user: CurrentUser, now: datetime, today: date
) -> None:
    """Let a customer rest whose caps are full by now; a rest that lasts longer stays."""
    facts = facts_of(unit, customer_id, now=now, today=today)
    until = None if facts is None else capped_until(facts, facts.past, now)
    if until is None:
        return
    hold = outlasting(unit, customer_id, Hold(HoldKind.CAPPED, until))
    if hold is not None:
        unit.queue.set_hold(customer_id, hold, user=user, at=now)
        unit.changed(Topic.QUEUE, customer_ids=[customer_id])


def outlasting(unit: ReadUnit, customer_id: UUID, hold: Hold) -> Hold | None:
    """Return a rest where it lasts longer than the one that the customer has, else None."""
    before = unit.queue.hold(customer_id)
    is_longer = before is None or (hold.until is not None and not before.outlasts(hold.until))
    return hold if is_longer else None
