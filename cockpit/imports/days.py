"""Days and times, as Brazilian exports and spreadsheets write them."""

import re
from datetime import date, datetime, time, timedelta

from cockpit.domain.import_sources import DayOrder
from cockpit.imports.unreadable import UnreadableError

FIRST_YEAR = 1980
LAST_YEAR = 2100

_EXCEL_EPOCH = date(1899, 12, 30)
_CLOCK = (
    r"(?:[T ]\s*(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:[.,][0-9]+)?)?"
    r"\s*(?P<half>[AaPp][Mm])?\s*(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?"
)
_YEAR_LAST = re.compile(
    rf"(?P<first>[0-9]{{1,2}})(?P<sign>[/.\-])(?P<second_part>[0-9]{{1,2}})(?P=sign)"
    rf"(?P<year>[0-9]{{4}}|[0-9]{{2}}){_CLOCK}"
)
_YEAR_FIRST = re.compile(
    rf"(?P<year>[0-9]{{4}})(?P<sign>[/.\-])(?P<month>[0-9]{{1,2}})(?P=sign)"
    rf"(?P<day>[0-9]{{1,2}}){_CLOCK}"
)
_COMPACT = re.compile(rf"(?P<year>[0-9]{{4}})(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}}){_CLOCK}")
_SERIAL = re.compile(r"(?P<days>[0-9]{5})(?:[.,](?P<part>[0-9]{1,17}))?")
_NO_DAY = re.compile(r"[0\s/.:\-]*")
_LAST_MONTH = 12
_HALF_DAY = 12
_SECONDS_A_DAY = 86_400


def day(text: str, order: DayOrder = DayOrder.DAY_FIRST) -> date | None:
    """Read a day; return None for a blank one such as ``  /  /    `` or ``00/00/0000``.

    A time of day after it is left out, and so is its zone: the file's day counts. A number of five
    digits is Excel's count of days.

    Args:
        text: For example ``17/02/2022``, ``2022-02-17 09:30``, ``20220217`` or ``44609``.
        order: Which part comes first where the year comes last.

    Raises:
        UnreadableError: It is no day, or one that no order book holds.
    """
    text = text.strip()
    if _NO_DAY.fullmatch(text):
        return None
    return _date(_found(text), order, text)


def moment(text: str, order: DayOrder = DayOrder.DAY_FIRST) -> datetime | None:
    """Read a day with or without a time; midnight where there is none.

    Args:
        text: As ``day`` reads it, with or without a time.
        order: Which part comes first where the year comes last.

    Returns:
        Local time without a zone; None where the cell holds no day.

    Raises:
        UnreadableError: It is no day and time.
    """
    text = text.strip()
    if _NO_DAY.fullmatch(text):
        return None
    found = _found(text)
    return datetime.combine(_date(found, order, text), _time(found, text))


def looks_like_day(text: str) -> bool:
    """Return whether a text may be a day, whichever part comes first."""
    return bool(_NO_DAY.fullmatch(text)) or any(_is_day(text, order) for order in DayOrder)


def own_day_order(text: str) -> DayOrder | None:
    """Return which part of a day comes first where it shows that by itself, as ``17/02`` does."""
    found = _YEAR_LAST.fullmatch(text.strip())
    if found is None:
        return None
    first, second = int(found["first"]), int(found["second_part"])
    if (first > _LAST_MONTH) == (second > _LAST_MONTH):
        return None
    return DayOrder.DAY_FIRST if first > _LAST_MONTH else DayOrder.MONTH_FIRST


def has_year_last(text: str) -> bool:
    """Return whether a text is a day whose parts can stand in two orders."""
    return _YEAR_LAST.fullmatch(text.strip()) is not None


def _is_day(text: str, order: DayOrder) -> bool:
    try:
        return day(text, order) is not None
    except UnreadableError:
        return False


def _found(text: str) -> re.Match[str]:
    for pattern in (_YEAR_LAST, _YEAR_FIRST, _COMPACT, _SERIAL):
        if found := pattern.fullmatch(text):
            return found
    raise UnreadableError("day_unreadable", text)


def _date(found: re.Match[str], order: DayOrder, text: str) -> date:
    if found.re is _SERIAL:
        serial = _EXCEL_EPOCH + timedelta(days=int(found["days"]))
        year, month, number = serial.year, serial.month, serial.day
    elif found.re is _YEAR_LAST:
        first, second = int(found["first"]), int(found["second_part"])
        number, month = (first, second) if order is DayOrder.DAY_FIRST else (second, first)
        year = _full_year(found["year"])
    else:
        year, month, number = int(found["year"]), int(found["month"]), int(found["day"])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise UnreadableError("day_impossible", text)
    try:
        return date(year, month, number)
    except ValueError as error:
        raise UnreadableError("day_impossible", text) from error


def _time(found: re.Match[str], text: str) -> time:
    if found.re is _SERIAL:
        seconds = int(_SECONDS_A_DAY * float(f"0.{found['part'] or 0}") + 0.5)
        minutes, second = divmod(min(seconds, _SECONDS_A_DAY - 1), 60)
        return time(minutes // 60, minutes % 60, second)
    if found["hour"] is None:
        return time()
    hour = int(found["hour"])
    if half := found["half"]:
        hour = hour % _HALF_DAY + (_HALF_DAY if half.lower() == "pm" else 0)
    try:
        return time(hour, int(found["minute"]), int(found["second"] or 0))
    except ValueError as error:
        raise UnreadableError("day_impossible", text) from error


def _full_year(text: str) -> int:
    """Return a year of two digits as the one from 1980 to 2079."""
    year = int(text)
    if len(text) == 4:
        return year
    return year + (2000 if year < FIRST_YEAR % 100 else 1900)
