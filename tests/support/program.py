"""Runs the program as a user does: a process of its own, with its own data folder."""

import os
import subprocess
import sys
from pathlib import Path

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
