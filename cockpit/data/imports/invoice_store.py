"""Storing invoices (NF-e) with their customer, items and receivables, and their cancellations.

An invoice is known by its access key, else by its number. A cancellation whose invoice is not here
yet is kept with the import's results, and voids the invoice when that comes.
"""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID, uuid5

from sqlalchemy import Connection, select

from cockpit.data.imports.customer_store import CustomerStore
from cockpit.data.imports.item_store import ItemRows
from cockpit.data.imports.memory import RunMemory
from cockpit.data.imports.order_links import LinkedOrder
from cockpit.data.imports.order_store import OrderRows, TakenOrder
from cockpit.data.imports.receivable_store import ReceivableRows
from cockpit.data.imports.stored import Stored, Written
from cockpit.data.imports.table_rows import verdict_of
from cockpit.data.repositories.raw import in_chunks
from cockpit.domain.import_records import InvoiceEventRecord, InvoiceRecord
from cockpit.domain.messages import Message
from cockpit.domain.vocabulary import ImportState, OrderKind, RowVerdict
from models import Import, ImportRow

#: No table: what the rows of results say of a cancellation whose invoice is not here yet.
WAITING_EVENTS = "invoice_events.waiting"

_NAMESPACE = UUID("0d6c1e55-95c7-4f0e-8f53-9f8b5f8b6a10")


class WaitingEvents:
    """Cancellations that came before their invoice, by access key."""

    def __init__(self, connection: Connection, memory: RunMemory) -> None:
        self._connection = connection
        self._keys: dict[UUID, None] = memory.rows(WAITING_EVENTS)

    def load(self, access_keys: Sequence[str]) -> None:
        """Look for the cancellations of some invoices, those of undone imports aside."""
        for chunk in in_chunks({_event_key(text) for text in access_keys if text}):
            statement = (
                select(ImportRow.entity_id)
                .join(Import, Import.id == ImportRow.import_id)
                .where(
                    ImportRow.entity == WAITING_EVENTS,
                    ImportRow.entity_id.in_(chunk),
                    Import.state != ImportState.UNDONE,
                )
            )
            for key in self._connection.execute(statement).scalars():
                if key is not None:
                    self._keys[key] = None

    def holds(self, access_key: str) -> bool:
        """Return whether an invoice is cancelled by one that was loaded or added."""
        return _event_key(access_key) in self._keys

    def add(self, access_key: str) -> Written:
        """Keep a cancellation."""
        key = _event_key(access_key)
        self._keys[key] = None
        return Written(WAITING_EVENTS, key, None)


class InvoiceStore:
    """Stores the invoices of one batch; those of a company that is not ours are rejected."""

    def __init__(self, connection: Connection, memory: RunMemory, import_id: UUID | None) -> None:
        self._memory = memory
        self._customers = CustomerStore(connection, memory, import_id)
        self._orders = OrderRows(connection, memory, import_id)
        self._items = ItemRows(connection, memory)
        self._receivables = ReceivableRows(connection, memory, import_id)
        self._events = WaitingEvents(connection, memory)

    def store(self, lines: Sequence[tuple[int, InvoiceRecord]]) -> list[Stored]:
        """Store records in their order."""
        results: dict[int, Stored] = {}
        ours: list[tuple[int, InvoiceRecord, UUID]] = []
        for number, record in lines:
            company_id = self._memory.names.company_of_document(record.order.company)
            if company_id is None:
                other = Message.of("imports.invoice_of_another", value=record.order.company)
                results[number] = Stored(number, RowVerdict.REJECTED, (other,))
            else:
                ours.append((number, record, company_id))
        self._read(ours)
        buyers = self._customers.fill(
            [(number, record.customer, company_id) for number, record, company_id in ours]
        )
        taken = [
            self._take_order(record, company_id, buyer)
            for (_, record, company_id), buyer in zip(ours, buyers, strict=True)
        ]
        self._orders.write()
        self._read_parts([(one, record) for one, (_, record, _) in zip(taken, ours, strict=True)])
        for (number, record, _), order, buyer in zip(ours, taken, buyers, strict=True):
            results[number] = self._take_parts(number, record, order, buyer)
        self._items.write()
        self._receivables.write()
        return [results[number] for number, _ in lines]

    def _read(self, invoices: Sequence[tuple[int, InvoiceRecord, UUID]]) -> None:
        keys = [record.order.access_key for _, record, _ in invoices]
        returned = [key for _, record, _ in invoices for key in record.returned_keys]
        self._orders.read(
            [(company_id, record.order.number) for _, record, company_id in invoices],
            [*keys, *returned],
        )
        self._events.load(keys)

    def _take_order(self, record: InvoiceRecord, company_id: UUID, customer: Stored) -> TakenOrder:
        order = record.order
        if order.kind is OrderKind.SALE and self._events.holds(order.access_key):
            order = replace(order, kind=OrderKind.CANCELLED)
        returned = (self._orders.by_access_key(key) for key in record.returned_keys)
        references_id = next((one.key for one in returned if one is not None), None)
        buyer = self._memory.customers.known(customer.touched[0])
        taken = self._orders.take(order, buyer, company_id, references_id)
        if order.kind is not OrderKind.SALE:
            return taken
        promoted = self._memory.customers.promote([buyer], is_trial=self._memory.is_trial)
        return replace(taken, written=(*taken.written, *promoted))

    def _read_parts(self, invoices: Sequence[tuple[TakenOrder, InvoiceRecord]]) -> None:
        self._items.read(
            [_link(taken) for taken, _ in invoices],
            [item.product for _, record in invoices for item in record.items],
        )
        self._receivables.read(
            [
                (taken.known.values["customer_id"], title.number)
                for taken, record in invoices
                for title in record.receivables
            ]
        )

    def _take_parts(
        self, number: int, record: InvoiceRecord, order: TakenOrder, customer: Stored
    ) -> Stored:
        """Store an invoice's items and receivables, and say what became of the whole."""
        link, owner = _link(order), order.known.values["customer_id"]
        parts = [(order.verdict, order.written), (customer.verdict, customer.written)]
        parts += [self._items.take(item, link) for item in record.items]
        if order.known.values["kind"] is not OrderKind.CANCELLED:
            parts += [
                self._receivables.take(title, owner, order.known.key)
                for title in record.receivables
            ]
        verdict = verdict_of([one for one, _ in parts])
        written = tuple(row for _, rows in parts for row in rows)
        touched = () if verdict is RowVerdict.UNCHANGED else order.owners
        return Stored(number, verdict, written=written, touched=touched)


class InvoiceEventStore:
    """Voids the invoices of one batch of cancellations; nobody owes what was not paid of them."""

    def __init__(self, connection: Connection, memory: RunMemory, import_id: UUID | None) -> None:
        self._orders = OrderRows(connection, memory, import_id)
        self._receivables = ReceivableRows(connection, memory, import_id)
        self._events = WaitingEvents(connection, memory)

    def store(self, lines: Sequence[tuple[int, InvoiceEventRecord]]) -> list[Stored]:
        """Store records in their order; one whose invoice is not here waits for it."""
        keys = [record.access_key for _, record in lines]
        self._orders.read((), keys)
        self._events.load(keys)
        stored = [self._take(number, record) for number, record in lines]
        self._orders.write()
        return stored

    def _take(self, number: int, record: InvoiceEventRecord) -> Stored:
        known = self._orders.by_access_key(record.access_key)
        if known is None:
            waits = (Message.of("imports.invoice_unknown", value=record.access_key),)
            if self._events.holds(record.access_key):
                return Stored(number, RowVerdict.UNCHANGED, waits)
            return Stored(number, RowVerdict.NEW, waits, (self._events.add(record.access_key),))
        taken = self._orders.cancel(known)
        if taken.verdict is RowVerdict.UNCHANGED:
            return Stored(number, taken.verdict)
        written = (*taken.written, *self._receivables.remove_unpaid(known.key))
        return Stored(number, taken.verdict, written=written, touched=taken.owners)


def _link(taken: TakenOrder) -> LinkedOrder:
    values = taken.known.values
    return LinkedOrder(taken.known.key, values["company_id"], values["customer_id"])


def _event_key(access_key: str) -> UUID:
    return uuid5(_NAMESPACE, access_key)
