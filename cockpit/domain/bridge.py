"""The monthly bridge: who moved from one state to another, in customers and in yearly money.

Each state closes by itself, month by month: start + in - out + change of those who stayed = end.
Customers who move leave with what they were worth at the start and come in with what they are worth
at the end. Yearly money is the net value of the 365 days up to a customer's last order, so that it
survives silence.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from cockpit.domain.errors import BadInputError
from cockpit.domain.indicators import Narrowing
from cockpit.domain.periods import Period, months_up_to
from cockpit.domain.portfolio_figures import Knowledge
from cockpit.domain.vocabulary import LifecycleStatus

MONTHS = 24
#: Everybody is judged for each of them: a slip of the pen in the year would take hours.
MOST_MONTHS = 120


class BridgeState(StrEnum):
    """Where a customer stands in the bridge, in the order in which it is shown."""

    #: Active or new.
    ACTIVE = "active"
    AT_RISK = "at_risk"
    INACTIVE = "inactive"
    LOST = "lost"
    RECOVERED = "recovered"
    BLOCKED = "blocked"
    #: A prospect, or not yet there.
    PROSPECT = "prospect"


_STATES = {LifecycleStatus.NEW: BridgeState.ACTIVE} | {
    LifecycleStatus(one.value): one for one in BridgeState
}


def bridge_state(status: LifecycleStatus) -> BridgeState:
    """Return where a status stands in the bridge."""
    return _STATES[status]


@dataclass(frozen=True, slots=True)
class BridgeQuestion:
    """What is asked.

    Attributes:
        until: The last day; its month is the last one, up to that day.
        months: How many months.
        narrowing: Whom it is about, by what customers have today.
        knowledge: Which orders count.
    """

    until: date
    months: int = MONTHS
    narrowing: Narrowing = field(default_factory=Narrowing)
    knowledge: Knowledge = Knowledge.NOW

    def __post_init__(self) -> None:
        """Refuse more months than anybody waits for.

        Raises:
            BadInputError: There are more than ``MOST_MONTHS``.
        """
        if self.months > MOST_MONTHS:
            raise BadInputError("bridge_too_long", most=MOST_MONTHS)

    def periods(self) -> tuple[Period, ...]:
        """Return the months, oldest first; the last one ends on the last day."""
        whole = months_up_to(self.until, self.months)
        return (*whole[:-1], Period(whole[-1].first, self.until))

    def days(self) -> tuple[date, ...]:
        """Return the days whose states are compared: the eve of the first month and each end."""
        periods = self.periods()
        return (periods[0].first - timedelta(days=1), *(one.last for one in periods))


@dataclass(frozen=True, slots=True)
class BridgeCell:
    """Customers who went from one state to another, or stayed.

    Attributes:
        customers: How many.
        start_cents: What they were worth at the start.
        end_cents: What the same are worth at the end.
    """

    customers: int = 0
    start_cents: int = 0
    end_cents: int = 0

    def __add__(self, other: "BridgeCell") -> "BridgeCell":
        """Return both together."""
        return BridgeCell(
            self.customers + other.customers,
            self.start_cents + other.start_cents,
            self.end_cents + other.end_cents,
        )


#: Moves of a month by state at its start and at its end.
Cells = Mapping[tuple[BridgeState, BridgeState], BridgeCell]


@dataclass(frozen=True, slots=True)
class BridgeLine:
    """One state in one month; ``start + entered - left (+ change_cents) = end``.

    Attributes:
        start: Customers at the start, and
        start_cents: their money.
        entered: Customers who came in, and
        entered_cents: what they are worth at the end.
        left: Customers who went, and
        left_cents: what they were worth at the start.
        change_cents: By how much the money of those who stayed changed.
        end: Customers at the end, and
        end_cents: their money.
    """

    state: BridgeState
    start: int
    start_cents: int
    entered: int
    entered_cents: int
    left: int
    left_cents: int
    change_cents: int
    end: int
    end_cents: int


@dataclass(frozen=True, slots=True)
class MonthBridge:
    """One month.

    Attributes:
        period: Its days.
        cells: By state at the start and state at the end; empty cells may be missing.
    """

    period: Period
    cells: Cells

    def cell(self, source: BridgeState, target: BridgeState) -> BridgeCell:
        """Return who went from one state to another."""
        return self.cells.get((source, target), BridgeCell())

    def line(self, state: BridgeState) -> BridgeLine:
        """Return the month of one state."""
        stayed = self.cell(state, state)
        others = [one for one in BridgeState if one is not state]
        came = _together(self.cell(one, state) for one in others)
        went = _together(self.cell(state, one) for one in others)
        return BridgeLine(
            state=state,
            start=stayed.customers + went.customers,
            start_cents=stayed.start_cents + went.start_cents,
            entered=came.customers,
            entered_cents=came.end_cents,
            left=went.customers,
            left_cents=went.start_cents,
            change_cents=stayed.end_cents - stayed.start_cents,
            end=stayed.customers + came.customers,
            end_cents=stayed.end_cents + came.end_cents,
        )

    def lines(self) -> tuple[BridgeLine, ...]:
        """Return all states, in their order."""
        return tuple(self.line(state) for state in BridgeState)


@dataclass(frozen=True, slots=True)
class Bridge:
    """Consecutive months.

    Attributes:
        question: What was asked.
        months: Oldest first.
        is_prior_published: Whether published parameters judged one of them.
    """

    question: BridgeQuestion
    months: tuple[MonthBridge, ...]
    is_prior_published: bool = False


@dataclass(frozen=True, slots=True)
class BridgeClient:
    """A customer behind a cell, the most money first.

    Attributes:
        customer_id: Who.
        before: The status at the start.
        after: The status at the end.
        start_cents: Yearly money at the start.
        end_cents: Yearly money at the end.
        code: The company's number for the customer.
        name: As lists show it.
    """

    customer_id: UUID
    before: LifecycleStatus
    after: LifecycleStatus
    start_cents: int
    end_cents: int
    code: str = ""
    name: str = ""


def _together(cells: Iterable[BridgeCell]) -> BridgeCell:
    return sum(cells, BridgeCell())
