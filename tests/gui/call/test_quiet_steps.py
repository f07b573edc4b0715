"""What is done in quiet moments: piece by piece, and never while something is read."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from cockpit.runtime.task_runner import Lane, TaskRunner
from cockpit.ui.widgets.quiet_steps import QuietSteps


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[TaskRunner]:
    runner = TaskRunner()
    yield runner
    runner.shutdown()


def test_each_piece_is_done_once_in_their_order(qtbot: QtBot, runner: TaskRunner) -> None:
    done: list[int] = []
    owner = QObject()
    steps = QuietSteps(runner, [lambda: done.append(1), lambda: done.append(2)], owner)
    steps.start()
    steps.start()
    qtbot.waitUntil(lambda: steps.is_done)
    assert done == [1, 2]


def test_no_piece_is_done_while_something_is_read(qtbot: QtBot, runner: TaskRunner) -> None:
    may_end, order = threading.Event(), list[str]()
    owner = QObject()
    steps = QuietSteps(runner, [lambda: order.append("piece")], owner)
    runner.submit(
        may_end.wait,
        lane=Lane.READ,
        owner=owner,
        key="read",
        on_result=lambda _: order.append("read"),
    )
    steps.start()
    with qtbot.waitSignal(steps._idle.timeout):  # a moment that was not quiet
        pass
    may_end.set()
    qtbot.waitUntil(lambda: steps.is_done)
    assert order == ["read", "piece"]
