"""The work list as Qt's views read it: an index of lines over the list's columns."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from cockpit.domain.work_list import WorkList
from cockpit.ui.work_list.columns import COLUMNS, ColumnKey, Role, Style
from cockpit.ui.work_list.prepared import PreparedList

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_CUSTOMER_COLUMN = next(i for i, one in enumerate(COLUMNS) if one.key is ColumnKey.CLIENT)


class WorkListItemModel(QAbstractTableModel):
    """Shows the chosen lines of a prepared list.

    Attributes:
        style: What turning a value into text depends on.
    """

    def __init__(self, style: Style, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.style = style
        self._prepared: PreparedList | None = None
        self._lines: Sequence[int] = ()

    def set_lines(self, prepared: PreparedList, lines: Sequence[int]) -> None:
        """Show some lines of a list, in their order."""
        self.beginResetModel()
        self._prepared, self._lines = prepared, lines
        self.endResetModel()

    def set_style(self, style: Style) -> None:
        """Show the same lines in another language or on another day."""
        self.beginResetModel()
        self.style = style
        self.endResetModel()

    @property
    def lines(self) -> Sequence[int]:
        """Return the lines shown."""
        return self._lines

    @property
    def rows(self) -> WorkList:
        """Return the list whose lines are shown; there is one as soon as there are lines."""
        assert self._prepared is not None  # noqa: S101 - see above
        return self._prepared.rows

    def customer_at(self, row: int) -> UUID | None:
        """Return the customer of a row, or None where there is no such row."""
        if self._prepared is None or not 0 <= row < len(self._lines):
            return None
        return self._prepared.id_at(self._lines[row])

    def row_of(self, customer_id: UUID | None) -> int | None:
        """Return where a customer is shown, or None."""
        if self._prepared is None or customer_id is None:
            return None
        line = self._prepared.line_of(customer_id)
        try:
            return None if line is None else self._lines.index(line)
        except ValueError:
            return None

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self._prepared is None:
            return None
        line, column = self._lines[index.row()], COLUMNS[index.column()]
        answer: object = None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                answer = column.display(self.rows, line, self.style)
            case Qt.ItemDataRole.TextAlignmentRole:
                answer = column.align
            case Qt.ItemDataRole.ToolTipRole if index.column() == _CUSTOMER_COLUMN:
                answer = self._place(line)
            case Role.ENTITY_ID:
                answer = self._prepared.id_at(line)
            case Role.SORT:
                answer = self._prepared.sort_key(column.key, line)
        return answer

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
                return column.tooltip()
            case Qt.ItemDataRole.TextAlignmentRole:
                return column.align
        return None

    def _place(self, line: int) -> str:
        """Return a customer's name and city, for where the column is too narrow for them."""
        columns = self.rows.columns
        place = " / ".join(
            str(part) for part in (columns["city"][line], columns["state"][line]) if part
        )
        name = str(columns["name"][line])
        return f"{name}\n{place}" if place else name
