"""Small pieces of work that are done while nothing else is to be done."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer, Slot

from cockpit.runtime.task_runner import TaskRunner

#: Between two pieces.
IDLE_MS = 100


class QuietSteps(QObject):
    """Does one piece after the other, each in a moment of its own.

    Never while something is being read or written: the two would wait for each other.
    """

    def __init__(
        self, runner: TaskRunner, steps: Iterable[Callable[[], object]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._steps = list(steps)
        self._idle = QTimer(self, interval=IDLE_MS)
        self._idle.timeout.connect(self._on_idle_timeout)

    def start(self) -> None:
        """Do what is left to do, beginning with the next quiet moment."""
        if self._steps:
            self._idle.start()

    @property
    def is_done(self) -> bool:
        """Return whether nothing is left to do."""
        return not self._steps

    @Slot()
    def _on_idle_timeout(self) -> None:
        if self._runner.is_idle:
            self._steps.pop(0)()
        if not self._steps:
            self._idle.stop()
