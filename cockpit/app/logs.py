"""Rotating logs without personal data.

Messages are written by the program with keys and counts only. Exception texts may quote customers'
data (a database driver repeats the row it refused), so a traceback is logged as exception types and
places in the code, never with its texts.
"""

import logging
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

LOG_BYTES = 1_000_000
LOG_COUNT = 5
#: The program's own messages, Qt's, and those of the alarm's library.
LOGGERS = ("cockpit", "qt", "apscheduler")


class PrivateFormatter(logging.Formatter):
    """A formatter that keeps exception texts out of the log."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, without the traceback that another handler left in the record."""
        left, record.exc_text = record.exc_text, None
        try:
            return super().format(record)
        finally:
            record.exc_text = left

    def formatException(  # noqa: N802 - the standard library's name
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None]
        | tuple[None, None, None],
    ) -> str:
        """Return types and places of an exception and of what caused it."""
        lines: list[str] = []
        error = ei[1]
        while error is not None:
            lines.append(type(error).__qualname__)
            lines.extend(
                f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
                for frame in traceback.extract_tb(error.__traceback__)
            )
            error = error.__cause__ or error.__context__
        return "\n".join(lines)


def start_logging(folder: Path, *, level: int = logging.INFO) -> None:
    """Write the program's log to ``giro.log`` in a folder, at most five megabytes in all."""
    handler = RotatingFileHandler(
        folder / "giro.log", maxBytes=LOG_BYTES, backupCount=LOG_COUNT - 1, encoding="utf-8"
    )
    handler.setFormatter(PrivateFormatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    for name in LOGGERS:
        logger = logging.getLogger(name)
        logger.setLevel(level)
        logger.addHandler(handler)
        logger.propagate = False


def stop_logging() -> None:
    """Close the log files."""
    for name in LOGGERS:
        logger = logging.getLogger(name)
        for handler in tuple(logger.handlers):
            logger.removeHandler(handler)
            handler.close()
