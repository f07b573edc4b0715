"""Periods: what they are compared with, and the months they consist of."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.domain.bridge import MOST_MONTHS, BridgeQuestion
from cockpit.domain.errors import BadInputError
from cockpit.domain.periods import (
    EARLIEST,
    LATEST,
    Period,
    month_of,
    months_up_to,
    quarter_of,
    year_of,
)

days = st.dates(date(2000, 1, 1), date(2060, 12, 31))
periods = st.tuples(days, st.integers(0, 900)).map(
    lambda one: Period(one[0], one[0] + timedelta(days=one[1]))
)


@given(periods)
def test_the_period_before_ends_where_it_begins(period: Period) -> None:
    before = period.before()
    assert before.last + timedelta(days=1) == period.first
    assert before.is_whole_months if period.is_whole_months else before.days == period.days


@given(periods)
def test_its_months_are_all_of_its_days_once(period: Period) -> None:
    months = list(period.months())
    assert sum(one.days for one in months) == period.days
    assert (months[0].first, months[-1].last) == (period.first, period.last)
    for one, following in pairwise(months):
        assert one.last + timedelta(days=1) == following.first
        assert following.first.day == 1


@pytest.mark.parametrize(
    ("period", "before", "year_before"),
    [
        (month_of(date(2024, 2, 10)), month_of(date(2024, 1, 1)), month_of(date(2023, 2, 1))),
        (quarter_of(date(2026, 2, 1)), quarter_of(date(2025, 12, 1)), quarter_of(date(2025, 3, 1))),
        (year_of(date(2026, 5, 5)), year_of(date(2025, 1, 1)), year_of(date(2025, 1, 1))),
        (
            Period(date(2024, 2, 20), date(2024, 2, 29)),
            Period(date(2024, 2, 10), date(2024, 2, 19)),
            Period(date(2023, 2, 20), date(2023, 2, 28)),
        ),
        (
            Period(date(2026, 3, 10), date(2026, 3, 10)),
            Period(date(2026, 3, 9), date(2026, 3, 9)),
            Period(date(2025, 3, 10), date(2025, 3, 10)),
        ),
    ],
)
def test_what_it_is_compared_with(period: Period, before: Period, year_before: Period) -> None:
    assert period.before() == before
    assert period.year_before() == year_before


def test_the_last_months() -> None:
    found = months_up_to(date(2026, 1, 31), 3)
    assert [one.first for one in found] == [date(2025, 11, 1), date(2025, 12, 1), date(2026, 1, 1)]
    assert found[-1].last == date(2026, 1, 31)


def test_the_first_day_and_the_last_belong_to_it() -> None:
    period = month_of(date(2026, 3, 15))
    assert date(2026, 3, 1) in period
    assert date(2026, 3, 31) in period
    assert date(2026, 4, 1) not in period


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date.min, date.min), (date(1899, 12, 31), date(2026, 1, 1)),
        (date(2026, 1, 1), date(2200, 1, 1)), (date.min, date.max), (date.max, date.max),
    ],
)  # fmt: skip
def test_days_of_other_ages_are_no_period(first: date, last: date) -> None:
    """They have no neighbours to be compared with, and a contact's day cannot be worked out."""
    with pytest.raises(BadInputError, match="period_out_of_reach"):
        Period(first, last)


def test_days_around_it_end_where_periods_do() -> None:
    day, month = timedelta(days=1), timedelta(days=31)
    assert month_of(date(2026, 3, 1)).widened(day, month) == Period(
        date(2026, 2, 28), date(2026, 5, 1)
    )
    everything = Period(EARLIEST, LATEST)
    assert everything.widened(month, month) == everything


def test_it_does_not_end_before_it_begins() -> None:
    with pytest.raises(BadInputError):
        Period(date(2026, 3, 2), date(2026, 3, 1))


def test_the_bridge_tells_of_no_more_months_than_anybody_waits_for() -> None:
    assert len(BridgeQuestion(date(2026, 3, 2), MOST_MONTHS).periods()) == MOST_MONTHS
    with pytest.raises(BadInputError, match="bridge_too_long"):
        BridgeQuestion(date(2026, 3, 2), MOST_MONTHS + 1)
