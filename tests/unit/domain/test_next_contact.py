"""The next contact that an outcome proposes."""

from datetime import datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.domain.formats import Language
from cockpit.domain.next_contact import propose

EARLIEST = datetime(2020, 1, 1)  # noqa: DTZ001 - hypothesis adds the zone


@pytest.mark.parametrize(
    ("wait_minutes", "expected"),
    [
        (30, "seg 23/11/2026 10:35"),
        (9 * 60, "ter 24/11/2026 08:00"),
        (20 * 60, "ter 24/11/2026 08:00"),
        (24 * 60, "ter 24/11/2026"),
        (5 * 24 * 60, "seg 30/11/2026"),
    ],
)
def test_a_wait_becomes_a_moment_of_office_hours(wait_minutes: int, expected: str) -> None:
    monday = datetime(2026, 11, 23, 10, 2, 30, tzinfo=DEFAULT_ZONE)
    assert propose(wait_minutes, now=monday).text(Language.PORTUGUESE) == expected


def test_what_falls_after_friday_s_hours_comes_back_on_monday_morning() -> None:
    friday = datetime(2026, 11, 20, 17, 50, tzinfo=DEFAULT_ZONE)
    assert propose(60, now=friday).text(Language.PORTUGUESE) == "seg 23/11/2026 08:00"


@given(
    now=st.datetimes(EARLIEST, timezones=st.just(DEFAULT_ZONE), max_value=EARLIEST.replace(2090)),
    wait_minutes=st.integers(1, 400 * 24 * 60),
)
def test_a_proposal_is_a_workday_not_before_the_wait_is_over(
    now: datetime, wait_minutes: int
) -> None:
    moment = propose(wait_minutes, now=now)
    over = now.replace(tzinfo=None) + timedelta(minutes=wait_minutes - 1)
    assert moment.day.weekday() < 5
    assert datetime.combine(moment.day, moment.time_of_day or time.max) >= over
