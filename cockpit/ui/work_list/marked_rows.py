"""Rows of the list that something is done to: their lines, read in the background part by part."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from cockpit.domain.work_list import CustomerRow
from cockpit.services.ports import WorkTable


@dataclass(frozen=True, slots=True)
class MarkedRows:
    """Some rows of a table, which does not change under them.

    Attributes:
        lines: Their places in the table, in the list's order.
    """

    table: WorkTable
    lines: Sequence[int]

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.lines)

    def parts(self, size: int) -> Iterator["MarkedRows"]:
        """Yield them in parts of at most so many."""
        for first in range(0, len(self.lines), size):
            yield MarkedRows(self.table, self.lines[first : first + size])

    def ids(self) -> list[UUID]:
        """Return the customers."""
        return self.table.customer_ids(self.lines)

    def rows(self) -> list[CustomerRow]:
        """Return them as objects."""
        return self.table.rows(self.lines)

    def at_risk_cents(self) -> int:
        """Return the money at risk in them."""
        return self.table.at_risk_cents(self.lines)
