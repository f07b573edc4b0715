"""A work list over invented customers."""

import pytest
from pytestqt.qtbot import QtBot

from cockpit.ui.work_list.screen import WorkListScreen
from tests.support.ui_data import UiWorld


@pytest.fixture
def screen(world: UiWorld, qtbot: QtBot) -> WorkListScreen:
    """A shown screen whose list has been read."""
    screen = WorkListScreen(world.ctx)
    qtbot.addWidget(screen)
    qtbot.addWidget(screen.filter_bar)
    screen.filter_bar.show()
    screen.resize(900, 600)
    screen.reload()
    screen.show()
    qtbot.waitExposed(screen)
    return screen
