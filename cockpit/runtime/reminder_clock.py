"""Raises reminders when they fall due, also those of a time when nobody was there.

The table of reminders is the only truth; it is asked at the start, at each alarm, after each change
of the agenda, and when the machine slept or its clock was set. An alarm too many costs one query; a
lost one is noticed within seconds, because the plan is compared with the clock all the time.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.clock import Clock
from cockpit.runtime.alarm import Alarm, SchedulerAlarm
from cockpit.runtime.change_feed import ChangeFeed
from cockpit.runtime.clock_gap import CHECK_SECONDS, ClockGapDetector
from cockpit.runtime.quiet_keeper import QuietKeeper
from cockpit.runtime.task_runner import Lane, TaskRunner
from cockpit.runtime.wake_plan import Orders, WakePlan
from cockpit.services.reminders import Raised, ReminderService


@dataclass(frozen=True, slots=True)
class _Answer:
    """What one look at the table gave, and when it was asked."""

    asked_at: datetime
    raised: Raised


class ReminderClock(QObject):
    """Wakes the reminder service at the right moments.

    Lives on the GUI thread. ``stop`` comes before the task runner's shutdown.

    Attributes:
        quiet: When nothing is raised.
    """

    #: Reminders (list[Reminder]) that fell due, oldest first; each is told once.
    reminders_fell_due = Signal(object)
    #: Whether reminders wait for the end of a quiet (bool).
    hushed = Signal(bool)
    #: Why the table could not be asked (Exception); once per outage, it is asked again.
    failed = Signal(object)

    _rang = Signal()

    def __init__(
        self,
        service: ReminderService,
        runner: TaskRunner,
        feed: ChangeFeed,
        clock: Clock,
        quiet: QuietKeeper,
        *,
        alarm: Alarm | None = None,
        detector: ClockGapDetector | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Prepare the clock; the alarm and the detector are given by tests only."""
        super().__init__(parent)
        self._service = service
        self._runner = runner
        self._clock = clock
        self.quiet = quiet
        self._alarm = alarm or SchedulerAlarm()
        self._plan = WakePlan(detector)
        self._has_failed = False
        self._is_hushed = False
        self._watch = QTimer(self)
        self._watch.setInterval(int(CHECK_SECONDS * 1000))
        self._watch.timeout.connect(self.check_clock)
        self._rang.connect(self._on_rang, Qt.ConnectionType.QueuedConnection)
        feed.changed.connect(self._on_feed_changed)
        quiet.changed.connect(self.replan)

    def start(self) -> None:
        """Raise what fell due while the program was closed, and go on from there."""
        self._alarm.start(self._rang.emit)
        self._watch.start()
        self._follow(self._plan.start(self._clock.now()))

    def stop(self) -> None:
        """Raise nothing any more, and end the alarm's thread."""
        self._plan.stop()
        self._watch.stop()
        self._alarm.stop()

    @Slot()
    def replan(self) -> None:
        """Ask the table what is due and when to come back."""
        self._follow(self._plan.replan(self._clock.now()))

    @Slot()
    def check_clock(self) -> None:
        """Replan where the clock jumped, the machine slept, or an alarm did not ring."""
        self._follow(self._plan.check(self._clock.now()))

    @Slot()
    def _on_rang(self) -> None:
        self.replan()

    @Slot(object)
    def _on_feed_changed(self, notice: ChangeNotice) -> None:
        if notice.touches(Topic.REMINDERS, Topic.AGENDA):
            self.replan()

    def _ask(self, *, reclaims: bool) -> _Answer:
        return _Answer(self._clock.now(), self._service.raise_due(is_start=reclaims))

    def _take_answer(self, answer: _Answer) -> None:
        self._has_failed = False
        raised = answer.raised
        orders = self._plan.take_answer(
            raised.next_at,
            self._clock.now(),
            raised_at=answer.asked_at if raised.reminders else None,
        )
        self._follow(orders)
        if orders.shows:
            self.reminders_fell_due.emit(raised.reminders)

    def _take_failure(self, error: Exception) -> None:
        is_news, self._has_failed = not self._has_failed, True
        self._follow(self._plan.take_failure(self._clock.now()))
        if is_news:
            self.failed.emit(error)

    def _follow(self, orders: Orders) -> None:
        if orders.ring_after is not None:
            self._alarm.ring_after(orders.ring_after)
        elif orders.sets_alarm:
            self._alarm.cancel()
        if orders.asks:
            self._begin_question(reclaims=orders.reclaims)

    def _begin_question(self, *, reclaims: bool) -> None:
        hush = self.quiet.hush()
        if (hush is not None) is not self._is_hushed:
            self._is_hushed = hush is not None
            self.hushed.emit(self._is_hushed)
        if hush is not None:
            # Nobody claims what nobody may be told of; it is all told when the quiet ends.
            self._follow(self._plan.put_off(hush.until, self._clock.now()))
            return
        self._runner.submit(
            partial(self._ask, reclaims=reclaims),
            lane=Lane.WRITE,
            owner=self,
            key="plan",
            on_result=self._take_answer,
            on_error=self._take_failure,
        )
