"""The fitted models of the purchase cycle."""

from datetime import date, datetime

from sqlalchemy.orm import Mapped

from models.base import Base, Identified
from models.types import Document


class CycleFit(Identified, Base):
    """Parameters fitted to the order book of a period, with how well they fit."""

    __tablename__ = "cycle_fits"

    fitted_at: Mapped[datetime]
    data_from_on: Mapped[date]
    data_until_on: Mapped[date]
    customer_count: Mapped[int]
    parameters: Mapped[Document]
    figures: Mapped[Document | None]
