"""A customer's past: documents of the order book and logged contacts, newest first."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Result, Select, func, or_, select

from cockpit.data.repositories.known_then import KnownThen
from cockpit.domain.customer import ContactSummary, OrderSummary
from models import Campaign, Contact, Order, OrderItem, Outcome, Reason, User

#: More than anybody scrolls through; a wholesale customer may have thousands of documents.
LONGEST = 300


def orders(
    connection: Connection, customer_id: UUID, *, until: date, known_at: datetime | None = None
) -> tuple[OrderSummary, ...]:
    """Return the last documents up to and including a day, as they were known at an instant."""
    if known_at is None:
        statement = (
            _documents(Order.customer_id == customer_id)
            .where(Order.ordered_on <= until)
            .order_by(Order.ordered_on.desc(), Order.number.desc())
            .limit(LONGEST)
        )
        return tuple(OrderSummary(*row) for row in connection.execute(statement))
    then = KnownThen.at(connection, known_at)
    concerned = or_(Order.customer_id == customer_id, Order.id.in_(then.documents_of(customer_id)))
    found = (OrderSummary(*row) for row in connection.execute(_documents(concerned)))
    known = (then.as_it_was(order, customer_id) for order in found)
    kept = [order for order in known if order is not None and order.ordered_on <= until]
    kept.sort(key=lambda order: (order.ordered_on, order.number), reverse=True)
    return tuple(kept[:LONGEST])


def _documents(condition: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    items = (
        select(func.count())
        .where(OrderItem.order_id == Order.id)
        .correlate(Order)
        .scalar_subquery()
    )
    return select(
        Order.id,
        Order.number,
        Order.kind,
        Order.ordered_on,
        Order.net_cents,
        items,
        func.coalesce(Order.state_text, ""),
    ).where(condition)


def contacts(
    connection: Connection, customer_id: UUID, *, known_at: datetime | None = None
) -> tuple[ContactSummary, ...]:
    """Return the last contacts, those up to an instant."""
    statement = (
        select(
            Contact.id,
            Contact.occurred_at,
            Contact.channel,
            User.name,
            func.coalesce(Contact.person_name, ""),
            Outcome.name,
            func.coalesce(Reason.name, ""),
            func.coalesce(Campaign.name, ""),
            func.coalesce(Contact.note, ""),
            Contact.campaign_id,
        )
        .join(User, User.id == Contact.user_id)
        .join(Outcome, Outcome.id == Contact.outcome_id)
        .outerjoin(Reason, Reason.id == Contact.reason_id)
        .outerjoin(Campaign, Campaign.id == Contact.campaign_id)
        .where(Contact.customer_id == customer_id)
        .order_by(Contact.occurred_at.desc(), Contact.id.desc())
        .limit(LONGEST)
    )
    if known_at is not None:
        statement = statement.where(Contact.occurred_at <= known_at)
    rows: Result[*tuple[Any, ...]] = connection.execute(statement)
    return tuple(ContactSummary(*row) for row in rows)
