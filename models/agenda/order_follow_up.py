"""Which orders were followed up, and why."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from cockpit.domain.vocabulary import OrderFollowUpKind
from models.base import Base, Fed, Identified
from models.types import closed, part_of, refers_to


class OrderFollowUp(Identified, Fed, Base):
    """That an order gave its customer a next contact; once per order and reason."""

    __tablename__ = "order_follow_ups"
    __table_args__ = (UniqueConstraint("order_id", "kind"),)

    order_id: Mapped[UUID] = mapped_column(part_of("orders"))
    kind: Mapped[OrderFollowUpKind] = mapped_column(closed(OrderFollowUpKind, "kind"))
    appointment_id: Mapped[UUID | None] = mapped_column(refers_to("appointments"), index=True)
    planned_at: Mapped[datetime]
