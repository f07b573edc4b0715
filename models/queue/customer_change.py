"""Whose data changed last, so that other programs read those customers alone."""

from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Fed


class CustomerChange(Fed, Base):
    """That a customer's line of the work list may look different.

    ``feed_xid`` orders the changes: on PostgreSQL the writing transaction, by trigger; on SQLite,
    which has one writer at a time, a number that each writing transaction takes.

    Attributes:
        customer_id: Whose; the nil UUID stands for everybody's. No foreign key: a customer who is
            gone changed too.
        topics: Bits by the position in ``cockpit.domain.changes.Topic``.
    """

    __tablename__ = "customer_changes"

    customer_id: Mapped[UUID] = mapped_column(primary_key=True, sort_order=-10)
    topics: Mapped[int]
