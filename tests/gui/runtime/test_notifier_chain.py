import threading
from collections.abc import Iterator, Sequence
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from cockpit.domain.ids import new_id
from cockpit.runtime.desktop_notifier import NotifierChain
from cockpit.runtime.task_runner import TaskRunner


class Place:
    """Somewhere a notification can be shown, or not."""

    def __init__(self, answer: bool | Exception) -> None:
        self.answer = answer
        self.asked: list[str] = []
        self.threads: set[threading.Thread] = set()

    def notify(self, reminder_ids: Sequence[UUID], title: str, body: str) -> bool:
        self.asked.append(title)
        self.threads.add(threading.current_thread())
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


@pytest.fixture
def runner(qapp: object) -> Iterator[TaskRunner]:
    runner = TaskRunner()
    yield runner
    runner.shutdown()


def _notify(chain: NotifierChain, *titles: str) -> None:
    for title in titles:
        assert chain.notify([new_id()], title, "")


def test_the_first_that_takes_a_notification_is_the_last_that_is_asked(
    runner: TaskRunner, qtbot: QtBot
) -> None:
    first, second, tray = Place(answer=False), Place(answer=True), Place(answer=True)
    _notify(NotifierChain(runner, background=[first, second], foreground=[tray]), "a")
    qtbot.waitUntil(lambda: runner.is_idle)
    assert (first.asked, second.asked, tray.asked) == (["a"], ["a"], [])


def test_what_may_wait_is_asked_in_the_background_and_the_tray_on_the_gui_thread(
    runner: TaskRunner, qtbot: QtBot
) -> None:
    bus, tray = Place(answer=False), Place(answer=True)
    _notify(NotifierChain(runner, background=[bus], foreground=[tray]), "a")
    qtbot.waitUntil(lambda: runner.is_idle)
    assert threading.current_thread() not in bus.threads
    assert tray.threads == {threading.current_thread()}


def test_no_notification_takes_the_place_of_another(runner: TaskRunner, qtbot: QtBot) -> None:
    tray = Place(answer=True)
    chain = NotifierChain(runner, background=[], foreground=[tray])
    _notify(chain, *"abcdef")
    qtbot.waitUntil(lambda: runner.is_idle)
    assert sorted(tray.asked) == list("abcdef")


def test_a_fault_of_one_place_is_reported_and_does_not_cost_the_notification(
    runner: TaskRunner, qtbot: QtBot
) -> None:
    error = ValueError()
    tray = Place(answer=True)
    chain = NotifierChain(runner, background=[Place(error)], foreground=[tray])
    with qtbot.waitSignal(runner.failed) as blocker:
        _notify(chain, "a")
    assert blocker.args == [error]
    assert tray.asked == ["a"]
