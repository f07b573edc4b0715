"""What the customers of a segment buy: a projection of the order book."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Fed
from models.types import part_of


class SegmentProduct(Fed, Base):
    """How many customers of a segment bought a product in the 12 months up to a day.

    Attributes:
        peer_count: The segment's customers who bought anything in them.
    """

    __tablename__ = "segment_products"

    segment_id: Mapped[UUID] = mapped_column(part_of("segments"), primary_key=True)
    product_id: Mapped[UUID] = mapped_column(part_of("products"), primary_key=True, index=True)
    buyer_count: Mapped[int]
    peer_count: Mapped[int]
    computed_for_on: Mapped[date]
