"""Fixtures of the tests that need a real desktop, which are tests of Linux."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cockpit.data.sqlite import connect
from cockpit.domain.clock import SystemClock
from tests.gui.conftest import nothing_goes_on
from tests.support.demo_company import DemoCompanies
from tests.support.desktop_session import DesktopSession, desktop_session, dunst, x_display

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.support.giro_window import GiroDesktop

__all__ = ["desktop_session", "dunst", "nothing_goes_on", "x_display"]

collect_ignore_glob = [] if sys.platform.startswith("linux") else ["test_*.py"]


@pytest.fixture
def giro_desktop(desktop_session: DesktopSession) -> "Iterator[GiroDesktop]":
    """Return a desktop on which cockpits can be opened."""
    from tests.support.giro_window import giro_desktop_on  # noqa: PLC0415 - needs Linux

    with giro_desktop_on(desktop_session) as desktop:
        yield desktop


@pytest.fixture
def demo_home(demo_companies: DemoCompanies, tmp_path: Path) -> Path:
    """A newcomer's folder after the first start with the demo company."""
    home = tmp_path / "home"
    home.mkdir()
    demo_companies.copy(SystemClock().today(), home / "demo.db")
    return home


@pytest.fixture
def quiet_home(demo_home: Path) -> Path:
    """The demo company on a day without any callback left."""
    connection = connect(demo_home / "demo.db")
    for table in ("reminders", "appointments"):
        connection.execute(f"UPDATE {table} SET state = 'done'")
    connection.close()
    return demo_home
