"""One version's difference between program and server is allowed for, in either direction told."""

from pathlib import Path

import pytest
from sqlalchemy import text

from cockpit.data.engine import connect_to
from cockpit.data.revisions import own_revisions
from cockpit.data.server.compatibility import OLDEST_PROGRAM, check_compatible
from cockpit.data.url import parse_address
from cockpit.domain.errors import DatabaseError
from cockpit.domain.vocabulary import Role
from tests.support.statements import LISTS, numbered, one_of_many, recorded, refusals
from tests.support.team import TeamDatabase

_ALLOWED = sorted(path for path in LISTS.glob("*.json") if path.stem >= OLDEST_PROGRAM)


def _become(team: TeamDatabase, revision: str, oldest: str) -> None:
    """Let the server be of another version."""
    with team.superuser.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :r"), {"r": revision})
        connection.execute(text(
            "CREATE OR REPLACE FUNCTION giro_oldest_program() RETURNS text LANGUAGE sql IMMUTABLE"
            f" AS $$ SELECT '{oldest}' $$"
        ))  # fmt: skip


def _verdict(team: TeamDatabase, login: str) -> str:
    """Return the key of what an operator's program is told; empty where it may work."""
    engines = connect_to(parse_address(team.url(login)))
    try:
        with engines.reading() as connection:
            check_compatible(connection)
    except DatabaseError as error:
        return error.message.key
    finally:
        engines.close()
    return ""


@pytest.mark.parametrize(
    ("revision", "oldest", "verdict"),
    [
        (own_revisions().head, OLDEST_PROGRAM, ""),
        ("9001", own_revisions().head, ""),  # one version ahead
        ("9002", "9001", "error.database_newer"),  # two versions ahead
        ("0017", "0016", "error.server_older"),
    ],
)
def test_a_program_is_told_in_one_sentence_which_side_is_too_old(
    team_database: TeamDatabase, revision: str, oldest: str, verdict: str
) -> None:
    login = team_database.add("ana", Role.OPERATOR)
    _become(team_database, revision, oldest)
    assert _verdict(team_database, login) == verdict


def test_the_version_before_is_written_down() -> None:
    assert _ALLOWED


@pytest.mark.parametrize("path", _ALLOWED, ids=lambda path: path.stem)
def test_the_server_takes_what_an_older_program_sends(
    team_database: TeamDatabase, path: Path
) -> None:
    login = team_database.add("chefe", Role.ADMINISTRATOR)
    engines = connect_to(parse_address(team_database.url(login)))
    with engines.writing() as connection:
        refused = list(refusals(connection, recorded(path)))
    engines.close()
    assert refused == []


@pytest.mark.parametrize(
    ("change", "statement"),
    [
        ("ALTER TABLE customers RENAME city TO town", "SELECT customers.city FROM customers"),
        (
            "ALTER TABLE teams ADD COLUMN mood text NOT NULL",
            "INSERT INTO teams (id, name, created_at, updated_at)"
            " VALUES (%(id)s::UUID, %(n)s, %(c)s, %(u)s)",
        ),
        ("DROP FUNCTION giro_last_number(uuid)", "SELECT giro_last_number(%(d)s::UUID)"),
        ("REVOKE SELECT ON orders FROM giro_administrator", "SELECT orders.id FROM orders"),
    ],
)  # fmt: skip
def test_a_migration_that_takes_away_is_found(
    team_database: TeamDatabase, change: str, statement: str
) -> None:
    login = team_database.add("chefe", Role.ADMINISTRATOR)
    with team_database.superuser.begin() as connection:
        connection.exec_driver_sql(change)
    engines = connect_to(parse_address(team_database.url(login)))
    with engines.writing() as connection:
        found = [one for one, _ in refusals(connection, [statement])]
    engines.close()
    assert found == [statement]


def test_a_statement_for_several_values_is_that_for_one() -> None:
    sent = "SELECT 1 WHERE a IN (%(a_1)s::UUID, %(a_2)s::UUID) AND b = %(b)s AND c IN (%(c_1)s)"
    once = one_of_many(sent)
    assert once == "SELECT 1 WHERE a IN (%(a_1)s::UUID) AND b = %(b)s AND c IN (%(c_1)s)"
    assert numbered(once) == "SELECT 1 WHERE a IN ($1::UUID) AND b = $2 AND c IN ($3)"
