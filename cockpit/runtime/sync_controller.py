"""Synchronises a laptop in the field while its window is open: by itself, and on demand."""

import random
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from cockpit.domain.changes import ChangeNotice
from cockpit.domain.errors import GiroError
from cockpit.domain.field import OUTDATED, STOPPING, FieldState
from cockpit.domain.sync import SyncEnd, SyncReport
from cockpit.runtime.change_feed import ChangeFeed
from cockpit.runtime.clock_gap import CHECK_SECONDS, ClockGapDetector
from cockpit.runtime.route_watch import RouteWatch
from cockpit.runtime.task_runner import Lane, TaskRunner
from cockpit.services.field import FieldService

#: After the start the window comes first; after a commit others may follow it.
START_SECONDS, SOON_SECONDS = 1.5, 2.0
#: How often the server is asked for news, and how much no two laptops shall ask in step.
REGULAR_SECONDS, REGULAR_JITTER = 60.0, 0.2
#: While the server is away; the last one goes on. A network that comes is noticed by itself, but
#: not a server that does, nor every way to it.
AWAY_SECONDS = (1.0, 2.0, 4.0, 8.0, 15.0, 30.0, 60.0)
#: An older program, or a file in trouble.
SELDOM_SECONDS = 300.0
AWAY_JITTER = 0.3
#: Another program is at it.
BUSY_SECONDS = 5.0
#: Their end is told by the file: it does not stop any more.
_SETTLED_BY_THE_FILE = frozenset({SyncEnd.REFUSED, SyncEnd.UNKNOWN_DEVICE})
#: "Two minutes ago" is said anew so often, in checks of the clock.
_TOLD_AGAIN = 5


class SyncController(QObject):
    """Lives on the GUI thread; the synchronisation itself runs behind it.

    Attributes:
        field: What is asked behind the window.
        state: How the laptop stood at the last look.
        is_at_work: Whether a synchronisation is under way.
        last: What the last one did; None before the first.
    """

    #: A synchronisation ended (SyncReport).
    synced = Signal(object)
    #: How the laptop stands (FieldState), at each look, and from time to time without one.
    standing_changed = Signal(object)
    #: An error (Exception) of the file itself.
    failed = Signal(object)

    def __init__(
        self,
        field: FieldService,
        runner: TaskRunner,
        feed: ChangeFeed,
        *,
        detector: ClockGapDetector | None = None,
        routes: RouteWatch | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Prepare it; detector and routes are given by tests only."""
        super().__init__(parent)
        self.field, self._runner = field, runner
        self._detector = detector or ClockGapDetector()
        self._routes = routes or RouteWatch()
        self.state = FieldState()
        self.is_at_work = False
        self.last: SyncReport | None = None
        self._is_wanted_again = self._is_stopped = False
        self._failures = self._checks = 0
        self._next, self._soon, self._watch = QTimer(self), QTimer(self), QTimer(self)
        for timer in (self._next, self._soon):
            timer.setSingleShot(True)
        self._next.timeout.connect(self.synchronise)
        self._soon.timeout.connect(self._on_soon_timeout)
        self._watch.setInterval(int(CHECK_SECONDS * 1000))
        self._watch.timeout.connect(self.check)
        feed.changed.connect(self._on_feed_changed)

    def start(self) -> None:
        """Show how the laptop stands, and synchronise once the window is there."""
        self._watch.start()
        self._look()
        self._next.start(round(START_SECONDS * 1000))

    def stop(self) -> None:
        """Synchronise no more; what is under way ends by itself. Before the task runner's end."""
        self._is_stopped = True
        for timer in (self._next, self._soon, self._watch):
            timer.stop()

    @property
    def next_seconds(self) -> int | None:
        """Return in how many seconds it is tried again; None where it is not by itself."""
        return round(self._next.remainingTime() / 1000) if self._next.isActive() else None

    @Slot()
    def synchronise(self) -> None:
        """Synchronise now; once more afterwards where it is at work already."""
        if self._is_stopped:
            return
        if self.is_at_work:
            self._is_wanted_again = True
            return
        self._next.stop()
        self.is_at_work, self._is_wanted_again = True, False
        self._runner.submit(
            self.field.synchronise,
            lane=Lane.NETWORK,
            owner=self,
            key="synchronise",
            on_result=self._on_synchronised,
            on_error=self._on_error,
        )
        self._tell()

    @Slot()
    def synchronise_soon(self) -> None:
        """Synchronise in a moment if anything waits: more of it may be on its way."""
        if not self._is_stopped and not self._soon.isActive():
            self._soon.start(round(SOON_SECONDS * 1000))

    @Slot()
    def check(self) -> None:
        """Synchronise at once after a sleep, or where a network came while the server was away."""
        is_back = self._routes.has_come() and self.state.end is SyncEnd.AWAY
        if (self._detector.has_gap() or is_back) and self._is_allowed():
            self._failures = 0
            self.synchronise()
        self._checks += 1
        if self._checks % _TOLD_AGAIN == 0:
            self._tell()

    def _is_allowed(self) -> bool:
        """Return whether it may be tried without somebody having done something."""
        return self.state.end not in STOPPING

    @Slot(object)
    def _on_feed_changed(self, _notice: ChangeNotice) -> None:
        self.synchronise_soon()

    @Slot()
    def _on_soon_timeout(self) -> None:
        """Look what waits; whether it is sent now, the answer decides."""
        self._look(self._on_looked_for_more, key="look for more")

    def _look(
        self, on_result: Callable[[FieldState], None] | None = None, *, key: str = "look"
    ) -> None:
        """Read how the laptop stands; a look that decides has a key that no other one takes."""
        self._runner.submit(
            self.field.state,
            lane=Lane.READ,
            owner=self,
            key=key,
            on_result=on_result or self._on_looked,
            on_error=self._take,
        )

    def _on_looked(self, found: FieldState) -> None:
        """Show what the file knows; of the server the last synchronisation knows more."""
        known = self.state.end
        if found.end is None and known not in _SETTLED_BY_THE_FILE:
            found = replace(found, end=known)
        self.state = found
        self._tell()

    def _on_looked_for_more(self, found: FieldState) -> None:
        """Send what the user did just now, unless the server is known to be away."""
        self._on_looked(found)
        if found.waiting_count and self.state.end in {None, SyncEnd.DONE, SyncEnd.BUSY}:
            self.synchronise()

    def _on_synchronised(self, report: SyncReport) -> None:
        self.is_at_work, self.last = False, report
        self._failures = self._failures + 1 if report.end is SyncEnd.AWAY else 0
        if report.end is not SyncEnd.BUSY:
            self.state = replace(self.state, end=report.end)
        self._plan(report.end)
        self.synced.emit(report)
        self._look()
        if self._is_wanted_again:
            self.synchronise()

    def _plan(self, end: SyncEnd) -> None:
        """Set when it is tried again."""
        if self._is_stopped or end in STOPPING:
            return
        seconds, jitter = REGULAR_SECONDS, REGULAR_JITTER
        if end is SyncEnd.AWAY:
            step = min(self._failures, len(AWAY_SECONDS)) - 1
            seconds, jitter = AWAY_SECONDS[step], AWAY_JITTER
        elif end in OUTDATED:
            seconds, jitter = SELDOM_SECONDS, AWAY_JITTER
        elif end is SyncEnd.BUSY:
            seconds, jitter = BUSY_SECONDS, AWAY_JITTER
        pause = seconds * random.uniform(1 - jitter, 1 + jitter)  # noqa: S311 - no secret
        self._next.start(round(pause * 1000))

    def _on_error(self, error: Exception) -> None:
        self.is_at_work = False
        self._plan(SyncEnd.UPDATE_FIRST)  # the file is in trouble: seldom, until that is settled
        self._tell()
        self._take(error)

    def _take(self, error: Exception) -> None:
        if not isinstance(error, GiroError):
            raise error  # a fault of the program: the crash dialog takes it from here
        self.failed.emit(error)

    def _tell(self) -> None:
        if not self._is_stopped:
            self.standing_changed.emit(self.state)
