"""Where every error ends that nobody handled.

An error of the environment (``GiroError``) becomes a sentence for the user. Everything else is a
fault of the program and becomes a report that can be copied and sent. A report names versions,
exception types and places in the program, and never an exception's text, a value or a line of
source: those may hold what customers told in confidence.
"""

import logging
import platform
import re
import sys
import threading
import traceback
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

import PySide6
from PySide6.QtCore import (
    QCoreApplication,
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    Slot,
    qInstallMessageHandler,
    qVersion,
)

from cockpit.domain.errors import GiroError
from cockpit.domain.messages import Message

_ROOT = Path(__file__).resolve().parents[2]
_MOST_FRAMES = 200
#: Qt begins most of its messages with the function that speaks; the rest may hold a value.
_SPEAKER = re.compile(r"^Q\w+(::\w+)*")
_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.DEBUG,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_log = logging.getLogger(__name__)


def report(error: BaseException, version: str) -> str:
    """Return what a crash report says of an exception and its causes.

    Args:
        error: The exception.
        version: Giro's version.
    """
    return "\n".join([*_versions(version), "", *_chain(error, set())])


class CrashHandler(QObject):
    """Catches what nobody caught, on every thread, and Qt's own messages.

    Lives on the GUI thread and is installed before the first window.
    """

    #: A fault of the program; its report (str). The same fault is told once.
    crashed = Signal(str)
    #: Trouble that a sentence settles (Message).
    trouble = Signal(object)

    _noted = Signal()

    def __init__(self, version: str, parent: QObject | None = None) -> None:
        """Prepare the handler for a version of Giro."""
        super().__init__(parent)
        self._version = version
        self._news: deque[Message | str] = deque()
        self._told: set[str] = set()
        # Always queued: a dialog must not open in the middle of what just failed.
        self._noted.connect(self._on_noted, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over the hooks of Python, its threads and Qt."""
        sys.excepthook = self._take_exception
        threading.excepthook = self._take_thread_exception
        qInstallMessageHandler(_take_qt_message)

    def uninstall(self) -> None:
        """Give the hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)

    @Slot(object)
    def handle(self, error: BaseException) -> None:
        """Log an error and tell it on the GUI thread; from any thread."""
        if isinstance(error, GiroError):
            _log.warning("trouble: %s", error.message.key)
            self._note(error.message)
            return
        text = report(error, self._version)
        if text not in self._told:
            # A window that cannot be painted fails sixty times a second.
            self._told.add(text)
            _log.critical("the program failed\n%s", text)
            self._note(text)

    def _note(self, news: Message | str) -> None:
        self._news.append(news)
        self._noted.emit()

    @Slot()
    def _on_noted(self) -> None:
        news = self._news.popleft()
        if isinstance(news, str):
            self.crashed.emit(news)
        else:
            self.trouble.emit(news)

    def _take_exception(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
        else:
            self.handle(error.with_traceback(trace))

    def _take_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not issubclass(args.exc_type, SystemExit):
            self.handle(args.exc_value)


def _take_qt_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    """Log who in Qt complained; its words may hold a value of the user's."""
    speaker = _SPEAKER.match(text)
    name = speaker.group() if speaker else f"{context.file or 'unknown'}:{context.line}"
    logging.getLogger("qt").log(_QT_LEVELS[kind], "%s: %s", context.category or "default", name)


def _versions(version: str) -> list[str]:
    return [
        f"Giro {version}",
        f"Python {platform.python_version()}",
        f"PySide6 {PySide6.__version__}, Qt {qVersion()}",
        f"{platform.system()} {platform.release()} {platform.machine()}",
    ]


def _chain(error: BaseException, seen: set[int]) -> Iterator[str]:
    """Yield the lines of an exception's causes, then its own, then those it groups."""
    if id(error) in seen:
        return
    seen.add(id(error))
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if cause is not None:
        yield from _chain(cause, seen)
        yield "and then:"
    yield _type_name(error)
    yield from _frames(error.__traceback__)
    if isinstance(error, BaseExceptionGroup):
        for one in error.exceptions:
            yield "together with:"
            yield from _chain(one, seen)


def _type_name(error: BaseException) -> str:
    kind = type(error)
    prefix = "" if kind.__module__ == "builtins" else f"{kind.__module__}."
    return prefix + kind.__qualname__


def _frames(trace: TracebackType | None) -> Iterator[str]:
    frames = list(traceback.walk_tb(trace))
    skipped = len(frames) - _MOST_FRAMES
    if skipped > 0:
        # An endless recursion ends where it began and where it broke; the middle is the same.
        frames = frames[: _MOST_FRAMES // 2] + frames[-_MOST_FRAMES // 2 :]
    for number, (frame, line) in enumerate(frames):
        if skipped > 0 and number == _MOST_FRAMES // 2:
            yield f"  … {skipped} more"
        code = frame.f_code
        yield f"  {_place(code.co_filename)}:{line}:{code.co_qualname}"


def _place(file_name: str) -> str:
    """Return a file relative to the program or its package; a home folder names a person."""
    path = Path(file_name)
    for folder in (_ROOT, *map(Path, filter(None, sys.path))):
        if path.is_relative_to(folder):
            return path.relative_to(folder).as_posix()
    return path.name
