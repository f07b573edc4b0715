"""Keeps the newest work list on the disk for the next start, now and then and at the end."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

from cockpit.runtime.task_runner import Lane, TaskRunner

#: At most once in so many milliseconds: an operator's every call changes the list.
PAUSE_MS = 60_000


class ListKeeper(QObject):
    """Writes in the background, where no read of the list waits for it.

    ``start`` and ``stop`` are called on the GUI thread.
    """

    def __init__(
        self,
        keep: Callable[[], None],
        runner: TaskRunner,
        *,
        pause_ms: int = PAUSE_MS,
        parent: QObject | None = None,
    ) -> None:
        """Prepare the keeper.

        Args:
            keep: Writes the newest list, where there is a new one that may be kept.
            runner: The door to the background.
            pause_ms: How long a table waits at most.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._keep = keep
        self._runner = runner
        self._timer = QTimer(self)
        self._timer.setInterval(pause_ms)
        self._timer.timeout.connect(self._on_timer_timeout)

    def start(self) -> None:
        """Begin to keep."""
        self._timer.start()

    def stop(self) -> None:
        """Keep the last table and end."""
        self._timer.stop()
        self._keep()

    @Slot()
    def _on_timer_timeout(self) -> None:
        self._runner.submit(
            self._keep,
            lane=Lane.LONG,
            owner=self,
            key="keep",
            on_result=self._on_kept,
        )

    @Slot(object)
    def _on_kept(self, _nothing: object) -> None:
        """Nobody waits for it."""
