"""Fixtures that every test may ask for."""

import os

# Windows are drawn in memory; tests of a real screen start their own programs.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

pytest_plugins = ["tests.support.databases", "tests.support.desktop", "tests.support.small_disk"]
