"""The next date of an event that repeats.

A client has one next contact, so of a series the next date alone is wanted.
"""

from collections.abc import Collection
from datetime import UTC, date, datetime, tzinfo

from dateutil.rrule import rrulestr
from icalendar import vRecur

#: What repeats within a day is no appointment with a client.
_TOO_OFTEN = frozenset({"SECONDLY", "MINUTELY", "HOURLY"})
#: A rule that holds on no day is only found out at the end of the calendar, seconds later.
MOST_IDLE_RULES = 3


class UnknownRuleError(Exception):
    """A rule that cannot be followed, or never holds."""


def next_date(
    first: datetime,
    rule: vRecur,
    *,
    zone: tzinfo,
    after: datetime,
    until: datetime,
    without: Collection[datetime],
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

    Raises:
        UnknownRuleError: The rule cannot be followed, or never holds.
    """
    if _TOO_OFTEN & {str(one).upper() for one in rule.get("FREQ", ())}:
        raise UnknownRuleError
    local_after, local_until = (at.astimezone(zone).replace(tzinfo=None) for at in (after, until))
    try:
        series = rrulestr(_by_wall_clock(rule, zone), dtstart=first)
        found = series.after(local_after)
        while found is not None and found in without:
            found = series.after(found) if found <= local_until else None
    except (ValueError, TypeError, OverflowError, ArithmeticError, LookupError) as error:
        raise UnknownRuleError from error
    if found is None and series.before(local_after, inc=True) is None:
        raise UnknownRuleError
    return found if found is not None and found <= local_until else None


def _by_wall_clock(rule: vRecur, zone: tzinfo) -> str:
    """Return a rule whose end is told by the clock of the series' zone, like its dates."""
    plain = vRecur(rule)
    if ends := plain.get("UNTIL"):
        plain["UNTIL"] = [_wall_clock(ends[0], zone)]
    text: bytes = plain.to_ical()  # type: ignore[no-untyped-call]
    return text.decode()


def _wall_clock(end: date, zone: tzinfo) -> datetime:
    if not isinstance(end, datetime):
        return datetime(end.year, end.month, end.day, 23, 59, 59)  # noqa: DTZ001 - the wall's clock
    if end.tzinfo is None:
        return end
    return end.astimezone(UTC).astimezone(zone).replace(tzinfo=None)
