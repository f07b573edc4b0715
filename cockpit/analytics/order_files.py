"""Order files, CSV or Parquet, as documents of the order book; no database is needed."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np
import pyarrow as pa
from pyarrow import parquet

from cockpit.analytics import order_cells
from cockpit.analytics.order_cells import Encoded
from cockpit.analytics.order_columns import (
    CUSTOMER,
    DATE,
    KIND,
    VALUE,
    OrderTable,
    require_columns,
    roles_of,
)
from cockpit.analytics.order_events import EARLIEST_BELIEVED_DAY, Documents
from cockpit.analytics.order_text import read_text
from cockpit.analytics.segments import Flags, Integers
from cockpit.domain.errors import BadInputError

_PARQUET_MARK = b"PAR1"
_PARQUET_SUFFIXES = (".parquet", ".pq")


@dataclass(frozen=True, slots=True)
class OrderFile:
    """An order file as documents.

    Attributes:
        customers: The customers as they are written, ascending; of the file's own type.
        documents: Sales and returns with a customer, a day and an amount; cancelled ones are out.
        row_count: Rows that hold anything.
        cancelled_count: Rows left out because they are cancelled.
        unreadable: Numbers of the lines that could not be read, ascending.
    """

    customers: pa.Array
    documents: Documents
    row_count: int
    cancelled_count: int
    unreadable: Integers

    def newest_day(self, *, today: date) -> date | None:
        """Return the day of the newest document that can be believed; None without any.

        Days to come are not believed, unless the whole file lies there.
        """
        earliest = EARLIEST_BELIEVED_DAY.toordinal()
        known = self.documents.day[self.documents.day >= earliest]
        past = known[known <= today.toordinal()]
        chosen = past if len(past) else known
        return date.fromordinal(int(chosen.max())) if len(chosen) else None

    def count_before(self, day: date) -> int:
        """Return how many documents are dated before a day."""
        return int(np.count_nonzero(self.documents.day < day.toordinal()))

    def count_after(self, day: date) -> int:
        """Return how many documents are dated after a day."""
        return int(np.count_nonzero(self.documents.day > day.toordinal()))

    def known_at(self, day: date) -> "OrderFile":
        """Return the file as it was at the end of a day: later documents and customers are gone."""
        book = self.documents
        is_known = book.day <= day.toordinal()
        is_present = np.bincount(book.customer[is_known], minlength=book.customer_count) > 0
        return self._part(is_known, is_present)

    def of_customers(self, is_wanted: Flags) -> "OrderFile":
        """Return the file of some of its customers; flags of shape (customers,)."""
        return self._part(is_wanted[self.documents.customer], is_wanted)

    def _part(self, is_kept: Flags, is_present: Flags) -> "OrderFile":
        """Return some documents, which are those of the customers that stay."""
        book = self.documents
        place = np.cumsum(is_present) - 1
        documents = Documents(
            customer_count=int(np.count_nonzero(is_present)),
            customer=place[book.customer[is_kept]],
            day=book.day[is_kept],
            net_cents=book.net_cents[is_kept],
            is_return=book.is_return[is_kept],
        )
        customers = self.customers.filter(pa.array(is_present))
        return replace(self, customers=customers, documents=documents)


def read_orders(path: Path) -> OrderFile:
    """Read an order file with the columns ``customer, date, value`` and perhaps ``kind``.

    A sale of a negative amount is a return.

    Raises:
        BadInputError: The file is missing, is no table, lacks a column, or holds no usable order.
    """
    try:
        if path.is_dir():
            raise BadInputError("import_file_is_folder", file=str(path))
        if path.exists() and not path.is_file():
            raise BadInputError("import_not_a_file", file=str(path))
        with path.open("rb") as stream:
            is_parquet = stream.read(len(_PARQUET_MARK)) == _PARQUET_MARK
        table = _read_parquet(path) if is_parquet else _read_text(path)
    except FileNotFoundError as error:
        raise BadInputError("import_file_missing", file=str(path)) from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise BadInputError("import_file_unreadable", file=str(path)) from error
    return _order_file(table, path.name)


def _read_parquet(path: Path) -> OrderTable:
    """Read a Parquet file's columns that have a role.

    Raises:
        BadInputError: It is damaged or lacks a column.
    """
    try:
        with parquet.ParquetFile(path) as file:
            names = file.schema_arrow.names
            roles = roles_of(names)
            require_columns(roles, names, path.name)
            table = file.read(columns=[names[place] for place in roles.values()])
    except (pa.ArrowException, OSError) as error:
        raise BadInputError("orders_parquet_broken", file=path.name) from error
    columns = {role: table.column(names[place]) for role, place in roles.items()}
    return OrderTable(columns, np.arange(1, table.num_rows + 1), np.zeros(0, dtype=np.int64))


def _read_text(path: Path) -> OrderTable:
    """Read a table of text, whatever its name; what is none but should be Parquet is damaged.

    Raises:
        BadInputError: It is no table of text, is empty, or lacks a column.
    """
    try:
        return read_text(path)
    except BadInputError as error:
        is_text = error.message.key != "error.import_not_a_table"
        if is_text or path.suffix.lower() not in _PARQUET_SUFFIXES:
            raise
        raise BadInputError("orders_parquet_broken", file=path.name) from error


def _order_file(table: OrderTable, name: str) -> OrderFile:
    """Return a table's rows as documents.

    Raises:
        BadInputError: None of them can be used, or a column has a type that no order has.
    """
    columns = table.columns
    try:
        whose = order_cells.customers(columns[CUSTOMER])
        day = order_cells.days(columns[DATE])
        cents, has_amount = order_cells.cents(columns[VALUE])
        kind = _kinds(table)
    except pa.ArrowException as error:
        raise BadInputError("orders_column_type", file=name) from error
    is_read = (whose.codes >= 0) & (day > 0) & has_amount & (kind != order_cells.UNKNOWN)
    is_cancelled = is_read & (kind == order_cells.CANCELLED)
    is_kept = is_read & ~is_cancelled
    is_empty = ~is_read & _is_blank(table)
    unreadable = np.sort(np.concatenate([table.lines[~is_read & ~is_empty], table.malformed]))
    row_count = len(table.lines) + len(table.malformed) - int(np.count_nonzero(is_empty))
    if not np.any(is_kept):
        raise _unusable(name, row_count, unreadable)
    is_return = (kind == order_cells.RETURN) | (cents < 0)
    return _compact(
        whose, day, np.abs(cents), is_return, is_kept,
        row_count=row_count,
        cancelled_count=int(np.count_nonzero(is_cancelled)),
        unreadable=unreadable,
    )  # fmt: skip


def _compact(
    whose: Encoded,
    day: Integers,
    cents: Integers,
    is_return: Flags,
    is_kept: Flags,
    *,
    row_count: int,
    cancelled_count: int,
    unreadable: Integers,
) -> OrderFile:
    """Return the kept rows, and of the customers those who have any."""
    documents = Documents(
        customer_count=len(whose.values),
        customer=whose.codes[is_kept],
        day=day[is_kept],
        net_cents=cents[is_kept],
        is_return=is_return[is_kept],
    )
    file = OrderFile(whose.values, documents, row_count, cancelled_count, unreadable)
    return file.known_at(date.max)


def _kinds(table: OrderTable) -> Integers:
    if KIND in table.columns:
        return order_cells.kinds(table.columns[KIND])
    return np.full(len(table.lines), order_cells.SALE, dtype=np.int64)


def _is_blank(table: OrderTable) -> Flags:
    """Return which rows hold nothing in any column; shape (rows,)."""
    is_blank = np.ones(len(table.lines), dtype=np.bool_)
    for column in table.columns.values():
        is_blank &= order_cells.is_blank(column)
    return is_blank


def _unusable(name: str, row_count: int, unreadable: Integers) -> BadInputError:
    if not row_count:
        return BadInputError("orders_none", file=name)
    if not len(unreadable):
        return BadInputError("orders_all_cancelled", file=name)
    line = str(int(unreadable[0]))
    if row_count == 1:
        return BadInputError("orders_one_unusable", file=name, line=line)
    return BadInputError("orders_none_usable", file=name, count=row_count, line=line)
