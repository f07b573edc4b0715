"""The terminal's streams and sentences, made safe for whatever a value holds."""

import io
import os
import sys
import time
from contextlib import suppress
from pathlib import Path

_LONGEST_VALUE = 400
#: Nobody reads faster, and a terminal far away is slow.
_REDRAW_SECONDS = 0.1
_CLEAR_LINE = "\r\x1b[K"
_UNKNOWN = "\N{REPLACEMENT CHARACTER}"


def prepare_streams() -> None:
    """Let every text be written, whatever the terminal's encoding and whoever closed a stream.

    A closed stream leads nowhere, so that no file of ours is opened under its number; a character
    that the encoding lacks is written as its code.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            nowhere = Path(os.devnull).open(mode, encoding="utf-8")  # noqa: SIM115 - to the end
            setattr(sys, name, nowhere)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def is_output_closed() -> bool:
    """Return whether nobody can get the output, because the stream was closed from the start."""
    return str(getattr(sys.stdout, "name", "")) == os.devnull


def is_unicode() -> bool:
    """Return whether the output takes every character."""
    return (sys.stdout.encoding or "").lower().startswith("utf")


def one_line(text: str) -> str:
    """Return a text without what would break its line or command the terminal; cut when endless."""
    shown = "".join(one if one.isprintable() else _UNKNOWN for one in text)
    if len(shown) <= 2 * _LONGEST_VALUE:
        return shown
    return f"{shown[:_LONGEST_VALUE]} … {shown[-_LONGEST_VALUE:]}"


def complain(sentence: str) -> None:
    """Say one sentence of trouble; where it cannot be said, the exit code says it."""
    with suppress(OSError):
        sys.stderr.write(one_line(sentence) + "\n")
        sys.stderr.flush()


class RewrittenLine:
    """A line that tells how far something is, on standard error and only on a terminal."""

    def __init__(self) -> None:
        self._is_shown = sys.stderr.isatty()
        self._drawn_at = 0.0

    def show(self, line: str) -> None:
        """Put another text in its place, a few times a second at most."""
        now = time.monotonic()
        if self._is_shown and now - self._drawn_at >= _REDRAW_SECONDS:
            self._drawn_at = now
            sys.stderr.write(_CLEAR_LINE + one_line(line))
            sys.stderr.flush()

    def clear(self) -> None:
        """Leave the line blank for what comes next."""
        if self._is_shown:
            sys.stderr.write(_CLEAR_LINE)
            sys.stderr.flush()
