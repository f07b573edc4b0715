"""Fixtures of the tests that need a real desktop, which are tests of Linux."""

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cockpit.app.demo_database import create_demo
from cockpit.data.sqlite import connect
from cockpit.data.url import SqliteFile
from cockpit.domain.clock import SystemClock
from tests.gui.conftest import nothing_goes_on
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


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo company, made once; the tests' own are copied from it."""
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    create_demo(SqliteFile(path), SystemClock().today(), is_renewed=True)
    return path


@pytest.fixture
def demo_home(demo_file: Path, tmp_path: Path) -> Path:
    """A newcomer's folder after the first start with the demo company."""
    home = tmp_path / "home"
    home.mkdir()
    shutil.copy(demo_file, home)
    return home


@pytest.fixture
def quiet_home(demo_home: Path) -> Path:
    """The demo company on a day without any callback left."""
    connection = connect(demo_home / "demo.db")
    for table in ("reminders", "appointments"):
        connection.execute(f"UPDATE {table} SET state = 'done'")
    connection.close()
    return demo_home
