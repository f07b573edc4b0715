from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest

from cockpit.domain.import_records import RowProblem
from cockpit.domain.import_results import ImportCounts, ImportProgress, ImportSummary
from cockpit.domain.import_sources import Container, DayOrder, ImportMapping, SourceFormat
from cockpit.domain.messages import Message
from cockpit.domain.vocabulary import ImportKind, RowVerdict
from cockpit.services.import_exchange import (
    ImportFailure,
    ImportOutcome,
    ImportRequest,
    RefusedFile,
    Said,
    line_of,
    read_line,
)

INNER = Message.of("imports.order_incomplete", column="data")
RICH = Message.of(
    "imports.rich", text="São Tomé\n", count=3, share=0.5, day=date(2026, 3, 1), inner=INNER,
    several=(INNER, Message.of("imports.day_unreadable", value="é")),
    at=datetime(2026, 3, 1, 12, tzinfo=UTC),
)  # fmt: skip
SUMMARY = ImportSummary(
    "pedidos.csv", ImportKind.ORDERS, ImportCounts(1, 2, 3, 4, 5),
    (RowProblem(7, RowVerdict.REJECTED, (RICH,), ("a", "ç;\r\n")),),
    (("imports.rich", RowVerdict.REJECTED, 1),), UUID(int=5), is_cancelled=True,
)  # fmt: skip
MAPPING = ImportMapping(
    ImportKind.QUOTES, {"numero": ("Nº", "Nr")}, ("nº",), "ERP",
    SourceFormat(Container.XLSX, sheet="Plan1", header_line=3, day_order=DayOrder.MONTH_FIRST),
)  # fmt: skip


@pytest.mark.parametrize(
    "said",
    [
        ImportRequest((Path("a b.csv"), Path("/x/ç")), (MAPPING,), is_trial=True, origin="folder"),
        ImportRequest((), is_strict=False),
        ImportProgress("a", ImportKind.INVOICES, 5, 10, 3, 2.5, None),
        ImportProgress("a", ImportKind.INVOICES, 5, 10, 3, 2.5, 7.5),
        ImportOutcome((SUMMARY,), (RefusedFile(Path("x.csv"), RICH),)),
        ImportFailure(RICH),
    ],
    ids=lambda said: type(said).__name__,
)
def test_what_is_said_is_heard_as_it_was(said: Said) -> None:
    line = line_of(said)
    assert "\n" not in line
    assert line.isascii()
    assert read_line(line) == said


@pytest.mark.parametrize("line", ["", "Traceback (most recent call last):", "{}", '["Other", {}]',
                                  '["ImportRequest", {"where": 1}]', "[1, 2]"])  # fmt: skip
def test_anything_else_is_refused(line: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - json's own is one as well
        read_line(line)
