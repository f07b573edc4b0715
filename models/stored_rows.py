r"""A row as JSON tells it, made into what SQLite stores.

JSON's forms are those that PostgreSQL reads by the columns' types: keys as text with dashes,
instants in UTC with microseconds and ``+00:00``, days as text, ``true`` and ``false``, documents as
they are, bytes as ``\x`` and hexadecimal digits.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import cache
from json import dumps
from typing import Any, TypeAlias
from uuid import UUID

from sqlalchemy import JSON, Boolean, Column, LargeBinary

from models.base import Base
from models.types import Guid, UtcDateTime

Form: TypeAlias = Callable[[Any], Any]
#: How SQLite stores an instant, in UTC.
STORED_INSTANT = "%Y-%m-%d %H:%M:%S.%f"


def stored_row(table: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row of JSON's forms as SQLite stores it; columns unknown here are left out.

    Raises:
        KeyError: There is no table of this name.
    """
    forms = _forms(table)
    return {
        name: None if value is None else forms[name](value)
        for name, value in row.items()
        if name in forms
    }


@cache
def _forms(table: str) -> Mapping[str, Form]:
    return {column.name: _form(column) for column in Base.metadata.tables[table].c}


def _form(column: "Column[Any]") -> Form:
    kind = column.type
    if isinstance(kind, Guid):
        return lambda value: UUID(value).bytes
    if isinstance(kind, UtcDateTime):
        return lambda value: datetime.fromisoformat(value).astimezone(UTC).strftime(STORED_INSTANT)
    if isinstance(kind, Boolean):
        return int
    if isinstance(kind, JSON):
        return dumps
    if isinstance(kind, LargeBinary):
        return lambda value: bytes.fromhex(value.removeprefix("\\x"))
    return lambda value: value
