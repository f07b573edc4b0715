"""The order book as it was known on a past day: later imports are undone while reading.

Each import keeps, line by line, which documents it brought and what those that it changed were
before (``import_rows``). So nothing has to be stored twice, and a past day can always be asked for.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from operator import itemgetter
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, exists, select

from cockpit.data.repositories.bulk_write import raw_days
from cockpit.data.repositories.raw import fetch_columns
from cockpit.domain.customer import OrderSummary
from cockpit.domain.vocabulary import OrderKind, RowVerdict
from models import Import, ImportRow, Order

_ORDERS = "pedidos"


@dataclass(frozen=True, slots=True)
class KnownThen:
    """What later imports brought and changed.

    Attributes:
        connection: Where.
        later: Keys of the documents that a later import brought, as the driver has keys.
        before: By key, what the others were before the first later import that changed them.
    """

    connection: Connection
    later: frozenset[Any] = frozenset()
    before: dict[Any, dict[str, Any]] = field(default_factory=dict)

    @classmethod
    def at(cls, connection: Connection, known_at: datetime) -> "KnownThen":
        """Find out what imports that began after an instant did.

        Where no import of orders had begun by then and every document came with one, the history
        counts as always known: nothing is undone.
        """
        if not _was_anything_known(connection, known_at):
            return cls(connection)
        statement = (
            select(ImportRow.entity_id, ImportRow.verdict, ImportRow.before)
            .join(Import, Import.id == ImportRow.import_id)
            .where(
                Import.kind == _ORDERS,
                Import.started_at > known_at,
                ImportRow.entity_id.is_not(None),
                ImportRow.verdict.in_((RowVerdict.NEW, RowVerdict.CHANGED)),
            )
            .order_by(Import.started_at, ImportRow.id)
        )
        keys, verdicts, documents = fetch_columns(connection, statement)
        later: set[Any] = set()
        before: dict[Any, dict[str, Any]] = {}
        for key, verdict, document in zip(keys, verdicts, documents, strict=True):
            if verdict == RowVerdict.NEW.value:
                later.add(key)
            elif document is not None and key not in later and key not in before:
                before[key] = json.loads(document) if isinstance(document, str) else document
        return cls(connection, frozenset(later), before)

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

    def as_they_were(
        self, orders: Sequence[OrderSummary], *, until: date
    ) -> tuple[OrderSummary, ...]:
        """Return a customer's documents up to a day as they were, the newest first.

        One that a later import moved to another customer or day may be missing.
        """
        is_sqlite = self.connection.dialect.name == "sqlite"
        found = []
        for order in orders:
            key = order.order_id.bytes if is_sqlite else order.order_id
            if key in self.later:
                continue
            document = self.before.get(key)
            found.append(order if document is None else _as_it_was(order, document))
        kept = [order for order in found if order.ordered_on <= until]
        return tuple(sorted(kept, key=lambda one: (one.ordered_on, one.number), reverse=True))

    def _row(self, customer_id: UUID, document: dict[str, Any]) -> tuple[Any, ...]:
        is_sqlite = self.connection.dialect.name == "sqlite"
        day = date.fromisoformat(document["ordered_on"]).toordinal()
        (ordered_on,) = raw_days(self.connection, [day])
        key = customer_id.bytes if is_sqlite else customer_id
        return key, ordered_on, document["net_cents"], document["kind"]


def _was_anything_known(connection: Connection, known_at: datetime) -> bool:
    statement = select(
        exists().where(Import.kind == _ORDERS, Import.started_at <= known_at)
        | exists().where(Order.import_id.is_(None))
    )
    return bool(connection.execute(statement).scalar())


def _as_it_was(order: OrderSummary, document: dict[str, Any]) -> OrderSummary:
    return replace(
        order,
        kind=OrderKind(document["kind"]),
        ordered_on=date.fromisoformat(document["ordered_on"]),
        net_cents=document["net_cents"],
        state_text=document["state_text"] or "",
    )
