"""Taking the company's own files in."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from pathlib import Path
from uuid import UUID

from cockpit.domain.changes import Topic
from cockpit.domain.clock import Clock
from cockpit.domain.import_records import (
    CustomerRecord,
    ImportSummary,
    OrderRecord,
    RowProblem,
)
from cockpit.domain.messages import Message
from cockpit.domain.vocabulary import RowVerdict
from cockpit.services.cycle_fits import FitService
from cockpit.services.metrics import MetricsService
from cockpit.services.ports import CurrentUser, Database, FileReader, ImportRepository, ParsedFile

#: Lines per transaction: short enough to leave other writers their turn.
BATCH_SIZE = 2_000

#: A summary carries so many problems; the database keeps all of them, and the counts are whole.
KEPT_PROBLEMS = 1_000

#: Kinds of file in the order in which they are stored: an order needs its customer.
_KINDS = ("clientes", "pedidos")

Line = tuple[int, CustomerRecord | OrderRecord | RowProblem]
Progress = Callable[[str, int], None]


@dataclass(frozen=True, slots=True)
class ImportService:
    """Stores files line by line, accounting for each line once.

    Storing the same file again changes nothing. A line that is odd is stored and counted as
    flagged; only what cannot be stored is rejected, and never because of another line.
    """

    database: Database
    reader: FileReader
    metrics: MetricsService
    fits: FitService
    clock: Clock
    user: CurrentUser

    def run(self, paths: Sequence[Path], progress: Progress | None = None) -> list[ImportSummary]:
        """Store files, those of customers first, and bring the statistics up to date.

        An order book without parameters, or with those of a much smaller one, is fitted as well.

        Args:
            paths: The files, in any order.
            progress: Called after each batch with the file's name and its lines done so far.

        Returns:
            One summary per file, in the order in which they were stored.

        Raises:
            BadInputError: A file cannot be used; nothing was stored. Where a file can no longer be
                read half way, what was stored of it stays, and importing it again completes it.
            DatabaseError: The database failed; whole batches may have been stored before.
        """
        opened = [(path, self.reader.open(path)) for path in paths]
        opened.sort(key=lambda one: _KINDS.index(one[1].kind))
        touched: set[UUID] = set()
        try:
            return [self._store(path.name, parsed, touched, progress) for path, parsed in opened]
        finally:
            if touched:
                self.metrics.refresh(touched)
                self.fits.fit_first()

    def _store(
        self, name: str, parsed: ParsedFile, touched: set[UUID], progress: Progress | None
    ) -> ImportSummary:
        """Store one file in batches."""
        summary = ImportSummary(name, parsed.kind)
        with self.database.write() as unit:
            import_id = unit.imports.begin(
                name, parsed.sha256, parsed.kind, user=self.user, at=self.clock.now()
            )
        for lines in _batches(parsed.records()):
            result = self._store_batch(import_id, lines)
            touched |= result.touched
            result.add_to(summary)
            if progress:
                progress(name, summary.total)
        with self.database.write() as unit:
            unit.imports.finish(import_id, summary, at=self.clock.now())
        return summary

    def _store_batch(self, import_id: UUID, lines: Sequence[Line]) -> "_Batch":
        """Store some lines with their problems in one transaction."""
        batch = _Batch()
        with self.database.write() as unit:
            _upsert_customers(unit.imports, import_id, lines, batch, today=self.clock.today())
            _upsert_orders(unit.imports, import_id, lines, batch)
            for number, content in lines:
                if isinstance(content, RowProblem):
                    batch.count(number, content.verdict, content.reasons)
            batch.problems.sort(key=lambda problem: problem.line)
            if batch.problems:
                unit.imports.note_problems(import_id, batch.problems)
            if batch.touched:
                unit.metrics.forget(batch.touched)
                unit.changed(*batch.topics, customer_ids=batch.touched)
        return batch


@dataclass(slots=True)
class _Batch:
    """What became of some lines.

    Attributes:
        verdicts: One per line.
        touched: The customers who changed, or whose orders did.
        topics: The kinds of data that changed.
    """

    verdicts: list[RowVerdict] = field(default_factory=list)
    problems: list[RowProblem] = field(default_factory=list)
    touched: set[UUID] = field(default_factory=set)
    topics: set[Topic] = field(default_factory=set)

    def count(self, line: int, verdict: RowVerdict, reasons: tuple[Message, ...]) -> None:
        """Account for one line; a stored line with reasons is a flagged one."""
        if reasons and verdict is not RowVerdict.REJECTED:
            verdict = RowVerdict.FLAGGED
        self.verdicts.append(verdict)
        if reasons:
            self.problems.append(RowProblem(line, verdict, reasons))

    def touch(self, topic: Topic, verdict: RowVerdict, *customer_ids: UUID) -> None:
        """Note whom a stored line concerns, if it changed anything."""
        if verdict is not RowVerdict.UNCHANGED:
            self.touched.update(customer_ids)
            self.topics.add(topic)

    def add_to(self, summary: ImportSummary) -> None:
        """Add this batch to its file's totals."""
        summary.total += len(self.verdicts)
        summary.new += self.verdicts.count(RowVerdict.NEW)
        summary.changed += self.verdicts.count(RowVerdict.CHANGED)
        summary.unchanged += self.verdicts.count(RowVerdict.UNCHANGED)
        summary.flagged += self.verdicts.count(RowVerdict.FLAGGED)
        summary.rejected += self.verdicts.count(RowVerdict.REJECTED)
        room = KEPT_PROBLEMS - len(summary.problems)
        summary.problems.extend(self.problems[: max(room, 0)])


def _upsert_customers(
    repository: ImportRepository,
    import_id: UUID,
    lines: Sequence[Line],
    batch: _Batch,
    *,
    today: date,
) -> None:
    records = [(number, one) for number, one in lines if isinstance(one, CustomerRecord)]
    if not records:
        return
    results = repository.upsert_customers(import_id, records, today=today)
    for (number, record), (verdict, customer_id) in zip(records, results, strict=True):
        batch.touch(Topic.CUSTOMERS, verdict, customer_id)
        batch.count(number, verdict, record.flags)


def _upsert_orders(
    repository: ImportRepository, import_id: UUID, lines: Sequence[Line], batch: _Batch
) -> None:
    records = [(number, one) for number, one in lines if isinstance(one, OrderRecord)]
    if not records:
        return
    results = repository.upsert_orders(import_id, records)
    for (number, record), (verdict, customer_ids) in zip(records, results, strict=True):
        if not customer_ids:
            unknown = Message.of("imports.customer_unknown", value=record.customer)
            batch.count(number, RowVerdict.REJECTED, (*record.flags, unknown))
        else:
            batch.touch(Topic.ORDERS, verdict, *customer_ids)
            batch.count(number, verdict, record.flags)


def _batches(records: Iterator[Line]) -> Iterator[list[Line]]:
    while batch := list(islice(records, BATCH_SIZE)):
        yield batch
