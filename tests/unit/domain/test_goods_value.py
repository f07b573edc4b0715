"""The value without taxes is an exact share, and each credited day is rounded by itself."""

from datetime import date
from fractions import Fraction
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.domain.goods_value import SoldColumns, shared, with_goods
from cockpit.domain.reactivation import CreditedDay, totals_of
from cockpit.domain.vocabulary import Channel

MONEY = st.integers(0, 10**13)


@given(st.integers(-(10**13), 10**13), MONEY, st.integers(1, 10**13))
def test_a_share_is_rounded_half_to_even(cents: int, part: int, whole: int) -> None:
    assert shared(cents, part, whole) == round(Fraction(cents * part, whole))


@pytest.mark.parametrize(
    ("cents", "part", "whole", "expected"),
    [(5, 1, 2, 2), (7, 1, 2, 4), (-5, 1, 2, -2), (-7, 1, 2, -4), (10, 0, 3, 0), (3, 8, 4, 6)],
)
def test_half_a_cent_goes_to_the_even_one(cents: int, part: int, whole: int, expected: int) -> None:
    assert shared(cents, part, whole) == expected


def test_a_total_is_the_sum_of_rounded_days_and_unknown_sales_are_net() -> None:
    days = [day(number, 5) for number in (1, 2, 3)]
    sold = SoldColumns(
        [UUID(int=1).bytes] * 2,
        [date(2025, 3, number).toordinal() for number in (1, 2)],
        [2, 2],
        [1, 1],
    )
    found = with_goods(days, sold)
    assert [one.goods_cents for one in found] == [2, 2, 5]
    assert totals_of(found).goods_cents == 9
    assert totals_of(found).cents == 15


def day(number: int, cents: int) -> CreditedDay:
    on = date(2025, 3, number)
    return CreditedDay(
        UUID(int=9), UUID(int=1), UUID(int=2), Channel.PHONE, None, on, on, on, 1, 1, cents, cents
    )
