"""Quotes as they are taken at the customer's."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Connection, func, insert, or_, select

from cockpit.domain.ids import new_id
from cockpit.domain.quotes import QuoteDraft, QuoteProduct
from cockpit.domain.vocabulary import OrderKind, QuoteState
from cockpit.services.ports import CurrentUser
from models import (
    Customer,
    Order,
    OrderItem,
    PriceEntry,
    Product,
    Promotion,
    PromotionItem,
    Quote,
    QuoteItem,
)


class SqlQuoteRepository:
    """Implements ``QuoteRepository`` of ``cockpit.services.ports.visits``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def products(self, customer_id: UUID, *, today: date) -> list[QuoteProduct]:
        """Return what can be offered to a customer, what they buy first, then by name."""
        company = select(Customer.company_id).where(Customer.id == customer_id).scalar_subquery()
        rows = self._connection.execute(
            select(Product.id, Product.code, Product.name, Product.unit)
            .where(Product.is_active, or_(company.is_(None), Product.company_id == company))
            .order_by(Product.name, Product.code)
        )
        listed, paid = self._listed(today), self._paid(customer_id)
        promoted = self._promoted(today)
        found = [
            QuoteProduct(
                product_id=row.id,
                code=row.code,
                name=row.name,
                unit=row.unit or "",
                list_cents=listed.get(row.id),
                last_cents=paid.get(row.id),
                promotion_bp=promoted.get(row.id, 0),
            )
            for row in rows
        ]
        return sorted(found, key=lambda one: one.product_id not in paid)

    def numbers(self, prefix: str) -> list[str]:
        """Return the numbers in use that begin so."""
        statement = select(Quote.number).where(Quote.number.startswith(prefix, autoescape=True))
        return list(self._connection.execute(statement).scalars())

    def number_of(self, quote_id: UUID) -> str | None:
        """Return the number of a stored quote; None where it is not stored."""
        found: str | None = self._connection.execute(
            select(Quote.number).where(Quote.id == quote_id)
        ).scalar()
        return found

    def add(
        self, draft: QuoteDraft, number: str, *, user: CurrentUser, today: date, at: datetime
    ) -> None:
        """Store an open quote of the user's with its lines."""
        self._connection.execute(
            insert(Quote).values(
                id=draft.quote_id,
                customer_id=draft.customer_id,
                number=number,
                opened_on=today,
                expires_on=draft.expires_on,
                state=QuoteState.OPEN,
                total_cents=draft.total_cents,
                seller_id=user.user_id,
                created_at=at,
                updated_at=at,
            )
        )
        keys = [line.product_id for line in draft.lines]
        rows = self._connection.execute(
            select(Product.id, Product.name).where(Product.id.in_(keys))
        )
        names = {row.id: row.name for row in rows}
        lines = [
            {
                "id": new_id(),
                "quote_id": draft.quote_id,
                "line": number,
                "product_id": line.product_id,
                "description": names[line.product_id],
                "quantity_milli": line.quantity_milli,
                "unit_cents": line.unit_cents,
            }
            for number, line in enumerate(draft.lines, start=1)
        ]
        self._connection.execute(insert(QuoteItem), lines)

    def _listed(self, today: date) -> dict[UUID, int]:
        """Return today's prices; of several lists the first by name, of one the newest."""
        rows = self._connection.execute(
            select(PriceEntry.product_id, PriceEntry.price_cents)
            .where(
                PriceEntry.valid_from_on <= today,
                or_(PriceEntry.valid_until_on.is_(None), PriceEntry.valid_until_on >= today),
            )
            .order_by(PriceEntry.price_list, PriceEntry.valid_from_on.desc())
        )
        found: dict[UUID, int] = {}
        for product_id, cents in rows:
            found.setdefault(product_id, cents)
        return found

    def _paid(self, customer_id: UUID) -> dict[UUID, int]:
        """Return what the customer paid last for each product that they bought."""
        rows = self._connection.execute(
            select(OrderItem.product_id, OrderItem.unit_cents)
            .join(Order, Order.id == OrderItem.order_id)
            .where(
                Order.customer_id == customer_id,
                Order.kind == OrderKind.SALE,
                OrderItem.product_id.is_not(None),
                OrderItem.unit_cents > 0,
            )
            .order_by(Order.ordered_on, Order.id, OrderItem.line)
        )
        return {product_id: cents for product_id, cents in rows if product_id is not None}

    def _promoted(self, today: date) -> dict[UUID, int]:
        rows = self._connection.execute(
            select(PromotionItem.product_id, func.max(PromotionItem.discount_bp))
            .join(Promotion, Promotion.id == PromotionItem.promotion_id)
            .where(Promotion.starts_on <= today, Promotion.ends_on >= today)
            .group_by(PromotionItem.product_id)
        )
        return {row[0]: row[1] for row in rows}
