"""Entries in a list: a headline, who and how, and the note in full."""

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any, Protocol, TypeVar
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from cockpit.ui.context import UiContext
from cockpit.ui.customer_panel.entries import Entry
from cockpit.ui.theme import FontRole, Space

Index = QModelIndex | QPersistentModelIndex

PADDING = 6
ICON = 14
LEAST_HEIGHT = 56
#: Entries that are laid out at once; the others follow while the list is already in use.
BATCH = 30
WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_WIDEST_DATE = "00/00/0000 00:00"
_ROOT = QModelIndex()


class Role(IntEnum):
    """What the model tells besides the text."""

    ENTITY_ID = Qt.ItemDataRole.UserRole + 1
    ENTRY = Qt.ItemDataRole.UserRole + 2


class Keyed(Protocol):
    """What becomes an entry when it comes into sight."""

    @property
    def key(self) -> UUID:
        """Return the record's key."""
        ...


K = TypeVar("K", bound=Keyed)


def _itself(entry: Entry) -> Entry:
    return entry


class EntryItemModel(QAbstractListModel):
    """Records in the order in which they are given; put into words when they are looked at."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Keyed, ...] = ()
        self._make: Callable[[Any], Entry] = _itself
        self._made: dict[int, Entry] = {}

    @property
    def rows(self) -> tuple[Keyed, ...]:
        """Return the records."""
        return self._rows

    def set_rows(self, rows: Sequence[K], make: Callable[[K], Entry]) -> None:
        """Show these records in the words that ``make`` finds for them."""
        self.beginResetModel()
        self._rows, self._make, self._made = tuple(rows), make, {}
        self.endResetModel()

    def entry(self, row: int) -> Entry:
        """Return a record in words."""
        if row not in self._made:
            self._made[row] = self._make(self._rows[row])
        return self._made[row]

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self.entry(index.row()).text()
            case Role.ENTITY_ID:
                return self._rows[index.row()].key
            case Role.ENTRY:
                return self.entry(index.row())
        return None


class EntryDelegate(QStyledItemDelegate):
    """Draws an entry in two lines and its note below them."""

    def __init__(self, ctx: UiContext, view: QListView) -> None:
        super().__init__(view)
        self._theme = ctx.theme
        self._view = view
        self._head = ctx.theme.font(FontRole.HEADING)
        self._struck = ctx.theme.font(FontRole.HEADING)
        self._struck.setStrikeOut(True)
        self._small = ctx.theme.font(FontRole.SMALL)
        self._body = ctx.theme.font(FontRole.BODY)
        self._struck_body = ctx.theme.font(FontRole.BODY)
        self._struck_body.setStrikeOut(True)
        self._head_metrics = QFontMetrics(self._head)
        self._small_metrics = QFontMetrics(self._small)
        self._body_metrics = QFontMetrics(self._body)
        self._date_width = self._small_metrics.horizontalAdvance(_WIDEST_DATE) + Space.M
        self._indent = ICON + Space.S

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry: Entry = index.data(Role.ENTRY)
        width = self._view.viewport().width()
        inner = width - 2 * Space.M - self._indent
        height = 2 * PADDING + 1
        height += _wrapped(self._head_metrics, entry.headline, inner - self._date_width)
        if entry.caption:
            height += _wrapped(self._small_metrics, entry.caption, inner)
        if entry.body:
            height += 2 + _wrapped(self._body_metrics, entry.body, inner)
        return QSize(width, height)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(Role.ENTRY)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        theme = self._theme
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("accent_soft"))
        painter.setPen(theme.colour("hairline"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        box = rect.adjusted(Space.M, PADDING, -Space.M, -PADDING)
        ratio = self._view.devicePixelRatioF()
        tint = "ink_muted" if entry.tone == "ink" else entry.tone
        icon = theme.pixmap(entry.icon, ICON, tint, ratio)
        painter.drawPixmap(box.left(), box.top() + 2, icon)
        box.setLeft(box.left() + self._indent)
        painter.setFont(self._small)
        painter.setPen(theme.colour("ink_quiet"))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, entry.when)
        painter.setFont(self._struck if entry.is_struck else self._head)
        painter.setPen(theme.colour(entry.tone))
        painter.drawText(box.adjusted(0, 0, -self._date_width, 0), WRAPPED, entry.headline)
        top = _wrapped(self._head_metrics, entry.headline, box.width() - self._date_width)
        box.setTop(box.top() + top)
        if entry.caption:
            painter.setFont(self._small)
            painter.setPen(theme.colour("ink_muted"))
            painter.drawText(box, WRAPPED, entry.caption)
            box.setTop(box.top() + _wrapped(self._small_metrics, entry.caption, box.width()))
        if entry.body:
            painter.setFont(self._struck_body if entry.is_struck else self._body)
            painter.setPen(theme.colour("ink_quiet" if entry.is_struck else "ink"))
            painter.drawText(box.adjusted(0, 2, 0, 2), WRAPPED, entry.body)
        painter.restore()


class EntryList(QListView):
    """Scrolls by pixel; keeps its place when an entry is added above it.

    What is typed into it goes into a search, where somebody listens; Ctrl+C copies an entry.
    """

    #: Enter or a double click on an entry (Entry).
    opened = Signal(object)
    #: A letter was typed (str).
    typed = Signal(str)

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries = EntryItemModel(self)
        self.setModel(self.entries)
        self.setItemDelegate(EntryDelegate(ctx, self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(BATCH)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.doubleClicked.connect(self._on_double_clicked)
        ctx.theme.changed.connect(self._on_theme_changed)

    def set_entries(self, entries: Sequence[Entry], *, keep_place: bool) -> None:
        """Show entries; ``keep_place`` leaves the one at the top where it is."""
        self.set_records(entries, _itself, keep_place=keep_place)

    def set_records(
        self, records: Sequence[K], make: Callable[[K], Entry], *, keep_place: bool
    ) -> None:
        """Show records that become entries when they come into sight."""
        top = self.indexAt(self.viewport().rect().topLeft()) if keep_place else QModelIndex()
        is_at_start = self.verticalScrollBar().value() == 0
        anchor = top.data(Role.ENTITY_ID) if top.isValid() and not is_at_start else None
        offset = self.visualRect(top).top() if anchor is not None else 0
        current = self.currentIndex().data(Role.ENTITY_ID) if keep_place else None
        self.entries.set_rows(records, make)
        if anchor is not None:
            self._lay_out_all()
        if current is not None and (index := self._index_of(current)).isValid():
            self.setCurrentIndex(index)
        if anchor is not None and (index := self._index_of(anchor)).isValid():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.visualRect(index).top() - offset)
        elif is_at_start or not keep_place:
            self.scrollToTop()

    def show_entry(self, key: object) -> bool:
        """Make an entry current and bring it into view; return whether it is there."""
        index = self._index_of(key)
        if index.isValid():
            self._lay_out_all()
            self.setCurrentIndex(index)
            self.scrollTo(index)
        return index.isValid()

    def current(self) -> Entry | None:
        """Return the current entry, or None."""
        entry: Entry | None = self.currentIndex().data(Role.ENTRY)
        return entry

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, LEAST_HEIGHT)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        entry = self.current()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if entry is not None and not event.modifiers():
                self.opened.emit(entry)
                return
            event.ignore()
        elif event.matches(QKeySequence.StandardKey.Copy):
            if entry is not None:
                QGuiApplication.clipboard().setText(entry.text())
        elif event.text().isprintable() and event.text() and event.text() != "/" and _plain(event):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def _lay_out_all(self) -> None:
        """Measure every entry now; needed where a place below the first batch is to be found."""
        self.setLayoutMode(QListView.LayoutMode.SinglePass)
        self.doItemsLayout()
        self.setLayoutMode(QListView.LayoutMode.Batched)

    def _index_of(self, key: object) -> QModelIndex:
        for row, record in enumerate(self.entries.rows):
            if record.key == key:
                return self.entries.index(row)
        return QModelIndex()

    @Slot(QModelIndex)
    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(Role.ENTRY))

    @Slot()
    def _on_theme_changed(self) -> None:
        self.viewport().update()


def _plain(event: QKeyEvent) -> bool:
    allowed = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    return not event.modifiers() & ~allowed


def _wrapped(metrics: QFontMetrics, text: str, width: int) -> int:
    """Return the height of a wrapped text; one that fits in a line needs no typesetting."""
    if "\n" not in text and metrics.horizontalAdvance(text) <= width:
        return metrics.height()
    room = QRect(0, 0, max(width, 1), 1_000_000)
    return max(metrics.boundingRect(room, WRAPPED, text).height(), metrics.height())
