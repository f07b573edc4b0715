"""A line to type in with a cross that takes its text away."""

from PySide6.QtCore import QEvent, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QStyle, QWidget
from typing_extensions import override


class ClearableLine(QLineEdit):
    """Looks like Qt's own clear button, but the cross comes and goes at once.

    Qt's fades for a sixth of a second, and each of its steps paints all that lies under it while
    the text it belongs to is being stored.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        cross = self.style().standardIcon(QStyle.StandardPixmap.SP_LineEditClearButton)
        self._clear = QAction(cross, "", self)
        self._clear.setVisible(False)
        self._clear.triggered.connect(self.clear)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self.textChanged.connect(self._on_self_text_changed)
        self._retranslate()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    @Slot(str)
    def _on_self_text_changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))

    def _retranslate(self) -> None:
        self._clear.setText(self.tr("Clear"))
