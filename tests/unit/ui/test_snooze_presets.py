"""The moments that putting a call off proposes."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.ui.call.presets import snooze_presets

moments = st.datetimes(datetime(2024, 1, 1), datetime(2030, 12, 31))


def texts(wall: datetime) -> list[str]:
    presets = snooze_presets(wall.replace(tzinfo=DEFAULT_ZONE))
    return [f"{one.day:%d/%m} {one.time_of_day:%H:%M}" for one in presets]


def test_on_a_morning_they_are_today_tomorrow_and_monday():
    assert texts(datetime(2026, 3, 4, 9, 20, 41)) == [
        "04/03 09:35", "04/03 10:20", "04/03 14:00", "05/03 08:00", "09/03 08:00",
    ]  # fmt: skip


def test_on_a_friday_evening_the_next_workday_is_monday():
    assert texts(datetime(2026, 3, 6, 17)) == [
        "06/03 17:15", "06/03 18:00", "09/03 14:00", "09/03 08:00", "09/03 08:00",
    ]  # fmt: skip


def test_once_the_afternoon_has_begun_its_end_is_meant():
    assert texts(datetime(2026, 3, 4, 15))[2] == "04/03 16:30"


@given(moments)
def test_all_of_them_lie_in_the_future_and_on_a_workday_from_the_third_on(wall):
    now = wall.replace(tzinfo=DEFAULT_ZONE)
    presets = snooze_presets(now)
    for one in presets:
        assert one.time_of_day is not None
        at = datetime.combine(one.day, one.time_of_day)
        assert at > wall - timedelta(minutes=1)
    assert all(one.day.weekday() < 5 for one in presets[3:])
