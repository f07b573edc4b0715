"""The opportunities."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from cockpit.domain.vocabulary import OpportunityState
from models.base import Base, Fed, Identified, Stamped
from models.types import Cents, closed, refers_to


class Opportunity(Identified, Stamped, Fed, Base):
    """A sale that may come, with its estimate."""

    __tablename__ = "opportunities"

    customer_id: Mapped[UUID] = mapped_column(refers_to("customers"), index=True)
    title: Mapped[str]
    expected_on: Mapped[date | None]
    amount_cents: Mapped[Cents | None]
    probability_bp: Mapped[int | None]
    state: Mapped[OpportunityState] = mapped_column(
        closed(OpportunityState, "state"), default=OpportunityState.OPEN
    )
    owner_id: Mapped[UUID | None] = mapped_column(refers_to("users"), index=True)
