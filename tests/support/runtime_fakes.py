"""Small stand-ins for what the runtime talks to: a database in memory, a watcher, clocks."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from cockpit.domain.agenda import Reminder
from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import ReminderEventKind, ReminderState, Role
from cockpit.services.ports import CurrentUser, Doorbell, Outlook

USER = CurrentUser(new_id(), new_id(), "ana", "Ana", Role.OPERATOR)
START = datetime(2026, 3, 2, 12, tzinfo=UTC)
_ARMED = (ReminderState.PENDING, ReminderState.SNOOZED)


@dataclass
class FakeTime:
    """A wall clock and a monotonic one that only move when a test says so, in seconds."""

    wall: float = START.timestamp()
    monotonic: float = 1000.0
    zone: ZoneInfo = DEFAULT_ZONE

    def pass_by(self, seconds: float) -> None:
        """Let time go on."""
        self.wall += seconds
        self.monotonic += seconds

    def sleep(self, seconds: float) -> None:
        """Suspend the machine: the monotonic clock stands still."""
        self.wall += seconds

    def set_clock(self, seconds: float) -> None:
        """Set the wall clock forward, or back."""
        self.wall += seconds

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.wall, UTC)

    def today(self) -> date:
        return self.now().astimezone(self.zone).date()

    @property
    def known_at(self) -> None:
        """Everything that is stored is known."""
        return


@dataclass
class FakeAlarm:
    """An alarm that a test rings."""

    wait: timedelta | None = None
    is_running: bool = False
    _on_ring: Callable[[], None] | None = None

    def start(self, on_ring: Callable[[], None]) -> None:
        self.is_running, self._on_ring = True, on_ring

    def ring_after(self, wait: timedelta) -> None:
        self.wait = wait

    def cancel(self) -> None:
        self.wait = None

    def stop(self) -> None:
        self.is_running = False

    def ring(self) -> None:
        assert self._on_ring is not None
        self._on_ring()


@dataclass
class FakeWatcher:
    """A watcher whose finds and errors are scripted; quiet when the script is over."""

    script: list[ChangeNotice | Exception | None] = field(default_factory=list)
    is_closed: bool = False
    asked: int = 0
    doorbell: Doorbell | None = None
    may_hide: bool = False

    def look(self) -> ChangeNotice | None:
        self.asked += 1
        step = self.script.pop(0) if self.script else None
        if isinstance(step, Exception):
            raise step
        return step

    def close(self) -> None:
        self.is_closed = True


@dataclass
class FakeReminders:
    """The reminders, by key, of one user with one program.

    Attributes:
        unshown: Those that were claimed and not noted as shown.
        reclaimed: How often a program asked as one that just began.
    """

    reminders: dict[UUID, Reminder] = field(default_factory=dict)
    unshown: set[UUID] = field(default_factory=set)
    reclaimed: int = 0

    def arm(self, remind_at: datetime, name: str = "Acatama Brinquedos") -> Reminder:
        """Add a pending reminder."""
        reminder = Reminder(
            reminder_id=new_id(),
            customer_id=new_id(),
            customer_name=name,
            phone="",
            due_at=remind_at,
            has_time=True,
            remind_at=remind_at,
            state=ReminderState.PENDING,
            note="",
        )
        self.reminders[reminder.reminder_id] = reminder
        return reminder

    def look(self, *, user: CurrentUser, at: datetime, since: datetime | None) -> Outlook:
        armed = [one.remind_at for one in self.reminders.values() if one.state in _ARMED]
        next_at = min((due for due in armed if due > at), default=None)
        return Outlook(bool(self._armed(until=at)), next_at)

    def claim(self, *, user: CurrentUser, at: datetime) -> list[Reminder]:
        claimed = [replace(one, state=ReminderState.RAISED) for one in self._armed(until=at)]
        self.reminders |= {one.reminder_id: one for one in claimed}
        self.unshown |= {one.reminder_id for one in claimed}
        return claimed

    def reclaim(self, *, user: CurrentUser, at: datetime) -> list[Reminder]:
        self.reclaimed += 1
        return [self.reminders[key] for key in self.unshown]

    def note_shown(self, reminder_ids: Sequence[UUID], *, user: CurrentUser, at: datetime) -> None:
        self.unshown -= set(reminder_ids)

    def waiting(
        self, *, user: CurrentUser, at: datetime, limit: int | None = None
    ) -> list[Reminder]:
        open_ones = (*_ARMED, ReminderState.RAISED)
        due = [r for r in self.reminders.values() if r.state in open_ones and r.remind_at <= at]
        return sorted(due, key=lambda reminder: reminder.remind_at)[:limit]

    def count_waiting(self, *, user: CurrentUser, at: datetime) -> int:
        return len(self.waiting(user=user, at=at))

    def still_waiting(
        self, reminder_ids: Collection[UUID], *, user: CurrentUser, at: datetime
    ) -> frozenset[UUID]:
        waiting = {one.reminder_id for one in self.waiting(user=user, at=at)}
        return waiting.intersection(reminder_ids)

    def escalate(self, *, user: CurrentUser, at: datetime, since: datetime) -> list[UUID]:
        return []

    def snooze(
        self, reminder_ids: Sequence[UUID], *, user: CurrentUser, at: datetime, until: datetime
    ) -> list[UUID]:
        return self._move(reminder_ids, state=ReminderState.SNOOZED, remind_at=until)

    def answer(
        self,
        reminder_ids: Sequence[UUID],
        event: ReminderEventKind,
        *,
        user: CurrentUser,
        at: datetime,
    ) -> list[UUID]:
        return self._move(reminder_ids, state=ReminderState.DONE)

    def _armed(self, *, until: datetime) -> list[Reminder]:
        armed = [one for one in self.reminders.values() if one.state in _ARMED]
        return sorted(
            (one for one in armed if one.remind_at <= until), key=lambda one: one.remind_at
        )

    def _move(self, reminder_ids: Sequence[UUID], **changes: Any) -> list[UUID]:
        moved = [replace(self.reminders[key], **changes) for key in reminder_ids]
        self.reminders |= {one.reminder_id: one for one in moved}
        return [one.customer_id for one in moved]


@dataclass
class FakeSettings:
    """The settings table."""

    values: dict[tuple[str, UUID | None, str], object] = field(default_factory=dict)

    def get(self, scope: str, owner_id: UUID | None, key: str) -> object | None:
        return self.values.get((scope, owner_id, key))

    def put(self, scope: str, owner_id: UUID | None, key: str, value: object) -> None:
        self.values[(scope, owner_id, key)] = value


@dataclass
class FakeDatabase:
    """A database in memory that tells its commits like a real one; it can be made to fail.

    Attributes:
        trouble: Raised by each unit of work while it is set.
    """

    reminders: FakeReminders = field(default_factory=FakeReminders)
    settings: FakeSettings = field(default_factory=FakeSettings)
    trouble: Exception | None = None
    notices: list[ChangeNotice] = field(default_factory=list)
    _listeners: list[Callable[[ChangeNotice], None]] = field(default_factory=list)
    _noted: list[ChangeNotice] = field(default_factory=list)

    @contextmanager
    def read(self) -> Iterator["FakeDatabase"]:
        if self.trouble is not None:
            raise self.trouble
        yield self

    @contextmanager
    def write(self) -> Iterator["FakeDatabase"]:
        if self.trouble is not None:
            raise self.trouble
        self._noted = []
        yield self
        for notice in self._noted:
            self.commit(notice)

    def changed(self, *topics: Topic, customer_ids: Iterable[UUID] | None = None) -> None:
        ids = None if customer_ids is None else frozenset(customer_ids)
        self._noted.append(ChangeNotice(frozenset(topics), ids))

    def subscribe(self, listener: Callable[[ChangeNotice], None]) -> None:
        self._listeners.append(listener)

    def commit(self, notice: ChangeNotice) -> None:
        """Tell a commit of this process, on the calling thread."""
        self.notices.append(notice)
        for listener in self._listeners:
            listener(notice)
