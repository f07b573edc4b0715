"""Many orders at once on a server: read by a list of numbers, written by COPY.

https://www.postgresql.org/docs/current/sql-copy.html, text format.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import repeat
from uuid import UUID

from sqlalchemy import Connection

from cockpit.data.imports.order_rows import Column, NewOrders, Writing

_KNOWN = (
    "SELECT wanted.position - 1, orders.digest "
    "FROM unnest(%s::varchar[]) WITH ORDINALITY AS wanted (number, position) "
    "JOIN orders ON orders.company_id = %s AND orders.number = wanted.number"
)
_NULL = "\\N"
_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
_ROWS_AT_ONCE = 8192


class PostgresOrders:
    """The table of orders on a server."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def digests(self, company_id: UUID, numbers: Sequence[str]) -> Iterable[tuple[int, int | None]]:
        """Return position and digest of the documents that have these numbers."""
        found = self._connection.exec_driver_sql(_KNOWN, (list(numbers), company_id))
        return found.cursor.fetchall()

    def insert(self, new: NewOrders) -> None:
        """Write new orders."""
        written = _WRITING.columns(new)
        names = ", ".join(column.name for column in written)
        first = new.first_id.int
        keys = map("{:032x}".format, range(first, first + len(new.picks)))
        rows = list(map("\t".join, zip(keys, *map(_values, written), strict=False)))
        cursor = self._connection.connection.cursor()
        with cursor.copy(f"COPY orders (id, {names}) FROM STDIN") as copy:
            for start in range(0, len(rows), _ROWS_AT_ONCE):
                copy.write("\n".join(rows[start : start + _ROWS_AT_ONCE]) + "\n")


def _hex(key: UUID) -> str:
    return key.hex


def _text(value: str) -> str:
    return value.translate(_ESCAPES)


def _digits(values: list[int]) -> list[str]:
    return list(map(str, values))


def _values(column: Column) -> Iterable[str]:
    if column.values is not None:
        return column.values
    return repeat(_NULL if column.constant is None else column.constant)


_WRITING = Writing(guid=_hex, text=_text, day=date.isoformat, numbers=_digits, absent=_NULL)
