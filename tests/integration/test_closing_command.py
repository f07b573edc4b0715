"""``closing`` on the terminal: closes, lists, checks, and says what holds."""

import json
from datetime import date
from pathlib import Path

import pytest

from cockpit.app.commands.closing import DIFFERS
from tests.support.import_files import Line
from tests.support.program import run_here
from tests.support.working_company import CUSTOMERS, Company


@pytest.fixture
def company(program_url: str, tmp_path: Path) -> Company:
    company = Company(program_url, tmp_path)
    company.take(date(2025, 1, 2), *(Line(one, one, date(2024, 6, 1)) for one in CUSTOMERS))
    company.contact(1, date(2025, 3, 10))
    return company


def said(company: Company, day: str, *words: str) -> tuple[int, str]:
    place = ("--database", company.url, "--as-of", day, "--language", "pt_BR")
    done = run_here("closing", *words, *place, home=company.folder)
    return done.returncode, done.stdout + done.stderr


def test_months_are_closed_listed_and_checked(company: Company) -> None:
    undone = company.take(
        date(2025, 4, 1), Line(401, 1, date(2025, 3, 12), 123_456, goods_cents=110_000)
    )
    assert said(company, "2025-04-03", "list") == (0, "Nenhum período foi fechado ainda.\n")
    code, text = said(company, "2025-04-03", "close", "02/2025", "--until", "2025-03")
    assert code == 0
    assert "fev/2025 foi fechado: 0 clientes" in text
    assert (
        "mar/2025 foi fechado: 1 clientes reativados, R$ 1.234,56 (R$ 1.100,00 sem impostos)."
        in text
    )
    code, text = said(company, "2025-04-03", "close", "2025-03")
    assert code == 2
    assert "em ordem" in text
    code, text = said(company, "2025-05-03", "list", "--json")
    closings = json.loads(text)
    assert [one["totals"]["cents"] for one in closings] == [123_456, 0]
    assert [one["totals"]["goods_cents"] for one in closings] == [110_000, 0]
    assert "1.100,00 1.234,56 0,00" in " ".join(said(company, "2025-05-03", "list")[1].split())
    code, text = said(company, "2025-05-03", "check", "2025-03")
    assert (code, "confere" in text) == (0, True)
    with company.on(date(2025, 5, 4)) as session:
        session.importing.undo(undone)
    code, text = said(company, "2025-05-05", "check", "03/2025")
    assert code == DIFFERS
    assert "Cliente 001  -R$ 1.234,56 (-R$ 1.100,00 sem impostos)" in text


def test_a_report_as_of_a_day_says_that_a_closed_month_is_worked_out_again(
    company: Company,
) -> None:
    undone = company.take(date(2025, 4, 1), Line(401, 1, date(2025, 3, 12), 123_456))

    def told(day: str) -> tuple[int, list[str]]:
        words = ("report", "reactivation", "--from", "2025-03-01", "--to", "2025-03-31",
                 "--format", "json", "--database", company.url, "--as-of", day,
                 "--language", "pt_BR")  # fmt: skip
        found = json.loads(run_here(*words, home=company.folder).stdout)
        return found["figures"]["reactivated"]["value"], found["notes"]

    open_notes = told("2025-04-02")[1]
    assert said(company, "2025-04-03", "close", "03/2025")[0] == 0
    again = "Uma importação desfeita depois pode faltar: vale o que foi fechado."
    assert not any(again in one for one in open_notes)
    clients, notes = told("2025-04-04")
    assert (clients, sum(again in one for one in notes)) == (1, 1)
    with company.on(date(2025, 5, 4)) as session:
        session.importing.undo(undone)
    clients, notes = told("2025-05-05")
    assert (clients, sum(again in one for one in notes)) == (0, 1)


def test_the_rule_is_shown_and_set(company: Company) -> None:
    assert "até 30 dias" in said(company, "2025-04-03", "rule")[1]
    code, text = said(company, "2025-04-03", "rule", "--within-days", "45", "--on-day", "5")
    assert code == 0
    assert "até 45 dias" in text
    assert "dia 5" in text
    assert "Nenhum mês" in said(company, "2025-04-03", "rule", "--never")[1]
    for wrong in (["rule", "--on-day", "29"], ["rule", "--within-days", "400"],
                  ["rule", "--on-day", "3", "--never"], ["close", "2025-13"]):  # fmt: skip
        assert said(company, "2025-04-03", *wrong)[0] == 2
