"""The sheet of all keyboard shortcuts (F1), made from the action registry: first those of here."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from cockpit.ui.actions import ActionSpec, Where, key_text, where_word
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ranked_label

_COLUMNS = 3
#: What the scroll bar takes of the width.
_BAR = 16
#: So much of the screen's height the keys may take.
_SHARE = 0.8
#: The name of the labels that say what keys do.
_TITLE = "title"
_FIRST = (Where.CALL, Where.EVERYWHERE, Where.LIST, Where.FORM, Where.PITCH, Where.CUSTOMER)


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
        area = _scrolled(self._widest_sheet())
        layout.addWidget(area)
        area.setFocus()  # arrows and page keys scroll it

    def places(self) -> tuple[Where, ...]:
        """Return the groups in their order."""
        order = dict.fromkeys((*self._here, *_FIRST, *Where))
        return tuple(where for where in order if self._specs_of(where))

    def _widest_sheet(self) -> QWidget:
        """Return all keys in as many columns as the screen is wide enough for."""
        room = QGuiApplication.primaryScreen().availableSize().width() - 2 * Space.XL - _BAR
        for count in range(_COLUMNS, 1, -1):
            sheet = self._sheet(count)
            if sheet.sizeHint().width() <= room:
                return sheet
            sheet.deleteLater()
        sheet = self._sheet(1)
        if sheet.sizeHint().width() > room:
            for label in sheet.findChildren(QLabel, _TITLE):
                label.setWordWrap(True)  # as high as it needs to be: the sheet scrolls
            sheet.setMaximumWidth(room)
        return sheet

    def _sheet(self, count: int) -> QWidget:
        sheet = QWidget(self)
        columns = QHBoxLayout(sheet)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(Space.XL)
        for places in self._columns(count):
            # One grid a column, so that the keys of all its groups stand under one another.
            column = QVBoxLayout()
            column.addLayout(self._keys_of(places, sheet))
            column.addStretch()
            columns.addLayout(column)
        return sheet

    def _specs_of(self, where: Where) -> list[ActionSpec]:
        return [spec for spec in self._specs if spec.where is where]

    def _columns(self, count: int) -> list[list[Where]]:
        """Divide the groups among the columns so that they are as long as each other.

        The groups of here stand first, at the left; the longest others are given away first.
        """
        places = self.places()
        here = [where for where in places if where in self._here]
        columns: list[list[Where]] = [here, *([] for _ in range(count - 1))]
        others = (where for where in places if where not in here)
        for where in sorted(others, key=self._height, reverse=True):
            min(columns, key=lambda column: sum(map(self._height, column))).append(where)
        return [sorted(column, key=places.index) for column in columns if column]

    def _height(self, where: Where) -> int:
        return len(self._specs_of(where)) + 1  # and the group's title

    def _keys_of(self, places: Sequence[Where], sheet: QWidget) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.XS)
        for place in places:
            if grid.count():
                grid.setRowMinimumHeight(grid.rowCount(), Space.XS)
            rank = "accent" if place in self._here else "caption"
            grid.addWidget(ranked_label(rank, where_word(place), sheet), grid.rowCount(), 0, 1, 2)
            for spec in self._specs_of(place):
                self._add_keys(grid, spec, sheet)
        grid.setColumnStretch(0, 1)
        return grid

    def _add_keys(self, grid: QGridLayout, spec: ActionSpec, sheet: QWidget) -> None:
        row = grid.rowCount()
        title = QLabel(spec.title(), sheet)
        title.setObjectName(_TITLE)
        grid.addWidget(title, row, 0)
        keys = QHBoxLayout()
        keys.setSpacing(Space.XS)
        for key in spec.keys:
            keys.addWidget(ranked_label("key", key_text(key), sheet))
        keys.addStretch()
        grid.addLayout(keys, row, 1, Qt.AlignmentFlag.AlignLeft)


def _scrolled(sheet: QWidget) -> QScrollArea:
    """Return the keys as wide as they are, and scrolled where the screen is too low for them."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(sheet)
    needed = sheet.sizeHint().boundedTo(sheet.maximumSize())
    screen = QGuiApplication.primaryScreen().availableSize()
    area.setMinimumSize(
        needed.width() + area.verticalScrollBar().sizeHint().width(),
        min(needed.height(), round(screen.height() * _SHARE)),
    )
    return area
