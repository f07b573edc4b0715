"""What writes and schedules reports, held in memory."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from cockpit.domain.errors import CancelledError, GiroError
from cockpit.domain.formats import Language
from cockpit.domain.ids import new_id
from cockpit.domain.report_schedules import ReportPlan, ReportSchedule
from cockpit.domain.reports import ReportFormat, ReportRequest


@dataclass
class FakeReportFiles:
    """Keeps what it was asked to write.

    Attributes:
        error: What the next call fails with.
        during: Called while a report is made.
    """

    written: list[tuple[ReportRequest, ReportFormat, Path]] = field(default_factory=list)
    error: GiroError | None = None
    during: Callable[[], None] = lambda: None

    def write(
        self,
        request: ReportRequest,
        file_format: ReportFormat,
        path: Path,
        language: Language,
        *,
        is_cancelled: Callable[[], bool],
        on_progress: Callable[[int, int], None],
    ) -> int:
        if self.error is not None:
            raise self.error
        on_progress(3, 7)
        self.during()
        if is_cancelled():
            raise CancelledError
        self.written.append((request, file_format, path))
        return 7


@dataclass
class FakeReportSchedules:
    """Keeps schedules."""

    plans: list[ReportSchedule] = field(default_factory=list)
    address: str = "ana@giro.example"
    error: GiroError | None = None

    def mine(self) -> list[ReportSchedule]:
        return list(self.plans)

    def email(self) -> str:
        return self.address

    def next_due(self, plan: ReportPlan) -> date:
        return date(2026, 4, 1)

    def add(self, plan: ReportPlan) -> ReportSchedule:
        if self.error is not None:
            raise self.error
        made = ReportSchedule(new_id(), new_id(), plan, datetime(2026, 3, 2, tzinfo=UTC))
        self.plans.append(made)
        return made

    def remove(self, schedule: ReportSchedule) -> None:
        self.plans.remove(schedule)
