"""Opens a server's database behind a start, again and again while the server is away."""

import random
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from cockpit.domain.errors import DatabaseError
from cockpit.domain.weather import WeatherState, state_after
from cockpit.runtime.server_weather import FIRST_PAUSE_SECONDS, JITTER, LONGEST_PAUSE_SECONDS
from cockpit.runtime.task_runner import Lane, TaskRunner

#: What passes without anybody's help.
_PASSING = frozenset({WeatherState.AWAY, WeatherState.SLOW})


class ServerStart(QObject):
    """Lives on the GUI thread; what it opens is opened behind it.

    Attributes:
        reason: Why the last attempt came to nothing; None before that is known.
    """

    #: It is open (object).
    opened = Signal(object)
    #: It is away, and tried again later.
    waiting = Signal()
    #: It cannot be opened by waiting (Exception).
    failed = Signal(object)

    def __init__(
        self, open_: Callable[[], object], runner: TaskRunner, parent: QObject | None = None
    ) -> None:
        """Prepare to open something.

        Args:
            open_: Opens it; on a worker thread.
            runner: Gives the thread.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self.reason: DatabaseError | None = None
        self._open, self._runner = open_, runner
        self._failures = 0
        self._is_looking = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)

    @property
    def is_looking(self) -> bool:
        """Return whether an attempt is under way."""
        return self._is_looking

    @property
    def next_look_seconds(self) -> int:
        """Return in how many seconds it is tried again."""
        return max(0, round(self._timer.remainingTime() / 1000))

    def stop(self) -> None:
        """Try no more."""
        self._timer.stop()
        self._is_looking = True

    @Slot()
    def look(self) -> None:
        """Try now."""
        if self._is_looking:
            return
        self._timer.stop()
        self._is_looking = True
        self._runner.submit(
            self._open,
            lane=Lane.NETWORK,
            owner=self,
            key="open",
            on_result=self.opened.emit,
            on_error=self._on_error,
        )

    def _on_error(self, error: Exception) -> None:
        self._is_looking = False
        if not isinstance(error, DatabaseError) or state_after(error) not in _PASSING:
            self.failed.emit(error)
            return
        self.reason = error
        pause = min(FIRST_PAUSE_SECONDS * 2.0**self._failures, LONGEST_PAUSE_SECONDS)
        self._failures += 1
        self._timer.start(round(1000 * pause * random.uniform(1 - JITTER, 1 + JITTER)))  # noqa: S311
        self.waiting.emit()
