"""Small order books, written as a test thinks of them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from uuid import UUID

from cockpit.domain.columns import OrderColumns
from cockpit.domain.vocabulary import OrderKind

TODAY = date(2022, 3, 22)
SALE, RETURN = OrderKind.SALE, OrderKind.RETURN

#: Days before TODAY, cents, kind.
Document = tuple[int, int, OrderKind]


def key(number: int) -> UUID:
    """Return the key of a customer by number."""
    return UUID(int=number)


def sales(*ages: int, cents: int = 10_000) -> list[Document]:
    """Return sales of equal value, so many days ago."""
    return [(age, cents, SALE) for age in ages]


def order_book(
    customers: Mapping[UUID, Iterable[Document]], *, today: date = TODAY
) -> OrderColumns:
    """Return columns of each customer's documents in the given order."""
    rows = [
        (position, (today - timedelta(days=age)).toordinal(), cents, kind)
        for position, documents in enumerate(customers.values())
        for age, cents, kind in documents
    ]
    return columns(list(customers), rows)


def columns(
    customer_ids: Sequence[UUID], rows: Sequence[tuple[int, int, int, OrderKind]]
) -> OrderColumns:
    """Return columns of (position of the customer, ordinal, cents, kind)."""
    customer, day, cents, kind = zip(*rows, strict=True) if rows else ((), (), (), ())
    return OrderColumns(
        customer_ids=customer_ids, customer=customer, day=day, net_cents=cents, kind=kind
    )
