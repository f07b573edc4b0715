"""Asks one thing about many customers: which campaign, which seller."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from cockpit.domain.plain_text import plain
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ranked_label

_SIZE = (400, 380)
_CHOICE = Qt.ItemDataRole.UserRole


class PickDialog(QDialog):
    """A question with the number of customers, a list of answers, and one button.

    Letters narrow the list; Enter does it; Escape leaves everything as it is.
    """

    #: An answer was chosen: its key (UUID or None) and its name.
    picked = Signal(object, str)

    def __init__(
        self,
        question: str,
        choices: Sequence[tuple[UUID | None, str]],
        button: str,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(question)
        self.resize(*_SIZE)
        self._search = QLineEdit(self)
        self._search.setPlaceholderText(self.tr("Search"))
        self._search.setAccessibleName(self.tr("Search"))
        self._search.installEventFilter(self)
        self._search.textChanged.connect(self._on_search_text_changed)
        self._list = QListWidget(self)
        self._list.setAccessibleName(question)
        for key, name in choices:
            item = QListWidgetItem(name)
            item.setData(_CHOICE, key)
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._list.itemActivated.connect(self._on_done)
        self._yes = QPushButton(button, self)
        self._yes.setProperty("kind", "primary")
        self._yes.setDefault(True)
        self._yes.setEnabled(bool(choices))
        self._yes.clicked.connect(self._on_done)
        self._no = QPushButton(self.tr("Cancel"), self)
        self._no.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self._yes)
        foot.addWidget(self._no)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.M)
        layout.addWidget(ranked_label("heading", question, self))
        if not choices:
            layout.addWidget(ranked_label("muted", self.tr("There is nothing to choose."), self))
        layout.addWidget(self._search)
        layout.addWidget(self._list, 1)
        layout.addLayout(foot)
        self._search.setFocus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None:
                self._walk(step)
                return True
        return super().eventFilter(watched, event)

    def _walk(self, step: int) -> None:
        rows = [row for row in range(self._list.count()) if not self._list.item(row).isHidden()]
        if rows:
            current = self._list.currentRow()
            place = rows.index(current) + step if current in rows else 0
            self._list.setCurrentRow(rows[min(max(place, 0), len(rows) - 1)])

    @Slot(str)
    def _on_search_text_changed(self, text: str) -> None:
        wanted, first = plain(text), -1
        for row in range(self._list.count()):
            is_match = wanted in plain(self._list.item(row).text())
            self._list.item(row).setHidden(not is_match)
            first = row if is_match and first < 0 else first
        self._list.setCurrentRow(first)
        self._yes.setEnabled(first >= 0)

    @Slot()
    def _on_done(self) -> None:
        item = self._list.item(self._list.currentRow())
        if self._list.currentRow() >= 0 and not item.isHidden():
            self.accept()
            self.picked.emit(item.data(_CHOICE), item.text())
