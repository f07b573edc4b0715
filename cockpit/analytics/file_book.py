"""An order file as the columns that the engine judges; the file is all there is."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast
from uuid import UUID

import numpy as np
import pyarrow as pa

from cockpit.analytics.analyst import FIT_CUSTOMERS
from cockpit.analytics.k_grid import KGridParameters
from cockpit.analytics.learning import learn
from cockpit.analytics.order_events import EARLIEST_BELIEVED_DAY, order_events
from cockpit.analytics.order_files import OrderFile, read_orders
from cockpit.analytics.portfolio import portfolio
from cockpit.domain.columns import BlockColumns, OrderColumns, StandingColumns, StatisticsColumns
from cockpit.domain.errors import BadInputError
from cockpit.domain.vocabulary import OrderKind
from cockpit.services.ports import CycleEngine

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class FileBook:
    """The customers of an order file who had bought by a day.

    Attributes:
        as_of: The day; nothing later is in it.
        customers: As they are written in the file, ascending.
        orders: Their documents up to the day; keys are the positions in ``customers``.
        statistics: What these say, parallel to ``customers``.
        standing: Companies, segments and blocks, none of which a file knows.
        file: The file as it was read, with all that is left out here.
        left_out_count: Customers without a purchase up to the day, left out.
    """

    as_of: date
    customers: pa.Array
    orders: OrderFile
    statistics: StatisticsColumns
    standing: StandingColumns
    file: OrderFile
    left_out_count: int


def open_book(path: Path, engine: CycleEngine, *, as_of: date | None, today: date) -> FileBook:
    """Read an order file and work out what its customers' orders say.

    Args:
        path: The file.
        engine: Computes the statistics.
        as_of: The day that counts as today; None is the day of the file's newest document that is
            not in the future.
        today: The real day.

    Raises:
        BadInputError: The file cannot be used, or nobody had bought by the day.
    """
    file = read_orders(path)
    day = as_of or file.newest_day(today=today) or today
    known = _buyers(file.known_at(day), day)
    size = len(known.customers)
    if not size:
        raise nobody(file, path.name, day)
    return FileBook(
        as_of=day,
        customers=known.customers,
        orders=known,
        statistics=engine.statistics(order_columns(known), BlockColumns(), as_of=day),
        standing=StandingColumns([None] * size, [None] * size, BlockColumns()),
        file=file,
        left_out_count=len(file.customers) - size,
    )


def parameters_for(book: FileBook) -> KGridParameters:
    """Learn the population from a file's own orders; a small one gets published parameters.

    They are those of ``KGridAnalyst.fit``, without the test that says how good they are.
    """
    known = portfolio(book.statistics, book.standing, as_of=book.as_of, most=FIT_CUSTOMERS)
    return learn(known.events, known.blocked, known.today, _go_on).parameters


def _go_on() -> None:
    """Never give up: on the terminal, a signal does."""


def order_columns(file: OrderFile) -> OrderColumns:
    """Return a file's documents as the order book's columns; keys are made of positions."""
    book = file.documents
    kinds = np.array([OrderKind.SALE, OrderKind.RETURN], dtype=object)
    return OrderColumns(
        customer_ids=[UUID(int=position) for position in range(book.customer_count)],
        customer=cast("Sequence[int]", book.customer),
        day=cast("Sequence[int]", book.day),
        net_cents=cast("Sequence[int]", book.net_cents),
        kind=cast("Sequence[OrderKind]", kinds[book.is_return.astype(np.int64)]),
    )


def nobody(file: OrderFile, name: str, day: date) -> BadInputError:
    """Return why nobody had bought by a day: it is too early, or the file holds no purchase."""
    if len(_buyers(file, date.max).customers):
        return BadInputError("orders_none_before", file=name, day=day)
    return BadInputError("orders_none_bought", file=name, day=EARLIEST_BELIEVED_DAY)


def _buyers(file: OrderFile, day: date) -> OrderFile:
    """Return the file without the customers who have no order event by a day."""
    has_orders = order_events(file.documents, as_of=day).counts > 0
    return file.of_customers(has_orders)
