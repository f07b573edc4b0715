"""What the day holds for one user: what was promised, what changed, what they did last."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from cockpit.domain.post_its import PostIt

#: A figure opens so many customers at most, those with most at risk.
MOST_LISTED = 2_000


class MorningKind(StrEnum):
    """A figure of the page, in its order."""

    REQUESTS = "requests"
    OVERDUE = "overdue"
    TODAY = "today"
    WOKEN = "woken"
    AT_RISK = "at_risk"
    INACTIVE = "inactive"


#: Figures that follow from the day's judgement.
JUDGED = frozenset({MorningKind.AT_RISK, MorningKind.INACTIVE})


@dataclass(frozen=True, slots=True)
class MorningFigure:
    """One figure, and the customers behind it.

    Attributes:
        count: How many customers.
        cents: Their money at risk.
        customer_ids: Whom the figure opens in the list; the dearest ``MOST_LISTED`` of many.
        own_count: How many of them are the user's own appointments, where that is told.
    """

    kind: MorningKind
    count: int = 0
    cents: int = 0
    customer_ids: tuple[UUID, ...] = ()
    own_count: int | None = None


@dataclass(frozen=True, slots=True)
class DayResult:
    """What the user did on their last day; nobody else's figures stand beside it.

    Attributes:
        day: Which day.
        contacts: Contacts logged; a corrected one counts by its correction.
        reached: Those in which somebody was spoken to.
        sales: Those whose outcome was a sale.
        sold_cents: Net value of that day's orders of the customers who bought, as far as imported.
    """

    day: date
    contacts: int
    reached: int
    sales: int
    sold_cents: int


@dataclass(frozen=True, slots=True)
class Morning:
    """The page.

    Attributes:
        today: Whose it is about.
        since_on: The user's last day before it; changes are told since then.
        figures: One per kind, in the order of kinds.
        is_judged: Whether the day's judgement is there; without it who left their cycle is unknown.
        is_own_portfolio: Whether objections and changes are those of the user's own customers;
            else everybody's.
        post_its: Those that hold and are still to be read, newest first.
        result: The last day's; None before the first contact.
    """

    today: date
    since_on: date
    figures: tuple[MorningFigure, ...]
    is_judged: bool
    is_own_portfolio: bool
    post_its: tuple[PostIt, ...] = field(default=())
    result: DayResult | None = None

    @property
    def has_anything(self) -> bool:
        """Return whether there is anything to tell."""
        return bool(any(one.count for one in self.figures) or self.post_its or self.result)

    def figure(self, kind: MorningKind) -> MorningFigure:
        """Return the figure of a kind."""
        return next(one for one in self.figures if one.kind is kind)
