"""The imports themselves: opened, joined, fenced, closed, listed."""

from dataclasses import asdict
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, func, insert, select, update

from cockpit.domain.ids import new_id
from cockpit.domain.import_results import ImportCounts, ImportRun, ImportSource
from cockpit.domain.import_sources import Container, DayOrder, SourceFormat
from cockpit.domain.vocabulary import ImportKind, ImportState
from cockpit.services.ports import CurrentUser
from models import Import, User
from models.types import utc_now

#: One import at a time adds to names and stores a batch on a server; an embedded file has one
#: writer anyway.
_LOCK = 0x4769726F0003
_OPEN = (ImportState.RUNNING, ImportState.FAILED)


class ImportRuns:
    """Rows of ``imports``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def lock(self) -> None:
        """Keep other imports of this database waiting until the end of the transaction."""
        if self._connection.dialect.name == "postgresql":
            self._connection.execute(select(func.pg_advisory_xact_lock(_LOCK)))

    def begin(self, source: ImportSource, *, user: CurrentUser, at: datetime) -> ImportRun:
        """Open an import, or join the one of the same source that has not come to its end."""
        self.lock()
        latest = self._connection.execute(
            select(Import.id, Import.state)
            .where(Import.file_sha256 == source.sha256, Import.kind == source.kind)
            .order_by(Import.started_at.desc(), Import.id.desc())
            .limit(1)
        ).one_or_none()
        if latest is not None and latest.state in _OPEN:
            key = latest.id
            self._connection.execute(
                update(Import)
                .where(Import.id == key)
                .values(state=ImportState.RUNNING, finished_at=None, updated_at=utc_now())
            )
        else:
            key = new_id()
            self._connection.execute(insert(Import).values(id=key, **_values(source, user, at)))
        return self.get(key)

    def enter_batch(self, import_id: UUID, ordinal: int) -> bool:
        """Take the next batch for this transaction; False where it is stored already.

        Of two programs that do so at once, the second one waits for the first one's commit and
        then finds the batch stored.
        """
        done = self._connection.execute(
            update(Import)
            .where(
                Import.id == import_id,
                Import.batches_done == ordinal,
                Import.state.in_(_OPEN),
            )
            .values(batches_done=ordinal + 1)
        )
        return done.rowcount == 1

    def add(self, import_id: UUID, counts: ImportCounts, position: int) -> None:
        """Add what a batch did."""
        self._connection.execute(
            update(Import)
            .where(Import.id == import_id)
            .values(
                position=position,
                updated_at=utc_now(),
                total_rows=Import.total_rows + counts.total,
                new_rows=Import.new_rows + counts.new,
                changed_rows=Import.changed_rows + counts.changed,
                unchanged_rows=Import.unchanged_rows + counts.unchanged,
                flagged_rows=Import.flagged_rows + counts.flagged,
                rejected_rows=Import.rejected_rows + counts.rejected,
            )
        )

    def finish(self, import_id: UUID, *, is_complete: bool, at: datetime) -> bool:
        """Close an import; False where it is closed already."""
        state = ImportState.DONE if is_complete else ImportState.FAILED
        closed = self._connection.execute(
            update(Import)
            .where(Import.id == import_id, Import.state.in_(_OPEN))
            .values(state=state, finished_at=at, updated_at=at)
        )
        return closed.rowcount == 1

    def get(self, import_id: UUID) -> ImportRun:
        """Return an import.

        Raises:
            KeyError: There is none of this key.
        """
        found = self.find(import_id)
        if found is None:
            raise KeyError(import_id)
        return found

    def find(self, import_id: UUID) -> ImportRun | None:
        """Return an import; None where there is none of this key."""
        return next(iter(self._runs(Import.id == import_id, limit=1)), None)

    def latest(self, limit: int) -> list[ImportRun]:
        """Return the imports, the latest first."""
        return self._runs(limit=limit)

    def _runs(self, *conditions: Any, limit: int) -> list[ImportRun]:
        statement = (
            select(Import.__table__, User.name.label("user_name"))
            .outerjoin(User, User.id == Import.user_id)
            .where(*conditions)
            .order_by(Import.started_at.desc(), Import.id.desc())
            .limit(limit)
        )
        return [_run(row) for row in self._connection.execute(statement)]


def _values(source: ImportSource, user: CurrentUser, at: datetime) -> dict[str, Any]:
    return {
        "source": source.origin,
        "file_name": source.file_name,
        "file_path": source.path,
        "file_sha256": source.sha256,
        "kind": source.kind,
        "size": source.size,
        "format": asdict(source.format),
        "headers": list(source.headers),
        "user_id": user.user_id,
        "state": ImportState.RUNNING,
        "started_at": at,
        "updated_at": utc_now(),
    }


def _run(row: Any) -> ImportRun:
    source = ImportSource(
        origin=row.source,
        file_name=row.file_name,
        path=row.file_path,
        sha256=row.file_sha256,
        kind=ImportKind(row.kind),
        size=row.size,
        format=_format(row.format or {}),
        headers=tuple(row.headers or ()),
    )
    counts = ImportCounts(
        new=row.new_rows,
        changed=row.changed_rows,
        unchanged=row.unchanged_rows,
        flagged=row.flagged_rows,
        rejected=row.rejected_rows,
    )
    return ImportRun(
        import_id=row.id,
        source=source,
        state=row.state,
        started_at=row.started_at,
        updated_at=row.updated_at or row.started_at,
        finished_at=row.finished_at,
        user_name=row.user_name or "",
        batches_done=row.batches_done,
        position=row.position,
        counts=counts,
    )


def _format(document: dict[str, Any]) -> SourceFormat:
    values = dict(document)
    if values.get("container"):
        values["container"] = Container(values["container"])
    if values.get("day_order"):
        values["day_order"] = DayOrder(values["day_order"])
    return SourceFormat(**values)
