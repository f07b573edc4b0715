"""Who is visited in which order: by city, and within it who is due today, then who is late.

Each of these street by street.

There is no geocoding: postal codes of Brazil run through a city neighbourhood by neighbourhood, so
their order is a way. Nothing leaves the computer until somebody asks for the map.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote
from uuid import UUID

from cockpit.domain.plain_text import plain
from cockpit.domain.vocabulary import LifecycleStatus

#: They should have ordered by now, and may still.
LATE = frozenset({LifecycleStatus.AT_RISK, LifecycleStatus.INACTIVE})
_MAP = "https://www.google.com/maps/search/?api=1&query="
_LAST = "\uffff"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a customer is; every part may be empty."""

    street: str = ""
    number: str = ""
    district: str = ""
    city: str = ""
    state: str = ""
    postal_code: str = ""

    @property
    def address(self) -> str:
        """Return the address in one line, as it is written in Brazil."""
        street = ", ".join(filter(None, (self.street, self.number)))
        city = " - ".join(filter(None, (self.city, self.state)))
        return ", ".join(filter(None, (street, self.district, city, self.postal_code)))


@dataclass(frozen=True, slots=True)
class VisitStop:
    """A customer as the list of visits shows them.

    Attributes:
        status: Where they stand in their purchase cycle; None where nobody judged them.
        cycles_late: How many of their own cycles they are late; None where that is not known.
        at_risk_cents: What they may spend elsewhere.
        last_visit_at: Aware, in UTC; None without one.
        is_forbidden: Whether they want no visit, or nothing at all.
        carried_until: Until when the user has them along, out of the shared list; on a laptop that
            is away it may be over. None for all others.
        due_at: When their next contact was to be, where that is today or earlier; aware, in UTC.
        has_time: Whether an hour was agreed on, or the day alone.
    """

    customer_id: UUID
    name: str
    place: Place
    status: LifecycleStatus | None = None
    cycles_late: float | None = None
    at_risk_cents: int = 0
    last_visit_at: datetime | None = None
    is_forbidden: bool = False
    carried_until: datetime | None = None
    due_at: datetime | None = None
    has_time: bool = False

    @property
    def is_late(self) -> bool:
        """Return whether they should have ordered by now."""
        return self.status in LATE


@dataclass(frozen=True, slots=True)
class CityRoute:
    """The customers of one city in the order of visiting them.

    Attributes:
        city: As most of its addresses write it; empty where none is known.
    """

    city: str
    state: str
    stops: tuple[VisitStop, ...]

    @property
    def due_count(self) -> int:
        """Return how many of them are to be contacted by today."""
        return sum(stop.due_at is not None for stop in self.stops)

    @property
    def late_count(self) -> int:
        """Return how many of them are late."""
        return sum(stop.is_late for stop in self.stops)

    @property
    def at_risk_cents(self) -> int:
        """Return what they may spend elsewhere."""
        return sum(stop.at_risk_cents for stop in self.stops)


def map_link(place: Place, name: str = "") -> str:
    """Return what shows a place on a map; an empty text where there is too little to search for.

    Args:
        place: Where.
        name: Of the customer; looked for only where there is no street.
    """
    if not place.city and not place.postal_code:
        return ""
    words = place.address if place.street else ", ".join(filter(None, (name, place.address)))
    return _MAP + quote(words, safe="")


def routes(stops: Iterable[VisitStop]) -> tuple[CityRoute, ...]:
    """Return the customers by city, unknown ones last.

    Cities where somebody is due today come first, of them and of the others those with most value
    at risk.
    Cities are told apart without regard to accents and capitals.
    """
    cities: dict[tuple[str, str], list[VisitStop]] = defaultdict(list)
    for stop in stops:
        cities[plain(stop.place.state), plain(stop.place.city)].append(stop)
    found = [_city(some) for some in cities.values()]
    return tuple(sorted(found, key=_rank))


def _rank(one: CityRoute) -> tuple[object, ...]:
    return not one.city, not one.due_count, -one.at_risk_cents, plain(one.city)


def _city(stops: list[VisitStop]) -> CityRoute:
    written = [stop.place.city for stop in stops]
    name = min(set(written), key=lambda one: (-written.count(one), one))
    return CityRoute(name, stops[0].place.state.upper(), tuple(sorted(stops, key=_along)))


def _along(stop: VisitStop) -> tuple[object, ...]:
    """Order who is due, then late ones, each from postal code to postal code and door to door."""
    place = stop.place
    digits = "".join(filter(str.isdecimal, place.number))
    return (
        stop.due_at is None,
        stop.due_at is None and not stop.is_late,
        "".join(filter(str.isdecimal, place.postal_code)) or _LAST,
        plain(place.district) or _LAST,
        plain(place.street) or _LAST,
        int(digits[:9]) if digits else 0,
        plain(stop.name),
        stop.customer_id,
    )
