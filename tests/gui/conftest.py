"""What every test with Qt keeps and may ask for: nothing goes on after it; a world of fakes."""

import threading
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import Shiboken

from tests.support.ui_data import UiWorld

_PATIENCE_SECONDS = 2.0


@pytest.fixture(autouse=True)
def nothing_goes_on() -> Iterator[None]:
    """Fail a test that leaves a thread or a running timer behind."""
    before = set(threading.enumerate())
    yield
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    timers = _stopped_timers()
    threads = _left_threads(before)
    assert not threads, f"threads left behind: {threads}"
    assert not timers, f"timers left running: {timers}"


@pytest.fixture
def world(qapp: QApplication) -> Iterator[UiWorld]:
    """A context of fakes with 120 customers, in Portuguese; a folder may have one of its own."""
    made = UiWorld(qapp)
    yield made
    made.close()


def _left_threads(before: set[threading.Thread]) -> list[str]:
    deadline = time.monotonic() + _PATIENCE_SECONDS
    for thread in set(threading.enumerate()) - before:
        thread.join(max(deadline - time.monotonic(), 0))
    return [thread.name for thread in set(threading.enumerate()) - before]


def _stopped_timers() -> list[str]:
    """Stop the running timers, so that one test's leftover is not the next one's, and name them."""
    left = [one for one in Shiboken.getAllValidWrappers() if type(one) is QTimer and one.isActive()]
    for timer in left:
        timer.stop()
    return [f"{timer.interval()} ms of {type(timer.parent()).__name__}" for timer in left]
