"""Real keys for the form, each of them counted."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cockpit.domain.contact import ContactDraft
from cockpit.domain.customer import CustomerPanel
from cockpit.domain.sections import CustomerStory
from cockpit.domain.vocabulary import LifecycleStatus
from cockpit.ui.contact_form.form import ContactForm
from tests.support.panel_data import PanelWorld, make_panel
from tests.support.story_data import make_story

FIRST, SECOND = make_panel(1), make_panel(2)


def opened(qtbot: QtBot, world: PanelWorld, panel: CustomerPanel = FIRST) -> ContactForm:
    """Return a form in an active window, with the keyboard where it begins."""
    made = ContactForm(world.ctx)
    qtbot.addWidget(made)
    made.resize(440, 430)
    made.show()
    made.open_for(panel)
    made.take_focus()
    with qtbot.waitActive(made):
        made.activateWindow()
    return made


def story_of(panel: CustomerPanel) -> CustomerStory:
    """Return a story with an open and a waiting objection, among others."""
    row = {"customer_id": panel.profile.customer_id, "status": LifecycleStatus.INACTIVE}
    return make_story(row)


def only(world: PanelWorld) -> ContactDraft:
    """Return the one contact that was stored."""
    ((draft, _),) = world.log.logged.values()
    return draft


@dataclass
class Keyboard:
    """Sends keys to whatever has the keyboard, and counts them.

    Attributes:
        count: Keystrokes so far; a key held with Ctrl counts as one.
    """

    qtbot: QtBot
    count: int = 0

    def types(self, text: str) -> None:
        for letter in text:
            self.qtbot.keyClick(self._holder(), letter)
            self.count += 1

    def presses(self, *keys: Qt.Key, ctrl: bool = False) -> None:
        modifier = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
        for key in keys:
            self.qtbot.keyClick(self._holder(), key, modifier)
            self.count += 1

    def _holder(self) -> QWidget:
        holder = QApplication.focusWidget()
        assert holder is not None, "nothing has the keyboard"
        return holder
