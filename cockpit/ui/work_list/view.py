"""The table of the work list: Qt's view for keys, selection and access, its own painting."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from cockpit.ui.theme import Height, Theme
from cockpit.ui.work_list.columns import COLUMNS, ColumnKey
from cockpit.ui.work_list.painting import CellPainter
from cockpit.ui.work_list.painting import Slot as CellSlot

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent

    from cockpit.ui.work_list.item_model import WorkListItemModel

_CLIENT = next(i for i, column in enumerate(COLUMNS) if column.key is ColumnKey.CLIENT)
Index = QModelIndex | QPersistentModelIndex
_NARROWEST = 36
_CLIENT_COMFORT = 120
_MOST_AIR = 16
_EDGE = 3


class WorkListView(QTableView):
    """A table whose rows are painted from the list's columns.

    Qt's own painting is replaced, not extended: ground, hairline, cells and the mark of the current
    row are drawn here (see ``painting``). All else is Qt's.
    """

    #: Enter or a double click on a row.
    opened = Signal()
    #: Up, Down, Home or End: go so many rows on (int).
    stepped = Signal(int)
    #: A letter was typed on the list: it belongs into the search field.
    text_typed = Signal(str)

    def __init__(self, theme: Theme, model: "WorkListItemModel", parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._cells = CellPainter(theme)
        self._hovered = -1
        self._has_own_widths = False
        self._is_fitting = False
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self._set_up_headers()
        theme.changed.connect(self._on_theme_changed)
        self.doubleClicked.connect(self._on_double_clicked)

    def widths(self) -> dict[str, int]:
        """Return the columns' widths by key, or nothing while the user has set none."""
        if not self._has_own_widths:
            return {}
        return {column.key.value: self.columnWidth(i) for i, column in enumerate(COLUMNS)}

    def set_widths(self, widths: Mapping[str, object]) -> None:
        """Give the columns the widths that the user once set; without any they follow the room."""
        self._has_own_widths = bool(widths)
        self._apply_widths(
            {i: widths.get(column.key.value, column.width) for i, column in enumerate(COLUMNS)}
        )

    def _fit_widths(self) -> None:
        """Give every column a little air where the room allows it."""
        narrowest = sum(column.width for column in COLUMNS)
        spare = (self.viewport().width() - narrowest - _CLIENT_COMFORT) // len(COLUMNS)
        air = min(max(spare, 0), _MOST_AIR)
        self._apply_widths({i: column.width + air for i, column in enumerate(COLUMNS)})

    def _apply_widths(self, widths: Mapping[int, object]) -> None:
        self._is_fitting = True
        for i, width in widths.items():
            if i != _CLIENT and isinstance(width, int):
                self.setColumnWidth(i, max(width, _NARROWEST))
        self._is_fitting = False

    def top_row(self) -> tuple[int, int]:
        """Return the first visible row, and how many pixels of it are above the edge."""
        row = self.rowAt(0)
        return row, -self.rowViewportPosition(row) if row >= 0 else 0

    def scroll_to_top_row(self, row: int, offset: int) -> None:
        """Scroll so that ``top_row`` is as given."""
        self.verticalScrollBar().setValue(row * Height.ROW + offset)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = event.rect()
        painter.fillRect(area, self._theme.colour("surface"))
        model = cast("WorkListItemModel", self.model())
        first, last = self.rowAt(area.top()), self.rowAt(area.bottom())
        if first < 0:
            return
        last = last if last >= 0 else model.rowCount() - 1
        self._cells.rows = model.rows
        slots = [
            CellSlot(model.lines[row], self.rowViewportPosition(row))
            for row in range(first, last + 1)
        ]
        self._paint_grounds(painter, first, slots)
        self._paint_columns(painter, area, slots)

    def _paint_grounds(self, painter: QPainter, first: int, slots: list[CellSlot]) -> None:
        colour, width = self._theme.colour, self.viewport().width()
        current = self.currentIndex().row()
        hairline = colour("hairline")
        for row, slot in enumerate(slots, first):
            room = QRect(0, slot.top, width, Height.ROW)
            if row == current:
                painter.fillRect(room, colour("accent_soft"))
                edge = _EDGE if self.hasFocus() else _EDGE - 1
                painter.fillRect(QRect(0, slot.top, edge, Height.ROW), colour("accent"))
                if self.hasFocus():
                    painter.setPen(colour("accent"))
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.drawRect(room.toRectF().adjusted(0.5, 0.5, -0.5, -0.5))
                continue
            if row == self._hovered:
                painter.fillRect(room, colour("hover"))
            painter.fillRect(QRect(0, room.bottom(), width, 1), hairline)

    def _paint_columns(self, painter: QPainter, area: QRect, slots: list[CellSlot]) -> None:
        style = cast("WorkListItemModel", self.model()).style
        for i, column in enumerate(COLUMNS):
            left, width = self.columnViewportPosition(i), self.columnWidth(i)
            room = QRect(left, area.top(), width, area.height())
            if room.intersects(area):
                painter.setClipRect(room)
                painter_room = QRect(left, 0, width, Height.ROW)
                self._cells.paint(painter, column, slots, painter_room, style)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.opened.emit()
            return
        rows = self.model().rowCount()
        keys = Qt.Key
        steps = {keys.Key_Up: -1, keys.Key_Down: 1, keys.Key_Home: -rows, keys.Key_End: rows}
        distance = steps.get(keys(event.key()))
        if distance is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.stepped.emit(distance)
            return
        super().keyPressEvent(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Hand letters to the search field; Qt's own search would walk through every row."""
        if search.strip() and search != "/":  # the key of the search itself
            self.text_typed.emit(search)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._set_hovered(self.rowAt(event.position().toPoint().y()))

    @override
    def leaveEvent(self, event: "QEvent") -> None:
        super().leaveEvent(event)
        self._set_hovered(-1)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        for index in (current, previous):
            self._update_row(index.row())

    def _set_hovered(self, row: int) -> None:
        if row != self._hovered:
            former, self._hovered = self._hovered, row
            self._update_row(former)
            self._update_row(row)

    def _update_row(self, row: int) -> None:
        if row >= 0:
            top = self.rowViewportPosition(row)
            self.viewport().update(0, top, self.viewport().width(), Height.ROW)

    def _set_up_headers(self) -> None:
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(Height.ROW)
        header = self.horizontalHeader()
        header.setFixedHeight(Height.HEADER)
        header.setMinimumSectionSize(_NARROWEST)
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setSortIndicatorShown(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(_CLIENT, QHeaderView.ResizeMode.Stretch)
        self.verticalScrollBar().setSingleStep(Height.ROW)
        self.set_widths({})
        header.sectionResized.connect(self._on_header_section_resized)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._has_own_widths:
            self._fit_widths()

    @Slot(int, int, int)
    def _on_header_section_resized(self, section: int, former: int, width: int) -> None:
        if not self._is_fitting and section != _CLIENT:
            self._has_own_widths = True

    @Slot()
    def _on_theme_changed(self) -> None:
        self._cells.forget_colours()
        self.viewport().update()

    @Slot(QModelIndex)
    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.opened.emit()
