"""The work list as Qt's views read it: a table, the lines found, and the few rows in sight."""

from uuid import UUID

from PySide6.QtCore import QObject, Qt
from typing_extensions import override

from cockpit.domain.work_list import CustomerRow
from cockpit.services.ports import Selection, WorkTable
from cockpit.ui.widgets.plain_tip import plain_tip
from cockpit.ui.work_list import reasons
from cockpit.ui.work_list.cell_texts import Style
from cockpit.ui.work_list.columns import COLUMNS, Cell, ColumnKey, Role
from cockpit.ui.work_list.row_model import ROOT, Index, RowModel, ShownRow

#: So many rows that were in sight are kept for the next key.
MOST_KEPT = 2_000
_WITH_REASON = frozenset(
    {ColumnKey.CLIENT, ColumnKey.AT_RISK, ColumnKey.CYCLES, ColumnKey.STATUS, ColumnKey.REASON}
)
_WITH_TEXT = frozenset(
    {ColumnKey.LIGHTS, ColumnKey.OBJECTION, ColumnKey.NEXT_CONTACT, ColumnKey.TREND}
)


class WorkListItemModel(RowModel):
    """Shows the lines that a query found.

    Attributes:
        style: What turning a value into text depends on.
    """

    def __init__(self, style: Style, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.style = style
        self._table: WorkTable | None = None
        self._selection: Selection | None = None
        self._rows: dict[int, ShownRow] = {}

    def set_lines(self, table: WorkTable, selection: Selection, style: Style) -> None:
        """Show the lines that were found in a table."""
        self.beginResetModel()
        if table is not self._table or style != self.style:
            self._rows = {}
        self._table, self._selection, self.style = table, selection, style
        self.endResetModel()

    @property
    def table(self) -> WorkTable | None:
        """Return the table whose lines are shown."""
        return self._table

    @property
    def selection(self) -> Selection | None:
        """Return the lines shown."""
        return self._selection

    @override
    def rows_between(self, first: int, last: int) -> list[ShownRow]:
        """Return the rows from ``first`` to before ``last``, from what is kept where it is.

        They are those of the lines that the selection names there, whatever was read before: what
        is kept is found by line, never by place.
        """
        if self._table is None or self._selection is None:
            return []
        lines = self._selection.lines(max(first, 0), max(last, 0))
        kept = self._rows
        fresh = [line for line in lines if line not in kept]
        if fresh:
            if len(kept) + len(fresh) > MOST_KEPT:
                kept = self._rows = {line: kept[line] for line in lines if line in kept}
            for line, row in zip(fresh, self._table.rows(fresh), strict=True):
                kept[line] = ShownRow(row, self.style)
        return [kept[line] for line in lines]

    def row_at(self, row: int) -> CustomerRow | None:
        """Return what a row shows, or None where there is no such row."""
        found = self.rows_between(row, row + 1)
        return found[0].row if found else None

    def customer_at(self, row: int) -> UUID | None:
        """Return the customer of a row, or None where there is no such row."""
        if self._table is None or self._selection is None or row < 0:
            return None
        found = self._table.customer_ids(self._selection.lines(row, row + 1))
        return found[0] if found else None

    def row_of(self, customer_id: UUID | None) -> int | None:
        """Return where a customer is shown, or None."""
        if self._table is None or self._selection is None or customer_id is None:
            return None
        line = self._table.line_of(customer_id)
        return None if line is None else self._selection.position_of(line)

    def explanation(self, row: int) -> list[str]:
        """Return why a customer stands where they stand: the decomposition, line by line."""
        found = self.row_at(row)
        if found is None or self._table is None or self._selection is None:
            return []
        factors = self._table.factors(self._selection.lines(row, row + 1)[0])
        style = self.style
        return reasons.factor_lines(
            factors, found, language=style.language, zone=style.zone, now=style.now
        )

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() or self._selection is None else len(self._selection)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None:
            return None
        column = COLUMNS[index.column()]
        answer: object = None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                answer = column.display(row, self.style)
            case Qt.ItemDataRole.TextAlignmentRole:
                answer = column.align
            case Qt.ItemDataRole.ToolTipRole if column.key in _WITH_REASON:
                answer = plain_tip("\n".join((_place(row), *self.explanation(index.row()))))
            case Qt.ItemDataRole.ToolTipRole if column.key in _WITH_TEXT:
                answer = plain_tip(column.display(row, self.style))
            case Qt.ItemDataRole.ToolTipRole if column.cell is Cell.LIGHTS:
                answer = column.display(row, self.style)
            case Role.ENTITY_ID:
                answer = row.customer_id
            case Role.ROW:
                answer = row
        return answer


def _place(row: CustomerRow) -> str:
    """Return a customer's name and city, for where the column is too narrow for them."""
    place = " / ".join(part for part in (row.city, row.state) if part)
    return f"{row.name}\n{place}" if place else row.name
