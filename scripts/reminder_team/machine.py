"""One computer of a user: its clocks, its sleep, and the program on it, which may be killed.

The program is the true one as far as reminders go: ``WakePlan`` decides, ``ReminderService`` asks
the table. Only the desktop, the clocks and the alarm are simulated. The check of every five seconds
is carried out where it can find something: after sleep, after a clock was set, and where an alarm
was lost; in between it would find nothing.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID
from zoneinfo import ZoneInfo

from cockpit.runtime.clock_gap import CHECK_SECONDS, ClockGapDetector
from cockpit.runtime.wake_plan import Orders, WakePlan
from cockpit.services.ports import CurrentUser, Database
from cockpit.services.reminders import Raised, ReminderService
from scripts.reminder_team.timeline import START, Timeline
from scripts.reminder_team.watch import Watch

if TYPE_CHECKING:
    from cockpit.domain.agenda import Reminder


@dataclass(frozen=True, slots=True)
class Odds:
    """How often things go wrong: one in so many.

    Attributes:
        alarm: Alarms that do not ring.
        kill: Questions that give reminders and end with the program, before the answer or after.
        nap: Such questions that are slept over before their answer is taken.
    """

    alarm: int = 50
    kill: int = 60
    nap: int = 60


_NAP_SECONDS = (1.0, 20.0, 60.0, 600.0)


class Machine:
    """A computer.

    Attributes:
        offset: How far its wall clock is ahead of the true time, in seconds.
        program: What runs on it.
    """

    def __init__(
        self,
        name: str,
        user: CurrentUser,
        timeline: Timeline,
        watch: Watch,
        rng: random.Random,
        *,
        odds: Odds,
    ) -> None:
        self.name = name
        self.user = user
        self.timeline = timeline
        self.watch = watch
        self.rng = rng
        self.odds = odds
        self.zone = ZoneInfo("America/Sao_Paulo")
        self.offset = 0.0
        self.program: Program | None = None
        self.is_awake = True
        self._awake_before = 0.0
        self._awake_since = timeline.now
        self._suspended: list[Callable[[], None]] = []

    def wall(self) -> float:
        """Return what its clock says, in seconds since 1970."""
        return START + self.timeline.now + self.offset

    def monotonic(self) -> float:
        """Return the seconds that it was awake."""
        current = self.timeline.now - self._awake_since if self.is_awake else 0.0
        return self._awake_before + current

    def now(self) -> datetime:
        """Return its clock's instant; the machine is its programs' clock."""
        return datetime.fromtimestamp(self.wall(), UTC)

    def today(self) -> date:
        """Return its clock's day."""
        return self.now().astimezone(self.zone).date()

    @property
    def known_at(self) -> None:
        """Everything stored is known."""
        return

    def start(self, database: Database) -> None:
        """Start the program, unless it runs."""
        if self.program is None and self.is_awake:
            self.program = Program(self, ReminderService(database, self, self.user))
            self.watch.begin(self.name, self.user.user_id, self.timeline.now, self.offset)
            self.program.start()

    def kill(self) -> None:
        """End the program at once, whatever it is doing."""
        if self.program is not None:
            self.program.excuse_unnoted()
            self.program.is_alive = False
            self.program = None
            self.watch.end(self.name, self.timeline.now)

    def sleep(self) -> None:
        """Stand still."""
        if self.is_awake:
            self._before_change()
            if self.program is not None:
                self.program.excuse_unnoted()
            self._awake_before = self.monotonic()
            self.is_awake = False

    def wake(self) -> None:
        """Go on where it stood still."""
        if not self.is_awake:
            self.is_awake = True
            self._awake_since = self.timeline.now
            waiting, self._suspended = self._suspended, []
            self._after_change()
            for action in waiting:
                action()

    def nap(self) -> None:
        """Stand still for a little while."""
        self.sleep()
        self.timeline.after(self.rng.choice(_NAP_SECONDS) * self.rng.uniform(0.5, 1.5), self.wake)

    def set_clock(self, offset: float, zone: str | None = None) -> None:
        """Set the clock, or move to another zone."""
        if self.is_awake:
            self._before_change()
            self.offset = offset
            self.zone = self.zone if zone is None else ZoneInfo(zone)
            self._after_change()

    def soon(self, low: float, high: float, action: Callable[[], None]) -> None:
        """Do something a little later, or when it wakes."""
        self.timeline.after(self.rng.uniform(low, high), partial(self.when_awake, action))

    def when_awake(self, action: Callable[[], None]) -> None:
        """Do something now, or when it wakes."""
        if self.is_awake:
            action()
        else:
            self._suspended.append(action)

    def _before_change(self) -> None:
        if self.program is not None:
            self.program.pass_idle_checks()
            self.watch.end(self.name, self.timeline.now)

    def _after_change(self) -> None:
        if self.program is not None:
            self.watch.begin(self.name, self.user.user_id, self.timeline.now, self.offset)
            self.program.set_alarm_again()
            self.soon(0.0, CHECK_SECONDS, self.program.check)


@dataclass(frozen=True, slots=True)
class _Answer:
    asked_at: datetime
    raised: Raised


class Program:
    """A run of the program."""

    def __init__(self, machine: Machine, service: ReminderService) -> None:
        self.is_alive = True
        self.service = service
        self._machine = machine
        self._detector = ClockGapDetector(machine.wall, machine.monotonic)
        self._plan = WakePlan(self._detector)
        self._alarm = 0
        self._rings_at: float | None = None
        self._unnoted: dict[UUID, Reminder] = {}

    def start(self) -> None:
        """Begin with what fell due before."""
        self._follow(self._plan.start(self._machine.now()))

    def pass_idle_checks(self) -> None:
        """Let the checks have happened that found nothing until now."""
        self._detector.has_gap()

    def check(self) -> None:
        """Compare the clocks, as is done every five seconds."""
        if self.is_alive:
            self._follow(self._plan.check(self._machine.now()))

    def hear(self) -> None:
        """Hear that the agenda or a reminder changed."""
        if self.is_alive:
            self._follow(self._plan.replan(self._machine.now()))

    def set_alarm_again(self) -> None:
        """Let the alarm's thread go on waiting after sleep."""
        if self._rings_at is not None:
            left = self._rings_at - self._machine.monotonic()
            self._machine.soon(left, left, partial(self._ring, self._alarm))

    def _follow(self, orders: Orders) -> None:
        if orders.sets_alarm:
            self._alarm += 1
            self._rings_at = None
        if orders.ring_after is not None:
            self._rings_at = self._machine.monotonic() + max(orders.ring_after.total_seconds(), 0)
            self.set_alarm_again()
        if orders.asks:
            self._machine.soon(0.001, 0.03, partial(self._ask, orders.reclaims))

    def _ring(self, alarm: int) -> None:
        if not self.is_alive or alarm != self._alarm or self._rings_at is None:
            return
        if self._machine.monotonic() < self._rings_at - 0.001:
            return  # it slept meanwhile, and was set again
        self._rings_at = None
        self.pass_idle_checks()
        if self._machine.rng.randrange(self._machine.odds.alarm):
            self.hear()
        else:
            self._machine.soon(0.0, CHECK_SECONDS, self.check)

    def _ask(self, reclaims: bool) -> None:
        if not self.is_alive:
            return
        asked_at = self._machine.now()
        raised = self.service.raise_due(is_start=reclaims)
        for one in raised.reminders:
            self._machine.watch.claimed(one, self._machine.name, self._machine.user.user_id)
        if raised.reminders and not self._machine.rng.randrange(self._machine.odds.kill):
            self._machine.kill()
            return
        answer = _Answer(asked_at, raised)
        if raised.reminders and not self._machine.rng.randrange(self._machine.odds.nap):
            self._machine.nap()
        self._machine.soon(0.005, 0.05, partial(self._take, answer))

    def _take(self, answer: _Answer) -> None:
        if not self.is_alive:
            return
        orders = self._plan.take_answer(
            answer.raised.next_at,
            self._machine.now(),
            raised_at=answer.asked_at if answer.raised.reminders else None,
        )
        self._follow(orders)
        if not orders.shows:
            return
        for one in answer.raised.reminders:
            self._machine.watch.shown(one, self._machine)
        self._unnoted |= {one.reminder_id: one for one in answer.raised.reminders}
        if not self._machine.rng.randrange(self._machine.odds.kill):
            self.excuse_unnoted()
            self._machine.kill()
            return
        keys = [one.reminder_id for one in answer.raised.reminders]
        self._machine.soon(0.005, 0.05, partial(self._note, keys))

    def _note(self, keys: list[UUID]) -> None:
        if self.is_alive:
            self.service.note_shown(keys)
            for key in keys:
                self._unnoted.pop(key, None)

    def excuse_unnoted(self) -> None:
        """Tell the judge what is on the desktop and not yet stored as such."""
        self._machine.watch.excuse(self._unnoted.values(), self._machine.user.user_id)
