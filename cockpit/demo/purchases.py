"""The order books: each customer's own rhythm over three years, and what became of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from random import Random
from uuid import UUID

from cockpit.demo.customers import Client
from cockpit.demo.staff import Product, Staff
from cockpit.demo.tables import Tables
from cockpit.domain.vocabulary import OrderKind

HISTORY_DAYS = 3 * 365
SHORTEST_CYCLE, LONGEST_CYCLE = 7, 120
SHARE_RETURNED = 0.02
SHARE_SPLIT = 0.04
SHARE_CANCELLED = 0.015
SEASON_MONTHS = (8, 9, 10, 11, 12)


class Story(Enum):
    """What happened to a customer's purchases."""

    STEADY = "steady"
    GROWING = "growing"
    SHRINKING = "shrinking"
    LAPSED = "lapsed"
    REACTIVATED = "reactivated"
    SEASONAL = "seasonal"
    NEW = "new"


FREQUENCY = {
    Story.STEADY: 40,
    Story.GROWING: 10,
    Story.SHRINKING: 13,
    Story.LAPSED: 17,
    Story.REACTIVATED: 7,
    Story.SEASONAL: 6,
    Story.NEW: 7,
}


@dataclass(frozen=True, slots=True)
class Purchase:
    """A sale as other parts of the story refer to it."""

    order_id: UUID
    number: str
    day: date
    net_cents: int
    family: str


class OrderNumbers:
    """Counts order numbers, as the ERP does."""

    def __init__(self) -> None:
        self._last = 48_000

    def next(self) -> str:
        """Return the next number."""
        self._last += 1
        return str(self._last)


def add_purchases(
    tables: Tables, staff: Staff, client: Client, numbers: OrderNumbers
) -> list[Purchase]:
    """Add a customer's orders and return the sales, oldest first."""
    random = tables.random
    story = random.choices(list(FREQUENCY), weights=list(FREQUENCY.values()))[0]
    cycle = min(LONGEST_CYCLE, max(SHORTEST_CYCLE, random.lognormvariate(3.4, 0.75)))
    ticket = min(4_000_000, max(18_000, int(random.lognormvariate(12.2, 1.0))))
    usual = random.sample(staff.products, random.randrange(4, 10))
    sales: list[Purchase] = []
    for day in _days(random, tables.as_of, story, cycle):
        size = _growth(story, (tables.as_of - day).days) * random.lognormvariate(-0.06, 0.35)
        parts = 2 if random.random() < SHARE_SPLIT else 1
        sales.extend(
            _add_sale(
                tables,
                staff,
                client,
                numbers,
                day=day,
                wanted_cents=int(ticket * size / parts),
                usual=usual,
            )
            for _ in range(parts)
        )
    for sale in sales:
        if random.random() < SHARE_RETURNED:
            _add_return(tables, staff, client, numbers, sale)
    return sales


def is_late(purchases: list[Purchase], as_of: date) -> bool:
    """Return whether the last purchase is unusually long ago for this customer, but not years."""
    if len(purchases) < 3:
        return False
    usual = (purchases[-1].day - purchases[0].day).days / (len(purchases) - 1)
    silent = (as_of - purchases[-1].day).days
    return 1.4 * usual < silent < 300


def _days(random: Random, as_of: date, story: Story, cycle: float) -> list[date]:
    """Return the days of purchase, oldest first, the last one before ``as_of``."""
    regularity = random.choice((2.0, 4.0, 8.0, 14.0))
    first = as_of - timedelta(days=HISTORY_DAYS - random.randrange(0, 250))
    if story is Story.NEW:
        first = as_of - timedelta(days=random.randrange(4, 100))
    is_buying = _buying_times(random, as_of, story, cycle)
    days: list[date] = []
    day = first
    while day < as_of:
        if is_buying(day):
            days.append(day)
        gap = cycle * _slowing(story, (as_of - day).days)
        day += timedelta(days=max(1, round(random.gammavariate(regularity, gap / regularity))))
        if day.weekday() > 4:
            day += timedelta(days=7 - day.weekday())
    return days[:2] if story is Story.NEW else days


def _buying_times(
    random: Random, as_of: date, story: Story, cycle: float
) -> Callable[[date], bool]:
    """Return whether the customer buys at all on a day, as the story goes."""
    if story is Story.LAPSED:
        silent_days = cycle * random.uniform(1.4, 7.0) + random.choice((0, 0, 0, 200, 500))
        end = as_of - timedelta(days=min(silent_days, HISTORY_DAYS - 300))
        return lambda day: day <= end
    if story is Story.REACTIVATED:
        back = as_of - timedelta(days=random.randrange(3, 60))
        away = back - timedelta(days=int(cycle * random.uniform(3.5, 7)))
        return lambda day: day <= away or day >= back
    if story is Story.SEASONAL:
        return lambda day: day.month in SEASON_MONTHS
    return lambda _day: True


def _growth(story: Story, days_ago: int) -> float:
    """Return how large orders are against the customer's usual ticket."""
    years = days_ago / 365
    if story is Story.GROWING:
        return 1.8 - 0.45 * years
    if story is Story.SHRINKING:
        return 0.45 + 0.35 * years
    return 1.0


def _slowing(story: Story, days_ago: int) -> float:
    """Return how much longer than usual the intervals are."""
    is_recent = days_ago < 240
    return {Story.GROWING: 0.75, Story.SHRINKING: 1.5}.get(story, 1.0) if is_recent else 1.0


def _add_sale(
    tables: Tables,
    staff: Staff,
    client: Client,
    numbers: OrderNumbers,
    *,
    day: date,
    wanted_cents: int,
    usual: list[Product],
) -> Purchase:
    random = tables.random
    chosen = random.sample(usual, random.randrange(1, min(4, len(usual))))
    lines = [
        (product, max(1, round(wanted_cents / len(chosen) / product.price_cents)))
        for product in chosen
    ]
    net = sum(product.price_cents * count for product, count in lines)
    is_cancelled = random.random() < SHARE_CANCELLED
    promised = day + timedelta(days=random.randrange(2, 9))
    delivered = promised + timedelta(days=random.choice((-1, 0, 0, 0, 0, 1, 6)))
    number = numbers.next()
    order_id = tables.add(
        "orders",
        company_id=staff.company_id,
        customer_id=client.key,
        number=number,
        kind=OrderKind.CANCELLED if is_cancelled else OrderKind.SALE,
        ordered_on=day,
        net_cents=net,
        goods_cents=round(net * 0.88),
        seller_name=client.owner.name,
        seller_id=client.owner.user_id,
        state_text="Cancelado" if is_cancelled else _state(delivered, tables.as_of),
        promised_on=promised,
        delivered_on=None if is_cancelled or delivered > tables.as_of else delivered,
    )
    for position, (product, count) in enumerate(lines, start=1):
        tables.add(
            "order_items", order_id=order_id, line=position, product_id=product.key,
            product_code=product.code, description=product.name, quantity_milli=count * 1000,
            unit_cents=product.price_cents, total_cents=product.price_cents * count,
        )  # fmt: skip
    return Purchase(order_id, number, day, 0 if is_cancelled else net, lines[0][0].family)


def _state(delivered: date, as_of: date) -> str:
    return "Faturado" if delivered <= as_of else "Em separação"


def _add_return(
    tables: Tables, staff: Staff, client: Client, numbers: OrderNumbers, sale: Purchase
) -> None:
    day = sale.day + timedelta(days=tables.random.randrange(3, 20))
    if day >= tables.as_of or not sale.net_cents:
        return
    net = int(sale.net_cents * tables.random.choice((0.1, 0.3, 1.0)))
    tables.add(
        "orders", company_id=staff.company_id, customer_id=client.key, number=numbers.next(),
        kind=OrderKind.RETURN, ordered_on=day, net_cents=net, goods_cents=round(net * 0.88),
        references_id=sale.order_id, seller_name=client.owner.name,
        seller_id=client.owner.user_id, state_text="Devolvido",
    )  # fmt: skip
