"""The imports and what became of each row."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from cockpit.domain.vocabulary import ImportState, RowVerdict
from models.base import Base, Fed, Identified
from models.types import DOCUMENT, Code, Digest, Document, closed, part_of, refers_to

_OF_CUSTOMER = text("entity = 'customers'")
_WAITING_EVENT = text("entity = 'invoice_events.waiting'")


class Import(Identified, Fed, Base):
    """One file that was read, with its counts.

    Attributes:
        source: Where it came from: the terminal, the screen, a watched folder.
        file_path: Where the file lies, to go on with it later.
        file_sha256: Hash of the file's bytes and of how they are read.
        kind: What its rows are: customers, orders, receivables and so on.
        format: How the file is written.
        headers: The columns' names as they stand in the file.
        size: How much there is to read; ``position`` is how much is read.
        batches_done: Batches that are stored, so that another program can go on with the next.
        updated_at: Last sign of life.
    """

    __tablename__ = "imports"
    __table_args__ = (Index(None, "started_at"), Index(None, "file_sha256"))

    source: Mapped[Code]
    file_name: Mapped[str]
    file_path: Mapped[str] = mapped_column(server_default=text("''"))
    file_sha256: Mapped[Digest]
    kind: Mapped[Code]
    user_id: Mapped[UUID | None] = mapped_column(refers_to("users"))
    state: Mapped[ImportState] = mapped_column(
        closed(ImportState, "state"), default=ImportState.RUNNING
    )
    started_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]
    updated_at: Mapped[datetime | None]
    mapping: Mapped[Document | None]
    format: Mapped[Document | None]
    headers: Mapped[list[Any] | None] = mapped_column(DOCUMENT)
    size: Mapped[int] = mapped_column(BigInteger, server_default=text("0"))
    position: Mapped[int] = mapped_column(BigInteger, server_default=text("0"))
    batches_done: Mapped[int] = mapped_column(server_default=text("0"))
    total_rows: Mapped[int] = mapped_column(default=0)
    new_rows: Mapped[int] = mapped_column(default=0)
    changed_rows: Mapped[int] = mapped_column(default=0)
    unchanged_rows: Mapped[int] = mapped_column(default=0)
    flagged_rows: Mapped[int] = mapped_column(default=0)
    rejected_rows: Mapped[int] = mapped_column(default=0)


class ImportBatch(Identified, Base):
    """Some consecutive lines, stored in one transaction together with this row.

    Plain lines that brought a new row have no ``ImportRow``: their rows' keys are consecutive.

    Attributes:
        entity: The table of those rows.
        first_id: Key of the first of them.
        id_count: How many there are.
        new_lines: Their lines, as compressed little-endian int32.
    """

    __tablename__ = "import_batches"
    __table_args__ = (UniqueConstraint("import_id", "ordinal"),)

    import_id: Mapped[UUID] = mapped_column(part_of("imports"))
    ordinal: Mapped[int]
    first_line: Mapped[int]
    last_line: Mapped[int]
    new_rows: Mapped[int] = mapped_column(default=0)
    changed_rows: Mapped[int] = mapped_column(default=0)
    unchanged_rows: Mapped[int] = mapped_column(default=0)
    flagged_rows: Mapped[int] = mapped_column(default=0)
    rejected_rows: Mapped[int] = mapped_column(default=0)
    entity: Mapped[Code | None]
    first_id: Mapped[UUID | None]
    id_count: Mapped[int] = mapped_column(default=0)
    new_lines: Mapped[bytes | None]


class ImportRow(Identified, Base):
    """What an import did with one row; kept unless it changed nothing.

    Attributes:
        entity: The table of the row that was made or changed.
        entity_id: That row.
        raw: The line's cells as they were read, of those that have a reason.
        before: What the entity was, to undo the import.
    """

    __tablename__ = "import_rows"
    __table_args__ = (
        Index(None, "import_id", "verdict"),
        # Cancellations of invoices that are not here yet: looked for at each invoice, and few.
        Index(
            "ix_import_rows_waiting_events",
            "entity_id",
            sqlite_where=_WAITING_EVENT,
            postgresql_where=_WAITING_EVENT,
        ),
        # Which imports touched one customer, for the audit beside the phone.
        Index(
            "ix_import_rows_of_customers",
            "entity_id",
            sqlite_where=_OF_CUSTOMER,
            postgresql_where=_OF_CUSTOMER,
        ),
    )

    import_id: Mapped[UUID] = mapped_column(part_of("imports"))
    line: Mapped[int]
    verdict: Mapped[RowVerdict] = mapped_column(closed(RowVerdict, "verdict"))
    reason_code: Mapped[Code | None]
    reason_values: Mapped[Document | None]
    entity: Mapped[Code | None]
    entity_id: Mapped[UUID | None]
    raw: Mapped[Any] = mapped_column(DOCUMENT, nullable=True)
    before: Mapped[Document | None]
