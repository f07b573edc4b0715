"""What customers bought on days, with and without taxes."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Connection, Select, cast, func, select

from cockpit.data.repositories.known_then import KnownThen
from cockpit.data.repositories.raw import day_numbers, fetch_columns, guids, in_chunks
from cockpit.domain.goods_value import SoldColumns
from cockpit.domain.periods import Period
from cockpit.domain.vocabulary import OrderKind
from models import Order

_GOODS = func.coalesce(Order.goods_cents, Order.net_cents)


def sold_columns(
    connection: Connection,
    customer_ids: Collection[UUID],
    period: Period,
    known_at: datetime | None,
) -> SoldColumns:
    """Return the sales of some customers and days, added up by both.

    Args:
        connection: An open transaction.
        customer_ids: Whose.
        period: Of which days.
        known_at: Each document is as it was then; None for now.
    """
    then = None if known_at is None else KnownThen.at(connection, known_at)
    if then is not None and then.differs:
        return _added_up(_known_then(connection, then, customer_ids, period))
    columns: list[list[Any]] = [[], [], [], []]
    for chunk in in_chunks(customer_ids):
        statement = (
            _sales(chunk, period)
            .add_columns(
                cast(func.sum(Order.net_cents), BigInteger), cast(func.sum(_GOODS), BigInteger)
            )
            .group_by(Order.customer_id, Order.ordered_on)
        )
        for whole, part in zip(columns, fetch_columns(connection, statement), strict=True):
            whole.extend(part)
    keys, days, nets, goods = columns
    return SoldColumns(_bytes(keys), day_numbers(days), nets, goods)


def _sales(customer_ids: list[UUID], period: Period) -> Select[UUID, date]:
    """Return the query of documents that make order events; see ``order_events``."""
    return select(Order.customer_id, Order.ordered_on).where(
        Order.customer_id.in_(customer_ids),
        Order.ordered_on >= period.first,
        Order.ordered_on <= period.last,
        Order.kind == OrderKind.SALE,
        Order.net_cents > 0,
    )


def _known_then(
    connection: Connection, then: KnownThen, customer_ids: Collection[UUID], period: Period
) -> Iterable[tuple[UUID, int, int, int]]:
    """Yield customer, day, net and goods cents of each document as it was."""
    for chunk in in_chunks(customer_ids):
        statement = _sales(chunk, period).add_columns(Order.net_cents, _GOODS, Order.id)
        customers, days, nets, goods, keys = fetch_columns(connection, statement)
        rows = zip(guids(customers), day_numbers(days), nets, goods, keys, strict=True)
        for *row, key in rows:
            if key not in then.later and key not in then.before:
                yield tuple(row)
    wanted = set(customer_ids)
    for was in then.before.values():
        customer, day = UUID(was["customer_id"]), date.fromisoformat(was["ordered_on"])
        if customer in wanted and day in period and was["kind"] == OrderKind.SALE.value:
            net, told = was["net_cents"], was.get("goods_cents")
            if net > 0:
                yield customer, day.toordinal(), net, net if told is None else told


def _added_up(documents: Iterable[tuple[UUID, int, int, int]]) -> SoldColumns:
    sums: defaultdict[tuple[UUID, int], list[int]] = defaultdict(lambda: [0, 0])
    for customer, day, net, goods in documents:
        found = sums[customer, day]
        found[0] += net
        found[1] += goods
    return SoldColumns(
        [customer.bytes for customer, _ in sums],
        [day for _, day in sums],
        [net for net, _ in sums.values()],
        [goods for _, goods in sums.values()],
    )


def _bytes(keys: Sequence[Any]) -> list[bytes]:
    """Return keys as SQLite's driver has them already."""
    return [one if isinstance(one, bytes) else one.bytes for one in keys]
