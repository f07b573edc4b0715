"""Putting reports together and writing them, for who may see them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from cockpit.domain.clock import Clock
from cockpit.domain.errors import BadInputError, CancelledError
from cockpit.domain.formats import Language
from cockpit.domain.indicators import Cut, CutKey, Narrowing
from cockpit.domain.messages import Message
from cockpit.domain.reports import (
    COMPARED,
    CUTS,
    NARROWED,
    Narrowed,
    ReportDocument,
    ReportFormat,
    ReportName,
    ReportRequest,
)
from cockpit.services.audit import AuditService
from cockpit.services.exporting import write_whole
from cockpit.services.ports import (
    CurrentUser,
    Database,
    OnRow,
    ReadUnit,
    ReportWriter,
    nobody_counts,
)
from cockpit.services.reporting.parts import ReportBuilder, named

_NOT_NARROWED = Message.of("document.note_narrowing")
#: Told how many of how many rows are written.
OnProgress = Callable[[int, int], None]


def _never() -> bool:
    return False


def _nobody_asks(_done: int, _whole: int) -> None:
    return


@dataclass(frozen=True, slots=True)
class ReportService:
    """Puts reports together.

    Attributes:
        builders: Makes who makes each report; their code is read at the first call.
    """

    database: Database
    clock: Clock
    user: CurrentUser
    builders: Mapping[ReportName, Callable[[], ReportBuilder]]

    def document(
        self, request: ReportRequest, is_cancelled: Callable[[], bool] = _never
    ) -> ReportDocument:
        """Return a report as it is to be shown to the user; may take seconds.

        Raises:
            BadInputError: The report cannot be divided so.
            CancelledError: ``is_cancelled`` said so.
            ForbiddenError: The user may not see this.
        """
        question = request.question
        if question.cut is not None and question.cut not in CUTS[request.name]:
            raise BadInputError("report_has_no_such_cut")
        parts = self.builders[request.name]().parts(request, is_cancelled)
        if is_cancelled():
            raise CancelledError
        compared = question.comparison.of(question.period) if request.name in COMPARED else None
        with self.database.read() as unit:
            company = unit.reports.company_name()
            narrowed = _narrowed(unit, question.narrowing, NARROWED[request.name])
        is_whole = question.narrowing.only.keys() <= NARROWED[request.name]
        return ReportDocument(
            name=request.name,
            company=company,
            period=question.period,
            compared=compared,
            cut=question.cut,
            narrowed=narrowed,
            known_on=question.known_on,
            made_at=self.clock.now(),
            made_by=self.user.name,
            figures=parts.figures,
            chart=parts.chart,
            tables=parts.tables,
            notes=parts.notes if is_whole else (*parts.notes, _NOT_NARROWED),
            definitions=parts.definitions,
        )


@dataclass(frozen=True, slots=True)
class ReportFileService:
    """Writes reports into files, each of which the trail knows of before it appears.

    Attributes:
        writer: Returns who writes a kind of file; its code is read at the call.
    """

    reports: ReportService
    writer: Callable[[ReportFormat], ReportWriter]
    audit: AuditService

    def write(
        self,
        request: ReportRequest,
        file_format: ReportFormat,
        path: Path,
        language: Language,
        *,
        is_cancelled: Callable[[], bool] = _never,
        on_progress: OnProgress = _nobody_asks,
    ) -> int:
        """Write a report, and return how many rows it has.

        Args:
            request: Which report.
            file_format: What kind of file.
            path: Where.
            language: In which language.
            is_cancelled: Asked while it is put together, and before each row.
            on_progress: Told how many of how many rows are written.

        Raises:
            BadInputError: The file cannot be written.
            CancelledError: ``is_cancelled`` said so; no file was left.
            ForbiddenError: The user may not see this.
            StorageFullError: The disk is full.
        """
        document = self.reports.document(request, is_cancelled)
        done = count(1)

        def on_row() -> None:
            if is_cancelled():
                raise CancelledError
            on_progress(next(done), document.row_count)

        return self.place(document, file_format, path, language, on_row)

    def place(
        self,
        document: ReportDocument,
        file_format: ReportFormat,
        path: Path,
        language: Language,
        on_row: OnRow = nobody_counts,
    ) -> int:
        """Write a report that was made already; see ``write``."""
        writer = self.writer(file_format)

        def write(beside: Path) -> int:
            writer.write_report(beside, document, language, on_row)
            self.audit.note_export(f"report_{document.name.value}", document.row_count)
            return document.row_count

        return write_whole(path, write)


def _narrowed(unit: ReadUnit, narrowing: Narrowing, heeded: frozenset[Cut]) -> tuple[Narrowed, ...]:
    """Return by name whom a report is about, by the cuts that it heeds."""
    found = []
    for cut in Cut:
        keys = narrowing.only.get(cut)
        if keys is None or cut not in heeded:
            continue
        names: dict[CutKey, str] = {one.key: one.name for one in unit.reports.cut_names(cut)}
        chosen = sorted(
            ((names.get(key, str(key or "")), key) for key in keys), key=lambda one: one[0]
        )
        found.append(Narrowed(cut, tuple(named(cut, key, name) for name, key in chosen)))
    return tuple(found)
