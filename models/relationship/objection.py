"""The objections: their catalogue, the answers to them, and the customers' own."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from cockpit.domain.vocabulary import ObjectionEventKind, ObjectionState, WaitCondition
from models.base import Base, Fact, Fed, Identified, Stamped, fact_key
from models.types import Code, closed, part_of, refers_to


class ObjectionKind(Identified, Stamped, Fed, Base):
    """An objection of the catalogue."""

    __tablename__ = "objection_kinds"

    code: Mapped[Code] = mapped_column(unique=True)
    name: Mapped[str]
    category: Mapped[Code | None]
    is_active: Mapped[bool] = mapped_column(default=True)


class CounterArgument(Identified, Stamped, Fed, Base):
    """An answer to a kind of objection."""

    __tablename__ = "counter_arguments"

    objection_kind_id: Mapped[UUID] = mapped_column(part_of("objection_kinds"), index=True)
    text: Mapped[str]
    is_active: Mapped[bool] = mapped_column(default=True)
    position: Mapped[int] = mapped_column(default=0)


class Objection(Identified, Stamped, Fed, Base):
    """A customer's objection; it may wait on a condition and wake up when that comes true.

    Attributes:
        wait_reference_id: The receivable, promotion or product that it waits on.
        woken_at: When the condition came true; cleared by the next contact.
    """

    __tablename__ = "objections"
    __table_args__ = (
        Index(None, "customer_id", "state"),
        Index(None, "state", "wait_condition"),
    )

    customer_id: Mapped[UUID] = mapped_column(refers_to("customers"))
    kind_id: Mapped[UUID] = mapped_column(refers_to("objection_kinds"))
    contact_id: Mapped[UUID | None] = mapped_column(refers_to("contacts"), index=True)
    state: Mapped[ObjectionState] = mapped_column(
        closed(ObjectionState, "state"), default=ObjectionState.OPEN
    )
    opened_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    wait_condition: Mapped[WaitCondition | None] = mapped_column(
        closed(WaitCondition, "wait_condition")
    )
    wait_until_on: Mapped[date | None]
    wait_reference_id: Mapped[UUID | None]
    woken_at: Mapped[datetime | None]
    note: Mapped[str | None]


class ObjectionEvent(Identified, Fact, Base):
    """What happened to an objection."""

    __tablename__ = "objection_events"
    __table_args__ = (fact_key(), Index(None, "objection_id", "occurred_at"))

    objection_id: Mapped[UUID] = mapped_column(refers_to("objections"))
    kind: Mapped[ObjectionEventKind] = mapped_column(closed(ObjectionEventKind, "kind"))
    argument_id: Mapped[UUID | None] = mapped_column(refers_to("counter_arguments"))
    user_id: Mapped[UUID | None] = mapped_column(refers_to("users"))
    occurred_at: Mapped[datetime]
    note: Mapped[str | None]


class ArgumentUse(Identified, Fact, Base):
    """A counter-argument used in a contact, and whether it worked."""

    __tablename__ = "argument_uses"
    __table_args__ = (fact_key(), Index(None, "contact_id"), Index(None, "argument_id"))

    contact_id: Mapped[UUID] = mapped_column(refers_to("contacts"))
    argument_id: Mapped[UUID] = mapped_column(refers_to("counter_arguments"))
    worked: Mapped[bool | None]
