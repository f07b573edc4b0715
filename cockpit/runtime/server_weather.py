"""Keeps an eye on the server: asks whether it is there, and delivers what waited for it."""

import random
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from cockpit.domain.errors import DatabaseError, GiroError
from cockpit.domain.kept_writes import Delivered
from cockpit.domain.weather import Weather, WeatherState, state_after
from cockpit.runtime.task_runner import Lane, TaskRunner
from cockpit.services.keeping.kept_writes import KeptWrites
from cockpit.services.ports.weather import ServerProbe
from cockpit.services.weather import WeatherBoard

#: How often a server is asked while all is well, and while it is slow.
CONNECTED_SECONDS, SLOW_SECONDS = 10.0, 5.0
#: After an outage everybody comes back: the pauses grow, and no two programs ask in step.
FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS = 1.0, 15.0
JITTER = 0.3


class ServerWeather(QObject):
    """Lives on the GUI thread; what it asks is asked behind it.

    Attributes:
        kept: What waits on this computer.
        waiting_count: How much of it there was at the last look, preferences left out.
        refused_count: How much the server does not take.
    """

    #: How the server stands (Weather), or what waits for it, is other than before.
    changed = Signal(object)
    #: What waited was stored (Delivered).
    delivered = Signal(object)
    #: It is back after it was away.
    returned = Signal()
    #: The user's role, or for whom they answer, is another one than before.
    standing_changed = Signal()
    #: An error (Exception) that is not the server's weather.
    failed = Signal(object)

    _noted = Signal()

    def __init__(
        self,
        board: WeatherBoard,
        probe: ServerProbe,
        kept: KeptWrites,
        runner: TaskRunner,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._board, self._probe, self._runner = board, probe, runner
        self.kept = kept
        self.waiting_count = self.refused_count = 0
        self._failures = 0
        self._standing = ""
        self._was_closed = False
        self._is_looking = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)
        self._noted.connect(self._on_noted, Qt.ConnectionType.QueuedConnection)

    @property
    def present(self) -> Weather:
        """Return how the server stands."""
        return self._board.present

    @property
    def next_look_seconds(self) -> int:
        """Return in how many seconds the server is asked again."""
        return max(0, round(self._timer.remainingTime() / 1000))

    def start(self) -> None:
        """Begin to look, at once: something may wait from the last run."""
        self._board.subscribe(self._note)
        self.look()

    def stop(self) -> None:
        """Look no more; before the task runner's end."""
        self._timer.stop()
        self._is_looking = True

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Look until left."""
        self.start()
        try:
            yield
        finally:
            self.stop()

    @Slot()
    def look(self) -> None:
        """Ask the server now."""
        if self._is_looking:
            return
        self._timer.stop()
        self._is_looking = True
        self._runner.submit(
            self._probe.look,
            lane=Lane.NETWORK,
            owner=self,
            key="look",
            on_result=self._on_answer,
            on_error=self._on_error,
        )

    @Slot(object)
    def take(self, error: Exception) -> None:
        """Take an error of the background: the server's weather is shown, the rest is told."""
        if isinstance(error, DatabaseError) and state_after(error) is not None:
            self._board.note_error(error)
        else:
            self.failed.emit(error)

    def deliver(self, *, again: bool = False) -> None:
        """Store what waits, behind the writes that are under way.

        Args:
            again: Whether what was refused is tried too.
        """
        self._runner.submit(
            self.kept.retry if again else self.kept.deliver,
            lane=Lane.WRITE,
            owner=self,
            key="deliver",
            on_result=self._on_delivered,
            on_error=self.take,
        )

    def count(self) -> None:
        """Look again how much waits."""
        self._runner.submit(
            self._counted,
            lane=Lane.NETWORK,
            owner=self,
            key="count",
            on_result=self._on_counted,
            on_error=self.take,
        )

    def _counted(self) -> tuple[int, int]:
        """Count what waits and what was refused; on a worker thread."""
        return self.kept.contacts_waiting(), len(self.kept.refused())

    def _on_answer(self, seconds: float) -> None:
        self._is_looking = False
        self._failures = 0
        self._board.note_answer(seconds)
        self.deliver()
        is_slow = self.present.state is WeatherState.SLOW
        self._plan(SLOW_SECONDS if is_slow else CONNECTED_SECONDS)
        if self._was_closed:
            self._was_closed = False
            self.returned.emit()
        former, self._standing = self._standing, self._probe.standing
        if former not in {"", self._standing}:
            self.standing_changed.emit()

    def _on_error(self, error: Exception) -> None:
        self._is_looking = False
        self._failures += 1
        self._plan(min(FIRST_PAUSE_SECONDS * 2.0 ** (self._failures - 1), LONGEST_PAUSE_SECONDS))
        if not isinstance(error, GiroError):
            raise error  # a fault of the program: the crash dialog takes it from here
        self.take(error)

    def _plan(self, seconds: float) -> None:
        pause = seconds * random.uniform(1 - JITTER, 1 + JITTER)  # noqa: S311 - no secret
        self._timer.start(round(pause * 1000))

    def _note(self, _present: Weather) -> None:
        """Take note of other weather; from any thread."""
        self._noted.emit()

    @Slot()
    def _on_noted(self) -> None:
        present = self.present
        if present.is_closed and not self._was_closed:
            self._was_closed = True
            if not self._is_looking:
                self._plan(FIRST_PAUSE_SECONDS)
        self.changed.emit(present)
        self.count()

    def _on_delivered(self, delivered: Delivered) -> None:
        if delivered.count or delivered.refused_count:
            self.delivered.emit(delivered)
        self.count()

    def _on_counted(self, counts: tuple[int, int]) -> None:
        if counts != (self.waiting_count, self.refused_count):
            self.waiting_count, self.refused_count = counts
            self.changed.emit(self.present)
