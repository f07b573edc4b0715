"""A server's tables filled with what a file holds, without triggers and checks."""

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

import sqlcipher3.dbapi2
from psycopg import sql
from sqlalchemy import Connection, text

_ROWS_AT_ONCE = 20_000


def copy_tables(file: Path, connection: Connection, tables: Sequence[str]) -> None:
    """Copy tables, parents first; keys become UUIDs, all else is text that the server reads."""
    connection.execute(text("SET session_replication_role = replica"))  # no triggers, no checks
    source = sqlcipher3.dbapi2.connect(str(file))
    cursor = connection.connection.cursor()
    for name in tables:
        found = connection.execute(
            text(
                "SELECT column_name, data_type FROM information_schema.columns"
                " WHERE table_name = :name AND is_generated = 'NEVER'"
            ),
            {"name": name},
        ).all()
        there = {row[1] for row in source.execute(f"PRAGMA table_info({name})")}
        columns = {column: kind for column, kind in found if column in there}
        words = sql.SQL("COPY {} ({}) FROM STDIN").format(
            sql.Identifier(name), sql.SQL(", ").join(map(sql.Identifier, columns))
        )
        kinds = list(columns.values())
        rows = source.execute(f"SELECT {', '.join(columns)} FROM {name}")  # noqa: S608 - ours
        with cursor.copy(words) as copy:
            while some := rows.fetchmany(_ROWS_AT_ONCE):
                for row in some:
                    copy.write_row([_cell(*pair) for pair in zip(row, kinds, strict=True)])
    source.close()


def _cell(value: object, kind: str) -> object:
    """Return a value as the server takes it."""
    if value is None:
        return None
    if kind == "uuid" and isinstance(value, bytes):
        return UUID(bytes=value)
    if kind == "boolean":
        return bool(value)
    if kind.startswith("timestamp"):
        return f"{value}+00"
    return value
