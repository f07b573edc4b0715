"""The marked rows of the list: who they are, what they add up to, and that a refresh keeps them."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from cockpit.domain.work_list import CustomerRow
from cockpit.runtime.task_runner import Lane, TaskRunner
from cockpit.ui.work_list.item_model import WorkListItemModel
from cockpit.ui.work_list.marked_rows import MarkedRows
from cockpit.ui.work_list.view import WorkListView

#: So many rows are read at once; more of them in the background.
FEW = 300


class Marking(QObject):
    """Knows the marked rows; one marked row is the current one and counts as none.

    Attributes:
        count: How many rows are marked.
        at_risk_cents: The money at risk in them; 0 until it is added up.
    """

    #: Other rows are marked, or their sum is known.
    changed = Signal()

    def __init__(self, view: WorkListView, model: WorkListItemModel, runner: TaskRunner) -> None:
        super().__init__(view)
        self._view, self._model, self._runner = view, model, runner
        self._is_restoring = False
        self.count = 0
        self.at_risk_cents = 0
        view.marking_changed.connect(self._on_view_marking_changed)

    @property
    def is_all(self) -> bool:
        """Return whether every row is marked."""
        return self.count > 1 and self.count == self._model.rowCount()

    @property
    def keeps_list_still(self) -> bool:
        """Return whether so many rows are marked that a refresh would lose them."""
        return self.count > FEW and not self.is_all

    def ids(self) -> list[UUID]:
        """Return the few marked customers, in the list's order; of many none."""
        if not 1 < self.count <= FEW:
            return []
        return [row.customer_id for row in self._rows()]

    def row_numbers(self) -> list[tuple[int, int]]:
        """Return the marked rows as ranges; without any the current row."""
        ranges = self._view.marked_ranges()
        current = self._view.currentIndex().row()
        return ranges or ([(current, current + 1)] if current >= 0 else [])

    def marked(self) -> MarkedRows | None:
        """Return the marked rows, without any the current one; None where there is none."""
        return self._picked(self.row_numbers())

    def shown(self) -> MarkedRows | None:
        """Return every row shown; None where there is none."""
        return self._picked([(0, self._model.rowCount())])

    def _picked(self, ranges: Sequence[tuple[int, int]]) -> MarkedRows | None:
        table, selection = self._model.table, self._model.selection
        if table is None or selection is None:
            return None
        lines = [line for first, last in ranges for line in selection.lines(first, last)]
        return MarkedRows(table, lines) if lines else None

    def restore(self, ids: Sequence[UUID], *, is_all: bool) -> None:
        """Mark the same customers again after the rows were replaced."""
        self._is_restoring = True
        if is_all:
            self._view.selectAll()
        elif ids:
            places = (self._model.row_of(one) for one in ids)
            self._view.mark([place for place in places if place is not None])
        self._is_restoring = False
        self._on_view_marking_changed()

    def hush(self) -> None:
        """Take no notice of marks until ``restore``: the rows are being replaced."""
        self._is_restoring = True

    def _rows(self) -> list[CustomerRow]:
        rows: list[CustomerRow] = []
        for first, last in self._view.marked_ranges():
            rows += [shown.row for shown in self._model.rows_between(first, last)]
        return rows

    @Slot()
    def _on_view_marking_changed(self) -> None:
        if self._is_restoring:
            return
        marked = sum(last - first for first, last in self._view.marked_ranges())
        self.count = marked if marked > 1 else 0
        self.at_risk_cents = 0
        if self.is_all and self._model.selection is not None:
            self.at_risk_cents = self._model.selection.at_risk_cents
        elif 0 < self.count <= FEW:
            self.at_risk_cents = sum(row.at_risk_cents for row in self._rows())
        elif self.count:
            self._add_up()
        self.changed.emit()

    def _add_up(self) -> None:
        rows = self.marked()
        if rows is not None:
            self._runner.submit(
                partial(_sum, rows),
                lane=Lane.READ,
                owner=self,
                key="work_list.marked",
                on_result=self._on_added_up,
            )

    def _on_added_up(self, answer: tuple[int, int]) -> None:
        count, cents = answer
        if count == self.count:
            self.at_risk_cents = cents
            self.changed.emit()


def _sum(rows: MarkedRows) -> tuple[int, int]:
    """Return how many rows there are and what is at risk in them."""
    return len(rows), rows.at_risk_cents()
