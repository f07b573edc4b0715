"""The import screen in its window, with fakes behind it, for somebody who may import."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cockpit.domain.vocabulary import Role
from cockpit.ui.context import UiContext
from cockpit.ui.imports.screen import ImportScreen
from cockpit.ui.main_window import MainWindow
from tests.support import keys
from tests.support.import_fakes import customers_preview, invoices_preview, orders_preview
from tests.support.panel_data import HeldTaskRunner
from tests.support.runtime_fakes import FakeTime
from tests.support.ui_data import UiWorld

Press = Callable[..., None]
ORDERS, CUSTOMERS = Path("/erp/pedidos.csv"), Path("/erp/clientes.csv")


@pytest.fixture
def world(qapp: QApplication) -> Iterator[UiWorld]:
    """A context of fakes, in Portuguese, which knows a few files."""
    made = UiWorld(qapp)
    made.imports.previews = {
        "pedidos.csv": orders_preview(),
        "clientes.csv": customers_preview(),
        "notas": invoices_preview(),
    }
    yield made
    made.close()


@pytest.fixture
def ctx(world: UiWorld) -> UiContext:
    """The context of an administrator who works today."""
    user = replace(world.ctx.user, role=Role.ADMINISTRATOR)
    return replace(world.ctx, user=user, clock=FakeTime())


@pytest.fixture
def held(ctx: UiContext) -> Iterator[UiContext]:
    """The same, with a background that answers only when it is told to."""
    runner = HeldTaskRunner()
    yield replace(ctx, runner=runner)
    runner.shutdown()


@pytest.fixture
def window(ctx: UiContext, world: UiWorld, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window, shown and active."""
    world.feed.start()
    window = MainWindow(ctx)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.start()
        window.activateWindow()
    yield window
    world.import_runner.stop()
    window.close()


@pytest.fixture
def press(qtbot: QtBot, window: MainWindow) -> Press:
    """Press a key where the keyboard is."""
    return partial(keys.press, qtbot, window)


@pytest.fixture
def screen(window: MainWindow, press: Press) -> ImportScreen:
    """The screen, opened by its key."""
    press(Qt.Key.Key_F7)
    assert window.screens.imports is not None
    return window.screens.imports
