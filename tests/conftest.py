"""Fixtures that every test may ask for."""

import os

from hypothesis import settings

from tests.support.memory import memory_folder

# What tests write lies in memory where that has room: a commit on a disk takes milliseconds.
if folder := memory_folder(4 << 30):
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(folder))

# Windows are drawn in memory; tests of a real screen start their own programs.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

# The programs that tests start find their code compiled, as every user's program does.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# A busy machine is no failure: how long an example takes is not what these tests are about.
settings.register_profile("giro", deadline=None)
settings.load_profile("giro")

pytest_plugins = [
    "tests.support.databases",
    "tests.support.team",
    "tests.support.demo_company",
    "tests.support.desktop",
    "tests.support.garbage",
    "tests.support.small_disk",
]
