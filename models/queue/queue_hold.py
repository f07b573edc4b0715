"""Who rests, and what operators did with the customers they were offered."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from cockpit.domain.vocabulary import HoldKind, QueueEventKind
from models.base import Base, Fact, Fed, Identified, fact_key
from models.types import closed, part_of, refers_to


class QueueHold(Fed, Base):
    """A customer's rest: a projection of contacts and of ``queue_events``.

    Attributes:
        until_at: None rests until somebody takes the customer.
    """

    __tablename__ = "queue_holds"

    customer_id: Mapped[UUID] = mapped_column(
        part_of("customers"), primary_key=True, sort_order=-10
    )
    kind: Mapped[HoldKind] = mapped_column(closed(HoldKind, "kind"))
    until_at: Mapped[datetime | None]
    reason: Mapped[str | None]
    user_id: Mapped[UUID] = mapped_column(refers_to("users"))
    set_at: Mapped[datetime]


class QueueEvent(Identified, Fact, Base):
    """That an operator skipped, snoozed, put back or overrode, and why."""

    __tablename__ = "queue_events"
    __table_args__ = (fact_key(), Index(None, "customer_id", "occurred_at"))

    customer_id: Mapped[UUID] = mapped_column(refers_to("customers"))
    user_id: Mapped[UUID] = mapped_column(refers_to("users"))
    kind: Mapped[QueueEventKind] = mapped_column(closed(QueueEventKind, "kind"))
    reason: Mapped[str | None]
    until_at: Mapped[datetime | None]
    occurred_at: Mapped[datetime]
