"""A chosen day counts as today, and time goes on in it."""

from datetime import UTC, date, datetime

from cockpit.domain.clock import AsOfClock, SystemClock


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
