"""Connections to an embedded file.

One driver for every file, keyed or not: ``sqlcipher3`` brings its own recent SQLite, free of the
bugs of the one that an operating system happens to have.
"""

import shutil
import time
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from cockpit.data.cipher import QUIET_CIPHER
from cockpit.domain.errors import DatabaseError, StorageFullError

BUSY_SECONDS = 5
_WRITER_QUEUE_SECONDS = 30
_SQLITE_BUSY, _SQLITE_IOERR = 5, 10
_PRIMARY_CODE = 0xFF
#: The shared index of the write-ahead log takes half of it.
_LEAST_ROOM_BYTES = 64 * 1024
_PRAGMAS = (
    f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA synchronous = FULL",
    "PRAGMA cache_size = -65536",
)
# The driver looks for a way to adapt each key and each NULL, and finds none: 1 µs and 1.5 µs each,
# four fifths of what storing an order took. Told that they stay what they are, it does not look.
dbapi2.register_adapter(bytes, bytes)
dbapi2.register_adapter(type(None), {}.get)


def connect(path: Path, key: bytes | None = None, *, query_only: bool = False) -> Any:
    """Open a connection that leaves transactions to its user.

    Args:
        path: The database file; it is created where it is missing.
        key: The raw 32-byte key of an encrypted file.
        query_only: Whether writing is refused.

    Raises:
        StorageFullError: There is no room for what SQLite keeps beside an open file.
    """
    connection = dbapi2.connect(
        str(path), timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )
    try:
        if key is not None:
            connection.execute(QUIET_CIPHER)
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for pragma in _PRAGMAS:
            connection.execute(pragma)
        _use_write_ahead_log(connection)
        if query_only:
            connection.execute("PRAGMA query_only = ON")
    except BaseException as error:
        connection.close()
        if _is_without_room(error, path):
            raise StorageFullError("disk_full") from error
        raise
    return connection


def _is_without_room(error: BaseException, path: Path) -> bool:
    """Return whether a file cannot be opened for want of room: SQLite says that the disk failed."""
    code = getattr(error, "sqlite_errorcode", 0) & _PRIMARY_CODE
    return code == _SQLITE_IOERR and shutil.disk_usage(path.parent).free < _LEAST_ROOM_BYTES


def _use_write_ahead_log(connection: Any) -> None:
    """Switch to WAL; SQLite does not wait by itself when two programs do so at once."""
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except dbapi2.OperationalError as error:
            is_busy = error.sqlite_errorcode & _PRIMARY_CODE == _SQLITE_BUSY
            if not is_busy or time.monotonic() > deadline:
                raise
            time.sleep(0.02)
        else:
            return


class Place:
    """The file that a database's engines work on, which must stay the one under its name.

    SQLite goes on writing to a file that was deleted or replaced, and all of it would be lost.

    Attributes:
        path: Its name.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._known: tuple[int, int] | None = None

    def check(self) -> None:
        """Refuse to go on with another file, or with none where there was one.

        Raises:
            DatabaseError: The file was deleted, moved or replaced.
        """
        try:
            found = self.path.stat()
        except OSError:
            identity = None
        else:
            identity = found.st_dev, found.st_ino
        self._known = self._known or identity
        if identity != self._known:
            raise DatabaseError("database_moved")


def reading_engine(place: Place, key: bytes | None = None) -> Engine:
    """Return an engine whose transactions see one state of the file and cannot write."""
    return _engine(place, key, begin="BEGIN", query_only=True, size=4)


def writing_engine(place: Place, key: bytes | None = None) -> Engine:
    """Return an engine whose transactions take the file's write lock at once.

    Its one connection makes the writers of this process queue up in order; against other
    processes SQLite waits ``BUSY_SECONDS``.
    """
    return _engine(place, key, begin="BEGIN IMMEDIATE", query_only=False, size=1)


def _engine(place: Place, key: bytes | None, *, begin: str, query_only: bool, size: int) -> Engine:
    def open_connection() -> Any:
        place.check()
        return connect(place.path, key, query_only=query_only)

    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=open_connection,
        poolclass=QueuePool,
        pool_size=size,
        max_overflow=0,
        pool_timeout=_WRITER_QUEUE_SECONDS,
        hide_parameters=True,
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        place.check()
        connection.exec_driver_sql(begin)

    return engine
