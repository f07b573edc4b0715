"""Orders and customers as they were known on a past day: later imports are undone while reading.

Each import keeps what it brought, as runs of keys (``import_batches``) or line by line, and what
the rows that it changed were before (``import_rows``). So nothing has to be stored twice, and a
past day can always be asked for. What is only shown, such as names and telephone numbers, is always
today's. An import that was undone left nothing behind, as if it had never been.
"""

import json
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from operator import itemgetter
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, exists, select

from cockpit.data.repositories.bulk_write import raw_days, raw_guids
from cockpit.data.repositories.raw import fetch_columns, guids
from cockpit.domain.customer import OrderSummary
from cockpit.domain.ids import id_after
from cockpit.domain.vocabulary import ImportKind, ImportState, OrderKind, RowVerdict
from models import Customer, Import, ImportBatch, ImportRow, Order

ORDERS = Order.__tablename__
CUSTOMERS = Customer.__tablename__
_WITH_ORDERS = (ImportKind.ORDERS.value, ImportKind.INVOICES.value)


@dataclass(frozen=True, slots=True)
class LaterKeys:
    """Keys of rows that later imports brought, as the driver has them.

    Attributes:
        single: Some of them.
        first: First keys of runs of consecutive ones, ascending.
        last: Last keys of these runs.
    """

    single: frozenset[Any] = frozenset()
    first: Sequence[Any] = ()
    last: Sequence[Any] = ()

    def __contains__(self, key: Any) -> bool:
        """Return whether a later import brought this row."""
        if key in self.single:
            return True
        place = bisect_right(self.first, key) - 1
        return place >= 0 and bool(key <= self.last[place])

    def __bool__(self) -> bool:
        """Return whether later imports brought any."""
        return bool(self.single or self.first)


@dataclass(frozen=True, slots=True)
class KnownThen:
    """What later imports brought to a table and changed in it; keys are as the driver has them.

    Attributes:
        connection: Where.
        later: What a later import brought.
        before: By key, what the others were before the first later import that changed them; of
            some only the columns that changed.
    """

    connection: Connection
    later: LaterKeys = field(default_factory=LaterKeys)
    before: dict[Any, dict[str, Any]] = field(default_factory=dict)

    @classmethod
    def at(cls, connection: Connection, known_at: datetime, entity: str = ORDERS) -> "KnownThen":
        """Find out what imports that began after an instant did.

        Where no import of orders had begun by then and every document came with one, the history
        counts as always known: nothing is undone.

        Args:
            connection: Where.
            known_at: The instant.
            entity: ``ORDERS`` or ``CUSTOMERS``.
        """
        if not _was_anything_known(connection, known_at):
            return cls(connection)
        statement = (
            select(ImportRow.entity_id, ImportRow.verdict, ImportRow.before)
            .join(Import, Import.id == ImportRow.import_id)
            .where(
                Import.started_at > known_at,
                Import.state != ImportState.UNDONE,
                ImportRow.entity == entity,
                ImportRow.entity_id.is_not(None),
                ImportRow.verdict.in_((RowVerdict.NEW, RowVerdict.CHANGED)),
            )
            .order_by(Import.started_at, ImportRow.id)
        )
        keys, verdicts, documents = fetch_columns(connection, statement)
        later: set[Any] = set()
        first, last = _runs(connection, known_at, entity)
        runs = LaterKeys(first=first, last=last)
        before: dict[Any, dict[str, Any]] = {}
        for key, verdict, document in zip(keys, verdicts, documents, strict=True):
            if verdict == RowVerdict.NEW.value:
                later.add(key)
            elif document is not None and key not in later and key not in runs:
                was = json.loads(document) if isinstance(document, str) else document
                before[key] = was | before.get(key, {})
        return cls(connection, LaterKeys(frozenset(later), first, last), before)

    @property
    def differs(self) -> bool:
        """Return whether anything is to be undone."""
        return bool(self.later or self.before)

    def restored(
        self, columns: Sequence[Sequence[Any]], customer_ids: Sequence[UUID] | None
    ) -> Sequence[Sequence[Any]]:
        """Return the documents as they were.

        Args:
            columns: Customer, day, cents, kind and key of the documents as they are.
            customer_ids: Whose are wanted; None for everybody's.

        Returns:
            Customer, day, cents and kind, by customer and day.
        """
        wanted = None if customer_ids is None else set(customer_ids)
        kept = [
            row[:4]
            for row in zip(*columns, strict=True)
            if row[4] not in self.later and row[4] not in self.before
        ]
        for document in self.before.values():
            if document["kind"] == OrderKind.CANCELLED.value:
                continue
            customer_id = UUID(document["customer_id"])
            if wanted is None or customer_id in wanted:
                kept.append(self._row(customer_id, document))
        kept.sort(key=itemgetter(0, 1))
        return list(zip(*kept, strict=True)) or [(), (), (), ()]

    def documents_of(self, customer_id: UUID) -> list[UUID]:
        """Return the documents that a later import changed and that were this customer's."""
        text = str(customer_id)
        return guids(key for key, one in self.before.items() if one["customer_id"] == text)

    def as_it_was(self, order: OrderSummary, customer_id: UUID) -> OrderSummary | None:
        """Return a document of a customer as it was; None where it was not, or not theirs."""
        is_sqlite = self.connection.dialect.name == "sqlite"
        key = order.order_id.bytes if is_sqlite else order.order_id
        if key in self.later:
            return None
        document = self.before.get(key)
        if document is None:
            return order
        if document["customer_id"] != str(customer_id):
            return None
        return replace(
            order,
            kind=OrderKind(document["kind"]),
            ordered_on=date.fromisoformat(document["ordered_on"]),
            net_cents=document["net_cents"],
            state_text=document["state_text"] or "",
        )

    def _row(self, customer_id: UUID, document: dict[str, Any]) -> tuple[Any, ...]:
        is_sqlite = self.connection.dialect.name == "sqlite"
        day = date.fromisoformat(document["ordered_on"]).toordinal()
        (ordered_on,) = raw_days(self.connection, [day])
        key = customer_id.bytes if is_sqlite else customer_id
        return key, ordered_on, document["net_cents"], document["kind"]


def _was_anything_known(connection: Connection, known_at: datetime) -> bool:
    statement = select(
        exists().where(
            Import.kind.in_(_WITH_ORDERS),
            Import.started_at <= known_at,
            Import.state != ImportState.UNDONE,
        )
        | exists().where(Order.import_id.is_(None))
    )
    return bool(connection.execute(statement).scalar())


def _runs(connection: Connection, known_at: datetime, entity: str) -> tuple[list[Any], list[Any]]:
    """Return the first and the last keys of what later imports brought in bulk, ascending."""
    statement = (
        select(ImportBatch.first_id, ImportBatch.id_count)
        .join(Import, Import.id == ImportBatch.import_id)
        .where(
            Import.started_at > known_at,
            Import.state != ImportState.UNDONE,
            ImportBatch.entity == entity,
            ImportBatch.id_count > 0,
        )
        .order_by(ImportBatch.first_id)
    )
    first, counts = fetch_columns(connection, statement)
    last = [id_after(key, count - 1) for key, count in zip(guids(first), counts, strict=True)]
    return first, raw_guids(connection, last)
