"""The fitted models of the purchase cycle."""

from datetime import date, datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Fed, Identified
from models.types import Code, Document


class CycleFit(Identified, Fed, Base):
    """Parameters fitted to the order book of a period, with how well they fit.

    Attributes:
        data_from_on: Day of the first order event; none in an empty order book.
        is_published: Whether the portfolio was too small, so that these are published parameters.
        engine: What made it, with its version.
    """

    __tablename__ = "cycle_fits"
    __table_args__ = (Index(None, "fitted_at"),)

    fitted_at: Mapped[datetime]
    data_from_on: Mapped[date | None]
    data_until_on: Mapped[date]
    customer_count: Mapped[int]
    is_published: Mapped[bool] = mapped_column(default=False)
    engine: Mapped[Code]
    parameters: Mapped[Document]
    figures: Mapped[Document | None]
