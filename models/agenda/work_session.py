"""The operators' working time and pauses (NR-17, Annex II)."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from cockpit.domain.vocabulary import BreakKind
from models.base import Base, Identified
from models.types import closed, part_of, refers_to


class WorkSession(Identified, Base):
    """A stretch of work of one operator at one device; a user's stretches may overlap.

    Attributes:
        seen_at: The last sign of life, at which a forgotten end is set; clients of before it
            leave it empty.
    """

    __tablename__ = "work_sessions"
    __table_args__ = (Index(None, "user_id", "started_at"),)

    user_id: Mapped[UUID] = mapped_column(refers_to("users"))
    started_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    device_id: Mapped[UUID | None]
    seen_at: Mapped[datetime | None]


class Break(Identified, Base):
    """A pause in a stretch of work."""

    __tablename__ = "breaks"

    work_session_id: Mapped[UUID] = mapped_column(part_of("work_sessions"), index=True)
    kind: Mapped[BreakKind] = mapped_column(closed(BreakKind, "kind"))
    started_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
