"""Keeps tests marked ``desktop`` for machines that have an X server, a session bus and a notifier.

On a newcomer's machine they stay out, and one line says which packages bring them in. With
``GIRO_REQUIRE_DESKTOP=1``, as in CI, they fail there instead.
"""

from __future__ import annotations

import os
import shutil
import sys

import pytest

from cockpit.app.display import missing_packages

#: Programs that the tests start, and the Debian packages that bring them.
PROGRAMS = {"Xvfb": "xvfb", "xdotool": "xdotool", "dbus-daemon": "dbus", "dunst": "dunst"}


def missing_desktop_packages() -> tuple[str, ...]:
    """Name the packages that the desktop tests still need here; empty when they can run."""
    programs = [package for program, package in PROGRAMS.items() if shutil.which(program) is None]
    return (*programs, *missing_packages("xcb"))


def _is_required() -> bool:
    return os.environ.get("GIRO_REQUIRE_DESKTOP") == "1"


def _why_not() -> str:
    if not sys.platform.startswith("linux"):
        return "they need Linux"
    packages = missing_desktop_packages()
    return f"install {' '.join(packages)} to run them" if packages else ""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the desktop tests out where they cannot run and nobody insists."""
    if _is_required() or not _why_not():
        return
    desktop = [item for item in items if item.get_closest_marker("desktop")]
    if desktop:
        config.hook.pytest_deselected(items=desktop)
        items[:] = [item for item in items if item not in desktop]


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Fail a desktop test that was insisted on where it cannot run."""
    if _is_required() and item.get_closest_marker("desktop") and (reason := _why_not()):
        pytest.fail(f"GIRO_REQUIRE_DESKTOP=1, but the desktop's tools are missing: {reason}")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in one line that the desktop tests stayed out, and what brings them in."""
    if not _is_required() and (reason := _why_not()):
        terminalreporter.write_line(f"Tests on a real desktop stayed out: {reason}.", yellow=True)
