"""The operators' working time of the last days, with their breaks and one correction."""

from datetime import date, datetime, timedelta

from cockpit.demo.staff import Staff
from cockpit.demo.tables import Tables
from cockpit.domain.vocabulary import BreakKind

DAYS = 5
#: When breaks begin, in minutes after the day's beginning, and how long they take.
_BREAKS = (
    (BreakKind.REST, 115, 10),
    (BreakKind.MEAL, 205, 24),
    (BreakKind.REST, 290, 11),
)
_DAY_MINUTES = 384
_MINUTE = timedelta(minutes=1)


def add_working_time(tables: Tables, staff: Staff) -> None:
    """Record each operator's last working days before the company's today."""
    days: list[date] = []
    day = tables.as_of
    while len(days) < DAYS:
        day -= timedelta(days=1)
        if tables.working_day(day) == day:
            days.append(day)
    for operator in staff.operators:
        for one in reversed(days):
            _add_day(tables, operator.user_id, one)


def _add_day(tables: Tables, user_id: object, day: date) -> None:
    random = tables.random
    start = tables.at(day, datetime.min.time().replace(hour=8)) + random.randrange(-4, 9) * _MINUTE
    end = start + (_DAY_MINUTES + random.randrange(-6, 7)) * _MINUTE
    stretch = tables.add(
        "work_sessions", user_id=user_id, started_at=start, ended_at=end, seen_at=end
    )
    for kind, after, length in _BREAKS:
        began = start + (after + random.randrange(-9, 10)) * _MINUTE
        tables.add(
            "breaks",
            work_session_id=stretch,
            kind=kind,
            started_at=began,
            ended_at=began + (length + random.randrange(3)) * _MINUTE,
        )
