"""The days without calls that a company keeps."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from cockpit.domain.days_off import DayOff, DayOffDraft
from cockpit.services.ports.identity import CurrentUser


class DayOffRepository(Protocol):
    """Reads of the days, and in a writing unit their writes, which the audit keeps."""

    def days(self, *, since: date) -> list[DayOff]:
        """Return the days from one on, in their order."""
        ...

    def add(self, drafts: Sequence[DayOffDraft], *, user: CurrentUser, at: datetime) -> int:
        """Keep these days; return how many were not kept before."""
        ...

    def remove(self, day_ids: Collection[UUID], *, user: CurrentUser, at: datetime) -> int:
        """Keep these no more; return how many there were."""
        ...
