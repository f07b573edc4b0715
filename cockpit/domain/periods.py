"""Periods of whole days, as figures are asked for: a month, a quarter, from one day to another."""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from cockpit.domain.errors import BadInputError

#: What figures are asked for. Days beyond are slips of the pen, and have no neighbours to compare
#: them with at the calendar's ends.
EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)
_MONTHS_OF_A_YEAR = 12


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Consecutive days.

    Attributes:
        first: The first day.
        last: The last day, which belongs to it.
    """

    first: date
    last: date

    def __post_init__(self) -> None:
        """Refuse what holds no day, or days of other ages.

        Raises:
            BadInputError: It ends before it begins, or lies beyond ``EARLIEST`` and ``LATEST``.
        """
        if self.last < self.first:
            raise BadInputError("period_ends_before_it_begins", first=self.first, last=self.last)
        if self.first < EARLIEST or self.last > LATEST:
            raise BadInputError("period_out_of_reach", first=EARLIEST, last=LATEST)

    def __contains__(self, day: date) -> bool:
        """Return whether a day belongs to it."""
        return self.first <= day <= self.last

    @property
    def days(self) -> int:
        """Return how many days it has."""
        return (self.last - self.first).days + 1

    @property
    def is_whole_months(self) -> bool:
        """Return whether it begins with a month and ends with one."""
        return self.first.day == 1 and self.last.day == _length(self.last)

    def widened(self, before: timedelta, after: timedelta) -> "Period":
        """Return it with so many days around it, as far as periods reach."""
        first = max(self.first - before, EARLIEST)
        return Period(first, min(self.last + after, LATEST))

    def before(self) -> "Period":
        """Return the period that it is compared with: as long, and right before it.

        What consists of months is compared with as many months, whatever their days.
        """
        if self.is_whole_months:
            count = _number(self.last) - _number(self.first) + 1
            return Period(_first_of(_number(self.first) - count), self.first - timedelta(days=1))
        return Period(self.first - timedelta(days=self.days), self.first - timedelta(days=1))

    def year_before(self) -> "Period":
        """Return the same days of the year before; the end of February stays the end."""
        if self.is_whole_months:
            last = _first_of(_number(self.last) - _MONTHS_OF_A_YEAR)
            return Period(
                _first_of(_number(self.first) - _MONTHS_OF_A_YEAR),
                last.replace(day=_length(last)),
            )
        return Period(_a_year_earlier(self.first), _a_year_earlier(self.last))

    def months(self) -> Iterator["Period"]:
        """Yield its months, the first and the last only as far as they belong to it."""
        for number in range(_number(self.first), _number(self.last) + 1):
            whole = month_of(_first_of(number))
            yield Period(max(whole.first, self.first), min(whole.last, self.last))


def month_of(day: date) -> Period:
    """Return the month that a day lies in."""
    return Period(day.replace(day=1), day.replace(day=_length(day)))


def quarter_of(day: date) -> Period:
    """Return the quarter that a day lies in."""
    first = day.replace(month=day.month - (day.month - 1) % 3, day=1)
    last = first.replace(month=first.month + 2)
    return Period(first, last.replace(day=_length(last)))


def year_of(day: date) -> Period:
    """Return the calendar year that a day lies in."""
    return Period(date(day.year, 1, 1), date(day.year, 12, 31))


def months_up_to(day: date, count: int) -> list[Period]:
    """Return so many months, the last one being the day's own, oldest first."""
    last = _number(day)
    return [month_of(_first_of(number)) for number in range(last - count + 1, last + 1)]


def _number(day: date) -> int:
    """Return the number of a day's month, counted from the year 0."""
    return day.year * _MONTHS_OF_A_YEAR + day.month - 1


def _first_of(number: int) -> date:
    return date(number // _MONTHS_OF_A_YEAR, number % _MONTHS_OF_A_YEAR + 1, 1)


def _length(day: date) -> int:
    return calendar.monthrange(day.year, day.month)[1]


def _a_year_earlier(day: date) -> date:
    last = date(day.year - 1, day.month, 1)
    return last.replace(day=min(day.day, _length(last)))
