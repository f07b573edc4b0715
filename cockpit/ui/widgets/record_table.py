"""A small read-only table, declared as a tuple of columns over frozen records."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from cockpit.domain.formats import Language
from cockpit.ui.context import UiContext
from cockpit.ui.theme import FontRole, Height
from cockpit.ui.widgets.plain_tip import plain_tip

Index = QModelIndex | QPersistentModelIndex
R = TypeVar("R")

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CELL_INSET = 11
_SLACK = 2
_FAR_KEYS = frozenset({Qt.Key.Key_End, Qt.Key.Key_PageDown})
_ROOT = QModelIndex()


class Role(IntEnum):
    """What the model tells besides the text."""

    RECORD = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """A column, declared once.

    Attributes:
        title: Returns its heading in the present language.
        show: Returns a record's text.
        align: Where the text stands.
        explain: Returns what the heading means, in plain words; None where it is plain.
        ink: Returns the colour's token for a record.
        tip: Returns a record's text in full, where the column shows it shortened.
        is_strong: Whether the column's text of a record stands out; None as the whole row does.
    """

    title: Callable[[], str]
    show: Callable[[R, Language], str]
    align: Qt.AlignmentFlag = LEFT
    explain: Callable[[], str] | None = None
    ink: Callable[[R], str] | None = None
    tip: Callable[[R, Language], str] | None = None
    is_strong: Callable[[R], bool] | None = None


def _plain(record: object) -> bool:
    return False


class RecordItemModel(QAbstractTableModel, Generic[R]):
    """Frozen records as rows, in the order in which they are given."""

    def __init__(
        self,
        ctx: UiContext,
        columns: Sequence[Column[R]],
        *,
        is_strong: Callable[[R], bool] = _plain,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._columns = tuple(columns)
        self._is_strong = is_strong
        self._fonts = (ctx.theme.font(FontRole.NUMBER), ctx.theme.font(FontRole.STRONG_NUMBER))
        self._rows: tuple[R, ...] = ()

    @property
    def rows(self) -> tuple[R, ...]:
        """Return the records shown."""
        return self._rows

    def set_rows(self, rows: Sequence[R]) -> None:
        """Show these records."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def add_rows(self, rows: Sequence[R]) -> None:
        """Show these records below the others."""
        if rows:
            first = len(self._rows)
            self.beginInsertRows(_ROOT, first, first + len(rows) - 1)
            self._rows += tuple(rows)
            self.endInsertRows()

    def replace_row(self, row: int, record: R) -> None:
        """Show another record in a row."""
        self._rows = (*self._rows[:row], record, *self._rows[row + 1 :])
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(self._columns) - 1))

    def set_columns(self, columns: Sequence[Column[R]]) -> None:
        """Show other columns, and no rows until they are set."""
        self.beginResetModel()
        self._columns, self._rows = tuple(columns), ()
        self.endResetModel()

    def retranslate(self) -> None:
        """Show the words of the language now in force."""
        last = len(self._columns) - 1
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, last))

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.title()
            case Qt.ItemDataRole.TextAlignmentRole:
                return int(column.align)
            case Qt.ItemDataRole.ToolTipRole if column.explain is not None:
                return column.explain()
        return None

    @override
    def data(  # noqa: PLR0911 - one value per role
        self, index: Index, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if not index.isValid():
            return None
        record, column = self._rows[index.row()], self._columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return column.show(record, self._ctx.language)
            case Qt.ItemDataRole.ToolTipRole if column.align == LEFT:
                return plain_tip((column.tip or column.show)(record, self._ctx.language))
            case Qt.ItemDataRole.TextAlignmentRole:
                return int(column.align)
            case Qt.ItemDataRole.FontRole:
                return self._fonts[(column.is_strong or self._is_strong)(record)]
            case Qt.ItemDataRole.ForegroundRole:
                token = "ink" if column.ink is None else column.ink(record)
                return self._ctx.theme.colour(token)
            case Role.RECORD:
                return record
        return None


class _Header(QHeaderView):
    """Column titles that stand over the cells' text."""

    def __init__(self, ctx: UiContext, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._ctx = ctx

    @override
    def sectionSizeFromContents(self, logicalIndex: int) -> QSize:
        letters = QFontMetrics(self._ctx.theme.font(FontRole.CAPTION))
        title = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal))
        width = letters.horizontalAdvance(title) + 2 * CELL_INSET + _SLACK
        return QSize(width, Height.HEADER - 4)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        theme, across = self._ctx.theme, Qt.Orientation.Horizontal
        title = str(self.model().headerData(logicalIndex, across))
        align = self.model().headerData(logicalIndex, across, Qt.ItemDataRole.TextAlignmentRole)
        painter.save()
        painter.fillRect(rect, theme.colour("surface"))
        painter.setPen(theme.colour("hairline"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(theme.colour("ink_quiet"))
        painter.setFont(theme.font(FontRole.CAPTION))
        room = rect.adjusted(CELL_INSET, 0, -CELL_INSET, 0)
        shown = painter.fontMetrics().elidedText(
            title, Qt.TextElideMode.ElideRight, max(0, room.width())
        )
        painter.drawText(room, align, shown)
        painter.restore()


class RecordTable(QTableView, Generic[R]):
    """Dense rows without a grid; Enter or a double click opens one.

    With ``key``, which tells one record from another, the current one stays current when other
    records come to stand before it, and none is when it is gone.

    Attributes:
        records: The model.
    """

    #: Enter or a double click on a row: its record.
    opened = Signal(object)
    #: Another row became current: its record, or None.
    chosen = Signal(object)

    def __init__(
        self,
        ctx: UiContext,
        columns: Sequence[Column[R]],
        *,
        is_strong: Callable[[R], bool] = _plain,
        wide: int = 0,
        key: Callable[[R], object] | None = None,
        records: RecordItemModel[R] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._key = key
        self.records = records or RecordItemModel(ctx, columns, is_strong=is_strong, parent=self)
        self.setModel(self.records)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(Height.ROW - 4)
        header = _Header(ctx, self)
        self.setHorizontalHeader(header)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(self._on_double_clicked)
        self.selectionModel().currentRowChanged.connect(self._on_current_row_changed)
        ctx.theme.changed.connect(self._on_theme_changed)

    def set_rows(self, rows: Sequence[R]) -> None:
        """Show these records; current stays the record of that key, without keys the place."""
        row, value = self._place_in(rows), self.verticalScrollBar().value()
        self.records.set_rows(rows)
        if 0 <= row < len(rows):
            self.setCurrentIndex(self.records.index(row, 0))
        self.verticalScrollBar().setValue(value)

    def _place_in(self, rows: Sequence[R]) -> int:
        """Return where the current record will stand among these, negative for nowhere."""
        record, key = self.current(), self._key
        if record is None or key is None:
            return self.currentIndex().row()
        return next((i for i, one in enumerate(rows) if key(one) == key(record)), -1)

    def current(self) -> R | None:
        """Return the current row's record, or None."""
        record: R | None = self.currentIndex().data(Role.RECORD)
        return record

    def set_columns(self, columns: Sequence[Column[R]], *, wide: int | None = None) -> None:
        """Show other columns, and no rows until they are set.

        Args:
            columns: The columns.
            wide: The one that takes the room that is left; without it all are as wide as their
                texts and the table scrolls sideways.
        """
        self.records.set_columns(columns)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        if wide is not None:
            header.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)

    def fit_height(self, most: int) -> None:
        """Be as high as the rows are, but no higher than so many of them."""
        rows = min(max(self.records.rowCount(), 1), most)
        self.setFixedHeight(rows * (Height.ROW - 4) + Height.HEADER)

    def choose_none(self) -> None:
        """Let no row be current."""
        self.clearSelection()
        self.setCurrentIndex(QModelIndex())

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the keyboard without choosing a row: Qt would make one current and not show it."""
        if self.currentIndex().isValid():
            super().focusInEvent(event)
            return
        selection = self.selectionModel()
        with QSignalBlocker(selection):
            super().focusInEvent(event)
            selection.clearCurrentIndex()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex())
            return
        if not self.currentIndex().isValid() and event.key() in _FAR_KEYS:
            first, none = self.records.index(0, 0), QItemSelectionModel.SelectionFlag.NoUpdate
            with QSignalBlocker(self.selectionModel()):
                self.selectionModel().setCurrentIndex(first, none)  # Qt goes nowhere from nowhere
        super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.records.retranslate()

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(index.data(Role.RECORD))

    @Slot(QModelIndex)
    def _on_double_clicked(self, index: QModelIndex) -> None:
        self._open(index)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_row_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        self.chosen.emit(current.data(Role.RECORD) if current.isValid() else None)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.viewport().update()
        self.horizontalHeader().viewport().update()
