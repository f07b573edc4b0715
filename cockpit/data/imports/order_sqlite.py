"""Many orders at once in an embedded file.

The driver converts ``bytes`` and ``None`` by way of its adapters, which takes five times as long as
storing the row; ``bytearray``, and an empty text that SQL makes NULL, do without. What is the same
in all rows stands in the statement.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import Connection

from cockpit.data.imports.order_rows import Column, NewOrders, Writing

_KNOWN = (
    "SELECT wanted.key, orders.digest FROM json_each(?) AS wanted "
    "CROSS JOIN orders ON orders.company_id = ? AND orders.number = wanted.value"
)
_KEY_SIZE = 16


class SqliteOrders:
    """The table of orders of an embedded file."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def digests(self, company_id: UUID, numbers: Sequence[str]) -> Iterable[tuple[int, int | None]]:
        """Return position and digest of the documents that have these numbers."""
        found = self._connection.exec_driver_sql(_KNOWN, (json.dumps(numbers), company_id.bytes))
        return found.cursor.fetchall()

    def insert(self, new: NewOrders) -> None:
        """Write new orders."""
        written = _WRITING.columns(new)
        count = len(new.picks)
        first = new.first_id.int
        keys = [bytearray(key.to_bytes(_KEY_SIZE, "big")) for key in range(first, first + count)]
        names = ", ".join(column.name for column in written)
        marks = ", ".join(map(_mark, written))
        statement = f"INSERT INTO orders (id, {names}) VALUES (?, {marks})"  # noqa: S608 - ours
        values = [
            [column.constant] * count if column.values is None else column.values
            for column in written
            if "?" in _mark(column)
        ]
        cursor = self._connection.connection.cursor()
        cursor.executemany(statement, list(zip(keys, *values, strict=True)))


def _guid(key: UUID) -> bytearray:
    return bytearray(key.int.to_bytes(_KEY_SIZE, "big"))


def _mark(column: Column) -> str:
    """Return a column's place in the statement."""
    if column.values is not None:
        return "nullif(?, '')" if column.has_gaps else "?"
    if column.constant is None:
        return "NULL"
    return f"X'{column.constant.hex()}'" if isinstance(column.constant, bytearray) else "?"


_WRITING = Writing(guid=_guid, text=str, day=date.isoformat, texts=list, numbers=list, absent="")
