"""What an operator says of their working time where the program recorded something else."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from cockpit.domain.vocabulary import BreakKind
from models.base import Base, Fact, Identified, fact_key
from models.types import closed, refers_to


class WorkCorrection(Identified, Fact, Base):
    """One corrected stretch or pause; what was recorded stays as it is.

    Attributes:
        target_id: The stretch or pause that it corrects; an unknown one adds it. The newest of a
            target counts.
        kind: Which pause it is; None is work.
        ended_at: None leaves the recorded end.
        is_struck: Whether there was no such stretch or pause.
    """

    __tablename__ = "work_corrections"
    __table_args__ = (fact_key(), Index(None, "user_id", "started_at"))

    user_id: Mapped[UUID] = mapped_column(refers_to("users"))
    target_id: Mapped[UUID]
    kind: Mapped[BreakKind | None] = mapped_column(closed(BreakKind, "kind"))
    started_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    is_struck: Mapped[bool]
    reason: Mapped[str]
    occurred_at: Mapped[datetime]
