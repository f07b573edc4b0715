"""The sheet of all keyboard shortcuts (F1), made from the action registry: first those of here."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cockpit.ui.actions import ActionSpec, Where, key_text, where_word
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ranked_label

_COLUMNS = 3
_ORDER = (
    Where.CALL,
    Where.EVERYWHERE,
    Where.LIST,
    Where.FORM,
    Where.PITCH,
    Where.CUSTOMER,
    Where.REMINDERS,
    Where.LEDGER,
    Where.MESSAGES,
    Where.PALETTE,
    Where.CYCLE,
    Where.IMPORTS,
)


class ShortcutsSheet(QDialog):
    """Each action with its keys, grouped by where they work."""

    def __init__(
        self,
        specs: Sequence[ActionSpec],
        parent: QWidget | None = None,
        *,
        here: Sequence[Where] = (),
    ) -> None:
        """Make the sheet.

        Args:
            specs: The actions of this user.
            parent: Whom it stands before.
            here: Where the keyboard is, which comes first and is marked.
        """
        super().__init__(parent)
        self._specs = specs
        self._here = tuple(here)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        QShortcut(QKeySequence("F1"), self).activated.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        layout.setSpacing(Space.M)
        layout.addWidget(ranked_label("title", self.tr("Keyboard shortcuts"), self))
        columns = QHBoxLayout()
        columns.setSpacing(Space.XL)
        for places in self._columns():
            # One grid a column, so that the keys of all its groups stand under one another.
            column = QVBoxLayout()
            column.addLayout(self._keys_of(places))
            column.addStretch()
            columns.addLayout(column)
        layout.addLayout(columns)

    def places(self) -> tuple[Where, ...]:
        """Return the groups in their order."""
        order = (*self._here, *(where for where in _ORDER if where not in self._here))
        return tuple(where for where in order if self._specs_of(where))

    def _specs_of(self, where: Where) -> list[ActionSpec]:
        return [spec for spec in self._specs if spec.where is where]

    def _columns(self) -> list[list[Where]]:
        """Divide the groups among the columns, in order, so that these are about as long."""
        places = self.places()
        heights = {where: len(self._specs_of(where)) + 1 for where in places}
        goal = sum(heights.values()) / _COLUMNS
        columns: list[list[Where]] = [[]]
        filled = 0.0
        for where in places:
            is_over = filled + heights[where] / 2 > goal * len(columns)
            if is_over and columns[-1] and len(columns) < _COLUMNS:
                columns.append([])
            columns[-1].append(where)
            filled += heights[where]
        return columns

    def _keys_of(self, places: Sequence[Where]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.XS)
        for place in places:
            if grid.count():
                grid.setRowMinimumHeight(grid.rowCount(), Space.XS)
            rank = "accent" if place in self._here else "caption"
            grid.addWidget(ranked_label(rank, where_word(place), self), grid.rowCount(), 0, 1, 2)
            for spec in self._specs_of(place):
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
