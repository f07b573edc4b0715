"""Contacts that may earn a credit, who gives it, and closed periods."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol
from uuid import UUID
from zoneinfo import ZoneInfo

from cockpit.domain.goods_value import SoldColumns
from cockpit.domain.periods import Period
from cockpit.domain.reactivation import (
    ApproachColumns,
    CreditColumns,
    EventColumns,
    Faces,
    FrozenPeriod,
)


class ReactivationRepository(Protocol):
    """Reads contacts as approaches, and whom they are about."""

    def approaches(
        self, period: Period, *, zone: ZoneInfo, known_at: datetime | None, within_days: int
    ) -> ApproachColumns:
        """Return all approaches of whoever was approached in a period or shortly before it.

        ``ApproachColumns.within_days`` is left to the caller.

        A credit depends on the customer's earlier ones, so that those come with it.

        Args:
            period: In which orders are to be credited.
            zone: Whose days are meant.
            known_at: Contacts that arrived later are left out; None for all.
            within_days: The most days from a contact to its return.
        """
        ...

    def faces(self, customer_ids: Collection[UUID], others: Collection[UUID]) -> Faces:
        """Return the names and cuts of customers that the viewer sees, and others' names."""
        ...

    def events(self, customer_ids: Collection[UUID]) -> EventColumns:
        """Return the stored order events of those who have any stored."""
        ...

    def sold(
        self, customer_ids: Collection[UUID], period: Period, *, known_at: datetime | None
    ) -> SoldColumns:
        """Return what customers bought on the days of a period, with and without taxes.

        Args:
            customer_ids: Who.
            period: Of which days.
            known_at: The documents are those known then; None for now.
        """
        ...

    def mark(self) -> int:
        """Return the number from which on commits may hold what was not read by now."""
        ...

    def is_as_marked(self, mark: int) -> bool:
        """Return whether nothing was committed since a mark was read."""
        ...

    def has_open_import(self) -> bool:
        """Return whether an import is under way, or stopped before its end."""
        ...


class FrozenPeriodRepository(Protocol):
    """Closed periods; what is stored is never changed."""

    def periods(self) -> list[FrozenPeriod]:
        """Return all without their figures, oldest period first."""
        ...

    def some(self, periods: Collection[Period]) -> list[FrozenPeriod]:
        """Return closed periods with their figures, oldest first."""
        ...

    def add(self, frozen: FrozenPeriod) -> None:
        """Store a closed period; only in a writing unit.

        Raises:
            ConflictError: Somebody closed days of it meanwhile.
        """
        ...


class Crediting(Protocol):
    """Finds returns and gives the credit, by columns."""

    def credited(
        self, approaches: ApproachColumns, events: EventColumns, period: Period
    ) -> CreditColumns:
        """Return the order events of a period that belong to a return.

        Args:
            approaches: By customer, day and instant.
            events: Of these customers; who is missing has none.
            period: Whose order days are wanted.
        """
        ...
