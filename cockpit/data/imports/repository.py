"""The imports in the database: the port's one door to the parts of this package."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from cockpit.data.imports import mappings as kept_mappings
from cockpit.data.imports.first_load import begin_first_load, end_first_load
from cockpit.data.imports.item_surplus import remove_surplus
from cockpit.data.imports.memory import RunMemory
from cockpit.data.imports.order_lines import OrderLinesStore
from cockpit.data.imports.problems import problems, reasons
from cockpit.data.imports.results import BatchOutcome
from cockpit.data.imports.runs import ImportRuns
from cockpit.data.imports.stores import STORES
from cockpit.data.imports.undo import undo_import
from cockpit.domain.import_batches import LineBatch
from cockpit.domain.import_records import ImportRecord, OrderRecord, RowProblem
from cockpit.domain.import_results import BatchResult, ImportRun, ImportSource, UndoResult
from cockpit.domain.import_sources import ImportMapping
from cockpit.domain.vocabulary import ImportKind, RowVerdict
from cockpit.services.ports import CurrentUser, ImportMemory


class SqlImportRepository:
    """Imports and what they store; see ``ImportRepository``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._runs = ImportRuns(connection)

    def begin(self, source: ImportSource, *, user: CurrentUser, at: datetime) -> ImportRun:
        """Open an import, or join the one of the same source that has not come to its end."""
        run = self._runs.begin(source, user=user, at=at)
        if run.source.kind is ImportKind.ORDERS and not run.batches_done:
            begin_first_load(self._connection)
        return run

    def memory(self, *, today: date, is_trial: bool) -> RunMemory:
        """Begin a run; in a trial nothing is written, and what would be is remembered."""
        return RunMemory(today, is_trial=is_trial)

    def store(
        self, import_id: UUID | None, batch: LineBatch, memory: ImportMemory
    ) -> BatchResult | None:
        """Store a batch with its results; None where another program has stored it.

        Args:
            import_id: The import; None in a trial.
            batch: The next batch of the file.
            memory: The run's.
        """
        if not isinstance(memory, RunMemory):  # pragma: no cover - a mistake in the program
            raise TypeError("the memory is another database's")
        if import_id is not None:
            self._runs.lock()
            if not self._runs.enter_batch(import_id, batch.ordinal):
                return None
        memory.bind(self._connection)
        outcome = self._stored(import_id, batch, memory)
        result = outcome.result()
        if import_id is not None:
            outcome.keep(self._connection, import_id, batch)
            self._runs.add(import_id, result.counts, batch.position)
        return result

    def finish(self, import_id: UUID, *, is_complete: bool, at: datetime) -> ImportRun:
        """Close an import, or note that it stopped before the end; return it as stored."""
        self._runs.lock()
        if self._runs.finish(import_id, is_complete=is_complete, at=at) and is_complete:
            remove_surplus(self._connection, import_id)
        run = self._runs.get(import_id)
        if run.source.kind is ImportKind.ORDERS:
            end_first_load(self._connection, lines=run.counts.total if is_complete else 0)
        return run

    def mappings(self) -> list[ImportMapping]:
        """Return the layouts that people confirmed, the last used first."""
        return kept_mappings.mappings(self._connection)

    def keep_mapping(self, mapping: ImportMapping) -> None:
        """Keep a layout; one with the same headers and kind is replaced."""
        kept_mappings.keep_mapping(self._connection, mapping)

    def forget_mapping(self, name: str) -> None:
        """Forget a layout."""
        kept_mappings.forget_mapping(self._connection, name)

    def runs(self, limit: int = 200) -> list[ImportRun]:
        """Return the imports, the latest first."""
        return self._runs.latest(limit)

    def run(self, import_id: UUID) -> ImportRun | None:
        """Return an import; None where there is none of this key."""
        return self._runs.find(import_id)

    def problems(
        self, import_id: UUID, *, verdict: RowVerdict | None = None, reason: str | None = None,
        offset: int = 0, limit: int | None = None,
    ) -> list[RowProblem]:  # fmt: skip
        """Return flagged and rejected lines by line, with their cells."""
        return problems(
            self._connection, import_id, verdict=verdict, reason=reason, offset=offset, limit=limit
        )

    def reasons(self, import_id: UUID) -> list[tuple[str, RowVerdict, int]]:
        """Return how many lines have which reason, the most frequent first."""
        return reasons(self._connection, import_id)

    def undo(self, import_id: UUID, *, at: datetime) -> UndoResult:
        """Undo a whole import where nothing was built on it, else say what was."""
        self._runs.lock()
        return undo_import(self._connection, import_id, at=at)

    def _stored(self, import_id: UUID | None, batch: LineBatch, memory: RunMemory) -> BatchOutcome:
        """Store the lines of a batch, kind by kind."""
        outcome = BatchOutcome(batch.cells)
        records: list[tuple[int, ImportRecord]] = []
        for line, content in batch.records:
            if isinstance(content, RowProblem):
                outcome.add_unreadable(content)
            else:
                records.append((line, content))
        if batch.orders is not None and batch.orders.line:
            held = {one.number for _, one in records if isinstance(one, OrderRecord)}
            bulk = OrderLinesStore(self._connection, memory, import_id).store(batch.orders, held)
            outcome.add_bulk(bulk)
            records = sorted([*records, *bulk.careful], key=_line)
        for kind, make_store in STORES:
            lines = [one for one in records if isinstance(one[1], kind)]
            if lines:
                store = make_store(self._connection, memory, import_id)
                for (_, record), stored in zip(lines, store.store(lines), strict=True):
                    outcome.add_stored(stored, record.flags)
        return outcome


def _line(numbered: tuple[int, Any]) -> int:
    return numbered[0]
