"""The whole window over invented customers."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from cockpit.ui.main_window import MainWindow
from tests.support.ui_data import UiWorld


@pytest.fixture
def window(world: UiWorld, qtbot: QtBot) -> Iterator[MainWindow]:
    """A shown and started window."""
    window = MainWindow(world.ctx)
    qtbot.addWidget(window)
    window.show()
    window.start()
    qtbot.waitExposed(window)
    yield window
    window.close()


@pytest.fixture
def active(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window in front, with the keyboard in its list."""
    window.activateWindow()
    qtbot.waitActive(window)
    window.work_list.focus_list()
    return window
