"""A prepared server with people on it, each of whom logs in as themself."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

import pytest
from sqlalchemy import Engine, NullPool, create_engine, insert

from cockpit.data.database import SqlDatabase
from cockpit.data.engine import Engines
from cockpit.data.identity import ensure_identity
from cockpit.data.server.prepare import add_login, prepare
from cockpit.data.server.roles import group_of
from cockpit.data.startup import open_database
from cockpit.data.url import parse_address
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import Role
from cockpit.services.ports import CurrentUser
from models import Team, User
from tests.support.postgres import PostgresServer


@dataclass(frozen=True)
class Person:
    """Somebody with a login of their own.

    Attributes:
        engines: The database, opened as they.
        database: The door to it.
        user: Who they are.
    """

    engines: Engines
    database: SqlDatabase
    user: CurrentUser


class TeamDatabase:
    """A prepared database on a test server, and those who were added to it."""

    def __init__(self, server: PostgresServer, name: str) -> None:
        self._server = server
        self._name = name
        self._people: list[Person] = []
        #: The superuser's, for whom no policy counts: what a test puts in and looks up.
        self.superuser = create_engine(server.url(name), poolclass=NullPool)

    @cached_property
    def keeper(self) -> Engines:
        """Return the database as the superuser's program would have it open."""
        return open_database(parse_address(self.url("postgres")))

    def url(self, login: str) -> str:
        """Return the URL of somebody's login."""
        return self._server.url(self._name, login)

    def team(self, name: str, *, supervisor: UUID | None = None) -> UUID:
        """Add a team and return its key."""
        key = new_id()
        with self.superuser.begin() as connection:
            connection.execute(insert(Team).values(id=key, name=name, supervisor_id=supervisor))
        return key

    def add(
        self, name: str, role: Role, *, team: UUID | None = None, shown: str | None = None
    ) -> str:
        """Add somebody and return their login, which no other database of the server has."""
        login = self.login_of(name)
        with self.superuser.connect() as connection:
            add_login(connection, login, group_of(role))
            connection.execute(
                insert(User).values(
                    id=new_id(), login=name, name=shown or name.title(), role=role, team_id=team,
                    database_role=login,
                )
            )  # fmt: skip
            connection.commit()
        return login

    def login_of(self, name: str) -> str:
        """Return the login that ``add`` gives to somebody of this name."""
        return f"{self._name}_{name}"

    def join(
        self, name: str, role: Role, *, team: UUID | None = None, machine: str = "pc"
    ) -> Person:
        """Add somebody and open the database as they do."""
        return self.open(self.add(name, role, team=team), machine=machine)

    def open(self, login: str, *, machine: str = "pc") -> Person:
        """Open the database with a login; closed when the test ends."""
        engines = open_database(parse_address(self.url(login)))
        user = ensure_identity(engines, machine=machine)
        person = Person(engines, SqlDatabase(engines, user.user_id), user)
        self._people.append(person)
        return person

    def close(self) -> None:
        """Close what was opened."""
        for person in self._people:
            person.engines.close()
        if "keeper" in self.__dict__:
            self.keeper.close()
        self.superuser.dispose()


@pytest.fixture(scope="session")
def team_template(postgres_server: PostgresServer) -> str:
    """A prepared database without people, which the tests' own are copied from."""
    name = postgres_server.create()
    engine = create_engine(postgres_server.url(name), poolclass=NullPool)
    with engine.connect() as connection:
        prepare(connection)
    engine.dispose()
    return name


@pytest.fixture
def team_database(postgres_server: PostgresServer, team_template: str) -> Iterator[TeamDatabase]:
    """A prepared database of a test's own."""
    name = postgres_server.create(team_template)
    database = TeamDatabase(postgres_server, name)
    yield database
    database.close()
    postgres_server.drop(name)


@pytest.fixture(params=["sqlite", "postgresql"])
def program_url(request: pytest.FixtureRequest) -> str:
    """A database as the whole program opens it: a file, or a team's, as its administrator."""
    if request.param == "sqlite":
        return f"sqlite:///{request.getfixturevalue('sqlite_file')}"
    team: TeamDatabase = request.getfixturevalue("team_database")
    let_superuser_in(team.superuser)
    return team.url("postgres")


def let_superuser_in(superuser: Engine) -> None:
    """Make the superuser the administrator of a prepared database: as they a program opens it."""
    with superuser.begin() as connection:
        connection.execute(
            insert(User).values(
                id=new_id(), login="postgres", name="postgres", role=Role.ADMINISTRATOR,
                database_role="postgres",
            )
        )  # fmt: skip
