"""The work list's screen: keys, filters, refresh, states."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.errors import BadInputError
from cockpit.domain.formats import Language
from cockpit.runtime.task_runner import Lane
from cockpit.runtime.translation import install_language
from cockpit.ui.theme import Height
from cockpit.ui.work_list.columns import COLUMNS, ColumnKey, Role
from cockpit.ui.work_list.filter_bar import SearchField
from cockpit.ui.work_list.prepared import Group
from cockpit.ui.work_list.screen import WIDTHS_KEY, WorkListScreen
from tests.support.ui_data import UiWorld, make_row, make_rows


def shown_ids(screen: WorkListScreen) -> list[object]:
    model = screen.model
    return [model.customer_at(row) for row in range(model.rowCount())]


def current_id(screen: WorkListScreen) -> object:
    return screen.view.currentIndex().data(Role.ENTITY_ID)


def column_of(key: ColumnKey) -> int:
    return next(i for i, one in enumerate(COLUMNS) if one.key is key)


def tell(world: UiWorld, *topics: Topic) -> None:
    world.feed.changed.emit(ChangeNotice(frozenset(topics)))


def search_field(screen: WorkListScreen) -> SearchField:
    return screen.filter_bar.findChild(SearchField)


def test_the_first_customer_is_chosen_when_the_list_arrives(world, screen):
    assert current_id(screen) == world.work_list.rows[0]["customer_id"]


def test_arrows_choose_and_tell_each_customer_once(world, screen, qtbot: QtBot):
    told = QSignalSpy(screen.customer_selected)
    screen.focus_list()
    qtbot.keyClick(screen.view, Qt.Key.Key_Down)
    qtbot.keyClick(screen.view, Qt.Key.Key_Down)
    qtbot.keyClick(screen.view, Qt.Key.Key_Up)
    ids = [row["customer_id"] for row in world.work_list.rows]
    assert [told.at(i)[0] for i in range(told.count())] == [ids[1], ids[2], ids[1]]


def test_enter_opens_the_chosen_customer(world, screen, qtbot: QtBot):
    opened = QSignalSpy(screen.customer_opened)
    screen.focus_list()
    qtbot.keyClick(screen.view, Qt.Key.Key_Return)
    assert opened.count() == 1
    assert opened.at(0)[0] == world.work_list.rows[0]["customer_id"]


def test_a_letter_typed_on_the_list_begins_a_search(screen, qtbot: QtBot):
    screen.filter_bar.set_query("serra")
    screen.focus_list()
    qtbot.keyClick(screen.view, Qt.Key.Key_M)
    assert screen.filter_bar.query == "m"


def test_next_and_previous_stay_within_the_rows_shown(world, screen):
    screen.step(-1)
    assert current_id(screen) == world.work_list.rows[0]["customer_id"]
    screen.step(10_000)
    assert current_id(screen) == world.work_list.rows[-1]["customer_id"]


def test_search_finds_every_term_without_accents(world, screen):
    world.work_list.rows[40]["name"] = "Cerâmica São João"
    screen.reload()
    screen.filter_bar.set_query("joao CERAM")
    assert shown_ids(screen) == [world.work_list.rows[40]["customer_id"]]


def test_a_group_shows_its_customers_and_how_many(world, screen):
    summaries = QSignalSpy(screen.summary_changed)
    screen.filter_bar.set_group(Group.AT_RISK)
    expected = [row for row in world.work_list.rows if row["status"].value == "at_risk"]
    assert shown_ids(screen) == [row["customer_id"] for row in expected]
    summary = summaries.at(summaries.count() - 1)[0]
    assert summary.count == len(expected) > 0
    assert summary.at_risk_cents == sum(row["at_risk_cents"] for row in expected)


def test_a_header_sorts_both_ways_and_then_returns_to_the_order_of_calling(world, screen):
    clicked = screen.view.horizontalHeader().sectionClicked
    calling = shown_ids(screen)
    column = column_of(ColumnKey.RECENCY)
    keys = {row["customer_id"]: row["recency_days"] for row in world.work_list.rows}
    known = [key for key in keys.values() if key is not None]
    clicked.emit(column)
    values = [keys[one] for one in shown_ids(screen)]
    assert values[: len(known)] == sorted(known, reverse=True)
    clicked.emit(column)
    values = [keys[one] for one in shown_ids(screen)]
    assert values == sorted(known) + [None] * (len(values) - len(known))
    clicked.emit(column)
    assert shown_ids(screen) == calling


def test_a_refresh_keeps_who_is_chosen_and_what_is_on_top(world, screen):
    screen.step(60)
    screen.view.verticalScrollBar().setValue(50 * Height.ROW + 7)
    chosen, top = current_id(screen), screen.model.customer_at(50)
    world.work_list.rows.insert(0, make_row(9001))
    world.work_list.rows.insert(0, make_row(9002))
    tell(world, Topic.CONTACTS)
    assert screen.model.rowCount() == 122
    assert current_id(screen) == chosen
    row, offset = screen.view.top_row()
    assert (screen.model.customer_at(row), offset) == (top, 7)


def test_after_a_logged_call_the_next_customer_is_the_one_who_was_next(world, screen, qtbot: QtBot):
    ids = [row["customer_id"] for row in world.work_list.rows]
    world.work_list.rows.append(world.work_list.rows.pop(0))
    tell(world, Topic.CONTACTS)
    assert current_id(screen) == ids[0]
    assert screen.view.top_row() == (0, 0)
    tell(world, Topic.METRICS)
    screen.focus_list()
    qtbot.keyClick(screen.view, Qt.Key.Key_Down)
    assert current_id(screen) == ids[1]
    screen.step(1)
    assert current_id(screen) == ids[2]


def test_home_and_end_go_to_the_first_and_the_last_customer(world, screen, qtbot: QtBot):
    qtbot.keyClick(screen.view, Qt.Key.Key_End)
    assert current_id(screen) == world.work_list.rows[-1]["customer_id"]
    qtbot.keyClick(screen.view, Qt.Key.Key_Home)
    assert current_id(screen) == world.work_list.rows[0]["customer_id"]


def test_a_refresh_does_not_tell_the_chosen_customer_again(world, screen):
    screen.step(3)
    told = QSignalSpy(screen.customer_selected)
    tell(world, Topic.METRICS)
    assert told.count() == 0


def test_a_change_of_settings_does_not_read_the_list(world, screen):
    loads = world.work_list.loads
    tell(world, Topic.SETTINGS)
    assert world.work_list.loads == loads
    tell(world, Topic.AGENDA, Topic.SETTINGS)
    assert world.work_list.loads == loads + 1


def test_a_refresh_waits_until_the_user_has_typed(world, screen, qtbot: QtBot):
    loads = world.work_list.loads
    qtbot.keyClick(search_field(screen), Qt.Key.Key_S)
    tell(world, Topic.CONTACTS)
    assert world.work_list.loads == loads
    with qtbot.waitSignal(screen.filter_bar.typing_ended):
        pass
    assert world.work_list.loads == loads + 1


def test_searching_for_nobody_says_so_and_offers_everybody(screen, qtbot: QtBot):
    screen.filter_bar.set_query("nenhures")
    assert screen.state_sentence() == "Nenhum cliente corresponde a “nenhures” aqui."
    screen._state.action_requested.emit()
    assert screen.state_sentence() == ""
    assert screen.model.rowCount() == 120


def test_an_empty_database_says_what_to_do(world, screen):
    world.work_list.rows = []
    screen.reload()
    assert screen.state_sentence().startswith("Ainda não há clientes.")


def test_a_list_that_cannot_be_read_says_why_and_can_be_tried_again(world, qtbot: QtBot):
    world.work_list.trouble = BadInputError("note_too_long", limit=3)
    screen = WorkListScreen(world.ctx)
    qtbot.addWidget(screen)
    qtbot.addWidget(screen.filter_bar)
    screen.reload()
    assert "encurte o texto" in screen.state_sentence()
    world.work_list.trouble = None
    screen._state.action_requested.emit()
    assert screen.state_sentence() == ""
    assert screen.model.rowCount() == 120


def test_a_failing_refresh_keeps_the_list_and_says_so(world, screen):
    said = QSignalSpy(screen.message_raised)
    world.work_list.trouble = BadInputError("note_too_long", limit=3)
    tell(world, Topic.CONTACTS)
    assert screen.model.rowCount() == 120
    assert said.count() == 1


def test_a_fault_of_the_program_is_not_swallowed(world, screen):
    world.work_list.trouble = ZeroDivisionError()
    with pytest.raises(ZeroDivisionError):
        screen.reload()


def test_a_customer_asked_for_is_found_through_search_and_group(world, screen):
    screen.filter_bar.set_query("nenhures")
    wanted = world.work_list.rows[77]["customer_id"]
    screen.show_customer(wanted)
    assert current_id(screen) == wanted
    assert screen.filter_bar.query == ""


def test_widths_that_the_user_set_are_remembered(world, screen):
    screen.remember()
    assert world.preferences.value(WIDTHS_KEY, {}) == {}
    screen.view.horizontalHeader().resizeSection(column_of(ColumnKey.PHONE), 177)
    screen.remember()
    assert world.preferences.value(WIDTHS_KEY, {})["phone"] == 177


def test_the_language_changes_in_place(qapp, world, screen):
    screen.step(4)
    chosen = current_id(screen)
    chips = screen.filter_bar
    assert chips.word(Group.CALLBACKS) == "Retornos"
    world.preferences.language = Language.ENGLISH
    install_language(qapp, Language.ENGLISH)
    qapp.processEvents()
    assert chips.word(Group.CALLBACKS) == "Callbacks"
    header = screen.model.headerData(column_of(ColumnKey.LAST_ORDER), Qt.Orientation.Horizontal)
    assert header == "Last order"
    assert current_id(screen) == chosen


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_is_painted_in_the_colours_of_the_scheme(world, screen, scheme):
    world.theme.apply(scheme)
    image = screen.view.viewport().grab().toImage()
    colours = {image.pixelColor(x, 45).name() for x in range(0, 890, 1)}
    assert world.theme.colours.surface in colours
    assert len(colours) > 20  # letters were drawn


def test_the_current_row_is_marked(world, screen):
    screen.step(2)
    image = screen.view.viewport().grab().toImage()
    y = int((screen.view.currentIndex().row() + 0.5) * Height.ROW)
    assert image.pixelColor(0, y).name() == world.theme.colours.accent
    assert image.pixelColor(0, y + Height.ROW).name() != world.theme.colours.accent


def test_a_page_of_a_long_list_asks_for_its_own_rows_only(world, qtbot: QtBot):
    world.work_list.rows = make_rows(3000)
    screen = WorkListScreen(world.ctx)
    qtbot.addWidget(screen)
    qtbot.addWidget(screen.filter_bar)
    screen.reload()
    screen.resize(900, 600)
    screen.show()
    asked: list[int] = []
    column = COLUMNS[column_of(ColumnKey.VALUE)]
    original = column.display

    def counted(rows, line, style):
        asked.append(line)
        return original(rows, line, style)

    object.__setattr__(column, "display", counted)
    try:
        screen.view.viewport().grab()
    finally:
        object.__setattr__(column, "display", original)
    assert 10 < len(asked) <= 600 // Height.ROW + 2


def test_the_list_is_read_in_the_background(world, screen):
    assert world.runner.lanes == [Lane.READ]
