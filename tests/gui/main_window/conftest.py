"""The whole window over invented customers."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cockpit.ui.main_window import MainWindow
from tests.support.ui_data import UiWorld


@pytest.fixture
def world(qapp: QApplication) -> Iterator[UiWorld]:
    """A context of fakes with 120 customers."""
    world = UiWorld(qapp)
    yield world
    world.close()


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
