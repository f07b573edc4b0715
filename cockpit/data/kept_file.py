"""The encrypted file of what waits on this computer until the server takes it."""

import json
import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from threading import Lock
from time import time
from typing import Any, TypeVar
from uuid import UUID

from sqlcipher3 import dbapi2

from cockpit.data import sqlite
from cockpit.data.errors import told_plainly
from cockpit.domain.kept_writes import KeptKind, KeptWrite
from cockpit.domain.messages import Message

_log = logging.getLogger(__name__)
T = TypeVar("T")

_SCHEMA = """
    CREATE TABLE IF NOT EXISTS kept_writes (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        key TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        made_at TEXT NOT NULL,
        document TEXT NOT NULL,
        customer_id TEXT,
        words TEXT NOT NULL,
        refusal TEXT
    )
"""
_COLUMNS = "key, kind, made_at, document, customer_id, words, refusal"
_PUT = f"INSERT OR REPLACE INTO kept_writes ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, NULL)"  # noqa: S608
_READ = f"SELECT {_COLUMNS} FROM kept_writes WHERE refusal IS {{}} NULL ORDER BY number"  # noqa: S608


class SqlcipherKeptFile:
    """Implements ``cockpit.services.ports.KeptFile``; opened at the first use."""

    def __init__(self, path: Path, key: Callable[[], bytes | None]) -> None:
        """Name the file.

        Args:
            path: Where.
            key: Returns the raw 32-byte key of the file; where there is none everything is kept in
                memory, until the program ends.
        """
        self._path, self._key = path, key
        self._lock = Lock()
        self._connection: Any = None
        self._is_lasting = True

    @property
    def is_lasting(self) -> bool:
        """Return whether what is kept outlives the program."""
        return self._is_lasting

    def put(self, write: KeptWrite) -> None:
        """Keep a write at the end, in place of a former one of the same key."""
        customer = None if write.customer_id is None else write.customer_id.hex
        self._do(_PUT, write.key.hex, str(write.kind), write.made_at.isoformat(), write.document,
                 customer, write.words)  # fmt: skip

    def waiting(self) -> Sequence[KeptWrite]:
        """Return what waits, in its order; without what was refused."""
        return self._read(_READ.format(""))

    def refused(self) -> Sequence[KeptWrite]:
        """Return what the server does not take."""
        return self._read(_READ.format("NOT"))

    def drop(self, write: KeptWrite) -> None:
        """Let go of a write, unless another one was put in its place meanwhile."""
        statement = "DELETE FROM kept_writes WHERE key = ? AND made_at = ? AND document = ?"
        self._do(statement, write.key.hex, write.made_at.isoformat(), write.document)

    def refuse(self, key: UUID, reason: Message) -> None:
        """Set a write aside, so that it holds up none behind it."""
        text = json.dumps([reason.key, reason.as_dict()], default=str)
        self._do("UPDATE kept_writes SET refusal = ? WHERE key = ?", text, key.hex)

    def retry(self) -> None:
        """Let what was refused wait again."""
        self._do("UPDATE kept_writes SET refusal = NULL")

    def close(self) -> None:
        """Give the file back."""
        with self._lock:
            connection, self._connection = self._connection, None
            if connection is not None:
                connection.close()

    def _read(self, statement: str) -> list[KeptWrite]:
        return self._with(lambda one: [_write_of(row) for row in one.execute(statement)])

    def _do(self, statement: str, *values: str | None) -> None:
        self._with(lambda one: one.execute(statement, values))

    def _with(self, work: Callable[[Any], T]) -> T:
        """Work on the file; each statement is a transaction, on the disk when it returns."""
        with self._lock, told_plainly():
            if self._connection is None:
                self._connection = self._opened()
            return work(self._connection)

    def _opened(self) -> Any:
        key = self._key()
        self._is_lasting = key is not None
        if key is None:
            memory = dbapi2.connect(":memory:", isolation_level=None, check_same_thread=False)
            return _prepared(memory)
        self._path.parent.mkdir(parents=True, exist_ok=True)
        try:
            return _prepared(sqlite.connect(self._path, key))
        except dbapi2.DatabaseError as error:
            if str(error) != "file is not a database":
                raise
            # Its key is lost, and with it what was in it; it must not stop what comes now.
            aside = self._path.with_suffix(f".unreadable-{time():.0f}")
            self._path.rename(aside)
            _log.warning("the kept writes cannot be read with this computer's key: %s", aside.name)
            return _prepared(sqlite.connect(self._path, key))


def _prepared(connection: Any) -> Any:
    try:
        connection.execute(_SCHEMA)
    except BaseException:
        connection.close()
        raise
    return connection


def _write_of(row: tuple[Any, ...]) -> KeptWrite:
    key, kind, made_at, document, customer, words, refusal = row
    reason = None
    if refusal is not None:
        name, values = json.loads(refusal)
        reason = Message.of(name, **values)
    return KeptWrite(
        UUID(key),
        KeptKind(kind),
        datetime.fromisoformat(made_at),
        document,
        None if customer is None else UUID(customer),
        words,
        reason,
    )
