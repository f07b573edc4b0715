"""The month: a calendar with what each day holds, against what it may hold."""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from cockpit.domain import formats
from cockpit.domain.agenda_view import AgendaItem
from cockpit.domain.day_load import DayLoad
from cockpit.ui.agenda.load_bar import HEIGHT, load_token, paint_load
from cockpit.ui.agenda.words import load_text, weekday_text
from cockpit.ui.context import UiContext
from cockpit.ui.theme import FontRole, Space

Index = QModelIndex | QPersistentModelIndex
WEEK_DAYS = 7
_NAMES_TOP = 30
_ROOT = QModelIndex()


class MonthRole(IntEnum):
    """What the model tells besides the text."""

    LOAD = Qt.ItemDataRole.UserRole + 1
    NAMES = Qt.ItemDataRole.UserRole + 2


def month_span(day: date) -> tuple[date, date]:
    """Return the first and the last day of the weeks that a day's month touches."""
    first = day.replace(day=1)
    following = (first + timedelta(days=31)).replace(day=1)
    last = following - timedelta(days=1)
    return first - timedelta(days=first.weekday()), last + timedelta(days=6 - last.weekday())


class MonthItemModel(QAbstractTableModel):
    """Weeks as rows, Monday first."""

    def __init__(self, ctx: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._days: tuple[DayLoad, ...] = ()
        self._names: dict[date, list[str]] = {}
        self.month = ctx.clock.today()

    def set_days(self, days: Sequence[DayLoad], items: Sequence[AgendaItem], month: date) -> None:
        """Show these days, which begin on a Monday; those of other months are quiet."""
        self.beginResetModel()
        self._days = tuple(days)
        self._names = {}
        for one in items:
            day = one.due_at.astimezone(self._ctx.clock.zone).date()
            self._names.setdefault(day, []).append(one.customer)
        self.month = month
        self.endResetModel()

    def index_of(self, day: date) -> QModelIndex:
        """Return where a day stands, or an invalid index."""
        place = next((i for i, one in enumerate(self._days) if one.day == day), None)
        return QModelIndex() if place is None else self.index(*divmod(place, WEEK_DAYS))

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._days) // WEEK_DAYS

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() or not self._days else WEEK_DAYS

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        is_across = orientation is Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.DisplayRole and is_across and section < len(self._days):
            return weekday_text(self._days[section].day, self._ctx.language).partition(" ")[0]
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        load = self._days[index.row() * WEEK_DAYS + index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return str(load.day.day)
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                language = self._ctx.language
                return f"{weekday_text(load.day, language)}: {load_text(load, language)}"
            case MonthRole.LOAD:
                return load
            case MonthRole.NAMES:
                return self._names.get(load.day, [])
        return None


class _DayDelegate(QStyledItemDelegate):
    """The day's number, its count, and the bar."""

    def __init__(self, ctx: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx = ctx

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        load, model = index.data(MonthRole.LOAD), index.model()
        if not isinstance(load, DayLoad) or not isinstance(model, MonthItemModel):
            return
        theme, rect = self._ctx.theme, option.rect
        painter.save()
        state = option.state
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, theme.colour("accent_soft" if is_chosen else "surface"))
        painter.setPen(theme.colour("hairline"))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        self._paint_day(painter, rect, load, is_own=load.day.month == model.month.month)
        self._paint_names(painter, rect, index.data(MonthRole.NAMES))
        painter.restore()

    def _paint_day(self, painter: QPainter, rect: QRect, load: DayLoad, *, is_own: bool) -> None:
        theme = self._ctx.theme
        room = rect.adjusted(Space.S, Space.S, -Space.S, -Space.S)
        is_today = load.day == self._ctx.clock.today()
        painter.setFont(theme.font(FontRole.STRONG_NUMBER if is_today else FontRole.NUMBER))
        ink = "accent" if is_today else "ink" if is_own else "ink_quiet"
        painter.setPen(theme.colour(ink))
        top = Qt.AlignmentFlag.AlignTop
        painter.drawText(room, top | Qt.AlignmentFlag.AlignLeft, str(load.day.day))
        if load.count:
            painter.setPen(theme.colour("danger" if load_token(load) == "danger" else "ink"))
            count = formats.integer(load.count, self._ctx.language)
            painter.drawText(room, top | Qt.AlignmentFlag.AlignRight, count)
        if load.count or load.capacity:
            bar = QRectF(room.left(), room.bottom() - HEIGHT, room.width(), HEIGHT)
            paint_load(painter, bar, load, theme)

    def _paint_names(self, painter: QPainter, rect: QRect, names: Sequence[str]) -> None:
        """Paint the first names where there is room between the day and the bar."""
        painter.setFont(self._ctx.theme.font(FontRole.CAPTION))
        painter.setPen(self._ctx.theme.colour("ink_muted"))
        metrics = painter.fontMetrics()
        room = rect.adjusted(Space.S, _NAMES_TOP, -Space.S, -Space.L)
        for number, name in enumerate(names[: max(room.height() // metrics.height(), 0)]):
            top = room.top() + number * metrics.height()
            shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room.left(), top + metrics.ascent(), shown)


class MonthView(QTableView):
    """Arrows walk from day to day, Enter opens one."""

    #: A day (date) is to be shown.
    day_opened = Signal(object)

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.days = MonthItemModel(ctx, self)
        self.setModel(self.days)
        self.setItemDelegate(_DayDelegate(ctx, self))
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalHeader().hide()
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
        self.doubleClicked.connect(self._on_double_clicked)
        ctx.theme.changed.connect(self._on_theme_changed)

    def show_days(self, days: Sequence[DayLoad], items: Sequence[AgendaItem], day: date) -> None:
        """Show a month's days, with names where they are given, and one of them current."""
        self.days.set_days(days, items, day)
        self.setCurrentIndex(self.days.index_of(day))

    def current_day(self) -> date | None:
        """Return the current day, or None."""
        load = self.currentIndex().data(MonthRole.LOAD)
        return load.day if isinstance(load, DayLoad) else None

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open()
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        day = self.current_day()
        if day is not None:
            self.day_opened.emit(day)

    @Slot(QModelIndex)
    def _on_double_clicked(self, index: QModelIndex) -> None:
        self._open()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.viewport().update()
        self.horizontalHeader().viewport().update()
