"""Very many customers are changed part by part: told, stopped, taken back."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Slot
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.errors import DatabaseBusyError
from cockpit.runtime.task_runner import Lane, TaskRunner
from cockpit.ui.work_list.bulk import AT_ONCE
from cockpit.ui.work_list.pick_dialog import PickDialog
from cockpit.ui.work_list.screen import WorkListScreen
from tests.gui.work_list.test_tools import pick_beatriz
from tests.support.list_data import FakeWorkListService, make_rows
from tests.support.panel_data import HeldTaskRunner
from tests.support.ui_data import UiWorld

PARTS = 20
COUNT = PARTS * AT_ONCE
#: A key is answered within this on a machine that is busy with the whole suite.
LONGEST_MS = 250


@pytest.fixture(scope="module")
def rows() -> list[dict[str, object]]:
    return make_rows(COUNT)


@pytest.fixture
def world(qapp: object, rows: list[dict[str, object]]) -> Iterator[UiWorld]:
    world = UiWorld(qapp, work_list=FakeWorkListService(rows))  # type: ignore[arg-type]
    yield world
    world.close()


@pytest.fixture
def runner() -> Iterator[HeldTaskRunner]:
    runner = HeldTaskRunner()
    yield runner
    runner.shutdown()


@pytest.fixture
def screen(world: UiWorld, runner: HeldTaskRunner, qtbot: QtBot) -> WorkListScreen:
    """A list with everybody marked, whose work is done when the test says so."""
    screen = shown(world, runner, qtbot)
    runner.release()
    runner.release()
    screen.view.selectAll()
    return screen


def shown(world: UiWorld, runner: TaskRunner, qtbot: QtBot) -> WorkListScreen:
    screen = WorkListScreen(replace(world.ctx, runner=runner))
    qtbot.addWidget(screen)
    qtbot.addWidget(screen.filter_bar)
    screen.resize(900, 600)
    screen.show()
    screen.reload()
    return screen


def begin(screen: WorkListScreen, runner: HeldTaskRunner, qtbot: QtBot) -> None:
    """Begin to move everybody; the first part waits to be done."""
    screen.tools.bulk.ask_owner(screen.marking.marked())
    runner.release()
    pick_beatriz(screen, qtbot)


def last_word(said: QSignalSpy) -> str:
    return said.at(said.count() - 1)[0]


def test_stopping_leaves_whole_parts_and_says_how_many(world, screen, runner, qtbot: QtBot):
    said = QSignalSpy(screen.message_raised)
    begin(screen, runner, qtbot)
    for _ in range(3):
        runner.release()
    assert screen.tools.bulk.line.isVisible()
    assert screen.tools.bulk.line.sentence() == "3.000 de 20.000 clientes"
    screen.tools.stop_work()
    runner.release()
    assert last_word(said) == (
        "4.000 movidos: Beatriz. Interrompido: 16.000 ficaram como estavam. Ctrl+Z desfaz."
    )
    parts = [ids for _, ids, _ in world.work_list.asked]
    assert [len(part) for part in parts] == [AT_ONCE] * 4
    assert frozenset().union(*parts) == set(screen.marking.marked().ids()[: 4 * AT_ONCE])
    assert not screen.tools.bulk.line.isVisible()


def test_one_key_takes_back_exactly_what_was_changed(world, screen, runner, qtbot: QtBot):
    begin(screen, runner, qtbot)
    runner.release()
    screen.tools.stop_work()
    runner.release()
    screen.tools.bulk.undo()
    while screen.tools.bulk.is_busy:
        runner.release()
    taken = [{key for key, _ in one.former} for one in world.work_list.taken_back]
    assert taken == [set(ids) for _, ids, _ in world.work_list.asked]
    assert not screen.tools.bulk.can_undo


def test_an_undo_that_is_stopped_goes_on_later(world, screen, runner, qtbot: QtBot):
    begin(screen, runner, qtbot)
    for _ in range(3):
        runner.release()
    screen.tools.stop_work()
    runner.release()
    screen.tools.bulk.undo()
    screen.tools.stop_work()
    runner.release()
    assert len(world.work_list.taken_back) == 1
    assert screen.tools.bulk.can_undo
    screen.tools.bulk.undo()
    while screen.tools.bulk.is_busy:
        runner.release()
    assert len(world.work_list.taken_back) == 4


def test_trouble_half_way_says_how_many_were_changed(world, screen, runner, qtbot: QtBot):
    said = QSignalSpy(screen.message_raised)
    begin(screen, runner, qtbot)
    runner.release()
    runner.release()
    world.work_list.trouble = DatabaseBusyError("database_locked")
    runner.release()
    assert last_word(said).startswith(
        "2.000 movidos: Beatriz. Interrompido: 18.000 ficaram como estavam."
    )
    assert not screen.tools.bulk.is_busy
    assert screen.tools.bulk.can_undo


def test_the_list_is_read_once_after_a_change_of_many(world, screen, runner, qtbot: QtBot):
    begin(screen, runner, qtbot)
    notice = ChangeNotice(frozenset({Topic.CUSTOMERS}), frozenset({screen.model.customer_at(0)}))
    for _ in range(PARTS - 1):
        world.feed.changed.emit(notice)
        runner.release()
    assert not world.work_list.refreshes
    runner.release()
    runner.release()
    assert len(world.work_list.refreshes) == 1


def test_a_file_that_is_stopped_is_not_written(screen, runner, tmp_path: Path):
    said = QSignalSpy(screen.message_raised)
    shown_columns = screen.keeper.layout.shown
    screen.tools.files.write(
        tmp_path / "lista.csv", screen.marking.shown(), shown_columns, screen.model.style
    )
    screen.tools.stop_work()
    runner.release()
    assert last_word(said) == "Interrompido: nenhum arquivo foi gravado."
    assert not list(tmp_path.iterdir())


class Pulse(QObject):
    """Measures how long the window lets an event wait."""

    def __init__(self) -> None:
        super().__init__()
        self.longest_ms = 0
        self._since = QElapsedTimer()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._on_timer_timeout)

    def start(self) -> None:
        self._since.start()
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    @Slot()
    def _on_timer_timeout(self) -> None:
        self.longest_ms = max(self.longest_ms, self._since.restart())


def test_the_window_answers_and_others_write_while_very_many_change(world, qtbot: QtBot):
    runner, order = TaskRunner(), []
    screen = shown(world, runner, qtbot)
    bulk, pulse = screen.tools.bulk, Pulse()
    qtbot.waitUntil(lambda: screen.model.rowCount() == COUNT and runner.is_idle, timeout=60_000)
    screen.view.selectAll()
    bulk.ask_owner(screen.marking.marked())
    qtbot.waitUntil(lambda: screen.window().findChild(PickDialog) is not None)
    bulk.busy_changed.connect(lambda: order.append("busy" if bulk.is_busy else "done"))
    pulse.start()
    pick_beatriz(screen, qtbot)
    runner.submit(
        lambda: None, lane=Lane.WRITE, owner=screen, key="contact",
        on_result=lambda _: order.append("contact"),
    )  # fmt: skip
    qtbot.waitUntil(lambda: "done" in order, timeout=60_000)
    pulse.stop()
    assert order == ["busy", "contact", "done"]
    assert sum(len(ids) for _, ids, _ in world.work_list.asked) == COUNT
    assert pulse.longest_ms < LONGEST_MS
    runner.shutdown()
