"""A keyring of the test's own, and a server that is an office's file."""

import shutil
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import keyring
import pytest
from PySide6.QtWidgets import QApplication

from cockpit.app.field import setup, synchronising
from cockpit.app.options import FieldOptions, Options
from cockpit.app.paths import Paths
from cockpit.data.bulk_loader import SqlBulkLoader
from cockpit.data.engine import Engines
from cockpit.data.identity import ensure_identity
from cockpit.data.replica.making import own_revisions
from cockpit.data.startup import open_database
from cockpit.data.url import PostgresqlServer, SqliteFile, parse_address
from cockpit.domain.errors import ClonedError, ServerAwayError
from cockpit.domain.ids import new_id
from cockpit.domain.sync import (
    Answer,
    Entry,
    Greeting,
    Outcome,
    Pulled,
    Said,
    ServerSays,
)
from tests.integration.data.conftest import customer
from tests.integration.data.replica.conftest import rows_of
from tests.support.file_keyring import VARIABLE, FileKeyring

ADDRESS = "postgresql://rui@giro.example/giro?sslmode=disable"


@pytest.fixture(autouse=True)
def windows_application(qapp: QApplication) -> QApplication:
    """The application of windows comes first: commands make one that no window can follow."""
    return qapp


@pytest.fixture(autouse=True)
def own_keyring(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "keyring.json"))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "tests.support.file_keyring.FileKeyring")
    monkeypatch.setattr(keyring, "get_keyring", FileKeyring)
    backend = FileKeyring()
    for name in ("get_password", "set_password", "delete_password"):
        monkeypatch.setattr(keyring, name, getattr(backend, name))


@dataclass
class Office:
    """Stands for the server and for the way to it.

    Attributes:
        says: How it greets.
        is_away: Whether it does not answer.
        sent: What it was sent.
        keys: The copies of keys by laptop.
        wiped: Laptops that told that their key is gone.
        is_cloned: Whether it has other words under the next numbers that it is sent.
    """

    engines: Engines
    user_id: UUID
    says: ServerSays = ServerSays.WELCOME
    is_away: bool = False
    is_cloned: bool = False
    sent: list[Entry] = field(default_factory=list)
    keys: dict[UUID, bytes] = field(default_factory=dict)
    wiped: list[UUID] = field(default_factory=list)
    present: Callable[[], datetime] = lambda: datetime.now(UTC)

    def greet(self, said: Said) -> Greeting:
        if self.is_away:
            raise ServerAwayError("server_missing")
        return Greeting(self.says, "one", self.present(), own_revisions().head, said.backlog)

    def push(self, _device: UUID, entries: Sequence[Entry]) -> list[Outcome]:
        if self.is_cloned:
            self.is_cloned = False
            raise ClonedError("sync_cloned")
        self.sent += entries
        return [Outcome(one.number, Answer.STORED) for one in entries]

    def pull(self, _said: Said, *, known: Collection[UUID], is_whole: bool) -> Pulled:
        with self.engines.reading() as connection:
            keys = connection.exec_driver_sql("SELECT id FROM customers").scalars()
            customers = frozenset(UUID(bytes=key) for key in keys)
        assert is_whole or known == customers
        rows = rows_of(self.engines)
        return Pulled(0, "one", 10, own_revisions().head, "d", customers, rows, is_whole=True)

    def register(self, device_id: UUID, name: str) -> None:
        assert name.endswith("(campo)")
        if self.is_away:
            raise ServerAwayError("server_missing")
        self.keys[device_id] = b""

    def escrow(self, device_id: UUID, key: bytes) -> None:
        self.keys[device_id] = key

    def escrowed(self, device_id: UUID) -> bytes | None:
        return self.keys.get(device_id)

    def note_wiped(self, device_id: UUID) -> None:
        self.wiped.append(device_id)

    def send_content(self, attachment_id: UUID, part: int, content: bytes) -> str:
        raise AssertionError

    def close(self) -> None:
        """Nothing to hang up."""


class _Link:
    def __init__(self, user_id: UUID) -> None:
        self._user_id, self._asked = user_id, ""

    def told(self) -> Any:
        return nullcontext()

    def connection(self) -> Any:
        return self

    def execute(self, statement: str) -> Any:
        self._asked = statement
        return self

    def fetchone(self) -> tuple[object]:
        if "IS NOT NULL" in self._asked:
            return (True,)
        return (False,) if "IS NULL" in self._asked else (self._user_id,)

    def interrupt(self) -> None:
        """Nobody waits."""


@pytest.fixture
def office(
    sqlite_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Office]:
    """An office with one person and two customers, which laptops take for their server."""
    path = Path(shutil.copy(sqlite_template, tmp_path / "office.db"))
    engines = open_database(SqliteFile(path))
    user = ensure_identity(engines, login="rui", machine="office-pc")
    rows = [customer(new_id(), str(number)) for number in (1, 2)]
    for row in rows:
        row["legal_name"] = f"Mercearia Catavento {row['code']}"
    SqlBulkLoader(engines).load({"customers": rows})
    made = Office(engines, user.user_id)

    def opened(
        address: PostgresqlServer, _options: Options, open_: Callable[[PostgresqlServer], Any],
        **_: object,
    ) -> Any:  # fmt: skip
        return open_(address.with_password("senha-do-servidor"))

    monkeypatch.setattr(setup, "open_with_password", opened)
    monkeypatch.setattr(setup, "ServerLink", lambda _address: _Link(user.user_id))
    monkeypatch.setattr(setup, "PostgresTransport", lambda _link: made)
    monkeypatch.setattr(synchronising, "way_to", lambda *_: made)
    yield made
    engines.close()


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """The folder of the laptop's user."""
    paths = Paths(tmp_path / "home")
    paths.ensure()
    return paths


@pytest.fixture
def options() -> Options:
    """What a seller gives ``field setup``."""
    assert isinstance(parse_address(ADDRESS), PostgresqlServer)
    return Options(database=ADDRESS, is_insecure=True, fielding=FieldOptions("setup"))
