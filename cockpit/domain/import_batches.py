"""Lines of an import file on their way into the database, some thousands at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

from cockpit.domain.import_records import ImportRecord, RowProblem
from cockpit.domain.vocabulary import OrderKind

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Coded(Generic[T]):
    """A column with few different values.

    Attributes:
        values: The different values.
        index: Per line, the position in ``values``.
    """

    values: Sequence[T]
    index: Sequence[int]


@dataclass(frozen=True, slots=True)
class OrderLines:
    """Plain lines of ``pedidos`` as parallel columns: nothing about them is odd.

    No two of them have the same company, number and kind, and no earlier line of the file has.
    Texts are empty and days None where the line is silent; see ``OrderRecord`` for the meaning.

    Attributes:
        line: The lines' numbers, ascending.
        digest: Per line, ``OrderRecord.digest``.
    """

    line: Sequence[int]
    number: Sequence[str]
    customer: Coded[str]
    company: Coded[str]
    seller: Coded[str]
    state_text: Coded[str]
    kind: Coded[OrderKind]
    ordered_on: Coded[date]
    promised_on: Coded[date | None]
    delivered_on: Coded[date | None]
    net_cents: Sequence[int]
    goods_cents: Sequence[int | None]
    digest: Sequence[int]


@dataclass(frozen=True, slots=True)
class LineBatch:
    """Consecutive data lines of a file, each of them here once.

    A file is cut into the same batches each time it is read.

    Attributes:
        ordinal: Number of the batch, from 0.
        first_line: Number of its first data line.
        last_line: Number of its last one.
        position: How much of the file is read with it, in the unit of ``ParsedFile.size``.
        orders: The plain lines of a file of orders.
        records: The other lines with what they hold, or why they cannot be taken, by line.
        cells: By line, its cells as they were read: of every line, made when asked for, since a
            line that looks right may turn out to be of an unknown customer.
    """

    ordinal: int
    first_line: int
    last_line: int
    position: int
    orders: OrderLines | None = None
    records: Sequence[tuple[int, ImportRecord | RowProblem]] = ()
    cells: Mapping[int, tuple[str, ...]] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """Return the number of lines."""
        return len(self.records) + (len(self.orders.line) if self.orders else 0)
