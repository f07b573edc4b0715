"""Periods as people type them: "este mês", "02/2026", "1º tri 2026", "01/02/2026 a 15/02/2026".

Both languages are understood at all times, with or without accents. Words such as "last month" are
about the day on which they are read. A day or month without a year is the latest that has begun.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

from cockpit.domain import formats
from cockpit.domain.errors import BadInputError
from cockpit.domain.formats import Language
from cockpit.domain.periods import Period, month_of, months_up_to, quarter_of, year_of
from cockpit.domain.plain_text import plain

_EARLIEST_YEAR, _LATEST_YEAR = 1990, 2199
_MOST_DAYS, _MOST_MONTHS = 3660, 120
_DAY = timedelta(days=1)

_MONTHS = {
    Language.PORTUGUESE: (
        "jan", "fev", "mar", "abr", "mai", "jun", "jul", "ago", "set", "out", "nov", "dez",
    ),
    Language.ENGLISH: (
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ),
}  # fmt: skip
_MONTH_WORDS = {
    word: number
    for number, words in enumerate(
        (
            "jan janeiro january", "fev fevereiro feb february", "mar marco march",
            "abr abril apr april", "mai maio may", "jun junho june", "jul julho july",
            "ago agosto aug august", "set setembro sep september", "out outubro oct october",
            "nov novembro november", "dez dezembro dec december",
        ),
        start=1,
    )
    for word in words.split()
}  # fmt: skip
_RELATIVE: dict[str, Callable[[date], Period]] = {
    phrase: rule
    for phrases, rule in (
        (("hoje", "today"), lambda day: Period(day, day)),
        (("ontem", "yesterday"), lambda day: Period(day - _DAY, day - _DAY)),
        (("este mes", "mes", "this month"), month_of),
        (("mes passado", "last month"), lambda day: month_of(month_of(day).first - _DAY)),
        (("este trimestre", "trimestre", "this quarter"), quarter_of),
        (
            ("trimestre passado", "last quarter"),
            lambda day: quarter_of(quarter_of(day).first - _DAY),
        ),
        (("este ano", "ano", "this year"), year_of),
        (("ano passado", "last year"), lambda day: year_of(date(day.year - 1, 1, 1))),
    )
    for phrase in phrases
}
_LATEST = re.compile(
    r"^(?:ultimos |ultimas |last )?(?P<count>\d{1,4}) (?P<unit>dias?|days?|mes|meses|months?)$"
)
_MONTH = re.compile(r"^(?P<month>\d{1,2})[/. -](?P<year>\d{4})$")
_NAMED = re.compile(r"^(?P<name>[a-z]+)(?:(?:/| de | )(?P<year>\d{4}|\d{2}))?$")
_QUARTER = re.compile(
    r"^(?:(?P<number>[1-4])(?:o|º|°)? ?(?:tri|trimestre|t|q)|[tq](?P<other>[1-4]))"
    r"[/ ](?:de )?(?P<year>\d{4})$"
)
_DATE = re.compile(r"^(?P<day>\d{1,2})[/.](?P<month>\d{1,2})(?:[/.](?P<year>\d{4}))?$")
_BETWEEN = re.compile(r" (?:a|ate|to|until) | ?[–-] ?")


def parse_period(text: str, today: date) -> Period:
    """Return the period that a text means.

    Args:
        text: As typed.
        today: What "this month" and days without a year are about.

    Raises:
        BadInputError: It means none, or its end lies before its beginning.
    """
    words = " ".join(plain(text).split())
    rule = _RELATIVE.get(words)
    if rule is not None:
        return rule(today)
    for read in (_latest, _month, _named_month, _quarter, _year, _days):
        found = read(words, today)
        if found is not None:
            return found
    raise BadInputError("period_not_understood")


def period_text(period: Period, language: Language) -> str:
    """Return a period as it is written, which ``parse_period`` understands again."""
    first = period.first
    if period == month_of(first):
        return f"{_MONTHS[language][first.month - 1]}/{first.year}"
    if period == quarter_of(first):
        number = (first.month + 2) // 3
        return (
            f"Q{number} {first.year}"
            if language is Language.ENGLISH
            else (f"{number}º tri {first.year}")
        )
    if period == year_of(first):
        return str(first.year)
    if period.days == 1:
        return formats.day(first)
    between = "to" if language is Language.ENGLISH else "a"
    return f"{formats.day(first)} {between} {formats.day(period.last)}"


def short_month(day: date, language: Language) -> str:
    """Return a day's month for an axis, for example ``fev/26``."""
    return f"{_MONTHS[language][day.month - 1]}/{day.year % 100:02d}"


def _latest(words: str, today: date) -> Period | None:
    found = _LATEST.match(words)
    if found is None:
        return None
    count = int(found["count"])
    if found["unit"].startswith("d"):
        if not 1 <= count <= _MOST_DAYS:
            raise BadInputError("period_not_understood")
        return Period(today - (count - 1) * _DAY, today)
    if not 1 <= count <= _MOST_MONTHS:
        raise BadInputError("period_not_understood")
    months = months_up_to(today, count)
    return Period(months[0].first, months[-1].last)


def _month(words: str, today: date) -> Period | None:
    found = _MONTH.match(words)
    return None if found is None else month_of(_day(int(found["year"]), int(found["month"]), 1))


def _named_month(words: str, today: date) -> Period | None:
    found = _NAMED.match(words)
    if found is None or found["name"] not in _MONTH_WORDS:
        return None
    month = _MONTH_WORDS[found["name"]]
    if found["year"] is None:
        return month_of(_day(today.year - (month > today.month), month, 1))
    year = int(found["year"])
    return month_of(_day(year + 2000 if year < 100 else year, month, 1))


def _quarter(words: str, today: date) -> Period | None:
    found = _QUARTER.match(words)
    if found is None:
        return None
    number = int(found["number"] or found["other"])
    return quarter_of(_day(int(found["year"]), 3 * number, 1))


def _year(words: str, today: date) -> Period | None:
    return year_of(_day(int(words), 1, 1)) if re.fullmatch(r"\d{4}", words) else None


def _days(words: str, today: date) -> Period | None:
    parts = [_DATE.match(part) for part in _BETWEEN.split(words)]
    known = [part for part in parts if part is not None]
    if len(known) != len(parts) or len(known) not in {1, 2}:
        return None
    days = [_date(part, today) for part in known]
    return Period(days[0], days[-1])


def _date(found: re.Match[str], today: date) -> date:
    month, number = int(found["month"]), int(found["day"])
    if found["year"] is not None:
        return _day(int(found["year"]), month, number)
    this_year = _day(today.year, month, number)
    return this_year if this_year <= today else _day(today.year - 1, month, number)


def _day(year: int, month: int, number: int) -> date:
    if not _EARLIEST_YEAR <= year <= _LATEST_YEAR:
        raise BadInputError("period_not_understood")
    try:
        return date(year, month, number)
    except ValueError as error:
        raise BadInputError("period_not_understood") from error
