"""Records on their way into a database of each engine, past the reading of files."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Connection, insert, text

from cockpit.data.imports.memory import RunMemory
from cockpit.data.imports.repository import SqlImportRepository
from cockpit.data.imports.results import BatchOutcome
from cockpit.data.imports.stored import Stored
from cockpit.data.imports.stores import STORES
from cockpit.data.imports.undo import undo_import
from cockpit.domain.ids import new_id
from cockpit.domain.import_batches import LineBatch
from cockpit.domain.import_records import ImportRecord, RowProblem
from cockpit.domain.import_results import UndoResult
from cockpit.domain.vocabulary import ImportKind, ImportState
from models import Import
from models.types import utc_now
from tests.integration.data.conftest import NOW, World, engines, world

__all__ = ["engines", "world"]

TODAY = NOW.date()


@dataclass
class Ran:
    """What an import did.

    Attributes:
        import_id: Its key; of a trial it names nothing.
        stored: What became of its lines, in their order.
    """

    import_id: UUID
    stored: list[Stored]

    @property
    def verdicts(self) -> list[str]:
        return [one.verdict.value for one in self.stored]

    @property
    def reasons(self) -> list[str]:
        return [
            reason.key.removeprefix("imports.") for one in self.stored for reason in one.reasons
        ]


@dataclass
class Desk:
    """Imports records into a database."""

    world: World

    def take(
        self,
        *records: ImportRecord | RowProblem,
        today: date = TODAY,
        kind: ImportKind = ImportKind.ORDERS,
        memory: RunMemory | None = None,
        batch_size: int = 1_000,
    ) -> Ran:
        """Import records; a memory of its own makes it a trial, or a file of a longer run."""
        run = memory or RunMemory(today, is_trial=False)
        ran = Ran(new_id(), [])
        if not run.is_trial:
            with self.world.engines.writing() as connection:
                row = _import_row(ran.import_id, kind) | {"user_id": self.world.user.user_id}
                connection.execute(insert(Import).values(row))
        lines = list(enumerate(records, 2))
        for ordinal, start in enumerate(range(0, len(lines), batch_size)):
            batch = lines[start : start + batch_size]
            if run.is_trial:
                with self.world.engines.reading() as connection:
                    ran.stored += _store(connection, run, None, batch)
                continue
            with self.world.engines.writing() as connection:
                found = _store(connection, run, ran.import_id, batch)
                _keep(connection, ran.import_id, ordinal, batch, found)
            ran.stored += found
        if not run.is_trial:
            with self.world.engines.writing() as connection:
                repository = SqlImportRepository(connection)
                repository.finish(ran.import_id, is_complete=True, at=NOW)
        return ran

    def trial(self) -> RunMemory:
        return RunMemory(TODAY, is_trial=True)

    def undo(self, import_id: UUID) -> UndoResult:
        with self.world.engines.writing() as connection:
            return undo_import(connection, import_id, at=NOW)

    def query(self, sql: str) -> list[tuple[Any, ...]]:
        with self.world.engines.reading() as connection:
            return [tuple(row) for row in connection.execute(text(sql))]


def _import_row(import_id: UUID, kind: ImportKind) -> dict[str, Any]:
    return {
        "id": import_id,
        "source": "terminal",
        "file_name": f"{kind.value}.csv",
        "file_sha256": "0" * 64,
        "kind": kind.value,
        "state": ImportState.RUNNING,
        "started_at": utc_now(),
    }


def _store(
    connection: Connection,
    memory: RunMemory,
    import_id: UUID | None,
    lines: Sequence[tuple[int, ImportRecord | RowProblem]],
) -> list[Stored]:
    memory.bind(connection)
    stored: list[Stored] = []
    for kind, make in STORES:
        wanted = [(line, record) for line, record in lines if isinstance(record, kind)]
        if wanted:
            stored += make(connection, memory, import_id).store(wanted)
    return sorted(stored, key=lambda one: one.line)


def _keep(
    connection: Connection,
    import_id: UUID,
    ordinal: int,
    lines: Sequence[tuple[int, ImportRecord | RowProblem]],
    stored: Sequence[Stored],
) -> None:
    """Keep the results as the repository does."""
    outcome = BatchOutcome({line: (str(line), "célula") for line, _ in lines})
    flags = {line: one.flags for line, one in lines if not isinstance(one, RowProblem)}
    for one in stored:
        outcome.add_stored(one, flags[one.line])
    for _, one in lines:
        if isinstance(one, RowProblem):
            outcome.add_unreadable(one)
    outcome.keep(connection, import_id, LineBatch(ordinal, lines[0][0], lines[-1][0], 0))


@pytest.fixture
def desk(world: World) -> Desk:
    return Desk(world)
