"""What the rows of the list add up to."""

from dataclasses import dataclass

from cockpit.services.ports import Selection
from cockpit.ui.work_list.marking import Marking


@dataclass(frozen=True, slots=True)
class ListSummary:
    """What the status bar says of the rows shown, and of those marked among them."""

    count: int
    at_risk_cents: int
    marked_count: int = 0
    marked_at_risk_cents: int = 0


def summary_of(selection: Selection, marking: Marking) -> ListSummary:
    """Return what the rows shown and the marked ones add up to."""
    return ListSummary(
        len(selection), selection.at_risk_cents, marking.count, marking.at_risk_cents
    )
