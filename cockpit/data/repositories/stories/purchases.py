"""Orders with their items and delivery, the product mix, and what similar customers buy."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Row, bindparam, func, select

from cockpit.data.repositories import history
from cockpit.data.repositories.stories.reading import (
    MOST_DOCUMENTS,
    Reading,
    entry,
    of_customer,
    start_of,
)
from cockpit.domain.deliveries import delivery_of
from cockpit.domain.products import PurchaseLine, product_mix
from cockpit.domain.sections import (
    OrderLine,
    OrderStory,
    ProductIdea,
    ProductUse,
    StoryEntry,
    StoryKind,
)
from cockpit.domain.vocabulary import OrderKind
from models import Customer, Order, OrderItem, Product, SegmentProduct

_MOST_IDEAS = 20
_COLUMNS = (
    Order.id,
    Order.number,
    Order.kind,
    Order.ordered_on,
    Order.net_cents,
    func.coalesce(Order.state_text, "").label("state_text"),
    func.coalesce(Order.seller_name, "").label("seller"),
    Order.promised_on,
    Order.delivered_on,
)
_ORDERS = (
    select(*_COLUMNS)
    .where(of_customer(Order), Order.ordered_on <= bindparam("today", type_=Order.ordered_on.type))
    .order_by(Order.ordered_on.desc(), Order.number.desc())
    .limit(MOST_DOCUMENTS)
)
_ORDERS_OF_KEYS = select(*_COLUMNS).where(Order.id.in_(bindparam("keys", expanding=True)))
_ITEMS = (
    select(
        OrderItem.order_id,
        OrderItem.product_id,
        func.coalesce(OrderItem.product_code, Product.code, "").label("code"),
        OrderItem.description,
        OrderItem.quantity_milli,
        OrderItem.unit_cents,
        OrderItem.total_cents,
        func.coalesce(Product.name, OrderItem.description).label("name"),
        func.coalesce(Product.family, "").label("family"),
    )
    .outerjoin(Product, Product.id == OrderItem.product_id)
    .where(OrderItem.order_id.in_(bindparam("keys", expanding=True)))
    .order_by(OrderItem.order_id, OrderItem.line)
)
_IDEAS = (
    select(
        Product.id,
        Product.code,
        Product.name,
        func.coalesce(Product.family, "").label("family"),
        SegmentProduct.buyer_count,
        SegmentProduct.peer_count,
    )
    .select_from(Customer)
    .join(SegmentProduct, SegmentProduct.segment_id == Customer.segment_id)
    .join(Product, Product.id == SegmentProduct.product_id)
    .where(
        Customer.id == bindparam("customer_id", type_=Customer.__table__.c.id.type),
        Product.is_active,
    )
    .order_by(SegmentProduct.buyer_count.desc(), Product.code)
)


class _Document(NamedTuple):
    """A document as a past day knew it, with the columns of ``_COLUMNS``."""

    id: UUID
    number: str
    kind: OrderKind
    ordered_on: date
    net_cents: int
    state_text: str
    seller: str
    promised_on: date | None
    delivered_on: date | None


@dataclass(frozen=True, slots=True)
class Purchases:
    """What the order book says of one customer.

    Attributes:
        entries: The documents as the timeline shows them.
    """

    orders: tuple[OrderStory, ...]
    entries: tuple[StoryEntry, ...]
    products: tuple[ProductUse, ...]
    ideas: tuple[ProductIdea, ...]


def purchases(reading: Reading) -> Purchases:
    """Read the newest documents up to the day, with what follows from their items.

    The product mix is that of these documents: a customer with more of them has bought everything
    that still matters often enough in the newest.
    """
    documents = _documents(reading)
    keys = [row.id for row in documents]
    items: dict[UUID, list[Row[*tuple[Any, ...]]]] = defaultdict(list)
    for item in reading.connection.execute(_ITEMS, {"keys": keys}) if keys else ():
        items[item.order_id].append(item)
    own = {item.product_id for some in items.values() for item in some}
    return Purchases(
        orders=tuple(_order(row, items[row.id], reading) for row in documents),
        entries=tuple(map(_entry, documents)),
        products=product_mix(_lines(documents, items), reading.today),
        ideas=_ideas(reading, own),
    )


def _documents(reading: Reading) -> Sequence[Any]:
    if reading.known_at is None:
        return reading.rows(_ORDERS, today=reading.today)
    # As the day knew them; what is only shown of them is always today's.
    known = history.orders(
        reading.connection, reading.customer_id, until=reading.today, known_at=reading.known_at
    )[:MOST_DOCUMENTS]
    keys = [order.order_id for order in known]
    stored = {
        row.id: row
        for row in (reading.connection.execute(_ORDERS_OF_KEYS, {"keys": keys}) if keys else ())
    }
    return [
        _Document(
            order.order_id, order.number, order.kind, order.ordered_on, order.net_cents,
            *stored[order.order_id][5:],
        )
        for order in known
        if order.order_id in stored
    ]  # fmt: skip


def _order(row: Any, items: Iterable[Row[*tuple[Any, ...]]], reading: Reading) -> OrderStory:
    return OrderStory(
        order_id=row.id,
        number=row.number,
        kind=row.kind,
        ordered_on=row.ordered_on,
        net_cents=row.net_cents,
        state_text=row.state_text,
        delivery=delivery_of(row.kind, row.promised_on, row.delivered_on, reading.today),
        promised_on=row.promised_on,
        delivered_on=row.delivered_on,
        lines=tuple(
            OrderLine(
                item.code, item.description, item.quantity_milli, item.unit_cents, item.total_cents
            )
            for item in items
        ),
    )


def _entry(row: Any) -> StoryEntry:
    return entry(
        StoryKind.ORDER,
        start_of(row.ordered_on),
        row.id,
        code=row.kind.value,
        title=row.number,
        detail=row.state_text,
        who=row.seller,
        cents=row.net_cents,
        has_time=False,
    )


def _lines(
    documents: Iterable[Any], items: dict[UUID, list[Row[*tuple[Any, ...]]]]
) -> Iterable[PurchaseLine]:
    for row in documents:
        if row.kind is OrderKind.CANCELLED:
            continue
        is_return = row.kind is OrderKind.RETURN
        for item in items[row.id]:
            yield PurchaseLine(
                row.id, row.ordered_on, item.code, item.name, item.family, item.quantity_milli,
                item.total_cents, is_return,
            )  # fmt: skip


def _ideas(reading: Reading, own: set[UUID | None]) -> tuple[ProductIdea, ...]:
    found = (row for row in reading.rows(_IDEAS) if row.id not in own)
    return tuple(ProductIdea(*row[1:]) for row, _ in zip(found, range(_MOST_IDEAS), strict=False))
