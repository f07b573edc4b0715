"""When a customer may be called: hours by their local clock, working days, holidays, wishes.

``window_now`` is pure; whoever judges whole columns asks it once per place (state, city, zone,
wishes), of which there are few. Hours: by default Monday to Friday 8 to 18 at the customer's place,
which satisfies the laws of RJ, MS, CE and ES; a company edits them for everywhere or one state.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo


class Closed(StrEnum):
    """Why a customer cannot be called at an instant."""

    HOLIDAY = "holiday"
    DAY_OFF = "day_off"
    HOURS = "hours"
    PREFERENCE = "preference"


@dataclass(frozen=True, slots=True)
class Hours:
    """Calling hours of a place; from is included, until is not.

    Attributes:
        weekdays: Monday is 0.
    """

    opens: time = time(8)
    closes: time = time(18)
    weekdays: frozenset[int] = frozenset(range(5))


@dataclass(frozen=True, slots=True)
class Wishes:
    """When the customer likes to be called; None leaves it open.

    Attributes:
        from_minute: Minute of their local day.
        until_minute: First minute after.
        weekdays: Seven bits, Monday is bit 0.
    """

    from_minute: int | None = None
    until_minute: int | None = None
    weekdays: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a customer is, as far as hours and holidays go."""

    state: str
    city: str
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day without calls: everywhere, in a state, or in a city of it (without accents)."""

    day: date
    name: str
    state: str = ""
    city: str = ""


@dataclass(frozen=True, slots=True)
class WindowRules:
    """The hours and holidays in force.

    Attributes:
        default: Hours where a state has none of its own.
        by_state: Hours of single states.
        company_days: The company's own table: municipal and other days off.
        optional_days: Whether Carnival, Corpus Christi and the like count as holidays.
    """

    default: Hours = Hours()
    by_state: dict[str, Hours] = field(default_factory=dict)
    company_days: Collection[Holiday] = ()
    optional_days: bool = True


@dataclass(frozen=True, slots=True)
class Window:
    """The answer for one place and instant.

    Attributes:
        local: The instant on the customer's wall clock, aware.
        closed: Why not now; None where calling is allowed.
        holiday: The holiday's name, where it is one.
        opens_at: When it next opens, aware, in UTC; None where it is open.
        closes_at: When it next closes, aware, in UTC; None where it is closed.
    """

    local: datetime
    closed: Closed | None
    holiday: str
    opens_at: datetime | None
    closes_at: datetime | None
