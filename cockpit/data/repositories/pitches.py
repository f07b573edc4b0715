"""Pitch notes, and what may be offered: autonomy and promotions."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, bindparam, func, or_, select

from cockpit.data.facts import FactWriter
from cockpit.domain.errors import ConflictError
from cockpit.domain.facts import fingerprint
from cockpit.domain.messages import Message
from cockpit.domain.offers import DEFAULT_DISCOUNTS_BP, percent, promotion_sentence
from cockpit.domain.pitch import PitchDraft
from cockpit.services.ports import CurrentUser
from models import OfferPolicy, Order, OrderItem, PitchNote, Product, Promotion, PromotionItem

_TODAY = bindparam("today", type_=Promotion.__table__.c.starts_on.type)
_IN_FORCE = (
    select(
        Promotion.id,
        Promotion.name,
        Promotion.ends_on,
        PromotionItem.product_id,
        PromotionItem.discount_bp,
        Product.name.label("product"),
    )
    .outerjoin(PromotionItem, PromotionItem.promotion_id == Promotion.id)
    .outerjoin(Product, Product.id == PromotionItem.product_id)
    .where(Promotion.starts_on <= _TODAY, Promotion.ends_on >= _TODAY)
)
_BOUGHT = (
    select(OrderItem.product_id, func.sum(OrderItem.total_cents))
    .join(Order, Order.id == OrderItem.order_id)
    .where(
        Order.customer_id == bindparam("customer_id", type_=Order.__table__.c.customer_id.type),
        OrderItem.product_id.is_not(None),
    )
    .group_by(OrderItem.product_id)
)


class SqlPitchRepository:
    """What is said before a call."""

    def __init__(self, connection: Connection, facts: FactWriter) -> None:
        self._connection = connection
        self._facts = facts

    def save(self, draft: PitchDraft, *, user: CurrentUser, at: datetime) -> bool:
        """Store a version; return False where this very one is stored already.

        Raises:
            ConflictError: Another one is stored under the same key.
        """
        self._facts.reserve(user.device_id)
        stored = self._connection.execute(
            select(PitchNote.content_sha256, PitchNote.written_at).where(
                PitchNote.id == draft.note_id
            )
        ).one_or_none()
        if stored is None:
            content = _content(draft, user, at)
            self._facts.add(PitchNote, content, device_id=user.device_id, at=at)
            return True
        content = _content(draft, user, stored.written_at)
        if fingerprint(PitchNote.__tablename__, content) != stored.content_sha256:
            raise ConflictError("pitch_stored_differently")
        return False

    def stored(self, note_ids: Collection[UUID]) -> set[UUID]:
        """Return which of some versions are stored."""
        found = self._connection.execute(select(PitchNote.id).where(PitchNote.id.in_(note_ids)))
        return set(found.scalars())

    def discount_bp(self, user: CurrentUser) -> int:
        """Return the largest discount that the user may offer, in basis points.

        The role's own policy comes before everybody's, and of each the newest version counts.
        """
        statement = (
            select(OfferPolicy.role, OfferPolicy.parameters)
            .where(or_(OfferPolicy.role == user.role, OfferPolicy.role.is_(None)))
            .order_by(OfferPolicy.role.is_(None), OfferPolicy.version)
        )
        newest = {row.role: row.parameters for row in self._connection.execute(statement)}
        for parameters in newest.values():
            found = parameters.get("discount_bp")
            if isinstance(found, int):
                return found
        return DEFAULT_DISCOUNTS_BP[user.role]

    def promotions(self, customer_id: UUID, *, today: date) -> list[Message]:
        """Return the promotions in force, those of products that the customer bought first."""
        bought = self._bought(customer_id)
        offers: dict[UUID, list[Row[*tuple[Any, ...]]]] = defaultdict(list)
        for row in self._connection.execute(_IN_FORCE, {"today": today}):
            offers[row.id].append(row)
        ordered = sorted(
            offers.values(),
            key=lambda rows: (
                -sum(row.product_id in bought for row in rows),
                rows[0].ends_on,
                rows[0].name,
            ),
        )
        return [_sentence(rows, bought) for rows in ordered]

    def _bought(self, customer_id: UUID) -> dict[UUID | None, int]:
        """Return the customer's products with what they spent on them."""
        found = self._connection.execute(_BOUGHT, {"customer_id": customer_id})
        return {key: int(cents) for key, cents in found}


def _sentence(rows: Sequence[Row[*tuple[Any, ...]]], bought: dict[UUID | None, int]) -> Message:
    """Return a promotion in words, with the product first on which the customer spent most."""
    items = [row for row in rows if row.product_id is not None]
    own = [row for row in items if row.product_id in bought]
    shown = own or items
    if not shown:
        return promotion_sentence(rows[0].name, rows[0].ends_on)
    first = max(shown, key=lambda row: (bought.get(row.product_id, 0), row.discount_bp))
    return promotion_sentence(
        first.name,
        first.ends_on,
        product=first.product,
        percent=percent(max(row.discount_bp for row in shown)),
        more=len(shown) - 1,
    )


def _content(draft: PitchDraft, user: CurrentUser, at: datetime) -> dict[str, Any]:
    return {
        "id": draft.note_id,
        "customer_id": draft.customer_id,
        "author_id": user.user_id,
        "written_at": at,
        "why_stopped": draft.why_stopped or None,
        "arguments": draft.arguments or None,
        "offer": draft.offer or None,
        "goal": draft.goal or None,
    }
