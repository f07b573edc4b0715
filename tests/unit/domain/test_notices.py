"""When a notice is due, and that each period is one."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.domain.digest_documents import from_document, to_document, told_on_last_day
from cockpit.domain.notices import (
    Audience,
    NoticeKind,
    NoticeSchedule,
    Periodicity,
    audience_of,
)
from cockpit.domain.vocabulary import Role
from tests.support.notice_fakes import cycle_left, left_customer, portfolio, portfolios

ZONE = ZoneInfo("America/Sao_Paulo")
MONDAY = date(2026, 3, 2)
schedules = st.builds(
    NoticeSchedule,
    st.sampled_from([Periodicity.DAILY, Periodicity.WEEKLY]),
    st.integers(0, 6),
    st.integers(0, 23),
    st.booleans(),
)
instants = st.datetimes(
    datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)  # noqa: DTZ001
)  # fmt: skip


def local(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZONE)


@given(schedules, instants)
def test_a_period_has_begun_and_the_next_one_has_not(
    schedule: NoticeSchedule, now: datetime
) -> None:
    period, next_at = schedule.period(now, ZONE), schedule.next_at(now, ZONE)
    assert period is not None
    assert next_at is not None
    assert local(period, schedule.hour) <= now < next_at
    assert schedule.period(next_at, ZONE) == next_at.date()
    assert schedule.period(next_at - timedelta(seconds=1), ZONE) == period
    wanted = {schedule.weekday}
    if schedule.periodicity is Periodicity.DAILY:
        wanted = set(range(5))
    assert {period.weekday(), next_at.weekday()} <= wanted


@given(schedules)
def test_a_schedule_is_stored_and_read_as_it_was(schedule: NoticeSchedule) -> None:
    assert NoticeSchedule.from_document(schedule.document()) == schedule


@pytest.mark.parametrize(
    "stored",
    [
        None,
        "weekly",
        {},
        {"periodicity": "hourly", "weekday": 0, "hour": 8, "is_mailed": True},
        {"periodicity": "weekly", "weekday": 9, "hour": 8, "is_mailed": True},
        {"periodicity": "weekly", "weekday": 0, "hour": None, "is_mailed": True},
        {"periodicity": "weekly", "weekday": float("inf"), "hour": 8, "is_mailed": True},
    ],
)
def test_a_schedule_of_another_version_is_the_default(stored: object) -> None:
    assert NoticeSchedule.from_document(stored) == NoticeSchedule()


def test_a_schedule_that_is_off_has_no_moment() -> None:
    schedule = NoticeSchedule(Periodicity.OFF)
    assert schedule.period(local(MONDAY, 12), ZONE) is None
    assert schedule.next_at(local(MONDAY, 12), ZONE) is None


def test_friday_waits_over_the_weekend() -> None:
    schedule = NoticeSchedule(Periodicity.DAILY, hour=8)
    friday = MONDAY - timedelta(days=3)
    assert schedule.period(local(MONDAY, 7, 59), ZONE) == friday
    assert schedule.period(local(MONDAY, 8), ZONE) == MONDAY


@pytest.mark.parametrize(
    ("kind", "role", "audience"),
    [
        (NoticeKind.CYCLE_LEFT, Role.OPERATOR, Audience.SELLERS),
        (NoticeKind.CYCLE_LEFT, Role.ADMINISTRATOR, Audience.SELLERS),
        (NoticeKind.PORTFOLIOS, Role.OPERATOR, None),
        (NoticeKind.PORTFOLIOS, Role.EXTERNAL_SELLER, None),
        (NoticeKind.PORTFOLIOS, Role.SUPERVISOR, Audience.SUPERVISORS),
        (NoticeKind.PORTFOLIOS, Role.MANAGER, Audience.MANAGERS),
        (NoticeKind.PORTFOLIOS, Role.ADMINISTRATOR, Audience.MANAGERS),
    ],
)
def test_only_who_answers_for_sellers_hears_of_portfolios(
    kind: NoticeKind, role: Role, audience: Audience | None
) -> None:
    assert audience_of(kind, role) is audience


def test_a_stored_digest_holds_no_name_and_gets_those_of_today() -> None:
    one, gone = left_customer("Acme"), left_customer("Beta")
    digest = cycle_left(one, gone)
    document = to_document(digest)
    assert "Acme" not in str(document)
    assert "Ana Prado" not in str(document)
    owner = digest.portfolios[0].owner_id
    assert owner is not None
    again = from_document(document, {one.customer_id: "Acme Ltda"}, {owner: "Ana P."})
    assert [left.name for left in again.customers] == ["Acme Ltda", ""]
    assert again.portfolios[0].owner_name == "Ana P."
    assert (again.customer_count, again.customer_cents) == (2, 300_000)


def test_the_last_day_is_remembered_beyond_the_table() -> None:
    digest = cycle_left()
    before = left_customer()
    last = replace(left_customer(), since_on=digest.until_on)
    assert told_on_last_day(to_document(digest, [before, last])) == {last.told_as}


def test_the_total_adds_up() -> None:
    total = portfolios(portfolio("Ana", 100), portfolio("Bia", 250)).total
    assert (total.at_risk_cents, total.active, total.lost_cents) == (350, 80, 2_000_000)
