"""What the cadence reads of a customer, and where its decisions go."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from cockpit.domain.cadence import CadencePolicy, CadenceSubject
from cockpit.domain.cadence_choice import CadenceDecision
from cockpit.domain.next_step import Attempt, Reach
from cockpit.services.ports.identity import CurrentUser


class CadenceRepository(Protocol):
    """Policies, former contacts, ways to reach; in a writing unit the decisions."""

    def policies(self) -> list[CadencePolicy]:
        """Return the latest version of each policy."""
        ...

    def subject(self, customer_id: UUID, *, today: date) -> CadenceSubject | None:
        """Return what decides which policy is for a customer; None where they are gone."""
        ...

    def attempts(
        self,
        customer_id: UUID,
        *,
        since: datetime,
        until: datetime,
        without: UUID | None = None,
    ) -> Sequence[Attempt]:
        """Return a customer's contacts, oldest first.

        A contact and its corrections are one. A message that went out counts as an attempt of its
        channel, an order ends a row as a sale does.

        Args:
            customer_id: Whose.
            since: From when, aware.
            until: The last instant that counts, aware.
            without: A contact that is left out, with its corrections.
        """
        ...

    def reach(self, customer_id: UUID) -> Reach:
        """Return when and how a customer who is there can be contacted."""
        ...

    def next_contact_at(self, customer_id: UUID) -> datetime | None:
        """Return when the customer's open next contact is due."""
        ...

    def note(self, decision: CadenceDecision, *, user: CurrentUser, at: datetime) -> None:
        """Store the immutable fact of a decision."""
        ...
