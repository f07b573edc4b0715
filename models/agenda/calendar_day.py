"""The days without calls."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Fed, Identified, Stamped
from models.types import State


class CalendarDay(Identified, Stamped, Fed, Base):
    """A holiday of the country, a state or a city that the company keeps."""

    __tablename__ = "calendar_days"

    day_on: Mapped[date] = mapped_column(index=True)
    state: Mapped[State | None]
    city: Mapped[str | None]
    name: Mapped[str]
    is_optional: Mapped[bool] = mapped_column(default=False)
