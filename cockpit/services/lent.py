"""Bringing customers back whom sellers took along; every time is in the audit trail."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from cockpit.domain.audit import AuditAction
from cockpit.domain.packs import LentCustomer
from cockpit.services.ports.lent import PackKeeper

Noting = Callable[[AuditAction, str, UUID, Mapping[str, Any]], object]


@dataclass(frozen=True, slots=True)
class LentService:
    """Every call asks the server, so it is made behind the window.

    Attributes:
        keeper: Asks the server, which lets those who answer for the seller alone.
        note: Writes into the trail: what, of which table, which row, details.
    """

    keeper: PackKeeper
    note: Noting

    def lent(self) -> Sequence[LentCustomer]:
        """Return who is in a pack now, by seller and by the day on which they come back."""
        return self.keeper.lent()

    def bring_back(self, seller: UUID, whom: Collection[UUID] | None = None) -> int:
        """End some of a seller's pack, or all of it; return how many came back.

        Nobody comes back who was given back, or whose time was over, meanwhile.

        Raises:
            BadInputError: The login does not answer for this seller.
        """
        ended = self.keeper.bring_back(seller, whom)
        if ended:
            self.note(AuditAction.PACK_BROUGHT_BACK, "users", seller, {"rows": len(ended)})
        return len(ended)
