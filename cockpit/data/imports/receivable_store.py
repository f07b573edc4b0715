"""Storing the receivables of an import file."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, delete, select, tuple_

from cockpit.data.imports.directory import Buyer
from cockpit.data.imports.memory import RunMemory
from cockpit.data.imports.order_links import OrderLinks
from cockpit.data.imports.stored import Stored, Written
from cockpit.data.imports.table_rows import TableRows, TableShape
from cockpit.data.repositories.raw import in_chunks
from cockpit.domain.import_records import ReceivableRecord
from cockpit.domain.vocabulary import RowVerdict
from models import Receivable

_SHAPE = TableShape(
    Receivable,
    (
        "customer_id", "order_id", "number", "issued_on", "due_on", "amount_cents", "paid_cents",
        "paid_on", "import_id",
    ),
    key=lambda values: (values["customer_id"], values["number"]),
    aside=frozenset({"import_id"}),
    start=(("paid_cents", 0),),
)  # fmt: skip


class ReceivableRows:
    """The receivables that the lines of one batch mean, by (customer, number)."""

    def __init__(self, connection: Connection, memory: RunMemory, import_id: UUID | None) -> None:
        self._connection = connection
        self._is_trial = memory.is_trial
        self._import_id = import_id
        self._rows = TableRows(connection, memory, _SHAPE)

    def read(self, wanted: Sequence[tuple[UUID, str]]) -> None:
        """Read the stored receivables of customers and numbers."""
        for chunk in in_chunks(set(wanted), 2000):
            self._rows.read(tuple_(Receivable.customer_id, Receivable.number).in_(chunk))

    def take(
        self, record: ReceivableRecord, customer_id: UUID, order_id: UUID | None
    ) -> tuple[RowVerdict, tuple[Written, ...]]:
        """Store one receivable; a paid one is paid as a whole."""
        given: dict[str, Any] = {
            "customer_id": customer_id,
            "order_id": order_id,
            "number": record.number,
            "issued_on": record.issued_on,
            "due_on": record.due_on,
            "amount_cents": record.amount_cents,
            "paid_cents": record.amount_cents if record.paid_on else None,
            "paid_on": record.paid_on,
            "import_id": self._import_id,
        }
        known = self._rows.find((customer_id, record.number))
        if known is None:
            _, written = self._rows.make(given)
            return RowVerdict.NEW, written
        return self._rows.change(known, given)

    def remove_unpaid(self, order_id: UUID) -> tuple[Written, ...]:
        """Remove what is owed for a document that is void."""
        table = Receivable.__table__
        condition = (table.c.order_id == order_id) & table.c.paid_on.is_(None)
        rows = self._connection.execute(select(table).where(condition)).mappings().all()
        if rows and not self._is_trial:
            self._connection.execute(delete(Receivable).where(condition))
        return tuple(Written(Receivable.__tablename__, row["id"], dict(row)) for row in rows)

    def write(self) -> None:
        """Write what was made and changed."""
        self._rows.write()


class ReceivableStore:
    """Stores the receivables of one batch; an unknown customer's are rejected."""

    def __init__(self, connection: Connection, memory: RunMemory, import_id: UUID | None) -> None:
        self._memory = memory
        self._links = OrderLinks(connection, memory)
        self._rows = ReceivableRows(connection, memory, import_id)

    def store(self, lines: Sequence[tuple[int, ReceivableRecord]]) -> list[Stored]:
        """Store records in their order."""
        self._memory.customers.load({record.customer for _, record in lines})
        self._links.load(record.order for _, record in lines)
        owned = [(number, record, *self._owner(record)) for number, record in lines]
        self._rows.read([(buyer.key, record.number) for _, record, buyer, _ in owned if buyer])
        stored = [self._take(*one) for one in owned]
        self._rows.write()
        return stored

    def _owner(self, record: ReceivableRecord) -> tuple[Buyer | None, UUID | None]:
        """Return a record's customer, and its company where the file names one."""
        named = self._memory.names.company(record.company)
        return self._memory.customers.find(record.customer, named), named

    def _take(
        self, number: int, record: ReceivableRecord, buyer: Buyer | None, company_id: UUID | None
    ) -> Stored:
        if buyer is None:
            unknown = self._memory.customers.missing(record.customer)
            return Stored(number, RowVerdict.REJECTED, (unknown,))
        order = self._links.find(record.order, company_id or buyer.company_id)
        # Another customer's order of that number is not the one that is meant.
        is_theirs = order is not None and order.customer_id in (buyer.key, None)
        order_id = order.key if order and is_theirs else None
        verdict, written = self._rows.take(record, buyer.key, order_id)
        touched = () if verdict is RowVerdict.UNCHANGED else (buyer.key,)
        return Stored(number, verdict, written=written, touched=touched)
