"""Columns of figures that stay near the names they belong to, however wide the window is."""

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtWidgets import QHeaderView, QTableView
from typing_extensions import override

#: So many pixels more than its texts need a column may get.
MOST_EXTRA = 44


class EvenColumns(QObject):
    """Gives each column its texts' width and an even share of the room that is left.

    No column gets more than ``MOST_EXTRA`` beyond its texts, so that the eye finds the figure of
    a name; what is left then stays empty at the right. Where the texts need more room than there
    is, the column of names gives way, down to a share of the table.
    """

    _LEAST_NAMES = 0.1

    def __init__(self, table: QTableView, names: int = 0) -> None:
        """Begin to keep a table's columns.

        Args:
            table: Whose.
            names: The column that gives way.
        """
        super().__init__(table)
        self._table, self._names = table, names
        records = table.model()
        for changed in (
            records.modelReset, records.rowsInserted, records.rowsRemoved, records.dataChanged,
            records.headerDataChanged,
        ):  # fmt: skip
            changed.connect(self.spread)
        table.viewport().installEventFilter(self)
        self.spread()

    @Slot()
    def spread(self) -> None:
        """Divide the room anew."""
        header = self._table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        shown = [n for n in range(header.count()) if not header.isSectionHidden(n)]
        if not shown:
            return
        needed = {n: self._needed(header, n) for n in shown}
        room = self._table.viewport().width()
        left = room - sum(needed.values())
        if left < 0 and self._names in needed:
            least = min(needed[self._names], round(room * self._LEAST_NAMES))
            needed[self._names] = max(needed[self._names] + left, least)
        extra = min(max(left // len(shown), 0), MOST_EXTRA)
        for column, width in needed.items():
            header.resizeSection(column, width + extra)

    def _needed(self, header: QHeaderView, column: int) -> int:
        return max(self._table.sizeHintForColumn(column), header.sectionSizeHint(column))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.spread()
        return False
