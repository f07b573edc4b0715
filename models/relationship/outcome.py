"""The outcomes of a contact and their reasons, which supervisors edit."""

from sqlalchemy import false
from sqlalchemy.orm import Mapped, mapped_column

from cockpit.domain.vocabulary import QueueEffect
from models.base import Base, Fed, Identified, Stamped
from models.types import Code, closed


class Outcome(Identified, Stamped, Fed, Base):
    """What may come of a contact, and what it does to the customer's place in the queue."""

    __tablename__ = "outcomes"

    code: Mapped[Code] = mapped_column(unique=True)
    name: Mapped[str]
    queue_effect: Mapped[QueueEffect] = mapped_column(closed(QueueEffect, "queue_effect"))
    wait_minutes: Mapped[int | None]
    is_reached: Mapped[bool]
    needs_reason: Mapped[bool] = mapped_column(default=False)
    needs_date: Mapped[bool] = mapped_column(default=False)
    needs_objection: Mapped[bool] = mapped_column(default=False)
    is_request: Mapped[bool] = mapped_column(default=False, server_default=false())
    is_active: Mapped[bool] = mapped_column(default=True)
    position: Mapped[int] = mapped_column(default=0)


class Reason(Identified, Stamped, Fed, Base):
    """Why an outcome came about; offered for one outcome, or for all when none is named."""

    __tablename__ = "reasons"

    code: Mapped[Code] = mapped_column(unique=True)
    name: Mapped[str]
    outcome_code: Mapped[Code | None]
    is_active: Mapped[bool] = mapped_column(default=True)
    position: Mapped[int] = mapped_column(default=0)
