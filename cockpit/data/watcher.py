"""Finding out that the database was changed by somebody else.

Both watchers also see what other connections of this very process commit: an own write is found
as well as a foreign one, and the reader of the answer has to bear with one refresh too many.
"""

from threading import Lock

from sqlalchemy import Connection, Table, exists, func, or_, select
from sqlalchemy import cast as sql_cast
from sqlalchemy.types import BigInteger, Text

from cockpit.data import sqlite
from cockpit.data.engine import Engines
from cockpit.data.errors import told_plainly
from cockpit.data.url import SqliteFile
from cockpit.services.ports import ChangeWatcher
from models import Base


def watch(engines: Engines) -> ChangeWatcher:
    """Return a watcher of an open database; changes from now on count."""
    if isinstance(engines.address, SqliteFile):
        return SqliteWatcher(engines.address, engines.key)
    return PostgresqlWatcher(engines)


class SqliteWatcher:
    """Asks ``PRAGMA data_version``, which grows with the commits of all other connections."""

    def __init__(self, address: SqliteFile, key: bytes | None = None) -> None:
        self._lock = Lock()
        with told_plainly():
            self._connection = sqlite.connect(address.path, key, query_only=True)
        self._seen = self._version()

    def has_changed(self) -> bool:
        """Return whether anything was committed since the last call."""
        with self._lock:
            before, self._seen = self._seen, self._version()
            return self._seen != before

    def close(self) -> None:
        """Release the connection."""
        with self._lock:
            self._connection.close()

    def _version(self) -> int:
        with told_plainly():
            (version,) = self._connection.execute("PRAGMA data_version").fetchone()
        return int(version)


class PostgresqlWatcher:
    """Asks for rows written by transactions from the last look up to the oldest running one.

    What a still running transaction writes lies above that limit and is found once it has ended,
    however slow it is; a clock or a sequence would step over it.
    """

    def __init__(self, engines: Engines) -> None:
        self._engines = engines
        self._lock = Lock()
        with engines.reading() as connection:
            self._seen: int = connection.execute(select(_LIMIT)).scalar_one()

    def has_changed(self) -> bool:
        """Return whether anything was committed since the last call."""
        with self._lock, self._engines.reading() as connection:
            limit, is_found = self._look(connection)
            self._seen = limit
            return is_found

    def close(self) -> None:
        """Release nothing: the engine's own connections are used."""

    def _look(self, connection: Connection) -> tuple[int, bool]:
        new_rows = [
            exists().where(table.c.feed_xid >= self._seen, table.c.feed_xid < _LIMIT)
            for table in _FED_TABLES
        ]
        limit, is_found = connection.execute(select(_LIMIT, or_(*new_rows))).one()
        return limit, is_found


_FED_TABLES: tuple[Table, ...] = tuple(
    table for _, table in sorted(Base.metadata.tables.items()) if "feed_xid" in table.c
)
_LIMIT = sql_cast(sql_cast(func.pg_snapshot_xmin(func.pg_current_snapshot()), Text), BigInteger)
