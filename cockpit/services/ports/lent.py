"""What those who answer for sellers ask of the server about packs."""

from collections.abc import Collection, Sequence
from typing import Protocol
from uuid import UUID

from cockpit.domain.packs import LentCustomer


class PackKeeper(Protocol):
    """The packs of all for whom the login answers."""

    def lent(self) -> Sequence[LentCustomer]:
        """Return who is in a pack now, by seller and by the day on which they come back."""
        ...

    def bring_back(self, seller: UUID, whom: Collection[UUID] | None) -> frozenset[UUID]:
        """End some of a seller's pack, or all of it; return whose was ended.

        Raises:
            BadInputError: The login does not answer for this seller.
        """
        ...
