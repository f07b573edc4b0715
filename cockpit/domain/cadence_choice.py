"""What the cadence knows of one customer, and what an operator's own date breaks of it.

The operator may set any date. One that leaves the calling window, a cap, a rest or the hours of a
request takes a reason; any other difference from the proposal is stored without one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.cadence import CadencePolicy
from cockpit.domain.calling_window import first_opening
from cockpit.domain.contact import Outcome
from cockpit.domain.contact_caps import earliest
from cockpit.domain.errors import BadInputError
from cockpit.domain.messages import Message
from cockpit.domain.next_step import Attempt, NextStep, Reach, StepKind, next_step
from cockpit.domain.plain_text import StorableTexts
from cockpit.domain.vocabulary import Channel, ContactDirection, LifecycleStatus, QueueEffect

#: Who is sold to again while in one of these bought for the first time, or was recovered.
UNSOLD = frozenset({LifecycleStatus.PROSPECT, LifecycleStatus.INACTIVE, LifecycleStatus.LOST})
#: A message that goes out so near to a logged contact of its channel is that contact.
_SAME = timedelta(hours=1)
_DAY = timedelta(days=1)


class Breach(StrEnum):
    """What a chosen date breaks."""

    WINDOW = "window"
    CAP = "cap"
    REST = "rest"
    DEADLINE = "deadline"


@dataclass(frozen=True, slots=True)
class CadenceFacts:
    """What decides a customer's next step, but for the contact that just ended.

    Attributes:
        policy: The one for this customer.
        past: Former contacts, oldest first.
        is_unsold: Whether a sale would be their first, or recover them.
        next_contact_at: When their open next contact is due; None without one.
    """

    policy: CadencePolicy
    past: tuple[Attempt, ...]
    reach: Reach
    is_unsold: bool = False
    next_contact_at: datetime | None = None

    def with_contact(
        self, outcome: Outcome, at: datetime, channel: Channel, direction: ContactDirection
    ) -> tuple[Attempt, ...]:
        """Return all contacts with the one that just ended."""
        is_ours = direction is ContactDirection.OUTBOUND
        ended = Attempt(at, outcome.is_reached, outcome.effect, channel, is_ours)
        earlier = [one for one in self.past if not is_part_of(one, ended)]
        return (*earlier, ended)

    def step(self, outcome: Outcome, contacts: Sequence[Attempt]) -> NextStep:
        """Return what follows on the last of the contacts."""
        return next_step(self.policy, outcome, contacts, self.reach, is_first_sale=self.is_unsold)


@dataclass(frozen=True, slots=True)
class CadenceDecision(StorableTexts):
    """A proposal, and what the operator made of it.

    Attributes:
        chosen_at: What they set in its place; None where the proposal was taken.
        breaches: What that breaks.
        reason: Why, in their words.
    """

    customer_id: UUID
    contact_id: UUID
    policy_id: UUID | None
    step: NextStep
    chosen_at: datetime | None = None
    breaches: tuple[Breach, ...] = ()
    reason: str = ""


def check_choice(
    facts: CadenceFacts, step: NextStep, contacts: Sequence[Attempt], chosen: AppointmentDraft
) -> tuple[Breach, ...]:
    """Return what an operator's own date breaks.

    A whole day breaks only what no instant of it would keep.

    Args:
        facts: The customer's.
        step: What the cadence proposes.
        contacts: All contacts, the one that just ended last.
        chosen: The operator's next contact.
    """
    reach, last = facts.reach, chosen.due_at if chosen.has_time else chosen.due_at + _DAY
    opens_at = first_opening(reach.place, reach.wishes, reach.window, chosen.due_at)
    is_open = opens_at is not None and _is_by(opens_at, chosen, last)
    at = opens_at if opens_at is not None and is_open else chosen.due_at
    found = []
    if not is_open:
        found.append(Breach.WINDOW)
    is_answer = step.kind is StepKind.ANSWER
    if not is_answer:
        free_at = earliest(facts.policy.rules.caps, ours(contacts), at)
        if not _is_by(free_at, chosen, last):
            found.append(Breach.CAP)
    if step.kind is StepKind.REST and step.due_at is not None and last < step.due_at:
        found.append(Breach.REST)
    if is_answer and step.deadline is not None and at > step.deadline:
        found.append(Breach.DEADLINE)
    return tuple(found)


def reason_needed(breaches: Sequence[Breach]) -> BadInputError:
    """Return the error that asks why a date breaks the cadence."""
    return BadInputError("cadence_needs_reason", breach=Message.of(f"cadence.breaks_{breaches[0]}"))


def standing_stays(facts: CadenceFacts, step: NextStep) -> bool:
    """Return whether the next contact that is set stays, unless the operator sets another.

    Only who waits for an answer before it is contacted sooner.
    """
    standing = facts.next_contact_at
    return standing is not None and (step.deadline is None or standing <= step.deadline)


def ours(contacts: Sequence[Attempt]) -> list[datetime]:
    """Return when we contacted the customer, which is what caps count."""
    return [one.at for one in contacts if one.is_ours]


def capped_until(facts: CadenceFacts, contacts: Sequence[Attempt], at: datetime) -> datetime | None:
    """Return until when the caps are full; None where one more contact keeps them."""
    free_at = earliest(facts.policy.rules.caps, ours(contacts), at)
    return free_at if free_at > at else None


def is_part_of(message: Attempt, contact: Attempt) -> bool:
    """Return whether a message belongs to a contact that was logged for it."""
    is_message = not message.is_reached and message.effect is QueueEffect.NONE and message.is_ours
    is_same = message.channel is contact.channel and message.channel is not Channel.PHONE
    return is_message and is_same and abs(contact.at - message.at) <= _SAME


def _is_by(instant: datetime, chosen: AppointmentDraft, last: datetime) -> bool:
    """Return whether an instant is the chosen one, or lies within the chosen day."""
    return instant <= chosen.due_at if chosen.has_time else instant < last
