"""A window under measurement: doing something and waiting until it is painted."""

import time
from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QAbstractScrollArea
from typing_extensions import override

_PATIENCE_MS = 60_000
_SETTLE_MS = 40
_TICK_MS = 4
FRAME = 0.016


class NeverPaintedError(Exception):
    """Nothing was painted, or not what was waited for."""


class PaintWaiter(QObject):
    """Waits until a view has painted, and its pixels are on their way to the screen."""

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(view)
        self._loop = QEventLoop()
        self._is_wanted: Callable[[], bool] | None = None
        self._patience = QTimer(self, interval=_PATIENCE_MS, singleShot=True)
        self._patience.timeout.connect(self._on_patience_ended)
        self._is_late = False
        view.viewport().installEventFilter(self)

    def seconds(self, act: Callable[[], object]) -> float:
        """Return how long it takes from an act until the view has painted it."""
        started = time.perf_counter()
        self._begin(lambda: True)
        act()
        self._finish()
        return time.perf_counter() - started

    def wait_for(self, is_shown: Callable[[], bool]) -> None:
        """Wait for a painting at whose end something is true."""
        self._begin(is_shown)
        self._finish()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The filter comes before the painting; what is posted now runs after it.
        if event.type() == QEvent.Type.Paint and self._is_wanted is not None:
            QTimer.singleShot(0, self, self._on_painted)
        return False

    def _begin(self, is_shown: Callable[[], bool]) -> None:
        self._is_wanted, self._is_late = is_shown, False
        self._patience.start()

    def _finish(self) -> None:
        self._loop.exec()
        self._patience.stop()
        self._is_wanted = None
        if self._is_late:
            raise NeverPaintedError

    def _on_painted(self) -> None:
        if self._is_wanted is not None and self._is_wanted():
            self._loop.quit()

    def _on_patience_ended(self) -> None:
        self._is_late = True
        self._loop.quit()


class Watchdog(QObject):
    """Measures how long the GUI thread leaves the event loop waiting."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self._clock = QElapsedTimer()
        self._timer = QTimer(self, interval=_TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)

    def start(self) -> None:
        """Begin anew."""
        self.gaps = []
        self._clock.start()
        self._timer.start()

    def stop(self) -> None:
        """End; the time since the last tick counts too."""
        self._on_tick()
        self._timer.stop()

    @property
    def longest(self) -> float:
        """Return the longest gap between two ticks, in seconds."""
        return max(self.gaps)

    @property
    def over_a_frame(self) -> int:
        """Return how many gaps were longer than a frame of 60 per second."""
        return sum(gap > FRAME for gap in self.gaps)

    def _on_tick(self) -> None:
        self.gaps.append(self._clock.nsecsElapsed() / 1e9)
        self._clock.restart()


def settle(milliseconds: int = _SETTLE_MS) -> None:
    """Let the event loop run for a moment, so that one measurement's rest is not the next one's."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
