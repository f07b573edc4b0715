"""The moments that putting a call off proposes."""

from datetime import date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.ui.call.presets import snooze_presets


def at(year: int, month: int, day: int, clock: time) -> datetime:
    return datetime.combine(date(year, month, day), clock, tzinfo=DEFAULT_ZONE)


moments = st.dates(date(2024, 1, 1), date(2030, 12, 31)).flatmap(
    lambda day: st.times().map(lambda clock: at(day.year, day.month, day.day, clock))
)


def texts(now: datetime) -> list[str]:
    presets = snooze_presets(now)
    return [f"{one.day:%d/%m} {one.time_of_day:%H:%M}" for one in presets]


def test_on_a_morning_they_are_today_tomorrow_and_monday():
    assert texts(at(2026, 3, 4, time(9, 20, 41))) == [
        "04/03 09:35", "04/03 10:20", "04/03 14:00", "05/03 08:00", "09/03 08:00",
    ]  # fmt: skip


def test_on_a_friday_evening_the_next_workday_is_monday():
    assert texts(at(2026, 3, 6, time(17))) == [
        "06/03 17:15", "06/03 18:00", "09/03 14:00", "09/03 08:00", "09/03 08:00",
    ]  # fmt: skip


def test_once_the_afternoon_has_begun_its_end_is_meant():
    assert texts(at(2026, 3, 4, time(15)))[2] == "04/03 16:30"


@given(moments)
def test_all_of_them_lie_in_the_future_and_on_a_workday_from_the_fourth_on(now):
    presets = snooze_presets(now)
    soonest = now - timedelta(minutes=1)
    assert all(one.instant(DEFAULT_ZONE) > soonest for one in presets)
    assert all(one.day.weekday() < 5 for one in presets[3:])
