"""The quotes and their lines."""

from datetime import date
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from cockpit.domain.vocabulary import QuoteState
from models.base import Base, Fed, Identified, Stamped
from models.types import Cents, Code, Milli, closed, part_of, refers_to


class Quote(Identified, Stamped, Fed, Base):
    """A proposal with prices; a stopped one says why."""

    __tablename__ = "quotes"
    __table_args__ = (Index(None, "customer_id", "opened_on"), Index(None, "state", "expires_on"))

    customer_id: Mapped[UUID] = mapped_column(refers_to("customers"))
    number: Mapped[Code]
    opened_on: Mapped[date]
    expires_on: Mapped[date | None]
    state: Mapped[QuoteState] = mapped_column(closed(QuoteState, "state"), default=QuoteState.OPEN)
    total_cents: Mapped[Cents]
    seller_id: Mapped[UUID | None] = mapped_column(refers_to("users"), index=True)
    stopped_reason: Mapped[str | None]


class QuoteItem(Identified, Fed, Base):
    """A line of a quote."""

    __tablename__ = "quote_items"
    __table_args__ = (UniqueConstraint("quote_id", "line"),)

    quote_id: Mapped[UUID] = mapped_column(part_of("quotes"))
    line: Mapped[int]
    product_id: Mapped[UUID | None] = mapped_column(refers_to("products"), index=True)
    description: Mapped[str]
    quantity_milli: Mapped[Milli]
    unit_cents: Mapped[Cents]
