"""What customers bought on days, with and without taxes: as a dumb loop adds it up."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert

from cockpit.data.engine import Engines
from cockpit.data.repositories.goods import sold_columns
from cockpit.domain.ids import new_id
from cockpit.domain.periods import Period
from cockpit.domain.vocabulary import OrderKind
from models import Company, Customer, Order
from tests.integration.data.conftest import engines

__all__ = ["engines"]

START = date(2025, 3, 1)
MOST = 10**13


class Document(NamedTuple):
    customer: int
    day: int
    net: int
    goods: int | None
    kind: OrderKind


MONEY = st.integers(0, 9) | st.integers(0, MOST)
documents = st.lists(
    st.builds(
        Document,
        customer=st.integers(0, 3),
        day=st.integers(-1, 4),
        net=MONEY,
        goods=st.none() | MONEY,
        kind=st.sampled_from((OrderKind.SALE, OrderKind.SALE, *OrderKind)),
    ),
    max_size=14,
)


@pytest.fixture
def people(engines: Engines) -> list[UUID]:
    company_id, keys = new_id(), [new_id() for _ in range(4)]
    with engines.writing() as connection:
        connection.execute(insert(Company).values(id=company_id, code="1", name="Prova"))
        rows = [
            {"id": key, "company_id": company_id, "code": str(at), "legal_name": f"Cliente {at}"}
            for at, key in enumerate(keys)
        ]
        connection.execute(insert(Customer), rows)
    return [company_id, *keys]


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(documents)
def test_sales_are_added_up_by_customer_and_day(
    engines: Engines, people: list[UUID], found: Sequence[Document]
) -> None:
    company_id, *keys = people
    rows = [
        {
            "company_id": company_id, "customer_id": keys[one.customer], "number": str(number),
            "kind": one.kind, "ordered_on": START + timedelta(days=one.day),
            "net_cents": one.net, "goods_cents": one.goods,
        }
        for number, one in enumerate(found)
    ]  # fmt: skip
    asked, period = keys[:3], Period(START, START + timedelta(days=3))
    with engines.writing() as connection:
        if rows:
            connection.execute(insert(Order), rows)
        columns = sold_columns(connection, asked, period, None)
        connection.rollback()
    told = {
        (UUID(bytes=customer), date.fromordinal(day)): (net, goods)
        for customer, day, net, goods in zip(
            columns.customer, columns.day, columns.net_cents, columns.goods_cents, strict=True
        )
    }
    assert len(told) == len(columns.day)
    assert told == plainly(found, keys)


def plainly(
    found: Sequence[Document], keys: Sequence[UUID]
) -> dict[tuple[UUID, date], tuple[int, ...]]:
    sums: defaultdict[tuple[UUID, date], list[int]] = defaultdict(lambda: [0, 0])
    for one in found:
        is_counted = one.kind is OrderKind.SALE and one.net > 0
        if is_counted and 0 <= one.day <= 3 and one.customer < 3:
            both = sums[keys[one.customer], START + timedelta(days=one.day)]
            both[0] += one.net
            both[1] += one.net if one.goods is None else one.goods
    return {key: tuple(both) for key, both in sums.items()}
