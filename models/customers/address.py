"""The customers' addresses."""

from uuid import UUID

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Fed, Identified, Stamped
from models.types import Code, State, part_of


class Address(Identified, Stamped, Fed, Base):
    """A place of a customer; coordinates are millionths of a degree."""

    __tablename__ = "addresses"

    customer_id: Mapped[UUID] = mapped_column(part_of("customers"), index=True)
    kind: Mapped[Code] = mapped_column(default="main")
    street: Mapped[str | None]
    number: Mapped[str | None] = mapped_column(String(20))
    complement: Mapped[str | None]
    district: Mapped[str | None]
    city: Mapped[str | None]
    state: Mapped[State | None]
    postal_code: Mapped[str | None] = mapped_column(String(10))
    latitude_e6: Mapped[int | None]
    longitude_e6: Mapped[int | None]
