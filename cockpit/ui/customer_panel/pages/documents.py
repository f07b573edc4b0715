"""Documents above, the items of the current one below: the shape of orders and of quotes."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Slot
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


class _Items(QWidget):
    """The items of one document below a line that says whose they are."""

    def __init__(self, ctx: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._heading = ranked_label("caption", parent=self)
        self._heading.setContentsMargins(11, 0, 11, 0)
        self.table: ClientTable[OrderLine] = ClientTable(ctx, _LINES, self, wide=0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, Space.XS, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._heading)
        layout.addWidget(self.table, 1)
        self._retranslate()

    def show_lines(self, heading: str, lines: Sequence[OrderLine]) -> None:
        """Show a document's items."""
        self._heading.setText(heading)
        self.table.renew_rows(lines, keep_place=False)
        self.show()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.table.setAccessibleName(translate("Documents", "Items"))


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
        self._items: _Items | None = None
        self._split = QSplitter(Qt.Orientation.Vertical, self.body)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.table)
        self._split.setStretchFactor(0, 3)
        self.content.addWidget(self._split)
        self.table.chosen.connect(self._on_table_chosen)
        self.retranslate()

    def show_documents(self, documents: Sequence[D], *, keep_place: bool) -> None:
        """Show these documents, the newest first."""
        self.table.renew_rows(documents, keep_place=keep_place)
        if self.table.current() is None and documents:
            self.table.setCurrentIndex(self.table.records.index(0, 0))
        self._show_lines(self.table.current())

    @property
    def items(self) -> _Items:
        """Return the lower part, which is made at the first call and not in sight yet."""
        if self._items is None:
            self._items = _Items(self._ctx, self._split)
            self._items.hide()
            self._split.addWidget(self._items)
            self._split.setStretchFactor(1, 2)
        return self._items

    @override
    def build_rest(self) -> None:
        self.items.ensurePolished()

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
        if document is not None and self._lines_of(document):
            self.items.show_lines(self.heading_of(document), self._lines_of(document))
        elif self._items is not None:
            self._items.hide()

    @Slot(object)
    def _on_table_chosen(self, document: D | None) -> None:
        self._show_lines(document)
