"""What is pressed in the early window happens in the true one."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from cockpit.domain.formats import Language
from cockpit.domain.list_query import ListQuery
from cockpit.runtime.translation import install_language
from cockpit.ui.early_window import EarlyWindow, Succession
from cockpit.ui.main_window import MainWindow
from cockpit.ui.window_place import kept_place
from cockpit.ui.work_list.kept_page import KeptPage, Place
from cockpit.ui.work_list.layout import ColumnLayout
from tests.support.ui_data import TODAY, UiWorld

KEY = Qt.Key


@pytest.fixture
def window(world: UiWorld, qtbot: QtBot) -> Iterator[MainWindow]:
    """A window that is neither shown nor has a list yet."""
    window = MainWindow(world.ctx)
    qtbot.addWidget(window)
    yield window
    window.close()


@pytest.fixture
def page(world: UiWorld, window: MainWindow) -> KeptPage:
    """What the run before kept of the same list."""
    install_language(QApplication.instance(), Language.ENGLISH)  # whatever a former test left
    table = world.ctx.work_list.load()
    rows = table.rows(table.select(ListQuery()).lines(0, 20))
    place, geometry = Place(49, 893, 27), kept_place(window)
    return KeptPage(
        "", "light", "en", geometry, place, ColumnLayout(), (), TODAY, table.now, tuple(rows)
    )


def opened(page: KeptPage, world: UiWorld, qtbot: QtBot) -> EarlyWindow:
    early = EarlyWindow(page, world.ctx.theme, zone=world.ctx.clock.zone, today=TODAY)
    qtbot.addWidget(early)
    early.show_painted()
    return early


def succeed(early: EarlyWindow, window: MainWindow, qtbot: QtBot) -> None:
    """Start the true window, as the program does, and wait until it is alone."""
    Succession(early, window, window.work_list.view)
    window.start()
    qtbot.waitUntil(lambda: window.isVisible() and not early.isVisible())


def press(early: EarlyWindow, qtbot: QtBot, *keys: Qt.Key | str) -> None:
    for key in keys:
        if isinstance(key, str):
            qtbot.keyClicks(early.focusWidget(), key)
        else:
            qtbot.keyClick(early.focusWidget(), key)


def test_a_text_typed_early_is_searched_for(
    page: KeptPage, world: UiWorld, window: MainWindow, qtbot: QtBot
) -> None:
    early = opened(page, world, qtbot)
    press(early, qtbot, "marx", KEY.Key_Backspace, " 1")
    succeed(early, window, qtbot)
    assert window.work_list.filter_bar.query == "mar 1"
    assert window.work_list.filter_bar.has_search_focus()


def test_rows_walked_early_are_walked_and_opened(
    page: KeptPage, world: UiWorld, window: MainWindow, qtbot: QtBot
) -> None:
    early = opened(page, world, qtbot)
    press(early, qtbot, KEY.Key_Down, KEY.Key_Down, KEY.Key_Return)
    succeed(early, window, qtbot)
    assert window.work_list.chosen == page.rows[2].customer_id
    assert window.contact_form.isAncestorOf(window.focusWidget())


def test_a_key_of_the_window_does_there_what_it_always_does(
    page: KeptPage, world: UiWorld, window: MainWindow, qtbot: QtBot
) -> None:
    early = opened(page, world, qtbot)
    press(early, qtbot, KEY.Key_F8)
    succeed(early, window, qtbot)
    qtbot.waitUntil(lambda: window.calls.controller.state.claim is not None)


def test_a_clicked_row_is_chosen(
    page: KeptPage, world: UiWorld, window: MainWindow, qtbot: QtBot
) -> None:
    early = opened(page, world, qtbot)
    view = early.focusWidget()
    place = view.visualRect(view.model().index(3, 1)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.currentIndex().row() == 3
    succeed(early, window, qtbot)
    assert window.work_list.chosen == page.rows[3].customer_id


def test_where_the_rows_are_others_no_key_hits_one_of_them(
    page: KeptPage, world: UiWorld, window: MainWindow, qtbot: QtBot
) -> None:
    other = replace(page, rows=tuple(reversed(page.rows)))
    early = opened(other, world, qtbot)
    press(early, qtbot, KEY.Key_Down, KEY.Key_Return)
    with qtbot.waitSignal(early.keys.left_out):
        succeed(early, window, qtbot)
    assert window.work_list.chosen == page.rows[0].customer_id
    assert not window.contact_form.isAncestorOf(QApplication.focusWidget() or window)


def test_what_is_pressed_while_the_windows_change_comes_last(
    page: KeptPage, world: UiWorld, window: MainWindow, qtbot: QtBot
) -> None:
    early = opened(page, world, qtbot)
    press(early, qtbot, "ma")
    window.show()
    window.start()
    qtbot.waitUntil(lambda: window.work_list.table is not None)
    early.hand_over(window, window.work_list.view)
    press(early, qtbot, "r")
    assert window.work_list.filter_bar.query == "mar"


@pytest.mark.parametrize(("age", "said"), [(0, "Opening"), (1, "List of 21/03/2022")])
def test_the_early_window_says_what_it_is(
    page: KeptPage, world: UiWorld, qtbot: QtBot, age: int, said: str
) -> None:
    early = opened(replace(page, day=TODAY - timedelta(days=age)), world, qtbot)
    assert any(label.text().startswith(said) for label in early.findChildren(QLabel))
