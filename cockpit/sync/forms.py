"""A column's value in PostgreSQL, as SQLite stores it: asked for in SQL, or made from JSON."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from json import dumps
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Boolean, Column, Date, LargeBinary, Table

from models.types import Guid, UtcDateTime

_INSTANT = "'YYYY-MM-DD HH24:MI:SS.US'"
_WRITTEN = "%Y-%m-%d %H:%M:%S.%f"


def stored_form(column: "Column[Any]", row: str) -> str:
    """Return the SQL by which a server gives a column of ``row`` in SQLite's form.

    Keys come as their 16 bytes, instants and days as text in UTC, booleans as numbers, documents as
    text: what the driver hands over can be stored as it is.
    """
    name = f'{row}."{column.name}"'
    kind = column.type
    if isinstance(kind, Guid):
        return f"uuid_send({name})"
    if isinstance(kind, UtcDateTime):
        return f"to_char({name} AT TIME ZONE 'UTC', {_INSTANT})"
    if isinstance(kind, Date):
        return f"to_char({name}, 'YYYY-MM-DD')"
    if isinstance(kind, Boolean):
        return f"{name}::int"
    if isinstance(kind, JSON):
        return f"{name}::text"
    return name


def stored_row(table: Table, row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row of the server's JSON in SQLite's forms; columns unknown here are left out."""
    return {
        name: None if value is None else _maker(table.c[name])(value)
        for name, value in row.items()
        if name in table.c
    }


def _maker(column: "Column[Any]") -> Callable[[Any], Any]:
    kind = column.type
    if isinstance(kind, Guid):
        return lambda value: UUID(value).bytes
    if isinstance(kind, UtcDateTime):
        return lambda value: datetime.fromisoformat(value).astimezone(UTC).strftime(_WRITTEN)
    if isinstance(kind, Boolean):
        return int
    if isinstance(kind, JSON):
        return dumps
    if isinstance(kind, LargeBinary):
        return lambda value: bytes.fromhex(value.removeprefix("\\x"))
    return lambda value: value
