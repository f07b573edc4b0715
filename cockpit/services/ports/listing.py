"""The work list as a table of columns: who searches, filters, sorts and counts it.

A table is immutable and safe to ask from any thread; ``at`` and ``with_changed`` return another
one that shares what did not change. Lines are numbers that stay a customer's own within one table.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Protocol
from uuid import UUID

from cockpit.domain.calling_window import WindowRules
from cockpit.domain.columns import WorkListColumns
from cockpit.domain.eligibility import Bar, Ledger
from cockpit.domain.list_query import Group, GroupTotal, ListQuery
from cockpit.domain.priority import Factors
from cockpit.domain.work_list import CustomerRow


class Selection(Protocol):
    """The lines that a query found, in its order."""

    @property
    def at_risk_cents(self) -> int:
        """Return the money at risk in them."""
        ...

    def __len__(self) -> int:
        """Return how many lines were found."""
        ...

    def lines(self, first: int, last: int) -> Sequence[int]:
        """Return the lines at the positions from ``first`` to before ``last``."""
        ...

    def position_of(self, line: int) -> int | None:
        """Return where a line stands, or None."""
        ...


class WorkTable(Protocol):
    """Every customer whom the user sees, on one day and at one instant."""

    @property
    def as_of(self) -> date:
        """Return the day of the judgements."""
        ...

    @property
    def now(self) -> datetime:
        """Return the instant for which order and bars hold."""
        ...

    @property
    def seen(self) -> int | None:
        """Return the change up to which it holds every one, None where nobody knows."""
        ...

    @property
    def rules(self) -> WindowRules:
        """Return the calling hours by which it was made."""
        ...

    def __len__(self) -> int:
        """Return how many customers the list holds."""
        ...

    def at(self, now: datetime) -> "WorkTable":
        """Return the table with order and bars of another instant of the same day."""
        ...

    def with_changed(self, columns: WorkListColumns, *, gone: Collection[UUID] = ()) -> "WorkTable":
        """Return the table with these customers replaced or added, and those ``gone`` left out."""
        ...

    def select(self, query: ListQuery) -> Selection:
        """Return the lines that a query means, at once: it is asked at each keystroke.

        Raises:
            BadInputError: The query's filter means nothing.
        """
        ...

    def totals(self) -> Mapping[Group, GroupTotal]:
        """Return how many customers each tab holds, and what is at risk there."""
        ...

    def rows(self, lines: Sequence[int]) -> list[CustomerRow]:
        """Return some lines as objects, for the few that are in sight."""
        ...

    def customer_ids(self, lines: Sequence[int]) -> list[UUID]:
        """Return the keys of some lines."""
        ...

    def at_risk_cents(self, lines: Sequence[int]) -> int:
        """Return the money at risk in some lines."""
        ...

    def line_of(self, customer_id: UUID) -> int | None:
        """Return a customer's line, or None."""
        ...

    def factors(self, line: int) -> Factors:
        """Return why a line stands where it stands."""
        ...

    def offers(self, query: ListQuery, *, limit: int, also: Collection[Bar] = ()) -> Sequence[UUID]:
        """Return the first customers of a query who may be offered, in the order of calling.

        Args:
            query: Its own order is left aside.
            limit: At most so many.
            also: Bars that do not count, such as ``IN_CYCLE`` on a tab of active customers.
        """
        ...

    def ledger(self, query: ListQuery | None = None) -> Ledger:
        """Return how many customers, all or a query's, are in the queue or barred, and why."""
        ...

    def ledgers(self, field: str) -> Mapping[str, Ledger]:
        """Return the ledgers of the customers with each value of a choice field.

        It only reads, so it may be asked on another thread than the window's.
        """
        ...

    def choices(self, field: str) -> Sequence[str]:
        """Return the values that a choice field takes, as texts, in alphabetical order."""
        ...


class WorkTableMaker(Protocol):
    """Makes tables from stored columns, and keeps the last one on disk for a quick start."""

    def make(
        self,
        columns: WorkListColumns,
        rules: WindowRules,
        *,
        as_of: date,
        now: datetime,
        seen: int | None = None,
    ) -> WorkTable:
        """Return the table of these customers.

        Args:
            columns: The customers.
            rules: When customers may be called.
            as_of: The day of the judgements.
            now: The instant for which order and bars hold.
            seen: The change up to which the columns hold every one, where it is known.
        """
        ...

    def keep(self, table: WorkTable, path: Path, *, mark: str) -> None:
        """Write a table to a private file, atomically; trouble with the disk is not told."""
        ...

    def kept(self, path: Path, *, mark: str, now: datetime) -> WorkTable | None:
        """Return the table of a file with this mark, or None: missing, other, or damaged."""
        ...
