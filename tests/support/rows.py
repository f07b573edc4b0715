"""Rows for any table, made from what the database itself says about its columns."""

import re
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Connection,
    Date,
    DateTime,
    Float,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Uuid,
    select,
)

# The one rule that a row made column by column would break.
_CHOSEN = {"post_it_recipients": "user_id"}


def reflected(connection: Connection, names: list[str]) -> MetaData:
    """Return tables, with those that they refer to, as the database describes them."""
    metadata = MetaData()
    metadata.reflect(connection, only=names)
    return metadata


def fill(connection: Connection, table: Table) -> None:
    """Insert one row with every required column set, and parents that exist."""
    row = {
        column.name: _value(connection, table, column)
        for column in table.columns
        if (not column.nullable and column.server_default is None)
        or _CHOSEN.get(table.name) == column.name
    }
    connection.execute(table.insert().values(row))


def _value(connection: Connection, table: Table, column: Column[Any]) -> Any:
    """Return a value that the column takes."""
    for key in column.foreign_keys:
        return connection.execute(select(key.column).limit(1)).scalar_one()
    if (code := _first_code(table, column.name)) is not None:
        return code
    return _plain(column)


def _first_code(table: Table, column: str) -> str | None:
    """Return the first code that a CHECK allows."""
    for constraint in table.constraints:
        if isinstance(constraint, CheckConstraint) and str(constraint.name).endswith(f"_{column}"):
            match = re.search(r"'([a-z_]+)'", str(constraint.sqltext))
            return match and match.group(1)
    return None


def _plain(column: Column[Any]) -> Any:
    """Return a value by the column's type alone."""
    values: list[tuple[type, Any]] = [
        (Uuid, uuid4()),
        (LargeBinary, uuid4().bytes),
        (DateTime, datetime(2026, 3, 22, 12, tzinfo=UTC)),
        (Date, date(2026, 3, 22)),
        (JSON, {}),
        (Boolean, False),
        (Float, 1.5),
        (BigInteger, 7),
        (Integer, 7),
    ]
    value = next((value for kind, value in values if isinstance(column.type, kind)), None)
    if value is None:
        # The engine's name: SQLite's BLOB reflects as its own class, text has a length.
        return column.name[: getattr(column.type, "length", None) or 20]
    return value.hex if isinstance(value, UUID) and not isinstance(column.type, Uuid) else value
