"""The reference of the window: Qt's default table over a Python model, as tutorials write it."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QLineEdit, QTableView, QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.domain.plain_text import plain
from cockpit.domain.work_list import CustomerRow
from cockpit.ui.work_list.cell_texts import Style
from cockpit.ui.work_list.columns import COLUMNS
from scripts.benchmarks.desk import WINDOW


def search_text(row: CustomerRow) -> str:
    """Return what free text searches of a customer, as far as the list shows it."""
    digits = "".join(sign for sign in row.phone if sign.isdigit())
    return plain(f"{row.name} {row.code} {row.tax_id} {digits} {row.city}")


Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class _PlainItemModel(QAbstractTableModel):
    """Rows as tuples of texts; narrowed by a list comprehension, sorted by ``sorted``."""

    def __init__(self, rows: Sequence[tuple[str, ...]], texts: Sequence[str]) -> None:
        super().__init__()
        self._all = list(zip(rows, texts, strict=True))
        self._shown = self._all

    def narrow(self, text: str) -> None:
        self.beginResetModel()
        wanted = plain(text)
        self._shown = [one for one in self._all if wanted in one[1]]
        self.endResetModel()

    def sort_by(self, column: int, *, descending: bool) -> None:
        self.beginResetModel()
        self._shown = sorted(self._all, key=lambda one: one[0][column], reverse=descending)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown[index.row()][0][index.column()]
        return None


class PlainWindow(QWidget):
    """A search field over a default table with the same rows as the true list.

    Attributes:
        search: The field.
        view: The table.
    """

    def __init__(self, rows: Sequence[CustomerRow], style: Style) -> None:
        super().__init__()
        texts = [tuple(column.display(row, style) for column in COLUMNS) for row in rows]
        self._model = _PlainItemModel(texts, [search_text(row) for row in rows])
        self.search = QLineEdit(self)
        self.view = QTableView(self)
        self.view.setModel(self._model)
        layout = QVBoxLayout(self)
        layout.addWidget(self.search)
        layout.addWidget(self.view)
        self.resize(*WINDOW)
        self.search.textChanged.connect(self._model.narrow)

    def sort_by(self, column: int, *, descending: bool) -> None:
        """Put the rows in the order of a column."""
        self._model.sort_by(column, descending=descending)
