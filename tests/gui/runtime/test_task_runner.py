import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from cockpit.runtime.task_runner import Lane, TaskRunner


@pytest.fixture
def runner(qapp: object) -> Iterator[TaskRunner]:
    runner = TaskRunner()
    yield runner
    runner.shutdown()


def test_work_runs_elsewhere_and_its_answer_comes_back_to_the_gui_thread(
    runner: TaskRunner, qtbot: QtBot
) -> None:
    gui = threading.current_thread()
    worked: list[threading.Thread] = []
    answered: list[threading.Thread] = []
    runner.submit(
        lambda: worked.append(threading.current_thread()),
        lane=Lane.READ,
        owner=runner,
        key="where",
        on_result=lambda _: answered.append(threading.current_thread()),
    )
    qtbot.waitUntil(lambda: bool(answered))
    assert answered == [gui]
    assert worked != [gui]


def test_only_the_newest_answer_to_a_question_arrives(runner: TaskRunner, qtbot: QtBot) -> None:
    gates = [threading.Event() for _ in range(3)]
    arrived: list[int] = []
    for number, gate in enumerate(gates):
        runner.submit(
            lambda number=number, gate=gate: (gate.wait(5), number)[1],
            lane=Lane.NETWORK,
            owner=runner,
            key="panel",
            on_result=arrived.append,
        )
    for gate in reversed(gates):
        gate.set()
    qtbot.waitUntil(lambda: bool(arrived))
    runner.submit(lambda: 99, lane=Lane.NETWORK, owner=runner, key="end", on_result=arrived.append)
    qtbot.waitUntil(lambda: 99 in arrived)
    assert arrived == [2, 99]


def test_answers_to_different_questions_do_not_disturb_each_other(
    runner: TaskRunner, qtbot: QtBot
) -> None:
    other = QObject()
    arrived: set[str] = set()
    for owner, key in ((runner, "a"), (runner, "b"), (other, "a")):
        name = f"{owner is other}-{key}"
        runner.submit(
            lambda name=name: name, lane=Lane.READ, owner=owner, key=key, on_result=arrived.add
        )
    qtbot.waitUntil(lambda: len(arrived) == 3)


def test_a_read_that_nobody_waits_for_any_more_is_not_even_begun(
    runner: TaskRunner, qtbot: QtBot
) -> None:
    gate = threading.Event()
    for reader in range(2):
        runner.submit(
            lambda: gate.wait(5),
            lane=Lane.READ,
            owner=runner,
            key=f"busy {reader}",
            on_result=lambda _: None,
        )
    begun: list[int] = []
    done: list[None] = []
    for number in range(5):
        runner.submit(
            lambda number=number: begun.append(number),
            lane=Lane.READ,
            owner=runner,
            key="panel",
            on_result=done.append,
        )
    gate.set()
    qtbot.waitUntil(lambda: bool(done))
    assert begun == [4]


def test_a_deleted_owner_hears_nothing(runner: TaskRunner, qtbot: QtBot) -> None:
    parent = QObject()
    owner = QObject(parent)
    gate = threading.Event()
    arrived: list[str] = []
    runner.submit(
        lambda: (gate.wait(5), "late")[1],
        lane=Lane.NETWORK,
        owner=owner,
        key="x",
        on_result=arrived.append,
    )
    owner.setParent(None)
    owner.deleteLater()
    with qtbot.waitSignal(owner.destroyed):
        pass
    gate.set()
    runner.submit(
        lambda: "end", lane=Lane.NETWORK, owner=runner, key="end", on_result=arrived.append
    )
    qtbot.waitUntil(lambda: "end" in arrived)
    assert arrived == ["end"]


def test_every_write_is_carried_out_in_its_order_even_when_superseded(
    runner: TaskRunner, qtbot: QtBot
) -> None:
    written: list[int] = []
    answers: list[None] = []
    for number in range(50):
        runner.submit(
            lambda number=number: written.append(number),
            lane=Lane.WRITE,
            owner=runner,
            key="save",
            on_result=answers.append,
        )
    qtbot.waitUntil(lambda: bool(answers))
    assert written == list(range(50))


def test_an_error_goes_to_its_handler_and_else_to_failed(runner: TaskRunner, qtbot: QtBot) -> None:
    error = ValueError("x")

    def fail() -> None:
        raise error

    handled: list[Exception] = []
    runner.submit(
        fail,
        lane=Lane.READ,
        owner=runner,
        key="a",
        on_result=lambda _: None,
        on_error=handled.append,
    )
    qtbot.waitUntil(lambda: bool(handled))
    with qtbot.waitSignal(runner.failed) as blocker:
        runner.submit(fail, lane=Lane.READ, owner=runner, key="b", on_result=lambda _: None)
    assert handled == [error]
    assert blocker.args == [error]


def test_a_failed_write_is_told_even_when_its_owner_is_gone(
    runner: TaskRunner, qtbot: QtBot
) -> None:
    owner = QObject()
    gate = threading.Event()
    error = OSError("disk")

    def fail() -> None:
        gate.wait(5)
        raise error

    runner.submit(
        fail,
        lane=Lane.WRITE,
        owner=owner,
        key="save",
        on_result=lambda _: None,
        on_error=lambda _: pytest.fail("the owner is gone"),
    )
    with qtbot.waitSignal(owner.destroyed):
        owner.deleteLater()
    with qtbot.waitSignal(runner.failed) as blocker:
        gate.set()
    assert blocker.args == [error]


def test_shutdown_finishes_the_writes_drops_the_reads_and_leaves_no_thread(qapp: object) -> None:
    runner = TaskRunner()
    gate = threading.Event()
    written: list[int] = []
    read: list[int] = []
    told: list[Exception] = []
    runner.failed.connect(told.append)
    for number in range(4):
        runner.submit(
            lambda number=number: (gate.wait(5), read.append(number)),
            lane=Lane.READ,
            owner=runner,
            key=f"read {number}",
            on_result=lambda _: None,
        )

    def write(number: int) -> None:
        gate.wait(5)
        if number == 7:
            raise OSError("disk")
        written.append(number)

    for number in range(8):
        runner.submit(
            lambda number=number: write(number),
            lane=Lane.WRITE,
            owner=runner,
            key="save",
            on_result=lambda _: pytest.fail("nobody listens any more"),
        )
    threading.Timer(0.05, gate.set).start()
    runner.shutdown()
    assert written == list(range(7))
    assert len(read) <= 2
    assert [type(error) for error in told] == [OSError]
    assert not [one for one in threading.enumerate() if one.name.startswith("giro-")]


def test_after_shutdown_a_read_is_ignored_and_a_write_is_refused(runner: TaskRunner) -> None:
    runner.shutdown()
    arrived: list[int] = []
    runner.submit(lambda: 1, lane=Lane.READ, owner=runner, key="r", on_result=arrived.append)
    with pytest.raises(RuntimeError):
        runner.submit(lambda: 1, lane=Lane.WRITE, owner=runner, key="w", on_result=arrived.append)
    assert not arrived


def test_work_is_only_taken_on_the_gui_thread(runner: TaskRunner) -> None:
    refused: list[Exception] = []

    def submit() -> None:
        try:
            runner.submit(int, lane=Lane.READ, owner=runner, key="x", on_result=print)
        except RuntimeError as error:
            refused.append(error)

    thread = threading.Thread(target=submit)
    thread.start()
    thread.join()
    assert len(refused) == 1


def test_an_object_of_the_gui_thread_never_dies_on_a_worker(
    runner: TaskRunner, qtbot: QtBot
) -> None:
    deaths: list[bool] = []
    gui = QThread.currentThread()

    class Widget(QObject):
        def __del__(self) -> None:
            deaths.append(QThread.currentThread() == gui)

        def fail(self) -> None:
            raise ValueError

    handled: list[str] = []
    for number in range(200):
        widget = Widget()
        work = widget.fail if number % 2 else widget.objectName
        runner.submit(
            work,
            lane=Lane.NETWORK,
            owner=widget,
            key="x",
            on_result=lambda _: handled.append("result"),
            on_error=lambda _: handled.append("error"),
        )
        del widget, work
    qtbot.waitUntil(lambda: len(handled) == 200)
    qtbot.waitUntil(lambda: len(deaths) == 200)
    assert all(deaths)


def test_what_lasts_holds_up_no_list_and_an_older_question_is_spared(
    runner: TaskRunner, qtbot: QtBot
) -> None:
    gate = threading.Event()
    worked: list[str] = []
    arrived: list[str] = []

    def work(name: str) -> str:
        gate.wait(5)
        worked.append(name)
        return name

    for name, key in (("first", "one"), ("older", "two"), ("newer", "two")):
        runner.submit(
            lambda name=name: work(name),
            lane=Lane.LONG,
            owner=runner,
            key=key,
            on_result=arrived.append,
        )
    runner.submit(lambda: "list", lane=Lane.READ, owner=runner, key="r", on_result=arrived.append)
    qtbot.waitUntil(lambda: arrived == ["list"])
    gate.set()
    qtbot.waitUntil(lambda: arrived == ["list", "first", "newer"])
    assert worked == ["first", "newer"]
