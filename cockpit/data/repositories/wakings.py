"""Which waiting objections have their condition come true."""

from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, func, or_, select

from cockpit.domain.vocabulary import ObjectionState, WaitCondition
from models import Objection, Order, OrderItem, Product, Promotion, PromotionItem, Receivable

#: The stock state of a product that can be delivered; none is stored where nobody tells the stock.
AVAILABLE = "available"


def is_deliverable() -> ColumnElement[bool]:
    """Return whether a product is on sale and, as far as the stock is known, there."""
    return and_(Product.is_active, func.coalesce(Product.stock_state, AVAILABLE) == AVAILABLE)


def fulfilled(connection: Connection, today: date) -> list[tuple[UUID, UUID]]:
    """Return the waiting objections whose condition holds on a day, with their customers."""
    conditions = (
        (WaitCondition.DATE, Objection.wait_until_on <= today),
        (WaitCondition.RECEIVABLE_PAID, _is_paid(today)),
        (WaitCondition.PROMOTION, _is_promoted(today)),
        (WaitCondition.PRODUCT_AVAILABLE, _is_available()),
    )
    return [
        (row.id, row.customer_id)
        for condition, holds in conditions
        for row in connection.execute(_waiting(condition).where(holds))
    ]


def _waiting(condition: WaitCondition) -> Select[UUID, UUID]:
    return (
        select(Objection.id, Objection.customer_id)
        .where(Objection.state == ObjectionState.WAITING, Objection.wait_condition == condition)
        .order_by(Objection.id)
    )


def _is_paid(today: date) -> ColumnElement[bool]:
    """Return whether the title is paid, or everything overdue where none is named."""
    named = exists().where(
        Receivable.id == Objection.wait_reference_id, Receivable.paid_on.is_not(None)
    )
    overdue = exists().where(
        Receivable.customer_id == Objection.customer_id,
        Receivable.paid_on.is_(None),
        Receivable.due_on < today,
    )
    return or_(named, and_(Objection.wait_reference_id.is_(None), ~overdue))


def _is_promoted(today: date) -> ColumnElement[bool]:
    """Return whether the promotion is in force, or a new one of something that they bought.

    Where none is named, one that was there when the objection began to wait is not news.
    """
    in_force = and_(Promotion.starts_on <= today, Promotion.ends_on >= today)
    named = exists().where(Promotion.id == Objection.wait_reference_id, in_force)
    is_news = or_(
        Promotion.starts_on > func.date(Objection.updated_at),
        Promotion.created_at > Objection.updated_at,
    )
    bought = (
        select(OrderItem.product_id)
        .join(Order, Order.id == OrderItem.order_id)
        .where(Order.customer_id == Objection.customer_id)
        .correlate(Objection)
    )
    fitting = (
        select(Promotion.id)
        .join(PromotionItem, PromotionItem.promotion_id == Promotion.id)
        .where(in_force, is_news, PromotionItem.product_id.in_(bought))
        .correlate(Objection)
        .exists()
    )
    return or_(named, and_(Objection.wait_reference_id.is_(None), fitting))


def _is_available() -> ColumnElement[bool]:
    return exists().where(Product.id == Objection.wait_reference_id, is_deliverable())
