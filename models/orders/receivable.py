"""The receivables."""

from datetime import date
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Fed, Identified
from models.types import Cents, Code, refers_to

_UNPAID = text("paid_on IS NULL")


class Receivable(Identified, Fed, Base):
    """An instalment that a customer owes or has paid."""

    __tablename__ = "receivables"
    __table_args__ = (
        UniqueConstraint("customer_id", "number"),
        Index(None, "customer_id", "due_on"),
        Index(
            "ix_receivables_due_on_customer_id_unpaid",
            "due_on",
            "customer_id",
            sqlite_where=_UNPAID,
            postgresql_where=_UNPAID,
        ),
    )

    customer_id: Mapped[UUID] = mapped_column(refers_to("customers"))
    order_id: Mapped[UUID | None] = mapped_column(refers_to("orders"), index=True)
    number: Mapped[Code]
    issued_on: Mapped[date | None]
    due_on: Mapped[date]
    amount_cents: Mapped[Cents]
    paid_cents: Mapped[Cents] = mapped_column(default=0)
    paid_on: Mapped[date | None]
    import_id: Mapped[UUID | None] = mapped_column(refers_to("imports"), index=True)
