"""Credited days as rows are the same days, and are cut as a plain loop would."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cockpit.domain.credited_days import CreditedDays
from cockpit.domain.periods import Period
from cockpit.domain.reactivation import CreditedDay
from cockpit.domain.vocabulary import Channel

MARCH = Period(date(2025, 3, 1), date(2025, 3, 31))


@st.composite
def credited(draw: st.DrawFn) -> CreditedDay:
    contacted = draw(st.dates(date(1990, 1, 1), date(2090, 1, 1)) | st.dates(*_around(MARCH)))
    returned = contacted + timedelta(days=draw(st.integers(0, 30)))
    ordered = returned + timedelta(days=draw(st.integers(0, 9)))
    cents = st.integers(-(2**40), 2**40)
    return CreditedDay(
        draw(st.uuids()),
        draw(st.uuids()),
        draw(st.uuids()),
        draw(st.sampled_from(Channel)),
        draw(st.none() | st.uuids()),
        contacted,
        returned,
        ordered,
        int(ordered == returned),
        1,
        draw(cents),
        draw(cents),
    )


def _around(period: Period) -> tuple[date, date]:
    return period.first - timedelta(days=20), period.last + timedelta(days=20)


@given(st.lists(credited(), max_size=8))
def test_rows_are_the_days_they_were_made_of_by_the_day_of_the_orders(
    days: list[CreditedDay],
) -> None:
    in_order = sorted(days, key=lambda one: one.ordered_on)
    rows = CreditedDays.of(days)
    assert list(rows) == in_order
    assert [rows[place] for place in range(len(rows))] == in_order
    assert list(rows[1:3]) == in_order[1:3]
    assert len(rows) == rows.packed.count == len(days)


@given(st.lists(credited(), max_size=12), st.data())
def test_a_period_and_some_people_have_those_of_a_plain_loop(
    days: list[CreditedDay], data: st.DataObject
) -> None:
    rows = CreditedDays.of(days)
    people = data.draw(st.sets(st.sampled_from([one.user_id for one in days]))) if days else set()
    in_order = sorted(days, key=lambda one: one.ordered_on)
    assert list(rows.within(MARCH)) == [one for one in in_order if one.ordered_on in MARCH]
    assert list(rows.of_people(people)) == [one for one in in_order if one.user_id in people]


@given(st.lists(credited(), max_size=8))
def test_parts_that_follow_each_other_are_one_again(days: list[CreditedDay]) -> None:
    rows = CreditedDays.of(days)
    before = Period(date(1980, 1, 1), MARCH.first - timedelta(days=1))
    after = Period(MARCH.last + timedelta(days=1), date(2199, 1, 1))
    joined = CreditedDays.joined(rows.within(one) for one in (before, MARCH, after))
    assert list(joined) == list(rows)
