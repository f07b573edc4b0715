"""What each segment buys, as a projection of the order book."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from cockpit.domain.segment_mix import SegmentShare


class SegmentMixRepository(Protocol):
    """Counts and stores the products of the segments."""

    def counted(self, *, after: date, until: date) -> list[SegmentShare]:
        """Return what sales of the days after one and up to another say; the heavy part."""
        ...

    def replace(self, shares: Sequence[SegmentShare], *, computed_for: date) -> None:
        """Store these in place of all others; only when writing."""
        ...

    def last_import_at(self) -> datetime | None:
        """Return when an import last stored or took back anything, or None."""
        ...
