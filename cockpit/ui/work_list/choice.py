"""Which customer of the list is chosen, who comes after them, and what was on top of the list."""

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QObject, Signal, Slot

from cockpit.ui.work_list.item_model import WorkListItemModel
from cockpit.ui.work_list.view import WorkListView


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where the list stands before its rows are replaced.

    Attributes:
        row: The chosen row where it is in sight, else the first visible one, or -1.
        offset: How many pixels of it are above the edge.
        customer_id: Whose row it is.
        neighbours: Who stands before and after the chosen customer.
    """

    row: int
    offset: int
    customer_id: UUID | None
    neighbours: tuple[UUID | None, UUID | None] | None


_FLAG = QItemSelectionModel.SelectionFlag
_THIS_ROW_ALONE = _FLAG.ClearAndSelect | _FLAG.Rows


class Choice(QObject):
    """Keeps the chosen customer current, whatever rows are shown.

    Attributes:
        customer_id: The chosen customer; None while nobody is.
        is_kept: Whether they stay chosen where the list does not show them: they are called.
    """

    #: Another customer was chosen: UUID or None.
    changed = Signal(object)

    def __init__(self, view: WorkListView, model: WorkListItemModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        self._follower: UUID | None = None
        self.customer_id: UUID | None = None
        self.is_kept = False
        view.selectionModel().currentRowChanged.connect(self._on_current_row_changed)

    def choose(self, customer_id: UUID | None) -> None:
        """Choose a customer, shown or not."""
        if customer_id != self.customer_id:
            self.customer_id, self._follower = customer_id, None
            self.changed.emit(customer_id)

    def go_to(self, row: int | None, *, scroll: bool = True) -> None:
        """Make a row the current one, and come to it."""
        if row is None:
            return
        index = self._model.index(row, 0)
        self._view.setAutoScroll(scroll)
        # By the view's own way a held Ctrl, as of Ctrl+Enter in the form, would add to the marked.
        self._view.selectionModel().setCurrentIndex(index, _THIS_ROW_ALONE)
        self._view.setAutoScroll(True)
        if scroll:
            self._view.scrollTo(index)

    def begin(self) -> None:
        """Make the first row the current one where none is."""
        if not self.is_kept and not self._view.currentIndex().isValid():
            self.go_to(0)

    def restore(self) -> None:
        """Make the chosen customer's row the current one again, where it is shown."""
        self.go_to(self._model.row_of(self.customer_id), scroll=False)

    def step(self, distance: int) -> None:
        """Choose the customer that many rows further on.

        Where a refresh moved the chosen customer, after a call was logged above all, it goes on
        from the place that they left: the next call is the one that was next before.
        """
        current = self._view.currentIndex().row()
        follower = self._model.row_of(self._follower)
        if follower is not None:
            current = follower - 1 if distance > 0 else follower
        row = min(max(current + distance, 0), self._model.rowCount() - 1)
        if row >= 0:
            self.go_to(row)

    def anchor(self) -> Anchor:
        """Return where the list stands."""
        row, offset = self._view.row_to_keep()
        return Anchor(row, offset, self._model.customer_at(row), self._neighbours())

    def return_to(self, anchor: Anchor) -> None:
        """Scroll to where the list stood: by the chosen customer, else by who was on top.

        A customer who is no longer beside either neighbour moved, which nobody follows: the one
        who came after them takes their place.
        """
        now, was = self._neighbours(), anchor.neighbours
        if was is not None and (now is None or (now[0] != was[0] and now[1] != was[1])):
            self._follower = self._follower or was[1]
        elif now is not None and now[1] == self._follower:
            self._follower = None
        kept = anchor.customer_id
        if self._follower is not None and kept == self.customer_id:
            kept = self._follower
        row = self._model.row_of(kept)
        if anchor.row >= 0:
            self._view.scroll_to_row(anchor.row if row is None else row, anchor.offset)

    def _neighbours(self) -> tuple[UUID | None, UUID | None] | None:
        row = self._model.row_of(self.customer_id)
        if row is None:
            return None
        before = self._model.customer_at(row - 1) if row else None
        return before, self._model.customer_at(row + 1)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_row_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        if current.isValid():
            self.choose(self._model.customer_at(current.row()))
