"""What the list's view paints, and when: every pixel, only what changed, the next page ahead."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from cockpit.analytics.work_list.table import ColumnTable
from cockpit.ui.theme import Height
from cockpit.ui.work_list.screen import WorkListScreen
from tests.support.ui_data import UiWorld

_LOUD = QColor("#ff00ff")


class _Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.count = 0
        parent.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The lines that are made rows, in the order in which they are."""
    lines: list[int] = []
    rows = ColumnTable.rows

    def noted(table: ColumnTable, wanted: Sequence[int]):
        lines.extend(wanted)
        return rows(table, wanted)

    monkeypatch.setattr(ColumnTable, "rows", noted)
    return lines


@pytest.mark.parametrize("query", ["", "serra", "1004"])
def test_nothing_of_what_lies_behind_shows_through(screen: WorkListScreen, query: str):
    screen.filter_bar.set_query(query)
    screen.view.lay_out_now()
    for area in (screen.view.viewport(), screen.view.header.viewport()):
        picture = QPixmap(area.size())
        picture.fill(_LOUD)
        area.render(picture, QPoint(), renderFlags=QWidget.RenderFlag(0))
        image = picture.toImage()
        assert not any(
            image.pixelColor(x, y) == _LOUD
            for x in range(0, image.width(), 7)
            for y in range(0, image.height(), 5)
        )


def test_a_key_leaves_the_titles_as_they_are_painted(screen: WorkListScreen, qtbot: QtBot):
    titles, rows = _Paints(screen.view.header.viewport()), _Paints(screen.view.viewport())
    screen.filter_bar.set_query("s")
    qtbot.waitUntil(lambda: rows.count > 0)
    titles.count = rows.count = 0
    screen.filter_bar.set_query("a")
    qtbot.waitUntil(lambda: rows.count > 0)
    assert titles.count == 0


def test_the_next_page_is_ready_before_it_is_scrolled_to(
    world: UiWorld, screen: WorkListScreen, qtbot: QtBot, read: list[int]
):
    bar, selection = screen.view.verticalScrollBar(), screen.model.selection
    page = screen.view.viewport().height() // Height.ROW
    bar.setValue(page * Height.ROW)
    following = selection.lines(2 * page, 3 * page)
    qtbot.waitUntil(lambda: set(following) <= set(read))
    read.clear()
    bar.setValue(2 * page * Height.ROW)
    screen.view.viewport().repaint()
    assert not set(read) & set(following)


def test_the_page_above_is_ready_when_the_user_goes_up(
    world: UiWorld, screen: WorkListScreen, qtbot: QtBot, read: list[int]
):
    bar, selection = screen.view.verticalScrollBar(), screen.model.selection
    page = screen.view.viewport().height() // Height.ROW
    bar.setValue(bar.maximum())
    screen.view.viewport().repaint()
    read.clear()
    bar.setValue(bar.maximum() - Height.ROW)
    top = screen.view.rowAt(0)
    qtbot.waitUntil(lambda: set(selection.lines(top - page, top)) <= set(read))


def test_the_first_pages_are_ready_before_a_search_narrows_them(
    world: UiWorld, read: list[int], screen: WorkListScreen, qtbot: QtBot
):
    page = screen.view.viewport().height() // Height.ROW
    first = screen.model.selection.lines(0, 4 * page)
    assert len(first) > 3 * page
    qtbot.waitUntil(lambda: set(first) <= set(read))
