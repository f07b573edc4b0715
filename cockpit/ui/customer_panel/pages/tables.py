"""Tables of the client's sections: they measure what is in sight, and can be copied."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from cockpit.domain import formats
from cockpit.domain.formats import Language
from cockpit.ui.context import UiContext
from cockpit.ui.theme import FontRole, Height
from cockpit.ui.widgets.record_table import CELL_INSET, Column, RecordTable

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex

#: Rows whose width counts for a column's: those in sight, and a few more.
_MEASURED = 24


class _CellDelegate(QStyledItemDelegate):
    """Writes a cell's text and nothing else: a style sheet's cell costs ten times as much."""

    def __init__(self, ctx: UiContext, view: QWidget) -> None:
        super().__init__(view)
        self._theme = ctx.theme
        self._metrics = QFontMetrics(ctx.theme.font(FontRole.STRONG_NUMBER))

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        text = str(index.data(Qt.ItemDataRole.DisplayRole))
        return QSize(self._metrics.horizontalAdvance(text) + 2 * CELL_INSET + 1, Height.ROW - 4)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._theme.colour("accent_soft"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self._theme.colour("hover"))
        room = rect.adjusted(CELL_INSET, 0, -CELL_INSET, 0)
        painter.setFont(index.data(Qt.ItemDataRole.FontRole))
        painter.setPen(index.data(Qt.ItemDataRole.ForegroundRole))
        text = str(index.data(Qt.ItemDataRole.DisplayRole))
        shown = painter.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, max(room.width(), 0)
        )
        painter.drawText(room, index.data(Qt.ItemDataRole.TextAlignmentRole), shown)


class ClientTable(RecordTable[R]):
    """A record table that copies its rows as a spreadsheet takes them."""

    def __init__(
        self, ctx: UiContext, columns: Sequence[Column[R]], parent: QWidget, **how: object
    ) -> None:
        super().__init__(ctx, columns, parent=parent, **how)  # type: ignore[arg-type]
        self.horizontalHeader().setResizeContentsPrecision(_MEASURED)
        self.setItemDelegate(_CellDelegate(ctx, self))

    def renew_rows(self, rows: Sequence[R], *, keep_place: bool) -> None:
        """Show these records; another customer's begin at the top."""
        if not keep_place:
            self.choose_none()
        self.set_rows(rows)
        if not keep_place:
            self.scrollToTop()

    def show_row(self, row: int) -> None:
        """Make a row current and bring it into view."""
        if 0 <= row < self.records.rowCount():
            index = self.records.index(row, 0)
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def copied_text(self) -> str:
        """Return the chosen rows, or all of them, with tabs between the columns."""
        chosen = sorted({one.row() for one in self.selectedIndexes()})
        rows = chosen or range(self.records.rowCount())
        columns = [n for n in range(self.records.columnCount()) if not self.isColumnHidden(n)]
        lines = [[self.records.headerData(n, Qt.Orientation.Horizontal) for n in columns]]
        lines += [[self._text(self.records.index(row, n)) for n in columns] for row in rows]
        return "\n".join("\t".join(str(cell) for cell in line) for line in lines)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.copied_text())
        else:
            super().keyPressEvent(event)

    def _text(self, index: QModelIndex) -> str:
        return str(index.data(Qt.ItemDataRole.DisplayRole) or "").replace("\t", " ")


def quantity(milli: int, language: Language) -> str:
    """Return a quantity kept in thousandths, with as many decimals as it has."""
    whole, rest = divmod(abs(milli), 1000)
    if not rest:
        return formats.integer(-whole if milli < 0 else whole, language)
    places = len(f"{rest:03d}".rstrip("0"))
    return formats.decimal(milli / 1000, language, places)
