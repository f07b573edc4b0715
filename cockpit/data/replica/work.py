"""Transactions of the synchronisation on a laptop's file, on a connection of their own."""

from collections.abc import Iterator
from contextlib import closing, contextmanager

from sqlalchemy import Connection

from cockpit.data import sqlite
from cockpit.data.backup import forget_backups
from cockpit.data.engine import Engines
from cockpit.data.errors import told_plainly
from cockpit.data.url import SqliteFile
from cockpit.domain.errors import DatabaseError

_SET = "UPDATE replicas SET is_applying = {}"


@contextmanager
def applying(engines: Engines) -> Iterator[Connection]:
    """Open a transaction in which the server's rows are stored: no trigger takes them for words.

    Rows of one instant refer to each other in any order, and ``RESTRICT`` is never deferred: there
    are no foreign keys here. What is sorted stays in memory.
    """
    address = engines.address
    if not isinstance(address, SqliteFile):
        raise TypeError(address)
    if not address.path.exists():
        raise DatabaseError("database_moved")  # it would be made anew, empty
    engine = sqlite.writing_engine(sqlite.Place(address.path), engines.key)
    try:
        with told_plainly(), engine.connect() as connection:
            driver = connection.connection.cursor()
            driver.execute("PRAGMA foreign_keys = OFF")
            driver.execute("PRAGMA temp_store = MEMORY")
            with connection.begin():
                connection.exec_driver_sql(_SET.format(1))
                yield connection
                connection.exec_driver_sql(_SET.format(0))
    finally:
        engine.dispose()


def fold_log(engines: Engines) -> None:
    """Write the log into the file and empty it: what was purged is left nowhere.

    Where somebody reads at this moment it is done at the next time.
    """
    address = engines.address
    if not isinstance(address, SqliteFile):
        raise TypeError(address)
    with told_plainly(), closing(sqlite.connect(address.path, engines.key)) as connection:
        connection.execute("PRAGMA busy_timeout = 0")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def forget_copies(engines: Engines) -> None:
    """Delete the copies that were made before migrations: they say what was erased since."""
    address = engines.address
    if isinstance(address, SqliteFile):
        forget_backups(address.path)
