"""A newcomer's own files become the work list, with exactly the seed's figures."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.program import run_giro, run_here

SEED = Path(__file__).resolve().parents[1] / "data" / "seed_fixture"

#: The table of the seed on 22/03/2022: client, last order, frequency, recency, ratio as printed.
FIXTURE = [
    ("Acatama Brinquedos", "2022-01-13", 115, 68, "0.59"),
    ("Adesivos Utilidades", "2022-02-17", 54, 33, "0.61"),
    ("Agro do Nordeste", "2022-02-17", 50, 33, "0.66"),
    ("Agro Industrial Natal", "2022-01-13", 71, 68, "0.96"),
    ("Aerolíneas Paraguais", "2022-01-31", 33, 50, "1.5"),
    ("Agro Box LT", "2021-08-27", 104, 207, "2.0"),
    ("Adesivos Plásticos", "2022-01-31", 16, 50, "3.1"),
    ("Atlymb Tecnologia", "2021-09-15", 52, 188, "3.6"),
    ("Agro Sul", "2021-07-30", 22, 235, "10.7"),
]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Import once for all: no test changes what is there."""
    folder = tmp_path_factory.mktemp("home")
    done = run_giro("import", str(SEED / "pedidos.csv"), str(SEED / "clientes.csv"), home=folder)
    assert done.returncode == 3, done.stderr
    return folder


def rows(home: Path, *words: str) -> list[dict[str, Any]]:
    done = run_here("worklist", "--as-of", "2022-03-22", "--format", "json", *words, home=home)
    assert done.returncode == 0, done.stderr
    listed: list[dict[str, Any]] = json.loads(done.stdout)
    return listed


def test_the_seeds_table_comes_out_exactly(home: Path) -> None:
    found = {(row["name"], row["last_order_on"]): row for row in rows(home)}  # two are Agro Sul
    for name, last, frequency, recency, ratio in FIXTURE:
        row = found[name, last]
        assert row["recency_days"] == recency, name
        assert round(row["frequency_days"]) == frequency, name
        places = len(ratio.partition(".")[2])
        assert f"{row['cycles_late']:.{places}f}" == ratio, name


def test_the_five_late_customers_come_before_the_four_who_are_within_their_cycle(
    home: Path,
) -> None:
    late = {name for name, _, _, _, ratio in FIXTURE if float(ratio) >= 1.5}
    names = [row["name"] for row in rows(home)]
    within = {name for name, *_ in FIXTURE} - late
    assert max(names.index(name) for name in late) < min(names.index(name) for name in within)


def test_two_companies_of_one_name_stay_two(home: Path) -> None:
    assert [row["name"] for row in rows(home)].count("Agro Sul") == 2


def test_importing_again_changes_nothing(home: Path) -> None:
    before = rows(home)
    again = run_here("import", str(SEED / "clientes.csv"), str(SEED / "pedidos.csv"), home=home)
    assert "novas 0, alteradas 0" in again.stdout
    assert rows(home) == before


def test_a_status_and_a_limit_narrow_the_list_and_keep_its_order(home: Path) -> None:
    everyone = rows(home)
    late = rows(home, "--status", "at_risk,inativo", "--limit", "3")
    expected = [row for row in everyone if row["status"] in ("at_risk", "inactive")][:3]
    assert late == expected


def test_the_table_and_the_csv_show_what_json_does(home: Path) -> None:
    table = run_giro("worklist", "--as-of", "2022-03-22", home=home)
    assert "1007 - Adesivos Plásticos" in table.stdout
    csv = run_giro("worklist", "--as-of", "2022-03-22", "--format", "csv", home=home)
    lines = csv.stdout.splitlines()
    assert len(lines) == 1 + len(rows(home))
    assert any(";Adesivos Plásticos;" in line and ";16,18;50;3,09;" in line for line in lines)
