"""The call loop through the whole window, by keys alone."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cockpit.domain.eligibility import Bar, Barred
from cockpit.domain.list_query import Group
from cockpit.ui.actions import ActionId, Where
from cockpit.ui.call.state import CallPhase
from cockpit.ui.desk import Arrangement
from cockpit.ui.main_window import MainWindow
from cockpit.ui.shortcuts_sheet import ShortcutsSheet
from tests.support.keys import press
from tests.support.ui_data import UiWorld

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def shown(window: MainWindow) -> UUID | None:
    panel = window.customer_panel.panel
    return None if panel is None else panel.profile.customer_id


@pytest.fixture
def first(active: MainWindow) -> UUID:
    """Who is worth most now."""
    candidates, _also = active.work_list.offers(1)
    return candidates[0]


def test_next_claims_shows_and_waits_in_the_form(
    world: UiWorld, active: MainWindow, qtbot: QtBot, first: UUID
):
    press(qtbot, active, Qt.Key.Key_F8)
    assert world.queue.held.customer_id == first
    assert shown(active) == first
    assert active.work_list.chosen == first
    assert active.desk.arrangement is Arrangement.CALL
    assert active.contact_form.isAncestorOf(QApplication.focusWidget())
    assert active.calls.bar.time_text() == "00:00"


def test_no_card_is_made_of_who_was_in_view_before_the_call(
    world: UiWorld, active: MainWindow, qtbot: QtBot, first: UUID
):
    press(qtbot, active, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: shown(active) == active.work_list.chosen != first)
    former = shown(active)
    press(qtbot, active, Qt.Key.Key_F8)
    assert shown(active) == first
    assert former not in world.pitches.asked


def test_back_from_a_call_the_list_has_its_former_width(
    active: MainWindow, qtbot: QtBot, first: UUID
):
    active.resize(1366, 768)
    width = active.work_list.width()
    press(qtbot, active, Qt.Key.Key_F8)
    assert active.work_list.width() < width
    press(qtbot, active, Qt.Key.Key_J, CTRL, SHIFT)
    assert active.desk.arrangement is Arrangement.BROWSE
    qtbot.waitUntil(lambda: active.work_list.width() == width)


def test_escape_closes_the_filter_builder_and_nothing_else(active: MainWindow, qtbot: QtBot):
    press(qtbot, active, Qt.Key.Key_F, CTRL, SHIFT)
    panel = active.work_list.tools.filter_panel
    assert panel.isAncestorOf(QApplication.focusWidget())
    press(qtbot, active, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert active.work_list.view.hasFocus()


def test_nothing_hangs_over_a_call_that_begins(active: MainWindow, qtbot: QtBot, first: UUID):
    active.show_reminders()
    active.work_list.tools.open_filter()
    press(qtbot, active, Qt.Key.Key_F8)
    assert not active.work_list.tools.filter_panel.isVisible()
    assert not active.reminders_list.isVisible()
    assert active.contact_form.isAncestorOf(QApplication.focusWidget())


def test_no_answer_is_logged_and_the_next_client_is_there_within_six_keys(
    world: UiWorld, active: MainWindow, qtbot: QtBot, first: UUID
):
    press(qtbot, active, Qt.Key.Key_F8)
    press(qtbot, active, Qt.Key.Key_3)
    press(qtbot, active, Qt.Key.Key_Return, CTRL)
    (logged,) = world.contacts.logged
    assert logged.customer_id == first
    assert logged.outcome.code == "no_answer"
    assert logged.next_contact is None  # the cadence decides
    assert shown(active) not in {None, first}
    assert world.queue.held.customer_id == shown(active)
    assert active.contact_form.isAncestorOf(QApplication.focusWidget())


def test_looking_through_the_list_claims_nobody(world: UiWorld, active: MainWindow, qtbot: QtBot):
    for _ in range(5):
        press(qtbot, active, Qt.Key.Key_Down)
    assert world.queue.log == []
    assert active.desk.arrangement is Arrangement.BROWSE


def test_moving_on_without_a_contact_gives_the_client_back(
    world: UiWorld, active: MainWindow, qtbot: QtBot, first: UUID
):
    press(qtbot, active, Qt.Key.Key_F8)
    press(qtbot, active, Qt.Key.Key_PageDown, CTRL)
    assert shown(active) != first
    assert world.queue.held is None
    assert active.desk.arrangement is Arrangement.CALL


def test_escape_goes_back_to_the_wide_list_and_f2_to_the_same_call(
    world: UiWorld, active: MainWindow, qtbot: QtBot, first: UUID
):
    press(qtbot, active, Qt.Key.Key_F8)
    press(qtbot, active, Qt.Key.Key_Escape)
    assert active.desk.arrangement is Arrangement.BROWSE
    assert active.work_list.view.hasFocus()
    assert world.queue.held.customer_id == first
    press(qtbot, active, Qt.Key.Key_F2)
    assert active.desk.arrangement is Arrangement.CALL
    assert len(world.queue.log) == 1


def test_a_skip_takes_two_keys_and_undo_brings_the_client_back(
    world: UiWorld, active: MainWindow, qtbot: QtBot, first: UUID
):
    press(qtbot, active, Qt.Key.Key_F8)
    press(qtbot, active, Qt.Key.Key_J, CTRL)
    press(qtbot, active, Qt.Key.Key_2)
    assert world.queue.log[1] == ("skip", first, "Falta informação antes de ligar")
    assert shown(active) != first
    active._actions[ActionId.UNDO].trigger()
    assert shown(active) == first


def test_a_client_is_put_off_by_a_preset_or_in_words(
    world: UiWorld, active: MainWindow, qtbot: QtBot, first: UUID
):
    press(qtbot, active, Qt.Key.Key_F8)
    press(qtbot, active, Qt.Key.Key_D, CTRL)
    press(qtbot, active, Qt.Key.Key_4)
    assert active.calls.snoozing.said() == "→ qua 23/03/2022 08:00"
    press(qtbot, active, Qt.Key.Key_Return)
    assert world.queue.log[1] == ("snooze", first, "2022-03-23T11:00:00+00:00")
    press(qtbot, active, Qt.Key.Key_D, CTRL)
    qtbot.keyClicks(QApplication.focusWidget(), "sexta 14h")
    press(qtbot, active, Qt.Key.Key_Return)
    assert world.queue.log[3][2] == "2022-03-25T17:00:00+00:00"


def test_words_that_are_no_date_are_refused_where_they_stand(
    world: UiWorld, active: MainWindow, qtbot: QtBot
):
    press(qtbot, active, Qt.Key.Key_F8)
    press(qtbot, active, Qt.Key.Key_D, CTRL)
    qtbot.keyClicks(QApplication.focusWidget(), "qualquer hora")
    press(qtbot, active, Qt.Key.Key_Return)
    assert active.calls.snoozing.isVisible()
    assert active.calls.snoozing.said()
    press(qtbot, active, Qt.Key.Key_Escape)
    assert not active.calls.snoozing.isVisible()
    assert active.desk.arrangement is Arrangement.CALL
    assert active.contact_form.isAncestorOf(QApplication.focusWidget())


def test_a_barred_client_can_be_read_and_called_with_a_reason(
    world: UiWorld, active: MainWindow, qtbot: QtBot
):
    barred = active.work_list.chosen
    world.queue.bars[barred] = Barred(Bar.OUTSIDE_HOURS)
    press(qtbot, active, Qt.Key.Key_Return)
    assert shown(active) == barred
    assert active.calls.bar.sentence().startswith("O horário que o cliente prefere")
    press(qtbot, active, Qt.Key.Key_F8, CTRL, SHIFT)
    press(qtbot, active, Qt.Key.Key_1)
    assert world.queue.log == [("take", barred, "O cliente pediu")]


def test_a_saved_view_without_the_called_client_leaves_them_called(
    world: UiWorld, active: MainWindow, qtbot: QtBot, first: UUID
):
    press(qtbot, active, Qt.Key.Key_F8)
    for other in (world.work_list.rows[40], world.work_list.rows[41]):
        active.work_list.apply(Group.ALL, None, str(other["tax_id"]))
        active.work_list.focus_list()
        assert active.work_list.model.rowCount() == 1
        assert active.work_list.view.hasFocus()
    assert world.queue.held.customer_id == shown(active) == first


def test_next_waits_for_the_list_and_says_so(
    world: UiWorld, active: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    table = active.work_list.table
    monkeypatch.setattr(active.work_list._source, "table", None)
    press(qtbot, active, Qt.Key.Key_F8)
    assert active.calls.controller.state.phase is CallPhase.IDLE
    assert "próximo cliente" in active._status_bar.message()
    monkeypatch.setattr(active.work_list._source, "table", table)
    active.work_list.table_changed.emit()
    assert active.calls.controller.state.phase is CallPhase.CALLING


def test_escape_takes_a_wish_for_the_next_client_back(
    active: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    table = active.work_list.table
    monkeypatch.setattr(active.work_list._source, "table", None)
    press(qtbot, active, Qt.Key.Key_F8)
    press(qtbot, active, Qt.Key.Key_Escape)
    monkeypatch.setattr(active.work_list._source, "table", table)
    active.work_list.table_changed.emit()
    assert active.calls.controller.state.phase is CallPhase.IDLE


def test_an_empty_queue_says_why_and_leads_to_the_ledger(
    world: UiWorld, active: MainWindow, qtbot: QtBot
):
    for row in world.work_list.rows:
        row["is_phone_forbidden"] = True
    active.work_list.reload()
    press(qtbot, active, Qt.Key.Key_F8)
    assert active.calls.controller.state.phase is CallPhase.NOBODY
    assert active.calls.nobody.isVisible()
    assert "120 clientes" in active.calls.nobody.sentence()
    press(qtbot, active, Qt.Key.Key_F10)
    ledger = active.screens.ledger
    assert ledger.isVisible()
    (line,) = ledger.table.records.rows
    assert (line.bar, line.count) == (Bar.DO_NOT_CONTACT, 120)


def test_the_ledger_counts_everybody_once_and_lists_who_is_meant(
    world: UiWorld, active: MainWindow, qtbot: QtBot
):
    world.work_list.rows[0]["is_phone_forbidden"] = True
    active.work_list.reload()
    press(qtbot, active, Qt.Key.Key_F10)
    ledger = active.screens.ledger
    rows = ledger.table.records.rows
    assert sum(line.count for line in rows) == 120
    place = next(i for i, line in enumerate(rows) if line.bar is Bar.DO_NOT_CONTACT)
    ledger.table.setCurrentIndex(ledger.table.records.index(place, 0))
    press(qtbot, active, Qt.Key.Key_Return)
    assert not ledger.isVisible()
    assert active.work_list.model.rowCount() == 1


def test_the_palette_finds_an_action_and_a_client(world: UiWorld, active: MainWindow, qtbot: QtBot):
    press(qtbot, active, Qt.Key.Key_K, CTRL)
    qtbot.keyClicks(QApplication.focusWidget(), "claro")
    assert active.commands.items()[0].title == "Claro ou escuro"
    press(qtbot, active, Qt.Key.Key_Return)
    assert world.preferences.theme == "dark"
    wanted = world.work_list.rows[40]
    press(qtbot, active, Qt.Key.Key_K, CTRL)
    qtbot.keyClicks(QApplication.focusWidget(), str(wanted["tax_id"]))
    press(qtbot, active, Qt.Key.Key_Return)
    assert shown(active) == wanted["customer_id"]
    press(qtbot, active, Qt.Key.Key_K, CTRL)
    assert [one.key.split(":")[0] for one in active.commands.items()[:2]] == ["client", "action"]


def test_closing_the_window_leaves_no_claim(world: UiWorld, active: MainWindow, qtbot: QtBot):
    press(qtbot, active, Qt.Key.Key_F8)
    active.close()
    assert world.queue.held is None


def test_f1_begins_with_the_keys_of_where_the_keyboard_is(
    world: UiWorld, active: MainWindow, qtbot: QtBot
):
    press(qtbot, active, Qt.Key.Key_F8)
    press(qtbot, active, Qt.Key.Key_F1)
    sheet = active.findChild(ShortcutsSheet)
    assert sheet.places()[0] is Where.FORM
    assert sheet.height() <= active.screen().availableSize().height()
    sheet.close()


def test_the_next_client_is_the_only_marked_one_though_control_is_held(
    active: MainWindow, qtbot: QtBot
):
    press(qtbot, active, Qt.Key.Key_F8)
    for _ in range(3):
        press(qtbot, active, Qt.Key.Key_3)
        press(qtbot, active, Qt.Key.Key_Return, CTRL)
    rows = active.work_list.view.selectionModel().selectedRows()
    assert [active.work_list.model.customer_at(one.row()) for one in rows] == [shown(active)]
