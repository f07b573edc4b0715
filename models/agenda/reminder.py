"""The reminders and their history."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from cockpit.domain.vocabulary import ReminderEventKind, ReminderState
from models.base import Base, Fact, Fed, Identified, Stamped, fact_key
from models.types import Document, closed, refers_to


class Reminder(Identified, Stamped, Fed, Base):
    """A reminder, unique by customer and due instant, so that it is raised once."""

    __tablename__ = "reminders"
    __table_args__ = (
        UniqueConstraint("customer_id", "due_at"),
        Index(None, "state", "remind_at"),
    )

    appointment_id: Mapped[UUID] = mapped_column(refers_to("appointments"), index=True)
    customer_id: Mapped[UUID] = mapped_column(refers_to("customers"))
    user_id: Mapped[UUID | None] = mapped_column(refers_to("users"))
    due_at: Mapped[datetime]
    remind_at: Mapped[datetime]
    state: Mapped[ReminderState] = mapped_column(
        closed(ReminderState, "state"), default=ReminderState.PENDING
    )
    raised_at: Mapped[datetime | None]
    snoozed_until: Mapped[datetime | None]
    answered_at: Mapped[datetime | None]


class ReminderEvent(Identified, Fact, Base):
    """What happened to a reminder, and on which machine."""

    __tablename__ = "reminder_events"
    __table_args__ = (fact_key(), Index(None, "reminder_id", "occurred_at"))

    reminder_id: Mapped[UUID] = mapped_column(refers_to("reminders"))
    kind: Mapped[ReminderEventKind] = mapped_column(closed(ReminderEventKind, "kind"))
    occurred_at: Mapped[datetime]
    user_id: Mapped[UUID | None] = mapped_column(refers_to("users"))
    machine: Mapped[str | None]
    detail: Mapped[Document | None]
