"""Quotes as they are taken at the customer's."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Connection, delete, func, insert, or_, select, update

from cockpit.domain.ids import new_id
from cockpit.domain.quotes import OpenQuote, QuoteDraft, QuoteLine, QuoteProduct
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

_NO_PRODUCT = UUID(int=0)


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
        self._add_lines(draft.quote_id, draft.lines, first=1)

    def open_quotes(self, customer_id: UUID, *, user: CurrentUser) -> list[OpenQuote]:
        """Return the user's own open quotes that the program can write, the newest first."""
        quotes = self._connection.execute(
            select(Quote.id, Quote.number, Quote.opened_on, Quote.expires_on)
            .where(
                Quote.customer_id == customer_id,
                Quote.seller_id == user.user_id,
                Quote.state == QuoteState.OPEN,
            )
            .order_by(Quote.opened_on.desc(), Quote.created_at.desc(), Quote.id)
        ).all()
        lines = self._lines([one.id for one in quotes])
        found = [OpenQuote(*one, lines=tuple(lines.get(one.id, ()))) for one in quotes]
        return [one for one in found if _is_ours(one)]

    def change(self, draft: QuoteDraft, *, at: datetime) -> None:
        """Give a stored quote other lines and another last day; see the port."""
        rows = self._connection.execute(
            select(QuoteItem.id, QuoteItem.line, QuoteItem.product_id, QuoteItem.quantity_milli,
                   QuoteItem.unit_cents).where(QuoteItem.quote_id == draft.quote_id)
        ).all()  # fmt: skip
        wished = {line.product_id: line for line in draft.lines}
        for row in rows:
            line = wished.pop(row.product_id, None)
            which = QuoteItem.id == row.id
            if line is None:
                self._connection.execute(delete(QuoteItem).where(which))
            elif (line.quantity_milli, line.unit_cents) != (row.quantity_milli, row.unit_cents):
                self._connection.execute(
                    update(QuoteItem)
                    .where(which)
                    .values(quantity_milli=line.quantity_milli, unit_cents=line.unit_cents)
                )
        first = 1 + max((row.line for row in rows), default=0)
        self._add_lines(draft.quote_id, [*wished.values()], first=first)
        self._connection.execute(
            update(Quote)
            .where(Quote.id == draft.quote_id)
            .values(total_cents=draft.total_cents, expires_on=draft.expires_on, updated_at=at)
        )

    def _add_lines(self, quote_id: UUID, lines: Sequence[QuoteLine], *, first: int) -> None:
        if not lines:
            return
        keys = [line.product_id for line in lines]
        rows = self._connection.execute(
            select(Product.id, Product.name).where(Product.id.in_(keys))
        )
        names = {row.id: row.name for row in rows}
        values = [
            {
                "id": new_id(),
                "quote_id": quote_id,
                "line": number,
                "product_id": line.product_id,
                "description": names[line.product_id],
                "quantity_milli": line.quantity_milli,
                "unit_cents": line.unit_cents,
            }
            for number, line in enumerate(lines, start=first)
        ]
        self._connection.execute(insert(QuoteItem), values)

    def _lines(self, quote_ids: Sequence[UUID]) -> dict[UUID, list[QuoteLine]]:
        """Return the lines of quotes in their order."""
        rows = self._connection.execute(
            select(QuoteItem.quote_id, QuoteItem.product_id, QuoteItem.quantity_milli,
                   QuoteItem.unit_cents)
            .where(QuoteItem.quote_id.in_(quote_ids))
            .order_by(QuoteItem.line)
        )  # fmt: skip
        found: dict[UUID, list[QuoteLine]] = {}
        for row in rows:
            # What names no product was not written here: see _is_ours.
            line = QuoteLine(row.product_id or _NO_PRODUCT, row.quantity_milli, row.unit_cents)
            found.setdefault(row.quote_id, []).append(line)
        return found

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


def _is_ours(quote: OpenQuote) -> bool:
    """Return whether a quote has the form in which the program writes them."""
    products = [line.product_id for line in quote.lines]
    return _NO_PRODUCT not in products and len(set(products)) == len(products)
