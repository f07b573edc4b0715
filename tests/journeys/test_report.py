"""``report`` as it is typed: files that other programs read, and clear sentences where it fails."""

import json
from datetime import date
from pathlib import Path

import openpyxl
import pypdf
import pytest

import resources
from cockpit.domain.formats import Language
from cockpit.domain.reports import ReportName
from tests.support.demo_company import DemoCompanies
from tests.support.program import run_here

DAY = ("--demo", "--as-of", "2026-03-02")
FEBRUARY = ("--from", "2026-02", "--to", "2026-02")


@pytest.fixture(scope="module")
def home(demo_companies: DemoCompanies, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the demo company."""
    return demo_companies.home(tmp_path_factory.mktemp("home"), date(2026, 3, 2))


@pytest.mark.parametrize("name", [one for one in ReportName if one is not ReportName.CAMPAIGNS])
def test_every_report_is_told_as_json_whose_figures_a_program_reads(home: Path, name: str) -> None:
    done = run_here("report", name, *DAY, *FEBRUARY, "--format", "json", home=home)
    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    assert found["report"] == name
    assert found["period"] == {"from": "2026-02-01", "to": "2026-02-28"}
    assert found["tables"]


def test_a_file_is_written_once_and_replaced_only_when_that_is_said(
    home: Path, tmp_path: Path
) -> None:
    file = tmp_path / "carteira.pdf"
    words = ("report", "portfolio", *DAY, *FEBRUARY, "--out", str(file))
    assert run_here(*words, home=home).returncode == 0
    assert "Carteira" in pypdf.PdfReader(file).pages[0].extract_text()
    again = run_here(*words, home=home)
    assert (again.returncode, again.stderr.count("\n")) == (2, 1)
    assert run_here(*words, "--force", home=home).returncode == 0


def test_a_workbook_and_json_hold_the_same_total(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "contatos.xlsx"
    words = ("report", "contacts", *DAY, *FEBRUARY, "--by", "operator")
    assert run_here(*words, "--out", str(file), home=home).returncode == 0
    total = json.loads(run_here(*words, "--format", "json", home=home).stdout)
    sheet = openpyxl.load_workbook(file)["Contatos do período"]
    row = [cell.value for cell in sheet[sheet.max_row]]
    told = total["tables"]["contacts"]["total"]
    assert (row[0], row[1]) == ("Total", told["contacts"])
    assert round(row[6] * 100) == told["order_value"]


def test_reactivated_clients_stand_as_in_the_company_s_own_report(
    home: Path, tmp_path: Path
) -> None:
    words = ("report", "reactivation", *DAY, "--from", "2025-12", "--to", "2026-02")
    found = json.loads(run_here(*words, "--format", "json", home=home).stdout)
    told = found["tables"]["reactivated"]
    first = ["company", "client", "order_count", "recovered_goods", "last_order", "recovered"]
    assert list(told["rows"][0])[:6] == first
    assert told["rows"]
    for money in ("recovered_goods", "recovered"):
        assert sum(row[money] for row in told["rows"]) == told["total"][money]
    assert 0 < told["total"]["recovered_goods"] < told["total"]["recovered"]
    figures = {name: one["value"] for name, one in found["figures"].items()}
    assert figures["recovered_goods"] == told["total"]["recovered_goods"]
    assert figures["recovered"] == told["total"]["recovered"]
    titles = ["Empresa", "Cliente", "Pedidos", "Valor sem impostos", "Último pedido"]
    file = tmp_path / "reativados.xlsx"
    assert run_here(*words, "--out", str(file), home=home).returncode == 0
    sheet = openpyxl.load_workbook(file)["Clientes reativados"]
    rows = [[cell.value for cell in row] for row in sheet]
    assert any(row[:5] == titles for row in rows)
    assert round(rows[-1][3] * 100) == told["total"]["recovered_goods"]
    text = run_here(*words, home=home).stdout
    assert all(title in text for title in titles)
    paper = tmp_path / "reativados.pdf"
    assert run_here(*words, "--out", str(paper), home=home).returncode == 0
    written = "".join(page.extract_text() for page in pypdf.PdfReader(paper).pages)
    reais = f"{told['total']['recovered_goods'] / 100:,.2f}".translate(str.maketrans(",.", ".,"))
    assert reais in written
    comma = run_here(*words, "--format", "csv", home=home).stdout
    assert reais.replace(".", "") in comma


@pytest.mark.parametrize(
    "words",
    [
        ("report", "campaigns"),  # the demo company's user is an operator
        ("report", "portfolio", "--format", "pdf"),
        ("report", "bridge", "--by", "operator"),
        ("report", "contacts", "--only", "seller=Ninguém Assim"),
        ("report", "contacts", "--only", "xyz"),
        ("report", "contacts", "--from", "2026-02-10", "--to", "2026-02-01"),
        ("report", "contacts", "--from", "2026-13"),
        ("report", "bridge", "--compare", "before"),
        ("report", "contacts", "--out", "contatos.doc"),
        ("report", "histogram", "--compare", "year"),
        ("report", "portfolio", "--by", "channel"),
        ("report", "portfolio", "--only", "channel=phone"),
        ("report", "bridge", "--only", "operator=Ana"),
        ("report", "histogram", "--only", "seller=Ana"),
        ("report", "campaigns", "--only", "seller=Ana", "--profile", "helena.quadros"),
        ("report", "schedule", "add", "campaigns"),
        ("report", "schedule", "remove", "99"),
        ("closing", "list"),  # nothing would say that no month was closed
    ],
)
def test_what_cannot_be_done_is_one_sentence(home: Path, words: tuple[str, ...]) -> None:
    done = run_here(*words, *DAY, home=home)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1


def test_a_schedule_is_told_by_the_number_that_the_list_gives_it(home: Path) -> None:
    wanted = ("contacts", "objections", "portfolio", "bridge", "histogram")
    for name in wanted:
        told = run_here("report", "schedule", "add", name, *DAY, home=home).stdout
        lines = run_here("report", "schedule", "list", *DAY, home=home).stdout.splitlines()
        assert told.removeprefix("Agendado: ").strip() in lines
    for _ in wanted:
        run_here("report", "schedule", "remove", "1", *DAY, home=home)


def test_a_filter_that_a_report_does_not_take_is_named(home: Path) -> None:
    done = run_here("report", "bridge", "--only", "operator=Ana", *DAY, home=home)
    assert "“operator”" in done.stderr
    assert "seller, team, region, segment, company" in done.stderr


def test_a_month_that_is_none_is_named_as_it_was_typed(home: Path) -> None:
    done = run_here("report", "contacts", *DAY, "--to", "2026-13", home=home)
    assert "“2026-13”" in done.stderr


def test_a_filter_that_a_report_heeds_is_said(home: Path) -> None:
    words = ("report", "portfolio", *DAY, *FEBRUARY, "--profile", "helena.quadros")
    told = run_here(*words, "--only", "seller=Ana", home=home).stdout
    assert "Vendedor: Ana Prado" in told
    assert resources.text("document.note_narrowing", Language.PORTUGUESE) not in told


def test_where_nobody_bought_twice_nothing_is_said_of_intervals(tmp_path: Path) -> None:
    words = ("report", "histogram", "--as-of", "2026-03-02", *FEBRUARY)
    told = run_here(*words, home=tmp_path)
    assert told.returncode == 0, told.stderr
    assert "0,0%" not in told.stdout
    assert resources.text("document.note_no_intervals", Language.PORTUGUESE) in told.stdout
