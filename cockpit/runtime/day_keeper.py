"""The one place that knows whether the user works, pauses or has gone: asks and tells.

The day begins with the first call, by a key or at another of the user's machines. Each minute the
program gives a sign of life; where nobody was at it for half an hour it ends the stretch at the
moment when somebody last was.
"""

from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.clock import Clock
from cockpit.domain.errors import GiroError
from cockpit.domain.vocabulary import BreakKind
from cockpit.domain.working_day import LONGEST_PAUSE, Advice, Pause, Today, advice
from cockpit.runtime.change_feed import ChangeFeed
from cockpit.runtime.task_runner import Lane, TaskRunner

if TYPE_CHECKING:
    from collections.abc import Callable

    from cockpit.services.working_day import WorkingDayService

PULSE = timedelta(minutes=1)
#: Who did nothing at the program for so long has gone; longer calls begin a stretch by themselves.
IDLE = timedelta(minutes=30)
#: The list comes first.
SOON = timedelta(seconds=1)
#: What is known may be so old; after that the machine slept, or time was set.
_FRESH = 2 * PULSE


class DayKeeper(QObject):
    """Keeps the user's day as it was last told.

    Lives on the GUI thread; the work is done off it. ``stop`` comes before the task runner's
    shutdown.

    Attributes:
        service: Returns who records the day, whose code is read in the background.
        today: The day as it was last told; its running figures are asked for with an instant.
    """

    #: The day is another one, or a minute has passed.
    changed = Signal()
    #: A pause began or ended (bool), here or at another machine of the user.
    break_changed = Signal(bool)
    #: The stretch here was ended, because nobody was at the program since an instant (datetime).
    lapsed = Signal(object)
    #: Something that the user asked for failed (Exception).
    failed = Signal(object)

    def __init__(
        self,
        service: "Callable[[], WorkingDayService]",
        runner: TaskRunner,
        feed: ChangeFeed,
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.service = service
        self.today = Today()
        self._runner, self._clock = runner, clock
        self._told_at = self._active_at = clock.now()
        self._is_running = self._is_asked = False
        self._pulse = QTimer(self, interval=_milliseconds(PULSE))
        self._pulse.timeout.connect(self.beat)
        self._soon = QTimer(self, singleShot=True, interval=_milliseconds(SOON))
        self._soon.timeout.connect(self.look)
        feed.changed.connect(self._on_feed_changed)

    # --- what is known -------------------------------------------------------------------------

    @property
    def is_on_break(self) -> bool:
        """Return whether the user pauses: nobody is offered, and reminders wait."""
        return self.pause is not None

    @property
    def pause(self) -> Pause | None:
        """Return the pause that goes on, or None."""
        return self.today.work.pause

    @property
    def is_open(self) -> bool:
        """Return whether the user works or pauses."""
        return self.today.work.is_open

    def worked(self) -> timedelta:
        """Return the time worked today until now."""
        return self.today.work.worked(self._clock.now())

    def advice(self) -> Advice | None:
        """Return what is advised now, or None."""
        return advice(self.today.work, self._clock.now())

    # --- life ----------------------------------------------------------------------------------

    def start(self) -> None:
        """Look soon, and give signs of life from then on."""
        self._is_running = True
        self._soon.start()
        self._pulse.start()

    def stop(self) -> None:
        """End the stretch that is recorded here; the program closes."""
        self._soon.stop()
        self._pulse.stop()
        if self._is_running and self._may_be_open_here:
            self._write(lambda days: days.leave())
        self._is_running = False

    @Slot()
    def look(self) -> None:
        """Ask how the day stands."""
        self._ask(lambda days: days.today(), Lane.READ)

    @Slot()
    def beat(self) -> None:
        """Give a sign of life, or take note that nobody was there."""
        now = self._clock.now()
        pause = self.pause
        if not self.today.is_open_here:
            self.look()
        elif pause is not None and now - pause.started_at > LONGEST_PAUSE:
            self._lapse(pause.started_at)
        elif pause is None and now - self._active_at > IDLE:
            self._lapse(self._active_at)
        else:
            self._ask(lambda days: days.beat())

    def note_activity(self) -> None:
        """Take note that somebody is at the program."""
        self._active_at = self._clock.now()

    # --- what the user does --------------------------------------------------------------------

    def note_work(self, since: datetime | None = None) -> None:
        """Take note of a call: the day begins with it, unless it has begun.

        Args:
            since: When the call began, where it is over.
        """
        self.note_activity()
        is_fresh = self._clock.now() - self._told_at <= _FRESH
        if not (self.today.is_open_here and is_fresh):
            self._write(lambda days: days.begin(since=since))

    def begin(self) -> None:
        """Begin the day, or go on with it after an end."""
        self.note_activity()
        self._write(lambda days: days.begin())

    def take_break(self, kind: BreakKind) -> None:
        """Begin a pause."""
        self._write(lambda days: days.pause(kind))

    def resume(self) -> None:
        """Come back from a pause."""
        self.note_activity()
        self._write(lambda days: days.resume())

    def end(self) -> None:
        """End the day, at all of the user's machines."""
        self._write(lambda days: days.end())

    # --- what comes of it ----------------------------------------------------------------------

    @property
    def _may_be_open_here(self) -> bool:
        return self.today.is_open_here or self._is_asked

    def _lapse(self, since: datetime) -> None:
        self._write(lambda days: days.lapse(since))
        self.lapsed.emit(since)

    def _write(self, work: "Callable[[WorkingDayService], Today]") -> None:
        """Do what the user asked for; a failure is told."""
        self._is_asked = True
        self._runner.submit(
            partial(self._do, work),
            lane=Lane.WRITE,
            owner=self,
            key="day",
            on_result=self._take,
            on_error=self.failed.emit,
        )

    def _ask(self, work: "Callable[[WorkingDayService], Today]", lane: Lane = Lane.WRITE) -> None:
        """Ask by the way; a failure of the environment is left to the next pulse."""
        self._runner.submit(
            partial(self._do, work),
            lane=lane,
            owner=self,
            key="day",
            on_result=self._take,
            on_error=self._on_asking_failed,
        )

    def _do(self, work: "Callable[[WorkingDayService], Today]") -> Today:
        """Ask the service; runs in the background."""
        return work(self.service())

    def _take(self, today: Today) -> None:
        was_on_break = self.is_on_break
        self.today, self._told_at, self._is_asked = today, self._clock.now(), False
        self.changed.emit()
        if self.is_on_break is not was_on_break:
            self.break_changed.emit(self.is_on_break)

    def _on_asking_failed(self, error: Exception) -> None:
        if not isinstance(error, GiroError):
            raise error
        self.changed.emit()

    @Slot(object)
    def _on_feed_changed(self, notice: ChangeNotice) -> None:
        if self._is_running and notice.touches(Topic.WORKING_DAY):
            self.look()


def _milliseconds(time: timedelta) -> int:
    return round(time.total_seconds() * 1000)
