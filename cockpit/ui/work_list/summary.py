"""What the rows of the list add up to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ListSummary:
    """What the status bar says of the rows shown, and of those marked among them."""

    count: int
    at_risk_cents: int
    marked_count: int = 0
    marked_at_risk_cents: int = 0
