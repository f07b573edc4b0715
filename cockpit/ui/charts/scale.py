"""From values to pixels, and where an axis has its ticks. Plain arithmetic, without Qt."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from math import ceil, floor, log10

_DAY_STEPS = (1, 2, 7, 14)
_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 300, 600, 1200, 6000, 12000)
_DAYS_OF_MONTH = 30.44
_SHORT_SPAN_DAYS = 62


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight scale.

    Attributes:
        low: The value that lies at ``start``.
        high: The value that lies at ``end``.
        start: A place in pixels.
        end: Another one; a vertical scale's lies above, at fewer pixels.
    """

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Return a value's place in pixels; the middle where the scale has no length."""
        if self.high == self.low:
            return (self.start + self.end) / 2
        share = (value - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)

    def at_all(self, values: Iterable[float]) -> tuple[float, ...]:
        """Return the places of many values, which is quicker than asking for each."""
        if self.high == self.low:
            return tuple(self.at(value) for value in values)
        ratio = (self.end - self.start) / (self.high - self.low)
        low, start = self.low, self.start
        return tuple(start + (value - low) * ratio for value in values)

    def value_at(self, place: float) -> float:
        """Return the value at a place in pixels."""
        if self.end == self.start:
            return self.low
        share = (place - self.start) / (self.end - self.start)
        return self.low + share * (self.high - self.low)


def nice_ticks(low: float, high: float, most: int) -> tuple[float, ...]:
    """Return round values (1, 2 or 5 times a power of ten apart) within two values.

    Args:
        low: The smallest value that may be a tick.
        high: The greatest one.
        most: How many ticks at most, at least 2.
    """
    if not high > low:
        return (low,)
    power = 10.0 ** (floor(log10(high - low)) - ceil(log10(most)))
    steps = (power * ten * one for ten in (1.0, 10.0, 100.0, 1000.0) for one in (1, 2, 5))
    for step in steps:
        first, last = ceil(low / step - 1e-9), floor(high / step + 1e-9)
        if last - first < most:
            return tuple(number * step for number in range(first, last + 1))
    return (low,)


@dataclass(frozen=True, slots=True)
class DateTicks:
    """Ticks of an axis of days.

    Attributes:
        days: The ticks, ascending.
        unit: What their distance is made of and their words should name: ``day``, ``month`` or
            ``year``.
    """

    days: tuple[date, ...]
    unit: str


def date_ticks(first: date, last: date, most: int) -> DateTicks:
    """Return round days within two days: Mondays, firsts of a month or of a year.

    Args:
        first: The earliest day that may be a tick.
        last: The latest one.
        most: How many ticks at most, at least 2.
    """
    span = (last - first).days
    if span <= _SHORT_SPAN_DAYS:
        for step in _DAY_STEPS:
            if span / step < most - 1:
                return DateTicks(tuple(_every_days(first, last, step)), "day")
    for step in _MONTH_STEPS:
        if span / (step * _DAYS_OF_MONTH) < most:
            days = tuple(_every_months(first, last, step))
            if len(days) <= most:
                return DateTicks(days, "year" if step % 12 == 0 else "month")
    return DateTicks((first, last), "year")


def _every_days(first: date, last: date, step: int) -> Iterator[date]:
    ordinal = first.toordinal()
    base = 1 if step % 7 == 0 else 0  # ordinal 1 was a Monday
    ordinal += (base - ordinal) % step
    while ordinal <= last.toordinal():
        yield date.fromordinal(ordinal)
        ordinal += step


def _every_months(first: date, last: date, step: int) -> Iterator[date]:
    months = first.year * 12 + first.month - 1 + (first.day > 1)
    months += -months % step
    while months <= last.year * 12 + last.month - 1:
        if months >= 12:
            yield date(months // 12, months % 12 + 1, 1)
        months += step


def padded(first: date, last: date, share: float) -> tuple[date, date]:
    """Return two days moved apart by a share of their distance, by a day at least.

    Args:
        first: The earlier day.
        last: The later one.
        share: Of their distance, added on both sides.
    """
    days = max(round((last - first).days * share), 1)
    start = max(first.toordinal() - days, 1)
    end = min(last.toordinal() + days, date.max.toordinal())
    return date.fromordinal(start), date.fromordinal(end)
