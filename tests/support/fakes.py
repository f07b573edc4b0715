"""A database in memory for tests of the services: what is written counts only after a commit."""

import copy
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.ids import new_id
from cockpit.domain.import_batches import LineBatch
from cockpit.domain.import_records import CustomerRecord, OrderRecord, RowProblem
from cockpit.domain.import_results import (
    BatchResult,
    ImportCounts,
    ImportRun,
    ImportSource,
    UndoResult,
)
from cockpit.domain.import_sources import ImportMapping
from cockpit.domain.messages import Message
from cockpit.domain.vocabulary import ImportState, RowVerdict
from cockpit.services.ports import CurrentUser
from tests.support.audit_fakes import FakeAudit


@dataclass
class FakeState:
    """Everything that is stored; equal states hold equal data."""

    customers: dict[UUID, CustomerRecord] = field(default_factory=dict)
    orders: dict[str, tuple[UUID, OrderRecord]] = field(default_factory=dict)
    runs: dict[UUID, ImportRun] = field(default_factory=dict)
    problems: dict[UUID, list[RowProblem]] = field(default_factory=dict)
    mappings: list[ImportMapping] = field(default_factory=list)
    missing: set[UUID] = field(default_factory=set)

    def copy(self) -> "FakeState":
        """Return a state that can change by itself."""
        return FakeState(
            dict(self.customers),
            dict(self.orders),
            dict(self.runs),
            {key: list(rows) for key, rows in self.problems.items()},
            list(self.mappings),
            set(self.missing),
        )


@dataclass
class FakeMemory:
    """A run's memory; in a trial it holds what would be stored."""

    trial: FakeState | None


@dataclass
class FakeImportRepository:
    """Follows the promises of ``ports.ImportRepository`` for customers and orders."""

    state: FakeState
    may_write: bool

    def begin(self, source: ImportSource, *, user: CurrentUser, at: datetime) -> ImportRun:
        joined = (ImportState.RUNNING, ImportState.FAILED)
        for run in self.state.runs.values():
            if run.source.sha256 == source.sha256 and run.state in joined:
                return run
        run = ImportRun(
            new_id(), source, ImportState.RUNNING, at, at, None, user.name, 0, 0, ImportCounts()
        )
        self._keep(run)
        self.state.problems[run.import_id] = []
        return run

    def memory(self, *, today: date, is_trial: bool) -> FakeMemory:
        return FakeMemory(self.state.copy() if is_trial else None)

    def store(
        self, import_id: UUID | None, batch: LineBatch, memory: FakeMemory
    ) -> BatchResult | None:
        if import_id is None:
            assert memory.trial is not None
            return _stored(memory.trial, batch)
        run = self.state.runs[import_id]
        if run.batches_done != batch.ordinal:
            return None
        result = _stored(self.state, batch)
        counts = run.counts + result.counts
        self._keep(replace(run, batches_done=batch.ordinal + 1, counts=counts))
        self.state.problems[import_id] += result.problems
        return result

    def finish(self, import_id: UUID, *, is_complete: bool, at: datetime) -> ImportRun:
        if self.state.runs[import_id].state is ImportState.UNDONE:
            return self.state.runs[import_id]
        state = ImportState.DONE if is_complete else ImportState.FAILED
        self._keep(replace(self.state.runs[import_id], state=state, finished_at=at))
        return self.state.runs[import_id]

    def mappings(self) -> list[ImportMapping]:
        return self.state.mappings

    def keep_mapping(self, mapping: ImportMapping) -> None:
        assert self.may_write
        self.state.mappings.append(mapping)

    def runs(self, limit: int = 200) -> list[ImportRun]:
        return list(self.state.runs.values())[::-1][:limit]

    def run(self, import_id: UUID) -> ImportRun | None:
        return self.state.runs.get(import_id)

    def problems(
        self, import_id: UUID, *, verdict: RowVerdict | None = None, reason: str | None = None,
        offset: int = 0, limit: int | None = None,
    ) -> list[RowProblem]:  # fmt: skip
        return self.state.problems[import_id][offset:][:limit]

    def reasons(self, import_id: UUID) -> list[tuple[str, RowVerdict, int]]:
        rows = self.state.problems[import_id]
        found = [(one.reasons[0].key, one.verdict) for one in rows]
        return [(*which, found.count(which)) for which in dict.fromkeys(found)]

    def undo(self, import_id: UUID, *, at: datetime) -> UndoResult:
        assert self.may_write
        if self.state.orders:
            return UndoResult(obstacles=(Message.of("imports.undo_worked_on"),))
        touched = frozenset(self.state.customers)
        self.state.customers.clear()
        return UndoResult(removed=len(touched), touched=touched)

    def _keep(self, run: ImportRun) -> None:
        assert self.may_write, "a trial or a look writes nothing"
        self.state.runs[run.import_id] = run


def _stored(state: FakeState, batch: LineBatch) -> BatchResult:
    """Put a batch into a state."""
    counts, problems, touched = ImportCounts(), [], set[UUID]()
    for line, record in batch.records:
        verdict, whose, reasons = _stored_line(state, record)
        reasons = (*getattr(record, "flags", ()), *reasons)
        if reasons:
            verdict = verdict if verdict is RowVerdict.REJECTED else RowVerdict.FLAGGED
            problems.append(RowProblem(line, verdict, reasons, batch.cells.get(line, ())))
        counts += replace(ImportCounts(), **{verdict.value: 1})
        touched |= whose
    return BatchResult(counts, problems, frozenset(touched))


def _stored_line(
    state: FakeState, record: Any
) -> tuple[RowVerdict, set[UUID], tuple[Message, ...]]:
    if isinstance(record, RowProblem):
        return record.verdict, set(), record.reasons
    owner = record.code if isinstance(record, CustomerRecord) else record.customer
    key = next((key for key, one in state.customers.items() if one.code == owner), None)
    if isinstance(record, OrderRecord):
        if key is None:
            return (
                RowVerdict.REJECTED,
                set(),
                (Message.of("imports.customer_unknown", value=owner),),
            )
        before: Any = state.orders.get(record.number)
        after: Any = (key, replace(record, flags=()))
        state.orders[record.number] = after
    else:
        before = state.customers.get(key) if key else None
        key = key or new_id()
        after = replace(record, flags=())
        state.customers[key] = after
    if before == after:
        return RowVerdict.UNCHANGED, set(), ()
    return RowVerdict.NEW if before is None else RowVerdict.CHANGED, {key}, ()


@dataclass
class FakeStoredMetrics:
    """Knows whose statistics were removed."""

    state: FakeState

    def forget(self, customer_ids: Iterable[UUID]) -> None:
        self.state.missing.update(customer_ids)

    def missing(self) -> list[UUID]:
        return list(self.state.missing)


@dataclass
class FakeUnit:
    """One transaction on a copy of the state."""

    imports: FakeImportRepository
    metrics: FakeStoredMetrics
    notices: list[ChangeNotice] = field(default_factory=list)
    audit: FakeAudit = field(default_factory=FakeAudit)

    def changed(self, *topics: Topic, customer_ids: Iterable[UUID] | None = None) -> None:
        ids = None if customer_ids is None else frozenset(customer_ids)
        self.notices.append(ChangeNotice(frozenset(topics), ids))


@dataclass
class FakeDatabase:
    """Commits a unit that is left without an error, and forgets any other.

    Attributes:
        before_commit: Called with the number of the coming commit; raises to break it.
    """

    state: FakeState = field(default_factory=FakeState)
    notices: list[ChangeNotice] = field(default_factory=list)
    commits: int = 0
    before_commit: Callable[[int], None] | None = None

    @contextmanager
    def write(self) -> Iterator[Any]:
        draft = self.state.copy()
        unit = FakeUnit(FakeImportRepository(draft, may_write=True), FakeStoredMetrics(draft))
        yield unit
        if self.before_commit:
            self.before_commit(self.commits + 1)
        self.state = draft
        self.commits += 1
        self.notices += unit.notices

    @contextmanager
    def read(self) -> Iterator[Any]:
        state = copy.copy(self.state)
        yield FakeUnit(FakeImportRepository(state, may_write=False), FakeStoredMetrics(state))

    def subscribe(self, listener: Callable[[ChangeNotice], None]) -> None:
        raise NotImplementedError("no service under test listens to its own commits")


@dataclass
class FakeMetrics:
    """Remembers whose statistics were asked for, and computes them."""

    database: FakeDatabase
    refreshed: list[frozenset[UUID]] = field(default_factory=list)

    def refresh(self, customer_ids: Iterable[UUID] | None = None) -> int:
        assert customer_ids is not None
        self.refreshed.append(frozenset(customer_ids))
        self.database.state.missing -= self.refreshed[-1]
        return len(self.refreshed[-1])


@dataclass
class FakeFits:
    """Counts how often the first parameters were asked for."""

    asked: int = 0

    def fit_first(self) -> bool:
        self.asked += 1
        return False


@dataclass
class FakeProblemFiles:
    """Remembers what it was to write."""

    written: list[tuple[Any, ImportSource, list[tuple[tuple[str, ...], str]]]] = field(
        default_factory=list
    )

    def write(
        self, path: Any, source: ImportSource, rows: Iterable[tuple[tuple[str, ...], str]]
    ) -> int:
        kept: Sequence[tuple[tuple[str, ...], str]] = list(rows)
        self.written.append((path, source, list(kept)))
        return len(kept)
