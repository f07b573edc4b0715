"""From a key press on a real X server to the pixels that no longer change.

Keys are made by the XTEST extension, as a keyboard makes them; the server keeps its screen in a
file that is read without asking anybody. "Settled" is the last change before a quiet time.
"""

import ctypes
import mmap
import os
import select
import shutil
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from scripts.benchmarks.children import ROOT, Portfolio, environment

WIDTH, HEIGHT = 1366, 768
#: The list's ground in the browsing desk: below the bar and its header, left of the client.
_LIST = (slice(85, 735), slice(0, 880))
_QUIET_SECONDS = 0.06
_PATIENCE_SECONDS = 30.0
_XVFB_SECONDS = 10
_LITTLE_ENDIAN_HEADER = ">25I"


@dataclass(frozen=True, slots=True)
class KeyToPixels:
    """What one key took, in seconds.

    Attributes:
        first: Until the list's first pixel changed.
        settled: Until its last one did.
    """

    first: float
    settled: float


class _Screen:
    """The server's screen as an array that it goes on writing to."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        header = struct.unpack_from(_LITTLE_ENDIAN_HEADER, self._map)
        begins = header[0] + header[19] * 12  # the header's size, then the colours (XWDFile.h)
        line = header[12] // 4
        pixels = np.frombuffer(self._map, dtype=np.uint32, offset=begins, count=line * header[5])
        self.list = pixels.reshape(header[5], line)[_LIST]


class _Keyboard:
    """Presses keys by XTEST."""

    def __init__(self, display: str) -> None:
        self._x11, self._xtst = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._x11.XStringToKeysym.restype = ctypes.c_ulong
        self._display = ctypes.c_void_p(self._x11.XOpenDisplay(display.encode()))

    def press(self, *names: str) -> None:
        """Press keys one inside the other, and let them go."""
        codes = [self._code(name) for name in names]
        for is_down, order in ((1, codes), (0, codes[::-1])):
            for code in order:
                self._xtst.XTestFakeKeyEvent(self._display, code, is_down, ctypes.c_ulong(0))
        self._x11.XFlush(self._display)

    def _code(self, name: str) -> int:
        symbol = self._x11.XStringToKeysym(name.encode())
        code: int = self._x11.XKeysymToKeycode(self._display, ctypes.c_ulong(symbol))
        return code


def measure_pixels(portfolio: Portfolio, words: Sequence[str]) -> list[KeyToPixels] | None:
    """Type words into the true program's search, and take them back.

    Returns:
        One figure per key that changed the list; None without an X server that can be watched.
    """
    program = shutil.which("Xvfb")
    if program is None or sys.platform != "linux":
        return None
    with tempfile.TemporaryDirectory() as folder, _server(program, folder) as display:
        screen = _Screen(Path(folder) / "Xvfb_screen0")
        with suppress(OSError), _program(portfolio, display):
            return _typed(screen, _Keyboard(display), words)
    return None


def _typed(screen: _Screen, keyboard: _Keyboard, words: Sequence[str]) -> list[KeyToPixels]:
    _until_quiet(screen, 3.0)
    keyboard.press("Control_L", "f")
    _until_quiet(screen, 1.0)
    found = []
    for word in words:
        for key in (*word, *["BackSpace"] * len(word)):
            took = _watched(screen, keyboard, key)
            if took is not None:
                found.append(took)
    return found


def _watched(screen: _Screen, keyboard: _Keyboard, key: str) -> KeyToPixels | None:
    """Press a key; None where the list shows the same afterwards."""
    before = screen.list.copy()
    first = last = None
    started = time.perf_counter()
    keyboard.press(key)
    while time.perf_counter() - (last or started) < _QUIET_SECONDS:
        if np.array_equal(screen.list, before):
            continue
        last = time.perf_counter()
        first = first or last
        before = screen.list.copy()
    if first is None or last is None:
        return None
    return KeyToPixels(first - started, last - started)


def _until_quiet(screen: _Screen, seconds: float) -> None:
    """Wait until the list has not changed for a while."""
    deadline = time.perf_counter() + _PATIENCE_SECONDS
    before, since = screen.list.copy(), time.perf_counter()
    while time.perf_counter() < deadline:
        time.sleep(0.02)
        if not np.array_equal(screen.list, before):
            before, since = screen.list.copy(), time.perf_counter()
        elif time.perf_counter() - since > seconds and np.ptp(before) > 0:
            return


@contextmanager
def _server(program: str, folder: str) -> Iterator[str]:
    read_end, write_end = os.pipe()
    options = ["-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-fbdir", folder, "-nolisten", "tcp"]
    with (
        os.fdopen(read_end) as answer,
        subprocess.Popen(
            [program, "-displayfd", str(write_end), *options],
            pass_fds=[write_end],
            stderr=subprocess.DEVNULL,
        ) as server,
    ):
        os.close(write_end)
        try:
            select.select([answer], [], [], _XVFB_SECONDS)
            yield f":{answer.readline().strip()}"
        finally:
            server.terminate()


@contextmanager
def _program(portfolio: Portfolio, display: str) -> Iterator[subprocess.Popen[Any]]:
    screen = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display}
    with subprocess.Popen(
        [sys.executable, "main.py", *portfolio.arguments],
        cwd=ROOT,
        env=environment(portfolio.home, screen),
        stdout=subprocess.DEVNULL,
    ) as process:
        try:
            yield process
        finally:
            process.terminate()
