"""The programs that the benchmarks start: where they keep their files, and on which screen."""

import json
import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from cockpit.app.display import missing_display_requirements

ROOT = Path(__file__).resolve().parents[2]
#: Notifications of a benchmark must not reach the desktop of whoever runs it.
# The last one keeps Python from storing what it compiled, as no user's machine does.
_FORGOTTEN = (
    "DBUS_SESSION_BUS_ADDRESS", "GIRO_DATABASE_URL", "WAYLAND_DISPLAY", "PYTHONDONTWRITEBYTECODE",
)  # fmt: skip
_XVFB_SECONDS = 10
_SCREEN = ["-screen", "0", "1920x1080x24", "-nolisten", "tcp"]
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}


@dataclass(frozen=True, slots=True)
class Portfolio:
    """A prepared database.

    Attributes:
        name: For the tables.
        home: The user's folder that holds it.
        arguments: What opens it on the program's command line.
    """

    name: str
    home: Path
    arguments: tuple[str, ...] = ()


def environment(home: Path, screen: Mapping[str, str] = OFFSCREEN) -> dict[str, str]:
    """Return the environment of a measured program."""
    kept = {name: value for name, value in os.environ.items() if name not in _FORGOTTEN}
    return {**kept, "GIRO_HOME": str(home), **screen}


def command(module: str, *arguments: str) -> list[str]:
    """Return the command that runs one of the measured programs."""
    return [sys.executable, "-m", f"scripts.benchmarks.{module}", *arguments]


def run_to_report(
    words: Sequence[str], environ: Mapping[str, str]
) -> tuple[float, dict[str, float]]:
    """Run a program to its end.

    Returns:
        The seconds until its last mark, and those until each of its marks, from its start.
    """
    started = time.monotonic_ns()
    done = subprocess.run(
        words, cwd=ROOT, env=dict(environ), stdout=subprocess.PIPE, text=True, check=True
    )
    marks = json.loads(done.stdout.splitlines()[-1])
    reached = {name: (at - started) / 1e9 for name, at in marks.items()}
    return max(reached.values()), reached


def pipe(stream: IO[str] | None) -> IO[str]:
    """Return a pipe of a program that was started with it."""
    if stream is None:
        raise TypeError("the other process was started without pipes")
    return stream


@contextmanager
def real_screen() -> Iterator[Mapping[str, str] | None]:
    """Start an X server without a monitor; None where there is none or Qt cannot use it."""
    program = shutil.which("Xvfb")
    if program is None:
        yield None
        return
    read_end, write_end = os.pipe()
    with (
        os.fdopen(read_end) as answer,
        subprocess.Popen(
            [program, "-displayfd", str(write_end), *_SCREEN],
            pass_fds=[write_end],
            stderr=subprocess.DEVNULL,
        ) as server,
    ):
        os.close(write_end)
        try:
            is_up = select.select([answer], [], [], _XVFB_SECONDS)[0]
            number = answer.readline().strip() if is_up else ""
            screen = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{number}"}
            is_usable = number and missing_display_requirements(screen) is None
            yield screen if is_usable else None
        finally:
            server.terminate()
