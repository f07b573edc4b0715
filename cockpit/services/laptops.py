"""Looking after the team's laptops, in the window; every decision is in the audit trail."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from cockpit.domain.audit import AuditAction
from cockpit.domain.laptops import Decision, Laptop, SetAside
from cockpit.services.ports.laptops import LaptopKeeper

#: What a decision is in the trail.
DEEDS: Mapping[Decision, AuditAction] = {
    Decision.REVOKE: AuditAction.DEVICE_REVOKED,
    Decision.ALLOW: AuditAction.DEVICE_ALLOWED,
    Decision.REPULL: AuditAction.DEVICE_REPULLED,
}
Noting = Callable[[AuditAction, str, UUID, Mapping[str, Any]], object]


@dataclass(frozen=True, slots=True)
class LaptopService:
    """Every call asks the server, so it is made behind the window.

    Attributes:
        keeper: Asks the server, which lets administrators alone.
        note: Writes into the trail: what, of which table, which row, details.
    """

    keeper: LaptopKeeper
    note: Noting

    def laptops(self) -> Sequence[Laptop]:
        """Return all laptops, the last one seen first."""
        return self.keeper.laptops()

    def decide(self, laptop: Laptop, decision: Decision) -> None:
        """Revoke a laptop, let it in again, or have it read everything anew.

        Raises:
            BadInputError: It is to be let in, and its key is gone.
        """
        self.keeper.decide(laptop, decision)
        self.note(DEEDS[decision], "devices", laptop.id, {})

    def set_aside(self) -> Sequence[SetAside]:
        """Return what was set aside: first what waits for a decision, then the last decided."""
        found = self.keeper.quarantine()
        undecided = [one for one in found if one.resolved_at is None]
        decided = [one for one in reversed(found) if one.resolved_at is not None]
        return (*undecided, *decided)

    def store(self, fact: SetAside) -> str:
        """Try to store a fact after all; return why it cannot be, empty where it is there now.

        Raises:
            BadInputError: It was decided about before.
        """
        why = self.keeper.store(fact)
        if not why:
            self._note(AuditAction.FACT_RESCUED, fact)
        return why

    def discard(self, fact: SetAside, why: str) -> None:
        """Decide that a fact is not to be stored; its row is kept.

        Raises:
            BadInputError: No reason is given, or it was decided about before.
        """
        self.keeper.discard(fact, why)
        self._note(AuditAction.FACT_DISCARDED, fact)

    def _note(self, action: AuditAction, fact: SetAside) -> None:
        self.note(action, "quarantined_facts", fact.id, {"entity": fact.entity})
