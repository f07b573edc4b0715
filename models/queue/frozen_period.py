"""The periods whose figures no longer change."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Identified
from models.types import Document, refers_to


class FrozenPeriod(Identified, Base):
    """The indicators of a period as they were when it was closed."""

    __tablename__ = "frozen_periods"
    __table_args__ = (UniqueConstraint("period_from_on", "period_until_on"),)

    period_from_on: Mapped[date]
    period_until_on: Mapped[date]
    frozen_at: Mapped[datetime]
    user_id: Mapped[UUID | None] = mapped_column(refers_to("users"))
    figures: Mapped[Document]
