"""The moments that putting a call off proposes."""

from datetime import datetime, time, timedelta

from cockpit.domain.natural_date import LocalMoment

MORNING, AFTERNOON, LATE = time(8), time(14), time(16, 30)
_QUARTER, _HOUR = timedelta(minutes=15), timedelta(hours=1)
_SATURDAY = 5


def snooze_presets(now: datetime) -> tuple[LocalMoment, ...]:
    """Return in 15 minutes, in an hour, this afternoon, the next workday at 8, Monday at 8.

    Where the afternoon has begun, it is its end; where that is past too, the next workday's
    afternoon. All lie in the future.

    Args:
        now: The present moment on the wall clock.
    """
    wall = now.replace(tzinfo=None, second=0, microsecond=0, fold=0)
    today = wall.date()
    tomorrow = today + timedelta(days=1)
    while tomorrow.weekday() >= _SATURDAY:
        tomorrow += timedelta(days=1)
    later = (LocalMoment(today, clock) for clock in (AFTERNOON, LATE) if wall.time() < clock)
    monday = today + timedelta(days=7 - today.weekday())
    return (
        _moment(wall + _QUARTER),
        _moment(wall + _HOUR),
        next(later, LocalMoment(tomorrow, AFTERNOON)),
        LocalMoment(tomorrow, MORNING),
        LocalMoment(monday, MORNING),
    )


def _moment(wall: datetime) -> LocalMoment:
    return LocalMoment(wall.date(), wall.time())
