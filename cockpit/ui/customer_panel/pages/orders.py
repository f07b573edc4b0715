"""The orders with their delivery and their items."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cockpit.domain import formats
from cockpit.domain.formats import Language
from cockpit.domain.sections import Delivery, OrderStory, StoryEntry, StoryKind
from cockpit.domain.vocabulary import OrderKind
from cockpit.ui.context import UiContext
from cockpit.ui.customer_panel.pages.documents import DocumentsPage
from cockpit.ui.customer_panel.pages.page import Client
from cockpit.ui.customer_panel.story_words import delivery_word, order_kind
from cockpit.ui.widgets.record_table import RIGHT, Column

translate = QCoreApplication.translate

_INKS = {OrderKind.SALE: "ink", OrderKind.RETURN: "danger", OrderKind.CANCELLED: "ink_quiet"}
_DELIVERY_INKS = {Delivery.LATE: "danger", Delivery.DELIVERED_LATE: "warning"}


def _kind(order: OrderStory, language: Language) -> str:
    is_plain = order.kind is OrderKind.SALE and bool(order.state_text)
    kind = "" if is_plain else order_kind(order.kind)
    return " · ".join(part for part in (kind, order.state_text) if part)


def _delivery(order: OrderStory, language: Language) -> str:
    return delivery_word(order.delivery)


def _delivery_in_full(order: OrderStory, language: Language) -> str:
    parts = [delivery_word(order.delivery)]
    if order.promised_on is not None:
        promised = translate("OrdersPage", "promised for %1")
        parts.append(promised.replace("%1", formats.day(order.promised_on)))
    if order.delivered_on is not None:
        delivered = translate("OrdersPage", "delivered on %1")
        parts.append(delivered.replace("%1", formats.day(order.delivered_on)))
    return ", ".join(part for part in parts if part)


def _value(order: OrderStory, language: Language) -> str:
    cents = -order.net_cents if order.kind is OrderKind.RETURN else order.net_cents
    return formats.money(cents, language)


def _ink(order: OrderStory) -> str:
    return _INKS[order.kind]


_COLUMNS: tuple[Column[OrderStory], ...] = (
    Column(
        lambda: translate("OrdersPage", "Date"),
        lambda one, language: formats.day(one.ordered_on),
        ink=_ink,
    ),
    Column(lambda: translate("OrdersPage", "Number"), lambda one, language: one.number, ink=_ink),
    Column(lambda: translate("OrdersPage", "Kind"), _kind, ink=_ink),
    Column(
        lambda: translate("OrdersPage", "Delivery"),
        _delivery,
        ink=lambda one: _DELIVERY_INKS.get(one.delivery, "ink_muted"),
        tip=_delivery_in_full,
    ),
    Column(lambda: translate("OrdersPage", "Value"), _value, RIGHT, ink=_ink),
)


class OrdersPage(DocumentsPage[OrderStory]):
    """What the customer ordered, returned and had cancelled."""

    icon = "package"

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(
            ctx,
            _COLUMNS,
            key=lambda one: one.order_id,
            lines=lambda one: one.lines,
            wide=2,
            parent=parent,
        )

    @override
    def fill(self, client: Client, *, keep_place: bool) -> None:
        if client.story is not None:
            self.show_documents(client.story.orders, keep_place=keep_place)

    @override
    def empty_sentence(self, client: Client) -> str:
        has_any = client.story is None or bool(client.story.orders)
        return "" if has_any else self.tr("No order yet.")

    @override
    def heading_of(self, document: OrderStory) -> str:
        number = self.tr("Items of %1").replace("%1", document.number)
        delivery = _delivery_in_full(document, self._ctx.language)
        return " · ".join(part for part in (number, delivery) if part)

    @override
    def show_record(self, entry: StoryEntry) -> None:
        if entry.kind is StoryKind.ORDER and self._client is not None and self._client.story:
            self.show_document(self._client.story.orders, entry.key)

    @override
    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Orders"))
