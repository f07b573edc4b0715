"""The list's tools: filter builder, views, columns, marks, clipboard, files, bulk actions."""

from uuid import UUID

import fastexcel
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QListWidget,
    QMenu,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.filters import FIELDS, Condition, FieldKind, Filter, Operator, SavedView
from cockpit.domain.list_query import Group, SortKey
from cockpit.domain.vocabulary import Light
from cockpit.ui.work_list.columns import COLUMNS, SECTION_OF, ColumnKey
from cockpit.ui.work_list.columns_dialog import ColumnsDialog
from cockpit.ui.work_list.condition_row import ConditionRow
from cockpit.ui.work_list.filter_panel import FilterPanel
from cockpit.ui.work_list.layout import LAYOUT_KEY, ColumnLayout
from cockpit.ui.work_list.light_painting import LightGlyphs
from cockpit.ui.work_list.lights import LIGHT_NAMES
from cockpit.ui.work_list.marking import FEW
from cockpit.ui.work_list.pick_dialog import PickDialog
from cockpit.ui.work_list.screen import WorkListScreen
from cockpit.ui.work_list.value_editors import ValueEditor
from cockpit.ui.work_list.view_dialogs import SaveViewDialog, ViewsDialog
from tests.support.list_data import make_rows

CITY = Condition("city", Operator.ONE_OF, ("Natal",))
LATE = Condition("cycles_late", Operator.AT_LEAST, (3.0,))


def shown_rows(screen: WorkListScreen) -> list:
    return [screen.model.row_at(place) for place in range(screen.model.rowCount())]


def dialog_of(screen: WorkListScreen, kind: type):
    dialogs = [one for one in screen.window().findChildren(kind) if one.isVisible()]
    assert len(dialogs) == 1
    return dialogs[0]


def pick_beatriz(screen: WorkListScreen, qtbot: QtBot) -> None:
    """Answer into whose portfolio the customers go."""
    dialog = dialog_of(screen, PickDialog)
    qtbot.keyClicks(dialog.findChild(QLineEdit), "beat")
    qtbot.keyClick(dialog.findChild(QLineEdit), Qt.Key.Key_Return)


def panel_of(screen: WorkListScreen) -> FilterPanel:
    screen.tools.open_filter()
    panel = screen.tools.filter_panel
    assert panel is not None
    return panel


def field_of(row: ConditionRow) -> QLineEdit:
    return row.findChildren(ValueEditor)[-1].findChild(QLineEdit)


def choose(box: QComboBox, value: object) -> None:
    box.setCurrentIndex(box.findData(value))


# --- filter builder --------------------------------------------------------------------------


def test_a_condition_narrows_the_list_as_soon_as_it_means_something(screen, qtbot: QtBot):
    panel = panel_of(screen)
    row = panel.findChildren(ConditionRow)[0]
    fields, operators = row.findChildren(QComboBox)[:2]
    choose(fields, "cycles_late")
    choose(operators, Operator.AT_LEAST)
    assert screen.model.rowCount() == 120
    qtbot.keyClicks(field_of(row), "3,5")
    assert screen.query.filter == Filter((Condition("cycles_late", Operator.AT_LEAST, (3.5,)),))
    assert 0 < screen.model.rowCount() < 120
    assert all(one.cycles_late >= 3.5 for one in shown_rows(screen))


@pytest.mark.parametrize("name", ["at_risk_cents", "status", "is_blocked", "last_order_on"])
def test_tab_goes_from_field_over_comparison_to_value(screen, qtbot: QtBot, name: str):
    screen.window().activateWindow()
    qtbot.waitActive(screen.window())
    row = panel_of(screen).findChildren(ConditionRow)[0]
    choose(row.findChildren(QComboBox)[0], name)
    qtbot.waitUntil(row.findChildren(ValueEditor)[-1].isVisible)
    qtbot.keyClick(row.findChildren(QComboBox)[0], Qt.Key.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert row.findChildren(ValueEditor)[-1].isAncestorOf(QApplication.focusWidget())


def test_a_day_may_be_typed_in_words(screen, qtbot: QtBot):
    row = panel_of(screen).findChildren(ConditionRow)[0]
    fields, operators = row.findChildren(QComboBox)[:2]
    choose(fields, "last_order_on")
    choose(operators, Operator.AT_MOST)
    qtbot.keyClicks(field_of(row), "-60d")
    wanted = Condition("last_order_on", Operator.AT_MOST, ("2022-01-21",))
    assert screen.query.filter == Filter((wanted,))


def test_a_value_that_means_nothing_is_marked_and_asks_nothing(screen, qtbot: QtBot):
    row = panel_of(screen).findChildren(ConditionRow)[0]
    choose(row.findChildren(QComboBox)[0], "at_risk_cents")
    field = field_of(row)
    qtbot.keyClicks(field, "muito")
    assert field.property("invalid") is True
    assert screen.query.filter is None
    field.clear()
    qtbot.keyClicks(field, "1.500,50")
    assert field.property("invalid") is False
    assert screen.query.filter.conditions[0].values == (150_050,)


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_of_the_filter_can_be_built_and_shown_again(screen, field, world):
    kind = FIELDS[field]
    operator, values = {
        FieldKind.TEXT: (Operator.CONTAINS, ("a",)),
        FieldKind.NUMBER: (Operator.BETWEEN, (1.5, 30.0)),
        FieldKind.MONEY: (Operator.AT_LEAST, (123_456,)),
        FieldKind.DAY: (Operator.BETWEEN, ("2022-01-05", "2022-03-01")),
        FieldKind.CHOICE: (Operator.ONE_OF, None),
        FieldKind.YES_NO: (Operator.IS, (True,)),
    }[kind]
    panel = panel_of(screen)
    row = panel.findChildren(ConditionRow)[0]
    if values is None:
        row.set_condition(Condition(field, operator, ()))
        picker = row.findChild(QListWidget)
        values = (
            tuple(picker.item(i).data(Qt.ItemDataRole.UserRole) for i in range(2))
            if picker.count() > 1
            else ("x",)
        )
    condition = Condition(field, operator, values)
    row.set_condition(condition)
    assert row.condition() == condition
    screen.apply(Group.ALL, Filter((condition,)))
    assert screen.filter_bar.filter_button.accessibleName() != "Filtro"


def test_any_shows_more_than_all(screen):
    screen.apply(Group.ALL, Filter((CITY, LATE)))
    both = screen.model.rowCount()
    screen.apply(Group.ALL, Filter((CITY, LATE), is_any=True))
    assert screen.model.rowCount() > both


def test_a_chip_takes_its_condition_away(screen, qtbot: QtBot):
    screen.apply(Group.ALL, Filter((CITY, LATE)))
    chips = [one for one in screen._chips._room.findChildren(QPushButton) if not one.isHidden()]
    assert len(chips) == 2
    qtbot.mouseClick(chips[0], Qt.MouseButton.LeftButton)
    assert screen.query.filter == Filter((LATE,))
    assert len(screen._chips.texts()) == 1


def test_a_chip_too_long_for_the_narrow_list_keeps_its_cross(screen, qtbot: QtBot):
    screen.resize(300, 600)
    screen.apply(Group.ALL, Filter((Condition("city", Operator.ONE_OF, ("Santa Rita" * 9,)),)))
    room = screen._chips._room
    chip = next(one for one in room.findChildren(QPushButton) if not one.isHidden())
    qtbot.waitUntil(lambda: chip.text().endswith("…  ×"))
    assert chip.geometry().right() < room.width()


def test_nobody_meeting_a_filter_offers_to_clear_it(screen):
    nobody = Condition("name", Operator.IS, ("ninguém",))
    screen.apply(Group.ALL, Filter((nobody,)))
    assert screen.state_sentence()
    screen._state.action_requested.emit()
    assert screen.query.filter is None
    assert screen.model.rowCount() == 120


def test_escape_closes_the_builder_and_the_filter_stays(screen, qtbot: QtBot):
    panel = panel_of(screen)
    screen.set_filter(Filter((CITY,)))
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert screen.query.filter == Filter((CITY,))


# --- views -----------------------------------------------------------------------------------


def test_a_view_brings_back_tab_text_filter_order_and_columns(world, screen, qtbot: QtBot):
    screen.apply(Group.AT_RISK, Filter((LATE,)), "a")
    screen.sort_by((SortKey("name", True),))
    layout = ColumnLayout().with_shown(ColumnKey.CITY, is_shown=True)
    screen.set_columns(layout)
    screen.tools.save_view()
    dialog = dialog_of(screen, SaveViewDialog)
    qtbot.keyClicks(dialog.findChild(QLineEdit), "Atrasados")
    qtbot.keyClick(dialog.findChild(QLineEdit), Qt.Key.Key_Return)
    (view,) = world.work_list.saved.values()
    query = screen.query
    screen.clear_filter()
    screen.use_calling_order()
    screen.set_columns(ColumnLayout())
    screen.apply_view(view)
    assert (view.name, view.is_shared) == ("Atrasados", False)
    assert screen.query == query
    assert screen.keeper.layout == layout


def test_views_are_narrowed_by_letters_and_shown_by_enter(world, screen, qtbot: QtBot):
    for number, name in enumerate(("Natal", "Ótimos", "Perdidos")):
        document = {"group": "all", "filter": Filter((CITY,)).to_json() if not number else None}
        world.work_list.save_view(SavedView(UUID(int=number), name, False, True, document))
    screen.tools.open_views()
    dialog = dialog_of(screen, ViewsDialog)
    qtbot.keyClicks(dialog.findChild(QLineEdit), "nat")
    qtbot.keyClick(dialog.findChild(QLineEdit), Qt.Key.Key_Return)
    assert screen.query.filter == Filter((CITY,))


def test_an_own_view_is_deleted_and_a_shared_one_is_not(world, screen, qtbot: QtBot):
    own = SavedView(UUID(int=1), "Minha", False, True, {})
    shared = SavedView(UUID(int=2), "Time", True, False, {})
    for view in (own, shared):
        world.work_list.save_view(view)
    screen.tools.open_views()
    dialog = dialog_of(screen, ViewsDialog)
    views = dialog.findChild(QListWidget)
    views.setCurrentRow(1)
    qtbot.keyClick(views, Qt.Key.Key_Delete)
    views.setCurrentRow(0)
    qtbot.keyClick(views, Qt.Key.Key_Delete)
    assert list(world.work_list.saved.values()) == [shared]


def test_a_view_of_another_version_says_so_and_changes_nothing(screen):
    said = QSignalSpy(screen.message_raised)
    before = screen.query
    screen.apply_view(SavedView(UUID(int=1), "?", False, True, {"filter": {"conditions": [["x"]]}}))
    assert said.count() == 1
    assert screen.query == before


# --- columns ---------------------------------------------------------------------------------


def test_columns_are_shown_moved_and_frozen_by_keys(world, screen, qtbot: QtBot):
    screen.tools.open_columns()
    dialog = dialog_of(screen, ColumnsDialog)
    columns = dialog.findChild(QListWidget)
    columns.setCurrentRow(ColumnLayout().order.index(ColumnKey.CITY))
    qtbot.keyClick(columns, Qt.Key.Key_Space)
    assert not screen.view.isColumnHidden(SECTION_OF[ColumnKey.CITY])
    qtbot.keyClick(columns, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    order = screen.keeper.layout.order
    assert order.index(ColumnKey.CITY) < order.index(ColumnKey.COMPANY)
    assert ColumnLayout.from_json(world.preferences.value(LAYOUT_KEY, {})) == screen.keeper.layout


def test_escape_takes_the_changes_of_columns_back(screen, qtbot: QtBot):
    before = screen.keeper.layout
    screen.tools.open_columns()
    dialog = dialog_of(screen, ColumnsDialog)
    qtbot.keyClick(dialog.findChild(QListWidget), Qt.Key.Key_Space)
    assert screen.keeper.layout != before
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert screen.keeper.layout == before


def wide(screen: WorkListScreen, frozen: int, qtbot: QtBot) -> None:
    shown = ColumnLayout(hidden=frozenset(), frozen=frozen)
    screen.set_columns(shown)
    bar = screen.view.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 500)
    bar.setValue(500)


def test_frozen_columns_stay_under_the_mouse_while_the_others_scroll(screen, qtbot: QtBot):
    wide(screen, 2, qtbot)
    at = QPoint(60, 45)
    assert COLUMNS[screen.view.indexAt(at).column()].key is ColumnKey.CLIENT
    assert screen.view.header.frozen_width() > 100
    wide(screen, 0, qtbot)
    assert COLUMNS[screen.view.indexAt(at).column()].key is not ColumnKey.CLIENT


def test_left_and_right_scroll_by_whole_columns(screen, qtbot: QtBot):
    wide(screen, 1, qtbot)
    bar = screen.view.horizontalScrollBar()
    bar.setValue(0)
    qtbot.keyClick(screen.view, Qt.Key.Key_Right)
    first = bar.value()
    assert first == screen.view.columnWidth(SECTION_OF[ColumnKey.CLIENT])
    qtbot.keyClick(screen.view, Qt.Key.Key_Right)
    assert bar.value() > first
    qtbot.keyClick(screen.view, Qt.Key.Key_Left)
    assert bar.value() == first


def test_a_step_does_not_scroll_sideways(screen, qtbot: QtBot):
    wide(screen, 1, qtbot)
    screen.step(30)
    assert screen.view.horizontalScrollBar().value() == 500


# --- lights ----------------------------------------------------------------------------------


def test_a_click_on_a_light_opens_its_section(world, screen, qtbot: QtBot):
    asked = QSignalSpy(screen.section_requested)
    view, section = screen.view, SECTION_OF[ColumnKey.LIGHTS]
    left = view.columnViewportPosition(section)
    qtbot.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(left + 6 + 2 * 12 + 5, 45)
    )
    assert asked.at(0) == [screen.model.customer_at(1), "titles"]


def test_space_lists_the_lights_in_words(screen, qtbot: QtBot):
    screen.focus_list()
    asked = QSignalSpy(screen.section_requested)
    qtbot.keyClick(screen.view, Qt.Key.Key_Space)
    menu = next(one for one in screen.view.findChildren(QMenu) if one.isVisible())
    assert len(menu.actions()) == 8
    menu.actions()[3].trigger()
    menu.close()
    assert asked.at(0)[1] == "quotes"


# --- marked rows -----------------------------------------------------------------------------


def test_marked_rows_are_counted_and_added_up(screen, qtbot: QtBot):
    told = QSignalSpy(screen.summary_changed)
    screen.focus_list()
    for _ in range(4):
        qtbot.keyClick(screen.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    summary = told.at(told.count() - 1)[0]
    assert summary.marked_count == 5
    assert summary.marked_at_risk_cents == sum(row.at_risk_cents for row in shown_rows(screen)[:5])
    qtbot.keyClick(screen.view, Qt.Key.Key_Down)
    assert told.at(told.count() - 1)[0].marked_count == 0


def test_all_rows_are_marked_by_one_key(screen, qtbot: QtBot):
    screen.focus_list()
    qtbot.keyClick(screen.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert screen.marking.count == 120
    assert screen.marking.is_all


def test_a_refresh_keeps_the_marks_by_customer(world, screen, qtbot: QtBot):
    screen.focus_list()
    for _ in range(3):
        qtbot.keyClick(screen.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    marked = set(screen.marking.ids())
    world.work_list.rows = (
        world.work_list.rows[10:] + make_rows(130)[120:] + (world.work_list.rows[:10])
    )
    screen.reload()
    assert set(screen.marking.ids()) == marked
    assert len(marked) == 4


def test_the_list_stands_still_while_very_many_but_not_all_rows_are_marked(world, qtbot: QtBot):
    world.work_list.rows = make_rows(FEW + 100)
    screen = WorkListScreen(world.ctx)
    qtbot.addWidget(screen)
    qtbot.addWidget(screen.filter_bar)
    screen.resize(900, 600)
    screen.reload()
    screen.show()
    screen.view.mark(list(range(FEW + 50)))
    assert screen.marking.keeps_list_still
    row = world.work_list.rows[0]
    world.feed.changed.emit(
        ChangeNotice(frozenset({Topic.CONTACTS}), frozenset({row["customer_id"]}))
    )
    assert not world.work_list.refreshes
    screen.step(1)
    assert len(world.work_list.refreshes) == 1


def test_marked_customers_go_into_a_campaign_after_one_question(world, screen, qtbot: QtBot):
    said = QSignalSpy(screen.message_raised)
    screen.focus_list()
    qtbot.keyClick(screen.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    ids = frozenset(screen.marking.ids())
    screen.tools.bulk.ask_campaign(screen.marking.marked())
    dialog = dialog_of(screen, PickDialog)
    assert "2" in dialog.windowTitle()
    qtbot.keyClick(dialog.findChild(QLineEdit), Qt.Key.Key_Return)
    assert world.work_list.asked == [("campaign", ids, UUID(int=601))]
    assert "Volta às aulas" in said.at(said.count() - 1)[0]


def test_a_change_of_portfolios_is_taken_back(world, screen, qtbot: QtBot):
    said = QSignalSpy(screen.message_raised)
    pair = {screen.model.customer_at(0), screen.model.customer_at(1)}
    screen.focus_list()
    qtbot.keyClick(screen.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    screen.tools.bulk.ask_owner(screen.marking.marked())
    pick_beatriz(screen, qtbot)
    assert world.work_list.asked == [("owner", frozenset(pair), UUID(int=502))]
    assert said.at(said.count() - 1)[0] == "2 movidos: Beatriz. Ctrl+Z desfaz."
    screen.tools.bulk.undo()
    assert [dict(one.former).keys() for one in world.work_list.taken_back] == [pair]
    assert said.at(said.count() - 1)[0] == "2 voltaram a ser como antes."
    assert not screen.tools.bulk.can_undo


def test_columns_are_widened_and_ordered_by_keys(screen, qtbot: QtBot):
    screen.tools.open_columns()
    columns = dialog_of(screen, ColumnsDialog).findChild(QListWidget)
    order = ColumnLayout().order
    columns.setCurrentRow(order.index(ColumnKey.PHONE))
    before = screen.view.columnWidth(SECTION_OF[ColumnKey.PHONE])
    qtbot.keyClick(columns, Qt.Key.Key_Right)
    assert screen.view.columnWidth(SECTION_OF[ColumnKey.PHONE]) == before + 8
    qtbot.keyClick(columns, Qt.Key.Key_O)
    columns.setCurrentRow(order.index(ColumnKey.RECENCY))
    qtbot.keyClick(columns, Qt.Key.Key_O, Qt.KeyboardModifier.ShiftModifier)
    assert screen.query.sorting == (SortKey("phone", False), SortKey("recency_days", True))


def test_escape_leaves_every_portfolio_as_it_is(world, screen, qtbot: QtBot):
    screen.tools.bulk.ask_owner(screen.marking.marked())
    qtbot.keyClick(dialog_of(screen, PickDialog), Qt.Key.Key_Escape)
    assert not world.work_list.asked


def test_e_mail_is_asked_for_with_the_marked_customers(screen, qtbot: QtBot):
    asked = QSignalSpy(screen.mail_requested)
    screen.focus_list()
    qtbot.keyClick(screen.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    screen.tools.bulk.request_mail(screen.marking.marked())
    assert asked.at(0)[0] == screen.marking.ids()


# --- clipboard and files ---------------------------------------------------------------------


def test_rows_are_copied_as_a_range_with_its_header_and_without_formulas(
    world, screen, qtbot: QtBot
):
    first = screen.model.customer_at(0)
    row = next(one for one in world.work_list.rows if one["customer_id"] == first)
    row.update(name="=HYPERLINK(1)\tx", code="")
    screen.reload()
    screen.focus_list()
    qtbot.keyClick(screen.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(screen.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    shown = screen.keeper.layout.shown
    assert len(lines) == 3
    assert {len(line.split("\t")) for line in lines} == {len(shown)}
    assert lines[0].split("\t")[shown.index(ColumnKey.CLIENT)] == "Cliente"
    assert lines[1].split("\t")[shown.index(ColumnKey.CLIENT)] == "'=HYPERLINK(1) x"


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_a_file_holds_what_is_shown_as_typed_values(screen, tmp_path, suffix):
    screen.filter_bar.set_group(Group.AT_RISK)
    path = tmp_path / f"lista{suffix}"
    shown = screen.keeper.layout.shown
    screen.tools.files.write(path, screen.marking.shown(), shown, screen.model.style)
    rows = shown_rows(screen)
    place = shown.index(ColumnKey.AT_RISK)
    if suffix == ".csv":
        lines = path.read_text(encoding="utf-8-sig").splitlines()
        cells = [line.split(";") for line in lines]
        assert cells[1][place] == f"{rows[0].at_risk_cents / 100:.2f}".replace(".", ",")
    else:
        columns = fastexcel.read_excel(path).load_sheet(0).to_arrow().to_pydict()
        cells = [list(columns), *map(list, zip(*columns.values(), strict=True))]
        assert cells[1][place] == rows[0].at_risk_cents / 100
    assert len(cells) == len(rows) + 1
    assert cells[0][shown.index(ColumnKey.CLIENT)] == "Cliente"


def test_a_folder_that_cannot_be_written_to_is_told(screen, tmp_path):
    said = QSignalSpy(screen.message_raised)
    path = tmp_path / "fehlt" / "lista.csv"
    shown = screen.keeper.layout.shown
    screen.tools.files.write(path, screen.marking.shown(), shown, screen.model.style)
    assert str(path.parent) in said.at(said.count() - 1)[0]


def test_every_light_has_its_own_picture(screen):
    glyphs = LightGlyphs(screen._ctx.theme)
    images = [
        glyphs.pixmap(((name, light),), 1).toImage()
        for name in LIGHT_NAMES
        for light in (Light.GOOD, Light.ATTENTION, Light.TROUBLE)
    ]
    masks = [
        bytes(
            image.pixelColor(x, y).alpha() > 128
            for x in range(image.width())
            for y in range(image.height())
        )
        + bytes(
            image.pixelColor(x, y).lightness() > 128
            for x in range(image.width())
            for y in range(image.height())
        )
        for image in images
    ]
    assert len(set(masks)) == len(masks)  # told apart without their colours
