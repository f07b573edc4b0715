"""Reports of the demo company hold the same figures in every format, to the cent.

Each file is read by another program's code; what a cell has to look like is written here again.
"""

import csv
import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pypdf
import pytest

import resources
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.report_text import channel_words
from cockpit.app.reporting import reports_of
from cockpit.app.session import Session
from cockpit.app.wiring import open_session
from cockpit.domain.formats import Language
from cockpit.domain.indicators import Comparison, Cut, Narrowing, Question
from cockpit.domain.messages import Message
from cockpit.domain.periods import Period, month_of
from cockpit.domain.reports import (
    CUTS,
    CellKind,
    ReportDocument,
    ReportFormat,
    ReportName,
    ReportRequest,
)
from cockpit.reports.json_report import json_of
from cockpit.reports.words import ReportWords
from cockpit.reports.writers import writer_of
from cockpit.services.reporting.narrowing import narrowing_of
from tests.support.demo_company import DemoCompanies

TODAY = date(2026, 3, 2)
JANUARY = month_of(date(2026, 1, 1))
WINTER = Period(date(2025, 6, 1), TODAY)
LAST_QUARTER = Period(date(2025, 10, 1), date(2025, 12, 31))


@pytest.fixture(scope="module")
def session(
    demo_companies: DemoCompanies, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Session]:
    """The demo company, open on its day."""
    folder = tmp_path_factory.mktemp("demo")
    path = demo_companies.copy(TODAY, folder / "giro.db")
    with open_session(Options(database=str(path), as_of=TODAY), Paths(folder)) as opened:
        yield opened


def requests() -> Iterator[ReportRequest]:
    for name in ReportName:
        period = WINTER if name is ReportName.CAMPAIGNS else JANUARY
        yield ReportRequest(name, Question(period, Comparison.BEFORE))
        for cut in (Cut.SELLER, Cut.CHANNEL):
            if cut in CUTS[name]:
                yield ReportRequest(name, Question(LAST_QUARTER, Comparison.YEAR, cut))


def shown(kind: CellKind, cell: Any) -> str:
    """Return what people read: 1.234,56 for cents, 12,3% for shares, dd/mm/yyyy for days."""
    if cell is None or isinstance(cell, str):
        return cell or ""
    if isinstance(cell, Message | date):
        is_day = isinstance(cell, date)
        return cell.strftime("%d/%m/%Y") if is_day else resources.text(cell, Language.PORTUGUESE)
    if kind is CellKind.CENTS:
        reais = f"{abs(cell) // 100:,}".replace(",", ".")
        return f"{'-' if cell < 0 else ''}R$ {reais},{abs(cell) % 100:02d}"
    if kind in {CellKind.SHARE, CellKind.NUMBER}:
        number = f"{100 * cell if kind is CellKind.SHARE else cell:,.1f}"
        swapped = number.translate(str.maketrans(",.", ".,"))
        return swapped + ("%" if kind is CellKind.SHARE else "")
    return f"{cell:,}".replace(",", ".")


@pytest.mark.parametrize(
    ("name", "cut"),
    [
        (ReportName.PORTFOLIO, Cut.OPERATOR),
        (ReportName.BRIDGE, Cut.CAMPAIGN),
        (ReportName.HISTOGRAM, Cut.SELLER),
        (ReportName.CAMPAIGNS, Cut.SELLER),
    ],
)
def test_a_filter_that_a_report_does_not_heed_is_not_said_to_hold(
    session: Session, name: ReportName, cut: Cut
) -> None:
    service = reports_of(session)
    narrowing = Narrowing({cut: frozenset({None})})
    told = service.document(ReportRequest(name, Question(JANUARY, narrowing=narrowing)))
    whole = service.document(ReportRequest(name, Question(JANUARY)))
    assert told.narrowed == ()
    assert told.notes == (*whole.notes, Message.of("document.note_narrowing"))
    assert told.tables == whole.tables


def test_a_filter_that_a_report_heeds_is_said(session: Session) -> None:
    narrowing = Narrowing({Cut.SELLER: frozenset({None}), Cut.CHANNEL: frozenset({None})})
    told = reports_of(session).document(
        ReportRequest(ReportName.PORTFOLIO, Question(JANUARY, narrowing=narrowing))
    )
    assert [one.cut for one in told.narrowed] == [Cut.SELLER]
    assert Message.of("document.note_narrowing") in told.notes


def bare(text: str) -> str:
    """Return a text without any white space."""
    return "".join(text.split())


def everything(document: ReportDocument) -> list[tuple[CellKind, Any]]:
    """Return all cells of all tables that hold figures or days."""
    return [
        (column.kind, cell)
        for table in document.tables
        for row in (*table.rows, *([table.total] if table.total else []))
        for column, cell in zip(table.columns, row, strict=True)
        if not isinstance(cell, str | Message)
    ]


@pytest.mark.parametrize(
    "wanted", list(requests()), ids=lambda one: f"{one.name.value} {one.question.cut}"
)
def test_all_formats_say_what_the_document_says(
    session: Session, wanted: ReportRequest, tmp_path: Path
) -> None:
    document = reports_of(session).document(wanted)
    assert any(table.rows or table.total for table in document.tables)
    files = {}
    for kind in ReportFormat:
        files[kind] = tmp_path / f"report{kind.suffix}"
        writer_of(kind).write_report(files[kind], document, Language.PORTUGUESE)
    check_json(document, json.loads(files[ReportFormat.JSON].read_text("utf-8")))
    check_xlsx(document, files[ReportFormat.XLSX])
    check_csv(document, files[ReportFormat.CSV])
    check_text(document, files[ReportFormat.TEXT].read_text("utf-8"))
    check_pdf(document, files[ReportFormat.PDF])


@pytest.mark.parametrize("name", ["phone", "telefone", "Tele"])
def test_a_channel_is_found_by_its_code_or_word_and_told_in_words(
    session: Session, name: str
) -> None:
    only = [(Cut.CHANNEL, (name, "-"))]
    narrowing = narrowing_of(session.database, only, channel_words(Language.PORTUGUESE))
    wanted = ReportRequest(ReportName.CONTACTS, Question(JANUARY, narrowing=narrowing))
    document = reports_of(session).document(wanted)
    assert "Canal: Sem canal, Telefone" in ReportWords(Language.PORTUGUESE).head(document)
    assert json_of(document, Language.ENGLISH)["only"] == {"channel": ["No channel", "Phone"]}


def check_json(document: ReportDocument, told: dict[str, Any]) -> None:
    for one in document.figures:
        found = told["figures"][one.figure.value]
        assert (found["value"], found["before"]) == (one.value, one.before)
    assert list(told["tables"]) == [table.name for table in document.tables]
    for table in document.tables:
        found = told["tables"][table.name]
        lines = [*found["rows"], *([found["total"]] if table.total else [])]
        for row, line in zip((*table.rows, *filter(None, [table.total])), lines, strict=True):
            for column, cell in zip(table.columns, row, strict=True):
                expected = cell.isoformat() if isinstance(cell, date) else cell
                if isinstance(cell, Message):
                    expected = resources.text(cell, Language.PORTUGUESE)
                assert line[column.name] == expected


def check_xlsx(document: ReportDocument, path: Path) -> None:
    book = openpyxl.load_workbook(path)
    summary = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]
    for one in document.figures:
        title = resources.text(one.title, Language.PORTUGUESE)
        _, now, before = [row[:3] for row in summary if row[0] == title][-1]
        for value, stored in ((one.value, now), (one.before, before)):
            assert same(one.kind, value, stored)
    for place, table in enumerate(document.tables, start=1):
        sheet = book.worksheets[place]
        rows = list(sheet.iter_rows(min_row=2, values_only=True))
        for row, stored in zip((*table.rows, *filter(None, [table.total])), rows, strict=True):
            for column, cell, found in zip(table.columns, row, stored, strict=True):
                assert same(column.kind, cell, found)


def same(kind: CellKind, cell: Any, stored: Any) -> bool:
    """Return whether a workbook's cell is a report's; money to the cent."""
    if cell is None or cell == "":
        return stored is None
    if isinstance(cell, str | Message):
        return bool(stored == shown(kind, cell))
    if isinstance(cell, date):
        return isinstance(stored, datetime) and stored.date() == cell
    if kind is CellKind.CENTS:
        return round(stored * 100) == cell and abs(stored * 100 - cell) < 1e-3
    return bool(stored == pytest.approx(cell, abs=1e-12))


def check_csv(document: ReportDocument, path: Path) -> None:
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file, delimiter=";"))
    expected = []
    for place, table in enumerate(document.tables):
        if len(document.tables) > 1:
            expected += [[]] * bool(place) + [None]
        expected += [None, *table.rows, *filter(None, [table.total])]
    assert len(lines) == len(expected)
    kinds = iter(document.tables)
    columns: Any = ()
    for line, row in zip(lines, expected, strict=True):
        if row is None and len(line) > 1:
            columns = next(kinds).columns
        for column, cell, text in zip(columns if row else (), row or (), line, strict=False):
            if isinstance(cell, int) and column.kind is CellKind.CENTS:
                assert int(text.replace(",", "")) == cell
            elif isinstance(cell, int | float):
                scale = 100 if column.kind is CellKind.SHARE else 1
                step = {CellKind.SHARE: 0.005, CellKind.NUMBER: 0.05}.get(column.kind, 0)
                assert abs(float(text.replace(",", ".")) - scale * cell) <= step + 1e-9
            elif isinstance(cell, date):
                assert text == cell.strftime("%d/%m/%Y")


def check_text(document: ReportDocument, told: str) -> None:
    lines = told.splitlines()
    for one in document.figures:
        title = resources.text(one.title, Language.PORTUGUESE)
        line = next(line for line in lines if line.startswith(title + " "))
        assert bare(shown(one.kind, one.value)) in bare(line)
    at = 0
    for table in document.tables:
        for row in (*table.rows, *filter(None, [table.total])):
            cells = [
                bare(shown(column.kind, cell))[:24]
                for column, cell in zip(table.columns, row, strict=True)
            ]
            at = next(n for n in range(at, len(lines)) if in_order(cells, bare(lines[n]))) + 1


def in_order(cells: list[str], line: str) -> bool:
    place = 0
    for cell in cells:
        place = line.find(cell, place)
        if place < 0:
            return False
        place += len(cell)
    return True


def check_pdf(document: ReportDocument, path: Path) -> None:
    text = bare("\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages))
    for one in document.figures:
        assert bare(shown(one.kind, one.value)) in text
    for kind, cell in everything(document):
        assert bare(shown(kind, cell)) in text, (kind, cell)
