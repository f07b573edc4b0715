"""Whether a customer may be contacted now: every reason, its end, and what a word overrules."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cockpit.domain.calling_window import (
    Holiday,
    Hours,
    Place,
    WindowRules,
    Wishes,
    first_opening,
    last_opening,
    window_now,
)
from cockpit.domain.contact_caps import Cap, is_within
from cockpit.domain.eligibility import Bar, Standing, bar_of
from cockpit.domain.plain_text import plain
from cockpit.domain.reachable import RINGING, Obstacle, Subject, reachable
from cockpit.domain.vocabulary import Channel, HoldKind, LifecycleStatus
from tests.support import cadence_data as data

SP = ZoneInfo("America/Sao_Paulo")
PLACE = Place("SP", "São Paulo", SP)
#: A Monday, 10:00 in São Paulo.
NOW = datetime(2026, 11, 23, 13, tzinfo=UTC)
HOUR = timedelta(hours=1)
ANY = Subject(PLACE, Wishes(), WindowRules())

holds = st.none() | st.sampled_from(HoldKind)
moments = st.integers(-40 * 24 * 60, 40 * 24 * 60)


@st.composite
def subjects(draw: st.DrawFn) -> tuple[Subject, datetime]:
    """Draw a customer with the instant at which they are judged."""
    now = draw(data.instants)
    since = st.integers(0, 45 * 24 * 60).map(lambda minutes: now - timedelta(minutes=minutes))
    until = st.none() | moments.map(lambda minutes: now + timedelta(minutes=minutes))
    return (
        Subject(
            draw(data.places),
            draw(data.wishes),
            draw(data.windows),
            closed=draw(st.frozensets(data.channels, max_size=2)),
            usable=draw(st.frozensets(data.channels, min_size=2)),
            hold=draw(holds),
            hold_until=draw(until),
            is_due=draw(st.booleans()),
            is_woken=draw(st.booleans()),
            caps=tuple(draw(st.lists(data.caps, max_size=3))),
            contacts=tuple(draw(st.lists(since, max_size=12))),
            is_on_break=draw(st.booleans()),
        ),
        now,
    )


def obstacles(subject: Subject, now: datetime = NOW, channel: Channel = Channel.PHONE) -> list[str]:
    return [one.obstacle.value for one in reachable(subject, channel, now).hindrances]


def test_a_customer_without_a_reason_against_it_may_be_called() -> None:
    answer = reachable(ANY, Channel.PHONE, NOW)
    assert answer.is_free
    assert (answer.needs_reason, answer.is_forbidden) == (False, False)
    assert answer.free_at == NOW


def test_every_reason_is_told_and_not_the_first_alone() -> None:
    silent = Subject(
        PLACE,
        Wishes(from_minute=9 * 60, until_minute=10 * 60, weekdays=0b00010),
        WindowRules(company_days=(Holiday(date(2026, 11, 22), "Aniversário", "SP", "sao paulo"),)),
        closed=frozenset({Channel.PHONE}),
        usable=frozenset(),
        hold=HoldKind.RESTING,
        hold_until=NOW + 2 * HOUR,
        caps=(Cap(1, 7),),
        contacts=(NOW - HOUR,),
        is_on_break=True,
    )
    sunday_night = datetime(2026, 11, 22, 23, tzinfo=UTC)
    assert obstacles(silent, sunday_night) == [one.value for one in Obstacle]
    answer = reachable(silent, Channel.PHONE, sunday_night)
    assert next(one for one in answer.hindrances if one.name).name == "Aniversário"
    assert answer.is_forbidden
    assert answer.free_at is None


def test_each_reason_says_when_it_ends() -> None:
    early = NOW - 4 * HOUR  # six in the morning
    wished = replace(ANY, wishes=Wishes(from_minute=14 * 60), hold=HoldKind.CLOSED)
    answer = reachable(replace(wished, hold_until=NOW + 100 * HOUR), Channel.PHONE, early)
    ends = {one.obstacle: one.until for one in answer.hindrances}
    assert ends == {
        Obstacle.HOURS: datetime(2026, 11, 23, 11, tzinfo=UTC),
        Obstacle.PREFERENCE: datetime(2026, 11, 23, 17, tzinfo=UTC),
        Obstacle.REST: NOW + 100 * HOUR,
    }
    assert answer.free_at == datetime(2026, 11, 27, 17, tzinfo=UTC)


def test_a_letter_waits_for_no_hour_but_for_a_cap() -> None:
    night = NOW - 8 * HOUR
    full = replace(ANY, caps=(Cap(1, 1),), contacts=(night - HOUR,))
    assert obstacles(ANY, night, Channel.EMAIL) == []
    assert obstacles(full, night, Channel.EMAIL) == ["cap"]
    assert reachable(full, Channel.EMAIL, night).free_at == night + 23 * HOUR


def test_who_was_merely_skipped_does_not_rest() -> None:
    assert obstacles(replace(ANY, hold=HoldKind.SKIPPED)) == []


def test_a_rest_without_an_end_has_none() -> None:
    answer = reachable(replace(ANY, hold=HoldKind.CLOSED), Channel.PHONE, NOW)
    assert answer.needs_reason
    assert answer.free_at is None


def test_a_next_contact_that_is_due_neither_rests_nor_waits_for_a_cap() -> None:
    tired = replace(ANY, hold=HoldKind.RESTING, caps=(Cap(1, 9),), contacts=(NOW - HOUR,))
    assert obstacles(tired) == ["rest", "cap"]
    assert obstacles(replace(tired, is_woken=True)) == ["cap"]
    assert obstacles(replace(tired, is_due=True)) == []


@pytest.mark.parametrize("closed", Channel)
def test_a_closed_channel_takes_no_reason(closed: Channel) -> None:
    answer = reachable(replace(ANY, closed=frozenset({closed})), closed, NOW)
    assert answer.is_forbidden
    assert not answer.needs_reason
    assert answer.free_at is None


@given(subjects(), data.channels)
def test_nobody_is_free_outside_the_window_over_a_cap_or_on_a_closed_channel(
    drawn: tuple[Subject, datetime], channel: Channel
) -> None:
    subject, now = drawn
    answer = reachable(subject, channel, now)
    assert answer.is_free == (not answer.hindrances)
    if answer.is_free:
        assert channel not in subject.closed
        assert not subject.is_on_break
        if channel in RINGING:
            assert window_now(subject.place, subject.wishes, subject.rules, now).closed is None
        assert subject.is_due or is_within(subject.caps, subject.contacts, now)


@given(subjects(), data.channels, st.integers(0, 999))
def test_free_at_is_the_first_instant_at_which_nothing_is_in_the_way(
    drawn: tuple[Subject, datetime], channel: Channel, share: int
) -> None:
    subject, now = drawn
    rested = replace(subject, is_on_break=False)
    free_at = reachable(subject, channel, now).free_at
    if free_at is None:
        return
    assert free_at >= now
    assert reachable(rested, channel, free_at).is_free
    between = now + (free_at - now) * share / 1000
    if between < free_at:
        assert not reachable(rested, channel, between).is_free


@given(subjects(), data.channels)
def test_a_reason_is_gone_when_it_says_so(
    drawn: tuple[Subject, datetime], channel: Channel
) -> None:
    subject, now = drawn
    for one in reachable(subject, channel, now).hindrances:
        if one.until is not None:
            assert one.until > now
            then = [found.obstacle for found in reachable(subject, channel, one.until).hindrances]
            assert one.obstacle not in then


@given(subjects())
def test_the_queue_agrees(drawn: tuple[Subject, datetime]) -> None:
    subject, now = drawn
    subject = replace(subject, caps=(), contacts=(), is_on_break=False)
    assume(subject.hold is not HoldKind.SKIPPED)  # the operator's own step, not the customer's
    standing = Standing(
        LifecycleStatus.AT_RISK,
        is_phone_forbidden=Channel.PHONE in subject.closed,
        has_phone=Channel.PHONE in subject.usable,
        hold=subject.hold,
        hold_until=subject.hold_until,
        due_at=now if subject.is_due else None,
        is_woken=subject.is_woken,
    )
    window = window_now(subject.place, subject.wishes, subject.rules, now)
    barred = bar_of(standing, window, now=now)
    answer = reachable(subject, Channel.PHONE, now)
    assert (barred is None) == answer.is_free
    found = {one.obstacle for one in answer.hindrances}
    assert (barred is not None and barred.bar is Bar.DO_NOT_CONTACT) == (
        Obstacle.CHANNEL_CLOSED in found
    )


#: Places whose clocks are put forward and back, by an hour or half of one, at night.
shifting = st.sampled_from(
    ["America/Sao_Paulo", "America/Santiago", "America/New_York", "Australia/Lord_Howe"]
).map(lambda name: Place("AC", "Lábrea", ZoneInfo(name)))
#: From 2016 on: Brazil put its clocks forward and back until 2019.
years = st.datetimes(
    datetime(2016, 1, 1),  # noqa: DTZ001 - hypothesis sets the zone
    datetime(2027, 12, 31),  # noqa: DTZ001
    timezones=st.just(UTC),
)
#: Clocks are put forward and back before five; nobody is called then.
day_hours = st.builds(
    lambda opens, length, weekdays: Hours(
        time(opens // 60, opens % 60),
        time((opens + length) // 60 % 24, (opens + length) % 60),
        weekdays,
    ),
    st.integers(5 * 60, 13 * 60),
    st.integers(1, 11 * 60),
    st.frozensets(st.integers(0, 6), min_size=1),
)


@given(shifting, data.wishes, day_hours, years)
def test_clocks_put_forward_or_back_move_no_opening(
    place: Place, wishes: Wishes, hours: Hours, now: datetime
) -> None:
    rules = WindowRules(default=hours)
    opens = first_opening(place, wishes, rules, now)
    if opens is None:
        return
    assert opens >= now
    window = window_now(place, wishes, rules, opens)
    assert window.closed is None
    assert window.closes_at is not None
    assert opens < window.closes_at
    assert window_now(place, wishes, rules, window.closes_at).closed is not None
    last = last_opening(place, wishes, rules, now, window.closes_at)
    assert last is not None
    assert window_now(place, wishes, rules, last).closed is None
    if opens > now:
        assert window_now(place, wishes, rules, opens - timedelta(seconds=1)).closed is not None
        local = opens.astimezone(place.zone)
        wished = 0 if wishes.from_minute is None else wishes.from_minute
        minutes = {hours.opens.hour * 60 + hours.opens.minute, wished}
        assert local.hour * 60 + local.minute in minutes


@pytest.mark.parametrize(
    ("stored", "typed"),
    [("São Paulo", "SAO PAULO"), ("sao  paulo", "São Paulo"), ("Itápolis", "itapolis")],
)
def test_a_day_off_is_the_citys_however_it_is_spelled(stored: str, typed: str) -> None:
    rules = WindowRules(company_days=(Holiday(NOW.date(), "Padroeira", "SP", stored),))
    here = replace(ANY, place=Place("SP", typed, SP), rules=rules)
    assert obstacles(here) == ["holiday"]
    assert obstacles(replace(here, place=Place("SP", "Santos", SP))) == []
    assert obstacles(replace(here, place=Place("RJ", typed, SP))) == []


letters = st.text("aáàâãbcçdeéêfghiíjklmnoóôõpqrstuúüvwxyz AÁÃÇÉÍÓÚ'-", min_size=1, max_size=25)


@given(
    letters.filter(str.strip), st.sampled_from(("lower", "upper", "title", "plain")), data.places
)
def test_whatever_city_keeps_a_day_however_it_is_written(
    city: str, spelling: str, place: Place
) -> None:
    typed = plain(city) if spelling == "plain" else getattr(city, spelling)()
    day = NOW.astimezone(place.zone).date()
    rules = WindowRules(company_days=(Holiday(day, "Padroeira", place.state, city),))
    here = Subject(replace(place, city=f" {typed} "), Wishes(), rules)
    assert Obstacle.HOLIDAY in {
        one.obstacle for one in reachable(here, Channel.PHONE, NOW).hindrances
    }


@given(st.integers(2018, 2035), data.places, st.integers(0, 72))
def test_no_call_is_made_on_new_year_s_day_of_the_customers_own_calendar(
    year: int, place: Place, hours: int
) -> None:
    at = datetime(year, 12, 31, tzinfo=UTC) + timedelta(hours=hours)
    subject = Subject(place, Wishes(), WindowRules(Hours(time(0), time(0), frozenset(range(7)))))
    answer = reachable(subject, Channel.PHONE, at)
    local = at.astimezone(place.zone)
    if (local.month, local.day) == (1, 1):
        assert not answer.is_free
        assert answer.free_at is not None
        assert answer.free_at.astimezone(place.zone).date() == date(local.year, 1, 2)


def test_over_the_end_of_the_year_the_next_years_holidays_count() -> None:
    late = datetime(2026, 12, 31, 22, tzinfo=UTC)  # a Thursday, 19:00
    answer = reachable(ANY, Channel.PHONE, late)
    assert answer.free_at == datetime(2027, 1, 4, 11, tzinfo=UTC)
    new_year = datetime(2027, 1, 1, 13, tzinfo=UTC)
    assert obstacles(ANY, new_year) == ["holiday"]


def test_the_year_ends_by_the_customers_own_clock() -> None:
    acre = replace(ANY, place=Place("AC", "Rio Branco", ZoneInfo("America/Rio_Branco")))
    rules = WindowRules(default=Hours(time(8), time(0), frozenset(range(7))))
    at = datetime(2027, 1, 1, 4, tzinfo=UTC)  # 01:00 in São Paulo, 23:00 of the old year in Acre
    assert obstacles(replace(acre, rules=rules), at) == []
    assert obstacles(replace(ANY, rules=rules), at) == ["holiday", "hours"]
