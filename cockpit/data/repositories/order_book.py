"""The order book as columns for the analytics."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from cockpit.data.repositories.known_then import CUSTOMERS, KnownThen
from cockpit.data.repositories.raw import day_numbers, fetch_columns, guids, in_chunks
from cockpit.domain.columns import OrderColumns
from cockpit.domain.vocabulary import OrderKind
from models import Customer, Order

_KINDS = {kind.value: kind for kind in OrderKind}

#: Customer, day, cents and kind of documents, as the driver made them.
Columns = Sequence[Sequence[Any]]


class SqlOrderBookRepository:
    """Reads the documents that count: sales and returns."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def columns(
        self,
        *,
        customer_ids: Iterable[UUID] | None = None,
        known_at: datetime | None = None,
    ) -> OrderColumns:
        """Return the documents of some or all customers, those of days to come too.

        With ``known_at`` each document is as it was then.
        """
        then = None if known_at is None else KnownThen.at(self._connection, known_at)
        if customer_ids is None:
            everyone = self._everyone(known_at)
            found = self._documents(then, None)
        else:
            everyone = sorted(set(customer_ids))
            found = self._of_some(then, everyone)
        customer, day, net_cents, kind = found
        ids = list(dict.fromkeys(customer))
        position = {key: place for place, key in enumerate(ids)}
        with_orders = guids(ids)
        missing = set(everyone).difference(with_orders)
        return OrderColumns(
            customer_ids=with_orders + [one for one in everyone if one in missing],
            customer=[position[one] for one in customer],
            day=day_numbers(day),
            net_cents=net_cents,
            kind=[_KINDS[one] for one in kind],
        )

    def _everyone(self, known_at: datetime | None) -> list[UUID]:
        """Return all customers, those who came with a later import left out."""
        (keys,) = fetch_columns(self._connection, select(Customer.id))
        if known_at is not None:
            later = KnownThen.at(self._connection, known_at, CUSTOMERS).later
            keys = [key for key in keys if key not in later]
        return guids(keys)

    def _of_some(self, then: KnownThen | None, customer_ids: list[UUID]) -> Columns:
        columns: list[list[Any]] = [[], [], [], []]
        for chunk in in_chunks(customer_ids):
            for whole, part in zip(columns, self._documents(then, chunk), strict=True):
                whole.extend(part)
        return columns

    def _documents(self, then: KnownThen | None, customer_ids: list[UUID] | None) -> Columns:
        statement = (
            select(Order.customer_id, Order.ordered_on, Order.net_cents, Order.kind)
            .where(Order.kind != OrderKind.CANCELLED)
            .order_by(Order.customer_id, Order.ordered_on)
        )
        if customer_ids is not None:
            statement = statement.where(Order.customer_id.in_(customer_ids))
        if then is None or not then.differs:
            return fetch_columns(self._connection, statement)
        found = fetch_columns(self._connection, statement.add_columns(Order.id))
        return then.restored(found, customer_ids)
