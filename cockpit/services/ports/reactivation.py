"""Contacts that may earn a credit, who gives it, and closed periods."""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID
from zoneinfo import ZoneInfo

from cockpit.domain.credited_days import CreditedDays
from cockpit.domain.goods_value import SoldColumns
from cockpit.domain.periods import Period
from cockpit.domain.reactivation import (
    ApproachFacts,
    Faces,
    FrozenPeriod,
    PackedEvents,
)


class ReactivationRepository(Protocol):
    """Reads contacts as approaches, and whom they are about."""

    def approaches(self, until: datetime, *, known_at: datetime | None) -> ApproachFacts:
        """Return all contacts with somebody inactive.

        A credit depends on the customer's earlier ones, so that all of them are wanted.

        Args:
            until: Those before this instant.
            known_at: Contacts that arrived later are left out; None for all.
        """
        ...

    def faces(self, customer_ids: Collection[UUID], others: Collection[UUID]) -> Faces:
        """Return the names and cuts of customers that the viewer sees, and others' names."""
        ...

    def events(self) -> PackedEvents:
        """Return the stored order events of everybody."""
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

    def customers(self, approaches: ApproachFacts) -> list[UUID]:
        """Return whom these are about, each once, in ascending order."""
        ...

    def credited(
        self,
        approaches: ApproachFacts,
        events: Sequence[PackedEvents],
        period: Period,
        *,
        zone: ZoneInfo,
        within_days: Callable[[int], int],
    ) -> CreditedDays:
        """Return what the order events of a period that belong to a return count for, by day.

        Args:
            approaches: Of all time, up to the period's end at least.
            events: Of these customers; who is missing has none. A later item holds in place of
                what an earlier one says of the same customer.
            period: Whose order days are wanted.
            zone: Whose days are meant.
            within_days: Within how many days of a contact an order is its return, by its day.
        """
        ...
