"""An import on a terminal: one line that is rewritten, and Ctrl+C."""

import signal
from types import FrameType, TracebackType
from typing import Self

from cockpit.app.terminal import RewrittenLine
from cockpit.domain.formats import Language
from cockpit.domain.import_results import ImportProgress
from resources import text

_MINUTE = 60


class ProgressLine:
    """Shows how far an import is, on standard error and only where that is a terminal."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._line = RewrittenLine()

    def __call__(self, progress: ImportProgress) -> None:
        """Show where a file is."""
        self._line.show(progress_line(progress, self._language))

    def clear(self) -> None:
        """Leave the line blank for what comes next."""
        self._line.clear()


def progress_line(progress: ImportProgress, language: Language) -> str:
    """Return where a file is in words."""
    share = min(progress.position / progress.size, 1.0) if progress.size else 1.0
    seconds = progress.seconds_left
    if share == 1.0:
        remaining = text("imports.progress_following", language)
    elif seconds is None:
        remaining = ""
    elif seconds < _MINUTE:
        remaining = text("imports.progress_seconds", language, seconds=round(seconds))
    else:
        remaining = text("imports.progress_minutes", language, minutes=round(seconds / _MINUTE))
    return text(
        "imports.progress",
        language,
        file=progress.file_name,
        percent=int(share * 100),
        lines=progress.lines,
        rate=round(progress.lines_per_second),
        remaining=remaining,
    ).rstrip()


class CancelByKey:
    """Lets the first Ctrl+C ask, and the second one interrupt as usual."""

    def __init__(self) -> None:
        self._is_asked = False

    def is_asked(self) -> bool:
        """Return whether somebody pressed Ctrl+C."""
        return self._is_asked

    def __enter__(self) -> Self:
        """Listen."""
        self._former = signal.signal(signal.SIGINT, self._ask)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Give Ctrl+C back."""
        signal.signal(signal.SIGINT, self._former)

    def _ask(self, number: int, frame: FrameType | None) -> None:
        self._is_asked = True
        signal.signal(signal.SIGINT, signal.default_int_handler)
