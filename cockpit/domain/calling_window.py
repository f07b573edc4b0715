"""When a customer may be called: hours by their local clock, working days, holidays, wishes.

``window_now`` is pure; whoever judges whole columns asks it once per place (state, city, zone,
wishes), of which there are few. Hours: by default Monday to Friday 8 to 18 at the customer's place,
which satisfies the laws of RJ, MS, CE and ES; a company edits them for everywhere or one state.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.domain.plain_text import plain

#: The time of a state's capital (IANA); an exception, such as Noronha, is named with the customer.
_STATE_ZONES = {
    "AC": "Rio_Branco", "AL": "Maceio", "AM": "Manaus", "AP": "Belem", "BA": "Bahia",
    "CE": "Fortaleza", "DF": "Sao_Paulo", "ES": "Sao_Paulo", "GO": "Sao_Paulo",
    "MA": "Fortaleza", "MG": "Sao_Paulo", "MS": "Campo_Grande", "MT": "Cuiaba", "PA": "Belem",
    "PB": "Fortaleza", "PE": "Recife", "PI": "Fortaleza", "PR": "Sao_Paulo", "RJ": "Sao_Paulo",
    "RN": "Fortaleza", "RO": "Porto_Velho", "RR": "Boa_Vista", "RS": "Sao_Paulo",
    "SC": "Sao_Paulo", "SE": "Maceio", "SP": "Sao_Paulo", "TO": "Araguaina",
}  # fmt: skip
STATES = frozenset(_STATE_ZONES)
#: Of the optional days those on which business rests; on the others half of it works.
_OPTIONAL_DAYS = frozenset({"Carnaval", "Corpus Christi"})
#: The next opening is looked for so far ahead.
_HORIZON_DAYS = 366
_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)
_DAY_MINUTES = 24 * 60


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

    A wish that allows nothing (an end that is not after its beginning, no weekday) says nothing.
    The law goes first: nobody is called outside the hours of their place because they like it.

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
        optional_days: Whether Carnival (Monday and Tuesday) and Corpus Christi count as holidays.
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
        opens_at: When it next opens, aware, in UTC; None where it is open, or never opens within
            a year.
        closes_at: When it next closes, aware, in UTC; None where it is closed.
    """

    local: datetime
    closed: Closed | None
    holiday: str
    opens_at: datetime | None
    closes_at: datetime | None


def zone_of(state: str, name: str = "") -> ZoneInfo:
    """Return a customer's time zone: the one that is named, else their state's."""
    if name:
        try:
            return ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            pass
    place = _STATE_ZONES.get(state)
    return DEFAULT_ZONE if place is None else ZoneInfo(f"America/{place}")


def window_now(place: Place, wishes: Wishes, rules: WindowRules, now: datetime) -> Window:
    """Return whether a customer may be called at an instant, and when that changes.

    Args:
        place: Where they are.
        wishes: When they like to be called.
        rules: The hours and days off in force.
        now: Aware.
    """
    local = now.astimezone(place.zone)
    closed, holiday = _judged(place, wishes, rules, local)
    if closed is None:
        _, until = _span(_hours(place, rules), wishes)
        closes_at = _instant(local.date(), until, place.zone)
        return Window(local, None, "", None, closes_at)
    return Window(local, closed, holiday, _next_opening(place, wishes, rules, local), None)


def closed_reasons(
    place: Place, wishes: Wishes, rules: WindowRules, now: datetime
) -> tuple[tuple[Closed, str], ...]:
    """Return every reason why a customer may not be called at an instant; none where they may.

    Each comes with the holiday's name, where it is one. The first is the one that ``window_now``
    tells.

    Args:
        place: Where they are.
        wishes: When they like to be called.
        rules: The hours and days off in force.
        now: Aware.
    """
    return tuple(_reasons(place, wishes, rules, now.astimezone(place.zone)))


def first_opening(
    place: Place, wishes: Wishes, rules: WindowRules, at: datetime
) -> datetime | None:
    """Return the first instant from ``at`` on at which a customer may be called, in UTC.

    None where that is not within a year.
    """
    found = window_now(place, wishes, rules, at)
    return at.astimezone(UTC) if found.closed is None else found.opens_at


def last_opening(
    place: Place, wishes: Wishes, rules: WindowRules, after: datetime, until: datetime
) -> datetime | None:
    """Return the last minute in a span at which a customer may be called, in UTC, or None."""
    found, at = None, first_opening(place, wishes, rules, after)
    while at is not None and at <= until:
        closes_at = window_now(place, wishes, rules, at).closes_at
        if closes_at is None or closes_at > until:
            return until.astimezone(UTC)
        found = max(at, closes_at - _MINUTE)
        at = first_opening(place, wishes, rules, closes_at)
    return found


def holiday_on(day: date, state: str, city: str, rules: WindowRules) -> str:
    """Return the name of the holiday that a place keeps on a day, or an empty text."""
    found = _official_days(state if state in STATES else "", day.year, rules.optional_days).get(day)
    if found:
        return found
    for one in rules.company_days:
        if one.day == day and one.state in ("", state) and _is_in(one, city):
            return one.name
    return ""


def _is_in(holiday: Holiday, city: str) -> bool:
    """Return whether a day off concerns a city, however the city is spelled."""
    return not holiday.city or plain(holiday.city) == plain(city)


def _judged(
    place: Place, wishes: Wishes, rules: WindowRules, local: datetime
) -> tuple[Closed | None, str]:
    """Return the first reason why a place is closed at a local instant, with a holiday's name."""
    return next(_reasons(place, wishes, rules, local), (None, ""))


def _reasons(
    place: Place, wishes: Wishes, rules: WindowRules, local: datetime
) -> Iterator[tuple[Closed, str]]:
    """Return why a place is closed at a local instant, the gravest reason first."""
    holiday = holiday_on(local.date(), place.state, place.city, rules)
    if holiday:
        yield Closed.HOLIDAY, holiday
    hours = _hours(place, rules)
    if local.weekday() not in hours.weekdays:
        yield Closed.DAY_OFF, ""
    minute = local.hour * 60 + local.minute
    if not _minute(hours.opens) <= minute < _minute(hours.closes, is_end=True):
        yield Closed.HOURS, ""
    first, until = _wished_span(wishes)
    if not (_is_wished_day(wishes, local.weekday()) and first <= minute < until):
        yield Closed.PREFERENCE, ""


def _next_opening(
    place: Place, wishes: Wishes, rules: WindowRules, local: datetime
) -> datetime | None:
    """Return the first allowed instant after a local one that is not allowed, in UTC."""
    hours = _hours(place, rules)
    first, until = _span(hours, wishes)
    if first >= until:
        return None
    day = local.date()
    if local.hour * 60 + local.minute >= first:
        day += _DAY
    for _ in range(_HORIZON_DAYS):
        is_workday = day.weekday() in hours.weekdays and _is_wished_day(wishes, day.weekday())
        if is_workday and not holiday_on(day, place.state, place.city, rules):
            return _instant(day, first, place.zone)
        day += _DAY
    return None


def _hours(place: Place, rules: WindowRules) -> Hours:
    return rules.by_state.get(place.state, rules.default)


def _span(hours: Hours, wishes: Wishes) -> tuple[int, int]:
    """Return the allowed minutes of a day: the first, and the first after."""
    first, until = _wished_span(wishes)
    return max(_minute(hours.opens), first), min(_minute(hours.closes, is_end=True), until)


def _wished_span(wishes: Wishes) -> tuple[int, int]:
    """Return the minutes of a day that the customer wishes; the whole day where they say none."""
    first = wishes.from_minute or 0
    until = _DAY_MINUTES if wishes.until_minute is None else wishes.until_minute
    return (first, until) if first < until else (0, _DAY_MINUTES)


def _is_wished_day(wishes: Wishes, weekday: int) -> bool:
    return not wishes.weekdays or bool(wishes.weekdays >> weekday & 1)


def _minute(moment: time, *, is_end: bool = False) -> int:
    """Return the minute of the day; hours that close at midnight close at the day's end."""
    minute = moment.hour * 60 + moment.minute
    return _DAY_MINUTES if is_end and minute == 0 else minute


def _instant(day: date, minute: int, zone: ZoneInfo) -> datetime:
    """Return a minute of a local day in UTC."""
    if minute == _DAY_MINUTES:
        day, minute = day + _DAY, 0
    moment = datetime.combine(day, time(minute // 60, minute % 60), tzinfo=zone)
    return moment.astimezone(UTC)


@lru_cache(maxsize=256)
def _official_days(state: str, year: int, has_optional: bool) -> dict[date, str]:
    """Return the holidays of the country and of one state.

    The library reads the calendars of all countries (0.2 s), so it is loaded at the first use,
    which is in the background.
    """
    from holidays.countries.brazil import Brazil  # noqa: PLC0415 - see above

    subdivision, language = state or None, "pt_BR"
    days = dict(Brazil(subdiv=subdivision, years=year, language=language))
    if has_optional:
        optional = Brazil(
            subdiv=subdivision, years=year, language=language, categories=("optional",)
        )
        days |= {
            day: name
            for day, name in optional.items()
            if not _OPTIONAL_DAYS.isdisjoint(name.split("; "))
        }
    return days
