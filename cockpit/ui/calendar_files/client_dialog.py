"""Asks which client an event is about."""

from collections.abc import Sequence
from functools import partial
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

from cockpit.domain.calendar_plan import PlannedEvent
from cockpit.runtime.task_runner import Lane
from cockpit.ui.context import UiContext
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ranked_label

_SIZE = (420, 380)
_KEY = Qt.ItemDataRole.UserRole


class ClientDialog(QDialog):
    """The clients who may be meant; typing searches among all of them.

    Attributes:
        search: What is typed.
        found: Who is offered.
    """

    #: A client was chosen (UUID).
    picked = Signal(object)

    def __init__(self, ctx: UiContext, event: PlannedEvent, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._candidates = event.candidates
        self.setWindowTitle(self.tr("Which client?"))
        self.resize(*_SIZE)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Name, code, tax id or phone"))
        self.search.setAccessibleName(self.tr("Search"))
        self.search.installEventFilter(self)
        self.search.textChanged.connect(self._on_search_text_changed)
        self.found = QListWidget(self)
        self.found.setAccessibleName(self.tr("Clients"))
        self.found.itemActivated.connect(self._on_done)
        self._yes = QPushButton(self.tr("It is this one"), self)
        self._yes.setProperty("kind", "primary")
        self._yes.setDefault(True)
        self._yes.clicked.connect(self._on_done)
        self._no = QPushButton(self.tr("Cancel"), self)
        self._no.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self._yes)
        foot.addWidget(self._no)
        title = ranked_label("heading", event.event.summary or self.windowTitle(), self)
        title.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.M)
        for widget in (title, self.search, self.found):
            layout.addWidget(widget)
        layout.addLayout(foot)
        self._offer(self._candidates)
        self.search.setFocus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and self.found.count():
                row = self.found.currentRow() + step
                self.found.setCurrentRow(min(max(row, 0), self.found.count() - 1))
                return True
        return super().eventFilter(watched, event)

    @Slot(str)
    def _on_search_text_changed(self, text: str) -> None:
        if not text.strip():
            self._offer(self._candidates)
            return
        self._ctx.runner.submit(
            partial(_search, self._ctx, text),
            lane=Lane.READ,
            owner=self,
            key="search",
            on_result=partial(self._on_found, text),
        )

    def _on_found(self, text: str, clients: Sequence[tuple[UUID, str]]) -> None:
        if text == self.search.text():
            self._offer(clients)

    def _offer(self, clients: Sequence[tuple[UUID, str]]) -> None:
        self.found.clear()
        for key, name in clients:
            item = QListWidgetItem(name)
            item.setData(_KEY, key)
            self.found.addItem(item)
        self.found.setCurrentRow(0 if clients else -1)
        self._yes.setEnabled(bool(clients))

    @Slot()
    def _on_done(self) -> None:
        item = self.found.currentItem()
        if item is not None:
            key = item.data(_KEY)
            self.accept()
            self.picked.emit(key)


def _search(ctx: UiContext, text: str) -> tuple[tuple[UUID, str], ...]:
    return ctx.calendars().search(text)
