"""The purchase cycle on the terminal, on a company's own database."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest

from tests.support.demo_company import DemoCompanies
from tests.support.program import ROOT, run_giro, run_here

SEED = ROOT / "tests" / "data" / "seed_fixture"
DEMO = ("--demo", "--as-of", "2026-03-02")


@pytest.fixture(scope="module")
def demo(demo_companies: DemoCompanies, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return demo_companies.home(tmp_path_factory.mktemp("demo"), date(2026, 3, 2))


def cycle(home: Path, *words: str) -> str:
    done = run_here("cycle", *words, home=home)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_the_database_is_scored_as_its_list_shows_it(demo: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(cycle(demo, "score", *DEMO))))
    listed = json.loads(run_here("worklist", "--format", "json", *DEMO, home=demo).stdout)
    assert [row["customer"] for row in rows] == [one["customer_id"] for one in listed]
    for row, one in zip(rows, listed, strict=True):
        assert (row["code"], row["name"], row["status"]) == (
            one["code"],
            one["name"],
            one["status"],
        )
        if one["none_90"] is None:
            assert (row["orders"], row["p_none_90"], row["value"]) == ("0", "", "")
        else:
            assert float(row["p_none_90"]) == pytest.approx(one["none_90"], abs=1e-4)
            assert float(row["value"]) * 100 == pytest.approx(one["value_cents"], abs=1)


def test_a_simulation_starts_from_the_list(demo: Path) -> None:
    listed = json.loads(run_here("worklist", "--format", "json", *DEMO, home=demo).stdout)
    before = {one["status"] for one in listed}
    words = ("simulate", "--budget", "5%", "--format", "json", *DEMO)
    tried = json.loads(cycle(demo, *words))
    for total in tried["totals"]:
        own = sum(one["status"] == total["status"] for one in listed)
        assert total["count_before"] == own
    assert before <= {total["status"] for total in tried["totals"]}
    moved = sum(len(move["customers"]) for move in tried["moves"] if move["before"] == "at_risk")
    assert moved > 0
    assert json.loads(cycle(demo, *words)) == tried


def test_reports_on_the_demo_company(demo: Path) -> None:
    assert "80% dos intervalos ficam entre" in cycle(demo, "histogram", *DEMO)
    assert "own cycle" in cycle(demo, "backtest", "--language", "en", *DEMO)
    assert "k-grid/" in cycle(demo, "fit", *DEMO)
    assert "dias fixos" in cycle(demo, "policy", "list", *DEMO)


def test_an_operator_cannot_publish(demo: Path) -> None:
    done = run_giro("cycle", "policy", "publish", "--budget", "15%", *DEMO, home=demo)
    assert done.returncode == 2
    assert "supervisores" in done.stderr


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("company")
    done = run_giro("import", str(SEED / "clientes.csv"), str(SEED / "pedidos.csv"), home=home)
    assert done.returncode == 3, done.stderr
    return home


def test_a_rule_is_published_as_the_next_version_and_holds(company: Path) -> None:
    published = cycle(company, "policy", "publish", "--at-risk-days", "20", "--note", "combinado")
    assert published == "Versão 1 publicada para todos.\n"
    cycle(company, "policy", "publish", "--inactive-days", "90")
    first, second = reversed(json.loads(cycle(company, "policy", "list", "--format", "json")))
    assert first["policy"]["kind"] == "fixed_days"
    assert (first["policy"]["fixed_at_risk_days"], first["note"]) == (20, "combinado")
    assert second["policy"]["version"] == 2
    assert second["policy"]["fixed_at_risk_days"] == 20
    numbers = "fixed_at_risk_days=20 fixed_inactive_days=90"
    assert numbers in cycle(company, "policy", "list")
    rows = list(csv.DictReader(io.StringIO(cycle(company, "score"))))
    assert {row["status"] for row in rows if row["orders"] != "0"} == {"lost"}


def test_an_unknown_scope_is_named_with_those_that_are_there(company: Path) -> None:
    done = run_here("cycle", "simulate", "--budget", "10%", "--segment", "Marte", home=company)
    assert done.returncode == 2
    assert "Marte" in done.stderr


def test_a_fit_of_few_customers_is_stored_as_published_parameters(company: Path) -> None:
    text = cycle(company, "fit")
    assert "parâmetros publicados" in text
    assert "foi guardado" in text
