"""Which customer is being worked by whom."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from cockpit.domain.vocabulary import ClaimState
from models.base import Base, Identified
from models.types import closed, refers_to

_ACTIVE = text("state = 'active'")


class Claim(Identified, Base):
    """A lease on a customer; at most one per customer is active.

    Attributes:
        fence: Grows with each claim; only its holder may finish.
    """

    __tablename__ = "claims"
    __table_args__ = (
        Index(
            "ix_claims_customer_id_active",
            "customer_id",
            unique=True,
            sqlite_where=_ACTIVE,
            postgresql_where=_ACTIVE,
        ),
        Index(None, "customer_id", "claimed_at"),
        Index(None, "state", "lease_until"),
    )

    customer_id: Mapped[UUID] = mapped_column(refers_to("customers"))
    user_id: Mapped[UUID] = mapped_column(refers_to("users"), index=True)
    device_id: Mapped[UUID | None] = mapped_column(refers_to("devices"))
    state: Mapped[ClaimState] = mapped_column(
        closed(ClaimState, "state"), default=ClaimState.ACTIVE
    )
    claimed_at: Mapped[datetime]
    lease_until: Mapped[datetime]
    fence: Mapped[int] = mapped_column(BigInteger, default=1)
    finished_at: Mapped[datetime | None]
