"""The reminders that wait, and the answers by keyboard."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.errors import DatabaseBusyError
from cockpit.domain.vocabulary import ReminderState
from cockpit.services.reminders import Waiting
from cockpit.ui.reminders_list.reminders_list import RemindersList
from tests.support.panel_data import PanelWorld
from tests.support.runtime_fakes import USER


@pytest.fixture
def world(qapp: QApplication) -> Iterator[PanelWorld]:
    made = PanelWorld(qapp)
    yield made
    made.close()


def shown(qtbot: QtBot, world: PanelWorld, count: int) -> RemindersList:
    world.raise_reminders(count)
    reminders = RemindersList(world.ctx)
    qtbot.addWidget(reminders)
    reminders.show()
    reminders.take_focus()
    return reminders


def texts(reminders: RemindersList) -> str:
    seen = reminders.findChildren(QLabel) + reminders.findChildren(QPushButton)
    return "\n".join(one.text() for one in seen if one.isVisibleTo(reminders))


def states(world: PanelWorld) -> list[ReminderState]:
    return [one.state for one in world.database.reminders.reminders.values()]


def test_what_waits_is_there_from_the_start(qtbot: QtBot, world: PanelWorld) -> None:
    reminders = shown(qtbot, world, 3)
    assert reminders.count == 3
    first = reminders._view.model().index(0, 0).data()
    assert first.startswith("Agro Box · dom 20/03/2022 08:40 · Ligar com a tabela nova")


def test_no_reminder_is_said_so(qtbot: QtBot, world: PanelWorld) -> None:
    reminders = shown(qtbot, world, 0)
    assert "Nenhum lembrete" in texts(reminders)
    qtbot.keyClick(reminders._view, Qt.Key.Key_D)
    qtbot.keyClick(reminders._view, Qt.Key.Key_Return)


def test_enter_asks_for_the_client(qtbot: QtBot, world: PanelWorld) -> None:
    reminders = shown(qtbot, world, 3)
    qtbot.keyClick(reminders._view, Qt.Key.Key_Down)
    with qtbot.waitSignal(reminders.customer_requested) as asked:
        qtbot.keyClick(reminders._view, Qt.Key.Key_Return)
    assert asked.args == [world.raise_reminders(3)[1].customer_id]


@pytest.mark.parametrize(
    ("key", "minutes"), [(Qt.Key.Key_1, 5), (Qt.Key.Key_2, 15), (Qt.Key.Key_3, 60)]
)
def test_a_number_snoozes(qtbot: QtBot, world: PanelWorld, key: Qt.Key, minutes: int) -> None:
    reminders = shown(qtbot, world, 2)
    with qtbot.waitSignal(reminders.count_changed) as counted:
        qtbot.keyClick(reminders._view, key)
    assert counted.args == [1]
    snoozed = next(iter(world.database.reminders.reminders.values()))
    assert snoozed.state is ReminderState.SNOOZED
    wait = snoozed.remind_at - world.clock.now()
    assert abs(wait - timedelta(minutes=minutes)) < timedelta(seconds=30)


def test_done_goes_on_to_the_next(qtbot: QtBot, world: PanelWorld) -> None:
    reminders = shown(qtbot, world, 3)
    qtbot.keyClick(reminders._view, Qt.Key.Key_D)
    assert states(world) == [ReminderState.DONE, ReminderState.RAISED, ReminderState.RAISED]
    assert reminders._view.currentIndex().row() == 0
    qtbot.keyClick(reminders._view, Qt.Key.Key_Delete)
    assert states(world)[1] is ReminderState.DONE


def test_the_buttons_do_the_same(qtbot: QtBot, world: PanelWorld) -> None:
    reminders = shown(qtbot, world, 2)
    buttons = {one.text(): one for one in reminders.findChildren(QPushButton)}
    qtbot.mouseClick(buttons["15 min"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(buttons["Concluir"], Qt.MouseButton.LeftButton)
    assert states(world) == [ReminderState.SNOOZED, ReminderState.DONE]


def test_a_reminder_raised_elsewhere_appears(qtbot: QtBot, world: PanelWorld) -> None:
    reminders = shown(qtbot, world, 1)
    reminders._view.setCurrentIndex(reminders._view.model().index(0, 0))
    world.raise_reminders(4)
    with qtbot.waitSignals([world.feed.changed, reminders.count_changed]):
        world.database.commit(ChangeNotice(frozenset({Topic.REMINDERS})))
    assert reminders.count == 4


def test_what_just_fell_due_becomes_the_current_one(qtbot: QtBot, world: PanelWorld) -> None:
    reminders = shown(qtbot, world, 4)
    with qtbot.waitActive(reminders):
        reminders.activateWindow()
    reminders.take_focus()
    newest = reminders._model.rows[3]
    reminders.show_fallen_due(newest.reminder_id)
    assert reminders._current() != newest  # whoever is answering stays where they are
    reminders._open.setFocus()
    reminders.refresh()
    assert reminders._current() == newest
    reminders._view.setCurrentIndex(reminders._model.index(0, 0))
    reminders.refresh()
    assert reminders._current() != newest


def test_an_answer_that_cannot_be_stored_is_told_and_the_reminder_stays(
    qtbot: QtBot, world: PanelWorld
) -> None:
    reminders = shown(qtbot, world, 1)
    world.database.trouble = DatabaseBusyError("database_locked")
    qtbot.keyClick(reminders._view, Qt.Key.Key_D)
    assert "banco" in texts(reminders)
    assert reminders.count == 1
    world.database.trouble = None


def test_the_model_keeps_qt_s_rules(qtbot: QtBot, world: PanelWorld) -> None:
    reminders = shown(qtbot, world, 3)
    QAbstractItemModelTester(
        reminders._view.model(), QAbstractItemModelTester.FailureReportingMode.Fatal, reminders
    )
    reminders.show_waiting(Waiting([], 0))
    assert reminders.count == 0


def test_thousands_are_counted_and_the_first_of_them_listed(
    qtbot: QtBot, world: PanelWorld
) -> None:
    reminders = shown(qtbot, world, 1_234)
    waiting = len(world.database.reminders.waiting(user=USER, at=world.clock.now()))
    assert reminders.count == waiting > 1_000
    assert reminders._view.model().rowCount() == 200
    assert f"Lembretes: os primeiros 200 de 1.{waiting - 1_000}" in texts(reminders)
