"""Days of a filter as they are typed: "hoje", "ontem", "-30d", "há 30 dias", "15/12", "12/2025".

Unlike ``natural_date``, which is for what is still to come, a day without a year is the nearest.
"""

import contextlib
import re
from datetime import date, timedelta

from cockpit.domain.errors import BadInputError
from cockpit.domain.plain_text import plain

_WORDS = {
    "hoje": 0, "today": 0,
    "ontem": -1, "yesterday": -1,
    "anteontem": -2,
    "amanha": 1, "tomorrow": 1,
}  # fmt: skip
_SIGNED = re.compile(r"([+-])\s*(\d{1,4})\s*(?:d|dias?|days?)?")
_AGO = re.compile(r"ha (\d{1,4}) (?:d|dias?)|(\d{1,4}) (?:days? ago|dias? atras)")
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{2}|\d{4}))?")
_MONTH = re.compile(r"(\d{1,2})[/.-](\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_CENTURY = 2000


def day_of(text: str, *, today: date) -> date:
    """Return the day that somebody typed.

    Raises:
        BadInputError: It is none.
    """
    typed = plain(text)
    try:
        found = _relative(typed, today) or _written(typed, today)
    except (ValueError, OverflowError) as error:
        raise BadInputError("filter_day_unknown", text=text) from error
    if found is None:
        raise BadInputError("filter_day_unknown", text=text)
    return found


def _relative(typed: str, today: date) -> date | None:
    if typed in _WORDS:
        return today + timedelta(days=_WORDS[typed])
    signed = _SIGNED.fullmatch(typed)
    if signed is not None:
        days = int(signed[2])
        return today + timedelta(days=-days if signed[1] == "-" else days)
    ago = _AGO.fullmatch(typed)
    return None if ago is None else today - timedelta(days=int(ago[1] or ago[2]))


def _written(typed: str, today: date) -> date | None:
    iso = _ISO.fullmatch(typed)
    if iso is not None:
        return date(int(iso[1]), int(iso[2]), int(iso[3]))
    month = _MONTH.fullmatch(typed)
    if month is not None:
        return date(int(month[2]), int(month[1]), 1)
    found = _DAY.fullmatch(typed)
    if found is None:
        return None
    day, number, year = int(found[1]), int(found[2]), found[3]
    if year is not None:
        return date(int(year) + (_CENTURY if len(year) == 2 else 0), number, day)
    return _nearest(day, number, today)


def _nearest(day: int, month: int, today: date) -> date:
    """Return the day of this year or of a neighbouring one, whichever is nearer."""
    found = []
    for year in (today.year - 1, today.year, today.year + 1):
        with contextlib.suppress(ValueError):  # 29 February
            found.append(date(year, month, day))
    if not found:
        raise ValueError(day)
    return min(found, key=lambda one: abs(one - today))
