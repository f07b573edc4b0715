"""Finding out what somebody else changed in the database.

What a program commits through its units of work it notes in ``customer_changes``, and that is all
that is read here. A commit without a note, by an older program or by hand, is found too and told
as a change of everything.
"""

from collections.abc import Callable
from threading import Lock

from sqlalchemy import Connection, Table, bindparam, create_engine, exists, or_, select
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from cockpit.data import sqlite
from cockpit.data.engine import Engines
from cockpit.data.errors import told_plainly
from cockpit.data.repositories.changes import last_number, read_changes, running_from
from cockpit.data.url import SqliteFile
from cockpit.domain.changes import ChangeNotice
from cockpit.services.ports import ChangeWatcher
from models import Base

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
    return PostgresqlWatcher(engines, is_own)


class SqliteWatcher:
    """Asks ``PRAGMA data_version``, which grows with the commits of all other connections.

    Only where it has grown are the notes read, in one transaction with the version, so that a
    commit in between is neither missed nor found twice.
    """

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


class PostgresqlWatcher:
    """Asks for notes by transactions from the last look up to the oldest running one.

    What a still running transaction writes lies above that limit and is found once it has ended,
    however slow it is; a clock or a sequence would step over it.
    """

    def __init__(self, engines: Engines, is_own: IsOwn = _nobodys) -> None:
        self._engines = engines
        self._lock = Lock()
        self._is_own = is_own
        self._kept: Connection | None = None
        with engines.reading() as connection:
            self._limit = running_from(connection)

    def look(self) -> ChangeNotice | None:
        """Return what others committed since the last call, or None.

        Where no transaction ended, which is all that hundreds of idle programs find, this is one
        statement on a connection that is kept.
        """
        with self._lock, told_plainly():
            try:
                return self._looked(self._connected())
            except BaseException:
                self._let_go()
                raise

    def close(self) -> None:
        """Release the connection."""
        with self._lock:
            self._let_go()

    def _looked(self, connection: Connection) -> ChangeNotice | None:
        """Ask, each statement for itself: what lies below the limit does not change any more.

        But for notes that a later transaction writes over meanwhile, and those are found next time.
        """
        limit = running_from(connection)
        if limit == self._limit:
            return None
        notice, last = read_changes(
            connection, seen=self._limit - 1, below=limit, is_own=self._is_own
        )
        is_unnoted = last is None and self._is_written(connection, limit)
        self._limit = limit
        return ChangeNotice.everything() if is_unnoted else notice

    def _connected(self) -> Connection:
        if self._kept is None:
            fresh = self._engines.reader.connect()
            self._kept = fresh.execution_options(isolation_level="AUTOCOMMIT")
        return self._kept

    def _let_go(self) -> None:
        kept, self._kept = self._kept, None
        if kept is not None:
            kept.close()

    def _is_written(self, connection: Connection, limit: int) -> bool:
        """Return whether any row was written since the last look."""
        between = {"first": self._limit, "last": limit - 1}
        return bool(connection.execute(_ANY_WRITTEN, between).scalar())


def _data_version(connection: Connection) -> int:
    return int(connection.exec_driver_sql("PRAGMA data_version").scalar_one())


_FED_TABLES: tuple[Table, ...] = tuple(
    table for _, table in sorted(Base.metadata.tables.items()) if "feed_xid" in table.c
)
_ANY_WRITTEN = select(
    or_(
        *(
            exists().where(table.c.feed_xid.between(bindparam("first"), bindparam("last")))
            for table in _FED_TABLES
        )
    )
)
