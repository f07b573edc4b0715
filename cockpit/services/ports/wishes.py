"""How customers want to be contacted, and which channels they closed."""

from datetime import datetime
from typing import Protocol
from uuid import UUID

from cockpit.domain.contact_wishes import ContactWishes, Statement
from cockpit.domain.vocabulary import Channel
from cockpit.services.ports.identity import CurrentUser


class WishRepository(Protocol):
    """Reads of wishes, and in a writing unit their writes."""

    def wishes(self, customer_id: UUID) -> ContactWishes | None:
        """Return a customer's wishes; None where they are gone."""
        ...

    def set_wishes(
        self, customer_id: UUID, wishes: ContactWishes, *, user: CurrentUser, at: datetime
    ) -> bool:
        """Store other wishes, with what they were before in the audit.

        Returns:
            Whether they are other ones.
        """
        ...

    def closed(self, customer_id: UUID, person_id: UUID | None = None) -> frozenset[Channel]:
        """Return the channels that a customer, or a person there, closed of their own."""
        ...

    def state(
        self,
        customer_id: UUID,
        what: tuple[Statement, ...],
        *,
        person_id: UUID | None,
        user: CurrentUser,
        reason: str,
        at: datetime,
    ) -> None:
        """Store wishes about channels as facts, with author, date and reason."""
        ...
