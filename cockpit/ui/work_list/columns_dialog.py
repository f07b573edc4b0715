"""Which columns the list shows, in which order and how many stay put: all of it by keys."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from cockpit.domain.list_query import SortKey
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ranked_label
from cockpit.ui.widgets.spin_boxes import inset
from cockpit.ui.work_list.columns import COLUMN_OF, SECTION_OF, ColumnKey
from cockpit.ui.work_list.header import toggled
from cockpit.ui.work_list.layout import ColumnLayout

_SIZE = (680, 600)
_ROW = 24
_STEP = 8
_KEY = Qt.ItemDataRole.UserRole


class ColumnsDialog(QDialog):
    """Every change shows in the list at once; Escape takes all of them back.

    Space shows or hides a column, Ctrl+Up and Ctrl+Down move it, Left and Right make it narrower
    or wider, O orders the list by it and Shift+O adds it to the order.
    """

    #: Other columns are wanted: ColumnLayout.
    layout_changed = Signal(object)
    #: The list is to be ordered by a column: section (int), whether beside the others (bool).
    sort_requested = Signal(int, bool)

    def __init__(self, layout: ColumnLayout, sorting: Sequence[SortKey], parent: QWidget) -> None:
        super().__init__(parent)
        self._sorting = tuple(sorting)
        self._former = self._columns = layout
        self.setWindowTitle(self.tr("Columns"))
        self.resize(*_SIZE)
        self._list = QListWidget(self)
        self._list.setAccessibleName(self.tr("Columns"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.installEventFilter(self)
        self._list.itemChanged.connect(self._on_list_item_changed)
        self._frozen = QSpinBox(self)
        inset(self._frozen)
        self._frozen.setAccessibleName(self.tr("Columns that stay put"))
        self._up = QPushButton(self.tr("Up"), self)
        self._down = QPushButton(self.tr("Down"), self)
        self._reset = QPushButton(self.tr("As at first"), self)
        self._done = QPushButton(self.tr("Done"), self)
        self._done.setDefault(True)
        self._lay_out()
        self._fill()
        self._frozen.valueChanged.connect(self._on_frozen_value_changed)
        self._up.clicked.connect(self._on_up_clicked)
        self._down.clicked.connect(self._on_down_clicked)
        self._reset.clicked.connect(self._on_reset_clicked)
        self._done.clicked.connect(self.accept)
        self._list.setFocus()

    @override
    def reject(self) -> None:
        if self._columns != self._former:
            self.layout_changed.emit(self._former)
        super().reject()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            keys = Qt.Key
            is_moving = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            match event.key():
                case keys.Key_Up | keys.Key_Down if is_moving:
                    self._move(-1 if event.key() == keys.Key_Up else 1)
                    return True
                case keys.Key_Left | keys.Key_Right:
                    self._widen(-_STEP if event.key() == keys.Key_Left else _STEP)
                    return True
                case keys.Key_O if not is_moving:
                    is_added = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                    self._sort(is_added=is_added)
                    return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        hint = self.tr(
            "Space shows or hides a column; Ctrl+↑ and Ctrl+↓ move it; ← and → make it narrower or"
            " wider; O orders by it, Shift+O as well."
        )
        side, foot = QVBoxLayout(), QHBoxLayout()
        for button in (self._up, self._down, self._reset):
            side.addWidget(button)
        side.addStretch()
        middle = QHBoxLayout()
        middle.addWidget(self._list, 1)
        middle.addLayout(side)
        foot.addWidget(ranked_label("", self.tr("Columns that stay put"), self))
        foot.addWidget(self._frozen)
        foot.addStretch()
        foot.addWidget(self._done)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.M)
        label = ranked_label("muted", hint, self)
        label.setWordWrap(True)
        layout.addWidget(label)
        layout.addLayout(middle, 1)
        layout.addLayout(foot)

    def _fill(self) -> None:
        """Show the layout; the current column stays it."""
        current = self._current()
        self._list.blockSignals(True)
        self._list.clear()
        for key in self._columns.order:
            column = COLUMN_OF[key]
            item = QListWidgetItem(f"{column.header()} – {column.tooltip()}{self._rank(key)}")
            item.setData(_KEY, key)
            item.setSizeHint(QSize(0, _ROW))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            is_hidden = key in self._columns.hidden
            item.setCheckState(Qt.CheckState.Unchecked if is_hidden else Qt.CheckState.Checked)
            self._list.addItem(item)
        place = self._columns.order.index(current) if current is not None else 0
        self._list.setCurrentRow(place)
        self._list.blockSignals(False)
        self._frozen.blockSignals(True)
        self._frozen.setRange(0, len(self._columns.shown))
        self._frozen.setValue(self._columns.frozen)
        self._frozen.blockSignals(False)

    def _current(self) -> ColumnKey | None:
        row = self._list.currentRow()
        return None if row < 0 else ColumnKey(self._list.item(row).data(_KEY))

    def _rank(self, key: ColumnKey) -> str:
        """Return a column's place in the order of the list, with its direction."""
        for number, one in enumerate(self._sorting, 1):
            if one.field and one.field == COLUMN_OF[key].field:
                return f"   {'▼' if one.is_descending else '▲'}{number}"
        return ""

    def _sort(self, *, is_added: bool) -> None:
        key = self._current()
        column = None if key is None else COLUMN_OF[key]
        if column is not None and column.field:
            first = column.largest_first
            self._sorting = toggled(
                self._sorting, column.field, largest_first=first, is_added=is_added
            )
            self.sort_requested.emit(SECTION_OF[column.key], is_added)
            self._fill()

    def _widen(self, step: int) -> None:
        key = self._current()
        if key is not None:
            width = dict(self._columns.widths).get(key, COLUMN_OF[key].width)
            self._take(self._columns.with_width(key, width + step))

    def _take(self, layout: ColumnLayout) -> None:
        if layout != self._columns:
            self._columns = layout
            self.layout_changed.emit(layout)
        self._fill()

    def _move(self, distance: int) -> None:
        key = self._current()
        if key is not None:
            self._take(self._columns.with_moved(key, distance))

    @Slot(QListWidgetItem)
    def _on_list_item_changed(self, item: QListWidgetItem) -> None:
        is_shown = item.checkState() is Qt.CheckState.Checked
        self._take(self._columns.with_shown(ColumnKey(item.data(_KEY)), is_shown=is_shown))

    @Slot(int)
    def _on_frozen_value_changed(self, value: int) -> None:
        self._take(replace(self._columns, frozen=value))

    @Slot()
    def _on_up_clicked(self) -> None:
        self._move(-1)

    @Slot()
    def _on_down_clicked(self) -> None:
        self._move(1)

    @Slot()
    def _on_reset_clicked(self) -> None:
        self._take(ColumnLayout())
