"""The promotions and what they lower."""

from datetime import date
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Fed, Identified, Stamped
from models.types import part_of


class Promotion(Identified, Stamped, Fed, Base):
    """An offer for a time."""

    __tablename__ = "promotions"

    name: Mapped[str]
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    description: Mapped[str | None]


class PromotionItem(Identified, Fed, Base):
    """A product of a promotion, with its discount."""

    __tablename__ = "promotion_items"
    __table_args__ = (UniqueConstraint("promotion_id", "product_id"),)

    promotion_id: Mapped[UUID] = mapped_column(part_of("promotions"))
    product_id: Mapped[UUID] = mapped_column(part_of("products"), index=True)
    discount_bp: Mapped[int]
