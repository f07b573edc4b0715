"""The week: a column per day under its load, an hour per band, moved by dragging."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from cockpit.domain.agenda_view import AgendaItem
from cockpit.domain.day_load import DayLoad
from cockpit.ui.agenda.load_bar import HEIGHT, load_token, paint_load
from cockpit.ui.agenda.week_model import WeekItemModel, WeekRole
from cockpit.ui.agenda.words import load_text
from cockpit.ui.context import UiContext
from cockpit.ui.theme import FontRole, Space

Index = QModelIndex | QPersistentModelIndex
_ROW, _HEADER, _BAND = 26, 48, 44
_SELECT = (
    QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Current
)


class _DayHeader(QHeaderView):
    """The day, how much it holds, and the bar."""

    def __init__(self, ctx: UiContext, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._ctx = ctx
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), _HEADER)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        theme, across = self._ctx.theme, Qt.Orientation.Horizontal
        load = self.model().headerData(logicalIndex, across, WeekRole.LOAD)
        painter.save()
        painter.fillRect(rect, theme.colour("surface"))
        painter.setPen(theme.colour("hairline"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if isinstance(load, DayLoad):
            self._paint_day(painter, rect, logicalIndex, load)
        painter.restore()

    def _paint_day(self, painter: QPainter, rect: QRect, section: int, load: DayLoad) -> None:
        theme = self._ctx.theme
        is_today = load.day == self._ctx.clock.today()
        room = rect.adjusted(Space.S, Space.S, -Space.S, -Space.S)
        painter.setFont(theme.font(FontRole.STRONG_NUMBER if is_today else FontRole.NUMBER))
        painter.setPen(theme.colour("accent" if is_today else "ink"))
        title = str(self.model().headerData(section, Qt.Orientation.Horizontal))
        top = Qt.AlignmentFlag.AlignTop
        painter.drawText(room, top | Qt.AlignmentFlag.AlignLeft, title)
        painter.setFont(theme.font(FontRole.CAPTION))
        is_over = load_token(load) == "danger"
        painter.setPen(theme.colour("danger" if is_over else "ink_quiet"))
        text = load_text(load, self._ctx.language)
        painter.drawText(room, top | Qt.AlignmentFlag.AlignRight, text)
        bar = QRectF(room.left(), room.bottom() - HEIGHT, room.width(), HEIGHT)
        paint_load(painter, bar, load, theme)


class _CellDelegate(QStyledItemDelegate):
    """A next contact on its day; hairlines between days and hours."""

    def __init__(self, ctx: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx = ctx

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        theme = self._ctx.theme
        rect: QRect = option.rect
        painter.save()
        painter.setPen(theme.colour("hairline"))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        model = index.model()
        if isinstance(model, WeekItemModel) and model.rows[index.row()].is_first:
            painter.drawLine(rect.topLeft(), rect.topRight())
        painter.restore()


class WeekView(QTableView):
    """Arrows walk, Shift and Ctrl choose several, Enter opens one."""

    #: Enter or a double click on a next contact (AgendaItem).
    opened = Signal(object)
    #: Another one became current (AgendaItem or None).
    chosen = Signal(object)

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.week = WeekItemModel(ctx, self)
        self.setModel(self.week)
        self.setItemDelegate(_CellDelegate(ctx, self))
        self.setHorizontalHeader(_DayHeader(ctx, self))
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDragDropOverwriteMode(True)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setFixedWidth(_BAND)
        self.verticalHeader().setSectionsClickable(False)
        self.verticalHeader().setHighlightSections(False)
        self.setCornerButtonEnabled(False)
        self.doubleClicked.connect(self._on_double_clicked)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        ctx.theme.changed.connect(self._on_theme_changed)

    def show_week(self, items: Sequence[AgendaItem], days: Sequence[DayLoad]) -> None:
        """Show these days; what was chosen stays chosen, and where the view stood."""
        current = self.current()
        kept = [one.customer_id for one in self.selected_items()]
        value = self.verticalScrollBar().value()
        self.week.set_week(items, days)
        self._choose(None if current is None else current.customer_id, kept)
        self.verticalScrollBar().setValue(value)

    def current(self) -> AgendaItem | None:
        """Return the current next contact, or None."""
        item: AgendaItem | None = self.currentIndex().data(WeekRole.ITEM)
        return item

    def selected_items(self) -> list[AgendaItem]:
        """Return the chosen next contacts."""
        indexes = self.selectionModel().selectedIndexes()
        found = (index.data(WeekRole.ITEM) for index in indexes)
        return [item for item in found if isinstance(item, AgendaItem)]

    def choose_first(self) -> None:
        """Choose the current next contact, else the first, unless some are chosen."""
        if self.selected_items():
            return
        cells = (one for row in self.week.rows for one in row.cells if one is not None)
        item = self.current() or next(cells, None)
        if item is not None:
            self._choose(item.customer_id, [item.customer_id])

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _choose(self, current: UUID | None, chosen: Sequence[UUID]) -> None:
        if current is not None:
            index = self.week.index_of(current)
            if index.isValid():
                self.selectionModel().setCurrentIndex(index, _SELECT)
        for key in chosen:
            index = self.week.index_of(key)
            if index.isValid():
                self.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)

    def _open(self, index: QModelIndex) -> None:
        item = index.data(WeekRole.ITEM) if index.isValid() else None
        if item is not None:
            self.opened.emit(item)

    @Slot(QModelIndex)
    def _on_double_clicked(self, index: QModelIndex) -> None:
        self._open(index)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        self.chosen.emit(current.data(WeekRole.ITEM) if current.isValid() else None)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.viewport().update()
        self.horizontalHeader().viewport().update()
