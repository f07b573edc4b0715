"""What is asked of the work list: a group, a text, conditions, an order."""

from dataclasses import dataclass
from enum import StrEnum

from cockpit.domain.filters import Filter

#: Who bought within so many days is a recent inactive.
RECENT_DAYS = 730


class Group(StrEnum):
    """The lists that one click shows (tabs of the life cycle)."""

    ALL = "all"
    CALLBACKS = "callbacks"
    AT_RISK = "at_risk"
    INACTIVE = "inactive"
    RECENT_INACTIVE = "recent_inactive"
    LOST = "lost"
    NEW = "new"
    ACTIVE = "active"
    PROSPECT = "prospect"


@dataclass(frozen=True, slots=True)
class SortKey:
    """A field of ``CustomerRow`` that the list is ordered by; unknown values come last."""

    field: str
    is_descending: bool = False


@dataclass(frozen=True, slots=True)
class ListQuery:
    """Which lines, in which order.

    Attributes:
        group: The tab.
        text: Free text; every word must occur in name, code, tax id, phones or city, whatever the
            accents and the case.
        filter: Conditions of the filter builder; None without.
        sorting: Most important first; empty is the order of calling.
    """

    group: Group = Group.ALL
    text: str = ""
    filter: Filter | None = None
    sorting: tuple[SortKey, ...] = ()

    @property
    def trace(self) -> str:
        """Return how the lines were chosen, for the audit trail: codes alone, no value or text."""
        conditions = () if self.filter is None else self.filter.conditions
        parts = [f"group={self.group}"]
        parts += ["text"] if self.text.strip() else []
        parts += [f"{one.field} {one.operator}" for one in conditions]
        return "; ".join(parts)


@dataclass(frozen=True, slots=True)
class GroupTotal:
    """How many customers a tab holds and what is at risk there."""

    count: int
    at_risk_cents: int
