"""The route as a list of large rows: a heading for each city, and its customers below."""

from enum import IntEnum
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QScroller,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from cockpit.domain.visits import CityRoute, VisitStop
from cockpit.ui.context import UiContext
from cockpit.ui.field import words
from cockpit.ui.theme import FontRole, Space

Index = QModelIndex | QPersistentModelIndex
#: Heights in pixels: a finger needs 44.
ROW, HEADING = 60, 44
_COLUMN = 132
_DOT = 10
_ROOT = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Role(IntEnum):
    """What the model tells besides the words."""

    RECORD = Qt.ItemDataRole.UserRole + 1


class RouteItemModel(QAbstractListModel):
    """Cities (CityRoute) and customers (VisitStop), in the order of the route."""

    def __init__(self, ctx: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._rows: list[CityRoute | VisitStop] = []

    def set_routes(self, routes: tuple[CityRoute, ...]) -> None:
        """Show these cities."""
        self.beginResetModel()
        self._rows = []
        for route in routes:
            self._rows += [route, *route.stops]
        self.endResetModel()

    def row_of(self, customer_id: UUID | None) -> int:
        """Return a customer's row, else that of the first customer; -1 without any."""
        stops = [n for n, one in enumerate(self._rows) if isinstance(one, VisitStop)]
        for row in stops:
            one = self._rows[row]
            if isinstance(one, VisitStop) and one.customer_id == customer_id:
                return row
        return stops[0] if stops else -1

    def record(self, index: Index) -> CityRoute | VisitStop | None:
        """Return what stands in a row; None outside."""
        return self._rows[index.row()] if index.isValid() else None

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        one = self.record(index)
        if one is None:
            return None
        if role == Role.RECORD:
            return one
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if isinstance(one, VisitStop):
                return words.spoken(one, self._ctx)
            return f"{words.city_text(one)}: {words.count_text(one)}"
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.record(index), VisitStop):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags


class RouteDelegate(QStyledItemDelegate):
    """Paints a customer in two lines and three figures, a city as their heading."""

    def __init__(self, ctx: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx, self._theme = ctx, ctx.theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        is_stop = isinstance(index.data(Role.RECORD), VisitStop)
        return QSize(4 * _COLUMN, ROW if is_stop else HEADING)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one = index.data(Role.RECORD)
        painter.save()
        room: QRect = option.rect
        if isinstance(one, VisitStop):
            state: QStyle.StateFlag = option.state
            self._paint_stop(painter, room, one, state)
        elif isinstance(one, CityRoute):
            self._paint_city(painter, room, one)
        painter.setPen(self._theme.colour("hairline"))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        painter.restore()

    def _paint_city(self, painter: QPainter, room: QRect, route: CityRoute) -> None:
        painter.fillRect(room, self._theme.colour("canvas"))
        inner = room.adjusted(Space.L, 0, -Space.L, 0)
        self._write(painter, inner, words.city_text(route), FontRole.TITLE, "ink")
        taken = painter.fontMetrics().horizontalAdvance(words.city_text(route)) + Space.M
        self._write(
            painter, inner.adjusted(taken, 0, -3 * _COLUMN, 0), words.count_text(route),
            FontRole.SMALL, "ink_muted",
        )  # fmt: skip
        heads = (self.tr("Last visit"), self.tr("Standing"), self.tr("At risk"))
        for number, head in enumerate(heads):
            self._write(painter, _column(inner, number), head, FontRole.CAPTION, "ink_quiet",
                        align=_RIGHT)  # fmt: skip

    def _paint_stop(
        self, painter: QPainter, room: QRect, stop: VisitStop, state: QStyle.StateFlag
    ) -> None:
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(room, self._theme.colour("accent_soft"))
            painter.fillRect(QRect(room.topLeft(), QSize(4, room.height())),
                             self._theme.colour("accent"))  # fmt: skip
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(room, self._theme.colour("hover"))
        inner = room.adjusted(Space.L, Space.S, -Space.L, -Space.S)
        if stop.status is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.status_colour(stop.status))
            painter.drawEllipse(inner.left(), inner.center().y() - _DOT // 2, _DOT, _DOT)
        text = inner.adjusted(_DOT + Space.M, 0, -3 * _COLUMN - Space.M, 0)
        half = text.height() // 2
        ink = "ink_quiet" if stop.is_forbidden else "ink"
        self._write(painter, text.adjusted(0, 0, 0, -half), stop.name, FontRole.TITLE, ink)
        below = words.forbidden_text(stop) or " · ".join(
            filter(
                None,
                (
                    words.due_text(stop, self._ctx),
                    words.carried_text(stop, self._ctx),
                    words.place_text(stop),
                ),
            )
        )
        tone = "danger" if stop.is_forbidden else "ink_muted"
        self._write(painter, text.adjusted(0, half, 0, 0), below, FontRole.BODY, tone)
        self._paint_figures(painter, inner, stop)

    def _paint_figures(self, painter: QPainter, inner: QRect, stop: VisitStop) -> None:
        language = self._ctx.language
        figures = (
            (words.visit_text(stop, self._ctx), FontRole.NUMBER, "ink_muted"),
            (words.late_text(stop, language), FontRole.NUMBER,
             "warning" if stop.is_late else "ink_muted"),
            (words.risk_text(stop, language), FontRole.STRONG_NUMBER, "ink"),
        )  # fmt: skip
        for number, (text, role, ink) in enumerate(figures):
            self._write(painter, _column(inner, number), text, role, ink, align=_RIGHT)

    def _write(
        self,
        painter: QPainter,
        room: QRect,
        text: str,
        role: FontRole,
        ink: str,
        *,
        align: Qt.AlignmentFlag = _LEFT,
    ) -> None:
        painter.setFont(self._theme.font(role))
        painter.setPen(self._theme.colour(ink))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, align, shown)


class RouteView(QListView):
    """Scrolls under a finger; Enter and a double tap ask for what is done most."""

    #: Another customer is current.
    chosen = Signal()
    #: Enter or a double click.
    opened = Signal()

    def __init__(self, ctx: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.records = RouteItemModel(ctx, self)
        self.setModel(self.records)
        self.setItemDelegate(RouteDelegate(ctx, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        ctx.theme.changed.connect(self.viewport().update)

    @property
    def stop(self) -> VisitStop | None:
        """Return the customer who is chosen."""
        one = self.records.record(self.currentIndex())
        return one if isinstance(one, VisitStop) else None

    def show_routes(self, routes: tuple[CityRoute, ...]) -> None:
        """Show these cities; whoever was chosen stays so."""
        former = self.stop
        self.records.set_routes(routes)
        row = self.records.row_of(None if former is None else former.customer_id)
        if row >= 0:
            self.setCurrentIndex(self.records.index(row))
        self.chosen.emit()

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.stop is not None:
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Home:  # the first row is a city, which nobody can choose
            self.setCurrentIndex(self.records.index(self.records.row_of(None)))
            self.scrollToTop()
        else:
            super().keyPressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        if isinstance(self.records.record(self.indexAt(event.position().toPoint())), VisitStop):
            self.opened.emit()


def _column(inner: QRect, number: int) -> QRect:
    """Return the room of one of the three figures at the right."""
    left = inner.right() - (3 - number) * _COLUMN + 1
    return QRect(left, inner.top(), _COLUMN - Space.M, inner.height())
