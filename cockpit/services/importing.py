"""Taking the company's own data in: files recognised, tried, stored, looked at again and undone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from cockpit.domain.audit import AuditAction, Deed
from cockpit.domain.changes import Topic
from cockpit.domain.clock import Clock
from cockpit.domain.errors import BadInputError, StorageFullError
from cockpit.domain.import_records import RowProblem
from cockpit.domain.import_results import ImportRun, ImportSummary, UndoResult
from cockpit.domain.import_sources import FilePreview, ImportMapping
from cockpit.domain.messages import Message
from cockpit.domain.rights import Task
from cockpit.domain.vocabulary import RowVerdict
from cockpit.services.cycle_fits import FitService
from cockpit.services.import_runs import (
    Question,
    Refusal,
    Report,
    StoringRun,
    be_silent,
    never,
    open_files,
    try_files,
)
from cockpit.services.metrics import MetricsService
from cockpit.services.ports import CurrentUser, Database, FileReader, ProblemFileWriter


@dataclass(frozen=True, slots=True)
class ImportService:
    """Stores files line by line, accounting for each line once.

    Storing the same file again changes nothing. A line that is odd is stored and counted as
    flagged; only what cannot be stored is rejected, and never because of another line.

    Attributes:
        follow_up: What else is brought up to date once documents changed.
    """

    database: Database
    reader: FileReader
    problem_files: ProblemFileWriter
    metrics: MetricsService
    fits: FitService
    clock: Clock
    user: CurrentUser
    follow_up: Callable[[], object] | None = None

    @property
    def may_import(self) -> bool:
        """Return whether the user may import, and undo imports."""
        return self.user.may(Task.IMPORT)

    def preview(self, path: Path, mappings: Sequence[ImportMapping] = ()) -> FilePreview:
        """Read the first lines of a file as they would be taken.

        Args:
            path: The file, folder or ZIP.
            mappings: Layouts to be tried before the kept ones.

        Raises:
            BadInputError: It is missing, or nothing that can be imported.
        """
        return self.reader.preview(path, self._layouts(mappings))

    def run(
        self,
        paths: Sequence[Path],
        *,
        origin: str = "terminal",
        mappings: Sequence[ImportMapping] = (),
        report: Report = be_silent,
        is_cancelled: Question = never,
        on_refused: Refusal | None = None,
    ) -> list[ImportSummary]:
        """Store files, those of customers first, and bring the statistics up to date.

        An import that was interrupted goes on where it stopped. An order book without parameters,
        or with those of a much smaller one, is fitted as well.

        Args:
            paths: The files, in any order.
            origin: ``terminal``, ``screen`` or ``folder``.
            mappings: Layouts to be tried before the kept ones.
            report: Called at the begin of each file, after each batch and at its end.
            is_cancelled: Asked after each batch; what is stored by then stays.
            on_refused: Told of a file that cannot be used, which is left out; without it such a
                file stops all.

        Returns:
            One summary per file, in the order in which they were stored; its counts are those of
            the whole import, whoever stored its parts.

        Raises:
            BadInputError: A file cannot be used, or the user may not import; nothing was stored.
                Where a file can no longer be read half way, what was stored of it stays, and
                importing it again completes it.
            DatabaseError: The database failed; whole batches may have been stored before.
        """
        self._check_permission()
        files = open_files(self.reader, paths, self._layouts(mappings), on_refused)
        storing = StoringRun(self.database, self.clock, self.user, report, is_cancelled)
        try:
            return storing.store(files, origin)
        finally:
            self._follow(storing.touched)

    def trial(
        self,
        paths: Sequence[Path],
        *,
        mappings: Sequence[ImportMapping] = (),
        report: Report = be_silent,
        is_cancelled: Question = never,
    ) -> list[ImportSummary]:
        """Return what ``run`` would do with these files; nothing is written.

        Raises:
            BadInputError: A file cannot be used.
            DatabaseError: The database cannot be read.
        """
        files = open_files(self.reader, paths, self._layouts(mappings))
        return try_files(self.database, self.clock, files, report, is_cancelled)

    def keep_mapping(self, mapping: ImportMapping) -> None:
        """Use a layout from now on for files that have its headers.

        Raises:
            BadInputError: The user may not import.
        """
        self._check_permission()
        with self.database.write() as unit:
            unit.imports.keep_mapping(mapping)
            unit.changed(Topic.SETTINGS, customer_ids=())

    def history(self, limit: int = 200) -> list[ImportRun]:
        """Return the imports, the latest first."""
        with self.database.read() as unit:
            return unit.imports.runs(limit)

    def problems(
        self,
        import_id: UUID,
        *,
        verdict: RowVerdict | None = None,
        reason: str | None = None,
        offset: int = 0,
        limit: int | None = None,
    ) -> list[RowProblem]:
        """Return flagged and rejected lines of an import, by line.

        Args:
            import_id: The import.
            verdict: Only those that were flagged, or rejected.
            reason: Only those with this message key among their reasons.
            offset: How many are left out at the begin.
            limit: How many at most.
        """
        with self.database.read() as unit:
            return unit.imports.problems(
                import_id, verdict=verdict, reason=reason, offset=offset, limit=limit
            )

    def reasons(self, import_id: UUID) -> list[tuple[str, RowVerdict, int]]:
        """Return how many lines of an import have which reason, the most frequent first."""
        with self.database.read() as unit:
            return unit.imports.reasons(import_id)

    def save_problems(self, import_id: UUID, path: Path, say: Callable[[Message], str]) -> int:
        """Write an import's flagged and rejected lines as a file of the same form.

        Corrected, it can be imported like any other: the column with the reasons is ignored.

        Args:
            import_id: The import.
            path: The new file.
            say: Puts a reason into words.

        Returns:
            How many lines it has.

        Raises:
            BadInputError: It cannot be written there, or there is no such import.
        """
        source = self._known(import_id).source
        rows = (
            (problem.cells, "; ".join(say(reason) for reason in problem.reasons))
            for problem in self.problems(import_id)
        )
        return self.problem_files.write(path, source, rows)

    def undo(self, import_id: UUID) -> UndoResult:
        """Undo a whole import where nothing was built on it, else say what was.

        Raises:
            BadInputError: The user may not import, or there is no such import.
            DatabaseError: The database failed; nothing was undone.
        """
        self._check_permission()
        self._known(import_id)
        with self.database.write() as unit:
            result = unit.imports.undo(import_id, at=self.clock.now())
            if not result.obstacles:
                deed = Deed(AuditAction.IMPORT_UNDONE, "imports", import_id, {})
                unit.audit.record(deed, user=self.user, at=self.clock.now())
                unit.changed(Topic.CUSTOMERS, Topic.ORDERS, Topic.CONTACTS, Topic.REFERENCE)
        if result.touched:
            self.metrics.refresh(result.touched)
        return result

    def _known(self, import_id: UUID) -> ImportRun:
        with self.database.read() as unit:
            run = unit.imports.run(import_id)
        if run is None:
            raise BadInputError("import_unknown")
        return run

    def _layouts(self, mappings: Sequence[ImportMapping]) -> list[ImportMapping]:
        with self.database.read() as unit:
            return [*mappings, *unit.imports.mappings()]

    def _check_permission(self) -> None:
        if not self.may_import:
            raise BadInputError("import_not_allowed")

    def _follow(self, touched: set[UUID]) -> None:
        """Bring up to date the statistics of those concerned, and of whom a killed run left."""
        with self.database.read() as unit:
            concerned = touched | set(unit.metrics.missing())
        if concerned:
            try:
                self.metrics.refresh(concerned)
                self.fits.fit_first()
                if self.follow_up is not None:
                    self.follow_up()
            except StorageFullError as error:
                raise StorageFullError("import_follow_disk_full") from error
