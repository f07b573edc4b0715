"""A laptop is set up from a real server, by the login's own connection."""

import json
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from cockpit.app.cli import main
from cockpit.app.field.key_keeper import KeyKeeper
from cockpit.app.options import Options
from cockpit.app.paths import HOME_VARIABLE, Paths
from cockpit.app.store import open_store
from cockpit.domain.vocabulary import Role
from models import Customer, User
from tests.support.queues import callable_customers
from tests.support.team import TeamDatabase


def test_a_seller_sets_up_a_laptop_and_is_blocked(
    team_database: TeamDatabase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    team = team_database
    rui = team.join("rui", Role.EXTERNAL_SELLER)
    _, rows = callable_customers(2)
    with team.superuser.begin() as connection:
        for number, row in enumerate(rows["customers"]):
            owner = rui.user.user_id if number == 0 else None
            connection.execute(insert(Customer).values(row | {"owner_id": owner}))
    home = tmp_path / "home"
    monkeypatch.setenv(HOME_VARIABLE, str(home))
    with team.superuser.connect() as connection:
        login = connection.execute(
            select(User.database_role).where(User.id == rui.user.user_id)
        ).scalar_one()
    address = team.url(login or "")
    assert main(["field", "setup", "--insecure", "--database", address]) == 0
    assert "1 cliente e" in capsys.readouterr().out
    assert main(["sync", "--once"]) == 0
    store = open_store(Options(is_field=True), Paths(home))
    assert (store.user.user_id, store.user.role) == (rui.user.user_id, Role.EXTERNAL_SELLER)
    store.close()
    keeper = KeyKeeper(Paths(home).field_database)
    key = keeper.kept()
    keeper.forget()
    assert main(["sync", "--once"]) == 2
    assert main(["field", "recover"]) == 0
    assert keeper.kept() == key
    with team.superuser.begin() as connection:
        connection.exec_driver_sql("UPDATE devices SET revoked_at = now() WHERE is_replica")
    assert main(["sync", "--once"]) == 2
    assert keeper.kept() is None
    assert main(["sync", "--once"]) == 2
    assert "field recover" in capsys.readouterr().err
    assert main(["field", "recover"]) == 2
    assert keeper.kept() is None


def test_a_seller_takes_customers_of_the_shared_list_along(
    team_database: TeamDatabase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    team = team_database
    rui = team.join("rui", Role.EXTERNAL_SELLER)
    keys, rows = callable_customers(3)
    with team.superuser.begin() as connection:
        connection.execute(insert(Customer), rows["customers"])
        connection.exec_driver_sql("UPDATE customers SET city = 'Santarém', state = 'PA'")
        login = connection.execute(
            select(User.database_role).where(User.id == rui.user.user_id)
        ).scalar_one()
    home = tmp_path / "home"
    monkeypatch.setenv(HOME_VARIABLE, str(home))
    assert main(["field", "setup", "--insecure", "--database", team.url(login or "")]) == 0
    capsys.readouterr()

    def said(*words: str, code: int = 0) -> str:
        assert main(["field", "pack", *words]) == code
        found = capsys.readouterr()
        return found.out + found.err

    assert "Nenhum cliente" in said()
    assert "3  Santarém - PA" in said("offer")
    assert "no máximo mais 50" in said("take", "--many", "90", code=2)
    assert "no máximo 7 dias" in said("take", "--days", "90", code=2)
    assert "2 clientes levados até" in said("take", "--many", "2", "--city", "SANTAREM")
    along = json.loads(said("list", "--json"))
    assert {one["customer_id"] for one in along} < {str(key) for key in keys}
    assert "Ninguém" in said("take", "--city", "Nenhuma", code=2)
    assert "já foi contatado" in said("extend", code=2)

    with team.superuser.begin() as connection:
        connection.exec_driver_sql(
            "UPDATE portfolio_entries SET expires_at = now() - interval '1 hour'"
            " WHERE customer_id = (SELECT min(customer_id::text)::uuid FROM portfolio_entries)"
        )
    assert main(["sync", "--once"]) == 0
    capsys.readouterr()
    assert len(json.loads(said("list", "--json"))) == 1
    assert "1 cliente devolvido" in said("return", "--city", "Santarém - PA")
    assert json.loads(said("list", "--json")) == []
    assert main(["sync", "--once"]) == 0
    with team.superuser.connect() as connection:
        noted = connection.exec_driver_sql(
            "SELECT action, detail->>'rows' FROM audit_events WHERE entity = 'portfolio_entries'"
            " ORDER BY device_seq"
        ).all()
    assert [tuple(one) for one in noted] == [("pack_taken", "2"), ("pack_returned", "1")]


def test_a_laptop_hears_that_its_customers_were_brought_back(
    team_database: TeamDatabase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    team = team_database
    rui, chief = team.add("rui", Role.EXTERNAL_SELLER), team.add("chefe", Role.ADMINISTRATOR)
    with team.superuser.begin() as connection:
        connection.execute(insert(Customer), callable_customers(3)[1]["customers"])
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "rui"))
    assert main(["field", "setup", "--insecure", "--database", team.url(rui)]) == 0
    assert main(["field", "pack", "take", "--many", "2"]) == 0
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "chefe"))
    address = ("--insecure", "--database", team.url(chief))
    assert main(["server", "packs", "end", "rui", *address]) == 0
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "rui"))
    assert main(["sync", "--once"]) == 0
    capsys.readouterr()
    assert main(["field", "pack", "list", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []
    assert main(["sync", "log"]) == 0
    assert "2 clientes" in capsys.readouterr().out
