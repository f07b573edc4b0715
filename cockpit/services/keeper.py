"""The keeper of a team's server: one program that does what nobody's window should have to.

Of several that run, one holds the duty and works; the others wait until its lease ends. Each piece
of work has its own pace, and what one fails at keeps no other from being done.
"""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from threading import Lock

from cockpit.domain.changes import Topic
from cockpit.domain.clock import Clock
from cockpit.domain.errors import DatabaseError, ForbiddenError, GiroError
from cockpit.domain.keeper import DUTY, LEASE
from cockpit.domain.notices import DutyHold
from cockpit.domain.rights import Task
from cockpit.services.ports import CurrentUser, Database

#: After a failure.
_RETRY = timedelta(minutes=1)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Job:
    """A piece of work.

    Attributes:
        name: For the log and the terminal.
        every: How often it is done.
        run: Does it.
        is_daily: Whether a new day is a reason as well.
    """

    name: str
    every: timedelta
    run: Callable[[], object]
    is_daily: bool = False


@dataclass(frozen=True, slots=True)
class Round:
    """What came of one round.

    Attributes:
        is_on_duty: Whether this program is the keeper.
        done: The work that was done.
        failed: What failed, and why.
    """

    is_on_duty: bool
    done: Sequence[str] = ()
    failed: Sequence[tuple[str, Exception]] = ()


@dataclass(slots=True)
class KeeperService:
    """Does each job when its time has come, as long as it holds the duty.

    ``renew`` may be called from another thread while a job takes its time.

    Attributes:
        database: The team's.
        clock: By whose days the daily work is done.
        user: A manager or administrator.
        jobs: What is to be done, in this order.
    """

    database: Database
    clock: Clock
    user: CurrentUser
    jobs: Sequence[Job]
    _lock: Lock = field(default_factory=Lock)
    _hold: DutyHold | None = None
    _due_at: dict[str, datetime] = field(default_factory=dict)
    _done_on: dict[str, date] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse who sees too little to keep everybody's figures.

        Raises:
            ForbiddenError: The user is no manager or administrator.
        """
        if not self.user.may(Task.KEEP_FIGURES):
            raise ForbiddenError("keep_not_allowed")

    @property
    def is_on_duty(self) -> bool:
        """Return whether this program held the duty when it last asked."""
        return self._hold is not None

    def round(self) -> Round:
        """Take or keep the duty, and do what is due.

        Raises:
            DatabaseError: The server cannot be asked who has the duty.
        """
        if not self.renew():
            return Round(is_on_duty=False)
        done, failed = [], []
        for job in self.jobs:
            if not self._is_due(job):
                continue
            error = self._tried(job)
            if error is None:
                done.append(job.name)
            else:
                failed.append((job.name, error))
            if isinstance(error, DatabaseError):
                break  # whatever it is, the others would only wait for the same
        return Round(is_on_duty=True, done=done, failed=failed)

    def renew(self) -> bool:
        """Go on holding the duty, or take it where nobody does; return whether it is held."""
        with self._lock:
            with self.database.write() as unit:
                unit.changed(customer_ids=[])
                at, hold = self.clock.now(), self._hold
                if hold is None or not unit.duties.renew(hold, at=at, lease=LEASE):
                    hold = unit.duties.take(DUTY, user=self.user, at=at, lease=LEASE)
            self._hold = hold
        return hold is not None

    def release(self) -> None:
        """Let another keeper take over at once."""
        hold, self._hold = self._hold, None
        if hold is not None:
            with self.database.write() as unit:
                unit.changed(customer_ids=[])
                unit.duties.release(hold, at=self.clock.now())

    def _is_due(self, job: Job) -> bool:
        due_at = self._due_at.get(job.name)
        if due_at is None or self.clock.now() >= due_at:
            return True
        done_on = self._done_on.get(job.name)
        return job.is_daily and done_on is not None and done_on != self.clock.today()

    def _tried(self, job: Job) -> Exception | None:
        today, began_at = self.clock.today(), self.clock.now()
        try:
            job.run()
        except GiroError as error:
            _log.warning("%s was not done: %s", job.name, error.message.key)
            return self._put_off(job, error)
        except Exception as error:  # noqa: BLE001 - a fault in one work ends no other
            _log.exception("%s failed", job.name)
            return self._put_off(job, error)
        self._done_on[job.name] = today
        self._due_at[job.name] = began_at + job.every
        return None

    def _put_off(self, job: Job, error: Exception) -> Exception:
        self._due_at[job.name] = self.clock.now() + min(_RETRY, job.every)
        self._done_on.pop(job.name, None)
        return error


def reap(database: Database, clock: Clock) -> int:
    """Give everybody back whose program is gone; return how many they were."""
    with database.write() as unit:
        ended = unit.queue.reap(at=clock.now())
        if ended:
            unit.changed(Topic.QUEUE, customer_ids=ended)
        else:
            unit.changed(customer_ids=[])
    return len(ended)
