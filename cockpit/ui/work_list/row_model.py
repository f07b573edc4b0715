"""What the work list's view paints: rows in sight with their texts, under the columns' titles."""

from abc import abstractmethod
from enum import Enum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from cockpit.domain.vocabulary import Light
from cockpit.domain.work_list import CustomerRow
from cockpit.ui.work_list.cell_texts import Style
from cockpit.ui.work_list.columns import COLUMNS, Column, ColumnKey
from cockpit.ui.work_list.lights import lights_of

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
Lights = tuple[tuple[str, Light], ...]


class Due(Enum):
    """When the agreed next contact is, by days."""

    NEVER = "never"
    OVERDUE = "overdue"
    TODAY = "today"
    LATER = "later"


class ShownRow:
    """A row in sight, with what was asked for of it: it is worked out once.

    Attributes:
        row: What it shows.
        style: How its values become texts.
    """

    __slots__ = ("_due", "_lights", "_texts", "row", "style")

    def __init__(self, row: CustomerRow, style: Style) -> None:
        self.row, self.style = row, style
        self._texts: dict[ColumnKey, str] = {}
        self._lights: Lights = ()
        self._due: Due | None = None

    def text(self, column: Column) -> str:
        """Return a cell's text for people."""
        found = self._texts.get(column.key)
        if found is None:
            found = self._texts[column.key] = column.display(self.row, self.style)
        return found

    @property
    def lights(self) -> Lights:
        """Return each status light's name and what it says."""
        if not self._lights:
            self._lights = tuple(lights_of(self.row, self.style))
        return self._lights

    @property
    def due(self) -> Due:
        """Return when the next contact is."""
        if self._due is None:
            self._due = _due(self.row, self.style)
        return self._due


def _due(row: CustomerRow, style: Style) -> Due:
    if row.next_contact_at is None:
        return Due.NEVER
    day = row.next_contact_at.astimezone(style.zone).date()
    if day > style.today:
        return Due.LATER
    return Due.TODAY if day == style.today else Due.OVERDUE


class TitleModel(QAbstractTableModel):
    """The columns' titles, over no rows."""

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0

    @override
    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return None

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        column = COLUMNS[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.header()
            case Qt.ItemDataRole.ToolTipRole:
                return f"{column.header()}: {column.tooltip()}"
            case Qt.ItemDataRole.TextAlignmentRole:
                return column.align
        return None


class RowModel(TitleModel):
    """A model whose rows the view asks for themselves, and not cell by cell."""

    @abstractmethod
    def rows_between(self, first: int, last: int) -> list[ShownRow]:
        """Return the rows from ``first`` to before ``last``, as far as there are any."""
