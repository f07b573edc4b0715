"""The service cases and non-conformities."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from cockpit.domain.vocabulary import ServiceCaseKind, ServiceCaseState
from models.base import Base, Fed, Identified, Stamped
from models.types import Code, closed, refers_to


class ServiceCase(Identified, Stamped, Fed, Base):
    """A complaint, exchange, defect or non-conformity, and how it ended."""

    __tablename__ = "service_cases"
    __table_args__ = (Index(None, "customer_id", "state"),)

    customer_id: Mapped[UUID] = mapped_column(refers_to("customers"))
    order_id: Mapped[UUID | None] = mapped_column(refers_to("orders"), index=True)
    number: Mapped[Code | None]
    kind: Mapped[ServiceCaseKind] = mapped_column(closed(ServiceCaseKind, "kind"))
    state: Mapped[ServiceCaseState] = mapped_column(
        closed(ServiceCaseState, "state"), default=ServiceCaseState.OPEN
    )
    opened_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    title: Mapped[str]
    description: Mapped[str | None]
    resolution: Mapped[str | None]
