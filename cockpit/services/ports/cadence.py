"""What the cadence reads of a customer, and where its decisions go."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from cockpit.domain.cadence import CadencePolicy
from cockpit.domain.cadence_choice import CadenceDecision, CadenceFacts
from cockpit.domain.next_step import Attempt
from cockpit.domain.vocabulary import LifecycleStatus
from cockpit.services.ports.identity import CurrentUser


class CadenceRepository(Protocol):
    """Policies, former contacts, ways to reach; in a writing unit the decisions."""

    def policies(self) -> list[CadencePolicy]:
        """Return the latest version of each policy."""
        ...

    def policy(self, customer_id: UUID, *, today: date) -> CadencePolicy | None:
        """Return the policy that decides for a customer; None where they are gone."""
        ...

    def facts(
        self,
        customer_id: UUID,
        *,
        now: datetime,
        today: date,
        since: datetime,
        status: LifecycleStatus | None = None,
        without: UUID | None = None,
    ) -> CadenceFacts | None:
        """Return all that decides a customer's next step; None where they are gone.

        Args:
            customer_id: Whose.
            now: The last instant that counts, aware.
            today: The day on which campaigns run.
            since: Former contacts count from then on, aware.
            status: Theirs, where it is known better than what is stored.
            without: A contact that does not count yet.
        """
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

    def note(self, decision: CadenceDecision, *, user: CurrentUser, at: datetime) -> None:
        """Store the immutable fact of a decision."""
        ...
