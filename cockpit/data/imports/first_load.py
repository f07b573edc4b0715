"""The first load of an order book, whose indexes and references are made when all of it is in.

Keeping them up to date line by line takes longer than storing the lines: a server looks up each
key that a line refers to. Both engines' manuals say to make them afterwards, for example
https://www.postgresql.org/docs/current/populate.html. Only an order book without any order is
loaded like that, so nobody waits meanwhile. What makes a document unique stays throughout.

Nothing is kept about it: what the table lacks of its model is made. So whoever ends the import does
that, and where nobody did, the next start of the program.
"""

from datetime import timedelta

from sqlalchemy import Connection, exists, select
from sqlalchemy import Table as SqlTable
from sqlalchemy.exc import DBAPIError
from sqlalchemy.schema import AddConstraint, DropConstraint, ForeignKeyConstraint, Index

from cockpit.data.engine import Engines
from cockpit.domain.vocabulary import ImportKind, ImportState
from models import Import, Order
from models.types import utc_now

_TABLE: SqlTable = Order.__table__  # type: ignore[assignment]
_INDEXES = tuple(
    sorted((one for one in _TABLE.indexes if not one.unique), key=lambda one: str(one.name))
)
_KEYS = tuple(sorted(_TABLE.foreign_key_constraints, key=lambda one: str(one.name)))
_LOCKED = "55P03"
#: An import without a sign of life for so long is not at work.
_SILENCE = timedelta(minutes=10)
#: From so many lines on the planner's figures are taken anew.
_MANY = 10_000
_SQLITE_NAMES = "SELECT name FROM sqlite_master WHERE tbl_name = 'orders'"
_SERVER_NAMES = (
    "SELECT relname FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid "
    "WHERE indrelid = 'orders'::regclass "
    "UNION SELECT conname FROM pg_constraint WHERE conrelid = 'orders'::regclass"
)
_IS_OWNER = "SELECT pg_has_role(relowner, 'USAGE') FROM pg_class WHERE oid = 'orders'::regclass"


def begin_first_load(connection: Connection) -> None:
    """Take off what an order book without any order can do without for a while.

    On a server it is left alone where somebody is reading it, or where it is another user's.
    """
    if connection.execute(select(exists().select_from(Order))).scalar():
        return
    if connection.dialect.name == "sqlite":
        _take_off(connection)
        return
    if not connection.exec_driver_sql(_IS_OWNER).scalar():
        return
    try:
        with connection.begin_nested():
            connection.exec_driver_sql("SET LOCAL lock_timeout = '2s'")
            _take_off(connection)
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", None) != _LOCKED:
            raise


def end_first_load(connection: Connection, *, lines: int = 0) -> None:
    """Make what the table of orders lacks.

    Args:
        connection: Where.
        lines: How many lines were imported; after many the planner's figures are taken anew.
    """
    indexes, keys = _missing(connection)
    is_server = connection.dialect.name == "postgresql"
    if is_server and (indexes or keys or lines >= _MANY):
        connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
    for index in indexes:
        index.create(connection)
    for key in keys:
        connection.execute(AddConstraint(key))
    if lines >= _MANY:
        if not is_server:
            connection.exec_driver_sql("PRAGMA analysis_limit = 1000")
        connection.exec_driver_sql("ANALYZE orders")


def complete_first_load(engines: Engines) -> None:
    """Make what the table of orders lacks, unless an import is still at work."""
    with engines.reading() as connection:
        if not any(_missing(connection)):
            return
    at_work = exists().where(
        Import.kind == ImportKind.ORDERS,
        Import.state == ImportState.RUNNING,
        Import.updated_at > utc_now() - _SILENCE,
    )
    with engines.writing() as connection:
        if not connection.execute(select(at_work)).scalar():
            end_first_load(connection)


def _take_off(connection: Connection) -> None:
    names = _names(connection)
    for index in _INDEXES:
        if index.name in names:
            index.drop(connection)
    if connection.dialect.name == "postgresql":
        for key in _KEYS:
            if key.name in names:
                connection.execute(DropConstraint(key))


def _missing(connection: Connection) -> tuple[list[Index], list[ForeignKeyConstraint]]:
    """Return the indexes and references that the table lacks; a file's table has the latter."""
    names = _names(connection)
    is_server = connection.dialect.name == "postgresql"
    return (
        [index for index in _INDEXES if index.name not in names],
        [key for key in _KEYS if is_server and key.name not in names],
    )


def _names(connection: Connection) -> set[str]:
    is_server = connection.dialect.name == "postgresql"
    found = connection.exec_driver_sql(_SERVER_NAMES if is_server else _SQLITE_NAMES)
    return set(found.scalars())
