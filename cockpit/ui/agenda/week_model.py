"""The week's item model: one column per day, dragged from one cell to another."""

from collections.abc import Sequence
from datetime import date
from enum import IntEnum
from uuid import UUID

from PySide6.QtCore import (
    QAbstractTableModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from cockpit.domain.agenda_view import AgendaItem
from cockpit.domain.day_load import DayLoad
from cockpit.ui.agenda.week_rows import WeekRow, week_rows
from cockpit.ui.agenda.words import clock_text, kind_word, load_text, weekday_text, when_text
from cockpit.ui.context import UiContext
from cockpit.ui.theme import FontRole
from cockpit.ui.widgets.plain_tip import plain_tip

Index = QModelIndex | QPersistentModelIndex
MIME = "application/x-giro-appointments"
_ROOT = QModelIndex()
_KEY_BYTES = 16


class WeekRole(IntEnum):
    """What the model tells besides the text."""

    ITEM = Qt.ItemDataRole.UserRole + 1
    LOAD = Qt.ItemDataRole.UserRole + 2


class WeekItemModel(QAbstractTableModel):
    """Frozen rows of a week; what is dropped is told, and moved by whoever listens."""

    #: Next contacts (list of UUID) were dropped on a day (date) and a band (hour or None).
    dropped = Signal(object, object, object)

    def __init__(self, ctx: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._days: tuple[DayLoad, ...] = ()
        self._rows: tuple[WeekRow, ...] = ()
        self._font = ctx.theme.font(FontRole.SMALL)

    @property
    def days(self) -> tuple[DayLoad, ...]:
        """Return the columns."""
        return self._days

    @property
    def rows(self) -> tuple[WeekRow, ...]:
        """Return the rows."""
        return self._rows

    def set_week(self, items: Sequence[AgendaItem], days: Sequence[DayLoad]) -> None:
        """Show these days."""
        self.beginResetModel()
        self._days = tuple(days)
        self._rows = week_rows(items, [one.day for one in days], self._ctx.clock.zone)
        self.endResetModel()

    def index_of(self, customer_id: UUID) -> QModelIndex:
        """Return where a customer's next contact stands, or an invalid index."""
        for number, row in enumerate(self._rows):
            for column, item in enumerate(row.cells):
                if item is not None and item.customer_id == customer_id:
                    return self.index(number, column)
        return QModelIndex()

    def index_at(self, day: date, hour: int | None) -> QModelIndex:
        """Return the first cell of a band on a day, or an invalid index."""
        column = next((i for i, one in enumerate(self._days) if one.day == day), -1)
        row = next((i for i, one in enumerate(self._rows) if one.hour == hour), -1)
        return self.index(row, column) if row >= 0 and column >= 0 else QModelIndex()

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._days)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsDropEnabled
        if self._item(index) is not None:
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags | Qt.ItemFlag.ItemIsSelectable

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignCenter)
        if orientation is Qt.Orientation.Vertical:
            is_text = role == Qt.ItemDataRole.DisplayRole and 0 <= section < len(self._rows)
            return self._band_text(self._rows[section]) if is_text else None
        return self._day_title(self._days[section], role) if section < len(self._days) else None

    def _day_title(self, load: DayLoad, role: int) -> object:
        language = self._ctx.language
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return weekday_text(load.day, language)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return f"{weekday_text(load.day, language)}: {load_text(load, language)}"
            case WeekRole.LOAD:
                return load
        return None

    @override
    def data(  # noqa: PLR0911 - one value per role
        self, index: Index, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        item = self._item(index)
        if item is None:
            return None
        zone, language = self._ctx.clock.zone, self._ctx.language
        match role:
            case Qt.ItemDataRole.DisplayRole:
                time = f"{clock_text(item, zone)}  " if item.has_time else ""
                return f"{time}{item.customer}"
            case Qt.ItemDataRole.ToolTipRole:
                parts = (when_text(item, zone, language), kind_word(item.kind), item.owner)
                head = " · ".join(part for part in parts if part)
                return plain_tip("\n".join(x for x in (item.customer, head, item.note) if x))
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{item.customer}, {when_text(item, zone, language)}"
            case Qt.ItemDataRole.FontRole:
                return self._font
            case Qt.ItemDataRole.ForegroundRole:
                return self._ctx.theme.colour("danger" if self._is_overdue(item) else "ink")
            case WeekRole.ITEM:
                return item
        return None

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    @override
    def mimeTypes(self) -> list[str]:
        return [MIME]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        keys = [
            item.appointment_id.bytes
            for item in (self._item(index) for index in indexes)
            if item is not None
        ]
        data = QMimeData()
        data.setData(MIME, QByteArray(b"".join(keys)))
        return data

    @override
    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Tell where it was dropped; the rows change when the change is stored."""
        if not parent.isValid() or not data.hasFormat(MIME):
            return False
        packed = bytes(data.data(MIME).data())
        keys = [
            UUID(bytes=packed[start : start + _KEY_BYTES])
            for start in range(0, len(packed), _KEY_BYTES)
        ]
        if keys:
            hour = self._rows[parent.row()].hour
            self.dropped.emit(keys, self._days[parent.column()].day, hour)
        return False

    def _item(self, index: Index) -> AgendaItem | None:
        return self._rows[index.row()].cells[index.column()] if index.isValid() else None

    def _band_text(self, row: WeekRow) -> str:
        if not row.is_first:
            return ""
        return self.tr("Day") if row.hour is None else f"{row.hour:02d}h"

    def _is_overdue(self, item: AgendaItem) -> bool:
        clock = self._ctx.clock
        if item.has_time:
            return item.due_at < clock.now()
        return item.due_at.astimezone(clock.zone).date() < clock.today()
