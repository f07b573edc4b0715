"""Which orders are to be followed up, and which were."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from cockpit.domain.order_follow_up import FollowedOrder, StandingContact


class OrderFollowUpRepository(Protocol):
    """Reads of orders and, in a writing unit, what was planned for them."""

    def open_orders(self, *, today: date) -> Sequence[FollowedOrder]:
        """Return the orders that nobody followed up for a reason that is at hand, by customer."""
        ...

    def standing(self, customer_id: UUID) -> StandingContact | None:
        """Return the customer's open next contact."""
        ...

    def claim(self, order: FollowedOrder, *, at: datetime) -> bool:
        """Note that an order is followed up; False where it is already; only when writing."""
        ...

    def attach(self, order: FollowedOrder, appointment_id: UUID) -> None:
        """Note which next contact follows an order up; only when writing."""
        ...
