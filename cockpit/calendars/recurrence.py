"""The next date of an event that repeats.

A client has one next contact, so of a series the next date alone is wanted.
"""

from collections.abc import Callable, Collection, Iterable
from datetime import UTC, date, datetime, tzinfo

from dateutil.rrule import rrulestr
from icalendar import vRecur

#: What repeats within a day is no appointment with a client.
_TOO_OFTEN = frozenset({"SECONDLY", "MINUTELY", "HOURLY"})
#: A rule that holds on no day is only found out at the end of the calendar, seconds later.
MOST_IDLE_RULES = 3
#: So many dates of a series are walked through: a daily one of a hundred years.
_MOST_DATES = 40_000


class UnknownRuleError(Exception):
    """A rule that cannot be followed, or never holds."""


class TooLongError(Exception):
    """A rule that would take too long to follow."""


def next_date(
    first: datetime,
    rule: vRecur,
    *,
    zone: tzinfo,
    after: datetime,
    until: datetime,
    without: Collection[datetime],
    is_late: Callable[[], bool] = lambda: False,
) -> datetime | None:
    """Return the first date of a series after an instant, or None where none is near enough.

    A series keeps its hour by the clock on the wall, whatever summer time does.

    Args:
        first: Where it begins, by the wall clock of its zone.
        rule: How it repeats.
        zone: The series' zone.
        after: The dates up to this instant are left out, aware.
        until: The last instant that is looked at, aware.
        without: Dates that the series leaves out, by its wall clock.
        is_late: Tells whether enough time was spent.

    Raises:
        TooLongError: The rule would take too long to follow.
        UnknownRuleError: The rule cannot be followed, or never holds.
    """
    if _TOO_OFTEN & {str(one).upper() for one in rule.get("FREQ", ())}:
        raise UnknownRuleError
    local_after, local_until = (at.astimezone(zone).replace(tzinfo=None) for at in (after, until))
    try:
        series = rrulestr(_by_wall_clock(rule, zone), dtstart=first)
        return _first_within(series, local_after, local_until, without, is_late)
    except (ValueError, TypeError, OverflowError, ArithmeticError, LookupError) as error:
        raise UnknownRuleError from error


def _first_within(
    series: Iterable[datetime],
    after: datetime,
    until: datetime,
    without: Collection[datetime],
    is_late: Callable[[], bool],
) -> datetime | None:
    """Return the first date within a span, or None; a series without any date is no series."""
    count = 0
    for count, at in enumerate(series, start=1):
        if at > until:
            return None
        if at > after and at not in without:
            return at
        if count >= _MOST_DATES or is_late():
            raise TooLongError
    if not count:
        raise UnknownRuleError
    return None


def _by_wall_clock(rule: vRecur, zone: tzinfo) -> str:
    """Return a rule whose end is told by the clock of the series' zone, like its dates."""
    plain = vRecur(rule)
    if ends := plain.get("UNTIL"):
        plain["UNTIL"] = [_wall_clock(ends[0], zone)]
    text: bytes = plain.to_ical()  # type: ignore[no-untyped-call]
    return text.decode()


def _wall_clock(end: object, zone: tzinfo) -> datetime:
    if not isinstance(end, date):
        raise UnknownRuleError
    if not isinstance(end, datetime):
        return datetime(end.year, end.month, end.day, 23, 59, 59)  # noqa: DTZ001 - the wall's clock
    if end.tzinfo is None:
        return end
    return end.astimezone(UTC).astimezone(zone).replace(tzinfo=None)
