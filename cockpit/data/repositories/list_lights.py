"""The status lights of the work list: what waits at the customers who have anything open.

Few customers have, so each light is a small grouped query of its own. Customers are keyed as the
driver has them.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    case,
    func,
    literal,
    literal_column,
    select,
)

from cockpit.data.repositories.raw import fetch_columns
from cockpit.domain.vocabulary import (
    CreditState,
    Light,
    OrderKind,
    QuoteState,
    ServiceCaseKind,
    ServiceCaseState,
)
from models import Order, Quote, Receivable, ServiceCase

CREDIT_LIGHTS = {
    CreditState.GOOD.value: Light.GOOD,
    CreditState.WATCH.value: Light.ATTENTION,
    CreditState.DENIED.value: Light.TROUBLE,
}
_ORDER_SOON = timedelta(days=3)
_SOON = timedelta(days=7)
_OLD_CASE = timedelta(days=7)

Narrow = Callable[[Select[*tuple[Any, ...]], Any], Select[*tuple[Any, ...]]]


def narrowing(customer_ids: Collection[UUID] | None) -> Narrow:
    """Return what narrows a query to some customers; to nobody less where none are named."""
    if customer_ids is None:
        return lambda statement, _column: statement
    wanted = sorted(set(customer_ids))
    return lambda statement, column: statement.where(column.in_(wanted))


@dataclass(frozen=True, slots=True)
class Lights:
    """Who has a light, by kind; whoever is missing has none.

    Attributes:
        overdue_cents: Unpaid titles past their due day.
    """

    orders: dict[Any, Light] = field(default_factory=dict)
    titles: dict[Any, Light] = field(default_factory=dict)
    quotes: dict[Any, Light] = field(default_factory=dict)
    service: dict[Any, Light] = field(default_factory=dict)
    nonconformity: dict[Any, Light] = field(default_factory=dict)
    overdue_cents: dict[Any, int] = field(default_factory=dict)


def read_lights(connection: Connection, narrow: Narrow, *, today: date, at: datetime) -> Lights:
    """Read the lights of a day.

    Args:
        connection: Where.
        narrow: Whose.
        today: The day that titles, promises and quotes are compared with.
        at: The instant that the age of service cases is measured at.
    """
    titles, overdue = _titles(connection, narrow, today)
    service, nonconformity = _cases(connection, narrow, at)
    return Lights(
        orders=_orders(connection, narrow, today),
        titles=titles,
        quotes=_quotes(connection, narrow, today),
        service=service,
        nonconformity=nonconformity,
        overdue_cents=overdue,
    )


def _ranked(*rules: tuple[ColumnElement[bool], Light], otherwise: Light) -> ColumnElement[int]:
    """Return the light of a row: the first rule that holds, as a number that ``max`` compares."""
    # Plain numbers in the text: bound ones come back as text from a driver that guesses.
    chosen = [(rule, literal_column(str(int(light)), Integer)) for rule, light in rules]
    return case(*chosen, else_=literal_column(str(int(otherwise)), Integer))


def _lit(keys: Iterable[Any], numbers: Iterable[int]) -> dict[Any, Light]:
    return {key: Light(number) for key, number in zip(keys, numbers, strict=True)}


def _orders(connection: Connection, narrow: Narrow, today: date) -> dict[Any, Light]:
    """Orders on their way: late ones, and those promised within three days."""
    worst = _ranked(
        (Order.promised_on < today, Light.TROUBLE),
        (Order.promised_on <= today + _ORDER_SOON, Light.ATTENTION),
        otherwise=Light.GOOD,
    )
    statement = (
        select(Order.customer_id, func.max(worst))
        .where(
            Order.promised_on.is_not(None),
            Order.delivered_on.is_(None),
            Order.kind == OrderKind.SALE,
        )
        .group_by(Order.customer_id)
    )
    return _lit(*fetch_columns(connection, narrow(statement, Order.customer_id)))


def _titles(
    connection: Connection, narrow: Narrow, today: date
) -> tuple[dict[Any, Light], dict[Any, int]]:
    """Unpaid titles, and what is overdue of them."""
    is_overdue = Receivable.due_on < today
    worst = _ranked(
        (is_overdue, Light.TROUBLE),
        (Receivable.due_on <= today + _SOON, Light.ATTENTION),
        otherwise=Light.GOOD,
    )
    owed = Receivable.amount_cents - Receivable.paid_cents
    late = func.sum(case((is_overdue, owed), else_=literal(0)))
    statement = (
        select(Receivable.customer_id, func.max(worst), late)
        .where(Receivable.paid_on.is_(None))
        .group_by(Receivable.customer_id)
    )
    keys, lights, cents = fetch_columns(connection, narrow(statement, Receivable.customer_id))
    overdue = {key: int(one) for key, one in zip(keys, cents, strict=True) if one}
    return _lit(keys, lights), overdue


def _quotes(connection: Connection, narrow: Narrow, today: date) -> dict[Any, Light]:
    """Open quotes; one that has expired wants an answer as much as one that is about to."""
    worst = _ranked((Quote.expires_on <= today + _SOON, Light.ATTENTION), otherwise=Light.GOOD)
    statement = (
        select(Quote.customer_id, func.max(worst))
        .where(Quote.state == QuoteState.OPEN)
        .group_by(Quote.customer_id)
    )
    return _lit(*fetch_columns(connection, narrow(statement, Quote.customer_id)))


def _cases(
    connection: Connection, narrow: Narrow, at: datetime
) -> tuple[dict[Any, Light], dict[Any, Light]]:
    """Open service cases, and open non-conformities."""
    is_nonconformity = ServiceCase.kind == ServiceCaseKind.NON_CONFORMITY
    worst = _ranked((ServiceCase.opened_at < at - _OLD_CASE, Light.TROUBLE),
                    otherwise=Light.ATTENTION)  # fmt: skip
    group = case(
        (is_nonconformity, literal_column("1", Integer)), else_=literal_column("0", Integer)
    ).label("is_nonconformity")
    statement = (
        select(ServiceCase.customer_id, group, func.max(worst))
        .where(ServiceCase.state == ServiceCaseState.OPEN)
        .group_by(ServiceCase.customer_id, group)
    )
    rows = fetch_columns(connection, narrow(statement, ServiceCase.customer_id))
    service: dict[Any, Light] = {}
    nonconformity: dict[Any, Light] = {}
    for key, is_other, light in zip(*rows, strict=True):
        if is_other:
            nonconformity[key] = Light.TROUBLE
        else:
            service[key] = Light(light)
    return service, nonconformity
