"""The day on which the benchmarks call: nobody may be called on a national holiday."""

from datetime import date, datetime, timedelta

from cockpit.domain.calling_window import WindowRules, holiday_on
from cockpit.domain.clock import SystemClock

_DAY = timedelta(days=1)
_SATURDAY = 5


def calling_day(today: date) -> date:
    """Return the day itself, or of a national holiday the last working day before it.

    Weekends are called on: the invented portfolios keep office hours all week.
    """
    rules = WindowRules()
    if not holiday_on(today, "", "", rules):
        return today
    day = today - _DAY
    while day.weekday() >= _SATURDAY or holiday_on(day, "", "", rules):
        day -= _DAY
    return day


def set_clock_to_calling_day() -> None:
    """Set this program's clock back by whole days where today is a holiday; it goes on as usual."""
    today = SystemClock().today()
    back, former = today - calling_day(today), SystemClock.now

    def now(clock: SystemClock) -> datetime:
        return former(clock) - back

    if back:
        setattr(SystemClock, "now", now)  # noqa: B010 - the whole program asks this one clock
