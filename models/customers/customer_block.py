"""When sales to a customer were blocked."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Fed, Identified
from models.types import part_of

_OPEN = text("unblocked_on IS NULL")


class CustomerBlock(Identified, Fed, Base):
    """A period without sales, which says nothing of the customer; at most one is open.

    ``Customer.is_blocked`` says the same of the present and is kept in step.

    Attributes:
        blocked_on: First day of the period; the day on which the program learned of it.
        unblocked_on: First day after it; none while it lasts.
    """

    __tablename__ = "customer_blocks"
    __table_args__ = (
        Index(
            "ix_customer_blocks_customer_id_open",
            "customer_id",
            unique=True,
            sqlite_where=_OPEN,
            postgresql_where=_OPEN,
        ),
        Index(None, "customer_id", "blocked_on"),
        CheckConstraint("unblocked_on >= blocked_on", "order"),
    )

    customer_id: Mapped[UUID] = mapped_column(part_of("customers"))
    blocked_on: Mapped[date]
    unblocked_on: Mapped[date | None]
    reason: Mapped[str | None]
