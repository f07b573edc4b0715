"""A text field of two lines that grows to six with what is written in it."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

FEWEST_LINES = 2
MOST_LINES = 6
FRAME = 11


class NoteField(QPlainTextEdit):
    """Tab leaves the field; Enter begins a new line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().setDocumentMargin(1)
        self.textChanged.connect(self._on_text_changed)
        self._on_text_changed()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._on_text_changed()

    @Slot()
    def _on_text_changed(self) -> None:
        lines = max(FEWEST_LINES, min(MOST_LINES, round(self.document().size().height())))
        height = lines * self.fontMetrics().lineSpacing() + FRAME
        if height != self.height():
            self.setFixedHeight(height)
