"""Storing the order book of an import file."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, insert, or_, select, update

from cockpit.data.repositories.import_names import ImportNames
from cockpit.data.repositories.raw import in_chunks
from cockpit.domain.documents import parse_tax_id
from cockpit.domain.ids import new_id
from cockpit.domain.import_records import OrderRecord
from cockpit.domain.vocabulary import CustomerCategory, OrderKind, RowVerdict
from models import Customer, Order

_COLUMNS = (
    "company_id", "customer_id", "number", "kind", "ordered_on", "net_cents", "goods_cents",
    "seller_name", "seller_id", "state_text", "promised_on", "delivered_on", "import_id",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Buyer:
    """A customer that orders may belong to."""

    key: UUID
    company_id: UUID | None
    category: CustomerCategory


@dataclass(slots=True)
class KnownOrder:
    """A document while its file is read; ``before`` is None for a new one."""

    key: UUID
    values: dict[str, Any]
    before: dict[str, Any] | None
    is_written: bool = False


class OrderImport:
    """Stores the documents of one batch."""

    def __init__(self, connection: Connection, names: ImportNames, import_id: UUID) -> None:
        self._connection = connection
        self._names = names
        self._import_id = import_id
        self._by_code: defaultdict[str, list[Buyer]] = defaultdict(list)
        self._by_tax_id: defaultdict[str, list[Buyer]] = defaultdict(list)
        self._orders: dict[tuple[UUID, str, OrderKind], KnownOrder] = {}
        self._first_buyers: set[UUID] = set()

    def store(
        self, records: Sequence[OrderRecord]
    ) -> list[tuple[RowVerdict, tuple[UUID, ...], KnownOrder | None]]:
        """Store records in their order; the same document may come more than once.

        Returns:
            Per record its verdict, whose orders it changed, and the document.
        """
        self._load_buyers({record.customer for record in records})
        owned = [self._owned(record) for record in records]
        self._load_orders({(company_id, record.number) for record, _, company_id in owned})
        results = [self._take(*one) for one in owned]
        self._write()
        return results

    def _load_buyers(self, references: set[str]) -> None:
        documents = {parsed.text for text in references if (parsed := parse_tax_id(text))}
        for chunk in in_chunks(references | documents, 2000):
            statement = select(
                Customer.id,
                Customer.company_id,
                Customer.category,
                Customer.code,
                Customer.tax_id,
            ).where(or_(Customer.code.in_(chunk), Customer.tax_id.in_(chunk)))
            for key, company_id, category, code, tax_id in self._connection.execute(statement):
                buyer = Buyer(key, company_id, category)
                for index, text in ((self._by_code, code), (self._by_tax_id, tax_id)):
                    if text and buyer not in index[text]:
                        index[text].append(buyer)

    def _owned(self, record: OrderRecord) -> tuple[OrderRecord, Buyer | None, UUID]:
        """Return a record with its customer and its company."""
        named = self._names.company(record.company)
        buyer = _of_company(self._by_code[record.customer], named)
        document = parse_tax_id(record.customer)
        if buyer is None and document is not None:
            buyer = _of_company(self._by_tax_id[document.text], named)
        company_id = named or (buyer.company_id if buyer else None) or self._names.own_company()
        return record, buyer, company_id

    def _load_orders(self, keys: set[tuple[UUID, str]]) -> None:
        table = Order.__table__
        wanted = [table.c.id, *(table.c[name] for name in _COLUMNS)]
        for company_id in {company_id for company_id, _ in keys}:
            for chunk in in_chunks(number for owner, number in keys if owner == company_id):
                statement = select(*wanted).where(
                    Order.company_id == company_id, Order.number.in_(chunk)
                )
                for row in self._connection.execute(statement):
                    values = {name: getattr(row, name) for name in _COLUMNS}
                    key = (row.company_id, row.number, row.kind)
                    self._orders[key] = KnownOrder(row.id, values, dict(values))

    def _take(
        self, record: OrderRecord, buyer: Buyer | None, company_id: UUID
    ) -> tuple[RowVerdict, tuple[UUID, ...], KnownOrder | None]:
        if buyer is None:
            return RowVerdict.REJECTED, (), None
        if record.kind is OrderKind.SALE and buyer.category is CustomerCategory.PROSPECT:
            self._first_buyers.add(buyer.key)
        given = self._given(record, buyer, company_id)
        known = self._match(record, company_id)
        if known is None:
            known = KnownOrder(new_id(), dict.fromkeys(_COLUMNS) | given, None, is_written=True)
            self._orders[company_id, record.number, record.kind] = known
            return RowVerdict.NEW, (buyer.key,), known
        if known.values["kind"] is OrderKind.CANCELLED:
            given["kind"] = OrderKind.CANCELLED
        changes = {
            name: value
            for name, value in given.items()
            if value is not None and value != known.values[name] and name != "import_id"
        }
        if not changes:
            return RowVerdict.UNCHANGED, (buyer.key,), known
        owners = dict.fromkeys((buyer.key, known.values["customer_id"]))
        known.values |= changes | {"import_id": self._import_id}
        known.is_written = True
        return RowVerdict.CHANGED, tuple(owners), known

    def _match(self, record: OrderRecord, company_id: UUID) -> KnownOrder | None:
        """Find a stored document.

        A cancellation voids the sale of the same number instead of standing beside it, and an
        older file does not bring that sale back.
        """
        kinds = [record.kind]
        if record.kind is not OrderKind.RETURN:
            kinds = [OrderKind.CANCELLED, OrderKind.SALE]
        for kind in kinds:
            known = self._orders.get((company_id, record.number, kind))
            if known is not None:
                return known
        return None

    def _given(self, record: OrderRecord, buyer: Buyer, company_id: UUID) -> dict[str, Any]:
        return {
            "company_id": company_id,
            "customer_id": buyer.key,
            "number": record.number,
            "kind": record.kind,
            "ordered_on": record.ordered_on,
            "net_cents": record.net_cents,
            "goods_cents": record.goods_cents,
            "seller_name": record.seller or None,
            "seller_id": self._names.seller(record.seller),
            "state_text": record.state_text or None,
            "promised_on": record.promised_on,
            "delivered_on": record.delivered_on,
            "import_id": self._import_id,
        }

    def _write(self) -> None:
        written = [one for one in self._orders.values() if one.is_written]
        new = [{"id": one.key, **one.values} for one in written if one.before is None]
        changed = [{"key": one.key, **one.values} for one in written if one.before is not None]
        if new:
            self._connection.execute(insert(Order), new)
        if changed:
            self._connection.execute(_UPDATE, changed)
        for chunk in in_chunks(self._first_buyers):
            self._connection.execute(
                update(Customer)
                .where(Customer.id.in_(chunk))
                .values(category=CustomerCategory.CUSTOMER)
            )


_UPDATE = update(Order).where(Order.id == bindparam("key"))


def _of_company(candidates: Sequence[Buyer], company_id: UUID | None) -> Buyer | None:
    """Return the candidate of a company, else the only one."""
    for one in candidates:
        if company_id is not None and one.company_id == company_id:
            return one
    return candidates[0] if len(candidates) == 1 else None
