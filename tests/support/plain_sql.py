"""Plain SQL as somebody's login, as from ``psql``."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from psycopg import sql
from sqlalchemy import NullPool, create_engine

from tests.support.company_rows import Company

REFUSED = psycopg.errors.InsufficientPrivilege
#: What is said of a row after the policies let it through.
LATER = (
    psycopg.errors.UniqueViolation,
    psycopg.errors.ForeignKeyViolation,
    psycopg.errors.RestrictViolation,
    psycopg.errors.ExclusionViolation,
)


def connect(company: Company, login: str) -> psycopg.Connection:
    engine = create_engine(company.team.url(login), poolclass=NullPool)
    arguments = engine.dialect.create_connect_args(engine.url)[1]
    return psycopg.connect(**arguments)


@contextmanager
def undone(connection: psycopg.Connection) -> Iterator[psycopg.Cursor]:
    """Leave nothing of what is tried."""
    connection.rollback()
    with connection.cursor() as cursor:
        yield cursor
    connection.rollback()


def is_let(connection: psycopg.Connection, statement: sql.Composable, *values: object) -> bool:
    """Return whether the server lets a statement through."""
    with undone(connection) as cursor:
        try:
            cursor.execute(statement, values)
        except REFUSED:
            return False
        except LATER:
            return True
        return True
