"""What the cadence proposes after a contact; pure, so that it can be tried and simulated.

The outcome drives the step. Its own wait counts for the first of a row, the policy's from the
second on. Whatever comes out lies inside the customer's calling window and keeps every cap, on a
channel that is open to us; what the customer asked for is answered within its hours, caps or not.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum

from cockpit.domain.cadence import DAY_MINUTES, CadencePolicy, CadenceRules
from cockpit.domain.calling_window import (
    Place,
    WindowRules,
    Wishes,
    first_opening,
    last_opening,
)
from cockpit.domain.contact import Outcome
from cockpit.domain.contact_caps import earliest
from cockpit.domain.vocabulary import Channel, ContactGoal, QueueEffect

#: After a pause that is longer the next contact begins a row anew.
ROW_PAUSE = timedelta(days=60)
#: An unanswered morning is tried again in an afternoon, and the other way round.
_MORNING, _AFTERNOON, _NOON = time(9, 30), time(14, 30), time(12)


class StepKind(StrEnum):
    """What the cadence proposes."""

    NONE = "none"
    RETRY = "retry"
    FOLLOW_UP = "follow_up"
    ANSWER = "answer"
    THANK = "thank"
    REST = "rest"
    CLOSED = "closed"


class Shift(StrEnum):
    """Why a step comes later than the policy's wait."""

    WINDOW = "window"
    CAP = "cap"


@dataclass(frozen=True, slots=True)
class Attempt:
    """A contact of the past, as far as the cadence goes.

    Attributes:
        at: Aware.
        is_reached: Whether somebody was spoken to.
        effect: What its outcome did.
        is_ours: Whether we began it; only that counts against the caps.
    """

    at: datetime
    is_reached: bool
    effect: QueueEffect
    channel: Channel = Channel.PHONE
    is_ours: bool = True


@dataclass(frozen=True, slots=True)
class Reach:
    """When and how a customer can be contacted.

    Attributes:
        channels: Those that are not closed and have an address or number to use.
        preferred: The customer's own wish, which comes before the policy's order.
    """

    place: Place
    wishes: Wishes
    window: WindowRules
    channels: frozenset[Channel]
    preferred: Channel | None = None


@dataclass(frozen=True, slots=True)
class NextStep:
    """The proposal.

    Attributes:
        due_at: Aware, in UTC, inside the calling window; None where nothing is proposed, or no
            window opens within a year.
        has_time: Whether the time of day matters.
        number: Which of the row's steps it is, from 1; 0 outside a row.
        count: How many there are in the row.
        deadline: By when the customer waits for an answer, aware, in UTC.
        shifts: Why it comes later than the policy's wait.
    """

    kind: StepKind
    due_at: datetime | None = None
    has_time: bool = False
    channel: Channel | None = None
    goal: ContactGoal | None = None
    number: int = 0
    count: int = 0
    deadline: datetime | None = None
    shifts: tuple[Shift, ...] = ()


_NOTHING = NextStep(StepKind.NONE)


def next_step(
    policy: CadencePolicy,
    outcome: Outcome,
    past: Sequence[Attempt],
    reach: Reach,
    *,
    is_first_sale: bool = False,
) -> NextStep:
    """Return what follows on a contact.

    Args:
        policy: The policy for this customer.
        outcome: What came of the contact.
        past: The customer's contacts, oldest first; the last is the one that just ended.
        reach: When and how they can be contacted.
        is_first_sale: Whether a sale is their first, or recovered them; then it is thanked for.
    """
    planner = _Planner(policy.rules, past, reach)
    effect = outcome.effect
    is_idle = effect is QueueEffect.NONE and not outcome.is_request
    if effect is QueueEffect.DO_NOT_CONTACT or is_idle or not reach.channels:
        return _NOTHING
    if effect is QueueEffect.SALE:
        return planner.thank() if is_first_sale else _NOTHING
    if effect is QueueEffect.CLOSE_UNTIL:
        return planner.close(outcome)
    if outcome.is_request:
        return planner.answer()
    return planner.in_row(outcome)


def unanswered_in_row(past: Sequence[Attempt]) -> int:
    """Return how many of our last attempts in a row reached nobody."""
    count = 0
    for attempt in reversed(_since_pause(past)):
        if attempt.is_reached or not attempt.is_ours:
            break
        count += 1
    return count


def follow_ups_in_row(past: Sequence[Attempt]) -> int:
    """Return how many talks there were since the last sale or closing, attempts left out."""
    count = 0
    for attempt in reversed(_since_pause(past)):
        if attempt.effect in (QueueEffect.SALE, QueueEffect.CLOSE_UNTIL):
            break
        count += attempt.is_reached and attempt.effect is not QueueEffect.NONE
    return count


def _since_pause(past: Sequence[Attempt]) -> Sequence[Attempt]:
    """Return the contacts since the last pause that ended a row."""
    first = len(past) - 1
    while first > 0 and past[first].at - past[first - 1].at <= ROW_PAUSE:
        first -= 1
    return past[max(first, 0) :]


class _Planner:
    """Plans one customer's next contact after the last of the past ones."""

    def __init__(self, rules: CadenceRules, past: Sequence[Attempt], reach: Reach) -> None:
        self.rules = rules
        self._reach = reach
        self._past = past
        self._now = past[-1].at
        self._contacts = [attempt.at for attempt in past if attempt.is_ours]

    def in_row(self, outcome: Outcome) -> NextStep:
        """Return the next of the row of retries or follow-ups, or the rest after its last."""
        kind, row, made = StepKind.RETRY, self.rules.retries, unanswered_in_row(self._past)
        if outcome.is_reached:
            kind, row, made = (
                StepKind.FOLLOW_UP,
                self.rules.follow_ups,
                follow_ups_in_row(self._past),
            )
        number = max(made, 1)
        if number > len(row):
            return self._rest(len(row))
        step = row[number - 1]
        wait = step.wait_minutes
        if number == 1 and outcome.wait_minutes is not None:
            wait = outcome.wait_minutes
        if wait < DAY_MINUTES:
            wished = self._now + timedelta(minutes=wait)
        else:
            wished = self._on_day(wait // DAY_MINUTES, is_other_half=not outcome.is_reached)
        return self._placed(
            NextStep(
                kind,
                has_time=wait < DAY_MINUTES,
                channel=self._channel(step.channel, after=0 if outcome.is_reached else number),
                goal=step.goal,
                number=number,
                count=len(row),
            ),
            wished,
        )

    def close(self, outcome: Outcome) -> NextStep:
        """Return the day on which to try again; None where the outcome says never."""
        step = NextStep(StepKind.CLOSED, channel=self._channel(None), goal=ContactGoal.TRY_AGAIN)
        if outcome.wait_minutes is None:
            return step
        return self._placed(step, self._now + timedelta(minutes=outcome.wait_minutes))

    def thank(self) -> NextStep:
        """Return the thanks for a first or recovering sale."""
        days = self.rules.orders.thank_days
        if days is None:
            return _NOTHING
        step = NextStep(StepKind.THANK, channel=self._channel(None), goal=ContactGoal.THANK)
        return self._placed(step, self._on_day(days))

    def answer(self) -> NextStep:
        """Return the answer to a request: inside the window and the hours that are left.

        Where the window does not open in time, it is the first opening after.
        """
        reach, deadline = self._reach, self._now + timedelta(hours=self.rules.request_hours)
        due = last_opening(reach.place, reach.wishes, reach.window, self._now, deadline)
        if due is None:
            due = self._opening(deadline)
        return NextStep(
            StepKind.ANSWER,
            due_at=due,
            has_time=True,
            channel=self._channel(None),
            goal=ContactGoal.ANSWER,
            deadline=deadline.astimezone(UTC),
        )

    def _rest(self, count: int) -> NextStep:
        step = NextStep(
            StepKind.REST, channel=self._channel(None), goal=ContactGoal.TRY_AGAIN, count=count
        )
        return self._placed(step, self._now + timedelta(days=self.rules.rest_days))

    def _placed(self, step: NextStep, wished: datetime) -> NextStep:
        """Return a step moved to the first allowed instant from the wished one on."""
        kept = earliest(self.rules.caps, self._contacts, wished)
        due = self._opening(kept)
        shifts = []
        if kept > wished:
            shifts.append(Shift.CAP)
        if due is not None and due > kept:
            shifts.append(Shift.WINDOW)
        return replace(step, due_at=due, shifts=tuple(shifts))

    def _on_day(self, days: int, *, is_other_half: bool = False) -> datetime:
        """Return an open instant so many of the customer's working days ahead, in UTC.

        Where the wished half of that day is closed, it is the day's first opening.
        """
        zone = self._reach.place.zone
        local = self._now.astimezone(zone)
        hour = _AFTERNOON if is_other_half and local.time() < _NOON else _MORNING
        at = self._now
        for _ in range(days):
            midnight = datetime.combine(
                at.astimezone(zone).date() + timedelta(days=1), time.min, tzinfo=zone
            )
            opens_at = self._opening(midnight)
            if opens_at is None:
                return midnight.astimezone(UTC)
            at = opens_at
        wished = datetime.combine(at.astimezone(zone).date(), hour, tzinfo=zone).astimezone(UTC)
        return wished if self._opening(wished) == wished else at

    def _opening(self, at: datetime) -> datetime | None:
        reach = self._reach
        return first_opening(reach.place, reach.wishes, reach.window, at)

    def _channel(self, wished: Channel | None, *, after: int = 0) -> Channel | None:
        """Return the step's channel where it is open, else the next in the order to try.

        Args:
            wished: The step's own.
            after: How many attempts in a row failed; each moves one on in the order.
        """
        if wished in self._reach.channels:
            return wished
        order = dict.fromkeys((self._reach.preferred, *self.rules.channels))
        usable = [one for one in order if one is not None and one in self._reach.channels]
        if not usable:
            return min(self._reach.channels, default=None)
        return usable[after % len(usable)]
