"""The portfolios as rows that can be dragged onto each other."""

from dataclasses import dataclass

from PySide6.QtCore import QMimeData, QModelIndex, Qt, Signal
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractItemView
from typing_extensions import override

from cockpit.domain.rebalance import Owner, Part, Totals
from cockpit.domain.wall import Colleague
from cockpit.ui.widgets.record_table import Index, RecordItemModel, RecordTable, Role

_KIND = "application/x-giro-portfolio"


@dataclass(frozen=True, slots=True)
class PortfolioRow:
    """A portfolio as it is and as it would be.

    Attributes:
        owner: Whose; None is nobody's.
        team: The owner's team by name; empty without one.
        part: How it takes part in making portfolios even.
    """

    owner: Colleague | None
    team: str
    part: Part
    before: Totals
    after: Totals

    @property
    def key(self) -> Owner:
        """Return whose it is."""
        return None if self.owner is None else self.owner.user_id

    @property
    def is_changed(self) -> bool:
        """Return whether anybody comes or goes."""
        return self.before != self.after


class PortfolioItemModel(RecordItemModel[PortfolioRow]):
    """Rows that can be taken hold of."""

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        own = super().flags(index)
        if not index.isValid():
            return own
        return own | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled


class PortfolioTable(RecordTable[PortfolioRow]):
    """Whoever drags one portfolio onto another wants to move customers between them."""

    #: Customers of one portfolio (PortfolioRow) are to go into another (PortfolioRow).
    move_requested = Signal(object, object)

    def allow_drag(self) -> None:
        """Let rows be dragged."""
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)

    @override
    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        row = self.current()
        if row is not None:
            drag, data = QDrag(self), QMimeData()
            data.setData(_KIND, str(row.key).encode())
            drag.setMimeData(data)
            drag.exec(Qt.DropAction.MoveAction)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(_KIND):
            event.acceptProposedAction()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        source, target = self.current(), self._row_at(self.indexAt(event.position().toPoint()))
        is_other = source is not None and target is not None and source.key != target.key
        event.setAccepted(is_other and event.mimeData().hasFormat(_KIND))

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        source, target = self.current(), self._row_at(self.indexAt(event.position().toPoint()))
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()
        if source is None or target is None or source.key == target.key:
            event.ignore()
            return
        event.accept()
        self.move_requested.emit(source, target)

    def _row_at(self, index: QModelIndex) -> PortfolioRow | None:
        row: PortfolioRow | None = index.data(Role.RECORD) if index.isValid() else None
        return row
