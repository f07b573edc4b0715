"""Tables of the client's sections: they measure what is in sight, and can be copied."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cockpit.domain import formats
from cockpit.domain.formats import Language
from cockpit.ui.context import UiContext
from cockpit.ui.widgets.record_table import Column, RecordTable

R = TypeVar("R")

#: Rows whose width counts for a column's: those in sight, and a few more.
_MEASURED = 24


class ClientTable(RecordTable[R]):
    """A record table that copies its rows as a spreadsheet takes them."""

    def __init__(
        self, ctx: UiContext, columns: Sequence[Column[R]], parent: QWidget, **how: object
    ) -> None:
        super().__init__(ctx, columns, parent=parent, **how)  # type: ignore[arg-type]
        self.horizontalHeader().setResizeContentsPrecision(_MEASURED)

    def renew_rows(self, rows: Sequence[R], *, keep_place: bool) -> None:
        """Show these records; another customer's begin at the top."""
        if not keep_place:
            self.choose_none()
        self.set_rows(rows)
        if not keep_place:
            self.scrollToTop()

    def show_row(self, row: int) -> None:
        """Make a row current and bring it into view."""
        if 0 <= row < self.records.rowCount():
            index = self.records.index(row, 0)
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def copied_text(self) -> str:
        """Return the chosen rows, or all of them, with tabs between the columns."""
        chosen = sorted({one.row() for one in self.selectedIndexes()})
        rows = chosen or range(self.records.rowCount())
        columns = [n for n in range(self.records.columnCount()) if not self.isColumnHidden(n)]
        lines = [[self.records.headerData(n, Qt.Orientation.Horizontal) for n in columns]]
        lines += [[self._text(self.records.index(row, n)) for n in columns] for row in rows]
        return "\n".join("\t".join(str(cell) for cell in line) for line in lines)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.copied_text())
        else:
            super().keyPressEvent(event)

    def _text(self, index: QModelIndex) -> str:
        return str(index.data(Qt.ItemDataRole.DisplayRole) or "").replace("\t", " ")


def quantity(milli: int, language: Language) -> str:
    """Return a quantity kept in thousandths, with as many decimals as it has."""
    whole, rest = divmod(abs(milli), 1000)
    if not rest:
        return formats.integer(-whole if milli < 0 else whole, language)
    places = len(f"{rest:03d}".rstrip("0"))
    return formats.decimal(milli / 1000, language, places)
