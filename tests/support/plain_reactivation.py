"""Reactivation once more, by loops over plain rows: shares no code with the program's own."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import ROUND_HALF_EVEN, Decimal, localcontext
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import select

from cockpit.data.engine import Engines
from models import Base

ZONE = ZoneInfo("America/Sao_Paulo")
#: Customer, first contact, day of the orders; returns, cents, cents without taxes.
Told = dict[tuple[UUID, UUID, date], tuple[int, int, int]]


@dataclass
class Reached:
    """A contact that reached somebody silent."""

    contact_id: UUID
    user_id: UUID
    day: date
    at: datetime


def rows(engines: Engines, table: str) -> list[Any]:
    """Return a table."""
    with engines.reading() as connection:
        return list(connection.execute(select(Base.metadata.tables[table])))


def order_days(engines: Engines, today: date) -> dict[UUID, dict[date, int]]:
    """Return what each customer bought on which days, what came back taken off."""
    sold: defaultdict[UUID, defaultdict[date, int]] = defaultdict(lambda: defaultdict(int))
    returned = []
    for order in rows(engines, "orders"):
        kind = str(getattr(order.kind, "value", order.kind))
        if order.ordered_on > today or order.ordered_on < date(1980, 1, 1):
            continue
        if kind == "sale" and order.net_cents > 0:
            sold[order.customer_id][order.ordered_on] += order.net_cents
        elif kind == "return":
            returned.append(order)
    back: defaultdict[tuple[UUID, date], int] = defaultdict(int)
    for order in returned:
        earlier = [day for day in sold[order.customer_id] if day <= order.ordered_on]
        if earlier:
            back[order.customer_id, max(earlier)] += abs(order.net_cents)
    found: dict[UUID, dict[date, int]] = {}
    for customer, days in sold.items():
        found[customer] = {}
        for day, cents in days.items():
            gone = back[customer, day]
            if gone * 10 < cents * 9:
                found[customer][day] = cents - gone
    return found


#: Net cents and goods cents of each customer's days with sales.
Goods = dict[tuple[UUID, date], tuple[Decimal, Decimal]]


def goods_of_days(engines: Engines) -> Goods:
    """Return what all sales of each customer's days cost with and without taxes."""
    found: Goods = {}
    for order in rows(engines, "orders"):
        if order.net_cents > 0 and str(getattr(order.kind, "value", order.kind)) == "sale":
            net, goods = found.get((order.customer_id, order.ordered_on), (Decimal(0), Decimal(0)))
            untaxed = order.net_cents if order.goods_cents is None else order.goods_cents
            found[order.customer_id, order.ordered_on] = net + order.net_cents, goods + untaxed
    return found


def untaxed(sold: Goods, customer: UUID, day: date, cents: int) -> int:
    """Return what is left of some cents of a customer's day without taxes, by its sales."""
    net, goods = sold[customer, day]
    with localcontext(prec=60):
        return int((cents * goods / net).quantize(Decimal(1), ROUND_HALF_EVEN))


def arrived(contact: Any) -> datetime:
    """Return when a contact reached the database."""
    at: datetime = contact.stored_at or contact.recorded_at
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def approaches(engines: Engines, known_on: date | None = None) -> dict[UUID, list[Reached]]:
    """Return, by customer, the contacts that reached them while they were silent.

    Args:
        engines: Where to read.
        known_on: Leaves out contacts that reached the database after this day.
    """
    contacts = {
        one.id: one
        for one in rows(engines, "contacts")
        if known_on is None or arrived(one).astimezone(ZONE).date() <= known_on
    }
    reaching = {one.id for one in rows(engines, "outcomes") if one.is_reached}
    amended_by = {one.amends_id: one.id for one in contacts.values() if one.amends_id}
    found: defaultdict[UUID, list[Reached]] = defaultdict(list)
    for first in contacts.values():
        if first.amends_id is not None:
            continue
        last = first
        while last.id in amended_by:
            last = contacts[amended_by[last.id]]
        status = first.status_at_contact
        if status is None or str(getattr(status, "value", status)) not in ("inactive", "lost"):
            continue
        if last.outcome_id in reaching:
            at = first.occurred_at
            at = at if at.tzinfo else at.replace(tzinfo=UTC)
            found[first.customer_id].append(
                Reached(first.id, first.user_id, at.astimezone(ZONE).date(), at)
            )
    return found


def plainly(
    engines: Engines,
    first: date,
    last: date,
    *,
    today: date,
    within: int = 30,
    known_on: date | None = None,
) -> Told:
    """Return what counts in a period, from all that is stored, or from contacts known on a day."""
    orders, sold = order_days(engines, today), goods_of_days(engines)
    found: Told = {}
    for customer, contacts in approaches(engines, known_on).items():
        contacts.sort(key=lambda one: (one.at, one.contact_id.bytes))
        bought = sorted(orders.get(customer, {}))
        quiet_until = date.min
        for _ in range(len(bought) + 1):
            open_ = [one for one in contacts if one.day > quiet_until]
            hits = [
                one
                for one in open_
                if any(one.day <= day <= one.day + timedelta(within) for day in bought)
            ]
            if not hits:
                break
            came_back = next(day for day in bought if day >= hits[0].day)
            credited = [one for one in open_ if one.day <= came_back][-1]
            quiet_until = credited.day + timedelta(within)
            for day in bought:
                if came_back <= day <= quiet_until and first <= day <= last:
                    key = customer, credited.contact_id, day
                    cents = orders[customer][day]
                    goods = untaxed(sold, customer, day, cents)
                    found[key] = (int(day == came_back), cents, goods)
    return found
