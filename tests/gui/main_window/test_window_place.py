"""Where the window stands at its first start and after."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cockpit.ui.window_place import keep_on_screen, kept_place, put_back


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.mark.parametrize("missing", [QSize(0, 200), QSize(200, 0)])
def test_a_window_that_has_no_room_with_its_frame_fills_the_screen(
    window: QWidget, missing: QSize
) -> None:
    window.resize(window.screen().availableSize() - missing)

    keep_on_screen(window)

    assert window.windowState() == Qt.WindowState.WindowMaximized


def test_a_window_that_has_room_keeps_its_size(window: QWidget) -> None:
    size = window.screen().availableSize() - QSize(100, 100)
    window.resize(size)

    keep_on_screen(window)

    assert window.windowState() == Qt.WindowState.WindowNoState
    assert window.size() == size


def test_a_window_comes_back_in_the_size_it_was_left_in(window: QWidget, qtbot: QtBot) -> None:
    left = QWidget()
    qtbot.addWidget(left)
    left.resize(500, 400)

    put_back(window, kept_place(left))

    assert window.size() == QSize(500, 400)
