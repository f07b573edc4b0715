"""A second program of ours, for work that would take the window's breath: seen, heard, ended.

A thread shares the interpreter's lock with the window and cannot be ended; a program shares nothing
and ends at once. It talks to the database only, so that an end in the middle loses no more than the
transaction it was in.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal, Slot

#: The exit code of what could not be started, crashed or was ended from outside.
BROKEN = -1
_END_MS = 1_000
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Command:
    """What is started.

    Attributes:
        program: The executable.
        words: Its arguments; any user of the machine can read them.
        variables: Added to this program's environment.
        secret: The first line of its standard input, which nobody else reads; empty is none.
    """

    program: str
    words: tuple[str, ...]
    variables: Mapping[str, str] = field(default_factory=dict, repr=False)
    secret: bytes = field(default=b"", repr=False)


class BackgroundProgram(QObject):
    """Runs one program at a time; nothing is heard of what it prints, it has a log of its own.

    Lives on the GUI thread. ``end`` comes before the object's end.
    """

    #: The exit code (int), or ``BROKEN``; not emitted by ``end``.
    ended = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process = QProcess(self)
        self._process.setStandardOutputFile(QProcess.nullDevice())
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.finished.connect(self._on_process_finished)
        self._process.errorOccurred.connect(self._on_process_error_occurred)
        self._is_awaited = False

    @property
    def is_running(self) -> bool:
        """Return whether it was started and has not ended."""
        return self._is_awaited

    def start(self, command: Command) -> None:
        """Start a program.

        Raises:
            RuntimeError: Another one still runs.
        """
        if self._is_awaited:
            raise RuntimeError("a background program is already running")
        self._is_awaited = True
        environment = QProcessEnvironment.systemEnvironment()
        for name, value in command.variables.items():
            environment.insert(name, value)
        self._process.setProcessEnvironment(environment)
        self._process.start(command.program, list(command.words))
        self._process.write(command.secret)
        self._process.closeWriteChannel()

    def end(self) -> None:
        """End it at once, whatever it does."""
        self._is_awaited = False
        if self._process.state() is not QProcess.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished(_END_MS)

    @Slot(int, QProcess.ExitStatus)
    def _on_process_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._tell(code if status is QProcess.ExitStatus.NormalExit else BROKEN)

    @Slot(QProcess.ProcessError)
    def _on_process_error_occurred(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._tell(BROKEN)

    def _tell(self, code: int) -> None:
        if self._is_awaited:
            self._is_awaited = False
            if code:
                _log.info("a background program ended with %d", code)
            self.ended.emit(code)
