"""The one next contact of a customer, and its history."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from cockpit.domain.vocabulary import (
    AppointmentEventKind,
    AppointmentKind,
    AppointmentState,
    Channel,
    ContactGoal,
)
from models.base import Base, Fact, Fed, Identified, Stamped, fact_key
from models.types import closed, refers_to

_OPEN = text("state = 'open'")


class Appointment(Identified, Stamped, Fed, Base):
    """A next contact; at most one per customer is open.

    Attributes:
        user_id: Who calls; anyone when nobody is named.
        has_time: Whether the hour was agreed, or only the day.
        contact_id: The contact that it was agreed in.
        deadline_at: By when the customer waits for an answer.
        calendar_uid: The event's UID, where it came out of a calendar file.
    """

    __tablename__ = "appointments"
    __table_args__ = (
        Index(
            "ix_appointments_customer_id_open",
            "customer_id",
            unique=True,
            sqlite_where=_OPEN,
            postgresql_where=_OPEN,
        ),
        Index(None, "customer_id", "due_at"),
        Index(None, "state", "due_at"),
        Index(None, "user_id", "state", "due_at"),
    )

    customer_id: Mapped[UUID] = mapped_column(refers_to("customers"))
    user_id: Mapped[UUID | None] = mapped_column(refers_to("users"))
    kind: Mapped[AppointmentKind] = mapped_column(closed(AppointmentKind, "kind"))
    state: Mapped[AppointmentState] = mapped_column(
        closed(AppointmentState, "state"), default=AppointmentState.OPEN
    )
    due_at: Mapped[datetime]
    has_time: Mapped[bool] = mapped_column(default=True)
    note: Mapped[str | None]
    lead_minutes: Mapped[int] = mapped_column(default=0)
    created_by_id: Mapped[UUID | None] = mapped_column(refers_to("users"))
    closed_at: Mapped[datetime | None]
    replaced_by_id: Mapped[UUID | None] = mapped_column(refers_to("appointments"), index=True)
    contact_id: Mapped[UUID | None] = mapped_column(refers_to("contacts"), index=True)
    goal: Mapped[ContactGoal | None] = mapped_column(closed(ContactGoal, "goal"))
    channel: Mapped[Channel | None] = mapped_column(closed(Channel, "channel"))
    deadline_at: Mapped[datetime | None]
    calendar_uid: Mapped[str | None] = mapped_column(String(255), index=True)


class AppointmentEvent(Identified, Fact, Base):
    """What happened to a next contact."""

    __tablename__ = "appointment_events"
    __table_args__ = (
        fact_key(),
        Index(None, "appointment_id", "occurred_at"),
        Index(None, "customer_id", "occurred_at"),
    )

    appointment_id: Mapped[UUID] = mapped_column(refers_to("appointments"))
    customer_id: Mapped[UUID] = mapped_column(refers_to("customers"))
    kind: Mapped[AppointmentEventKind] = mapped_column(closed(AppointmentEventKind, "kind"))
    due_at: Mapped[datetime | None]
    user_id: Mapped[UUID | None] = mapped_column(refers_to("users"))
    occurred_at: Mapped[datetime]
    note: Mapped[str | None]
