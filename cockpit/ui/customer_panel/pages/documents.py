"""Documents above, the items of the current one below: the shape of orders and of quotes."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.domain import formats
from cockpit.domain.sections import OrderLine
from cockpit.ui.context import UiContext
from cockpit.ui.customer_panel.pages.page import ClientPage
from cockpit.ui.customer_panel.pages.tables import ClientTable, quantity
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ranked_label
from cockpit.ui.widgets.record_table import RIGHT, Column

translate = QCoreApplication.translate
D = TypeVar("D")

_LINES: tuple[Column[OrderLine], ...] = (
    Column(
        lambda: translate("Documents", "Item"),
        lambda one, language: one.description or one.code,
        tip=lambda one, language: f"{one.code} · {one.description}",
    ),
    Column(
        lambda: translate("Documents", "Qty."),
        lambda one, language: quantity(one.quantity_milli, language),
        RIGHT,
    ),
    Column(
        lambda: translate("Documents", "Price"),
        lambda one, language: formats.money(one.unit_cents, language, symbol=False),
        RIGHT,
    ),
    Column(
        lambda: translate("Documents", "Total"),
        lambda one, language: formats.money(one.total_cents, language, symbol=False),
        RIGHT,
    ),
)


class DocumentsPage(ClientPage, Generic[D]):
    """Shows the newest document's items at once: they are what the call is about."""

    def __init__(
        self,
        ctx: UiContext,
        columns: Sequence[Column[D]],
        *,
        key: Callable[[D], UUID],
        lines: Callable[[D], Sequence[OrderLine]],
        wide: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(ctx, parent)
        self._key, self._lines_of = key, lines
        self.table: ClientTable[D] = ClientTable(ctx, columns, self.body, key=key, wide=wide)
        self._below = QWidget(self.body)
        self._heading = ranked_label("caption", parent=self._below)
        self.lines: ClientTable[OrderLine] = ClientTable(ctx, _LINES, self._below, wide=0)
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, Space.XS, 0, 0)
        below.setSpacing(2)
        self._heading.setContentsMargins(11, 0, 11, 0)
        below.addWidget(self._heading)
        below.addWidget(self.lines, 1)
        split = QSplitter(Qt.Orientation.Vertical, self.body)
        split.setChildrenCollapsible(False)
        split.addWidget(self.table)
        split.addWidget(self._below)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        self.content.addWidget(split)
        self.table.chosen.connect(self._on_table_chosen)
        self.retranslate()

    def show_documents(self, documents: Sequence[D], *, keep_place: bool) -> None:
        """Show these documents, the newest first."""
        self.table.renew_rows(documents, keep_place=keep_place)
        if self.table.current() is None and documents:
            self.table.setCurrentIndex(self.table.records.index(0, 0))
        self._show_lines(self.table.current())

    def heading_of(self, document: D) -> str:
        """Return what stands above the items."""
        raise NotImplementedError

    def show_document(self, documents: Sequence[D], key: UUID) -> None:
        """Make a document current."""
        self.table.show_row(
            next((i for i, one in enumerate(documents) if self._key(one) == key), -1)
        )

    @override
    def take_focus(self) -> None:
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_lines(self, document: D | None) -> None:
        lines = () if document is None else self._lines_of(document)
        self._below.setVisible(bool(lines))
        if document is not None and lines:
            self._heading.setText(self.heading_of(document))
            self.lines.renew_rows(tuple(lines), keep_place=False)

    @Slot(object)
    def _on_table_chosen(self, document: D | None) -> None:
        self._show_lines(document)
