"""What order events were worth before later returns lowered them.

A return lowers the latest event up to its own day (``analytics.order_events``). Stored events know
of all returns; on a day between a sale and its return the sale was worth more.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import CTE, ColumnElement, Connection, and_, bindparam, func, or_, select

from cockpit.data.repositories.raw import day_numbers, fetch_columns, places_by_raw
from cockpit.domain.past_columns import ReturnColumns
from cockpit.domain.vocabulary import OrderKind
from models import Order

#: As ``analytics.order_events`` believes dates, and drops what came back.
_EARLIEST = date(1980, 1, 1)
_DROPPED_TENTHS = 9
#: Told literally: a prepared statement could not know that the index of returns serves it.
_IS_RETURN = Order.kind == bindparam(None, OrderKind.RETURN, Order.kind.type, literal_execute=True)
_IS_SALE = (Order.kind == OrderKind.SALE, Order.net_cents > 0)


def later_returns(
    connection: Connection,
    customer_ids: Sequence[UUID],
    days: Sequence[date],
    is_cancelled: Callable[[], bool],
) -> ReturnColumns:
    """Return what events were worth on some days, before returns of later days lowered them.

    Args:
        connection: Where.
        customer_ids: The customers, whose positions are meant; returns of others are left out.
        days: The days; what lowered an event on none of them is left out.
        is_cancelled: Asked now and then.

    Raises:
        CancelledError: ``is_cancelled`` said so.
    """
    keys, until, sold, gross, before, since = _lowered(connection, days, is_cancelled)
    place = places_by_raw(connection, customer_ids)
    mine = [at for at, key in enumerate(keys) if key in place]
    sold_day, until_day, since_day = (day_numbers(one) for one in (sold, until, since))
    return ReturnColumns(
        place=[place[keys[at]] for at in mine],
        sold_day=[sold_day[at] for at in mine],
        from_day=[since_day[at] or sold_day[at] for at in mine],
        until_day=[until_day[at] for at in mine],
        value_cents=[_left(int(gross[at]), int(before[at])) for at in mine],
    )


def _left(gross: int, returned: int) -> int:
    """Return what an event is worth, 0 where so much came back that it does not count."""
    return gross - returned if returned * 10 < gross * _DROPPED_TENTHS else 0


def _lowered(
    connection: Connection, days: Sequence[date], is_cancelled: Callable[[], bool]
) -> list[list[Any]]:
    """Return by customer and day of a return which event it lowers.

    The columns are customer, day of the return, day of the sale, its gross cents, the cents of its
    earlier returns, and the day of the last of these.
    """
    sold = _sold(min(days))
    sale = select(func.coalesce(func.sum(Order.net_cents), 0)).where(
        Order.customer_id == sold.c.customer_id, Order.ordered_on == sold.c.sold_on, *_IS_SALE
    )
    earlier = (
        Order.customer_id == sold.c.customer_id,
        Order.ordered_on >= sold.c.sold_on,
        Order.ordered_on < sold.c.until_on,
        _IS_RETURN,
    )
    returned = select(func.coalesce(func.sum(func.abs(Order.net_cents)), 0)).where(*earlier)
    last = select(func.max(Order.ordered_on)).where(*earlier)
    statement = select(
        sold.c.customer_id,
        sold.c.until_on,
        sold.c.sold_on,
        sale.correlate(sold).scalar_subquery().label("gross"),
        returned.correlate(sold).scalar_subquery().label("returned"),
        last.correlate(sold).scalar_subquery().label("since_on"),
    ).where(or_(*(_is_between(sold, day) for day in days)))
    return fetch_columns(connection, statement, is_cancelled)


def _is_between(sold: CTE, day: date) -> ColumnElement[bool]:
    """Return whether a day lies between a sale and its return."""
    return and_(sold.c.sold_on <= _day(day), sold.c.until_on > _day(day))


def _sold(after: date) -> CTE:
    """Return customers and days of returns with the day of the latest sale up to them."""
    returns = (
        select(Order.customer_id, Order.ordered_on.label("until_on"))
        .where(_IS_RETURN, Order.ordered_on > _day(after))
        .distinct()
        .cte("returned")
    )
    latest = (
        select(Order.ordered_on)
        .where(
            Order.customer_id == returns.c.customer_id,
            Order.ordered_on <= returns.c.until_on,
            Order.ordered_on >= _day(_EARLIEST),
            *_IS_SALE,
        )
        .order_by(Order.ordered_on.desc())
        .limit(1)
        .correlate(returns)
        .scalar_subquery()
    )
    found = select(returns.c.customer_id, returns.c.until_on, latest.label("sold_on")).cte("sold")
    # Else SQLite looks the sale up again wherever its day is named.
    return found.prefix_with("MATERIALIZED")


def _day(day: date) -> ColumnElement[date]:
    return bindparam(None, day, Order.ordered_on.type)
