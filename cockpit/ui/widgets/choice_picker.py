"""A button that opens a list of values to tick, narrowed by typing."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
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
from cockpit.ui.widgets.plain_tip import plain_tip

_SIZE = (260, 280)
_FEW = 2
_VALUE = Qt.ItemDataRole.UserRole


class ChoicePicker(QPushButton):
    """Shows the ticked values; Space, Enter or Down opens the list.

    In the list: letters narrow it, Up and Down walk, Space or Enter ticks, Escape closes.
    """

    #: Other values are ticked.
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "choice")
        self._popup = QFrame(self, Qt.WindowType.Popup)
        self._popup.setProperty("role", "popover")
        self._search = QLineEdit(self._popup)
        self._search.installEventFilter(self)
        self._search.textChanged.connect(self._on_search_text_changed)
        self._list = QListWidget(self._popup)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.itemChanged.connect(self._on_list_item_changed)
        layout = QVBoxLayout(self._popup)
        layout.setContentsMargins(Space.XS, Space.XS, Space.XS, Space.XS)
        layout.addWidget(self._search)
        layout.addWidget(self._list)
        self._popup.resize(*_SIZE)
        self.clicked.connect(self._on_clicked)
        self._tell()

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer values with their words, none of them ticked."""
        self._list.blockSignals(True)
        self._list.clear()
        for value, word in choices:
            item = QListWidgetItem(word)
            item.setData(_VALUE, value)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self._list.addItem(item)
        self._list.blockSignals(False)
        self._tell()

    def values(self) -> tuple[str, ...]:
        """Return the ticked values."""
        return tuple(item.data(_VALUE) for item in self._ticked())

    def set_values(self, values: Sequence[str]) -> None:
        """Tick these values; those that the list does not know are added."""
        self._list.blockSignals(True)
        known = {item.data(_VALUE): item for item in self._items()}
        for value in values:
            if value not in known:
                item = QListWidgetItem(value)
                item.setData(_VALUE, value)
                self._list.addItem(item)
                known[value] = item
        for value, item in known.items():
            is_ticked = value in values
            item.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
        self._list.blockSignals(False)
        self._tell()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_clicked()
            return
        super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            keys = Qt.Key
            match event.key():
                case keys.Key_Down | keys.Key_Up:
                    self._walk(1 if event.key() == keys.Key_Down else -1)
                    return True
                case keys.Key_Return | keys.Key_Enter | keys.Key_Space:
                    self._tick()
                    return True
        return super().eventFilter(watched, event)

    def _items(self) -> list[QListWidgetItem]:
        return [self._list.item(place) for place in range(self._list.count())]

    def _ticked(self) -> list[QListWidgetItem]:
        return [item for item in self._items() if item.checkState() is Qt.CheckState.Checked]

    def _walk(self, direction: int) -> None:
        shown = [item for item in self._items() if not item.isHidden()]
        if not shown:
            return
        current = self._list.currentItem()
        place = shown.index(current) + direction if current in shown else 0
        self._list.setCurrentItem(shown[min(max(place, 0), len(shown) - 1)])

    def _tick(self) -> None:
        row = self._list.currentRow()
        if row >= 0 and not self._list.item(row).isHidden():
            item = self._list.item(row)
            is_ticked = item.checkState() is Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if is_ticked else Qt.CheckState.Checked)

    def _tell(self) -> None:
        words = [item.text() for item in self._ticked()]
        more = f" +{len(words) - _FEW}" if len(words) > _FEW else ""
        self.setText(", ".join(words[:_FEW]) + more if words else self.tr("Choose…"))
        self.setToolTip(plain_tip("\n".join(words)))

    @Slot()
    def _on_clicked(self) -> None:
        self._search.clear()
        self._search.setPlaceholderText(self.tr("Search"))
        self._search.setAccessibleName(self.tr("Search"))
        self._popup.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        self._popup.show()
        self._search.setFocus()
        self._list.setCurrentRow(0)

    @Slot(str)
    def _on_search_text_changed(self, text: str) -> None:
        wanted = plain(text)
        for item in self._items():
            item.setHidden(wanted not in plain(item.text()))
        first = next((item for item in self._items() if not item.isHidden()), None)
        if first is not None:
            self._list.setCurrentItem(first)

    @Slot(QListWidgetItem)
    def _on_list_item_changed(self, item: QListWidgetItem) -> None:
        self._tell()
        self.changed.emit()
