"""The sheet of all keyboard shortcuts (F1), made from the action registry."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cockpit.ui.actions import ActionSpec, Where, key_text, where_word
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ranked_label

_COLUMNS = (
    (Where.EVERYWHERE, Where.CYCLE, Where.IMPORTS),
    (Where.LIST, Where.CUSTOMER, Where.FORM, Where.REMINDERS),
)


class ShortcutsSheet(QDialog):
    """Each action with its keys, grouped by where they work."""

    def __init__(self, specs: Sequence[ActionSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._specs = specs
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        layout.setSpacing(Space.L)
        layout.addWidget(ranked_label("title", self.tr("Keyboard shortcuts"), self))
        columns = QHBoxLayout()
        columns.setSpacing(Space.XL * 2)
        for places in _COLUMNS:
            # One grid a column, so that the keys of all its groups stand under one another.
            column = QVBoxLayout()
            column.addLayout(self._keys_of(places))
            column.addStretch()
            columns.addLayout(column)
        layout.addLayout(columns)

    def _keys_of(self, places: Sequence[Where]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.XL)
        grid.setVerticalSpacing(Space.S)
        for place in places:
            specs = [spec for spec in self._specs if spec.where is place]
            if not specs:
                continue
            if grid.count():
                grid.setRowMinimumHeight(grid.rowCount(), Space.XS)
            grid.addWidget(ranked_label("caption", where_word(place), self), grid.rowCount(), 0)
            for spec in specs:
                self._add_keys(grid, spec, grid.rowCount())
        grid.setColumnStretch(0, 1)
        return grid

    def _add_keys(self, grid: QGridLayout, spec: ActionSpec, row: int) -> None:
        grid.addWidget(QLabel(spec.title(), self), row, 0)
        keys = QHBoxLayout()
        keys.setSpacing(Space.XS)
        for key in spec.keys:
            keys.addWidget(ranked_label("key", key_text(key), self))
        keys.addStretch()
        grid.addLayout(keys, row, 1, Qt.AlignmentFlag.AlignLeft)
