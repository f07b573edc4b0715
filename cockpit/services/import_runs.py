"""One run of several files: opened together, stored one after the other, batch by batch."""

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from cockpit.domain.audit import AuditAction, Deed
from cockpit.domain.changes import Topic
from cockpit.domain.clock import Clock
from cockpit.domain.errors import BadInputError, DatabaseBusyError, GiroError
from cockpit.domain.import_batches import LineBatch
from cockpit.domain.import_results import (
    ImportProgress,
    ImportRun,
    ImportSource,
    ImportSummary,
)
from cockpit.domain.import_sources import ImportMapping
from cockpit.domain.vocabulary import ImportKind, ImportState
from cockpit.services.import_pace import Pace
from cockpit.services.import_tally import KEPT_PROBLEMS, Tally
from cockpit.services.ports import CurrentUser, Database, FileReader, ImportMemory, ParsedFile

#: How often a batch is tried whose turn another program's writing took.
TRIES = 5

#: An order needs its customer, an item its order: files are stored in the order of the kinds.
_RANKS = {kind: rank for rank, kind in enumerate(ImportKind)}

_TOPICS = {
    ImportKind.CUSTOMERS: (Topic.CUSTOMERS,),
    ImportKind.PRODUCTS: (Topic.REFERENCE,),
    ImportKind.CONTACTS: (Topic.CONTACTS,),
    ImportKind.INVOICES: (Topic.CUSTOMERS, Topic.ORDERS),
}

Report = Callable[[ImportProgress], None]
Question = Callable[[], bool]
Refusal = Callable[[Path, BadInputError], None]
_log = logging.getLogger(__name__)


def never() -> bool:
    """Return False: nobody cancels."""
    return False


def be_silent(progress: ImportProgress) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class OpenFile:
    """A file that was recognised."""

    path: Path
    parsed: ParsedFile

    @property
    def name(self) -> str:
        """Return the file's or folder's own name."""
        return self.path.name or str(self.path)

    def source(self, origin: str) -> ImportSource:
        """Return what the database is told of the file."""
        return ImportSource(
            origin=origin,
            file_name=self.name,
            path=str(self.path.absolute()),
            sha256=self.parsed.sha256,
            kind=self.parsed.kind,
            size=self.parsed.size,
            format=self.parsed.format,
            headers=self.parsed.headers,
        )

    def told_batches(self, report: Report, batches_done: int = 0) -> Iterator[LineBatch]:
        """Yield the batches, telling after each that it is done; so many were stored before."""
        pace = Pace(self.name, self.parsed)
        lines = 0
        report(pace.at(0, 0))
        for batch in self.parsed.batches():
            yield batch
            lines += batch.count
            told = pace.skip if batch.ordinal < batches_done else pace.at
            report(told(batch.position, lines))
        report(pace.at(self.parsed.size, lines))


def open_files(
    reader: FileReader,
    paths: Sequence[Path],
    mappings: Sequence[ImportMapping],
    on_refused: Refusal | None = None,
) -> list[OpenFile]:
    """Recognise all files and bring them into the order in which they are stored.

    Args:
        reader: Recognises them.
        paths: The files.
        mappings: Known layouts.
        on_refused: Told of a file that cannot be used, which is left out.

    Raises:
        BadInputError: One of them cannot be used, and nobody is told of it.
    """
    opened = []
    for path in paths:
        try:
            opened.append(OpenFile(path, reader.open(path, mappings)))
        except BadInputError as error:
            if on_refused is None:
                raise
            on_refused(path, error)
    return sorted(opened, key=lambda one: _RANKS[one.parsed.kind])


@dataclass(slots=True)
class StoringRun:
    """Stores files.

    Attributes:
        touched: The customers who changed, or whose orders did.
    """

    database: Database
    clock: Clock
    user: CurrentUser
    report: Report
    is_cancelled: Question
    touched: set[UUID] = field(default_factory=set)

    def store(self, files: Sequence[OpenFile], origin: str) -> list[ImportSummary]:
        """Store files one after the other; return what became of each."""
        memory = self._memory()
        summaries = []
        for file in files:
            if self.is_cancelled():
                summaries.append(ImportSummary(file.name, file.parsed.kind, is_cancelled=True))
            else:
                summary, memory = self._store_file(file, origin, memory)
                summaries.append(summary)
        return summaries

    def _store_file(
        self, file: OpenFile, origin: str, memory: ImportMemory
    ) -> tuple[ImportSummary, ImportMemory]:
        """Return what became of a file, and what the next one is told of it."""
        with self.database.write() as unit:
            run = unit.imports.begin(file.source(origin), user=self.user, at=self.clock.now())
            unit.changed(Topic.SETTINGS, customer_ids=())
        is_complete = False
        try:
            for batch in file.told_batches(self.report, run.batches_done):
                if self.is_cancelled():
                    break
                if batch.ordinal >= run.batches_done:
                    memory = self._store_batch(run.import_id, file.parsed.kind, batch, memory)
            else:
                is_complete = True
        except BaseException:
            with suppress(GiroError):  # what went wrong first is what the user hears of
                self._finish(run, is_complete=False)
            raise
        return self._finish(run, is_complete=is_complete), memory

    def _store_batch(
        self, import_id: UUID, kind: ImportKind, batch: LineBatch, memory: ImportMemory
    ) -> ImportMemory:
        """Store a batch, waiting for others where they write at the same time."""
        for left in reversed(range(TRIES)):
            try:
                self._try_batch(import_id, kind, batch, memory)
            except DatabaseBusyError:
                if not left:
                    raise
                _log.info("batch %d waits for another program", batch.ordinal)
                memory = self._memory()  # the old one remembers what was rolled back
            else:
                break
        return memory

    def _try_batch(
        self, import_id: UUID, kind: ImportKind, batch: LineBatch, memory: ImportMemory
    ) -> None:
        with self.database.write() as unit:
            result = unit.imports.store(import_id, batch, memory)
            if result is not None and result.touched:
                unit.metrics.forget(result.touched)
            if result is not None and (result.touched or result.counts.new + result.counts.changed):
                topics = _TOPICS.get(kind, (Topic.ORDERS,))
                unit.changed(*topics, customer_ids=result.touched)
        if result is not None:
            self.touched |= result.touched

    def _finish(self, run: ImportRun, *, is_complete: bool) -> ImportSummary:
        with self.database.write() as unit:
            ended = unit.imports.finish(run.import_id, is_complete=is_complete, at=self.clock.now())
            rows = ended.counts.new + ended.counts.changed
            detail = {"kind": run.source.kind.value, "sha256": run.source.sha256, "rows": rows}
            deed = Deed(AuditAction.IMPORTED, "imports", run.import_id, detail)
            unit.audit.record(deed, user=self.user, at=self.clock.now())
            unit.changed(Topic.SETTINGS, customer_ids=())
        if ended.state is ImportState.UNDONE:
            raise BadInputError("import_undone_meanwhile", file=run.source.file_name)
        with self.database.read() as unit:
            return ImportSummary(
                file_name=run.source.file_name,
                kind=run.source.kind,
                counts=ended.counts,
                problems=unit.imports.problems(run.import_id, limit=KEPT_PROBLEMS),
                reasons=unit.imports.reasons(run.import_id),
                import_id=run.import_id,
                is_cancelled=not is_complete,
            )

    def _memory(self) -> ImportMemory:
        with self.database.read() as unit:
            return unit.imports.memory(today=self.clock.today(), is_trial=False)


def try_files(
    database: Database,
    clock: Clock,
    files: Sequence[OpenFile],
    report: Report,
    is_cancelled: Question,
) -> list[ImportSummary]:
    """Return what storing these files would do; nothing is written."""
    with database.read() as unit:
        memory = unit.imports.memory(today=clock.today(), is_trial=True)
    summaries = []
    for file in files:
        tally = Tally(file.name, file.parsed.kind)
        is_stopped = is_cancelled()
        for batch in () if is_stopped else file.told_batches(report):
            with database.read() as unit:
                result = unit.imports.store(None, batch, memory)
            if result is not None:
                tally.add(result)
            if is_cancelled():
                is_stopped = True
                break
        summaries.append(tally.summary(is_cancelled=is_stopped))
    return summaries
