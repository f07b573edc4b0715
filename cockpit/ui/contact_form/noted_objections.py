"""The objections of this call that are written down already, one line each."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from cockpit.domain.vocabulary import ObjectionState
from cockpit.ui.contact_form.objection_block import ObjectionBlock
from cockpit.ui.contact_form.objection_text import ObjectionText

MOST_LINES = 3
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_REMOVE = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}


class NotedObjections(QListWidget):
    """Out of sight until there is one. Enter takes a line up again, Delete strikes it out."""

    #: A line was struck out.
    changed = Signal()
    #: The operator wants to go on with a line (its row).
    wanted = Signal(int)

    def __init__(self, block: ObjectionBlock, parent: QWidget) -> None:
        super().__init__(parent)
        self._block = block
        self._texts: list[ObjectionText] = []
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setUniformItemSizes(True)
        self.itemDoubleClicked.connect(self._on_item_double_clicked)
        block.offered.connect(self._on_block_offered)
        self._show()
        self._retranslate()

    def texts(self) -> tuple[ObjectionText, ...]:
        """Return what is written down, in its order."""
        return tuple(self._texts)

    def set_texts(self, texts: Sequence[ObjectionText]) -> None:
        """Show these."""
        self._texts = list(texts)
        self._show()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        row = self.currentRow()
        if is_plain and row >= 0 and event.key() in _ENTER:
            self.wanted.emit(row)
        elif is_plain and row >= 0 and event.key() in _REMOVE:
            del self._texts[row]
            self._show()
            self.changed.emit()
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.currentRow() < 0:
            self.setCurrentRow(0)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.setCurrentRow(-1)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    @Slot()
    def _on_block_offered(self) -> None:
        """Name the lines anew: the customer's own objections are known now."""
        for row, text in enumerate(self._texts):
            self.item(row).setText(self._title(text))

    @Slot(QListWidgetItem)
    def _on_item_double_clicked(self, item: QListWidgetItem) -> None:
        self.wanted.emit(self.row(item))

    def _show(self) -> None:
        row, had_focus = self.currentRow(), self.hasFocus()
        self.clear()
        self.addItems([self._title(text) for text in self._texts])
        count = len(self._texts)
        self.ensurePolished()
        self.setFixedHeight(min(count, MOST_LINES) * self.sizeHintForRow(0) + 2)
        if had_focus and count:
            self.setCurrentRow(min(row, count - 1))
        elif had_focus:
            self._block.which.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setVisible(count > 0)
        self._block.set_noted([text.objection for text in self._texts])

    def _title(self, text: ObjectionText) -> str:
        words = {
            ObjectionState.OPEN: self.tr("open"),
            ObjectionState.OVERCOME: self.tr("overcome"),
            ObjectionState.WAITING: self.tr("waiting"),
        }
        waits = text.wait_until if text.state is ObjectionState.WAITING else ""
        name = self._block.name_of(text)
        return " · ".join(part for part in (name, words[text.state], waits) if part)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Objections of this call"))
        self.setToolTip(self.tr("Enter: change it · Delete: strike it out"))
        self._on_block_offered()
