"""What may be asked of the figures: a period, what it is compared with, cuts and narrowings."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, StrEnum, auto
from typing import Generic, TypeVar
from uuid import UUID

from cockpit.domain.periods import Period
from cockpit.domain.vocabulary import Channel


class Cut(StrEnum):
    """By what figures are divided."""

    #: Who made the contact.
    OPERATOR = "operator"
    #: Whose portfolio the customer is in.
    SELLER = "seller"
    TEAM = "team"
    REGION = "region"
    SEGMENT = "segment"
    COMPANY = "company"
    CAMPAIGN = "campaign"
    CHANNEL = "channel"


#: What a cut divides by: a row's key, or a channel; None gathers what has none.
CutKey = UUID | Channel | None
#: Cuts that a customer has without any contact.
OF_CUSTOMERS = frozenset({Cut.SELLER, Cut.TEAM, Cut.REGION, Cut.SEGMENT, Cut.COMPANY})


class Comparison(StrEnum):
    """With what a period's figures are compared."""

    NONE = "none"
    BEFORE = "before"
    YEAR = "year"

    def of(self, period: Period) -> Period | None:
        """Return the period to compare with; None for no comparison."""
        if self is Comparison.NONE:
            return None
        return period.before() if self is Comparison.BEFORE else period.year_before()


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Whom figures are about.

    Attributes:
        only: By cut, the keys that count; a cut that is not named leaves nobody out.
    """

    only: Mapping[Cut, frozenset[CutKey]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Return whether anybody may be left out."""
        return bool(self.only)

    def further(self, only: Mapping[Cut, frozenset[CutKey]]) -> "Narrowing":
        """Return what leaves in only those whom both leave in."""
        joined = dict(self.only)
        for cut, keys in only.items():
            joined[cut] = joined[cut] & keys if cut in joined else keys
        return Narrowing(joined)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked.

    Attributes:
        period: Which days count.
        comparison: With what it is compared.
        cut: By what it is divided; None for the whole.
        narrowing: Whom it is about.
        known_on: The day whose knowledge counts; None for what is known now.
    """

    period: Period
    comparison: Comparison = Comparison.NONE
    cut: Cut | None = None
    narrowing: Narrowing = field(default_factory=Narrowing)
    known_on: date | None = None


@dataclass(frozen=True, slots=True)
class CutName:
    """One value of a cut, as it is shown.

    Attributes:
        key: Which.
        name: Its name; empty where there is none, which screens put into words.
    """

    key: CutKey
    name: str


@dataclass(frozen=True, slots=True)
class InRow:
    """One row of a cut.

    Attributes:
        key: Which; None is the row of what has none.
    """

    key: CutKey


class Figure(Enum):
    """A number that opens the customers behind it."""

    #: Contacts in their last corrected form; opens everybody contacted.
    CONTACTS = auto()
    CLIENTS = auto()
    #: Contacts that reached somebody; opens who was reached.
    REACHED = auto()
    REACH_RATE = auto()
    #: Opens who was contacted and never reached in the period.
    NEVER_REACHED = auto()
    ORDERS = auto()
    ORDER_VALUE = auto()
    REACTIVATED = auto()
    RECOVERED = auto()
    DAYS_TO_RETURN = auto()
    #: Tries of one number in a row; ``Opened.number`` says which.
    ATTEMPTS = auto()
    ATTEMPTS_REACHED = auto()
    ATTEMPTS_SOLD = auto()
    #: Contacts of one local hour; ``Opened.number`` says which, ``Opened.weekday`` may as well.
    HOUR = auto()
    HOUR_REACHED = auto()
    #: Objections of a kind (``Opened.subject``), of all kinds without.
    OBJECTIONS = auto()
    OBJECTIONS_OPEN = auto()
    OBJECTIONS_OVERCOME = auto()
    OBJECTIONS_WAITING = auto()
    #: An argument (``Opened.subject``) used, and used with success.
    ARGUMENT_USED = auto()
    ARGUMENT_WORKED = auto()
    QUOTES = auto()
    QUOTES_EXPIRED = auto()
    QUOTES_SILENT = auto()


@dataclass(frozen=True, slots=True)
class Opened:
    """A number of a screen whose customers somebody asks for.

    Attributes:
        figure: What it counts.
        row: In which row of the question's cut; None for the total.
        number: Of an attempt (the last one stands for all from it on), or the hour.
        weekday: Of an hour: Monday is 0; None for all days.
        subject: The kind of objection, or the argument.
        month: Only what is of these days, for a point of a trend.
        is_before: Whether it is the number of the period that is compared with.
    """

    figure: Figure
    row: InRow | None = None
    number: int | None = None
    weekday: int | None = None
    subject: UUID | None = None
    month: Period | None = None
    is_before: bool = False


Line_co = TypeVar("Line_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Compared(Generic[Line_co]):
    """Figures beside those of the period that they are compared with.

    Attributes:
        now: Of the period.
        before: Of the other; None where nothing is compared.
    """

    now: Line_co
    before: Line_co | None = None


@dataclass(frozen=True, slots=True)
class CutRow(Generic[Line_co]):
    """One row of a cut.

    Attributes:
        name: Which.
        line: Its figures.
    """

    name: CutName
    line: Compared[Line_co]


@dataclass(frozen=True, slots=True)
class Figures(Generic[Line_co]):
    """An answer.

    Attributes:
        question: What was asked.
        total: The whole. Clients of two rows are one client here, so it may be less than the sum.
        rows: By name; nothing is sorted by anybody's figure. Empty without a cut.
        months: The period's months, for trends; empty unless asked for.
    """

    question: Question
    total: Compared[Line_co]
    rows: tuple[CutRow[Line_co], ...] = ()
    months: tuple[tuple[Period, Line_co], ...] = ()


@dataclass(frozen=True, slots=True)
class Choices:
    """What a filter may be set to: by cut, its values by name."""

    names: Mapping[Cut, tuple[CutName, ...]] = field(default_factory=dict)

    def name(self, cut: Cut, key: CutKey) -> str:
        """Return a value's name; empty where it has none."""
        return next((one.name for one in self.names.get(cut, ()) if one.key == key), "")
