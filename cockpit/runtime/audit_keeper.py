"""Writes down who came, went and opened which customer, and seals the trail each minute.

Looks are collected where they happen, which costs nothing, and written together in the background,
at most every few seconds: no customer's card waits for it.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

from cockpit.domain.errors import GiroError
from cockpit.runtime.task_runner import Lane, TaskRunner
from cockpit.services.audit import AuditService

#: The list comes first.
FIRST_SECONDS = 5
PAUSE_SECONDS = 5
SEAL_SECONDS = 60


class AuditKeeper(QObject):
    """Has the trail written while the window is open.

    Lives on the GUI thread; the work is done off it. ``stop`` comes before the task runner's
    shutdown, which waits for what it asks for.
    """

    def __init__(
        self, service: AuditService, runner: TaskRunner, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._service = service
        self._runner = runner
        self._is_logged_in = False
        self._first = self._timer(FIRST_SECONDS)
        self._first.setSingleShot(True)
        self._first.timeout.connect(self._on_first_timeout)
        self._pause = self._timer(PAUSE_SECONDS)
        self._pause.timeout.connect(self.write)
        self._minute = self._timer(SEAL_SECONDS)
        self._minute.timeout.connect(self.seal)

    def start(self) -> None:
        """Begin, once the list is there; a past day that is asked for leaves no trace."""
        if self._service.clock.known_at is None:
            self._first.start()

    def stop(self) -> None:
        """Write down what is left, and that the user went."""
        for timer in (self._first, self._pause, self._minute):
            timer.stop()
        if self._is_logged_in:
            self._submit(self._service.log_out, "audit_end")
        self._is_logged_in = False

    @Slot()
    def write(self) -> None:
        """Write down whom the user opened, where there is somebody new."""
        if self._service.looks.are_there:
            self._submit(self._service.write_looks, "audit_looks")

    @Slot()
    def seal(self) -> None:
        """Seal what was stored since the last minute."""
        self._submit(self._seal, "audit_seal")

    def _seal(self) -> None:
        """Make one seal; runs in the background, where a write of the user's may wait for it."""
        self._service.seal(most=1)

    @Slot()
    def _on_first_timeout(self) -> None:
        self._is_logged_in = True
        self._submit(self._service.log_in, "audit_login")
        self._pause.start()
        if self._service.may_seal:
            self._minute.start()

    def _submit(self, work: Callable[[], object], key: str) -> None:
        self._runner.submit(
            work,
            lane=Lane.WRITE,
            owner=self,
            key=key,
            on_result=self._on_done,
            on_error=self._on_failed,
        )

    @Slot(object)
    def _on_done(self, _nothing: object) -> None:
        """Nobody waits for it."""

    def _on_failed(self, error: Exception) -> None:
        """Try again with the next look: other parts of the window say what is wrong."""
        if not isinstance(error, GiroError):
            raise error

    def _timer(self, seconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(seconds * 1_000)
        return timer
