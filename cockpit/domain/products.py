"""A customer's product mix: how often they buy each product, what is due, what they gave up."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median
from uuid import UUID

from cockpit.domain.sections import ProductState, ProductUse

#: A product that is silent for more than so many of its intervals may have lapsed.
LAPSED_INTERVALS = 2
#: A lapsed product is missing in as many of the customer's latest orders.
LATEST_ORDERS = 2


@dataclass(frozen=True, slots=True)
class PurchaseLine:
    """One line of a sale or of a return, as the order book has it.

    Attributes:
        order_id: The document that holds it.
        day: Its day.
        code: The product's code, or an empty text.
        is_return: Whether it takes goods back, which lowers the value and is no purchase.
    """

    order_id: UUID
    day: date
    code: str
    name: str
    family: str
    quantity_milli: int
    total_cents: int
    is_return: bool = False

    @property
    def product(self) -> str:
        """Return what tells products apart: the code, or the description where it has none."""
        return self.code or self.name


def product_mix(lines: Iterable[PurchaseLine], today: date) -> tuple[ProductUse, ...]:
    """Return the products that a customer bought, those of the greatest value first.

    Args:
        lines: The lines of their documents up to the day, in any order.
        today: The day from which silence is counted.
    """
    by_product: dict[str, list[PurchaseLine]] = defaultdict(list)
    sale_days: dict[UUID, date] = {}
    for line in lines:
        by_product[line.product].append(line)
        if not line.is_return:
            sale_days[line.order_id] = line.day
    latest = frozenset(
        sorted(sale_days, key=lambda key: (sale_days[key], key), reverse=True)[:LATEST_ORDERS]
    )
    values = {product: max(_value(some), 0) for product, some in by_product.items()}
    whole = sum(values.values())
    uses = [
        _use(some, today, latest, values[product] / whole if whole else 0.0)
        for product, some in by_product.items()
        if not all(line.is_return for line in some)
    ]
    return tuple(sorted(uses, key=lambda use: (-use.total_cents, use.code, use.name)))


def _use(
    lines: Sequence[PurchaseLine], today: date, latest: frozenset[UUID], share: float
) -> ProductUse:
    bought = sorted(
        (line for line in lines if not line.is_return), key=lambda line: (line.day, line.order_id)
    )
    days = sorted({line.day for line in bought})
    last = bought[-1]
    interval = round(median(_gaps(days))) if len(days) > 1 else None
    silence = (today - last.day).days
    quantities: dict[UUID, int] = defaultdict(int)
    for line in bought:
        quantities[line.order_id] += line.quantity_milli
    return ProductUse(
        code=last.code,
        name=last.name,
        family=last.family,
        state=_state(interval, silence, is_in_latest=not latest.isdisjoint(quantities)),
        order_count=len(quantities),
        interval_days=interval,
        last_on=last.day,
        silence_days=silence,
        total_cents=_value(lines),
        share=share,
        usual_quantity_milli=round(median(quantities.values())),
        last_unit_cents=_unit_cents(last),
    )


def _state(interval: int | None, silence: int, *, is_in_latest: bool) -> ProductState:
    if interval is None:
        return ProductState.ONCE
    if silence > LAPSED_INTERVALS * interval and not is_in_latest:
        return ProductState.LAPSED
    return ProductState.DUE if silence >= interval else ProductState.REGULAR


def _value(lines: Iterable[PurchaseLine]) -> int:
    """Return the net value of some lines; whichever sign a return is written with, it lowers it."""
    return sum(-abs(line.total_cents) if line.is_return else line.total_cents for line in lines)


def _gaps(days: Sequence[date]) -> list[int]:
    return [(later - earlier).days for earlier, later in pairwise(days)]


def _unit_cents(line: PurchaseLine) -> int:
    """Return what one unit came to, discounts taken off."""
    return round(line.total_cents * 1000 / line.quantity_milli) if line.quantity_milli else 0
