"""Asks for another note on a next contact."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cockpit.domain.plain_text import storable
from cockpit.ui.widgets.labels import ranked_label
from cockpit.ui.widgets.popover import Popover

_WIDTH = 460
LONGEST = 500


class NotePopover(Popover):
    """One line; Enter keeps it, Escape leaves the note as it was."""

    #: The new note (str), which may be empty.
    noted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_WIDTH, parent)
        self._title = ranked_label("heading", parent=self)
        self.line.setMaxLength(LONGEST)
        self.body.addWidget(self._title)
        self.body.addWidget(self.line)
        self._retranslate()

    def ask(self, note: str) -> None:
        """Open with the present note, all of it marked."""
        self.open()
        self.line.setText(note)
        self.line.selectAll()

    @override
    def take_key(self, event: QKeyEvent) -> bool:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            note = storable(self.line.text()).strip()
            self.close_popover()
            self.noted.emit(note)
            return True
        return False

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Note for the next contact"))
        self.line.setAccessibleName(self._title.text())
        self.line.setPlaceholderText(self.tr("What to remember"))
