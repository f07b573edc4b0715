"""What the cadence proposed after a contact, and what the operator made of it."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from cockpit.domain.vocabulary import Channel, ContactGoal
from models.base import Base, Fact, Identified, fact_key
from models.types import Code, Document, closed, refers_to


class CadenceDecision(Identified, Fact, Base):
    """One proposal and the choice.

    Attributes:
        policy_id: The policy's version; None is what holds where nothing is stored.
        step: The proposed kind (``cockpit.domain.next_step.StepKind``).
        number: Which of its row.
        chosen_at: What the operator set in its place; None where the proposal was taken.
        breaches: What the choice breaks, as codes.
        reason: Why, in the operator's words.
    """

    __tablename__ = "cadence_decisions"
    __table_args__ = (fact_key(), Index(None, "customer_id", "occurred_at"))

    customer_id: Mapped[UUID] = mapped_column(refers_to("customers"))
    contact_id: Mapped[UUID] = mapped_column(refers_to("contacts"), index=True)
    user_id: Mapped[UUID] = mapped_column(refers_to("users"))
    policy_id: Mapped[UUID | None] = mapped_column(refers_to("cadence_policies"))
    step: Mapped[Code]
    number: Mapped[int]
    proposed_at: Mapped[datetime | None]
    channel: Mapped[Channel | None] = mapped_column(closed(Channel, "channel"))
    goal: Mapped[ContactGoal | None] = mapped_column(closed(ContactGoal, "goal"))
    chosen_at: Mapped[datetime | None]
    breaches: Mapped[Document | None]
    reason: Mapped[str | None]
    occurred_at: Mapped[datetime]
