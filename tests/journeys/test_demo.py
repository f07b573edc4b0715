"""The demo company is made once, whole, however many programs ask for it at once."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.support.demo_company import DemoCompanies
from tests.support.program import ROOT, environment, run_giro, run_here


def test_programs_that_start_together_share_one_company(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "main.py"), "--demo", "worklist", "--format", "csv"]
    started = [
        subprocess.Popen(
            command, env=environment(tmp_path), stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )
        for _ in range(2)
    ]
    printed = [process.communicate(timeout=90)[0] for process in started]
    assert [process.returncode for process in started] == [0, 0]
    assert printed[0] == printed[1]
    assert len(printed[0].splitlines()) == 601
    assert [path.name for path in tmp_path.glob("demo*")] == ["demo.db"]


def test_the_company_of_a_chosen_day_is_the_same_every_time(tmp_path: Path) -> None:
    words = ("--demo", "--as-of", "2026-03-16", "worklist", "--format", "csv")
    first = run_giro(*words, home=tmp_path)
    renewed = run_giro("demo", "--as-of", "2026-03-16", home=tmp_path)
    assert renewed.returncode == 0
    assert first.stdout == run_here(*words, home=tmp_path).stdout


@pytest.fixture
def home(demo_companies: DemoCompanies, tmp_path: Path) -> Path:
    """A home with the company of a day."""
    return demo_companies.home(tmp_path, date(2026, 3, 16))


def test_any_of_the_companys_people_can_be_at_the_program(home: Path) -> None:
    day = ("--demo", "--as-of", "2026-03-16")
    command = (*day, "report", "campaigns")
    assert run_here(*command, home=home).returncode == 2  # Ana is an operator
    shown = run_here(*command, "--profile", "helena.quadros", home=home)
    assert shown.returncode == 0, shown.stderr
    refused = run_here(*command, "--profile", "alguem", home=home)
    assert refused.returncode == 2
    assert "alguem" in refused.stderr
    assert "marisa.toledo" in refused.stderr


def test_the_profile_of_a_file_is_nobody_of_the_demo_company(home: Path) -> None:
    words = ("--demo", "--as-of", "2026-03-16", "worklist", "--limit", "1")
    assert run_here(*words, home=home, GIRO_PROFILE="alice").returncode == 0


@pytest.mark.parametrize("cut", ["team", "company"])
def test_an_operators_customers_are_called_alike_on_all_pages(home: Path, cut: str) -> None:
    """Ana's own customers have a team, though it is not hers to supervise."""
    day, column = ("--demo", "--as-of", "2026-03-16"), f"cut_{cut}"

    def names(report: str) -> set[str]:
        words = (*day, "report", report, "--by", cut, "--format", "json")
        document = json.loads(run_here(*words, home=home).stdout)
        table = next(one for one in document["tables"].values() if column in one["rows"][0])
        return {row[column] for row in table["rows"]}

    mine = names("portfolio")
    assert mine
    assert mine <= names("contacts")
