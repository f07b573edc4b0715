"""Collects garbage between tests, on the main thread alone.

As ``GuiCollector`` does in the program: a window in a cycle that an earlier test left must not end
on a worker thread of a later one, which Qt answers with a crash, or with two threads that wait for
each other.
"""

import gc
from collections.abc import Iterator

import pytest

from cockpit.app.cli import COLLECTOR_THRESHOLDS
from cockpit.runtime.collector import collect_what_is_due


def pytest_configure() -> None:
    """Let nobody collect during a test.

    Python's own thresholds would look through everything at every few tests.
    """
    gc.disable()
    gc.set_threshold(*COLLECTOR_THRESHOLDS)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol() -> Iterator[None]:
    """Collect what a test left, in case it froze it too, as a start does."""
    try:
        return (yield)
    finally:
        gc.disable()
        if gc.get_freeze_count():
            gc.unfreeze()
        collect_what_is_due()
