"""Every report of a company of awkward names is opened by real readers, in both languages."""

import csv
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import openpyxl
import pypdf
import pytest

import resources
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.reporting import reports_of
from cockpit.app.session import Session
from cockpit.app.wiring import open_session
from cockpit.domain.formats import Language
from cockpit.domain.indicators import Comparison, Cut, Question
from cockpit.domain.messages import Message
from cockpit.domain.periods import Period
from cockpit.domain.reports import (
    CUTS,
    CellKind,
    ReportDocument,
    ReportFormat,
    ReportName,
    ReportRequest,
)
from cockpit.reports.words import ReportWords
from cockpit.reports.writers import writer_of
from models import Base
from tests.support.plain_demo import TODAY, demo_on

WINTER, FEBRUARY = Period(date(2025, 9, 1), TODAY), Period(date(2026, 2, 1), date(2026, 2, 28))
#: What spreadsheets would work out, markup, a word without an end, and a name without one.
NAMES = (
    "=HYPERLINK(\"http://x.example\";\"Abra\")", "+55 11 Comércio", "-2+3 Atacado", "@SUM(A1:A9)",
    "\t=1+1", "|cmd|' /C calc'!A0", "<b>Açúcar</b> & Cia", "Lopado" * 15,
    "Comércio e Distribuição de Produtos Agropecuários São João da Boa Esperança do Sul Ltda. ME",
)  # fmt: skip
RISKY = ("=", "+", "-", "@", "\t", "\r")
TEXTS = {
    "customers": "trade_name", "segments": "name", "users": "name", "campaigns": "name",
    "objection_kinds": "name", "counter_arguments": "text", "teams": "name",
}  # fmt: skip

pytestmark = pytest.mark.timeout(300)


@pytest.fixture(scope="module")
def session(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Session]:
    folder = tmp_path_factory.mktemp("demo")
    with (
        demo_on("sqlite", request, folder) as url,
        open_session(Options(database=url, as_of=TODAY), Paths(folder)) as opened,
    ):
        with opened.store.engines.writing() as connection:
            for name, column in TEXTS.items():
                table = Base.metadata.tables[name]
                keys = connection.execute(table.select().with_only_columns(table.c.id)).scalars()
                for place, key in enumerate(sorted(keys)):
                    told = NAMES[place % len(NAMES)] + (f" {place}" if name != "customers" else "")
                    change = table.update().where(table.c.id == key)
                    connection.execute(change.values({column: told}))
        yield opened


@dataclass(frozen=True)
class Made:
    """One report in one language, and its files."""

    document: ReportDocument
    language: Language
    paper: Path
    book: Path
    lines: Path

    def say(self, key: str, **values: Any) -> str:
        return resources.text(f"document.{key}", self.language, **values)

    def title(self, message: Message) -> str:
        return resources.text(message, self.language)


def wanted() -> Iterator[tuple[ReportRequest, Language]]:
    for name in ReportName:
        period = FEBRUARY if name is ReportName.BRIDGE else WINTER
        cut = next((one for one in (Cut.SELLER, Cut.SEGMENT) if one in CUTS[name]), None)
        for language in Language:
            yield ReportRequest(name, Question(period, Comparison.BEFORE, cut)), language


@pytest.fixture(
    scope="module", params=list(wanted()), ids=lambda one: f"{one[0].name.value}-{one[1].value}"
)
def made(
    request: pytest.FixtureRequest, session: Session, tmp_path_factory: pytest.TempPathFactory
) -> Made:
    """A report, which no other program than Giro has seen yet."""
    asked, language = request.param
    document = reports_of(session).document(asked)
    folder = tmp_path_factory.mktemp("files")
    files = {}
    for kind in (ReportFormat.PDF, ReportFormat.XLSX, ReportFormat.CSV):
        files[kind] = folder / f"report{kind.suffix}"
        writer_of(kind).write_report(files[kind], document, language)
    return Made(
        document, language, files[ReportFormat.PDF], files[ReportFormat.XLSX],
        files[ReportFormat.CSV],
    )  # fmt: skip


def bare(text: str) -> str:
    return "".join(text.split())


def test_paper_says_whose_and_which_days_and_what_figures_mean(made: Made) -> None:
    pages = [page.extract_text() for page in pypdf.PdfReader(made.paper).pages]
    first, period = bare(pages[0]), made.document.period
    days = {"first": period.first, "last": period.last}
    for words in (
        made.document.company,
        made.title(made.document.title),
        made.say("period", **days),
    ):
        assert words
        assert bare(words) in first
    for place, page in enumerate(pages, start=1):
        assert bare(made.say("page", page=place, pages=len(pages))) in bare(page)
    whole = bare("".join(pages))
    assert made.document.definitions
    for one in made.document.definitions:
        assert bare(resources.text(f"definition.{one.value}", made.language))[:60] in whole


@dataclass(frozen=True)
class Word:
    """A word of a page as poppler lays it out, in points."""

    left: float
    top: float
    right: float
    bottom: float
    text: str


def laid_out(path: Path) -> list[tuple[float, float, list[Word]]]:
    """Return width, height and words of each page."""
    target = path.with_suffix(".html")
    done = subprocess.run(
        ["pdftotext", "-bbox", str(path), str(target)], capture_output=True, check=True
    )
    assert done.stderr == b""
    text = re.sub(r"<!DOCTYPE[^>]*>", "", target.read_text("utf-8"))
    space = "{http://www.w3.org/1999/xhtml}"
    return [
        (
            float(page.attrib["width"]), float(page.attrib["height"]),
            [
                Word(*(float(one.attrib[side]) for side in ("xMin", "yMin", "xMax", "yMax")),
                     one.text or "")
                for one in page.iter(f"{space}word")
            ],
        )
        for page in ET.fromstring(text).iter(f"{space}page")  # noqa: S314 - poppler wrote it
    ]  # fmt: skip


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs poppler-utils")
def test_nothing_leaves_the_page_or_runs_into_its_neighbour(made: Made) -> None:
    for width, height, words in laid_out(made.paper):
        assert words
        lines: dict[int, list[Word]] = {}
        for word in words:
            assert word.left >= 20, word
            assert word.right <= width - 20, word
            assert 10 <= word.top < word.bottom <= height - 10, word
            lines.setdefault(round(word.bottom * 2), []).append(word)
        for line in lines.values():
            for one, other in pairwise(sorted(line, key=lambda word: word.left)):
                assert one.right <= other.left + 0.5, (one, other)


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs poppler-utils")
def test_no_figure_is_broken_into_lines(made: Made) -> None:
    words, told = ReportWords(made.language), laid_out(made.paper)
    seen = {word.text for _, _, page in told for word in page}
    for table in made.document.tables:
        for row in (*table.rows, *filter(None, [table.total])):
            for column, cell in zip(table.columns, row, strict=True):
                if column.kind.is_figure and not isinstance(cell, str | Message):
                    assert seen.issuperset(words.cell(column.kind, cell).split()), cell


@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="needs poppler-utils")
def test_every_page_is_painted_by_another_program(made: Made, tmp_path: Path) -> None:
    done = subprocess.run(
        ["pdftoppm", "-r", "30", "-gray", str(made.paper), str(tmp_path / "page")],
        capture_output=True,
        check=True,
    )
    assert done.stderr == b""
    pages = list(tmp_path.glob("page-*.pgm"))
    assert len(pages) == len(pypdf.PdfReader(made.paper).pages)
    for page in pages:
        assert sum(one < 200 for one in page.read_bytes()[20:]) > 50


def test_a_workbook_has_typed_cells_and_no_formula(made: Made) -> None:
    book = openpyxl.load_workbook(made.book)
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type in {"f", "e"}]
    assert not [cell for cell in cells if cell.hyperlink]
    told = [str(cell.value) for cell in cells]
    assert made.document.company in told
    period = made.document.period
    assert made.say("period", first=period.first, last=period.last) in told
    for one in made.document.definitions:
        assert resources.text(f"definition.{one.value}", made.language) in told
    for sheet, table in zip(book.worksheets[1:], made.document.tables, strict=False):
        rows = [*table.rows, *filter(None, [table.total])]
        stored = list(sheet.iter_rows(min_row=2, max_row=1 + len(rows)))
        for row, found in zip(rows, stored, strict=True):
            for column, value, cell in zip(table.columns, row, found, strict=True):
                check_cell(column.kind, value, cell)


def check_cell(kind: CellKind, value: Any, cell: Any) -> None:
    if value is None or value == "":
        assert cell.value is None
    elif isinstance(value, str | Message):
        assert cell.data_type == "s"
        risky = isinstance(value, str) and value.startswith(RISKY)
        assert cell.quotePrefix or not risky, value
    elif isinstance(value, date):
        assert cell.data_type == "d"
        assert isinstance(cell.value, datetime)
        assert cell.value.date() == value
    else:
        assert cell.data_type == "n"
        scaled = value / 100 if kind is CellKind.CENTS else value
        assert cell.value == pytest.approx(scaled, abs=1e-9)
        assert cell.number_format != "General"


def test_commas_separated_values_hold_no_formula(made: Made) -> None:
    with made.lines.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    assert sum(len(table.rows) for table in made.document.tables) <= len(rows)
    number = re.compile(r"^-?[\d.,]+$")
    for cell in (cell for row in rows for cell in row):
        assert not cell.startswith(RISKY) or number.match(cell), cell


def test_only_what_is_compared_says_so(made: Made) -> None:
    is_compared = made.document.name in {
        ReportName.CONTACTS, ReportName.REACTIVATION, ReportName.OBJECTIONS, ReportName.PORTFOLIO,
    }  # fmt: skip
    assert (made.document.compared is not None) == is_compared
    figures = [one.before for one in made.document.figures]
    columns = [one.name for table in made.document.tables for one in table.columns]
    assert any(one is not None for one in figures) == is_compared
    assert is_compared or not [one for one in columns if one.endswith("_before")]


def test_the_names_are_in_the_files(session: Session) -> None:
    """The other tests look at names that are there, and at every kind of report."""
    seen: set[str] = set()
    for asked, _ in wanted():
        for table in reports_of(session).document(asked).tables:
            seen |= {start(cell) for row in table.rows for cell in texts(row)}
    assert {"=", "+", "-", "@", "|", "<"} <= seen


def texts(row: Sequence[Any]) -> Iterator[str]:
    return (cell for cell in row if isinstance(cell, str) and cell)


def start(cell: str) -> str:
    return cell.strip()[:1]
