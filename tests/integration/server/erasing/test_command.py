"""``privacy`` as an administrator types it: it shows first, asks, notes whom, and does it again."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from cockpit.domain.vocabulary import Role
from tests.support.company_rows import Company, fill_company
from tests.support.program import run_here
from tests.support.team import TeamDatabase, let_superuser_in


@pytest.fixture
def filled(team_database: TeamDatabase) -> Company:
    company = fill_company(team_database)
    let_superuser_in(team_database.superuser)
    with team_database.superuser.begin() as connection:
        connection.execute(
            text("UPDATE contact_persons SET name = 'Zélia Prestes' WHERE customer_id = :key"),
            {"key": company.customers["A1"]},
        )
        connection.execute(
            text("UPDATE customers SET code = 'A1', person_kind = 'company' WHERE id = :key"),
            {"key": company.customers["A1"]},
        )
    return company


@pytest.fixture
def chief(team_database: TeamDatabase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    def told(*words: str, typed: str = "", login: str = "postgres") -> Any:
        monkeypatch.setattr("sys.stdin", StringIO(typed))
        return run_here("privacy", *words, "--database", team_database.url(login), home=tmp_path)

    return told


def _names(team: TeamDatabase) -> list[str]:
    with team.superuser.connect() as connection:
        names = connection.execute(text("SELECT name FROM contact_persons")).scalars()
        return [name for name in names if name == "Zélia Prestes"]


@pytest.mark.usefixtures("filled")
def test_a_person_is_erased_by_name(
    team_database: TeamDatabase, chief: Any, tmp_path: Path
) -> None:
    whom = ("erase-person", "A1", "--person", "zélia prestes")
    tried = chief(*whom, "--dry-run")
    assert tried.returncode == 0, tried.stderr
    assert "Zélia Prestes" in tried.stdout
    assert "1 pessoa perde nome" in tried.stdout
    assert "Nada foi mudado" in tried.stdout
    assert "Nada foi mudado" in chief(*whom, typed="n\n").stdout
    assert _names(team_database)
    assert not (tmp_path / "erasures.jsonl").exists()
    done = chief(*whom, typed="sim\n")
    assert done.returncode == 0, done.stderr
    assert not _names(team_database)
    noted = (tmp_path / "erasures.jsonl").read_text(encoding="utf-8")
    assert "Zélia" not in noted
    assert json.loads(noted)["entity"] == "contact_persons"
    again = chief("replay")
    assert "0 linhas" in again.stdout, again.stderr


@pytest.mark.usefixtures("filled")
def test_who_is_not_meant_is_not_erased(team_database: TeamDatabase, chief: Any) -> None:
    assert "--even-company" in chief("erase-person", "A1", "--yes").stderr
    assert chief("erase-person", "A1", "--person", "Zé", "--yes").returncode == 2
    assert chief("erase-person", "nobody", "--yes").returncode == 2
    assert chief("replay").returncode == 2
    assert _names(team_database)
    shown = json.loads(chief("erase-person", "A1", "--even-company", "--json").stdout)
    assert shown["rows"]["customers"] == 1
    assert _names(team_database)


@pytest.mark.usefixtures("filled")
def test_nobody_but_administrators_erases(team_database: TeamDatabase, chief: Any) -> None:
    for name, role in (("gil", Role.MANAGER), ("ivo", Role.OPERATOR)):
        login = team_database.add(name, role)
        words = ("erase-person", "A1", "--person", "Zélia Prestes", "--yes")
        assert chief(*words, login=login).returncode != 0
    assert _names(team_database)
