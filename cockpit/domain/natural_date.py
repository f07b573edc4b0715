"""Dates as a salesperson types them: "amanhã 14h", "sex", "+3d", "15/12 9:30", "in 3 days".

Both languages are understood at all times, with or without accents. What is understood lies in the
future; a day without a time is the whole of it. What could mean two things is refused.
"""

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from cockpit.domain import formats
from cockpit.domain.errors import BadInputError
from cockpit.domain.formats import Language
from cockpit.domain.plain_text import plain

FURTHEST = timedelta(days=5 * 366)
_FIRST_CERTAIN_HOUR = 7
_CLOCK_UNITS = {"h", "hs", "hora", "horas"}

_WEEKDAYS = {
    Language.PORTUGUESE: ("seg", "ter", "qua", "qui", "sex", "sáb", "dom"),
    Language.ENGLISH: ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
_WEEKDAY_WORDS = {
    word: number
    for number, words in enumerate(
        (
            "seg segunda mon monday",
            "ter terca tue tues tuesday",
            "qua quarta wed wednesday",
            "qui quinta thu thurs thursday",
            "sex sexta fri friday",
            "sab sabado sat saturday",
            "dom domingo sun sunday",
        )
    )
    for word in words.split()
}
_DAYS_AHEAD = {
    "hoje": 0,
    "today": 0,
    "amanha": 1,
    "tomorrow": 1,
    "depois de amanha": 2,
    "day after tomorrow": 2,
}
_NEXT_WEEK = ("semana que vem", "proxima semana", "next week")
_NEXT_MONTH = ("mes que vem", "proximo mes", "next month")
_UNITS = {
    word: unit
    for unit, words in {
        "minutes": "min mins minuto minutos minute minutes",
        "hours": "h hs hora horas hour hours",
        "days": "d dia dias day days",
        "weeks": "sem semana semanas w week weeks",
        "months": "mes meses month months",
    }.items()
    for word in words.split()
}

_TIME = re.compile(
    r"(?:^|\s)(?P<at>as\s|at\s)?(?:(?P<noon>meio dia|noon|midday)|(?P<hour>\d{1,2})"
    r"(?:[:h](?P<minute>\d{2})|\s?h(?:s|ora|oras)?|(?=\s?[ap]m)|(?(at)|(?!)))"
    r"\s?(?P<half>am|pm)?)$"
)
_BARE_NUMBER = re.compile(r"(?:^|\s)(?P<number>\d{1,2})$")
_LEAP = re.compile(
    r"^(?P<sign>\+|em |in |daqui a |daqui )?\s?(?P<count>\d{1,4})\s?(?P<unit>[a-z]+)$"
)
_DATE = re.compile(r"^(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})(?:[/.-](?P<year>\d{4}|\d{2}))?$")
_ISO_DATE = re.compile(r"^(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})$")
_MONTH_DAY = re.compile(r"^(?:dia|day) (?P<day>\d{1,2})$")


@dataclass(frozen=True, slots=True)
class LocalMoment:
    """A day, or a minute of it, on the wall clock.

    Attributes:
        day: The day.
        time_of_day: The minute of the day; None means the whole day.
    """

    day: date
    time_of_day: time | None = None

    def instant(self, zone: ZoneInfo) -> datetime:
        """Return the moment in UTC; a whole day is its local start."""
        return datetime.combine(self.day, self.time_of_day or time(), tzinfo=zone).astimezone(UTC)

    def text(self, language: Language) -> str:
        """Return the moment as ``ter 24/11/2026 14:00``, which ``parse`` understands again."""
        shown = f"{_WEEKDAYS[language][self.day.weekday()]} {formats.day(self.day)}"
        return shown if self.time_of_day is None else f"{shown} {self.time_of_day:%H:%M}"


def moment_of(instant: datetime, zone: ZoneInfo, *, has_time: bool) -> LocalMoment:
    """Return an instant on the wall clock of a zone."""
    local = instant.astimezone(zone)
    clock = local.time().replace(second=0, microsecond=0, fold=0)
    return LocalMoment(local.date(), clock if has_time else None)


def parse(text: str, *, now: datetime) -> LocalMoment | None:
    """Understand a date in words.

    Args:
        text: What was typed.
        now: The present moment on the wall clock.

    Returns:
        The moment, never in the past; None where the words say nothing about a date.

    Raises:
        BadInputError: The date is past, impossible, too far away, or could mean two things.
    """
    words = _normalised(text)
    if not words:
        return None
    moment = _leap(words, now) or _day_and_time(words, now)
    if moment is None:
        return None
    _refuse_past(moment, now)
    return moment


def _normalised(text: str) -> str:
    words = plain(text.replace(",", " ")).replace("meio-dia", "meio dia")
    return " ".join(re.sub(r"[- ]feira\b", "", words).split())


def _refuse_past(moment: LocalMoment, now: datetime) -> None:
    wall = now.replace(tzinfo=None)
    is_past = moment.day < wall.date() or (
        moment.time_of_day is not None and datetime.combine(moment.day, moment.time_of_day) <= wall
    )
    if is_past:
        raise BadInputError("date_past")
    if moment.day - wall.date() > FURTHEST:
        raise BadInputError("date_too_far")


def _leap(words: str, now: datetime) -> LocalMoment | None:
    """Return the moment for "+2h", "3 dias", "in 3 days"; "2h" alone is a time of day."""
    match = _LEAP.match(words)
    unit = _UNITS.get(match["unit"]) if match else None
    if match is None or unit is None:
        return None
    if match["sign"] is None and match["unit"] in _CLOCK_UNITS:
        return None
    count = int(match["count"])
    if unit in {"minutes", "hours"}:
        wall = now.replace(tzinfo=None, second=0, microsecond=0, fold=0)
        later = wall + timedelta(**{unit: count})
        return LocalMoment(later.date(), later.time())
    return LocalMoment(_days_on(count, unit, now.date()))


def _days_on(count: int, unit: str, today: date) -> date:
    if unit != "months":
        days = timedelta(**{unit: count})
        return today + min(days, FURTHEST + timedelta(days=1))
    month = today.month - 1 + min(count, 100)
    year, month = today.year + month // 12, month % 12 + 1
    return date(year, month, min(today.day, monthrange(year, month)[1]))


def _day_and_time(words: str, now: datetime) -> LocalMoment | None:
    match = _TIME.search(words)
    clock = _time_of(match) if match else None
    day_words = words[: match.start()].strip() if match else words
    if not day_words and clock is not None:
        is_past = clock <= now.time()
        return LocalMoment(now.date() + timedelta(days=is_past), clock)
    day = _day_of(day_words, now.date())
    if day is not None:
        return LocalMoment(day, clock)
    bare = _BARE_NUMBER.search(day_words)
    if bare and (bare.start() == 0 or _day_of(day_words[: bare.start()], now.date())):
        raise BadInputError("date_ambiguous", number=bare["number"])
    return None


def _time_of(match: re.Match[str]) -> time:
    if match["noon"]:
        return time(12)
    hour, minute, half = int(match["hour"]), int(match["minute"] or 0), match["half"]
    last = 12 if half else 23
    if hour > last or minute > 59 or (half and hour == 0):
        raise BadInputError("date_impossible")
    if half:
        return time(hour % 12 + (12 if half == "pm" else 0), minute)
    if len(match["hour"]) == 1 and hour < _FIRST_CERTAIN_HOUR:
        raise BadInputError(
            "time_ambiguous", early=f"{hour:02d}:{minute:02d}", late=f"{hour + 12}:{minute:02d}"
        )
    return time(hour, minute)


def _day_of(words: str, today: date) -> date | None:
    if words in _DAYS_AHEAD:
        return today + timedelta(days=_DAYS_AHEAD[words])
    if words in _NEXT_WEEK:
        return _next_weekday(0, today)
    if words in _NEXT_MONTH:
        return _days_on(1, "months", today.replace(day=1))
    leap = _LEAP.match(words)
    unit = _UNITS.get(leap["unit"]) if leap else None
    if leap and unit in {"days", "weeks", "months"}:
        return _days_on(int(leap["count"]), unit, today)
    return _weekday(words, today) or _calendar_day(words, today)


def _weekday(words: str, today: date) -> date | None:
    """Return the day for "sexta", "próxima sexta", "sexta que vem", "ter 24/11/2026"."""
    words = words.removesuffix(" que vem").removeprefix("next ")
    words = words.removeprefix("proxima ").removeprefix("proximo ")
    name, _, rest = words.partition(" ")
    weekday = _WEEKDAY_WORDS.get(name)
    if weekday is None:
        return None
    if not rest:
        return _next_weekday(weekday, today)
    day = _calendar_day(rest, today)
    if day is not None and day.weekday() != weekday:
        raise BadInputError("date_weekday", date=day)
    return day


def _next_weekday(weekday: int, today: date) -> date:
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _calendar_day(words: str, today: date) -> date | None:
    """Return the day for "dia 15", "15/12", "15/12/26", "2026-12-15"."""
    match = _MONTH_DAY.match(words)
    if match:
        ahead = range(today.month - 1, today.month + 12)
        months = [(today.year + month // 12, month % 12 + 1) for month in ahead]
        return _first_possible(months, int(match["day"]), today)
    match = _DATE.match(words) or _ISO_DATE.match(words)
    if match is None:
        return None
    day, month, year = int(match["day"]), int(match["month"]), match["year"]
    if year is None:
        years = range(today.year, today.year + 9)  # 29/02 may be eight years away
        return _first_possible([(year, month) for year in years], day, today)
    century = 2000 if len(year) == 2 else 0
    return _first_possible([(int(year) + century, month)], day, date.min)


def _first_possible(months: Iterable[tuple[int, int]], day: int, not_before: date) -> date:
    """Return a day of the month in the first month that has it, from a day on."""
    for year, month in months:
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found >= not_before:
            return found
    raise BadInputError("date_impossible")
