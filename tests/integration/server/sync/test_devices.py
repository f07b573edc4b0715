"""An administrator looks after laptops, and after what they brought and nobody could store."""

import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from cockpit.data.server.sync import administration
from cockpit.domain.errors import BadInputError
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import Role
from tests.support.company_rows import Company, fill_company
from tests.support.laptop_rows import add_laptop, brought_contact, put_aside
from tests.support.program import run_here
from tests.support.team import TeamDatabase, let_superuser_in


@pytest.fixture
def filled(team_database: TeamDatabase) -> Company:
    company = fill_company(team_database)
    with team_database.superuser.begin() as connection:
        connection.execute(text("DELETE FROM quarantined_facts"))
    return company


@pytest.fixture
def chief(team_database: TeamDatabase, tmp_path: Path) -> Any:
    let_superuser_in(team_database.superuser)

    def told(*words: str) -> Any:
        return run_here(
            "server", *words, "--database", team_database.url("postgres"), home=tmp_path
        )

    return told


def test_laptops_are_listed_locked_and_let_in_again(
    team_database: TeamDatabase, chief: Any
) -> None:
    key = add_laptop(team_database)
    [shown] = json.loads(chief("devices", "--json").stdout)
    assert (shown["name"], shown["backlog"], shown["state"]) == ("nb-rui", 14, "open")
    assert "nb-rui" in chief("devices").stdout
    assert chief("devices", "revoke", "nb-rui").returncode == 0
    assert json.loads(chief("devices", "list", "--json").stdout)[0]["state"] == "revoked"
    assert chief("devices", "allow", str(key)).returncode == 0
    assert chief("devices", "repull", "nb-rui").returncode == 0
    assert json.loads(chief("devices", "list", "--json").stdout)[0]["state"] == "repull"
    with team_database.superuser.connect() as connection:
        noted = connection.execute(
            text("SELECT action FROM audit_events WHERE entity_id = :key ORDER BY device_seq"),
            {"key": key},
        ).scalars()
        assert list(noted) == ["device_revoked", "device_allowed", "device_repulled"]


def test_a_laptop_whose_key_is_gone_does_not_come_back(
    team_database: TeamDatabase, chief: Any
) -> None:
    key = add_laptop(team_database)
    with team_database.superuser.begin() as connection:
        connection.execute(
            text("UPDATE devices SET revoked_at = now(), wiped_at = now() WHERE id = :key"),
            {"key": key},
        )
    refused = chief("devices", "allow", "nb-rui")
    assert refused.returncode != 0
    assert "field setup" in refused.stderr


def test_an_unclear_name_names_no_laptop(team_database: TeamDatabase, chief: Any) -> None:
    add_laptop(team_database, "nb")
    add_laptop(team_database, "nb")
    assert chief("devices", "revoke", "nb").returncode != 0
    assert chief("devices", "revoke", "other").returncode != 0
    assert chief("devices", "revoke").returncode != 0


@pytest.mark.parametrize("role", [Role.OPERATOR, Role.SUPERVISOR, Role.MANAGER])
def test_nobody_but_administrators_looks_after_laptops(
    team_database: TeamDatabase, tmp_path: Path, role: Role
) -> None:
    add_laptop(team_database)
    login = team_database.add("ana", role)
    for words in (("devices",), ("devices", "revoke", "nb-rui"), ("quarantine",)):
        refused = run_here("server", *words, "--database", team_database.url(login), home=tmp_path)
        assert refused.returncode != 0
        assert "nb-rui" not in refused.stdout


@pytest.mark.usefixtures("filled")
def test_what_was_set_aside_is_stored_after_all_or_discarded(
    team_database: TeamDatabase, request: pytest.FixtureRequest
) -> None:
    chief = request.getfixturevalue("chief")
    device = add_laptop(team_database)
    good = brought_contact(team_database, device, 1)
    lost = brought_contact(team_database, device, 2, customer_id=str(new_id()))
    put_aside(team_database, "contacts", good, "not_yours")
    put_aside(team_database, "contacts", lost, "parent_missing")
    first = chief("quarantine", "--json")
    assert not first.stderr
    assert [one["number"] for one in json.loads(first.stdout)] == [1, 2]
    assert good["id"] in chief("quarantine", "show", "1").stdout

    assert chief("quarantine", "store", "1").returncode == 0
    refused = chief("quarantine", "store", "2")
    assert refused.returncode == 1
    assert chief("quarantine", "discard", "2").returncode != 0
    assert chief("quarantine", "discard", "2", "--reason", "em teste").returncode == 0
    assert chief("quarantine", "store", "2").returncode != 0

    listed = json.loads(chief("quarantine", "list", "--json").stdout)
    assert [one["resolution"] for one in listed] == ["stored", "discarded"]
    assert listed[1]["remark"] == "em teste"
    assert listed[1]["payload"]["id"] == lost["id"]
    with team_database.superuser.connect() as connection:
        stored = connection.execute(
            text("SELECT note FROM contacts WHERE id = :id"), {"id": good["id"]}
        ).scalar_one()
    assert stored == good["note"]


@pytest.mark.usefixtures("filled")
def test_what_was_deleted_does_not_come_back_out_of_what_was_set_aside(
    team_database: TeamDatabase,
) -> None:
    row = brought_contact(team_database, add_laptop(team_database), 1)
    put_aside(team_database, "contacts", row, "not_yours")
    with team_database.superuser.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO tombstones (id, entity, entity_id, deleted_at, reason)"
                " VALUES (:key, 'contacts', :row, now(), 'erased')"
            ),
            {"key": new_id(), "row": row["id"]},
        )
    with team_database.superuser.connect() as connection:
        fact = administration.set_aside(connection, 1)
        assert administration.store(connection, fact) == "deleted"
        with pytest.raises(BadInputError):
            administration.discard(connection, fact, " ")


@pytest.mark.usefixtures("filled")
def test_nobody_speaks_in_anothers_name_whoever_lets_the_words_in(
    team_database: TeamDatabase,
) -> None:
    device = add_laptop(team_database)
    row = brought_contact(team_database, device, 1)
    put_aside(team_database, "contacts", {**row, "user_id": str(new_id())}, "not_yours")
    put_aside(team_database, "contacts", {**row, "device_id": str(new_id())}, "not_yours")
    put_aside(team_database, "users", row, "unknown_entity")
    with team_database.superuser.begin() as connection:
        connection.execute(
            text("UPDATE quarantined_facts SET device_id = :device"), {"device": device}
        )
    with team_database.superuser.connect() as connection:
        why = [
            administration.store(connection, administration.set_aside(connection, number))
            for number in (1, 2, 3)
        ]
    assert why == ["another_name", "another_name", "not_a_fact"]


def test_who_takes_a_laptops_key_is_written_down(team_database: TeamDatabase, chief: Any) -> None:
    key = add_laptop(team_database)
    assert chief("devices", "key", "nb-rui").returncode != 0
    with team_database.superuser.begin() as connection:
        connection.execute(
            text("INSERT INTO device_keys (device_id, key, stored_at) VALUES (:id, :key, now())"),
            {"id": key, "key": b"k" * 32},
        )
    assert chief("devices", "key", "nb-rui").stdout.strip() == (b"k" * 32).hex()
    with team_database.superuser.connect() as connection:
        noted = connection.execute(
            text("SELECT action FROM audit_events WHERE entity_id = :key"), {"key": key}
        ).scalars()
        assert list(noted) == ["device_key_taken"]
