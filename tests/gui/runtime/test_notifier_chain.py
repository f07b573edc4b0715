import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from cockpit.domain.ids import new_id
from cockpit.runtime.desktop_notifier import NotifierChain
from cockpit.runtime.task_runner import TaskRunner
from cockpit.services.ports import Popup


class Place:
    """Somewhere a notification can be shown, or not."""

    def __init__(self, answer: bool | Exception) -> None:
        self.answer = answer
        self.asked: list[str] = []
        self.threads: set[threading.Thread] = set()

    def notify(self, popup: Popup) -> bool:
        self.asked.append(popup.title)
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
        chain.notify(Popup(title, "", (new_id(),)))


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


@pytest.mark.parametrize(
    ("bus", "tray", "is_taken"),
    [(True, False, True), (False, True, True), (False, False, False), (ValueError(), False, False)],
)
def test_who_asked_is_told_on_the_gui_thread_whether_somebody_took_it(
    runner: TaskRunner, qtbot: QtBot, bus: bool | Exception, tray: bool, is_taken: bool
) -> None:
    heard: list[tuple[bool, threading.Thread]] = []
    chain = NotifierChain(runner, background=[Place(bus)], foreground=[Place(tray)])
    chain.notify(Popup("a", ""), lambda taken: heard.append((taken, threading.current_thread())))
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [(is_taken, threading.current_thread())]
