from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cockpit.domain.formats import Language
from cockpit.runtime.translation import install_language


class Page(QWidget):
    """A widget that counts how often it is to speak another language."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.changes = 0

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.changes += 1
        super().changeEvent(event)


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    install_language(qapp, Language.ENGLISH)
    QLocale.setDefault(QLocale.c())


def _cancel() -> str:
    return QCoreApplication.translate("QPlatformTheme", "Cancel")


def test_the_standard_buttons_speak_the_chosen_language(app: QApplication) -> None:
    install_language(app, Language.PORTUGUESE)
    assert _cancel() == "Cancelar"
    install_language(app, Language.ENGLISH)
    assert _cancel() == "Cancel"
    install_language(app, Language.PORTUGUESE)
    assert _cancel() == "Cancelar"


def test_each_widget_hears_of_a_switch_once(app: QApplication, qtbot: QtBot) -> None:
    install_language(app, Language.ENGLISH)
    page = Page()
    qtbot.addWidget(page)
    inner = Page(page)
    page.show()
    app.processEvents()
    page.changes = inner.changes = 0
    install_language(app, Language.PORTUGUESE)
    app.processEvents()
    assert (page.changes, inner.changes) == (1, 1)


def test_days_and_numbers_of_qt_s_own_fields_follow(app: QApplication) -> None:
    install_language(app, Language.PORTUGUESE)
    assert QLocale().toString(1234.5, "f", 2) == "1.234,50"
    install_language(app, Language.ENGLISH)
    assert QLocale().toString(1234.5, "f", 2) == "1,234.50"
