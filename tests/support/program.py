"""Runs the program as a user does, with its own data folder: as a process, or in this one."""

import io
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from cockpit.app.cli import main

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_SECONDS = 90


def environment(home: Path, **more: str) -> dict[str, str]:
    """Return the environment of a user whose data lie in ``home`` and who has no display."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name
        not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "GIRO_DATABASE_URL",
                "GIRO_LANGUAGE", "DBUS_SESSION_BUS_ADDRESS")
    }  # fmt: skip
    return {**kept, "GIRO_HOME": str(home), "PYTHONUTF8": "1", **more}


def run_giro(*words: str, home: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run ``python main.py`` with these words and return what it printed."""
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *words],
        env=environment(home, **more),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=PATIENCE_SECONDS,
        check=False,
    )


def run_here(*words: str, home: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Do what ``run_giro`` does without starting a process, which takes ten times as long.

    For the many ways to type a command. What a process shows (its exit, its signals, what it may
    import, other processes beside it) is shown by a few tests with ``run_giro``.
    """
    output, errors = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    with (
        pytest.MonkeyPatch.context() as patch,
        redirect_stdout(output),
        redirect_stderr(errors),
    ):
        patch.setattr(os, "environ", environment(home, **more))
        code = main(words)
    return subprocess.CompletedProcess(words, code, _written(output), _written(errors))


def _written(stream: io.TextIOWrapper) -> str:
    """Return what was written, which is UTF-8 as in a process."""
    stream.seek(0)
    return stream.read()
