"""When a customer may be called."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given

from cockpit.domain.calling_window import (
    Closed,
    Holiday,
    Hours,
    Place,
    Window,
    WindowRules,
    Wishes,
    holiday_on,
    window_now,
    zone_of,
)
from tests.support.cadence_data import instants, places, wishes
from tests.support.cadence_data import windows as rules

SP = ZoneInfo("America/Sao_Paulo")
MINUTE = timedelta(minutes=1)


def place(state: str = "SP", city: str = "São Paulo", zone: str = "") -> Place:
    return Place(state, city, zone_of(state, zone))


def at(
    text: str,
    where: Place | None = None,
    wished: Wishes | None = None,
    given_rules: WindowRules | None = None,
) -> Window:
    """Judge a moment of the place's own clock."""
    where = where or place()
    now = datetime.fromisoformat(text).replace(tzinfo=where.zone).astimezone(UTC)
    return window_now(where, wished or Wishes(), given_rules or WindowRules(), now)


def local(instant: datetime | None, zone: ZoneInfo = SP) -> str:
    assert instant is not None
    assert instant.utcoffset() == timedelta(0)
    return instant.astimezone(zone).strftime("%Y-%m-%d %H:%M")


def allows(where: Place, wished: Wishes, given_rules: WindowRules, now: datetime) -> bool:
    """Judge an instant by the letter of the rule, minute by minute."""
    moment = now.astimezone(where.zone)
    its = given_rules.by_state.get(where.state, given_rules.default)
    if holiday_on(moment.date(), where.state, where.city, given_rules):
        return False
    if moment.weekday() not in its.weekdays or not its.opens <= moment.time() < its.closes:
        return False
    minute = moment.hour * 60 + moment.minute
    first = wished.from_minute or 0
    until = 24 * 60 if wished.until_minute is None else wished.until_minute
    if first < until and not first <= minute < until:
        return False
    return not wished.weekdays or bool(wished.weekdays >> moment.weekday() & 1)


@pytest.mark.parametrize(
    ("text", "closed", "opens"),
    [
        ("2026-11-23 07:59", Closed.HOURS, "2026-11-23 08:00"),
        ("2026-11-23 08:00", None, None),
        ("2026-11-23 17:59", None, None),
        ("2026-11-23 18:00", Closed.HOURS, "2026-11-24 08:00"),
        ("2026-11-21 10:00", Closed.DAY_OFF, "2026-11-23 08:00"),
        ("2026-11-20 10:00", Closed.HOLIDAY, "2026-11-23 08:00"),
        ("2026-02-13 18:30", Closed.HOURS, "2026-02-18 08:00"),
        ("2026-12-24 18:00", Closed.HOURS, "2026-12-28 08:00"),
    ],
)
def test_the_default_hours_are_workdays_from_eight_to_six(
    text: str, closed: Closed | None, opens: str | None
) -> None:
    window = at(text)
    assert window.closed is closed
    assert (window.opens_at and local(window.opens_at)) == opens
    if closed is None:
        assert local(window.closes_at) == text[:11] + "18:00"
    else:
        assert window.closes_at is None


def test_it_is_the_customers_clock_that_counts() -> None:
    now = datetime(2026, 11, 23, 11, 30, tzinfo=UTC)
    assert window_now(place(), Wishes(), WindowRules(), now).closed is None
    acre = window_now(place("AC", "Rio Branco"), Wishes(), WindowRules(), now)
    assert acre.closed is Closed.HOURS
    assert acre.local.hour == 6
    assert acre.opens_at == datetime(2026, 11, 23, 13, tzinfo=UTC)
    noronha = window_now(place("PE", zone="America/Noronha"), Wishes(), WindowRules(), now)
    assert noronha.local.hour == 9


@pytest.mark.parametrize(
    ("state", "name", "zone"),
    [
        ("AM", "", "America/Manaus"),
        ("MT", "", "America/Cuiaba"),
        ("MS", "", "America/Campo_Grande"),
        ("RO", "", "America/Porto_Velho"),
        ("RR", "", "America/Boa_Vista"),
        ("BA", "", "America/Bahia"),
        ("PE", "America/Noronha", "America/Noronha"),
        ("AM", "no/such", "America/Manaus"),
        ("AM", "/etc/passwd", "America/Manaus"),
        ("", "", "America/Sao_Paulo"),
        ("XX", "", "America/Sao_Paulo"),
    ],
)
def test_a_state_has_its_time_and_a_named_zone_goes_first(state: str, name: str, zone: str) -> None:
    assert zone_of(state, name).key == zone


def test_state_holidays_close_that_state_alone() -> None:
    assert at("2026-07-09 10:00").holiday == "Revolução Constitucionalista"
    assert at("2026-07-09 10:00", place("MG", "Uberaba")).closed is None


def test_optional_days_are_a_setting() -> None:
    assert at("2026-02-16 10:00").holiday == "Carnaval"
    assert at("2026-06-04 10:00").holiday == "Corpus Christi"
    without = WindowRules(optional_days=False)
    assert at("2026-02-16 10:00", given_rules=without).closed is None
    # In Rio de Janeiro the Tuesday is a holiday by the state's law.
    assert at("2026-02-17 10:00", place("RJ", "Rio"), given_rules=without).closed is Closed.HOLIDAY


@pytest.mark.parametrize("day", ["2026-02-18", "2026-10-28", "2026-12-24"])
def test_half_days_and_civil_servants_days_are_worked(day: str) -> None:
    assert at(f"{day} 10:00").closed is None


def test_the_companys_own_days_hold_where_they_say() -> None:
    days = (
        Holiday(date(2026, 1, 26), "Aniversário de Santos", "SP", "Santos"),
        Holiday(date(2026, 3, 2), "Balanço"),
    )
    own = WindowRules(company_days=days)
    assert at("2026-01-26 10:00", place(city="SANTOS"), given_rules=own).closed is Closed.HOLIDAY
    assert at("2026-01-26 10:00", place(), given_rules=own).closed is None
    assert at("2026-01-26 10:00", place("BA", "Santos"), given_rules=own).closed is None
    assert at("2026-03-02 10:00", place("AC", ""), given_rules=own).holiday == "Balanço"


def test_a_states_own_hours_replace_the_default_ones() -> None:
    own = WindowRules(by_state={"MG": Hours(time(9), time(12), frozenset({5}))})
    assert at("2026-11-21 10:00", place("MG", ""), given_rules=own).closed is None
    assert at("2026-11-21 10:00", given_rules=own).closed is Closed.DAY_OFF


def test_the_customers_wish_narrows_the_hours() -> None:
    wished = Wishes(14 * 60, 16 * 60, 0b00011)
    assert at("2026-11-23 13:59", wished=wished).closed is Closed.PREFERENCE
    assert local(at("2026-11-23 13:59", wished=wished).opens_at) == "2026-11-23 14:00"
    assert local(at("2026-11-23 14:00", wished=wished).closes_at) == "2026-11-23 16:00"
    assert local(at("2026-11-24 16:00", wished=wished).opens_at) == "2026-11-30 14:00"


def test_a_wish_outside_the_hours_never_opens() -> None:
    window = at("2026-11-23 10:00", wished=Wishes(19 * 60, 21 * 60))
    assert (window.closed, window.opens_at) == (Closed.PREFERENCE, None)


@pytest.mark.parametrize("wished", [Wishes(600, 600), Wishes(900, 600), Wishes(weekdays=0)])
def test_a_wish_that_allows_nothing_says_nothing(wished: Wishes) -> None:
    assert at("2026-11-23 10:00", wished=wished).closed is None


@given(places, wishes, rules, instants)
def test_nobody_is_called_outside_hours_holidays_and_wishes(
    where: Place, wished: Wishes, given_rules: WindowRules, now: datetime
) -> None:
    for number in range(24):
        moment = now + number * 61 * MINUTE
        window = window_now(where, wished, given_rules, moment)
        assert (window.closed is None) == allows(where, wished, given_rules, moment)
        assert (window.closed is Closed.HOLIDAY) == bool(window.holiday)
        assert window.local == moment


@given(places, wishes, rules, instants)
def test_it_opens_at_the_first_allowed_minute(
    where: Place, wished: Wishes, given_rules: WindowRules, now: datetime
) -> None:
    window = window_now(where, wished, given_rules, now)
    assume(window.closed is not None)
    end = window.opens_at or now + timedelta(days=20)
    if window.opens_at is not None:
        assert window.opens_at > now
        assert allows(where, wished, given_rules, window.opens_at)
    moment = now.replace(second=0, microsecond=0) + MINUTE
    moments = (moment + number * 7 * MINUTE for number in range(int((end - now) / MINUTE) // 7 + 1))
    assert not any(allows(where, wished, given_rules, one) for one in moments if one < end)
    assert not allows(where, wished, given_rules, end - MINUTE) or end - MINUTE < now


@given(places, wishes, rules, instants)
def test_it_closes_at_the_first_minute_that_is_not_allowed(
    where: Place, wished: Wishes, given_rules: WindowRules, now: datetime
) -> None:
    window = window_now(where, wished, given_rules, now)
    if window.closed is not None:
        assume(window.opens_at is not None)
        now = window.opens_at or now
        window = window_now(where, wished, given_rules, now)
    assert window.closes_at is not None
    assert now < window.closes_at
    assert not allows(where, wished, given_rules, window.closes_at)
    moment = now
    while moment < window.closes_at:
        assert allows(where, wished, given_rules, moment)
        moment += 11 * MINUTE
    assert allows(where, wished, given_rules, window.closes_at - MINUTE) or (
        window.closes_at - MINUTE < now
    )
