"""What the work list's view paints: rows in sight with their texts, under the columns' titles."""

from abc import abstractmethod

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from cockpit.domain.work_list import CustomerRow
from cockpit.ui.work_list.cell_texts import Style
from cockpit.ui.work_list.columns import COLUMNS, Column, ColumnKey

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class ShownRow:
    """A row in sight, with the texts that were asked for.

    Attributes:
        row: What it shows.
        style: How its values become texts.
    """

    __slots__ = ("_texts", "row", "style")

    def __init__(self, row: CustomerRow, style: Style) -> None:
        self.row, self.style = row, style
        self._texts: dict[ColumnKey, str] = {}

    def text(self, column: Column) -> str:
        """Return a cell's text for people."""
        found = self._texts.get(column.key)
        if found is None:
            found = self._texts[column.key] = column.display(self.row, self.style)
        return found


class RowModel(QAbstractTableModel):
    """A model whose rows the view asks for themselves, and not cell by cell."""

    @abstractmethod
    def rows_between(self, first: int, last: int) -> list[ShownRow]:
        """Return the rows from ``first`` to before ``last``."""

    @override
    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

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
