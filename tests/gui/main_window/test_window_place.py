"""Where the window stands at its first start and after."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cockpit.ui import window_place
from cockpit.ui.window_place import DEFAULT_SIZE, kept_place, put_back


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def test_a_first_window_that_does_not_fit_with_its_frame_is_maximised(
    window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window_place, "DEFAULT_SIZE", window.screen().availableSize())

    put_back(window, "")

    assert window.windowState() == Qt.WindowState.WindowMaximized


def test_a_first_window_keeps_its_size_where_there_is_room(
    window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    size = window.screen().availableSize() - QSize(100, 100)
    monkeypatch.setattr(window_place, "DEFAULT_SIZE", size)

    put_back(window, "")

    assert window.windowState() == Qt.WindowState.WindowNoState
    assert window.size() == size


def test_a_window_comes_back_in_the_size_it_was_left_in(window: QWidget, qtbot: QtBot) -> None:
    left = QWidget()
    qtbot.addWidget(left)
    left.resize(500, 400)

    put_back(window, kept_place(left))

    assert window.size() == QSize(500, 400) != DEFAULT_SIZE
