"""When the desktop is quiet, and how many reminders are told at once."""

from datetime import UTC, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.domain.agenda import Reminder
from cockpit.domain.announcements import Quiet, announcements
from cockpit.domain.vocabulary import ReminderState

SP = ZoneInfo("America/Sao_Paulo")
NOON = datetime(2026, 3, 2, 12, tzinfo=SP)


def reminders(count: int) -> list[Reminder]:
    at = datetime(2026, 3, 2, tzinfo=UTC)
    return [
        Reminder(UUID(int=n), UUID(int=n), "A", "", at, True, at, ReminderState.RAISED, "")
        for n in range(count)
    ]


@pytest.mark.parametrize(
    ("start", "end", "clock", "ends"),
    [
        (12, 14, "12:00", "2026-03-02 14:00"),
        (12, 14, "11:59", None),
        (12, 14, "14:00", None),
        (20, 7, "23:00", "2026-03-03 07:00"),
        (20, 7, "06:59", "2026-03-02 07:00"),
        (20, 7, "07:00", None),
        (8, 8, "08:00", None),
    ],
)
def test_the_daily_quiet_holds_and_ends_by_the_users_clock(
    start: int, end: int, clock: str, ends: str | None
) -> None:
    now = datetime.fromisoformat(f"2026-03-02 {clock}").replace(tzinfo=SP)
    found = Quiet(daily_from=time(start), daily_until=time(end)).ends_at(now)
    assert found == (None if ends is None else datetime.fromisoformat(ends).replace(tzinfo=SP))


def test_the_longer_of_two_quiets_holds() -> None:
    asked = NOON + timedelta(hours=3)
    assert Quiet(asked, time(11), time(13)).ends_at(NOON) == asked
    assert Quiet(asked).ends_at(asked) is None


def test_a_quiet_of_a_clock_that_was_put_back_does_not_hold() -> None:
    assert Quiet(NOON + timedelta(days=3650)).ends_at(NOON) is None


@given(st.times(), st.times(), st.datetimes(timezones=st.just(SP)))
def test_no_quiet_holds_at_its_own_end_and_none_lasts_over_a_day(
    start: time, end: time, now: datetime
) -> None:
    quiet = Quiet(daily_from=start, daily_until=end)
    ends = quiet.ends_at(now)
    if ends is not None:
        assert quiet.ends_at(ends) is None
        assert ends.replace(tzinfo=None) - now.replace(tzinfo=None) <= timedelta(days=1)


def test_few_are_told_one_by_one_and_many_as_one() -> None:
    assert [one.is_burst for one in announcements(reminders(3))] == [False] * 3
    (burst,) = announcements(reminders(7))
    assert burst.is_burst
    assert len(burst.reminders) == 7
    assert announcements([]) == ()
