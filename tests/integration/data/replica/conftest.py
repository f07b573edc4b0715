"""An office's database in a file, and a laptop's file that was filled from it."""

import shutil
from collections.abc import Collection, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from cockpit.data.bulk_loader import SqlBulkLoader
from cockpit.data.database import SqlDatabase
from cockpit.data.engine import Engines
from cockpit.data.identity import ensure_identity
from cockpit.data.replica.making import create_replica, open_replica
from cockpit.data.replica.store import SqlReplicaStore
from cockpit.data.startup import open_database
from cockpit.data.url import SqliteFile
from cockpit.domain.contact import ContactDraft, Outcome
from cockpit.domain.ids import new_id
from cockpit.domain.replication import TRAVELS, Down
from cockpit.domain.sync import Answer, Entry, Greeting, Pulled, Rows, ServerSays
from cockpit.domain.sync import Outcome as SyncOutcome
from cockpit.domain.vocabulary import Channel, LifecycleStatus
from cockpit.services.ports import CurrentUser
from models import Base
from tests.integration.data.conftest import customer
from tests.support.once import made_once

NOW = datetime(2026, 3, 16, 12, 30, tzinfo=UTC)
KEY = bytes(range(32))


@dataclass
class Laptop:
    """A laptop's file, and the office's database that stands for the server."""

    office: Engines
    engines: Engines
    user: CurrentUser
    customers: list[UUID]
    store: SqlReplicaStore = field(init=False)
    database: SqlDatabase = field(init=False)
    at: datetime = NOW

    def __post_init__(self) -> None:
        self.store = SqlReplicaStore(self.engines)
        self.database = SqlDatabase(self.engines, self.user.user_id)

    def pulled(self, *, cursor: int = 10, is_whole: bool = True, **changes: Any) -> Pulled:
        """Return all that the office has, or what the changes say."""
        values: dict[str, Any] = {
            "asked_from": 0 if is_whole else self.store.standing().cursor,
            "epoch": "one",
            "cursor": cursor,
            "schema_revision": "",
            "carried": "digest",
            "customers": frozenset(self.customers) if is_whole else None,
            "rows": rows_of(self.office) if is_whole else (),
            "is_whole": is_whole,
        }
        return Pulled(**values | changes)

    def fill(self) -> None:
        """Read everything."""
        assert self.store.apply(self.pulled(), at=self.at).is_stored

    def greet(self, **changes: Any) -> None:
        """Be greeted by the server."""
        values = {"says": ServerSays.WELCOME, "epoch": "one", "present": self.at} | changes
        self.store.note_greeting(Greeting(**values), at=self.at)

    def outcome(self) -> Outcome:
        """Return an outcome of calls."""
        with self.database.read() as unit:
            return unit.reference.outcomes()[0]

    def log(self, customer_id: UUID, note: str | None = None) -> UUID:
        """Log a contact and return its key."""
        draft = ContactDraft(
            new_id(), customer_id, self.at, Channel.PHONE, self.outcome(), note=note
        )
        with self.database.write() as unit:
            unit.contacts.add(draft, user=self.user, status=LifecycleStatus.ACTIVE)
        return draft.contact_id

    def send(self, answer: Answer = Answer.STORED, **changes: Any) -> Sequence[Entry]:
        """Send all that waits; the server answers the same to each."""
        entries = self.store.to_send(500)
        outcomes = [SyncOutcome(one.number, answer, **changes) for one in entries]
        self.store.settle(outcomes, at=self.at)
        return entries

    def raw(self, statement: str, *values: Any) -> list[Any]:
        """Ask the laptop's file."""
        with self.engines.reading() as connection:
            return [tuple(row) for row in connection.exec_driver_sql(statement, values)]

    def write(self, statement: str, *values: Any) -> None:
        """Write into the laptop's file as its user does."""
        with self.engines.writing() as connection:
            connection.exec_driver_sql(statement, values)


def rows_of(
    engines: Engines, tables: Collection[str] | None = None, condition: str = ""
) -> list[Rows]:
    """Return the rows of what travels down, parents first."""
    found = []
    with engines.reading() as connection:
        for table in Base.metadata.sorted_tables:
            if TRAVELS[table.name].down is Down.NOTHING or (
                tables is not None and table.name not in tables
            ):
                continue
            listed = ", ".join(f'"{column.name}"' for column in table.columns)
            where = " WHERE scope = 'company'" if table.name == "settings" else condition
            rows = connection.exec_driver_sql(f"SELECT {listed} FROM {table.name}{where}")
            values = [tuple(row) for row in rows]
            if values:
                found.append(Rows(table.name, tuple(one.name for one in table.columns), values))
    return found


def later(days: int) -> datetime:
    """Return an instant some days after the beginning."""
    return NOW + timedelta(days=days)


def _make_office(path: Path) -> None:
    with closing(open_database(SqliteFile(path))) as office:
        ensure_identity(office, login="ana", machine="office-pc")
        rows = [customer(new_id(), str(number)) for number in (1, 2)]
        SqlBulkLoader(office).load({"customers": rows})


def _make_field(path: Path, office_path: Path) -> None:
    with closing(open_database(SqliteFile(office_path))) as office:
        user = ensure_identity(office, login="ana", machine="office-pc")
        device = new_id()
        engines = create_replica(
            path, KEY, device_id=device, user_id=user.user_id, server="giro.example"
        )
        with closing(engines):
            made = _laptop_of(office, engines)
            made.greet()
            made.fill()


def _laptop_of(office: Engines, engines: Engines) -> Laptop:
    """Return the laptop whose file and whose office's these are."""
    user = ensure_identity(office, login="ana", machine="office-pc")
    with office.reading() as connection:
        found = connection.exec_driver_sql("SELECT id FROM customers ORDER BY code").scalars()
        customers = [UUID(bytes=key) for key in found]
    with engines.reading() as connection:
        key = connection.exec_driver_sql("SELECT device_id FROM replicas").scalar_one()
    own = CurrentUser(user.user_id, UUID(bytes=key), user.login, user.name, user.role)
    return Laptop(office, engines, own, customers)


@pytest.fixture
def laptop(shared_folder: Path, tmp_path: Path) -> Iterator[Laptop]:
    """A laptop with two customers, filled from its office's file; both are made once in a run."""
    office_path = made_once(shared_folder, "office.db", _make_office)
    field_path = made_once(shared_folder, "field.db", lambda path: _make_field(path, office_path))
    own_office = shutil.copy(office_path, tmp_path / "office.db")
    own_field = shutil.copy(field_path, tmp_path / "field.db")
    with (
        closing(open_database(SqliteFile(Path(own_office)))) as office,
        closing(open_replica(Path(own_field), KEY)) as engines,
    ):
        yield _laptop_of(office, engines)
