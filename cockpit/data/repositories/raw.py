"""Reading whole columns straight from the driver.

SQLAlchemy turns each value of each row into its Python type, which takes longer than the query on
100,000 rows. Here rows stay as the driver made them and are converted column by column.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from typing import Any, TypeVar
from uuid import UUID, SafeUUID

from sqlalchemy import Connection, Select

from cockpit.domain.errors import CancelledError
from cockpit.domain.packed_keys import PackedKeys

T = TypeVar("T")

#: Few enough that the garbage collector, which counts new tuples, does not wake up for them.
_ROWS_AT_ONCE = 500

#: Looked up once: an enumeration's member costs as much as the rest of a key.
_UNKNOWN = SafeUUID.unknown


def _never() -> bool:
    return False


def fetch_columns(
    connection: Connection,
    statement: Select[*tuple[Any, ...]],
    is_cancelled: Callable[[], bool] = _never,
) -> list[list[Any]]:
    """Return the columns of a query, as the driver made their values.

    Raises:
        CancelledError: ``is_cancelled`` said so.
    """
    columns: list[list[Any]] = [[] for _ in statement.selected_columns]
    result = connection.execute(statement)
    try:
        while rows := result.cursor.fetchmany(_ROWS_AT_ONCE):
            if is_cancelled():
                raise CancelledError
            for column, values in zip(columns, zip(*rows, strict=True), strict=True):
                column.extend(values)
    finally:
        result.close()
    return columns


def guids(values: Iterable[Any]) -> list[UUID]:
    """Return keys: 16 bytes on SQLite, UUIDs on PostgreSQL."""
    return [_guid(one) if isinstance(one, bytes) else one for one in values]


def few_guids(values: Sequence[Any]) -> list[UUID | None]:
    """Return keys of a column that holds few different ones, each made once; None stays."""
    known = {one: None if one is None else guids([one])[0] for one in set(values)}
    return [known[one] for one in values]


def raw_guid(connection: Connection, key: UUID) -> bytes | UUID:
    """Return a key as the driver would make it, to be compared with those of a column."""
    return key.bytes if connection.dialect.name == "sqlite" else key


def _guid(value: bytes) -> UUID:
    """Build a UUID past its constructor, which takes longer than fetching the whole row."""
    key = object.__new__(UUID)
    object.__setattr__(key, "int", int.from_bytes(value, "big"))
    object.__setattr__(key, "is_safe", _UNKNOWN)
    return key


def instants(values: Iterable[Any]) -> list[datetime | None]:
    """Return aware instants in UTC: text on SQLite, aware in the session's zone on PostgreSQL."""
    read = datetime.fromisoformat
    return [
        None
        if one is None
        else read(one + "+00:00")
        if isinstance(one, str)
        else one.astimezone(UTC)
        for one in values
    ]


def places_by_raw(connection: Connection, keys: Sequence[UUID]) -> dict[Any, int]:
    """Return the positions of keys by what the driver makes of them."""
    raw: Sequence[bytes | UUID] = keys
    if connection.dialect.name == "sqlite":
        raw = keys.packed if isinstance(keys, PackedKeys) else [one.bytes for one in keys]
    return {one: at for at, one in enumerate(raw)}


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
