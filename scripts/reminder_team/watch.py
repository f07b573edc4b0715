"""What must be true of reminders, judged from outside by the true time.

Each telling (reminder, round) is shown to each user whom it concerns exactly once, at most five
seconds after that became possible: one of their programs has been running, awake, with a clock
past the due instant, and nobody else holds an unshown claim within its lease. A second time is
excused where a kill or sleep came between the desktop's showing and the commit that says so.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import UUID

from cockpit.domain.agenda import SHOW_LEASE, Reminder
from scripts.reminder_team.timeline import START, Timeline

if TYPE_CHECKING:
    from scripts.reminder_team.machine import Machine

#: How late a reminder may be, in seconds.
LIMIT = 5.0
_LEASE = SHOW_LEASE.total_seconds()


@dataclass(frozen=True, slots=True)
class Told:
    """The key of what one user is told once."""

    reminder_id: UUID
    round: int
    user_id: UUID


@dataclass(slots=True)
class Segment:
    """A stretch in which a program ran awake, with one setting of the clock."""

    machine: str
    start: float
    offset: float
    end: float = float("inf")


@dataclass(slots=True)
class Telling:
    """A round of a reminder.

    Attributes:
        due: By the wall clock, in seconds since 1970.
        start: From when it was in the table, true time.
    """

    reminder_id: UUID
    round: int
    due: float
    start: float
    audience: frozenset[UUID]


@dataclass(slots=True)
class Claim:
    """That a program took a telling for its user."""

    machine: str
    at: float


@dataclass
class Watch:
    """The judge.

    Attributes:
        on_shown: Told what the desktop shows; the user may answer.
        faults: Sentences about what went wrong.
        latencies: Seconds from possible to shown.
        counts: What happened how often.
    """

    timeline: Timeline
    on_shown: Callable[[Reminder, "Machine"], None]
    faults: list[str] = field(default_factory=list)
    latencies: list[float] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    _segments: dict[UUID, list[Segment]] = field(default_factory=lambda: defaultdict(list))
    _open: dict[str, Segment] = field(default_factory=dict)
    _tellings: dict[UUID, Telling] = field(default_factory=dict)
    _shows: dict[Told, list[float]] = field(default_factory=lambda: defaultdict(list))
    _claims: dict[Told, list[Claim]] = field(default_factory=lambda: defaultdict(list))
    _excused: set[Told] = field(default_factory=set)

    def begin(self, machine: str, user_id: UUID, at: float, offset: float) -> None:
        """Note that a program runs awake from now on."""
        self._open[machine] = segment = Segment(machine, at, offset)
        self._segments[user_id].append(segment)

    def end(self, machine: str, at: float) -> None:
        """Note that it does no more."""
        segment = self._open.pop(machine, None)
        if segment is not None:
            segment.end = at

    def opened(self, telling: Telling) -> None:
        """Note a new round; it closes the one before."""
        self.closed(telling.reminder_id)
        self._tellings[telling.reminder_id] = telling
        self.counts["tellings"] += 1

    def closed(self, reminder_id: UUID) -> None:
        """Note that a reminder is answered or cancelled, and judge its round."""
        telling = self._tellings.pop(reminder_id, None)
        if telling is not None:
            for user_id in telling.audience:
                self._judge(telling, Told(reminder_id, telling.round, user_id))

    def current_round(self, reminder_id: UUID) -> int | None:
        """Return the round that is open, or None."""
        telling = self._tellings.get(reminder_id)
        return None if telling is None else telling.round

    def claimed(self, reminder: Reminder, machine: str, user_id: UUID) -> None:
        """Note that a program took a reminder."""
        told = Told(reminder.reminder_id, reminder.round, user_id)
        self._claims[told].append(Claim(machine, self.timeline.now))

    def shown(self, reminder: Reminder, machine: "Machine") -> None:
        """Note that the desktop shows a reminder."""
        told = Told(reminder.reminder_id, reminder.round, machine.user.user_id)
        self._shows[told].append(self.timeline.now)
        self.counts["shown"] += 1
        is_first = len(self._claims[told]) == 1  # whoever takes over may have a slower clock
        if is_first and reminder.remind_at.timestamp() > machine.wall() + 0.001:
            self.faults.append(f"{told} was shown before it was due")
        self.on_shown(reminder, machine)

    def excuse(self, reminders: Iterable[Reminder], user_id: UUID) -> None:
        """Note that a program was killed between the showing and its commit."""
        for one in reminders:
            self._excused.add(Told(one.reminder_id, one.round, user_id))

    def finish(self) -> None:
        """Judge what is still open at the end."""
        for reminder_id in list(self._tellings):
            self.closed(reminder_id)

    def _judge(self, telling: Telling, told: Told) -> None:
        shows, end = self._shows.pop(told, []), self.timeline.now
        possible = self._possible(telling, told, end)
        self._claims.pop(told, None)
        if len(shows) > 1:
            if told in self._excused:
                self.counts["shown again after a kill in between"] += 1
            else:
                self.faults.append(f"{told} was shown {len(shows)} times: {shows}")
        if possible is None:
            return
        self.counts["possible"] += 1
        if not shows:
            self.faults.append(f"{told}, possible at {possible:.1f}, was lost by {end:.1f}")
            return
        self.latencies.append(shows[0] - possible)
        if shows[0] > possible + LIMIT:
            self.faults.append(f"{told} came {shows[0] - possible:.1f} s late, at {shows[0]:.1f}")

    def _possible(self, telling: Telling, told: Told, end: float) -> float | None:
        """Return from when it could be shown, for long enough to ask for it; None if never."""
        found: list[float] = []
        for segment in reversed(self._segments[told.user_id]):
            if segment.end < telling.start:
                break
            since = max(segment.start, telling.start, telling.due - START - segment.offset)
            for claim in self._claims.get(told, ()):
                if claim.machine != segment.machine and claim.at <= since + LIMIT:
                    since = max(since, claim.at + _LEASE)
            if since + LIMIT < min(segment.end, end):
                found.append(since)
        return min(found, default=None)
