"""Storing the lines of orders.

A file states all items of the orders that it names. Which ones it no longer has is known at its
end alone, so each batch notes how far it came with an order that may have lost some; see
``item_surplus``.
"""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Connection, select

from cockpit.data.imports.memory import RunMemory
from cockpit.data.imports.order_links import LinkedOrder, OrderLinks
from cockpit.data.imports.stored import Stored, Written
from cockpit.data.imports.table_rows import KnownRow, TableRows, TableShape
from cockpit.data.repositories.raw import in_chunks
from cockpit.domain.import_records import ItemRecord
from cockpit.domain.messages import Message
from cockpit.domain.vocabulary import RowVerdict
from models import OrderItem, Product

#: No table: what the rows of results say of an order whose items may go on in the next batch.
STATED_ITEMS = "order_items.stated"
ORDER_UNKNOWN = "imports.order_unknown"

_SHAPE = TableShape(
    OrderItem,
    (
        "order_id", "line", "product_id", "product_code", "description", "quantity_milli",
        "unit_cents", "discount_cents", "total_cents",
    ),
    key=lambda values: (values["order_id"], values["line"]),
    blank=frozenset({"product_id", "product_code"}),
)  # fmt: skip


class ItemRows:
    """The items of the orders that one batch names."""

    def __init__(self, connection: Connection, memory: RunMemory) -> None:
        self._connection = connection
        self._rows = TableRows(connection, memory, _SHAPE)
        self._products: dict[tuple[UUID, str], UUID] = {}
        self._by_order: dict[UUID, list[KnownRow]] = memory.rows("order_items.order")
        self._matched: set[UUID] = set()

    def read(self, orders: Sequence[LinkedOrder], products: Sequence[str]) -> None:
        """Read the stored items of some orders, and the products of some codes."""
        for chunk in in_chunks({order.key for order in orders}):
            for known in self._rows.read(OrderItem.order_id.in_(chunk)):
                self._by_order.setdefault(known.values["order_id"], []).append(known)
        companies = {order.company_id for order in orders}
        for codes in in_chunks({code for code in products if code}):
            statement = select(Product.id, Product.company_id, Product.code).where(
                Product.company_id.in_(companies), Product.code.in_(codes)
            )
            for key, company_id, code in self._connection.execute(statement):
                self._products[company_id, code] = key

    def take(
        self, record: ItemRecord, order: LinkedOrder
    ) -> tuple[RowVerdict, tuple[Written, ...]]:
        """Store one item."""
        line = record.line or self._place(record, order)
        given = {
            "order_id": order.key,
            "line": line,
            "product_id": self._products.get((order.company_id, record.product)),
            "product_code": record.product or None,
            "description": record.description,
            "quantity_milli": record.quantity_milli,
            "unit_cents": record.unit_cents,
            "discount_cents": record.discount_cents,
            "total_cents": record.total_cents,
        }
        known = self._rows.find((order.key, line))
        if known is None:
            known, written = self._rows.make(given)
            self._by_order.setdefault(order.key, []).append(known)
            self._matched.add(known.key)
            return RowVerdict.NEW, written
        self._matched.add(known.key)
        return self._rows.change(known, given)

    def last_line(self, order: LinkedOrder) -> int:
        """Return the highest line that an order has so far; 0 where it has none."""
        items = self._by_order.get(order.key, ())
        return max((known.values["line"] for known in items), default=0)

    def _place(self, record: ItemRecord, order: LinkedOrder) -> int:
        """Return the line of an item whose place among the others is not known.

        It is the first one of this product, or of this description, that no other line meant yet;
        else it comes after the last one.
        """
        name = "product_code" if record.product else "description"
        wanted = record.product or record.description
        lines = [
            known.values["line"]
            for known in self._by_order.get(order.key, ())
            if known.values[name] == wanted and known.key not in self._matched
        ]
        return min(lines, default=self.last_line(order) + 1)

    def write(self) -> None:
        """Write what was made and changed."""
        self._rows.write()


class ItemStore:
    """Stores the items of one batch by (order, line); those of unknown orders are rejected."""

    def __init__(self, connection: Connection, memory: RunMemory, import_id: UUID | None) -> None:
        del import_id
        self._memory = memory
        self._links = OrderLinks(connection, memory)
        self._rows = ItemRows(connection, memory)

    def store(self, lines: Sequence[tuple[int, ItemRecord]]) -> list[Stored]:
        """Store records in their order."""
        self._links.load(record.order for _, record in lines)
        linked = [(number, record, self._order(record)) for number, record in lines]
        orders = [order for _, _, order in linked if order]
        self._rows.read(orders, [record.product for _, record in lines])
        notes = self._notes([(record, order) for _, record, order in linked if order])
        stored = []
        for number, record, order in linked:
            if order is None:
                is_shared = self._links.is_ambiguous(record.order) and not record.company
                key = "imports.order_ambiguous" if is_shared else ORDER_UNKNOWN
                unknown = Message.of(key, value=record.order)
                stored.append(Stored(number, RowVerdict.REJECTED, (unknown,)))
                continue
            verdict, written = self._rows.take(record, order)
            is_same = verdict is RowVerdict.UNCHANGED or order.customer_id is None
            touched = () if is_same or order.customer_id is None else (order.customer_id,)
            note = notes.pop(order.key, ())
            stored.append(Stored(number, verdict, written=(*written, *note), touched=touched))
        self._rows.write()
        return stored

    def _order(self, record: ItemRecord) -> LinkedOrder | None:
        return self._links.find(record.order, self._memory.names.company(record.company))

    def _notes(
        self, items: Sequence[tuple[ItemRecord, LinkedOrder]]
    ) -> dict[UUID, tuple[Written, ...]]:
        """Return how far this batch came with each order that may have lost items."""
        stated: defaultdict[UUID, set[int]] = defaultdict(set)
        orders = {order.key: order for _, order in items}
        for record, order in items:
            # A line without a place says nothing of the others.
            if record.line:
                stated[order.key].add(record.line)
        return {
            key: (Written(STATED_ITEMS, key, {"last": max(lines)}),)
            for key, lines in stated.items()
            if 1 not in lines or max(lines) < self._rows.last_line(orders[key])
        }
