"""What a laptop has still to send."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Identified
from models.types import Code, Document, utc_now


class OutboxEntry(Identified, Base):
    """A fact that the server has not acknowledged; a refused one is parked with the reason."""

    __tablename__ = "outbox"
    __table_args__ = (UniqueConstraint("device_seq"),)

    entity: Mapped[Code]
    entity_id: Mapped[UUID]
    device_seq: Mapped[int] = mapped_column(BigInteger)
    payload: Mapped[Document]
    created_at: Mapped[datetime] = mapped_column(default=utc_now)
    attempts: Mapped[int] = mapped_column(default=0)
    last_error: Mapped[str | None]
    parked_at: Mapped[datetime | None]
