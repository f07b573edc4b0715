"""What a laptop has still to send."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base
from models.types import Code, utc_now


class OutboxEntry(Base):
    """A fact or a command of this laptop's; put here by triggers, in the transaction of its birth.

    Sent entries stay for 90 days: a server that was restored from an old copy is offered them
    again.

    Attributes:
        device_seq: The fact's number, which is also the order of sending.
        entity: The fact's table; ``commands`` for a change.
        entity_id: The fact's key.
        customer_id: Whom it is about, where the fact says so itself.
        sent_at: When the server said that it has it.
        parked_at: When the server set it aside, for ``last_error``.
    """

    __tablename__ = "outbox"
    __table_args__ = (Index(None, "sent_at", "device_seq"),)

    device_seq: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    entity: Mapped[Code]
    entity_id: Mapped[UUID]
    customer_id: Mapped[UUID | None]
    created_at: Mapped[datetime] = mapped_column(default=utc_now)
    attempts: Mapped[int] = mapped_column(default=0)
    last_error: Mapped[str | None]
    sent_at: Mapped[datetime | None]
    parked_at: Mapped[datetime | None]
