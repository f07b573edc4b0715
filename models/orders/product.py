"""The products and their prices."""

from datetime import date
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Fed, Identified, Stamped
from models.types import Cents, Code, part_of, refers_to


class Product(Identified, Stamped, Fed, Base):
    """An item of the catalogue."""

    __tablename__ = "products"
    __table_args__ = (UniqueConstraint("company_id", "code"),)

    company_id: Mapped[UUID] = mapped_column(refers_to("companies"))
    code: Mapped[Code]
    name: Mapped[str]
    unit: Mapped[Code | None]
    family: Mapped[str | None]
    brand: Mapped[str | None]
    is_active: Mapped[bool] = mapped_column(default=True)
    stock_state: Mapped[Code | None]


class PriceEntry(Identified, Fed, Base):
    """A product's price on one list, for a time."""

    __tablename__ = "price_entries"
    __table_args__ = (UniqueConstraint("product_id", "price_list", "valid_from_on"),)

    product_id: Mapped[UUID] = mapped_column(part_of("products"))
    price_list: Mapped[Code]
    valid_from_on: Mapped[date]
    valid_until_on: Mapped[date | None]
    price_cents: Mapped[Cents]
