"""Writing whole columns straight to the driver, as ``raw`` reads them.

One statement for many rows: SQLite takes them one by one without leaving C, PostgreSQL as one array
per column. SQLAlchemy would convert every value of every row, which takes longer than storing it.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table

#: Rows per statement: few enough for the server's memory and for another writer's patience.
_ROWS_AT_ONCE = 20_000


def replace_rows(
    connection: Connection,
    table: Table,
    columns: Mapping[str, Sequence[Any]],
    *,
    held: Mapping[str, str] | None = None,
) -> None:
    """Insert rows, or give those with the same primary key these values.

    Args:
        connection: Where.
        table: What.
        columns: The values by column name, as the driver takes them, all of equal length, the
            primary key's first.
        held: Columns that keep their stored value as long as another one's does not change, with
            that other one.
    """
    if connection.dialect.name == "postgresql":
        _replace_by_arrays(connection, table, columns, held or {})
        return
    marks = ", ".join("?" * len(columns))
    statement = f"{_head(table, columns)} VALUES ({marks}) {_tail(table, columns, held or {})}"
    rows = list(zip(*columns.values(), strict=True))
    for start in range(0, len(rows), _ROWS_AT_ONCE):
        connection.exec_driver_sql(statement, rows[start : start + _ROWS_AT_ONCE])


def _replace_by_arrays(
    connection: Connection,
    table: Table,
    columns: Mapping[str, Sequence[Any]],
    held: Mapping[str, str],
) -> None:
    kinds = {name: table.columns[name].type.compile(connection.dialect) for name in columns}
    arrays = ", ".join(f"%({name})s::{kind}[]" for name, kind in kinds.items())
    source = f"SELECT * FROM unnest({arrays})"  # noqa: S608 - names come from the mapped table
    statement = " ".join((_head(table, columns), source, _tail(table, columns, held)))
    count = len(next(iter(columns.values())))
    for start in range(0, count, _ROWS_AT_ONCE):
        chunk = {
            name: list(values[start : start + _ROWS_AT_ONCE]) for name, values in columns.items()
        }
        connection.exec_driver_sql(statement, chunk)


def _head(table: Table, columns: Iterable[str]) -> str:
    return f"INSERT INTO {table.name} ({', '.join(columns)})"


def _tail(table: Table, columns: Iterable[str], held: Mapping[str, str]) -> str:
    keys = [column.name for column in table.primary_key]
    new = {name: f"excluded.{name}" for name in columns if name not in keys}
    for name, other in held.items():
        new[name] = (
            f"CASE WHEN {table.name}.{other} = excluded.{other} "
            f"THEN {table.name}.{name} ELSE excluded.{name} END"
        )
    values = ", ".join(f"{name} = {value}" for name, value in new.items())
    return f"ON CONFLICT ({', '.join(keys)}) DO UPDATE SET {values}"


def raw_guids(connection: Connection, keys: Iterable[UUID]) -> list[Any]:
    """Return keys as the driver takes them."""
    if connection.dialect.name == "sqlite":
        return [key.bytes for key in keys]
    return list(keys)


def raw_days(connection: Connection, ordinals: Sequence[int | None]) -> list[Any]:
    """Return the days of proleptic ordinals as the driver takes them; 0 and None are no day."""
    days = {one: date.fromordinal(one) for one in set(ordinals) if one}
    is_text = connection.dialect.name == "sqlite"
    known = {one: day.isoformat() if is_text else day for one, day in days.items()}
    return [known.get(one) if one else None for one in ordinals]


def raw_instant(connection: Connection, at: datetime) -> Any:
    """Return an aware instant as the driver takes it."""
    if connection.dialect.name == "sqlite":
        plain = at.astimezone(UTC).replace(tzinfo=None)
        return plain.isoformat(sep=" ", timespec="microseconds")
    return at


def raw_codes(members: Iterable[StrEnum]) -> list[str]:
    """Return the stored codes of a closed vocabulary's members, as plain text."""
    # A member is its code already; ``member.value`` would run Python code for each of them.
    return list(map(str.__str__, members))
