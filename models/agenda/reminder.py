"""The reminders and their history."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from cockpit.domain.vocabulary import ReminderEventKind, ReminderState
from models.base import Base, Fact, Fed, Identified, Stamped, fact_key
from models.types import Document, closed, part_of, refers_to


class Reminder(Identified, Stamped, Fed, Base):
    """A reminder, unique by customer and due instant, so that it is raised once.

    Attributes:
        team_id: Whose callback it is, where it is a team's; without one it is everybody's.
        round: Grows with each snooze, new time and escalation; each is told once.
        escalated_at: Since when the team and its supervisor are told too.
    """

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
    team_id: Mapped[UUID | None] = mapped_column(refers_to("teams"), index=True)
    round: Mapped[int] = mapped_column(default=0, server_default=text("0"))
    escalated_at: Mapped[datetime | None]


class ReminderRaise(Base):
    """That one user is told of a reminder, once per round, by one program of theirs.

    Attributes:
        shown_at: When the desktop took it; without it, it is shown again after a lease.
    """

    __tablename__ = "reminder_raises"
    __table_args__ = (Index(None, "user_id", "shown_at"),)

    reminder_id: Mapped[UUID] = mapped_column(part_of("reminders"), primary_key=True)
    round: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[UUID] = mapped_column(refers_to("users"), primary_key=True)
    device_id: Mapped[UUID]
    raised_at: Mapped[datetime]
    shown_at: Mapped[datetime | None]


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
