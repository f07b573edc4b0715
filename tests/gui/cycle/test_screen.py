"""The screen in its window: the way in and back, the keys, what is read when."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.formats import Language
from cockpit.ui.actions import DESK_ACTIONS, ActionId
from cockpit.ui.context import UiContext
from cockpit.ui.cycle.screen import CycleScreen
from cockpit.ui.main_window import MainWindow
from tests.support.keys import press
from tests.support.panel_data import HeldTaskRunner
from tests.support.ui_data import UiWorld


@pytest.fixture
def window(ctx: UiContext, world: UiWorld, qtbot: QtBot) -> Iterator[MainWindow]:
    world.feed.start()
    window = MainWindow(ctx)
    qtbot.addWidget(window)
    window.show()
    window.start()
    window.activateWindow()
    qtbot.waitActive(window)
    yield window
    window.close()


def opened(qtbot: QtBot, window: MainWindow) -> CycleScreen:
    press(qtbot, window, Qt.Key.Key_F6)
    assert window.screens.cycle is not None
    return window.screens.cycle


def test_the_key_opens_it_and_escape_returns_to_the_list(window: MainWindow, qtbot: QtBot):
    assert window.screens.cycle is None
    screen = opened(qtbot, window)
    assert screen.isVisible()
    assert not window.work_list.isVisible()
    press(qtbot, window, Qt.Key.Key_Escape)
    assert not screen.isVisible()
    assert window.work_list.view.hasFocus()
    assert opened(qtbot, window) is screen


def test_its_line_in_the_menu_and_its_arrow_do_the_same(window: MainWindow, qtbot: QtBot):
    menu = window._top_bar.menu_button.menu().actions()
    next(one for one in menu if one.text() == "Ciclo de compra").trigger()
    assert window.screens.cycle is not None
    window.screens.cycle._back.click()
    assert window.work_list.isVisible()


def test_sections_are_reached_by_keys_and_read_when_they_come_into_sight(
    window: MainWindow, qtbot: QtBot, world: UiWorld
):
    screen = opened(qtbot, window)
    assert world.reports.asked == ["histogram"]
    press(qtbot, window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert screen.accuracy.isVisible()
    assert world.reports.asked == ["histogram", "fit", "backtest"]
    press(qtbot, window, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert screen.portfolio.isVisible()
    assert world.reports.asked == ["histogram", "fit", "backtest"]


def test_the_lists_own_keys_sleep_meanwhile(window: MainWindow, qtbot: QtBot):
    opened(qtbot, window)
    assert not any(window._actions[one].isEnabled() for one in DESK_ACTIONS)
    press(qtbot, window, Qt.Key.Key_Escape)
    assert window._actions[ActionId.NEXT_CALL].isEnabled()
    assert not window._actions[ActionId.SKIP].isEnabled()  # nobody is being called


def test_refreshing_reads_what_is_in_sight(window: MainWindow, qtbot: QtBot, world: UiWorld):
    opened(qtbot, window)
    loads = world.work_list.loads
    window._actions[ActionId.REFRESH].trigger()
    assert world.reports.asked == ["histogram", "histogram"]
    assert world.work_list.loads == loads


def test_other_orders_are_read_at_once_where_they_are_seen_and_else_later(
    window: MainWindow, qtbot: QtBot, world: UiWorld
):
    screen = opened(qtbot, window)
    screen.show_section(1)
    with qtbot.waitSignal(world.feed.changed):
        world.database.commit(ChangeNotice(frozenset({Topic.METRICS})))
    assert world.reports.asked == ["histogram", "fit", "backtest", "fit"]
    screen.show_section(0)
    assert world.reports.asked[-1] == "histogram"


def test_a_contact_saved_meanwhile_reads_nothing(window: MainWindow, qtbot: QtBot, world: UiWorld):
    opened(qtbot, window)
    with qtbot.waitSignal(world.feed.changed):
        world.database.commit(ChangeNotice(frozenset({Topic.CONTACTS})))
    assert world.reports.asked == ["histogram"]


def test_customers_are_named_as_in_the_list(window: MainWindow, world: UiWorld):
    row = world.work_list.rows[7]
    assert window.work_list.name_of(row["customer_id"]) == row["name"]
    assert window.work_list.name_of(world.ctx.user.user_id) == ""


def test_the_reminders_close_first(window: MainWindow, qtbot: QtBot):
    screen = opened(qtbot, window)
    press(qtbot, window, Qt.Key.Key_F4)
    assert window.reminders_list.isVisible()
    press(qtbot, window, Qt.Key.Key_Escape)
    assert screen.isVisible()
    press(qtbot, window, Qt.Key.Key_Escape)
    assert window.work_list.isVisible()


def test_what_is_under_way_is_stopped_when_the_window_closes(
    ctx: UiContext, world: UiWorld, qtbot: QtBot
):
    runner = HeldTaskRunner()
    window = MainWindow(replace(ctx, runner=runner))
    qtbot.addWidget(window)
    window.show()
    window.screens.show_cycle()
    assert window.screens.cycle is not None
    window.screens.cycle.show_section(1)
    backtest = window.screens.cycle.accuracy.backtest
    assert backtest.is_running
    window.close()
    assert backtest._stopped.is_set()
    runner.shutdown()


@pytest.mark.parametrize("section", range(2))
def test_a_small_laptop_has_room_and_english_has_no_portuguese(
    window: MainWindow, qtbot: QtBot, section: int
):
    window.resize(1366, 768)
    window._top_bar.language_requested.emit(Language.ENGLISH)
    screen = opened(qtbot, window)
    screen.show_section(section)
    assert (window.width(), window.height()) == (1366, 768)
    shown = "\n".join(one.text() for one in screen.findChildren(QLabel) if one.isVisible())
    for words in ("clientes", "cliente", "entre", "dias", "Regra", "Parâmetros"):
        assert words not in shown
    window._top_bar.language_requested.emit(Language.PORTUGUESE)
    qtbot.waitUntil(lambda: screen._title.text() == "Ciclo de compra")
    assert screen.tabs.tabText(section) == ("Carteira", "Acerto")[section]
    shown = "\n".join(one.text() for one in screen.findChildren(QLabel) if one.isVisible())
    for words in ("customers", "between", "Parameters", "Try a rule", "came back"):
        assert words not in shown
