"""Reports read on a standby that knows all that is committed, else on the server."""

import os
from collections.abc import Iterator

import pytest
from sqlalchemy import NullPool, create_engine, text

from cockpit.data.database import SqlDatabase
from cockpit.data.repositories.settings import SqlSettingsRepository
from cockpit.data.server.prepare import prepare
from cockpit.data.standby import STANDBY_KEY, Standby, place_of
from cockpit.domain.errors import BadInputError
from cockpit.domain.vocabulary import Role
from models import Base
from tests.support.postgres import start_server
from tests.support.program import run_here
from tests.support.queues import callable_customers
from tests.support.standby import FOLLOWED, PORT, standby
from tests.support.team import Person, TeamDatabase

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the servers meet on a socket's folder")


@pytest.fixture(scope="module")
def team() -> Iterator[TeamDatabase]:
    """A prepared database on a server that may be followed."""
    server = start_server(FOLLOWED)
    name = server.create()
    engine = create_engine(server.url(name), poolclass=NullPool)
    with engine.connect() as connection:
        prepare(connection)
    engine.dispose()
    database = TeamDatabase(server, name)
    yield database
    database.close()
    server.stop()


def _tell(team: TeamDatabase, address: str | None) -> None:
    with team.superuser.begin() as connection:
        SqlSettingsRepository(connection).put("company", None, STANDBY_KEY, address)


def _is_standby(person: Person) -> bool:
    with Standby(person.engines).reading() as connection:
        return bool(connection.execute(text("SELECT pg_is_in_recovery()")).scalar())


def _codes(database: SqlDatabase) -> set[str]:
    with database.report() as unit:
        return set(unit.work_list._connection.execute(text("SELECT code FROM customers")).scalars())


def test_reports_follow_the_setting_the_policies_and_what_is_committed(team: TeamDatabase) -> None:
    ana = team.join("ana", Role.OPERATOR)
    bruno = team.join("bruno", Role.OPERATOR)
    assert not _is_standby(ana)
    with standby(team._server) as process:
        _tell(team, f"{team._server.host}:{PORT}")
        assert _is_standby(ana)

        keys, rows = callable_customers(30, owner_id=ana.user.user_id)
        with team.superuser.begin() as connection:
            for table, lines in rows.items():
                connection.execute(Base.metadata.tables[table].insert(), lines)
        assert len(_codes(ana.database)) == len(keys)  # at once, and by the same policies
        assert _codes(bruno.database) == set()
        assert _is_standby(ana)

        assert process.is_running()
    _tell(team, f"{team._server.host}:{PORT}")  # away
    assert not _is_standby(ana)
    assert len(_codes(ana.database)) == len(keys)
    _tell(team, f"{team._server.host}:5432")  # no standby at all
    assert not _is_standby(ana)


def test_the_command_stores_where_reports_read(team: TeamDatabase, tmp_path: object) -> None:
    words = ("server", "standby")
    address = ("--database", team.url("postgres"))
    for said, stored in (("10.0.0.7:5444", "10.0.0.7:5444"), ("off", None)):
        done = run_here(*words, said, *address, home=tmp_path)
        assert done.returncode == 0, done.stderr
        with team.superuser.connect() as connection:
            found = SqlSettingsRepository(connection).get("company", None, STANDBY_KEY)
        assert found == stored
    assert run_here(*words, "host:x", *address, home=tmp_path).returncode == 2


def test_a_companys_administrator_says_where_reports_read_and_an_operator_does_not(
    team: TeamDatabase, tmp_path: object
) -> None:
    for role, code in ((Role.ADMINISTRATOR, 0), (Role.OPERATOR, 2)):
        address = ("--database", team.url(team.add(role.value, role)))
        done = run_here("server", "standby", "off", *address, home=tmp_path)
        assert done.returncode == code, done.stderr


@pytest.mark.parametrize(
    ("address", "place"),
    [("b", ("b", 5432)), ("b:5433", ("b", 5433)), ("10.0.0.7:1", ("10.0.0.7", 1))],
)
def test_an_address_has_a_port(address: str, place: tuple[str, int]) -> None:
    assert place_of(address) == place


@pytest.mark.parametrize("address", ["", ":5432", "b:", "b:0", "b:70000", "b:x"])
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(BadInputError):
        place_of(address)
