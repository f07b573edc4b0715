"""The agenda: its views, what is chosen, and every change by key, mouse and back."""

from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from cockpit.domain.agenda_view import Scope
from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.errors import ForbiddenError
from cockpit.ui.agenda.head import View
from cockpit.ui.agenda.month_view import MonthRole
from cockpit.ui.agenda.screen import AgendaScreen
from cockpit.ui.agenda.spread_dialog import SpreadDialog
from cockpit.ui.agenda.week_model import WeekRole
from tests.support.list_data import TODAY
from tests.support.ui_data import UiWorld

DAY = timedelta(days=1)
MONDAY = TODAY - timedelta(days=TODAY.weekday())


@pytest.fixture
def screen(qtbot: QtBot, world: UiWorld) -> AgendaScreen:
    made = AgendaScreen(world.ctx)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    return made


def opened(qtbot: QtBot, screen: AgendaScreen, view: View = View.DAY) -> AgendaScreen:
    with qtbot.waitActive(screen):
        screen.show()
        screen.activateWindow()
    screen.open()
    screen.show_view(view)
    return screen


def press(screen: AgendaScreen, keys: str) -> None:
    holder = screen.week if screen._view is View.WEEK else screen.table
    if screen._view is View.MONTH:
        holder = screen.month  # type: ignore[assignment]
    holder.setFocus()
    combination = QKeySequence(keys)[0]
    QTest.keyClick(holder, combination.key(), combination.keyboardModifiers())


def said(screen: AgendaScreen) -> list[str]:
    sentences: list[str] = []
    screen.message_raised.connect(sentences.append)
    return sentences


def dialog_of(screen: AgendaScreen, kind: type[QDialog]) -> QDialog:
    return next(one for one in screen.window().findChildren(kind) if one.isVisible())


def test_the_day_shows_its_next_contacts_and_its_load(
    qtbot: QtBot, world: UiWorld, screen: AgendaScreen
) -> None:
    world.agenda.add(0)
    world.agenda.add(1)
    opened(qtbot, screen)
    assert [one.customer for one in screen.table.records.rows] == ["Cliente 1"]
    assert "1 de 60" in screen.head._load.text()
    assert screen.current_customer() == screen.table.records.rows[0].customer_id


def test_a_day_without_any_says_so(qtbot: QtBot, world: UiWorld, screen: AgendaScreen) -> None:
    opened(qtbot, screen)
    assert "Nada marcado" in screen._state.sentence()
    assert not screen.buttons.open.isEnabled()
    for key in ("F2", "D", "N", "S", "Alt+Right"):
        press(screen, key)
    assert [one for one in world.agenda.log if one[0] != "days"] == []


def test_overdue_ones_are_counted_wherever_one_looks(
    qtbot: QtBot, world: UiWorld, screen: AgendaScreen
) -> None:
    world.agenda.add(-3)
    world.agenda.add(0)
    opened(qtbot, screen)
    assert screen.head._chips[View.OVERDUE].text() == "Atrasados 1"
    press(screen, "Alt+2")
    assert [one.customer for one in screen.table.records.rows] == ["Cliente 1"]


def test_the_week_s_current_next_contact_is_chosen_though_the_focus_was_there_first(
    qtbot: QtBot, world: UiWorld, screen: AgendaScreen
) -> None:
    world.agenda.add(0, clock=time(9))
    opened(qtbot, screen, View.WEEK)
    screen.week.clearSelection()
    screen.reload()
    qtbot.waitUntil(screen.buttons.open.isEnabled)
    assert screen.week.selected_items() == [screen.week.current()]


def test_the_week_has_a_column_per_day_and_a_band_per_hour(
    qtbot: QtBot, world: UiWorld, screen: AgendaScreen
) -> None:
    offset = (MONDAY - TODAY).days
    world.agenda.add(offset, time(9, 15))
    world.agenda.add(offset, time(9, 45))
    world.agenda.add(offset + 1, None)
    week = opened(qtbot, screen, View.WEEK).week.week
    assert [one.day for one in week.days] == [MONDAY + DAY * number for number in range(5)]
    nine = [row for row in week.rows if row.hour == 9]
    assert [row.cells[0].customer for row in nine if row.cells[0]] == ["Cliente 1", "Cliente 2"]
    whole = week.rows[0]
    assert (whole.hour, whole.cells[1] and whole.cells[1].customer) == (None, "Cliente 3")


def test_the_models_keep_qt_s_rules(qtbot: QtBot, world: UiWorld, screen: AgendaScreen) -> None:
    for model in (screen.week.week, screen.month.days, screen.table.records):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, screen)
    for number in range(5):
        world.agenda.add(number - 2)
    for view in View:
        opened(qtbot, screen, view)
    world.agenda.items.clear()
    for view in View:
        opened(qtbot, screen, view)


def test_the_month_counts_and_opens_a_day(
    qtbot: QtBot, world: UiWorld, screen: AgendaScreen
) -> None:
    for _ in range(3):
        world.agenda.add(1)
    opened(qtbot, screen, View.MONTH)
    index = screen.month.days.index_of(TODAY + DAY)
    assert "3 de 60" in str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    assert index.data(MonthRole.NAMES) == ["Cliente 1", "Cliente 2", "Cliente 3"]
    screen.month.setCurrentIndex(index)
    press(screen, "Return")
    assert screen._view is View.DAY
    assert len(screen.table.records.rows) == 3


@pytest.mark.parametrize(
    ("view", "first"),
    [
        (View.DAY, TODAY + DAY),
        (View.WEEK, MONDAY + 7 * DAY),
    ],
)
def test_a_step_goes_on_and_home_comes_back(
    qtbot: QtBot, world: UiWorld, screen: AgendaScreen, view: View, first: date
) -> None:
    opened(qtbot, screen, view)
    press(screen, "Ctrl+PgDown")
    assert world.agenda.log[-1][1] == first
    press(screen, "Ctrl+Home")
    assert world.agenda.log[-1][1] == (TODAY if view is View.DAY else MONDAY)


def test_months_step_by_months(qtbot: QtBot, world: UiWorld, screen: AgendaScreen) -> None:
    opened(qtbot, screen, View.MONTH)
    name = screen.head.period()
    press(screen, "Ctrl+PgUp")
    assert screen._day == TODAY.replace(day=1) - DAY
    press(screen, "Ctrl+PgDown")
    assert screen.head.period() == name


def test_somebody_elses_agenda_is_read_and_its_capacity_is_theirs(
    qtbot: QtBot, world: UiWorld, screen: AgendaScreen
) -> None:
    opened(qtbot, screen)
    screen.head._owner.setCurrentIndex(1)
    screen.head._owner.activated.emit(1)
    assert world.agenda.log[-1][3] is Scope.TEAM
    assert "de 120" in screen.head._load.text()


@pytest.mark.parametrize(
    ("key", "push"),
    [("Alt+Right", (1, 0)), ("Alt+Left", (-1, 0)), ("Alt+Down", (0, 1)), ("Alt+Up", (0, -1))],
)
def test_alt_and_arrows_push_what_is_chosen(
    qtbot: QtBot, world: UiWorld, screen: AgendaScreen, key: str, push: tuple[int, int]
) -> None:
    for view in (View.DAY, View.WEEK):
        world.agenda.log.clear()
        world.agenda.items.clear()
        world.agenda.add(0)
        opened(qtbot, screen, view)
        press(screen, key)
        assert ("shift", *push, 1) in world.agenda.log


def test_several_are_pushed_together_and_taken_back_by_one_key(
    qtbot: QtBot, world: UiWorld, screen: AgendaScreen
) -> None:
    world.agenda.add(0)
    world.agenda.add(0)
    opened(qtbot, screen)
    sentences = said(screen)
    screen.table.selectAll()
    press(screen, "Alt+Down")
    assert ("shift", 0, 1, 2) in world.agenda.log
    assert sentences[-1] == "2 contatos remarcados. Ctrl+Z desfaz."
    assert len(screen.table.selected_items()) == 2
    press(screen, "Ctrl+Z")
    assert world.agenda.log[-2] == ("take_back", 2) or ("take_back", 2) in world.agenda.log
    press(screen, "Ctrl+Z")
    assert world.agenda.log.count(("take_back", 2)) == 1


def test_f2_takes_a_date_in_words(qtbot: QtBot, world: UiWorld, screen: AgendaScreen) -> None:
    world.agenda.add(0)
    opened(qtbot, screen)
    press(screen, "F2")
    line = screen.item_actions.snooze.line
    qtbot.keyClicks(line, "amanha 15h")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    (item,) = world.agenda.items.values()
    assert item.due_at == world.agenda.at(TODAY + DAY, time(15))


def test_a_note_is_written_and_done_is_done(
    qtbot: QtBot, world: UiWorld, screen: AgendaScreen
) -> None:
    world.agenda.add(0)
    opened(qtbot, screen)
    press(screen, "N")
    line = screen.item_actions.note.line
    assert line.text() == "Nota 1"
    qtbot.keyClicks(line, "Levar a tabela")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert screen.table.records.rows[0].note == "Levar a tabela"
    press(screen, "D")
    assert ("finish", 1) in world.agenda.log
    assert screen.table.records.rows == ()


def test_the_details_tell_how_it_came_to_be(
    qtbot: QtBot, world: UiWorld, screen: AgendaScreen
) -> None:
    world.agenda.add(0)
    opened(qtbot, screen)
    qtbot.waitUntil(lambda: "marcado para" in screen._details.text())
    assert "Nota 1" in screen._details.text()


def drop(screen: AgendaScreen, source: QModelIndex, target: QModelIndex) -> None:
    model = screen.week.week
    data: QMimeData = model.mimeData([source])
    assert not model.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, target)


def test_dropping_on_a_day_keeps_the_minutes_and_on_an_hour_changes_it(
    qtbot: QtBot, world: UiWorld, screen: AgendaScreen
) -> None:
    offset = (MONDAY - TODAY).days + 7
    world.agenda.add(offset, time(9, 15))
    opened(qtbot, screen, View.WEEK)
    press(screen, "Ctrl+PgDown")
    week, tuesday = screen.week.week, MONDAY + 8 * DAY
    customer = next(iter(world.agenda.items.values())).customer_id
    drop(screen, week.index_of(customer), week.index_at(tuesday, 14))
    (item,) = world.agenda.items.values()
    assert item.due_at == world.agenda.at(tuesday, time(14, 15))
    drop(screen, week.index_of(customer), week.index_at(tuesday, None))
    (item,) = world.agenda.items.values()
    assert (item.due_at, item.has_time) == (world.agenda.at(tuesday, time()), False)
    moves = len([one for one in world.agenda.log if one[0] == "move"])
    drop(screen, week.index_of(customer), week.index_at(tuesday, None))
    assert len([one for one in world.agenda.log if one[0] == "move"]) == moves


def test_only_next_contacts_are_dragged(qtbot: QtBot, world: UiWorld, screen: AgendaScreen) -> None:
    world.agenda.add(0)
    week = opened(qtbot, screen, View.WEEK).week.week
    here = week.index_of(next(iter(world.agenda.items.values())).customer_id)
    empty = week.index_at(week.days[here.column()].day, 8)
    assert week.flags(here) & Qt.ItemFlag.ItemIsDragEnabled
    assert not week.flags(empty) & Qt.ItemFlag.ItemIsDragEnabled
    assert empty.data(WeekRole.ITEM) is None


def test_a_spread_is_shown_before_it_is_done(
    qtbot: QtBot, world: UiWorld, screen: AgendaScreen
) -> None:
    for _ in range(4):
        world.agenda.add(-2)
    opened(qtbot, screen, View.OVERDUE)
    screen.table.selectAll()
    press(screen, "S")
    dialog = dialog_of(screen, SpreadDialog)
    assert isinstance(dialog, SpreadDialog)
    assert dialog.plan is not None
    assert len(dialog.plan.after) == 5
    assert ("move", 4) not in world.agenda.log
    sentences = said(screen)
    qtbot.mouseClick(dialog._yes, Qt.MouseButton.LeftButton)
    assert ("move", 4) in world.agenda.log
    assert sentences[-1].startswith("4 contatos distribuídos.")
    press(screen, "Ctrl+Z")
    assert ("take_back", 4) in world.agenda.log


def test_another_number_of_days_is_tried_at_once(
    qtbot: QtBot, world: UiWorld, screen: AgendaScreen
) -> None:
    world.agenda.add(-2)
    opened(qtbot, screen, View.OVERDUE)
    press(screen, "S")
    dialog = dialog_of(screen, SpreadDialog)
    assert isinstance(dialog, SpreadDialog)
    dialog._days.setValue(2)
    qtbot.waitUntil(lambda: dialog.plan is not None and len(dialog.plan.after) == 2)
    dialog.reject()


def test_a_refusal_is_said_and_nothing_is_to_take_back(
    qtbot: QtBot, world: UiWorld, screen: AgendaScreen
) -> None:
    world.agenda.add(0)
    opened(qtbot, screen)
    sentences = said(screen)
    world.agenda.trouble = ForbiddenError("agenda_colleagues", who="Bia", customer="Acme")
    press(screen, "D")
    assert "Bia" in sentences[-1]
    press(screen, "Ctrl+Z")
    assert not [one for one in world.agenda.log if one[0] == "take_back"]


def test_what_others_change_is_read_again(
    qtbot: QtBot, world: UiWorld, screen: AgendaScreen
) -> None:
    opened(qtbot, screen)
    world.agenda.add(0)
    world.feed.start()
    world.feed.tell(ChangeNotice(frozenset({Topic.AGENDA})))
    qtbot.waitUntil(lambda: len(screen.table.records.rows) == 1)


def test_enter_opens_the_customer(qtbot: QtBot, world: UiWorld, screen: AgendaScreen) -> None:
    item = world.agenda.add(0)
    opened(qtbot, screen)
    with qtbot.waitSignal(screen.customer_requested) as asked:
        press(screen, "Return")
    assert asked.args == [item.customer_id]
