"""What may be asked of the figures: a period, what it is compared with, cuts and narrowings."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
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
