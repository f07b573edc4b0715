"""A server is brought up to date while people work on it, and only as far as it may be."""

from threading import Timer

import pytest
from sqlalchemy import Connection, text

from cockpit.data.server import prepare as preparing
from cockpit.data.server.prepare import prepare
from cockpit.data.startup import open_database, open_team_database
from cockpit.data.url import PostgresqlServer, parse_address
from cockpit.domain.errors import DatabaseError
from cockpit.domain.vocabulary import Role
from tests.support.migrated import migrate
from tests.support.team import TeamDatabase


def address(url: str) -> PostgresqlServer:
    parsed = parse_address(url)
    assert isinstance(parsed, PostgresqlServer)
    return parsed


def stamp(connection: Connection, revision: str) -> None:
    connection.execute(text("UPDATE alembic_version SET version_num = :new"), {"new": revision})
    connection.commit()


def refusal(url: str) -> str:
    with pytest.raises(DatabaseError) as refused:
        open_team_database(address(url))
    return refused.value.message.key


def test_an_upgrade_waits_for_whoever_is_at_work(
    team_database: TeamDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preparing, "_PATIENCE", "100ms")
    with team_database.superuser.connect() as worker, team_database.superuser.connect() as chief:
        worker.execute(text("SELECT count(*) FROM customers"))
        end = Timer(0.5, worker.rollback)
        end.start()
        prepare(chief)
        end.join()


def test_an_upgrade_that_nobody_lets_in_changes_nothing(
    team_database: TeamDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preparing, "_PATIENCE", "20ms")
    monkeypatch.setattr(preparing, "_TRIES", 2)
    look = text("SELECT count(*) FROM pg_policies")
    with team_database.superuser.connect() as worker, team_database.superuser.connect() as chief:
        before = worker.execute(look).scalar()
        worker.execute(text("SELECT count(*) FROM customers"))
        with pytest.raises(Exception, match="lock timeout"):
            prepare(chief)
        assert worker.execute(look).scalar() == before


def test_a_database_that_was_used_without_roles_is_taken_over(postgres_empty_url: str) -> None:
    migrate(postgres_empty_url)
    engines = open_database(address(postgres_empty_url))
    try:
        with engines.writer.connect() as connection:
            prepare(connection)
            owners = connection.execute(
                text("SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'public'")
            ).scalars()
            assert owners.all() == ["giro_owner"]
    finally:
        engines.close()


@pytest.mark.parametrize(
    "tables", [["notas (texto text)"], ["alembic_version (version_num text)", "notas (texto text)"]]
)
def test_another_programs_database_is_left_alone(
    postgres_empty_url: str, tables: list[str]
) -> None:
    engines = open_database(address(postgres_empty_url))
    try:
        with engines.writer.connect() as connection:
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
            for table in tables:
                connection.execute(text(f"CREATE TABLE {table}"))
            connection.commit()
            with pytest.raises(DatabaseError) as refused:
                prepare(connection)
        assert refused.value.message.key == "error.database_not_giro"
    finally:
        engines.close()


def test_programs_and_servers_of_different_versions(team_database: TeamDatabase) -> None:
    url = team_database.url(team_database.add("ana", Role.OPERATOR))
    open_team_database(address(url)).close()
    oldest = "CREATE OR REPLACE FUNCTION giro_oldest_program() RETURNS text LANGUAGE sql IMMUTABLE"
    with team_database.superuser.connect() as connection:
        stamp(connection, "9999")  # newer, and this program may still write
        open_team_database(address(url)).close()
        connection.execute(text(f"{oldest} AS $$ SELECT '9998' $$"))
        connection.commit()
        assert refusal(url) == "error.database_newer"
        with pytest.raises(DatabaseError):
            prepare(connection)
        stamp(connection, "0001")
        assert refusal(url) == "error.server_older"
