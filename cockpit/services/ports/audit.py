"""The audit trail of a unit of work."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

from cockpit.domain.audit import Deed, SealMark, TrailEntry, TrailFilter, Verification
from cockpit.services.ports.identity import CurrentUser


class AuditRepository(Protocol):
    """Reads of the trail, and in a writing unit its writes."""

    def record(self, deed: Deed, *, user: CurrentUser, at: datetime) -> None:
        """Write down what this transaction does, chained to the device's event before it."""
        ...

    def record_all(
        self, deeds: Sequence[tuple[Deed, datetime]], *, user: CurrentUser, at: datetime
    ) -> None:
        """Write down what was done since, each with its instant."""
        ...

    def entries(self, wanted: TrailFilter) -> list[TrailEntry]:
        """Return events, the newest first."""
        ...

    def seal(self, *, at: datetime, is_at_once: bool = False) -> SealMark | None:
        """Seal what is new; None where nothing is, or somebody sealed a moment ago."""
        ...

    def last_seal(self) -> SealMark | None:
        """Return the newest seal."""
        ...

    def verify(
        self, *, kept: SealMark | None, progress: Callable[[int], None], most_findings: int
    ) -> Verification:
        """Check facts, chains and seals against each other."""
        ...
