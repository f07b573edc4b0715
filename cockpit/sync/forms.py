"""A column's value in PostgreSQL, asked for in the form in which SQLite stores it."""

from typing import Any

from sqlalchemy import JSON, Boolean, Column, Date

from models.types import Guid, UtcDateTime

_INSTANT = "'YYYY-MM-DD HH24:MI:SS.US'"


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
