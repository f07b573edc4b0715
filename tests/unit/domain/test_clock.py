"""A chosen day counts as today, and time goes on in it."""

from datetime import UTC, date, datetime, timedelta
from itertools import groupby

import pytest

from cockpit.domain.clock import DEFAULT_ZONE, AsOfClock, SystemClock
from cockpit.domain.report_schedules import Repetition, ReportPlan
from cockpit.domain.reports import ReportName


def test_a_chosen_day_starts_at_nine_in_the_morning_in_brazil() -> None:
    clock = AsOfClock(date(2022, 3, 22))
    assert clock.today() == date(2022, 3, 22)
    assert clock.now().replace(second=0, microsecond=0) == datetime(2022, 3, 22, 12, 0, tzinfo=UTC)


def test_time_goes_on_in_a_chosen_day() -> None:
    clock = AsOfClock(date(2022, 3, 22))
    assert clock.now() <= clock.now()


def test_the_system_clock_tells_aware_instants_and_the_day_in_its_zone() -> None:
    clock = SystemClock()
    now = clock.now()
    assert now.tzinfo is UTC
    assert clock.today() in {now.astimezone(clock.zone).date(), clock.now().date()}


def test_what_came_until_the_end_of_a_chosen_day_is_known_on_it() -> None:
    known_at = AsOfClock(date(2022, 3, 22)).known_at
    assert known_at == datetime(2022, 3, 23, 2, 59, 59, 999999, tzinfo=UTC)
    assert AsOfClock(date.max).known_at == datetime.max.replace(tzinfo=UTC)
    assert AsOfClock(date.min).known_at.date() == date(1, 1, 2)


def test_to_the_machines_clock_everything_stored_is_known() -> None:
    assert SystemClock().known_at is None


#: Summer time began at midnight of 4 November 2018, which was one then, and ended at midnight of
#: 18 February 2018, so that the hour before it came twice.
SWITCHED = (datetime(2018, 11, 3, 12, tzinfo=UTC), datetime(2018, 2, 17, 12, tzinfo=UTC))


@pytest.mark.parametrize("noon", SWITCHED)
def test_a_day_that_loses_or_gains_an_hour_ends_with_its_last_instant(noon: datetime) -> None:
    zone = DEFAULT_ZONE
    for minutes in range(0, 48 * 60, 7):
        at = noon + timedelta(minutes=minutes)
        day = at.astimezone(zone).date()
        assert AsOfClock(day).known_at >= at
        assert AsOfClock(day - timedelta(days=1)).known_at < at


@pytest.mark.parametrize("noon", SWITCHED)
@pytest.mark.parametrize("hour", [0, 8, 23])
def test_a_report_falls_due_once_on_a_day_that_loses_or_gains_an_hour(
    noon: datetime, hour: int
) -> None:
    plan = ReportPlan(ReportName.CONTACTS, repetition=Repetition.DAILY, hour=hour)
    found = []
    for minutes in range(0, 72 * 60, 5):
        at = noon + timedelta(minutes=minutes)
        due = plan.due(at, DEFAULT_ZONE)
        assert plan.due_at(due, DEFAULT_ZONE) <= at
        found.append(due)
    assert found == sorted(found)
    days = [day for day, _ in groupby(found)]
    assert all(plan.due(noon, DEFAULT_ZONE) <= day for day in days)
    assert len(set(days)) == len(days)
