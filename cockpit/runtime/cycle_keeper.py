"""Keeps the purchase cycles up to date while the window is open.

Soon after the start and after each local midnight everybody's recency and status are brought to the
new day, and the parameters are fitted again where that is due. Both happen in a program beside the
window. The day is compared with the clock all the time, so that sleep and a clock that was set,
forward or back, need no care of their own.
"""

import random
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from cockpit.domain.clock import Clock
from cockpit.domain.errors import CancelledError, GiroError
from cockpit.runtime.background_program import BackgroundProgram, Command
from cockpit.runtime.clock_gap import CHECK_SECONDS


class Work(Enum):
    """What can be under way."""

    REFRESH = "refresh"
    REFIT = "refit"


@dataclass(frozen=True, slots=True)
class Upkeep:
    """The commands that do the work.

    Attributes:
        refresh: Brings everybody to the day, and fits the parameters where that is due.
        refit: The same, and fits them in any case.
    """

    refresh: Command
    refit: Command


@dataclass(frozen=True, slots=True)
class Pace:
    """How long the keeper waits, in milliseconds.

    Attributes:
        first: After the start, so that the first list has the machine for itself.
        spread: At most, by chance, after midnight, so that of several programs on one database the
            second finds the first one's work done.
        retry: After a failure.
    """

    first: int = 20_000
    spread: int = 60_000
    retry: int = 300_000


class CycleKeeper(QObject):
    """Sees to it that the stored judgements are of today and their parameters of these weeks.

    Lives on the GUI thread; one piece of work at a time. A past day that is asked for is never
    stored, so nothing is kept there. ``stop`` comes before the object's end.
    """

    #: Work of either kind began.
    work_began = Signal()
    #: It ended: None when all was stored, else why not (GiroError).
    work_ended = Signal(object)
    #: A fit that was asked for began, was stored, or came to nothing (why: GiroError).
    refit_started = Signal()
    refit_finished = Signal()
    refit_failed = Signal(object)

    def __init__(
        self,
        program: BackgroundProgram,
        upkeep: Upkeep | None,
        clock: Clock,
        *,
        pace: Pace | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Prepare a keeper.

        Args:
            program: Runs the commands.
            upkeep: The commands; None where nothing is to be kept.
            clock: Whose midnights count.
            pace: Another one is given by tests only.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._program = program
        self._upkeep = upkeep if clock.known_at is None else None
        self._clock = clock
        self._pace = pace or Pace()
        self._day = clock.today()
        self._work: Work | None = None
        self._must_refresh = False
        self._watch = QTimer(self)
        self._watch.setInterval(int(CHECK_SECONDS * 1000))
        self._watch.timeout.connect(self.check_day)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self._on_wait_timeout)
        program.ended.connect(self._on_program_ended)

    @property
    def is_running(self) -> bool:
        """Return whether work of either kind is under way."""
        return self._work is not None

    @property
    def is_refitting(self) -> bool:
        """Return whether a fit that was asked for is under way."""
        return self._work is Work.REFIT

    @property
    def can_refit(self) -> bool:
        """Return whether a fit can be asked for: not on a past day."""
        return self._upkeep is not None

    def start(self) -> None:
        """Catch up with what midnights brought while the program was closed, and go on."""
        if self._upkeep is not None:
            self._watch.start()
            self._wait.start(self._pace.first)

    def stop(self) -> None:
        """End the work at once; nothing begins or is told any more."""
        self._upkeep = None
        self._work = None
        self._watch.stop()
        self._wait.stop()
        self._program.end()

    def refit_now(self) -> None:
        """Fit the parameters now, in place of whatever else is under way."""
        if self._upkeep is None or self.is_refitting:
            return
        self._program.end()  # a refit does all that a refresh does
        self._begin(Work.REFIT)
        self.refit_started.emit()

    def cancel(self) -> None:
        """End what is under way at once; nothing of it is stored, or all of a finished step.

        What a refresh would have done is done later.
        """
        work, self._work = self._work, None
        if work is None:
            return
        self._program.end()
        self._wait.start(self._pace.retry if work is Work.REFRESH else self._pace.first)
        self._tell(work, CancelledError())

    @Slot()
    def check_day(self) -> None:
        """Begin a new day where the clock's day is another one."""
        today = self._clock.today()
        if today != self._day:
            self._day = today
            self._wait.start(random.randint(0, self._pace.spread))  # noqa: S311 - keeps no secret

    @Slot()
    def _on_wait_timeout(self) -> None:
        if self._work is None:
            self._begin(Work.REFRESH)
        else:
            self._must_refresh = True

    @Slot(int)
    def _on_program_ended(self, code: int) -> None:
        work, self._work = self._work, None
        if code:
            self._wait.start(self._pace.retry)
        elif self._must_refresh:
            self._wait.start(0)
        self._must_refresh = False
        self._tell(work, GiroError("cycles_not_refreshed") if code else None)

    def _tell(self, work: Work | None, error: GiroError | None) -> None:
        self.work_ended.emit(error)
        if work is Work.REFIT and error is None:
            self.refit_finished.emit()
        elif work is Work.REFIT:
            self.refit_failed.emit(error)

    def _begin(self, work: Work) -> None:
        if self._upkeep is None:
            return
        self._work = work
        self._wait.stop()
        self._program.start(self._upkeep.refit if work is Work.REFIT else self._upkeep.refresh)
        self.work_began.emit()
