"""A world with customers and their stories."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.support.panel_data import PanelWorld


@pytest.fixture
def world(qapp: QApplication) -> Iterator[PanelWorld]:
    made = PanelWorld(qapp)
    yield made
    made.close()
