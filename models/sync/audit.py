"""The audit trail: a chain of hashes per device, sealed together each minute."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Fact, Identified, fact_key
from models.types import Code, Digest, Document, refers_to


class AuditEvent(Identified, Fact, Base):
    """Who did what to which row.

    Attributes:
        previous_sha256: Hash of the same device's former event; none for the first.
    """

    __tablename__ = "audit_events"
    __table_args__ = (
        fact_key(),
        Index(None, "entity", "entity_id", "occurred_at"),
        Index(None, "user_id", "occurred_at"),
    )

    user_id: Mapped[UUID | None] = mapped_column(refers_to("users"))
    action: Mapped[Code]
    entity: Mapped[Code]
    entity_id: Mapped[UUID | None]
    detail: Mapped[Document | None]
    occurred_at: Mapped[datetime]
    previous_sha256: Mapped[Digest | None]


class AuditSeal(Identified, Base):
    """The heads of all chains at one instant, under one hash."""

    __tablename__ = "audit_seals"

    sealed_at: Mapped[datetime] = mapped_column(index=True)
    heads: Mapped[Document]
    sha256: Mapped[Digest]
