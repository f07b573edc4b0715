"""Has everybody's notices made and sent while the window is open.

Whether anything is due is one small question to the database; where it is, a program beside the
window does the work, as cron would. Of several programs on one database a duty lets one work, so
that each of them may ask.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

from cockpit.domain.clock import Clock
from cockpit.runtime.background_program import BackgroundProgram, Command
from cockpit.runtime.task_runner import Lane, TaskRunner

#: After the start, when the list is there and the day's judgements are made.
FIRST_SECONDS = 90
PULSE_SECONDS = 300
#: After a run that did not do all: the server refused, or this computer lacks its password.
RETRY_SECONDS = 1_800


class NoticeKeeper(QObject):
    """Asks now and then, and starts the program that tells everybody.

    Lives on the GUI thread. ``stop`` comes before the object's end.
    """

    def __init__(
        self,
        is_due: Callable[[], bool],
        runner: TaskRunner,
        program: BackgroundProgram,
        command: Command | None,
        clock: Clock,
        *,
        parent: QObject | None = None,
    ) -> None:
        """Prepare a keeper.

        Args:
            is_due: Asks the database.
            runner: The door to the background.
            program: Runs the command.
            command: Makes and sends; None where nobody is to be told.
            clock: A past day that is asked for tells nobody.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._is_due = is_due
        self._runner = runner
        self._program = program
        self._command = command if clock.known_at is None else None
        self._is_asking = False
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self.look)
        program.ended.connect(self._on_program_ended)

    def start(self) -> None:
        """Look soon, and go on looking."""
        if self._command is not None:
            self._wait.start(FIRST_SECONDS * 1_000)

    def stop(self) -> None:
        """End what is under way at once; what it had not done is done by the next program."""
        self._command = None
        self._wait.stop()
        self._program.end()

    @Slot()
    def look(self) -> None:
        """Ask whether anything is due, unless that is being asked or done."""
        if self._command is None or self._is_asking or self._program.is_running:
            return
        self._is_asking = True
        self._runner.submit(
            self._is_due,
            lane=Lane.READ,
            owner=self,
            key="notices_due",
            on_result=self._on_answered,
            on_error=self._on_failed,
        )

    def _on_answered(self, is_due: bool) -> None:
        self._is_asking = False
        if self._command is None:
            return
        if is_due:
            self._program.start(self._command)
        else:
            self._wait.start(PULSE_SECONDS * 1_000)

    def _on_failed(self, _error: Exception) -> None:
        """Ask again later: other parts of the window say what is wrong with the database."""
        self._is_asking = False
        if self._command is not None:
            self._wait.start(PULSE_SECONDS * 1_000)

    @Slot(int)
    def _on_program_ended(self, code: int) -> None:
        if self._command is not None:
            self._wait.start((RETRY_SECONDS if code else PULSE_SECONDS) * 1_000)
