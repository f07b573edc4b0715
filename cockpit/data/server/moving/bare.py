"""Tables without indexes, references and policies for as long as whole tables are copied in.

What is taken off is what the server's catalogue says is there, and in the catalogue's own words it
is given back: the same transaction does both, so nobody ever sees the tables bare.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, text

#: Primary keys and what is unique stay: a row that is there twice must be refused.
_INDEXES = text(
    "SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid)"
    " FROM pg_index AS i JOIN pg_class AS t ON t.oid = i.indrelid"
    " WHERE t.relname = ANY(:tables) AND t.relnamespace = 'public'::regnamespace"
    " AND NOT i.indisunique ORDER BY 1"
)
_REFERENCES = text(
    "SELECT c.conrelid::regclass::text, quote_ident(c.conname), pg_get_constraintdef(c.oid)"
    " FROM pg_constraint AS c JOIN pg_class AS t ON t.oid = c.conrelid"
    " WHERE t.relname = ANY(:tables) AND t.relnamespace = 'public'::regnamespace"
    " AND c.contype = 'f' ORDER BY 1, 2"
)


@dataclass(frozen=True, slots=True)
class TakenOff:
    """What tables lack for a while.

    Attributes:
        tables: Which tables.
        indexes: Names and definitions of their indexes.
        references: Tables, names and definitions of what they refer to.
    """

    tables: tuple[str, ...]
    indexes: tuple[tuple[str, str], ...]
    references: tuple[tuple[str, str, str], ...]


def take_off(connection: Connection, tables: Sequence[str]) -> TakenOff:
    """Take indexes and references off; rows come in as the owner, whom no policy holds meanwhile.

    ``COPY`` refuses a table whose policies hold whoever copies.
    """
    names = {"tables": list(tables)}
    indexes = tuple((row[0], row[1]) for row in connection.execute(_INDEXES, names))
    references = tuple((row[0], row[1], row[2]) for row in connection.execute(_REFERENCES, names))
    for table, name, _ in references:
        connection.exec_driver_sql(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
    for index, _ in indexes:
        connection.exec_driver_sql(f"DROP INDEX {index}")
    for table in tables:
        connection.exec_driver_sql(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY")
    return TakenOff(tuple(tables), indexes, references)


def give_back(connection: Connection, taken: TakenOff, step: Callable[[], None]) -> None:
    """Make again what was taken off.

    Args:
        connection: The same, in the same transaction.
        taken: What ``take_off`` returned.
        step: Called after each index and reference; it may raise.
    """
    connection.exec_driver_sql("SET LOCAL maintenance_work_mem = '256MB'")
    for _, definition in taken.indexes:
        connection.exec_driver_sql(definition)
        step()
    for table, name, definition in taken.references:
        connection.exec_driver_sql(f"ALTER TABLE {table} ADD CONSTRAINT {name} {definition}")
        step()
    for table in taken.tables:
        connection.exec_driver_sql(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
