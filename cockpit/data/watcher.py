"""Finding out what somebody else changed in the database.

What a program commits through its units of work it notes in ``customer_changes``, and that is all
that is read here. A commit without a note, by an older program or by hand, is found too and told
as a change of everything.
"""

from collections.abc import Callable
from threading import Lock

from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from cockpit.data import sqlite
from cockpit.data.engine import Engines
from cockpit.data.errors import told_plainly
from cockpit.data.repositories.changes import last_number, read_changes
from cockpit.data.url import SqliteFile
from cockpit.domain.changes import ChangeNotice
from cockpit.services.ports import ChangeWatcher

IsOwn = Callable[[int], bool]


def _nobodys(_number: int) -> bool:
    return False


def watch(engines: Engines, is_own: IsOwn = _nobodys) -> ChangeWatcher:
    """Return a watcher of an open database; changes from now on count.

    Args:
        engines: The database.
        is_own: Tells the commits of which this program tells itself (``SqlDatabase.is_own``).
    """
    if isinstance(engines.address, SqliteFile):
        return SqliteWatcher(engines.address, engines.key, is_own)
    # A file's start need not read the server's driver.
    from cockpit.data.server_watcher import PostgresqlWatcher  # noqa: PLC0415 - see above

    return PostgresqlWatcher(engines, is_own)


class SqliteWatcher:
    """Asks ``PRAGMA data_version``, which grows with the commits of all other connections.

    Only where it has grown are the notes read, in one transaction with the version, so that a
    commit in between is neither missed nor found twice.

    Attributes:
        doorbell: A file has none; it is asked cheaply.
        may_hide: A file has one writer at a time, who hides nothing.
    """

    doorbell = None
    may_hide = False

    def __init__(
        self, address: SqliteFile, key: bytes | None = None, is_own: IsOwn = _nobodys
    ) -> None:
        self._lock = Lock()
        self._is_own = is_own
        self._engine = create_engine(
            "sqlite://",
            module=dbapi2,
            creator=lambda: sqlite.connect(address.path, key, query_only=True),
            poolclass=StaticPool,
            hide_parameters=True,
        )
        with told_plainly(), self._engine.connect() as connection:
            connection.exec_driver_sql("BEGIN")
            self._seen = last_number(connection)
            self._version = _data_version(connection)

    def look(self) -> ChangeNotice | None:
        """Return what others committed since the last call, or None."""
        with self._lock, told_plainly(), self._engine.connect() as connection:
            if _data_version(connection) == self._version:
                return None
            connection.exec_driver_sql("BEGIN")
            notice, last = read_changes(connection, seen=self._seen, is_own=self._is_own)
            self._version = _data_version(connection)
            self._seen = self._seen if last is None else last
            return ChangeNotice.everything() if last is None else notice

    def close(self) -> None:
        """Release the connection."""
        with self._lock:
            self._engine.dispose()


def _data_version(connection: Connection) -> int:
    return int(connection.exec_driver_sql("PRAGMA data_version").scalar_one())
