"""What the indicators need: facts in columns, arrays over them, and who came back."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from cockpit.domain.contact_figures import Credit
from cockpit.domain.fact_columns import FactNames, Packed
from cockpit.domain.periods import Period
from cockpit.services.ports.identity import CurrentUser


class FactRepository(Protocol):
    """Reads facts for figures; large ones as packed rows."""

    def state(self) -> int:
        """Return the number up to which whatever is read now is complete."""
        ...

    def has_changed(self, since: int) -> bool:
        """Return whether anything that figures depend on was committed after a number."""
        ...

    def names(self, *, viewer: CurrentUser) -> FactNames:
        """Return the small tables that facts refer to, and whose figures the viewer may see."""
        ...

    def customers(self) -> Packed:
        """Return everybody: ``customer``, ``seller``, ``region``, ``segment``, ``company`` keys."""
        ...

    def contacts(self, span: Period, *, known_at: datetime | None = None) -> Packed:
        """Return the contacts of some local days in their last corrected form, in no order.

        Fields: ``contact``, ``customer``, ``operator``, ``outcome``, ``campaign``, ``order`` keys;
        ``minute`` (UTC); ``channel``, ``status`` codes; ``inbound`` 0 or 1.

        Args:
            span: Days in UTC, so one day more at both ends than local days.
            known_at: Leaves out what reached the database later; None for nothing.
        """
        ...

    def approaches(self, *, known_at: datetime | None = None) -> Packed:
        """Return all contacts of any day that reached a customer who was inactive or lost.

        Fields as of ``contacts`` without ``outcome``, ``order`` and ``inbound``.
        """
        ...


class CreditSource(Protocol):
    """Knows who came back."""

    def credits(self, period: Period, *, known_on: date | None = None) -> Sequence[Credit]:
        """Return the returns with an order on a day of the period, by day of the return.

        Their orders are all that belong to them, also those of days outside the period.
        """
        ...


class CustomerValues(Protocol):
    """Money by customer, to list the largest first."""

    def values(self, customer_ids: Sequence[UUID]) -> dict[UUID, int]:
        """Return what customers bought in 12 months, in cents; without those who bought nothing."""
        ...
