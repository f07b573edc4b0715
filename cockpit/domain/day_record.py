"""What is recorded of an operator's working time: stretches, pauses, and their own corrections.

Each of a user's programs records its own stretches; the day is their union, so that two machines
make one day. What was recorded is never changed: a correction is a fact beside it, with its reason,
and the newest one of a stretch or pause counts.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from cockpit.domain.errors import BadInputError
from cockpit.domain.plain_text import StorableTexts
from cockpit.domain.vocabulary import BreakKind
from cockpit.domain.working_day import LONGEST_PAUSE, Pause, WorkDay

#: A program gives a sign of life each minute. After a longer silence it was ended, or slept.
SILENCE = timedelta(minutes=5)
#: Longest stretch that a correction may claim.
_LONGEST = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of work, or a pause; instants are aware.

    Attributes:
        kind: Which pause; None is work.
        ended_at: None while it goes on.
        is_corrected: Whether the operator said so, other than the program recorded.
        reason: Why they corrected it; else empty.
    """

    span_id: UUID
    kind: BreakKind | None
    started_at: datetime
    ended_at: datetime | None = None
    is_corrected: bool = False
    reason: str = ""

    def shifted(self, by: timedelta) -> "Span":
        """Return it by another clock."""
        ended = None if self.ended_at is None else self.ended_at + by
        return replace(self, started_at=self.started_at + by, ended_at=ended)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of work as one program recorded it.

    Attributes:
        seen_at: The last sign of life.
        pauses: Those that were begun at this program.
    """

    stretch_id: UUID
    device_id: UUID | None
    started_at: datetime
    ended_at: datetime | None
    seen_at: datetime | None
    pauses: tuple[Span, ...] = ()

    @property
    def is_open(self) -> bool:
        """Return whether it goes on."""
        return self.ended_at is None

    @property
    def is_paused(self) -> bool:
        """Return whether a pause that was begun here goes on."""
        return any(one.ended_at is None for one in self.pauses)

    @property
    def spans(self) -> tuple[Span, ...]:
        """Return it and its pauses."""
        return (Span(self.stretch_id, None, self.started_at, self.ended_at), *self.pauses)

    def forgotten_end(self, now: datetime) -> datetime | None:
        """Return when a stretch that nobody ended was over; None while it is alive, or ended.

        A sign of life that lies ahead, by a clock that was set back, is none.
        """
        if not self.is_open:
            return None
        seen = self.seen_at or self.started_at
        if abs(now - seen) <= (LONGEST_PAUSE if self.is_paused else SILENCE):
            return None
        return max(self.started_at, min(seen, now))


@dataclass(frozen=True, slots=True)
class CorrectionDraft(StorableTexts):
    """What the operator says of a stretch or a pause.

    Attributes:
        target_id: Which; an unknown one adds it.
        kind: Which pause; None is work.
        ended_at: None leaves the recorded end.
        is_struck: Whether there was none.
        reason: Why, in the operator's words.
    """

    target_id: UUID
    kind: BreakKind | None
    started_at: datetime
    ended_at: datetime | None
    reason: str
    is_struck: bool = False

    def check(self, now: datetime) -> None:
        """Raise ``BadInputError`` where it cannot be so, or no reason is given."""
        if not self.reason.strip():
            raise BadInputError("correction_needs_reason")
        if self.is_struck:
            return
        if self.started_at > now or (self.ended_at is not None and self.ended_at > now):
            raise BadInputError("correction_ahead")
        if self.ended_at is not None and not (
            timedelta(0) < self.ended_at - self.started_at <= _LONGEST
        ):
            raise BadInputError("correction_backwards")


@dataclass(frozen=True, slots=True)
class Correction:
    """A stored correction.

    Attributes:
        made_at: When; the newest of a target counts.
    """

    correction_id: UUID
    draft: CorrectionDraft
    made_at: datetime


@dataclass(frozen=True, slots=True)
class CallTime:
    """One contact and how long it took.

    Attributes:
        seconds: From taking the customer to saving; None where nobody was timed.
    """

    customer_id: UUID
    customer_name: str
    occurred_at: datetime
    outcome: str
    seconds: int | None


@dataclass(frozen=True, slots=True)
class DayRecord:
    """One day of one operator, for themselves.

    Attributes:
        spans: Stretches and pauses as they count, in order.
        calls: Their contacts, oldest first.
        now: Until when what goes on is counted.
    """

    day: date
    spans: tuple[Span, ...]
    calls: tuple[CallTime, ...]
    now: datetime

    @property
    def work(self) -> WorkDay:
        """Return the day as one row of stretches and pauses."""
        return work_day(self.spans)

    @property
    def worked(self) -> timedelta:
        """Return the time worked, paid rests included."""
        return self.work.worked(self.now)

    def paused(self, kind: BreakKind) -> timedelta:
        """Return how long the pauses of a kind took."""
        own = (one for one in self.work.pauses if one.kind is kind)
        return sum(((one.ended_at or self.now) - one.started_at for one in own), timedelta())

    @property
    def mean_call(self) -> timedelta | None:
        """Return how long a call took on average; None where none was timed."""
        timed = [one.seconds for one in self.calls if one.seconds is not None]
        return timedelta(seconds=sum(timed) / len(timed)) if timed else None


def corrected(spans: Iterable[Span], corrections: Iterable[Correction]) -> tuple[Span, ...]:
    """Return stretches and pauses as they count, in the order of their beginning."""
    kept = {one.span_id: one for one in spans}
    for one in sorted(corrections, key=lambda one: (one.made_at, one.correction_id)):
        draft, recorded = one.draft, kept.get(one.draft.target_id)
        ended = draft.ended_at or (recorded.ended_at if recorded else draft.started_at)
        if draft.is_struck:
            kept.pop(draft.target_id, None)
        else:
            kept[draft.target_id] = Span(
                draft.target_id, draft.kind, draft.started_at, ended,
                is_corrected=True, reason=draft.reason,
            )  # fmt: skip
    return tuple(sorted(kept.values(), key=lambda one: (one.started_at, one.kind is not None)))


def work_day(spans: Sequence[Span]) -> WorkDay:
    """Return one row of stretches and one of pauses within them; neither overlaps itself."""
    stretches = _joined([one for one in spans if one.kind is None])
    pauses: list[Pause] = []
    for one in sorted(spans, key=lambda one: one.started_at):
        if one.kind is not None:
            pauses.extend(_within(one.kind, one, stretches, pauses[-1] if pauses else None))
    return WorkDay(tuple(stretches), tuple(pauses))


def local_day(moment: datetime, zone: ZoneInfo) -> date:
    """Return the day on which an instant falls for the operator."""
    return moment.astimezone(zone).date()


def _joined(work: Sequence[Span]) -> list[tuple[datetime, datetime | None]]:
    """Return the union of stretches; one that goes on swallows all that begins after it."""
    joined: list[tuple[datetime, datetime | None]] = []
    for one in sorted(work, key=lambda one: one.started_at):
        start, end = one.started_at, one.ended_at
        if joined and (joined[-1][1] is None or start <= joined[-1][1]):
            before = joined[-1]
            later = None if before[1] is None or end is None else max(before[1], end)
            joined[-1] = (before[0], later)
        else:
            joined.append((start, end))
    return joined


def _within(
    kind: BreakKind,
    one: Span,
    stretches: Sequence[tuple[datetime, datetime | None]],
    last: Pause | None,
) -> list[Pause]:
    """Return the parts of a pause that lie within work and after the last pause."""
    found: list[Pause] = []
    for begins, ends in stretches:
        former = found[-1] if found else last
        if former is not None and former.ended_at is None:
            break
        start = max(
            one.started_at, begins, former.ended_at if former and former.ended_at else begins
        )
        known = [end for end in (one.ended_at, ends) if end is not None]
        end = min(known) if known else None
        if end is None or end > start:
            found.append(Pause(kind, start, end))
    return found
