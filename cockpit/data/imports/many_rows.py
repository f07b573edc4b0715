"""Writing many rows of one table at once.

The driver of an embedded file converts ``bytes`` and ``None`` by way of its adapters, which takes
five times as long as storing the row; ``bytearray``, and an empty text that SQL makes NULL, do
without. Going past SQLAlchemy's own conversion, row by row and cell by cell, saves as much again.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Connection, Table, bindparam, insert, update

from models.types import Guid

Row = Mapping[str, Any]

#: What stands in a statement, and its values row by row unless it is NULL in all of them.
_Cells = tuple[str, Sequence[Any] | None]

_KEY_SIZE = 16


def insert_rows(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows.

    Args:
        connection: Where.
        table: Of which table.
        rows: By column, all with the same ones, the key among them. Any other column has its
            default, which is made once for all of them.
    """
    if not rows:
        return
    if connection.dialect.name != "sqlite":
        connection.execute(insert(table), list(rows))
        return
    filled = [column for column in table.c if column.name in rows[0] or column.default is not None]
    cells = [_cells(connection, column, _values(column, rows, column.default)) for column in filled]
    names = ", ".join(column.name for column in filled)
    marks = ", ".join(mark for mark, _ in cells)
    statement = f"INSERT INTO {table.name} ({names}) VALUES ({marks})"  # noqa: S608 - our names
    _execute(connection, statement, cells)


def update_rows(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Update rows by their key.

    Args:
        connection: Where.
        table: Of which table.
        rows: ``id`` and the columns that change, the same ones in all.
    """
    if not rows:
        return
    if connection.dialect.name != "sqlite":
        named = [{"key" if name == "id" else name: row[name] for name in row} for row in rows]
        connection.execute(update(table).where(table.c.id == bindparam("key")), named)
        return
    filled = [
        column
        for column in table.c
        if column.name != "id" and (column.name in rows[0] or column.onupdate is not None)
    ]
    cells = [
        _cells(connection, column, _values(column, rows, column.onupdate)) for column in filled
    ]
    key = _cells(connection, table.c.id, [row["id"] for row in rows])
    pairs = zip(filled, cells, strict=True)
    changes = ", ".join(f"{column.name} = {mark}" for column, (mark, _) in pairs)
    statement = f"UPDATE {table.name} SET {changes} WHERE id = {key[0]}"  # noqa: S608 - our names
    _execute(connection, statement, [*cells, key])


def _execute(connection: Connection, statement: str, cells: Sequence[_Cells]) -> None:
    columns = [values for _, values in cells if values is not None]
    connection.exec_driver_sql(statement, list(zip(*columns, strict=True)))


def _values(column: Column[Any], rows: Sequence[Row], default: Any) -> list[Any]:
    if column.name in rows[0]:
        return [row[column.name] for row in rows]
    return [default.arg(None) if default.is_callable else default.arg] * len(rows)


def _cells(connection: Connection, column: Column[Any], values: list[Any]) -> _Cells:
    """Return a column's place in the statement, and its values as the driver takes them fast."""
    write = _writing(connection, column)
    first = values[0]
    if all(value is first for value in values):
        return ("NULL", None) if first is None else ("?", [write(first)] * len(values))
    if all(value is not None for value in values):
        return "?", list(map(write, values))
    if "" in values:
        # An empty text is not NULL here.
        return "?", [None if value is None else write(value) for value in values]
    return "nullif(?, '')", ["" if value is None else write(value) for value in values]


def _writing(connection: Connection, column: Column[Any]) -> Callable[[Any], Any]:
    """Return what makes a value of a column what the driver takes."""
    if isinstance(column.type, Guid):
        return _key
    process = column.type.dialect_impl(connection.dialect).bind_processor(connection.dialect)
    return process or _as_it_is


def _key(value: UUID) -> bytearray:
    return bytearray(value.int.to_bytes(_KEY_SIZE, "big"))


def _as_it_is(value: Any) -> Any:
    return bytearray(value) if isinstance(value, bytes) else value
