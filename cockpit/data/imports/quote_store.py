"""Storing the quotes of an import file."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from cockpit.data.imports.directory import Buyer
from cockpit.data.imports.memory import RunMemory
from cockpit.data.imports.stored import Stored
from cockpit.data.imports.table_rows import TableRows, TableShape
from cockpit.data.repositories.raw import in_chunks
from cockpit.domain.import_records import QuoteRecord
from cockpit.domain.vocabulary import QuoteState, RowVerdict
from models import Quote

_SHAPE = TableShape(
    Quote,
    (
        "customer_id", "number", "opened_on", "expires_on", "state", "total_cents", "seller_id",
        "stopped_reason",
    ),
    key=lambda values: (values["customer_id"], values["number"]),
    start=(("state", QuoteState.OPEN),),
)  # fmt: skip


class QuoteStore:
    """Stores the quotes of one batch by (customer, number)."""

    def __init__(self, connection: Connection, memory: RunMemory, import_id: UUID | None) -> None:
        del import_id
        self._memory = memory
        self._rows = TableRows(connection, memory, _SHAPE)

    def store(self, lines: Sequence[tuple[int, QuoteRecord]]) -> list[Stored]:
        """Store records in their order; an unknown customer's are rejected."""
        self._memory.customers.load({record.customer for _, record in lines})
        owned = [(number, record, self._owner(record)) for number, record in lines]
        owners = {buyer.key for _, _, buyer in owned if buyer}
        for chunk in in_chunks(owners):
            self._rows.read(Quote.customer_id.in_(chunk))
        stored = [self._take(*one) for one in owned]
        self._rows.write()
        return stored

    def _owner(self, record: QuoteRecord) -> Buyer | None:
        named = self._memory.names.company(record.company)
        return self._memory.customers.find(record.customer, named)

    def _take(self, number: int, record: QuoteRecord, buyer: Buyer | None) -> Stored:
        if buyer is None:
            unknown = self._memory.customers.missing(record.customer)
            return Stored(number, RowVerdict.REJECTED, (unknown,))
        given = self._given(record, buyer)
        known = self._rows.find((buyer.key, record.number))
        if known is None:
            _, written = self._rows.make(given)
            return Stored(number, RowVerdict.NEW, written=written, touched=(buyer.key,))
        verdict, written = self._rows.change(known, given)
        touched = () if verdict is RowVerdict.UNCHANGED else (buyer.key,)
        return Stored(number, verdict, written=written, touched=touched)

    def _given(self, record: QuoteRecord, buyer: Buyer) -> dict[str, Any]:
        return {
            "customer_id": buyer.key,
            "number": record.number,
            "opened_on": record.opened_on,
            "expires_on": record.expires_on,
            "state": record.state,
            "total_cents": record.total_cents,
            "seller_id": self._memory.names.seller(record.seller),
            "stopped_reason": record.stopped_reason or None,
        }
