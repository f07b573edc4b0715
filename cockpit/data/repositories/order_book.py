"""The order book as columns for the analytics."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from cockpit.data.repositories.raw import day_numbers, fetch_columns, guids, in_chunks
from cockpit.domain.columns import OrderColumns
from cockpit.domain.vocabulary import OrderKind
from models import Customer, Order

_KINDS = {kind.value: kind for kind in OrderKind}


class SqlOrderBookRepository:
    """Reads the documents that count: sales and returns."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def columns(
        self, *, until: date | None = None, customer_ids: Iterable[UUID] | None = None
    ) -> OrderColumns:
        """Return the documents up to and including a day, of some or all customers."""
        if customer_ids is None:
            (stored,) = fetch_columns(self._connection, select(Customer.id))
            everyone = guids(stored)
            found = self._documents(until, None)
        else:
            everyone = sorted(set(customer_ids))
            found = self._of_some(until, everyone)
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

    def _of_some(self, until: date | None, customer_ids: list[UUID]) -> Sequence[Sequence[Any]]:
        columns: list[list[Any]] = [[], [], [], []]
        for chunk in in_chunks(customer_ids):
            for whole, part in zip(columns, self._documents(until, chunk), strict=True):
                whole.extend(part)
        return columns

    def _documents(
        self, until: date | None, customer_ids: list[UUID] | None
    ) -> Sequence[Sequence[Any]]:
        statement = (
            select(Order.customer_id, Order.ordered_on, Order.net_cents, Order.kind)
            .where(Order.kind != OrderKind.CANCELLED)
            .order_by(Order.customer_id, Order.ordered_on)
        )
        if until is not None:
            statement = statement.where(Order.ordered_on <= until)
        if customer_ids is not None:
            statement = statement.where(Order.customer_id.in_(customer_ids))
        return fetch_columns(self._connection, statement)
