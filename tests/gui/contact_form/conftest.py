"""A form on screen, with the keyboard in it."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cockpit.ui.contact_form.form import ContactForm
from tests.gui.contact_form.keys import opened
from tests.support.panel_data import PanelWorld


@pytest.fixture
def world(qapp: QApplication) -> Iterator[PanelWorld]:
    made = PanelWorld(qapp)
    yield made
    made.close()


@pytest.fixture
def form(qtbot: QtBot, world: PanelWorld) -> Iterator[ContactForm]:
    made = opened(qtbot, world)
    yield made
    made.flush_draft()
