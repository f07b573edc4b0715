"""A column's value as SQLite stores it, told as JSON: in Python, and in the SQL of triggers.

The other way, and JSON's forms, stand in ``models.stored_rows``.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from json import loads
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Boolean, Column, LargeBinary, Table

from models import Base
from models.stored_rows import STORED_INSTANT, Form
from models.types import Guid, UtcDateTime


def table_of(name: str) -> Table:
    """Return a mapped table.

    Raises:
        KeyError: There is none of this name.
    """
    return Base.metadata.tables[name]


def text_of(column: "Column[Any]", row: str) -> str:
    """Return the SQL of a column's value as JSON's text, in a trigger's ``row``."""
    name = f'{row}."{column.name}"'
    kind = column.type
    if isinstance(kind, Guid):
        return f"coalesce({_guid_text(name)}, 'null')"
    if isinstance(kind, UtcDateTime):
        return f"coalesce('\"' || replace({name}, ' ', 'T') || '+00:00\"', 'null')"
    if isinstance(kind, Boolean):
        return f"CASE {name} WHEN 1 THEN 'true' WHEN 0 THEN 'false' ELSE 'null' END"
    if isinstance(kind, JSON):
        return f"coalesce({name}, 'null')"
    if isinstance(kind, LargeBinary):
        return f"coalesce('\"\\\\x' || lower(hex({name})) || '\"', 'null')"
    return f"json_quote({name})"


def _guid_text(name: str) -> str:
    digits = f"lower(hex({name}))"
    parts = " || '-' || ".join(
        f"substr({digits}, {start}, {length})"
        for start, length in ((1, 8), (9, 4), (13, 4), (17, 4), (21, 12))
    )
    # An empty name would make bare dashes of nothing.
    return f"CASE WHEN {name} IS NOT NULL THEN '\"' || {parts} || '\"' END"


@cache
def _told(table: str) -> Mapping[str, Form]:
    return {column.name: _teller(column) for column in table_of(table).c}


def told_row(table: str, columns: Sequence[str], values: Sequence[Any]) -> dict[str, Any]:
    """Return a stored row in JSON's forms."""
    forms = _told(table)
    return {
        name: None if value is None else forms[name](value)
        for name, value in zip(columns, values, strict=True)
    }


def instant(at: datetime) -> str:
    """Return an aware instant as SQLite stores it."""
    return at.astimezone(UTC).strftime(STORED_INSTANT)


def instant_of(text: str) -> datetime:
    """Return what SQLite stores as an aware instant."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def _teller(column: "Column[Any]") -> Form:
    kind = column.type
    if isinstance(kind, Guid):
        return lambda value: str(UUID(bytes=value))
    if isinstance(kind, UtcDateTime):
        return lambda value: f"{value[:10]}T{value[11:]}+00:00"
    if isinstance(kind, Boolean):
        return bool
    if isinstance(kind, JSON):
        return loads
    if isinstance(kind, LargeBinary):
        return lambda value: "\\x" + value.hex()
    return lambda value: value
