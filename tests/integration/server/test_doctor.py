"""The examination of a server finds each thing that was put wrong on purpose."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Thread

import pytest
from sqlalchemy import Connection, NullPool, create_engine, text

import resources
from cockpit.data.server.doctor import examine, in_waits
from cockpit.data.server.doctor.examination import CHECKS
from cockpit.domain.doctor import Level
from cockpit.domain.formats import Language
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import Role
from models import Base
from tests.support.cutting_proxy import wait_until
from tests.support.program import run_here
from tests.support.queues import callable_customers
from tests.support.team import TeamDatabase

#: The test server itself is not one for a team, and a copied database loses its own settings.
OF_TEST_SERVER = {
    "settings_unsafe", "settings_off", "settings_buffers", "settings_idle", "keeper_never",
}  # fmt: skip


@pytest.fixture
def look(team_database: TeamDatabase) -> Iterator[Callable[[], dict[str, str]]]:
    """Examine as the superuser; return the codes by their level, but for the test server's own."""
    with team_database.superuser.connect() as connection:

        def examined() -> dict[str, str]:
            return _codes(connection)

        yield examined


def _codes(connection: Connection) -> dict[str, str]:
    found = examine(connection)
    codes = {one.message.key.removeprefix("doctor."): one.level.value for one in found}
    return {
        code: level
        for code, level in codes.items()
        if level != Level.GOOD and code not in OF_TEST_SERVER
    }


def _change(team: TeamDatabase, *statements: str) -> None:
    with team.superuser.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))


def test_a_prepared_server_is_in_order(
    team_database: TeamDatabase, look: Callable[[], dict[str, str]]
) -> None:
    team_database.add("ana", Role.OPERATOR)
    assert look() == {}


@pytest.mark.parametrize(
    ("statements", "code"),
    [
        (["ALTER TABLE contacts NO FORCE ROW LEVEL SECURITY"], "policies_loose"),
        (["DROP POLICY owner ON contacts"], "policies_other"),
        (["ALTER POLICY select_narrow ON contacts USING (true)"], "policies_edited"),
        (["GRANT UPDATE ON contacts TO giro_operator"], "grants_surplus"),
        (["GRANT UPDATE (note) ON contacts TO giro_operator"], "grants_surplus"),
        (["GRANT SELECT ON users TO PUBLIC"], "grants_surplus"),
        (["REVOKE SELECT ON customers FROM giro_operator"], "grants_missing"),
        (["GRANT EXECUTE ON FUNCTION giro_invite TO PUBLIC"], "functions_surplus"),
        (["REVOKE EXECUTE ON FUNCTION giro_me FROM giro_operator"], "functions_missing"),
        (["DROP INDEX ix_customers_owner_id"], "indexes_missing"),
        (["DROP INDEX ix_contacts_note_words"], "indexes_missing"),
        (["UPDATE pg_index SET indisvalid = false"
          " WHERE indexrelid = 'ix_customers_owner_id'::regclass"], "indexes_broken"),
        (["UPDATE alembic_version SET version_num = '0017'"], "schema_behind"),
        (["UPDATE alembic_version SET version_num = '9999'"], "schema_ahead"),
    ],
)  # fmt: skip
def test_what_was_changed_by_hand_is_found(
    team_database: TeamDatabase,
    look: Callable[[], dict[str, str]],
    statements: list[str],
    code: str,
) -> None:
    _change(team_database, *statements)
    assert code in look()


def test_a_login_above_the_policies_or_of_another_group_is_named(
    team_database: TeamDatabase, look: Callable[[], dict[str, str]]
) -> None:
    ana = team_database.add("ana", Role.OPERATOR)
    bia = team_database.add("bia", Role.OPERATOR)
    eva = team_database.add("eva", Role.OPERATOR)
    _change(
        team_database,
        f"ALTER ROLE {ana} BYPASSRLS",
        f"GRANT giro_manager TO {bia}",
        f"UPDATE users SET database_role = 'nobody_there' WHERE database_role = '{eva}'",
    )
    assert look() == {"logins_above": "bad", "logins_other": "bad", "logins_missing": "caution"}


def test_a_transaction_that_stays_open_is_found(team_database: TeamDatabase) -> None:
    old = "doctor.transactions_old"
    with team_database.superuser.connect() as idle, team_database.superuser.connect() as other:
        idle.execute(text("SELECT 1"))
        assert old not in {one.message.key for one in examine(other)}


def test_a_claim_that_nobody_ended_is_counted(
    team_database: TeamDatabase, look: Callable[[], dict[str, str]]
) -> None:
    ana = team_database.join("ana", Role.OPERATOR)
    (key,), rows = callable_customers(1)
    past = datetime.now(UTC) - timedelta(hours=1)
    rows["claims"] = [
        {"id": new_id(), "customer_id": key, "user_id": ana.user.user_id, "state": "active",
         "device_id": ana.user.device_id, "claimed_at": past, "lease_until": past}
    ]  # fmt: skip
    with team_database.superuser.begin() as connection:
        for table, lines in rows.items():
            connection.execute(Base.metadata.tables[table].insert(), lines)
    assert look() == {"claims_expired": "caution"}


def test_an_operator_learns_what_they_may_and_no_more(team_database: TeamDatabase) -> None:
    ana = team_database.join("ana", Role.OPERATOR)
    with ana.engines.writer.connect() as connection:
        assert {one.check for one in examine(connection)} == set(CHECKS)


def test_every_finding_has_its_sentence_in_both_languages() -> None:
    portuguese = resources.catalogue("doctor", Language.PORTUGUESE)
    assert portuguese.keys() == resources.catalogue("doctor", Language.ENGLISH).keys()
    assert CHECKS.keys() <= portuguese.keys()


@pytest.mark.parametrize("who", ["postgres", "clara"])
def test_the_administrator_turns_the_bell_off_and_on(
    who: str, team_database: TeamDatabase, look: Callable[[], dict[str, str]], tmp_path: Path
) -> None:
    login = who if who == "postgres" else team_database.add(who, Role.ADMINISTRATOR)
    if login != "postgres":
        _change(team_database, f"ALTER ROLE \"{login}\" SET log_statement = 'all'")
    url = str(team_database.url(login))
    for word, found in (("off", {"doorbell_off": "caution"}), ("on", {})):
        done = run_here("server", "doorbell", word, home=tmp_path, GIRO_DATABASE_URL=url)
        assert done.returncode == 0, done.stderr
        assert look() == found


def test_the_command_says_what_to_do_and_fails_where_it_is_urgent(
    team_database: TeamDatabase, tmp_path: Path
) -> None:
    url = str(team_database.url("postgres"))
    _change(team_database, "ALTER TABLE contacts NO FORCE ROW LEVEL SECURITY")
    words = ("server", "doctor", "--language", "en")
    shown = run_here(*words, home=tmp_path, GIRO_DATABASE_URL=url)
    assert shown.returncode == 1
    assert "Tables without forced policies, or of another owner: contacts." in shown.stdout
    document = json.loads(run_here(*words, "--json", home=tmp_path, GIRO_DATABASE_URL=url).stdout)
    assert {one["level"] for one in document} == set(Level)
    assert {"check", "level", "code", "message", "values"} == set(document[0])


def test_who_waits_and_for_whom_is_named(team_database: TeamDatabase) -> None:
    ana, bia = (team_database.add(name, Role.OPERATOR) for name in ("ana", "bia"))
    with (
        create_engine(team_database.url(ana), poolclass=NullPool).connect() as holding,
        create_engine(team_database.url(bia), poolclass=NullPool).connect() as waiting,
        team_database.superuser.connect() as other,
    ):
        holding.execute(text("SELECT pg_advisory_lock(7)"))
        holding.rollback()
        (held,) = _waits(other).items()
        assert held[0] == "doctor.waits_held"
        assert held[1].startswith(f"{ana} (pid ")
        thread = Thread(target=lambda: waiting.execute(text("SELECT pg_advisory_lock(7)")))
        thread.start()
        try:
            wait_until(lambda: "doctor.waits_for" in _waits(other))
            said = _waits(other)["doctor.waits_for"]
        finally:
            holding.execute(text("SELECT pg_advisory_unlock(7)"))
            thread.join()
    assert said.startswith(f"{bia} → {ana} (pid ")


def _waits(connection: Connection) -> dict[str, str]:
    """Return what is said of locks and about whom."""
    with connection.begin():
        found = [one.message for one in in_waits.waits(connection)]
    return {one.key: str(one.as_dict()["names"]) for one in found if "names" in one.as_dict()}


def test_administrators_whose_reads_nobody_writes_down_are_named(
    team_database: TeamDatabase, look: Callable[[], dict[str, str]]
) -> None:
    alice = team_database.add("alice", Role.ADMINISTRATOR)
    assert look() == {"reads_unlogged": "caution"}
    _change(team_database, f"ALTER ROLE {alice} SET log_statement = 'all'")
    assert look() == {}
