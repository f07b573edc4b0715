"""Many orders at once on a server: read by a list of numbers, written by COPY.

https://www.postgresql.org/docs/current/sql-copy.html, text format. A column without any value
is left out, and what is the same in all rows ends each of them.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import repeat
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from cockpit.data.imports.order_rows import NewOrders, Writing

# Of an array the planner knows the length and reads the whole table for it, batch after batch; of
# this it expects few rows and goes by the index.
_KNOWN = (
    "SELECT wanted.position - 1, orders.digest "
    "FROM json_array_elements_text(%s::json) WITH ORDINALITY AS wanted (number, position) "
    "JOIN orders ON orders.company_id = %s AND orders.number = wanted.number"
)
_NULL = "\\N"
_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
_ESCAPED = re.compile(r"[\\\t\n\r]")
_ROWS_AT_ONCE = 8192


class PostgresOrders:
    """The table of orders on a server."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def digests(self, company_id: UUID, numbers: Sequence[str]) -> Iterable[tuple[int, int | None]]:
        """Return position and digest of the documents that have these numbers."""
        found = self._connection.exec_driver_sql(_KNOWN, (json.dumps(numbers), company_id))
        return found.cursor.fetchall()

    def insert(self, new: NewOrders) -> None:
        """Write new orders."""
        columns = _WRITING.columns(new)
        varying = [column for column in columns if column.values is not None]
        fixed = [column for column in columns if column.constant is not None]
        names = ", ".join(column.name for column in [*varying, *fixed])
        first = new.first_id.int
        keys = map("{:032x}".format, range(first, first + len(new.picks)))
        values = [column.values or () for column in varying]
        end = "\t".join(column.constant for column in fixed)
        rows = list(map("\t".join, zip(keys, *values, repeat(end), strict=False)))
        cursor = self._connection.connection.cursor()
        with (
            _copied_into(cursor, f"id, {names}") as table,
            cursor.copy(f"COPY {table} (id, {names}) FROM STDIN") as copy,
        ):
            for start in range(0, len(rows), _ROWS_AT_ONCE):
                copy.write("\n".join(rows[start : start + _ROWS_AT_ONCE]) + "\n")


@contextmanager
def _copied_into(cursor: Any, columns: str) -> Iterator[str]:
    """Yield the table to copy into, whose rows are orders afterwards.

    Under policies nothing may be copied into the table itself: there the rows go by a table of
    the transaction's own, and the policies judge them as they judge every insert.
    """
    cursor.execute("SELECT row_security_active('orders')")
    if not cursor.fetchone()[0]:
        yield "orders"
        return
    empty = f"SELECT {columns} FROM orders WITH NO DATA"  # noqa: S608 - ours
    cursor.execute(f"CREATE TEMP TABLE new_orders ON COMMIT DROP AS {empty}")
    yield "pg_temp.new_orders"
    cursor.execute(f"INSERT INTO orders ({columns}) SELECT {columns} FROM pg_temp.new_orders")  # noqa: S608 - ours
    cursor.execute("DROP TABLE pg_temp.new_orders")


def _hex(key: UUID) -> str:
    return key.hex


def _text(value: str) -> str:
    return value.translate(_ESCAPES)


def _texts(values: list[str]) -> list[str]:
    return list(map(_text, values)) if _ESCAPED.search("".join(values)) else values


def _digits(values: list[int]) -> list[str]:
    return list(map(str, values))


_WRITING = Writing(
    guid=_hex, text=_text, day=date.isoformat, texts=_texts, numbers=_digits, absent=_NULL
)
