"""A team's database comes back from a backup as it was, the rules of access included."""

from pathlib import Path

from sqlalchemy import text

from cockpit.data.server.doctor import examine
from cockpit.domain.doctor import Level
from cockpit.domain.vocabulary import Role
from tests.support.postgres import PostgresServer
from tests.support.team import TeamDatabase


def test_a_restored_server_lets_the_same_people_in_and_is_in_order(
    team_database: TeamDatabase, postgres_server: PostgresServer, tmp_path: Path
) -> None:
    ana = team_database.add("ana", Role.OPERATOR)
    before = _found(team_database)
    with team_database.superuser.connect() as connection:
        name = str(connection.execute(text("SELECT current_database()")).scalar_one())

    dump = str(tmp_path / "giro.dump")
    postgres_server.run("pg_dump", "-Fc", "-f", dump, name)
    postgres_server.drop(name)
    postgres_server.run("pg_restore", "-C", "-d", "postgres", dump)

    assert _found(team_database) == before
    with team_database.open(ana).engines.reading() as connection:
        assert connection.execute(text("SELECT giro_knows_me()")).scalar()


def _found(team: TeamDatabase) -> list[tuple[str, Level]]:
    with team.superuser.connect() as connection:
        return [(one.message.key, one.level) for one in examine(connection)]
