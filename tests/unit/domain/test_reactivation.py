"""Adjustments never lose anything, totals add up, and a changed rule holds for later contacts."""

from collections import Counter
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.domain.closing import ClosingRule, closable
from cockpit.domain.errors import BadInputError
from cockpit.domain.periods import Period, month_of
from cockpit.domain.reactivation import CreditedDay, difference, totals_of
from cockpit.domain.reactivation_rule import WITHIN_DAYS, WithinDays
from cockpit.domain.vocabulary import Channel

START = date(2025, 3, 1)


def credited(
    customer: int, contact: int, day: int, cents: int, returns: int = 0, *, goods: int = 0
) -> CreditedDay:
    ordered_on = START + timedelta(days=day)
    return CreditedDay(
        contact_id=UUID(int=contact),
        customer_id=UUID(int=customer),
        user_id=UUID(int=contact % 2),
        channel=Channel.PHONE,
        campaign_id=None,
        contacted_on=START,
        returned_on=ordered_on,
        ordered_on=ordered_on,
        returns=returns,
        orders=1,
        cents=cents,
        goods_cents=goods,
    )


#: What is known at an instant: each customer, contact and day at most once.
knowledge = st.dictionaries(
    st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(0, 4)),
    st.tuples(st.integers(1, 1000), st.integers(0, 1), st.integers(0, 1000)),
    max_size=8,
).map(lambda found: [credited(*key, *value, goods=goods) for key, (*value, goods) in found.items()])


def figures(days: list[CreditedDay]) -> dict[object, Counter[str]]:
    found: dict[object, Counter[str]] = {}
    for one in days:
        counts = found.setdefault(one.key, Counter())
        counts.update(returns=one.returns, orders=one.orders, cents=one.cents)
        counts.update(goods=one.goods_cents)
    return {key: counts for key, counts in found.items() if any(counts.values())}


@given(st.lists(knowledge, min_size=1, max_size=5))
def test_what_was_told_and_all_adjustments_are_what_is_known(
    states: list[list[CreditedDay]],
) -> None:
    told = list(states[0])
    for known in states[1:]:
        told += difference(known, told)
        assert figures(told) == figures(known)
        assert totals_of(told).cents == totals_of(known).cents
        assert totals_of(told).goods_cents == totals_of(known).goods_cents
        assert totals_of(told).returns == totals_of(known).returns
        assert totals_of(told).orders == totals_of(known).orders
        assert difference(known, told) == ()


def test_totals_count_clients_once_and_know_the_median() -> None:
    days = [credited(1, 1, 2, 500, 1), credited(1, 1, 9, 300), credited(1, 2, 4, 100, 1)]
    totals = totals_of(days)
    assert (totals.clients, totals.returns, totals.orders, totals.cents) == (1, 2, 3, 900)
    assert totals.days == (2, 4)
    assert (totals.median_days, totals.mean_days) == (3, 3)
    assert totals_of([]).median_days is totals_of([]).mean_days is None


def test_another_number_of_days_holds_from_its_day_on() -> None:
    rule = WithinDays().changed(45, on=date(2025, 4, 1)).changed(10, on=date(2025, 5, 1))
    days = {day: rule.on(day.toordinal()) for day in (date(2025, 3, 31), date(2025, 4, 1))}
    assert days == {date(2025, 3, 31): WITHIN_DAYS, date(2025, 4, 1): 45}
    assert rule.on(date(2025, 6, 1).toordinal()) == 10
    assert rule.longest == 45
    assert WithinDays.of(rule.stored) == rule
    again = rule.changed(20, on=date(2025, 5, 1))
    assert again.versions[-1] == (date(2025, 5, 1), 20)
    assert len(again.versions) == 2


def test_months_are_closed_from_their_day_on() -> None:
    march = month_of(START)
    assert not ClosingRule(5).is_due(march, date(2025, 4, 4))
    assert ClosingRule(5).is_due(march, date(2025, 4, 5))
    assert not ClosingRule().is_due(march, date(2025, 12, 1))
    assert ClosingRule.of(None) == ClosingRule()
    assert ClosingRule.of(7).day == 7
    with pytest.raises(BadInputError):
        ClosingRule(29)


def test_months_are_offered_after_the_last_closed_one() -> None:
    today = date(2025, 4, 10)
    assert len(closable([], today=today)) == 24
    assert closable([], today=today)[-1] == month_of(START)
    quarter = Period(date(2024, 10, 1), date(2024, 12, 31))
    assert [one.first.month for one in closable([quarter], today=today)] == [1, 2, 3]
    assert closable([month_of(START)], today=today) == ()
