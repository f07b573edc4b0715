"""What each segment buys, counted from the order book."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from cockpit.domain.clock import DEFAULT_ZONE, AsOfClock
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import ImportState, OrderKind
from cockpit.services.mixes import MixService
from tests.integration.data.conftest import NOW, World, customer

TODAY = NOW.date()


@dataclass
class Hand:
    """A clock that a test sets."""

    at: datetime = NOW
    zone: ZoneInfo = field(default=DEFAULT_ZONE)
    known_at: None = None

    def now(self) -> datetime:
        return self.at

    def today(self) -> date:
        return self.at.astimezone(self.zone).date()


def shop(world: World) -> tuple[UUID, dict[str, UUID]]:
    """Fill an order book: three customers of a segment, two products; return the segment."""
    segment, company = new_id(), new_id()
    products = {name: new_id() for name in ("Correia", "Graxa")}
    customers = [new_id() for _ in range(3)]
    orders: list[dict[str, Any]] = []
    items: list[dict[str, Any]] = []

    def buy(customer_id: UUID, name: str, days: int, kind: OrderKind = OrderKind.SALE) -> None:
        order = {"id": new_id(), "company_id": company, "customer_id": customer_id,
                 "number": str(len(orders)), "kind": kind,
                 "ordered_on": TODAY - timedelta(days=days), "net_cents": 5}  # fmt: skip
        orders.append(order)
        items.append({"order_id": order["id"], "line": 1, "product_id": products[name],
                      "description": name, "quantity_milli": 1, "unit_cents": 5,
                      "total_cents": 5})  # fmt: skip

    buy(customers[0], "Correia", 3)
    buy(customers[0], "Correia", 40)
    buy(customers[1], "Correia", 364)
    buy(customers[2], "Correia", 366)
    buy(customers[1], "Graxa", 9, OrderKind.RETURN)
    buy(customers[0], "Graxa", 9)
    world.load_more(
        segments=[{"id": segment, "code": "S", "name": "Metal"}],
        companies=[{"id": company, "code": "01", "name": "Matriz"}],
        customers=[customer(key, str(n), segment_id=segment) for n, key in enumerate(customers)],
        products=[
            {"id": key, "company_id": company, "code": name, "name": name}
            for name, key in products.items()
        ],
        orders=orders,
        order_items=items,
    )
    return segment, products


def stored(world: World) -> list[tuple[int, int]]:
    with world.engines.reading() as connection:
        rows = connection.exec_driver_sql("SELECT buyer_count, peer_count FROM segment_products")
        return [(row[0], row[1]) for row in rows]


def test_buyers_of_a_year_are_counted_once_and_returns_not(world: World) -> None:
    shop(world)
    assert MixService(world.database, Hand()).refresh_if_stale()
    assert stored(world) == [(2, 2)], "a single buyer proves nothing"


def test_it_is_counted_once_a_day_and_after_imports_that_have_settled(world: World) -> None:
    clock = Hand()
    mixes = MixService(world.database, clock)
    assert mixes.refresh_if_stale()
    assert not mixes.refresh_if_stale()
    world.load_more(
        imports=[
            {"source": "screen", "file_name": "p.csv", "file_sha256": "0" * 64, "kind": "itens",
             "state": ImportState.DONE, "started_at": NOW, "updated_at": NOW}
        ]
    )  # fmt: skip
    assert not mixes.refresh_if_stale(), "several files often come together"
    clock.at = NOW + timedelta(minutes=16)
    assert mixes.refresh_if_stale()
    assert not mixes.refresh_if_stale()
    clock.at = NOW + timedelta(days=1)
    assert mixes.refresh_if_stale()


def test_a_past_day_is_not_counted(world: World) -> None:
    assert not MixService(world.database, AsOfClock(TODAY)).refresh_if_stale()


def test_a_new_count_replaces_the_old_one(world: World) -> None:
    segment, products = shop(world)
    world.load_more(
        segment_products=[
            {"segment_id": segment, "product_id": products["Graxa"], "buyer_count": 7,
             "peer_count": 9, "computed_for_on": TODAY}
        ]
    )  # fmt: skip
    MixService(world.database, Hand()).refresh()
    assert stored(world) == [(2, 2)]
