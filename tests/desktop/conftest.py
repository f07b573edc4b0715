"""Fixtures of the tests that need a real desktop, which are tests of Linux."""

import sys

from tests.gui.conftest import nothing_goes_on
from tests.support.desktop_session import desktop_session, dunst, x_display

__all__ = ["desktop_session", "dunst", "nothing_goes_on", "x_display"]

collect_ignore_glob = [] if sys.platform.startswith("linux") else ["test_*.py"]
