"""An open database of each engine, with a user and a few customers."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import update

from cockpit.data.bulk_loader import SqlBulkLoader
from cockpit.data.bulk_loader import _insert as insert_rows
from cockpit.data.database import SqlDatabase
from cockpit.data.engine import Engines
from cockpit.data.identity import ensure_identity
from cockpit.data.startup import open_database
from cockpit.data.url import parse_address
from cockpit.domain.contact import ContactDraft, Outcome, Reason
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import Channel, CustomerCategory, LifecycleStatus, Role
from cockpit.services.ports import CurrentUser
from models import Base
from tests.support.team import TeamDatabase

NOW = datetime(2026, 3, 16, 12, 30, tzinfo=UTC)


class OnPurposeError(Exception):
    """What a test raises to see a unit undone."""


@dataclass
class World:
    """An open database as one user works with it."""

    engines: Engines
    user: CurrentUser
    database: SqlDatabase
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    reasons: dict[str, Reason] = field(default_factory=dict)
    keeper: Engines | None = None
    team: TeamDatabase | None = None

    def __post_init__(self) -> None:
        #: As whom tests put in and look up what their user may not.
        self.keeper = self.keeper or self.engines

    def colleague(self, login: str = "beatriz") -> "World":
        """Return the same database as another user sees it."""
        if self.team is not None:
            if login != self.user.login:
                self.team.add(login, Role.OPERATOR, shown=login)
            other = self.team.open(self.team.login_of(login), machine="pc-2")
            parts = (other.engines, other.user, other.database)
        else:
            user = ensure_identity(self.engines, login=login, machine="pc-2")
            parts = (self.engines, user, SqlDatabase(self.engines, user.user_id))
        return World(*parts, self.outcomes, self.reasons, self.keeper, self.team)

    def supervised(self) -> SqlDatabase:
        """Return the door by which the company's own things are stored."""
        return SqlDatabase(self.keeper, self.user.user_id)

    def load(self, **tables: list[dict[str, Any]]) -> None:
        """Insert rows."""
        SqlBulkLoader(self.keeper).load(tables)

    def load_more(self, **tables: list[dict[str, Any]]) -> None:
        """Insert rows beside those that are there."""
        with self.keeper.writing() as connection:
            for name, rows in tables.items():
                insert_rows(connection, Base.metadata.tables[name], rows)

    def update(self, table: str, key: UUID, **values: Any) -> None:
        """Change one row."""
        changed = Base.metadata.tables[table]
        with self.keeper.writing() as connection:
            connection.execute(update(changed).where(changed.c.id == key).values(values))

    def draft(self, customer_id: UUID, **changes: Any) -> ContactDraft:
        """Return a contact that is about to be logged."""
        values: dict[str, Any] = {
            "contact_id": new_id(),
            "customer_id": customer_id,
            "occurred_at": NOW,
            "channel": Channel.PHONE,
            "outcome": self.outcomes["no_answer"],
        }
        return ContactDraft(**values | changes)

    def log(self, draft: ContactDraft) -> bool:
        """Store a contact."""
        with self.database.write() as unit:
            return unit.contacts.add(draft, user=self.user, status=LifecycleStatus.AT_RISK)

    def all_rows(self, table: str) -> list[Any]:
        """Return the rows of a table, oldest first."""
        with self.keeper.reading() as connection:
            return list(connection.exec_driver_sql(f"SELECT * FROM {table} ORDER BY id"))


def customer(key: UUID, code: str = "1", **changes: Any) -> dict[str, Any]:
    """Return a customer's row."""
    row = {"id": key, "code": code, "legal_name": f"Parafusos {code} Ltda"}
    return row | {"category": CustomerCategory.CUSTOMER} | changes


#: Modules whose tests work as an operator under the policies too: what one does all day.
_OF_OPERATORS = frozenset(
    {"test_agenda", "test_contacts", "test_objections", "test_queue", "test_reminders",
     "test_stories", "test_note_index", "test_visits"}
)  # fmt: skip
#: Modules about what only a file has, or what no engine has a part in.
_OF_FILES = frozenset({"test_note_index_of_files", "test_silent_mail_keyring"})


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run each test on each engine, and some on a server as an operator under the policies."""
    if "database_url" in metafunc.fixturenames:
        name = metafunc.module.__name__.rpartition(".")[2]
        kinds = ["sqlite"] if name in _OF_FILES else ["sqlite", "postgresql"]
        if name in _OF_OPERATORS:
            kinds.append("postgresql as operator")
        metafunc.parametrize("database_url", kinds, indirect=True)


@pytest.fixture
def database_url(request: pytest.FixtureRequest) -> str:
    """The URL of a database of the kind that the test is run on."""
    if request.param == "sqlite":
        return f"sqlite:///{request.getfixturevalue('sqlite_file')}"
    if request.param == "postgresql":
        return str(request.getfixturevalue("postgres_url"))
    team: TeamDatabase = request.getfixturevalue("team_database")
    return team.url(team.add("ana", Role.OPERATOR, shown="ana"))


@pytest.fixture
def engines(database_url: str) -> Iterator[Engines]:
    opened = open_database(parse_address(database_url))
    yield opened
    opened.close()


@pytest.fixture
def world(request: pytest.FixtureRequest, engines: Engines) -> World:
    user = ensure_identity(engines, login="ana", machine="pc-1")
    database = SqlDatabase(engines, user.user_id)
    with database.read() as unit:
        outcomes = {one.code: one for one in unit.reference.outcomes()}
        reasons = {one.code: one for one in unit.reference.reasons()}
    if "team_database" not in request.fixturenames:
        return World(engines, user, database, outcomes, reasons)
    team: TeamDatabase = request.getfixturevalue("team_database")
    return World(engines, user, database, outcomes, reasons, team.keeper, team)


@pytest.fixture
def acme(world: World) -> UUID:
    """A customer."""
    key = new_id()
    world.load(
        customers=[customer(key, trade_name="Acme", city="São Paulo", state="SP")],
        phones=[
            {"customer_id": key, "raw": "11 98765-4321", "e164": "+5511987654321",
             "is_primary": True}
        ],
    )  # fmt: skip
    return key
