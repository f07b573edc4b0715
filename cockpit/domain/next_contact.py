"""When an outcome proposes the next contact.

A wait of a day or more names a day, a shorter one a time. What would fall outside the office's
hours moves to the next morning, what would fall on a weekend to Monday. The operator may write any
other moment.
"""

from datetime import datetime, time, timedelta

from cockpit.domain.natural_date import LocalMoment

_OPENS, _CLOSES = time(8), time(18)
_SATURDAY = 5
_DAY_MINUTES = 24 * 60
_STEP_MINUTES = 5


def propose(wait_minutes: int, *, now: datetime) -> LocalMoment:
    """Return the moment ``wait_minutes`` after ``now``, the wall clock, or a bit later."""
    later = now.replace(tzinfo=None, second=0, microsecond=0) + timedelta(minutes=wait_minutes)
    if wait_minutes >= _DAY_MINUTES:
        return _on_workday(LocalMoment(later.date()))
    later += timedelta(minutes=-later.minute % _STEP_MINUTES)
    if later.time() < _OPENS:
        return _on_workday(LocalMoment(later.date(), _OPENS))
    if later.time() >= _CLOSES:
        return _on_workday(LocalMoment(later.date() + timedelta(days=1), _OPENS))
    return _on_workday(LocalMoment(later.date(), later.time()))


def _on_workday(moment: LocalMoment) -> LocalMoment:
    weekday = moment.day.weekday()
    if weekday < _SATURDAY:
        return moment
    monday = moment.day + timedelta(days=7 - weekday)
    return LocalMoment(monday, moment.time_of_day and _OPENS)
