"""Long reports tell how far they are, and leave nothing behind where nobody wants them any more."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import pytest

from cockpit.domain.errors import CancelledError
from cockpit.domain.formats import Language
from cockpit.domain.reports import ReportDocument, ReportFormat, ReportRequest
from cockpit.reports.writers import writer_of
from cockpit.services.reporting.service import ReportFileService
from tests.support.report_documents import document, table

ROWS = 2_000
LONG = document(table(ROWS - 5), table(5, "campaigns"))


@dataclass
class Reports:
    """Returns a long report."""

    def document(self, request: object, is_cancelled: object) -> ReportDocument:
        return LONG


@dataclass
class Trail:
    """Keeps what left the program."""

    exports: list[tuple[str, int]] = field(default_factory=list)

    def note_export(self, kind: str, count: int) -> None:
        self.exports.append((kind, count))


def files_of(trail: Trail) -> ReportFileService:
    made: Any = (Reports(), writer_of, trail)
    return ReportFileService(*made)


@pytest.mark.parametrize("kind", ReportFormat)
def test_each_row_is_told_once(tmp_path: Path, kind: ReportFormat) -> None:
    steps, trail = list[tuple[int, int]](), Trail()
    told = files_of(trail).write(
        cast("ReportRequest", None), kind, tmp_path / "r", Language.PORTUGUESE,
        on_progress=lambda done, count: steps.append((done, count)),
    )  # fmt: skip
    assert told == ROWS
    assert steps == [(one, ROWS) for one in range(1, ROWS + 1)]
    assert trail.exports == [("report_reactivation", ROWS)]


@pytest.mark.parametrize("kind", ReportFormat)
def test_a_report_that_nobody_wants_ends_at_its_next_row(
    tmp_path: Path, kind: ReportFormat
) -> None:
    steps, trail = list[int](), Trail()
    with pytest.raises(CancelledError):
        files_of(trail).write(
            cast("ReportRequest", None), kind, tmp_path / "r", Language.PORTUGUESE,
            is_cancelled=lambda: len(steps) == 700,
            on_progress=lambda done, _count: steps.append(done),
        )  # fmt: skip
    assert len(steps) == 700
    assert list(tmp_path.iterdir()) == []
    assert trail.exports == []
