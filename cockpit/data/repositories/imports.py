"""The imports and what became of each line."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, func, insert, select, update

from cockpit.data.repositories.import_customers import CustomerImport
from cockpit.data.repositories.import_names import ImportNames
from cockpit.data.repositories.import_orders import OrderImport
from cockpit.domain.ids import new_id
from cockpit.domain.import_records import CustomerRecord, ImportSummary, OrderRecord, RowProblem
from cockpit.domain.vocabulary import ImportState, RowVerdict
from cockpit.services.ports import CurrentUser
from models import Import, ImportRow

_SOURCE = "file"
_LOCK = 0x4769726F0003


class SqlImportRepository:
    """Writes of an import, in batches."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @cached_property
    def _names(self) -> ImportNames:
        """Return the names, which one import at a time may add to."""
        if self._connection.dialect.name == "postgresql":
            self._connection.execute(select(func.pg_advisory_xact_lock(_LOCK)))
        return ImportNames(self._connection)

    def begin(
        self, file_name: str, sha256: str, kind: str, *, user: CurrentUser, at: datetime
    ) -> UUID:
        """Open an import and return its key."""
        key = new_id()
        self._connection.execute(
            insert(Import).values(
                id=key,
                source=_SOURCE,
                file_name=file_name,
                file_sha256=sha256,
                kind=kind,
                user_id=user.user_id,
                state=ImportState.RUNNING,
                started_at=at,
            )
        )
        return key

    def upsert_customers(
        self, import_id: UUID, records: Sequence[tuple[int, CustomerRecord]], *, today: date
    ) -> list[tuple[RowVerdict, UUID]]:
        """Store customers by (company, code), else by valid document; one verdict per record."""
        batch = CustomerImport(self._connection, self._names, today)
        stored = batch.store([record for _, record in records])
        self._keep(
            import_id,
            [
                (line, verdict, known.key, known.before)
                for (line, _), (verdict, known) in zip(records, stored, strict=True)
            ],
        )
        return [(verdict, known.key) for verdict, known in stored]

    def upsert_orders(
        self, import_id: UUID, records: Sequence[tuple[int, OrderRecord]]
    ) -> list[tuple[RowVerdict, tuple[UUID, ...]]]:
        """Store orders by (company, number, kind); a cancellation replaces its sale."""
        batch = OrderImport(self._connection, self._names, import_id)
        stored = batch.store([record for _, record in records])
        self._keep(
            import_id,
            [
                (line, verdict, known.key, known.before)
                for (line, _), (verdict, _, known) in zip(records, stored, strict=True)
                if known is not None
            ],
        )
        return [(verdict, customer_ids) for verdict, customer_ids, _ in stored]

    def note_problems(self, import_id: UUID, problems: Sequence[RowProblem]) -> None:
        """Keep the flagged and rejected lines, one row per reason."""
        rows = [
            {
                "import_id": import_id,
                "line": problem.line,
                "verdict": problem.verdict,
                "reason_code": reason.key,
                "reason_values": _document(reason.as_dict()),
            }
            for problem in problems
            for reason in problem.reasons
        ]
        if rows:
            self._connection.execute(insert(ImportRow), rows)

    def finish(self, import_id: UUID, summary: ImportSummary, *, at: datetime) -> None:
        """Close an import with its totals."""
        self._connection.execute(
            update(Import)
            .where(Import.id == import_id)
            .values(
                state=ImportState.DONE,
                finished_at=at,
                total_rows=summary.total,
                new_rows=summary.new,
                changed_rows=summary.changed,
                unchanged_rows=summary.unchanged,
                flagged_rows=summary.flagged,
                rejected_rows=summary.rejected,
            )
        )

    def _keep(
        self,
        import_id: UUID,
        results: Sequence[tuple[int, RowVerdict, UUID, dict[str, Any] | None]],
    ) -> None:
        rows = [
            {
                "import_id": import_id,
                "line": line,
                "verdict": verdict,
                "entity_id": key,
                "before": _document(before) if verdict is RowVerdict.CHANGED and before else None,
            }
            for line, verdict, key, before in results
            if verdict is not RowVerdict.UNCHANGED
        ]
        if rows:
            self._connection.execute(insert(ImportRow), rows)


def _document(values: dict[str, Any]) -> dict[str, Any]:
    """Return values as JSON has them."""
    return {
        name: str(value) if isinstance(value, (UUID, date, datetime)) else value
        for name, value in values.items()
    }
