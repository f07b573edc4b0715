"""The last documents of the order book."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Slot,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.domain import formats
from cockpit.domain.customer import OrderSummary
from cockpit.domain.formats import Language
from cockpit.domain.vocabulary import OrderKind
from cockpit.ui.context import UiContext
from cockpit.ui.theme import FontRole, Height, Space

translate = QCoreApplication.translate

Index = QModelIndex | QPersistentModelIndex
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Role(IntEnum):
    """What the model tells besides the text."""

    ENTITY_ID = Qt.ItemDataRole.UserRole + 1


def kind_word(kind: OrderKind) -> str:
    """Return the word for a kind of document."""
    match kind:
        case OrderKind.SALE:
            return translate("Words", "Sale")
        case OrderKind.RETURN:
            return translate("Words", "Return")
        case OrderKind.CANCELLED:
            return translate("Words", "Cancelled")


def _kind(order: OrderSummary, language: Language) -> str:
    return " · ".join(part for part in (kind_word(order.kind), order.state_text) if part)


def _value(order: OrderSummary, language: Language) -> str:
    cents = -order.net_cents if order.kind is OrderKind.RETURN else order.net_cents
    return formats.money(cents, language)


@dataclass(frozen=True, slots=True)
class Column:
    """A column, declared once."""

    title: Callable[[], str]
    align: Qt.AlignmentFlag
    show: Callable[[OrderSummary, Language], str]


def _day(order: OrderSummary, language: Language) -> str:
    return formats.day(order.ordered_on)


def _number(order: OrderSummary, language: Language) -> str:
    return order.number


def _items(order: OrderSummary, language: Language) -> str:
    return formats.integer(order.item_count, language)


COLUMNS = (
    Column(lambda: translate("OrdersView", "Date"), LEFT, _day),
    Column(lambda: translate("OrdersView", "Number"), LEFT, _number),
    Column(lambda: translate("OrdersView", "Kind"), LEFT, _kind),
    Column(lambda: translate("OrdersView", "Value"), RIGHT, _value),
    Column(lambda: translate("OrdersView", "Items"), RIGHT, _items),
)
KIND_COLUMN = 2
CELL_INSET = 11
LEAST_HEIGHT = 56
_INK = {OrderKind.SALE: "ink", OrderKind.RETURN: "danger", OrderKind.CANCELLED: "ink_quiet"}


class OrderItemModel(QAbstractTableModel):
    """Documents, the newest first."""

    def __init__(self, ctx: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._number_font = ctx.theme.font(FontRole.NUMBER)
        self._rows: tuple[OrderSummary, ...] = ()

    def set_rows(self, rows: Sequence[OrderSummary]) -> None:
        """Show these documents."""
        self.beginResetModel()
        self._rows = tuple(sorted(rows, key=lambda one: (one.ordered_on, one.number), reverse=True))
        self.endResetModel()

    def retranslate(self) -> None:
        """Show the words of the language now in force."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        if self._rows:
            last = self.index(len(self._rows) - 1, len(COLUMNS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(COLUMNS)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section].title()
        return int(COLUMNS[section].align) if role == Qt.ItemDataRole.TextAlignmentRole else None

    @override
    def data(  # noqa: PLR0911 - one value per role
        self, index: Index, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if not index.isValid():
            return None
        order, column = self._rows[index.row()], COLUMNS[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.show(order, self._ctx.language)
            case Qt.ItemDataRole.TextAlignmentRole:
                return int(column.align)
            case Qt.ItemDataRole.FontRole:
                return self._number_font
            case Qt.ItemDataRole.ForegroundRole:
                return self._ctx.theme.colour(_INK[order.kind])
            case Role.ENTITY_ID:
                return order.order_id
        return None


class OrdersHeader(QHeaderView):
    """Column titles that stand over the cells' text."""

    def __init__(self, ctx: UiContext, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._ctx = ctx

    @override
    def sectionSizeFromContents(self, logicalIndex: int) -> QSize:
        size = super().sectionSizeFromContents(logicalIndex)
        return QSize(size.width() + 2 * CELL_INSET, Height.HEADER - 4)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        theme, column = self._ctx.theme, COLUMNS[logicalIndex]
        painter.save()
        painter.fillRect(rect, theme.colour("surface"))
        painter.setPen(theme.colour("hairline"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(theme.colour("ink_quiet"))
        painter.setFont(theme.font(FontRole.CAPTION))
        painter.drawText(rect.adjusted(CELL_INSET, 0, -CELL_INSET, 0), column.align, column.title())
        painter.restore()


class OrdersView(QTableView):
    """Dense rows without a grid."""

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._orders = OrderItemModel(ctx, self)
        self.setModel(self._orders)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(Height.ROW - 6)
        header = OrdersHeader(ctx, self)
        self.setHorizontalHeader(header)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(KIND_COLUMN, QHeaderView.ResizeMode.Stretch)
        ctx.theme.changed.connect(self._on_theme_changed)

    def set_orders(self, orders: Sequence[OrderSummary], *, keep_place: bool) -> None:
        """Show documents; ``keep_place`` leaves the scroll and the current one where they are."""
        value = self.verticalScrollBar().value() if keep_place else 0
        current = self.currentIndex().data(Role.ENTITY_ID) if keep_place else None
        self._orders.set_rows(orders)
        for row in range(self._orders.rowCount() if current is not None else 0):
            if self._orders.index(row, 0).data(Role.ENTITY_ID) == current:
                self.setCurrentIndex(self._orders.index(row, 0))
        self.verticalScrollBar().setValue(value)

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, LEAST_HEIGHT)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._orders.retranslate()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.viewport().update()


def inset(view: OrdersView) -> QWidget:
    """Return a page that lets the view's text begin where the panel's other texts do."""
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.setContentsMargins(Space.L - CELL_INSET, 0, 0, 0)
    layout.addWidget(view)
    page.setFocusProxy(view)
    return page
