"""The portfolio on a day: customers by status, money at risk, recurring and lost revenue, ticket.

Everything follows from the orders, the rules and the parameters of the day; see
docs/decisions/0016-supervision.md and "figures of the portfolio" in docs/indicators.md.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, StrEnum, auto
from uuid import UUID

from cockpit.domain.indicators import Cut, CutName, Narrowing
from cockpit.domain.vocabulary import LifecycleStatus

MONTHS_OF_A_YEAR = 12
#: From how many orders a customer's revenue recurs.
RECURRING_FROM_ORDERS = 3
#: Who still buys.
BUYING = frozenset(
    {
        LifecycleStatus.NEW,
        LifecycleStatus.ACTIVE,
        LifecycleStatus.RECOVERED,
        LifecycleStatus.AT_RISK,
    }
)


class Knowledge(StrEnum):
    """Which orders a past day is judged by; the rules are always those of the day."""

    #: All that the program knows, whenever it came; documents of later days are not believed.
    NOW = "now"
    #: What the program knew at the end of the day: later imports are undone.
    THEN = "then"


class PortfolioFigure(Enum):
    """A number of the portfolio that opens the customers behind it."""

    CUSTOMERS = auto()
    #: Opens who has money at risk, whatever their status.
    AT_RISK = auto()
    INACTIVE = auto()
    RECURRING = auto()
    TICKET = auto()
    LOST_SO_FAR = auto()
    LOST_12M = auto()


@dataclass(frozen=True, slots=True)
class PortfolioQuestion:
    """What is asked.

    Attributes:
        on: The day.
        compared_with: Another day; None for none.
        cut: By what customers are divided, one of ``OF_CUSTOMERS``; None for the whole.
        narrowing: Whom it is about; cuts that customers do not have are not looked at.
        knowledge: Which orders count.
    """

    on: date
    compared_with: date | None = None
    cut: Cut | None = None
    narrowing: Narrowing = field(default_factory=Narrowing)
    knowledge: Knowledge = Knowledge.NOW


@dataclass(frozen=True, slots=True)
class DayStates:
    """Everybody on a day; columns of equal length, customers in no order.

    Who had not come by that day has no orders and is a prospect.

    Attributes:
        on: The day.
        customer_id: Who.
        status: By the rule that decides.
        yearly_cents: What each brings in a year: the net value of the 365 days up to the last
            order. It survives silence; 0 without orders.
        order_count: Order events up to the day.
        orders_12m: Order events of the 365 days up to the day.
        value_12m_cents: Their net value.
        at_risk_cents: Money that a call can still save, in the next 90 days.
        lost_so_far_cents: Estimate of what the silence has cost.
        lost_12m_cents: Estimate of what it will cost in the next 12 months.
        is_prior_published: Whether published parameters judged.
    """

    on: date
    customer_id: Sequence[UUID] = ()
    status: Sequence[LifecycleStatus] = ()
    yearly_cents: Sequence[int] = ()
    order_count: Sequence[int] = ()
    orders_12m: Sequence[int] = ()
    value_12m_cents: Sequence[int] = ()
    at_risk_cents: Sequence[int] = ()
    lost_so_far_cents: Sequence[int] = ()
    lost_12m_cents: Sequence[int] = ()
    is_prior_published: bool = False


@dataclass(frozen=True, slots=True)
class StatusTotal:
    """The customers of one status.

    Attributes:
        customers: How many.
        yearly_cents: What they bring in a year, as ``DayStates`` tells it.
        at_risk_cents: What a call can still save.
    """

    customers: int = 0
    yearly_cents: int = 0
    at_risk_cents: int = 0


@dataclass(frozen=True, slots=True)
class PortfolioFigures:
    """The figures of some customers on a day.

    Attributes:
        by_status: Every status, also those that nobody has.
        recurring_customers: Customers of three orders or more who are active, recovered or at risk.
        recurring_yearly_cents: What these bring in a year.
        orders_12m: Order events of the 365 days up to the day.
        value_12m_cents: Their net value.
        lost_so_far_cents: Estimate of what the silences have cost.
        lost_12m_cents: Estimate of what they will cost in 12 months.
    """

    by_status: Mapping[LifecycleStatus, StatusTotal] = field(default_factory=dict)
    recurring_customers: int = 0
    recurring_yearly_cents: int = 0
    orders_12m: int = 0
    value_12m_cents: int = 0
    lost_so_far_cents: int = 0
    lost_12m_cents: int = 0

    def of(self, *statuses: LifecycleStatus) -> StatusTotal:
        """Return some statuses together."""
        found = [self.by_status.get(one, StatusTotal()) for one in statuses]
        return StatusTotal(
            sum(one.customers for one in found),
            sum(one.yearly_cents for one in found),
            sum(one.at_risk_cents for one in found),
        )

    @property
    def whole(self) -> StatusTotal:
        """Return everybody together."""
        return self.of(*LifecycleStatus)

    @property
    def inactivity_rate(self) -> float | None:
        """Return the inactive among those who buy or are inactive; None where nobody is either.

        The lost are left out: they only become more. So are the blocked and the prospects.
        """
        inactive = self.of(LifecycleStatus.INACTIVE).customers
        known = inactive + self.of(*BUYING).customers
        return inactive / known if known else None

    @property
    def recurring_month_cents(self) -> int:
        """Return the recurring revenue of a month, halves of a cent rounded up."""
        return _rounded(self.recurring_yearly_cents, MONTHS_OF_A_YEAR)

    @property
    def average_ticket_cents(self) -> int | None:
        """Return the mean net value of the orders of 12 months, halves up; None without orders."""
        return _rounded(self.value_12m_cents, self.orders_12m) if self.orders_12m else None


@dataclass(frozen=True, slots=True)
class PortfolioRow:
    """One value of a cut, or the whole.

    Attributes:
        name: Which.
        now: On the day that was asked for.
        before: On the day that it is compared with; None without one.
    """

    name: CutName
    now: PortfolioFigures
    before: PortfolioFigures | None = None


@dataclass(frozen=True, slots=True)
class PortfolioReport:
    """The portfolio on a day.

    Attributes:
        question: What was asked.
        total: The whole, as far as the narrowing goes.
        rows: Its parts by name, empty without a cut; nobody is ranked.
        is_prior_published: Whether published parameters judged.
    """

    question: PortfolioQuestion
    total: PortfolioRow
    rows: tuple[PortfolioRow, ...] = ()
    is_prior_published: bool = False


@dataclass(frozen=True, slots=True)
class PortfolioClient:
    """A customer behind a figure.

    Attributes:
        customer_id: Who.
        status: On the day.
        cents: What the customer adds to the figure; the yearly money where it is no money.
        before: The status on the day that it is compared with; None without one.
        code: The company's number for the customer.
        name: As lists show it.
    """

    customer_id: UUID
    status: LifecycleStatus
    cents: int
    before: LifecycleStatus | None = None
    code: str = ""
    name: str = ""


def _rounded(cents: int, parts: int) -> int:
    """Return a quotient of whole numbers, halves rounded up."""
    return (2 * cents + parts) // (2 * parts)
