"""Garbage is collected on the GUI thread, whichever thread makes it."""

import gc
import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from cockpit.runtime.collector import GuiCollector


class Cycle:
    """Refers to itself, and notes on which thread it ended."""

    def __init__(self, ended_on: list[threading.Thread]) -> None:
        self.itself = self
        self._ended_on = ended_on

    def __del__(self) -> None:
        self._ended_on.append(threading.current_thread())


@pytest.fixture
def collector(qapp: object) -> Iterator[GuiCollector]:
    made = GuiCollector(pause_ms=10)
    made.start()
    yield made
    made.stop()


def work_hard() -> None:
    """Make so many objects that Python would collect all generations."""
    for _ in range(30):
        [[number] for number in range(30_000)]


def test_a_cycle_ends_on_the_gui_thread_however_hard_others_work(
    collector: GuiCollector, qtbot: QtBot
) -> None:
    ended_on: list[threading.Thread] = []
    Cycle(ended_on)
    worker = threading.Thread(target=work_hard)
    worker.start()
    worker.join()
    assert ended_on == []
    kept = [[number] for number in range(gc.get_threshold()[0] * 2)]
    qtbot.waitUntil(lambda: ended_on == [threading.main_thread()])
    assert kept


def test_afterwards_python_collects_by_itself_again(qapp: object) -> None:
    gc.enable()
    collector = GuiCollector()
    collector.start()
    assert not gc.isenabled()
    collector.stop()
    assert gc.isenabled()
