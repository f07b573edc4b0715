"""Reading whole columns straight from the driver.

SQLAlchemy turns each value of each row into its Python type, which takes longer than the query on
100,000 rows. Here rows stay as the driver made them and are converted column by column.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Connection, Select

T = TypeVar("T")


def fetch_columns(
    connection: Connection, statement: Select[*tuple[Any, ...]]
) -> list[Sequence[Any]]:
    """Return the columns of a query, as the driver made their values."""
    result = connection.execute(statement)
    try:
        rows = result.cursor.fetchall()
    finally:
        result.close()
    if not rows:
        return [()] * len(statement.selected_columns)
    return list(zip(*rows, strict=True))


def guids(values: Iterable[Any]) -> list[UUID]:
    """Return keys: 16 bytes on SQLite, UUIDs on PostgreSQL."""
    return [UUID(bytes=one) if isinstance(one, bytes) else one for one in values]


def instants(values: Iterable[Any]) -> list[datetime | None]:
    """Return aware instants in UTC: text on SQLite, aware in the session's zone on PostgreSQL."""
    read = datetime.fromisoformat
    return [
        None
        if one is None
        else read(one).replace(tzinfo=UTC)
        if isinstance(one, str)
        else one.astimezone(UTC)
        for one in values
    ]


def day_numbers(values: Sequence[Any]) -> list[Any]:
    """Return the proleptic ordinals of days: text on SQLite, dates on PostgreSQL; None stays."""
    known = {one: _ordinal(one) for one in set(values)}
    return [known[one] for one in values]


def _ordinal(value: str | date | None) -> int | None:
    if isinstance(value, str):
        value = date.fromisoformat(value)
    return None if value is None else value.toordinal()


def in_chunks(values: Iterable[T], size: int = 5000) -> Iterator[list[T]]:
    """Yield values in lists short enough for one statement's parameters."""
    kept = list(values)
    for start in range(0, len(kept), size):
        yield kept[start : start + size]
