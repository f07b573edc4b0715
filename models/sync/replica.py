"""What a laptop's file knows of itself, and what it must not bring back."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, Index, String, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Fed, Identified
from models.types import Code, Digest, Document, part_of, refers_to, utc_now


class Replica(Identified, Base):
    """One row in a laptop's file, none anywhere else: whose it is, and how far it has come.

    Attributes:
        device_id: Under which key the laptop's facts are numbered.
        user_id: Whose it is.
        server: The server's address, without a password.
        epoch: The server's system identifier, timeline, database and own UUID; another one voids
            the cursor. Empty before the first pull.
        cursor: The first transaction of the server not yet read; 0 reads everything.
        schema_revision: The revision at which the rows were pulled.
        carried: Digest of the customers it carries, as the server works it out.
        last_number: The last number given to a fact, whether that is still here or not.
        is_applying: Set while the server's rows are stored, in that transaction alone: what is
            stored then is not the user's doing.
        contact_at: The last contact with the server, by the server's clock.
        synced_at: The same instant by this computer's.
        stopped: Why it does not synchronise until somebody does something; empty where it does.
        lives_days: After so many days without contact the key is forgotten.
    """

    __tablename__ = "replicas"

    device_id: Mapped[UUID]
    user_id: Mapped[UUID]
    server: Mapped[str]
    epoch: Mapped[str] = mapped_column(default="")
    cursor: Mapped[int] = mapped_column(BigInteger, default=0)
    schema_revision: Mapped[Code] = mapped_column(default="")
    carried: Mapped[str] = mapped_column(String(64), default="")
    last_number: Mapped[int] = mapped_column(BigInteger, default=0)
    is_applying: Mapped[bool] = mapped_column(default=False)
    contact_at: Mapped[datetime | None]
    synced_at: Mapped[datetime | None]
    stopped: Mapped[Code] = mapped_column(default="")
    lives_days: Mapped[int] = mapped_column(default=30)
    created_at: Mapped[datetime] = mapped_column(default=utc_now)


class SyncConflict(Identified, Base):
    """A change of this laptop's that the server did not take, for its user to decide.

    Attributes:
        reason: Why: ``changed`` by somebody else meanwhile, ``gone``, ``not_yours`` …
        mine: What the user wanted, column by column.
        theirs: The server's row; None where there is none.
        decided_at: When the user chose; ``decision`` is ``mine`` or ``theirs``.
    """

    __tablename__ = "sync_conflicts"
    __table_args__ = (Index(None, "decided_at"),)

    command_id: Mapped[UUID] = mapped_column(unique=True)
    entity: Mapped[Code]
    entity_id: Mapped[UUID]
    customer_id: Mapped[UUID | None]
    reason: Mapped[Code]
    mine: Mapped[Document]
    base: Mapped[Document | None]
    theirs: Mapped[Document | None]
    noted_at: Mapped[datetime] = mapped_column(default=utc_now)
    decided_at: Mapped[datetime | None]
    decision: Mapped[Code | None]


class SyncLogLine(Identified, Base):
    """What happened in a synchronisation, for its user; a thousand lines are kept.

    Attributes:
        kind: Which sentence it is.
        detail: Its figures; no customer's data.
    """

    __tablename__ = "sync_log"
    __table_args__ = (Index(None, "noted_at"),)

    noted_at: Mapped[datetime] = mapped_column(default=utc_now)
    kind: Mapped[Code]
    detail: Mapped[Document | None]


class QuarantinedFact(Identified, Base):
    """A fact that the server could not store as it came; nothing of it is lost.

    Attributes:
        expected_sha256: Of the fact that is stored under that key; None where there is none.
        reason: ``content_differs``, ``not_yours``, ``parent_missing`` …
        payload: The whole row.
        resolution: ``stored`` after all, or ``discarded``, by an administrator; ``remark``, why.
    """

    __tablename__ = "quarantined_facts"
    __table_args__ = (Index(None, "device_id", "device_seq"),)

    entity: Mapped[Code]
    entity_id: Mapped[UUID]
    device_id: Mapped[UUID]
    device_seq: Mapped[int] = mapped_column(BigInteger)
    expected_sha256: Mapped[Digest | None]
    received_sha256: Mapped[Digest]
    reason: Mapped[Code] = mapped_column(default="content_differs")
    payload: Mapped[Document]
    received_at: Mapped[datetime] = mapped_column(default=utc_now)
    resolved_at: Mapped[datetime | None]
    resolution: Mapped[Code | None]
    resolved_by: Mapped[UUID | None] = mapped_column(refers_to("users"))
    remark: Mapped[str | None]


class Tombstone(Identified, Fed, Base):
    """That a row was deleted or erased, so that no late message brings it back."""

    __tablename__ = "tombstones"
    __table_args__ = (UniqueConstraint("entity", "entity_id"), Index(None, "deleted_at"))

    entity: Mapped[Code]
    entity_id: Mapped[UUID]
    deleted_at: Mapped[datetime] = mapped_column(default=utc_now)
    reason: Mapped[Code | None]


class FeedMark(Base):
    """That a transaction wrote into a table; of what is long past, each table's last one is kept.

    Attributes:
        entity: The table.
        feed_xid: The transaction.
    """

    __tablename__ = "feed_marks"

    entity: Mapped[Code] = mapped_column(primary_key=True)
    feed_xid: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)


class PortfolioEntry(Identified, Fed, Base):
    """A customer lent to a user for a time; the user's laptop carries it as long.

    Attributes:
        left_at: When it ended.
        expires_at: When it ends by itself; a pack of nobody's customers has such an instant.
        is_pack: Whether the user took it along out of the shared list.
    """

    __tablename__ = "portfolio_entries"
    __table_args__ = (
        Index(None, "user_id", "customer_id"),
        Index(None, "customer_id", "entered_at"),
    )

    user_id: Mapped[UUID] = mapped_column(refers_to("users"))
    customer_id: Mapped[UUID] = mapped_column(part_of("customers"))
    entered_at: Mapped[datetime]
    left_at: Mapped[datetime | None]
    expires_at: Mapped[datetime | None]
    is_pack: Mapped[bool] = mapped_column(default=False, server_default=false())
