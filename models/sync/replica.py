"""How far a replica has come, what it may hold, and what it must not bring back."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Fed, Identified
from models.types import Code, Digest, Document, part_of, refers_to, utc_now


class SyncCursor(Identified, Base):
    """How far one peer was read.

    Attributes:
        epoch: The peer's system identifier, timeline and own UUID; another one voids the cursor.
        cursor: The first transaction not yet read.
    """

    __tablename__ = "sync_cursors"

    peer: Mapped[str] = mapped_column(String(200), unique=True)
    epoch: Mapped[str] = mapped_column(String(120))
    cursor: Mapped[int] = mapped_column(BigInteger, default=0)
    schema_version: Mapped[str] = mapped_column(String(40))
    synced_at: Mapped[datetime | None]


class QuarantinedFact(Identified, Base):
    """A fact that came twice with different content."""

    __tablename__ = "quarantined_facts"
    __table_args__ = (Index(None, "device_id", "device_seq"),)

    entity: Mapped[Code]
    entity_id: Mapped[UUID]
    device_id: Mapped[UUID]
    device_seq: Mapped[int] = mapped_column(BigInteger)
    expected_sha256: Mapped[Digest]
    received_sha256: Mapped[Digest]
    payload: Mapped[Document]
    received_at: Mapped[datetime] = mapped_column(default=utc_now)
    resolved_at: Mapped[datetime | None]


class Tombstone(Identified, Fed, Base):
    """That a row was deleted or erased, so that no late message brings it back."""

    __tablename__ = "tombstones"
    __table_args__ = (UniqueConstraint("entity", "entity_id"), Index(None, "deleted_at"))

    entity: Mapped[Code]
    entity_id: Mapped[UUID]
    deleted_at: Mapped[datetime] = mapped_column(default=utc_now)
    reason: Mapped[Code | None]


class PortfolioEntry(Identified, Fed, Base):
    """A customer's time in a user's portfolio: entering sends the rows, leaving purges them."""

    __tablename__ = "portfolio_entries"
    __table_args__ = (
        Index(None, "user_id", "customer_id"),
        Index(None, "customer_id", "entered_at"),
    )

    user_id: Mapped[UUID] = mapped_column(refers_to("users"))
    customer_id: Mapped[UUID] = mapped_column(part_of("customers"))
    entered_at: Mapped[datetime]
    left_at: Mapped[datetime | None]
