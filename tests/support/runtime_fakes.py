"""Small stand-ins for what the runtime talks to: a database in memory, a watcher, clocks."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from cockpit.domain.agenda import Reminder
from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import ReminderEventKind, ReminderState, Role
from cockpit.services.ports import CurrentUser

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

    def look(self) -> ChangeNotice | None:
        self.asked += 1
        step = self.script.pop(0) if self.script else None
        if isinstance(step, Exception):
            raise step
        return step

    def close(self) -> None:
        self.is_closed = True


@dataclass
class FakeAgenda:
    """The reminders, by key."""

    reminders: dict[UUID, Reminder] = field(default_factory=dict)

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

    def due_reminders(self, *, at: datetime, user: CurrentUser) -> list[Reminder]:
        waiting = (*_ARMED, ReminderState.RAISED)
        due = [r for r in self.reminders.values() if r.state in waiting and r.remind_at <= at]
        return sorted(due, key=lambda reminder: reminder.remind_at)

    def next_reminder_at(self, *, user: CurrentUser, after: datetime) -> datetime | None:
        armed = [r.remind_at for r in self.reminders.values() if r.state in _ARMED]
        return min((at for at in armed if at > after), default=None)

    def change_reminder(
        self,
        reminder_id: UUID,
        event: ReminderEventKind,
        state: ReminderState,
        *,
        user: CurrentUser,
        at: datetime,
        until: datetime | None = None,
    ) -> bool:
        former = self.reminders[reminder_id]
        if former.state is state:
            return False
        changed = replace(former, state=state, remind_at=until or former.remind_at)
        self.reminders[reminder_id] = changed
        return True


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

    agenda: FakeAgenda = field(default_factory=FakeAgenda)
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
