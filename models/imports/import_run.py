"""The imports and what became of each row."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from cockpit.domain.vocabulary import ImportState, RowVerdict
from models.base import Base, Identified
from models.types import DOCUMENT, Code, Digest, Document, closed, part_of, refers_to


class Import(Identified, Base):
    """One file that was read, with its counts.

    Attributes:
        source: Where it came from: the command line, the screen, a watched folder.
        kind: What its rows are: customers, orders, receivables and so on.
    """

    __tablename__ = "imports"
    __table_args__ = (Index(None, "started_at"), Index(None, "file_sha256"))

    source: Mapped[Code]
    file_name: Mapped[str]
    file_sha256: Mapped[Digest]
    kind: Mapped[Code]
    user_id: Mapped[UUID | None] = mapped_column(refers_to("users"))
    state: Mapped[ImportState] = mapped_column(
        closed(ImportState, "state"), default=ImportState.RUNNING
    )
    started_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]
    mapping: Mapped[Document | None]
    total_rows: Mapped[int] = mapped_column(default=0)
    new_rows: Mapped[int] = mapped_column(default=0)
    changed_rows: Mapped[int] = mapped_column(default=0)
    unchanged_rows: Mapped[int] = mapped_column(default=0)
    flagged_rows: Mapped[int] = mapped_column(default=0)
    rejected_rows: Mapped[int] = mapped_column(default=0)


class ImportRow(Identified, Base):
    """What an import did with one row; kept unless it changed nothing.

    Attributes:
        entity_id: The row that was made or changed.
        raw: The line as it was read.
        before: What the entity was, to undo the import.
    """

    __tablename__ = "import_rows"
    __table_args__ = (Index(None, "import_id", "verdict"),)

    import_id: Mapped[UUID] = mapped_column(part_of("imports"))
    line: Mapped[int]
    verdict: Mapped[RowVerdict] = mapped_column(closed(RowVerdict, "verdict"))
    reason_code: Mapped[Code | None]
    reason_values: Mapped[Document | None]
    entity_id: Mapped[UUID | None]
    raw: Mapped[Any] = mapped_column(DOCUMENT, nullable=True)
    before: Mapped[Document | None]
