"""What the database drivers complain of, as sentences that say what to do.

The environment's troubles become ``GiroError``s. Everything else is a fault of this program and
becomes a ``StatementFailedError``, which names the statement but never a value: the drivers' own
texts quote the rows that they refuse.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlcipher3 import dbapi2 as sqlite

from cockpit.domain.errors import (
    DatabaseBusyError,
    DatabaseError,
    GiroError,
    ServerAwayError,
    ServerRefusedError,
    StorageFullError,
    TransactionUndoneError,
)

if TYPE_CHECKING:
    import psycopg
    from typing_extensions import TypeIs

_PRIMARY_CODE = 0xFF
#: https://www.sqlite.org/rescode.html; the primary result codes.
_SQLITE: dict[int, tuple[type[DatabaseError], str]] = {
    3: (DatabaseError, "database_read_only"),  # SQLITE_PERM
    5: (DatabaseBusyError, "database_locked"),
    6: (DatabaseBusyError, "database_locked"),
    8: (DatabaseError, "database_read_only"),
    10: (DatabaseError, "database_io"),
    11: (DatabaseError, "database_damaged"),
    13: (StorageFullError, "disk_full"),
    14: (DatabaseError, "database_cannot_open"),
    26: (DatabaseError, "database_damaged"),  # SQLITE_NOTADB
}
#: The driver's backup reports its failures by SQLite's English text alone.
_SQLITE_TEXTS = {
    "database is locked": 5,
    "attempt to write a readonly database": 8,
    "disk I/O error": 10,
    "database disk image is malformed": 11,
    "database or disk is full": 13,
    "unable to open database file": 14,
    "file is not a database": 26,
}
_NO_PARENT = "FOREIGN KEY constraint failed"
#: Growing the shared index of the write-ahead log failed for want of room.
_SQLITE_IOERR_SHMSIZE = 4874

#: https://www.postgresql.org/docs/current/errcodes-appendix.html; whole codes, then classes.
_POSTGRESQL: dict[str, tuple[type[DatabaseError], str]] = {
    "28P01": (ServerRefusedError, "server_password"),
    "28": (ServerRefusedError, "server_password"),
    "3D000": (ServerRefusedError, "server_unknown_database"),
    "25006": (ServerAwayError, "server_read_only"),
    "25P03": (ServerAwayError, "server_connection_lost"),
    "40001": (TransactionUndoneError, "server_busy"),
    "40P01": (TransactionUndoneError, "server_busy"),
    "42501": (DatabaseError, "server_no_permission"),
    "53100": (StorageFullError, "server_disk_full"),
    "53": (DatabaseBusyError, "server_overloaded"),
    "55P03": (DatabaseBusyError, "server_busy"),
    "57014": (DatabaseBusyError, "server_slow"),
    "57P03": (ServerAwayError, "server_missing"),
    "57P": (ServerAwayError, "server_connection_lost"),
    "58": (ServerAwayError, "server_damaged"),
    "08": (ServerAwayError, "server_connection_lost"),
    "XX": (ServerAwayError, "server_damaged"),
}
#: A refused connection has no code, only the server's words, in the server's language.
_REFUSALS: tuple[tuple[tuple[str, ...], tuple[type[DatabaseError], str]], ...] = (
    # A cable that breaks says so with TLS too: no certificate is to blame.
    (
        ("SYSCALL", "unexpected", "inesperad", "negotiation packet", "SSL exchange"),
        (ServerAwayError, "server_connection_lost"),
    ),
    (("terminating connection", "terminando conex"), (ServerAwayError, "server_connection_lost")),
    # It says no to everybody, and for a while: nobody at this computer has to do something.
    (
        ("starting up", "shutting down", "recovery mode", "accepting connections", "to timeout"),
        (ServerAwayError, "server_missing"),
    ),
    (
        ("iniciando", "desligad", "modo de recupera", "aceitando conex", "(timeout)"),
        (ServerAwayError, "server_missing"),
    ),
    (
        ("password", "senha", "pg_hba", "authentication", "autentica", "not permitted to log in"),
        (ServerRefusedError, "server_password"),
    ),
    (("root certificate file",), (ServerRefusedError, "server_no_authority")),
    (("SSL", "certificate"), (ServerRefusedError, "server_certificate")),
    (("does not exist", "não existe"), (ServerRefusedError, "server_unknown_database")),
    (
        ("too many", "remaining connection slots", "muitas conexões", "muitos clientes"),
        (DatabaseBusyError, "server_overloaded"),
    ),
    (("read-only", "hot standby"), (ServerAwayError, "server_read_only")),
    (("FATAL",), (ServerRefusedError, "server_refused")),
)


class StatementFailedError(Exception):
    """A statement that the database refused by a fault of this program."""


class ReferenceLostError(StatementFailedError):
    """A file was to store a row that refers to one which is not there.

    In a laptop's file it is no fault: whom it is about may have left with the synchronisation.
    """


@contextmanager
def told_plainly() -> Iterator[None]:
    """Translate what the drivers raise inside.

    Raises:
        GiroError: The environment is to blame.
        StatementFailedError: This program is.
    """
    try:
        yield
    except Exception as error:
        if isinstance(error, SQLAlchemyError | sqlite.Error) or _is_from_server(error):
            raise translated(error) from None
        raise


def translated(error: Exception) -> Exception:
    """Return the error to raise in place of a driver's."""
    if isinstance(error, PoolTimeoutError):
        return DatabaseBusyError("database_locked")
    statement = ""
    cause: BaseException | None = error
    if isinstance(error, DBAPIError):
        statement, cause = error.statement or "", error.orig
    if isinstance(cause, sqlite.Error):
        return _from_sqlite(cause) or _fault(cause, statement, str(cause))
    if _is_from_server(cause):
        return _from_postgresql(cause) or _fault(cause, statement, _where(cause))
    return error


def _is_from_server(error: BaseException | None) -> "TypeIs[psycopg.Error]":
    """Return whether psycopg raised an error; it is loaded only where a server is used."""
    driver = sys.modules.get("psycopg")
    return driver is not None and isinstance(error, driver.Error)


def _from_sqlite(error: sqlite.Error) -> GiroError | None:
    code = getattr(error, "sqlite_errorcode", None) or _SQLITE_TEXTS.get(str(error))
    if code is None:
        return None
    if code == _SQLITE_IOERR_SHMSIZE:
        return StorageFullError("disk_full")
    found = _SQLITE.get(code & _PRIMARY_CODE)
    return found[0](found[1]) if found else None


def _from_postgresql(error: "psycopg.Error") -> GiroError | None:
    import psycopg  # noqa: PLC0415 - loaded already, or there would be no such error

    state = error.sqlstate
    if state is None:
        return _unreachable(error) if isinstance(error, psycopg.OperationalError) else None
    for length in (5, 3, 2):
        found = _POSTGRESQL.get(state[:length])
        if found:
            return found[0](found[1])
    return None


def _unreachable(error: "psycopg.OperationalError") -> GiroError:
    words = str(error)
    for phrases, (kind, key) in _REFUSALS:
        if any(phrase in words for phrase in phrases):
            return kind(key)
    connected = error.pgconn is not None and error.pgconn.backend_pid
    lost = connected or "closed the connection" in words or "connection is lost" in words
    return ServerAwayError("server_connection_lost" if lost else "server_missing")


def _where(error: "psycopg.Error") -> str:
    """Return what identifies a refusal without its values."""
    names = (error.sqlstate, error.diag.table_name, error.diag.constraint_name)
    return " ".join(name for name in names if name)


def _fault(cause: BaseException, statement: str, detail: str) -> StatementFailedError:
    kind = ReferenceLostError if detail == _NO_PARENT else StatementFailedError
    return kind(f"{type(cause).__name__}: {detail}\n{statement}")
