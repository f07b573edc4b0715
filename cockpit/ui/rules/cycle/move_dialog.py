"""Whom a rule moves, by name."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cockpit.domain.cycle_reports import StatusMove
from cockpit.domain.formats import Language
from cockpit.ui.context import UiContext
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ranked_label
from cockpit.ui.widgets.record_table import Column, RecordTable
from cockpit.ui.words import status_word

translate = QCoreApplication.translate

#: Returns a customer's name; empty where the list does not know them.
NameOf = Callable[[UUID], str]
_NAMES_SIZE = (440, 480)


@dataclass(frozen=True, slots=True)
class NamedCustomer:
    """A customer who would change."""

    customer_id: UUID
    name: str


def _name(customer: NamedCustomer, language: Language) -> str:
    return customer.name or translate("MoveDialog", "Customer without a name")


_COLUMNS: tuple[Column[NamedCustomer], ...] = (
    Column(lambda: translate("MoveDialog", "Customer"), _name),
)


class MoveDialog(QDialog):
    """The customers of one move by name; Enter opens one."""

    #: This customer (UUID) is to be opened.
    customer_requested = Signal(object)

    def __init__(
        self, ctx: UiContext, move: StatusMove, name_of: NameOf, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        words = f"{status_word(move.before)} → {status_word(move.after)}"
        self.setWindowTitle(words)
        self.resize(*_NAMES_SIZE)
        self.table: RecordTable[NamedCustomer] = RecordTable(ctx, _COLUMNS, parent=self)
        self.table.setAccessibleName(words)
        named = [NamedCustomer(one, name_of(one)) for one in move.customer_ids]
        self.table.set_rows(named)
        self.table.setCurrentIndex(self.table.records.index(0, 0))
        self.table.opened.connect(self._on_table_opened)
        open_button = QPushButton(self.tr("Open the customer"), self)
        open_button.setProperty("kind", "primary")
        open_button.setAutoDefault(False)
        open_button.clicked.connect(self._on_open_clicked)
        close_button = QPushButton(self.tr("Close"), self)
        close_button.setAutoDefault(False)
        close_button.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(close_button)
        foot.addWidget(open_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.S)
        layout.addWidget(ranked_label("title", words, self))
        layout.addWidget(ranked_label("small", self.tr("%n customer(s)", "", len(named)), self))
        layout.addWidget(self.table, 1)
        layout.addLayout(foot)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_table_opened(self, customer: NamedCustomer) -> None:
        self.accept()
        self.customer_requested.emit(customer.customer_id)

    @Slot()
    def _on_open_clicked(self) -> None:
        customer = self.table.current()
        if customer is not None:
            self._on_table_opened(customer)
