"""A calendar file is looked at before anything is changed, and what was done is taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from cockpit.domain.calendar_plan import CalendarStep
from cockpit.domain.errors import BadInputError
from cockpit.ui.calendar_files.client_dialog import ClientDialog
from cockpit.ui.calendar_files.dialogs import CalendarDialogs
from cockpit.ui.calendar_files.import_dialog import CalendarImportDialog
from tests.support.calendar_fakes import ACME, asked, planned
from tests.support.ui_data import UiWorld

FILE = Path("agenda.ics")


@pytest.fixture
def dialog(world: UiWorld, qtbot: QtBot) -> Iterator[CalendarImportDialog]:
    made = CalendarImportDialog(world.ctx, None)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    world.calendars.plans = (
        planned(1, CalendarStep.NEW),
        planned(2, CalendarStep.MOVE),
        planned(3, CalendarStep.REPLACE, is_chosen=False),
        planned(4, CalendarStep.SAME),
        asked(5),
    )
    made.open_for(FILE)
    yield made
    made.close()


def ticks(dialog: CalendarImportDialog) -> list[bool]:
    return [row.is_ticked for row in dialog.table.plan.rows]


def test_what_would_be_replaced_is_not_ticked_by_itself(
    world: UiWorld, dialog: CalendarImportDialog
) -> None:
    assert ticks(dialog) == [True, True, False, False, False]
    assert "2" in dialog.do_button.text()
    assert world.calendars.applied == []


def test_space_ticks_and_clears(qtbot: QtBot, dialog: CalendarImportDialog) -> None:
    dialog.table.setCurrentIndex(dialog.table.plan.index(2, 0))
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    assert ticks(dialog)[2]
    assert "3" in dialog.do_button.text()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    assert not ticks(dialog)[2]
    dialog.table.setCurrentIndex(dialog.table.plan.index(4, 0))
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    assert not ticks(dialog)[4], "there is nothing to do"


def test_only_what_is_ticked_is_done_and_it_is_taken_back(
    world: UiWorld, qtbot: QtBot, dialog: CalendarImportDialog
) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert world.calendars.applied == [[1, 2]]
    assert not dialog.do_button.isEnabled()
    assert dialog.back_button.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert sorted(world.calendars.undone) == [1, 2]
    assert not dialog.back_button.isVisible()
    assert ticks(dialog)[:2] == [True, True]


def test_many_are_done_in_short_steps(world: UiWorld, dialog: CalendarImportDialog) -> None:
    world.calendars.plans = tuple(planned(number, CalendarStep.NEW) for number in range(1, 51))
    dialog.open_for(FILE)
    dialog.do_button.click()
    assert [len(part) for part in world.calendars.applied] == [20, 20, 10]
    dialog.back_button.click()
    assert len(world.calendars.undone) == 50


def test_cancelling_comes_first(world: UiWorld, dialog: CalendarImportDialog) -> None:
    world.calendars.plans = (planned(1, CalendarStep.NEW), planned(2, CalendarStep.CANCEL))
    dialog.open_for(FILE)
    dialog.do_button.click()
    assert world.calendars.applied == [[2, 1]]


def test_whoever_was_faster_is_told(world: UiWorld, dialog: CalendarImportDialog) -> None:
    world.calendars.overtaken = frozenset({2})
    dialog.do_button.click()
    assert "1" in dialog.notice.text()
    assert ";" in dialog.notice.text()


def test_enter_asks_for_the_client_of_an_event_that_names_none(
    world: UiWorld, qtbot: QtBot, dialog: CalendarImportDialog
) -> None:
    dialog.table.setCurrentIndex(dialog.table.plan.index(3, 0))
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    question = dialog.findChild(ClientDialog)
    assert question is not None
    qtbot.keyClicks(question.search, "acm")
    assert world.calendars.searched[-1] == "acm"
    assert question.found.count() == 1
    qtbot.keyClick(question, Qt.Key.Key_Return)
    row = dialog.table.plan.rows[3]
    assert (row.planned.step, row.planned.customer_id, row.is_ticked) == (
        CalendarStep.NEW, ACME, True,
    )  # fmt: skip


def test_the_whole_reason_of_the_current_event_is_told(dialog: CalendarImportDialog) -> None:
    dialog.table.setCurrentIndex(dialog.table.plan.index(3, 0))
    assert dialog.detail.text().startswith("Evento 5 · Nenhum cliente")
    assert "Enter" in dialog.detail.text()
    dialog.table.setCurrentIndex(dialog.table.plan.index(0, 0))
    assert dialog.detail.text() == "Evento 1 · achado pelo nome"


def test_enter_asks_nothing_where_the_client_is_known(
    qtbot: QtBot, dialog: CalendarImportDialog
) -> None:
    dialog.table.setCurrentIndex(dialog.table.plan.index(0, 0))
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert dialog.findChild(ClientDialog) is None


def test_a_bad_file_is_one_sentence(world: UiWorld, dialog: CalendarImportDialog) -> None:
    world.calendars.error = BadInputError("calendar_broken", file="x.ics")
    world.calendars.plans = ()
    dialog.open_for(FILE)
    assert "x.ics" in dialog.counts.text()


def test_trouble_while_doing_keeps_what_was_done(
    world: UiWorld, dialog: CalendarImportDialog
) -> None:
    world.calendars.error = BadInputError("calendar_broken", file="x.ics")
    dialog.do_button.click()
    assert "x.ics" in dialog.notice.text()
    assert dialog.do_button.isEnabled()


def test_the_model_keeps_qts_rules(dialog: CalendarImportDialog) -> None:
    tester = QAbstractItemModelTester(
        dialog.table.plan, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    dialog.table.plan.setData(
        dialog.table.plan.index(0, 0), Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole
    )
    assert not ticks(dialog)[0]
    del tester


def test_the_folder_is_remembered(world: UiWorld, dialog: CalendarImportDialog) -> None:
    dialogs = CalendarDialogs(world.ctx, dialog, str)
    dialogs.take_in("/agendas/minha.ics")
    assert world.preferences.value("calendar.folder", "") == "/agendas"
    for one in dialog.findChildren(CalendarImportDialog):
        one.close()
