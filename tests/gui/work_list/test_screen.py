"""The work list's screen: keys, filters, refresh, states."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.eligibility import Bar
from cockpit.domain.errors import BadInputError
from cockpit.domain.filters import Condition, Filter, Operator
from cockpit.domain.formats import Language
from cockpit.domain.list_query import Group, SortKey
from cockpit.domain.vocabulary import HoldKind
from cockpit.runtime.task_runner import Lane
from cockpit.runtime.translation import install_language
from cockpit.ui.theme import Height
from cockpit.ui.work_list.columns import COLUMNS, ColumnKey, Role
from cockpit.ui.work_list.filter_bar import SearchField
from cockpit.ui.work_list.layout import LAYOUT_KEY
from cockpit.ui.work_list.screen import WorkListScreen
from tests.support.list_data import NOW, TODAY, make_list, make_row, make_rows
from tests.support.ui_data import UiWorld

HOUR = timedelta(hours=1)


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


def test_the_first_customer_is_chosen_when_the_list_arrives(screen):
    assert current_id(screen) == shown_ids(screen)[0]


def test_arrows_choose_and_tell_each_customer_once(world, screen, qtbot: QtBot):
    told = QSignalSpy(screen.customer_selected)
    screen.focus_list()
    qtbot.keyClick(screen.view, Qt.Key.Key_Down)
    qtbot.keyClick(screen.view, Qt.Key.Key_Down)
    qtbot.keyClick(screen.view, Qt.Key.Key_Up)
    ids = shown_ids(screen)
    assert [told.at(i)[0] for i in range(told.count())] == [ids[1], ids[2], ids[1]]


def test_enter_opens_the_chosen_customer(world, screen, qtbot: QtBot):
    opened = QSignalSpy(screen.customer_opened)
    screen.focus_list()
    qtbot.keyClick(screen.view, Qt.Key.Key_Return)
    assert opened.count() == 1
    assert opened.at(0)[0] == shown_ids(screen)[0]


def test_a_letter_typed_on_the_list_begins_a_search(screen, qtbot: QtBot):
    screen.filter_bar.set_query("serra")
    screen.focus_list()
    qtbot.keyClick(screen.view, Qt.Key.Key_M)
    assert screen.filter_bar.query == "m"


def test_next_and_previous_stay_within_the_rows_shown(world, screen):
    screen.step(-1)
    assert current_id(screen) == shown_ids(screen)[0]
    screen.step(10_000)
    assert current_id(screen) == shown_ids(screen)[-1]


def test_search_finds_every_term_without_accents(world, screen):
    world.work_list.rows[40]["name"] = "Cerâmica São João"
    screen.reload()
    screen.filter_bar.set_query("joao CERAM")
    assert shown_ids(screen) == [world.work_list.rows[40]["customer_id"]]


def test_a_group_shows_its_customers_and_how_many(world, screen):
    summaries = QSignalSpy(screen.summary_changed)
    screen.filter_bar.set_group(Group.AT_RISK)
    expected = [row for row in world.work_list.rows if row["status"].value == "at_risk"]
    assert set(shown_ids(screen)) == {row["customer_id"] for row in expected}
    summary = summaries.at(summaries.count() - 1)[0]
    assert summary.count == len(expected) > 0
    assert summary.at_risk_cents == sum(row["at_risk_cents"] for row in expected)


def test_a_header_sorts_both_ways_and_then_returns_to_the_order_of_calling(world, screen):
    calling = shown_ids(screen)
    column = column_of(ColumnKey.RECENCY)
    keys = {row["customer_id"]: row["recency_days"] for row in world.work_list.rows}
    known = [key for key in keys.values() if key is not None]
    screen.view.header.sort_requested.emit(column, False)
    values = [keys[one] for one in shown_ids(screen)]
    assert values[: len(known)] == sorted(known, reverse=True)
    screen.view.header.sort_requested.emit(column, False)
    values = [keys[one] for one in shown_ids(screen)]
    assert values == sorted(known) + [None] * (len(values) - len(known))
    screen.view.header.sort_requested.emit(column, False)
    assert shown_ids(screen) == calling


def test_the_next_contact_sorts_by_its_instant_with_whole_days_at_their_start(world, screen):
    at = datetime(2022, 3, 22, 3, tzinfo=UTC)  # midnight in São Paulo
    dues = ((at + 12 * HOUR, True), (at, False), (at - HOUR, True), (at + HOUR, True))
    dues += ((at + 24 * HOUR, False),)
    for row in world.work_list.rows:
        row.update(next_contact_at=None, next_contact_has_time=False)
    some = world.work_list.rows[: len(dues)]
    for row, (due_at, has_time) in zip(some, dues, strict=True):
        row.update(next_contact_at=due_at, next_contact_has_time=has_time)
    tell(world, Topic.AGENDA)
    screen.view.header.sort_requested.emit(column_of(ColumnKey.NEXT_CONTACT), False)
    shown = [one for one in shown_ids(screen) if one in {row["customer_id"] for row in some}]
    order = [some[place]["customer_id"] for place in (2, 1, 3, 0, 4)]
    assert shown in (order, order[::-1])
    assert set(shown_ids(screen)[: len(dues)]) == set(order)


def test_a_refresh_keeps_who_is_chosen_and_what_is_on_top(world, screen):
    screen.step(60)
    screen.view.verticalScrollBar().setValue(50 * Height.ROW + 7)
    chosen, top = current_id(screen), screen.model.customer_at(50)
    world.work_list.rows.insert(0, make_row(9001))
    world.work_list.rows.insert(0, make_row(9002))
    tell(world, Topic.CONTACTS)
    assert screen.model.rowCount() == 122
    assert current_id(screen) == chosen
    row = screen.view.rowAt(0)
    offset = -screen.view.rowViewportPosition(row)
    assert (screen.model.customer_at(row), offset) == (top, 7)


def test_after_a_logged_call_the_next_customer_is_the_one_who_was_next(world, screen, qtbot: QtBot):
    ids = shown_ids(screen)
    called = next(row for row in world.work_list.rows if row["customer_id"] == ids[0])
    called.update(next_contact_at=None, hold=HoldKind.CLOSED, at_risk_cents=0)
    tell(world, Topic.CONTACTS)
    assert current_id(screen) == ids[0]
    assert shown_ids(screen)[0] == ids[1]
    screen.focus_list()
    qtbot.keyClick(screen.view, Qt.Key.Key_Down)
    assert current_id(screen) == ids[1]
    screen.step(1)
    assert current_id(screen) == ids[2]


def test_the_next_client_stays_in_sight_when_the_one_before_leaves_the_top(world, screen):
    ids = shown_ids(screen)
    screen.set_compact(True)
    screen.step(1)
    called = next(row for row in world.work_list.rows if row["customer_id"] == ids[0])
    called.update(next_contact_at=None, hold=HoldKind.CLOSED, at_risk_cents=0)
    tell(world, Topic.CONTACTS)
    assert shown_ids(screen)[0] == current_id(screen) == ids[1]
    assert screen.view.rowAt(0) == 0


def test_a_follower_whom_a_colleague_called_is_not_followed(world, screen):
    ids = shown_ids(screen)
    called = next(row for row in world.work_list.rows if row["customer_id"] == ids[1])
    called.update(next_contact_at=None, hold=HoldKind.CLOSED, at_risk_cents=0)
    tell(world, Topic.CONTACTS)
    assert shown_ids(screen).index(ids[1]) > 1
    assert screen.view.rowAt(0) == 0
    screen.step(1)
    assert current_id(screen) == ids[2]


def test_home_and_end_go_to_the_first_and_the_last_customer(world, screen, qtbot: QtBot):
    qtbot.keyClick(screen.view, Qt.Key.Key_End)
    assert current_id(screen) == shown_ids(screen)[-1]
    qtbot.keyClick(screen.view, Qt.Key.Key_Home)
    assert current_id(screen) == shown_ids(screen)[0]


def test_a_refresh_does_not_tell_the_chosen_customer_again(world, screen):
    screen.step(3)
    told = QSignalSpy(screen.customer_selected)
    tell(world, Topic.METRICS)
    assert told.count() == 0


def test_a_change_of_settings_does_not_read_the_list(world, screen):
    tell(world, Topic.SETTINGS)
    assert not world.work_list.refreshes
    tell(world, Topic.AGENDA, Topic.SETTINGS)
    assert len(world.work_list.refreshes) == 1


def test_a_refresh_waits_until_the_user_has_typed(world, screen, qtbot: QtBot):
    qtbot.keyClick(search_field(screen), Qt.Key.Key_S)
    tell(world, Topic.CONTACTS)
    tell(world, Topic.AGENDA)
    assert not world.work_list.refreshes
    with qtbot.waitSignal(screen.filter_bar.typing_ended):
        pass
    topics = [notice.topics for notice in world.work_list.refreshes]
    assert topics == [{Topic.CONTACTS, Topic.AGENDA}]


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


def test_widths_that_the_user_set_are_remembered(world, screen, qtbot: QtBot):
    assert world.preferences.value(LAYOUT_KEY, {}) == {}
    screen.view.header.resizeSection(column_of(ColumnKey.PHONE), 177)
    assert world.preferences.value(LAYOUT_KEY, {})["widths"] == {"phone": 177}
    again = WorkListScreen(world.ctx)
    qtbot.addWidget(again)
    qtbot.addWidget(again.filter_bar)
    assert again.view.columnWidth(column_of(ColumnKey.PHONE)) == 177


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
    column = COLUMNS[column_of(ColumnKey.LAST_ORDER)]
    original = column.display

    def counted(row, style):
        asked.append(row)
        return original(row, style)

    object.__setattr__(column, "display", counted)
    try:
        screen.filter_bar.set_query("a")
        screen.view.viewport().grab()
        first = len(asked)
        screen.view.viewport().grab()
    finally:
        object.__setattr__(column, "display", original)
    assert 10 < first <= 600 // Height.ROW + 2
    assert len(asked) == first  # the second time all texts were known


def test_the_list_is_read_in_the_background(world, screen):
    # What lies on the disk waits for nobody who reads the database.
    assert set(world.runner.lanes) == {Lane.LONG, Lane.READ}


def test_what_lies_on_the_disk_is_shown_before_the_list_is_read(world, qtbot: QtBot):
    world.work_list.kept = make_list(make_rows(7))
    world.work_list.trouble = None
    counts: list[int] = []
    screen = WorkListScreen(world.ctx)
    qtbot.addWidget(screen)
    qtbot.addWidget(screen.filter_bar)
    screen.summary_changed.connect(lambda summary: counts.append(summary.count))
    screen.reload()
    assert 7 in counts
    assert screen.model.rowCount() == 120


def test_a_list_of_yesterday_says_so_while_it_is_brought_up_to_date(world, qtbot: QtBot):
    yesterday = TODAY - timedelta(days=1)
    world.work_list.kept = make_list(make_rows(7), as_of=yesterday, now=NOW - timedelta(days=1))
    said: list[str] = []
    screen = WorkListScreen(world.ctx)
    qtbot.addWidget(screen)
    qtbot.addWidget(screen.filter_bar)
    screen.summary_changed.connect(lambda summary: said.append(screen.notice_sentence()))
    screen.reload()
    assert any("21/03/2022" in sentence for sentence in said)
    assert screen.notice_sentence() == ""


def test_after_a_failed_refresh_everything_is_read_again(world, screen):
    loads = world.work_list.loads
    world.work_list.trouble = BadInputError("note_too_long", limit=3)
    tell(world, Topic.CONTACTS)
    assert "encurte o texto" in screen.notice_sentence()
    world.work_list.trouble = None
    screen.reload()
    assert world.work_list.loads == loads + 1
    assert screen.notice_sentence() == ""


def test_a_change_of_one_customer_reads_that_one_alone(world, screen):
    changed = world.work_list.rows[5]
    changed["name"] = "Nova Razão Social"
    world.feed.changed.emit(
        ChangeNotice(frozenset({Topic.CUSTOMERS}), frozenset({changed["customer_id"]}))
    )
    assert screen.name_of(changed["customer_id"]) == "Nova Razão Social"
    assert world.work_list.loads == 1


def test_shift_with_a_click_sorts_by_several_columns(screen):
    sort = screen.view.header.sort_requested
    sort.emit(column_of(ColumnKey.STATE), False)
    sort.emit(column_of(ColumnKey.RECENCY), True)
    assert screen.query.sorting == (SortKey("state", False), SortKey("recency_days", True))
    rows = [screen.model.row_at(place) for place in range(screen.model.rowCount())]
    known = [(row.state, -row.recency_days) for row in rows if row.recency_days is not None]
    assert known == sorted(known)


def test_the_order_is_remembered(world, screen, qtbot: QtBot):
    screen.sort_by((SortKey("city", False),))
    again = WorkListScreen(world.ctx)
    qtbot.addWidget(again)
    qtbot.addWidget(again.filter_bar)
    assert again.query.sorting == (SortKey("city", False),)


def test_candidates_come_in_the_order_of_calling_whatever_the_list_is_sorted_by(screen):
    expected, _ = screen.offers(10)
    screen.sort_by((SortKey("name", False),))
    assert screen.offers(10)[0] == expected
    assert len(expected) == 10


def test_on_the_tab_of_active_customers_their_cycle_is_no_obstacle(screen):
    assert screen.offers(5)[1] == frozenset()
    screen.filter_bar.set_group(Group.ACTIVE)
    offered, also = screen.offers(5)
    assert also == {Bar.IN_CYCLE}
    assert offered


def test_a_reason_and_its_factors_are_told_of_any_customer(screen):
    text, factors = screen.reason_of(shown_ids(screen)[0])
    assert text
    assert factors.days == 90
    assert screen.reason_of(UUID(int=10**9)) is None


def test_beside_a_call_two_columns_are_left_and_come_back(screen):
    before = screen.keeper.shown
    screen.set_compact(True)
    shown = [
        column.key
        for section, column in enumerate(COLUMNS)
        if not screen.view.isColumnHidden(section)
    ]
    assert set(shown) == {ColumnKey.CLIENT, ColumnKey.AT_RISK}
    screen.set_compact(False)
    assert screen.keeper.shown == before


def test_the_ledger_shows_who_is_barred_for_one_reason(world, screen):
    row = world.work_list.rows[3]
    row["is_phone_forbidden"] = True
    screen.reload()
    barred = Condition("bar", Operator.ONE_OF, (Bar.DO_NOT_CONTACT.value,))
    screen.apply(Group.ALL, Filter((barred,)))
    assert shown_ids(screen) == [row["customer_id"]]
    screen.clear_filter()
    assert screen.model.rowCount() == 120
