"""The pitches written before a call."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Fact, Identified, fact_key
from models.types import refers_to


class PitchNote(Identified, Fact, Base):
    """Why the customer stopped, with what to argue, what to offer and to what end."""

    __tablename__ = "pitch_notes"
    __table_args__ = (fact_key(), Index(None, "customer_id", "written_at"))

    customer_id: Mapped[UUID] = mapped_column(refers_to("customers"))
    author_id: Mapped[UUID] = mapped_column(refers_to("users"))
    written_at: Mapped[datetime]
    why_stopped: Mapped[str | None]
    arguments: Mapped[str | None]
    offer: Mapped[str | None]
    goal: Mapped[str | None]
