"""Imports files in a program beside the window, so that the window keeps its breath."""

import logging

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal, Slot

from cockpit.domain.errors import GiroError
from cockpit.domain.import_results import ImportProgress
from cockpit.domain.messages import Message
from cockpit.runtime.background_program import Command
from cockpit.services.import_exchange import (
    ImportFailure,
    ImportOutcome,
    ImportRequest,
    line_of,
    read_line,
)

#: What a batch may still take when the window closes; an import goes on from there another time.
_END_MS = 5_000
_log = logging.getLogger(__name__)


class ImportFailedError(GiroError):
    """An import that could not be made, told by the program that tried it."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.key.removeprefix("error."), **message.as_dict())


class ImportRunner(QObject):
    """Runs one import, or one trial, at a time.

    Lives on the GUI thread. ``stop`` comes before the object's end. The other program is told what
    to do on its standard input and stops where that ends, so it never outlives the window for long.
    """

    #: A batch was stored, or tried (ImportProgress).
    progressed = Signal(object)
    #: Files that could not be used and were left out (tuple[RefusedFile, ...]), before the end.
    refused = Signal(object)
    #: It ended (list[ImportSummary]); after ``cancel`` the summaries say that it was cancelled.
    finished = Signal(object)
    #: It could not be made, or not to its end (GiroError); stored batches stay.
    failed = Signal(object)

    def __init__(self, command: Command | None, parent: QObject | None = None) -> None:
        """Prepare a runner.

        Args:
            command: Imports what it reads of on its standard input; None where nothing is imported.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._command = command
        self._is_awaited = False
        self._answer: ImportOutcome | ImportFailure | None = None
        self._process = QProcess(self)
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.readyReadStandardOutput.connect(self._on_process_ready_read)
        self._process.finished.connect(self._on_process_finished)
        self._process.errorOccurred.connect(self._on_process_error_occurred)

    @property
    def is_running(self) -> bool:
        """Return whether an import was started and has not ended."""
        return self._is_awaited

    def start(self, request: ImportRequest) -> None:
        """Start an import or a trial.

        Raises:
            RuntimeError: Another one still runs, or nothing can be imported here.
        """
        if self._is_awaited or self._command is None:
            raise RuntimeError("no import can start now")
        self._is_awaited = True
        self._answer = None
        environment = QProcessEnvironment.systemEnvironment()
        for name, value in self._command.variables.items():
            environment.insert(name, value)
        self._process.setProcessEnvironment(environment)
        self._process.start(self._command.program, list(self._command.words))
        self._process.write(self._command.secret)
        self._process.write(line_of(request).encode("ascii") + b"\n")

    def cancel(self) -> None:
        """Ask it to stop after the batch that it is in; ``finished`` follows."""
        self._process.closeWriteChannel()

    def stop(self) -> None:
        """End it, in order where it can, and tell nobody."""
        self._is_awaited = False
        if self._process.state() is QProcess.ProcessState.NotRunning:
            return
        self._process.closeWriteChannel()
        if not self._process.waitForFinished(_END_MS):
            self._process.kill()
            self._process.waitForFinished(_END_MS)

    @Slot()
    def _on_process_ready_read(self) -> None:
        while self._process.canReadLine():
            line = bytes(self._process.readLine().data()).decode("utf-8", "replace")
            try:
                said = read_line(line)
            except ValueError:
                _log.info("the import said something that is no answer")
                continue
            if isinstance(said, ImportProgress) and self._is_awaited:
                self.progressed.emit(said)
            elif isinstance(said, ImportOutcome | ImportFailure):
                self._answer = said

    @Slot(int, QProcess.ExitStatus)
    def _on_process_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._on_process_ready_read()
        self._tell()

    @Slot(QProcess.ProcessError)
    def _on_process_error_occurred(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._tell()

    def _tell(self) -> None:
        if not self._is_awaited:
            return
        self._is_awaited = False
        if isinstance(self._answer, ImportOutcome):
            if self._answer.refused:
                self.refused.emit(self._answer.refused)
            self.finished.emit(list(self._answer.summaries))
        elif isinstance(self._answer, ImportFailure):
            self.failed.emit(ImportFailedError(self._answer.message))
        else:
            self.failed.emit(GiroError("import_program_failed"))
