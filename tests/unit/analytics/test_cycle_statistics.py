"""What each customer's orders say, through the engine's door."""

from datetime import date, timedelta
from fractions import Fraction
from statistics import median
from uuid import UUID

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.analytics.engine import PlainCycleEngine
from cockpit.analytics.segments import bounds_of, quantiles, sorted_within
from cockpit.domain.columns import OrderColumns
from cockpit.domain.cycle import CycleStatistics
from cockpit.domain.vocabulary import OrderKind
from tests.support.order_books import (
    RETURN,
    SALE,
    TODAY,
    Document,
    columns,
    key,
    order_book,
    sales,
)

ENGINE = PlainCycleEngine()

histories = st.dictionaries(
    st.integers(0, 9).map(key),
    st.lists(
        st.tuples(
            st.integers(0, 900),
            st.integers(0, 10**7),
            st.sampled_from([SALE, SALE, SALE, RETURN]),
        ),
        max_size=30,
    ),
    max_size=6,
)


def statistics_of(*documents: Document) -> CycleStatistics:
    return ENGINE.statistics(order_book({key(1): documents}), as_of=TODAY)[key(1)]


def shifted(day: date | None, days: int) -> date | None:
    return day and day + timedelta(days=days)


def test_customer_without_orders_has_empty_statistics() -> None:
    assert statistics_of() == CycleStatistics()


def test_one_order_has_days_and_value_but_no_frequency() -> None:
    bought = TODAY - timedelta(days=30)
    assert statistics_of(*sales(30)) == CycleStatistics(
        order_count=1,
        first_order_on=bought,
        last_order_on=bought,
        mean_value_cents=10_000,
        value_12m_cents=10_000,
    )


def test_frequency_is_the_mean_interval_between_distinct_days() -> None:
    found = statistics_of(*sales(100, 100, 80, 45, 31))
    assert found.order_count == 4
    assert found.frequency_days == 23.0


def test_frequency_is_kept_in_thousandths_as_it_is_stored() -> None:
    assert statistics_of(*sales(50, 30, 20, 0)).frequency_days == 16.667


def test_quartiles_appear_from_five_orders_on() -> None:
    four = statistics_of(*sales(100, 90, 70, 40))
    assert (four.gap_low_days, four.gap_high_days) == (None, None)
    five = statistics_of(*sales(100, 90, 70, 40, 0))
    assert (five.gap_low_days, five.gap_high_days) == (18, 33)  # of 10, 20, 30, 40


def test_one_extraordinary_order_does_not_carry_the_mean() -> None:
    usual = sales(90, 60, 30, cents=1_000)
    assert statistics_of(*usual, (10, 100_000, SALE)).mean_value_cents == 1_500


def test_mean_rounds_half_a_cent_up() -> None:
    assert statistics_of((20, 100, SALE), (10, 101, SALE)).mean_value_cents == 101


def test_value_of_twelve_months_is_that_of_the_last_365_days() -> None:
    assert statistics_of((365, 1, SALE), (364, 20, SALE), (0, 300, SALE)).value_12m_cents == 320


def test_customers_without_orders_between_others_shift_nothing() -> None:
    book = order_book({key(1): sales(20, 10), key(2): [], key(3): sales(9), key(4): []})
    counts = [one.order_count for one in ENGINE.statistics(book, as_of=TODAY).values()]
    assert counts == [2, 0, 1, 0]


def test_empty_columns_give_no_statistics() -> None:
    assert ENGINE.statistics(columns([], []), as_of=TODAY) == {}


def test_all_orders_on_one_day_are_one_order() -> None:
    found = statistics_of(*sales(*[7] * 5_000, cents=100))
    assert (found.order_count, found.frequency_days) == (1, None)
    assert found.mean_value_cents == 500_000


def test_customer_with_200_000_orders_is_judged() -> None:
    day = np.repeat(np.arange(TODAY.toordinal() - 9_999, TODAY.toordinal() + 1), 20)
    book = OrderColumns(
        customer_ids=[key(1)],
        customer=[0] * len(day),
        day=day.tolist(),
        net_cents=[5] * len(day),
        kind=[SALE] * len(day),
    )
    found = ENGINE.statistics(book, as_of=TODAY)[key(1)]
    assert found.order_count == 10_000
    assert (found.frequency_days, found.gap_low_days, found.mean_value_cents) == (1.0, 1, 100)


@pytest.mark.parametrize("as_of", [date.min, date.max])
def test_first_and_last_day_of_the_calendar_are_survived(as_of: date) -> None:
    rows = [(0, day.toordinal(), 500, SALE) for day in (date.min, TODAY, date.max)]
    found = ENGINE.statistics(columns([key(1)], rows), as_of=as_of)[key(1)]
    assert found.order_count == (0 if as_of == date.min else 2)


def test_values_beyond_packed_keys_are_sorted_too() -> None:
    values = np.array([3, 1 << 61, 2, 9, 7], dtype=np.int64)
    group = np.array([0, 0, 1, 5, 5], dtype=np.int64)
    assert sorted_within(values, group).tolist() == [3, 1 << 61, 2, 7, 9]


@given(st.lists(st.lists(st.integers(1, 400), max_size=12), max_size=6))
def test_quantiles_agree_with_numpy_group_by_group(groups: list[list[int]]) -> None:
    flat = np.array([value for group in groups for value in sorted(group)], dtype=np.int64)
    bounds = bounds_of(np.array([len(group) for group in groups], dtype=np.int64))
    for share in (0.25, 0.5, 0.75):
        expected = [np.quantile(group, share) if group else np.nan for group in groups]
        np.testing.assert_allclose(quantiles(flat, bounds, share), expected)


@given(histories)
def test_statistics_agree_with_the_definition_read_one_by_one(
    histories: dict[UUID, list[Document]],
) -> None:
    only_sales = {
        who: [row for row in rows if row[2] is SALE and row[1]] for who, rows in histories.items()
    }
    found = ENGINE.statistics(order_book(only_sales), as_of=TODAY)
    for who, rows in only_sales.items():
        by_day: dict[int, int] = {}
        for age, cents, _ in rows:
            by_day[age] = by_day.get(age, 0) + cents
        one = found[who]
        assert one.order_count == len(by_day)
        assert one.value_12m_cents == sum(by_day[age] for age in by_day if age < 365)
        if by_day:
            cap = 3 * Fraction(median(map(Fraction, by_day.values())))
            mean = sum(min(Fraction(cents), cap) for cents in by_day.values()) / len(by_day)
            assert one.mean_value_cents == (mean + Fraction(1, 2)).__floor__()
        if len(by_day) > 1:
            mean_gap = (max(by_day) - min(by_day)) / (len(by_day) - 1)
            assert one.frequency_days == pytest.approx(mean_gap, abs=0.000_51)


@given(histories, st.integers(-3_000, 3_000))
def test_shifting_time_shifts_days_and_nothing_else(
    histories: dict[UUID, list[Document]], days: int
) -> None:
    later = TODAY + timedelta(days=days)
    before = ENGINE.statistics(order_book(histories), as_of=TODAY)
    after = ENGINE.statistics(order_book(histories, today=later), as_of=later)
    for who, one in before.items():
        assert after[who].first_order_on == shifted(one.first_order_on, days)
        assert after[who].last_order_on == shifted(one.last_order_on, days)
        fields = ("order_count", "frequency_days", "gap_low_days", "gap_high_days", "trend")
        fields += ("mean_value_cents", "value_12m_cents")
        assert [getattr(after[who], name) for name in fields] == [
            getattr(one, name) for name in fields
        ]


@given(histories, st.integers(0, 9), st.integers(0, 900), st.integers(0, 10**7))
def test_return_never_refreshes_recency(
    histories: dict[UUID, list[Document]], number: int, age: int, cents: int
) -> None:
    document: Document = (age, cents, OrderKind.RETURN)
    more = {**histories, key(number): [*histories.get(key(number), []), document]}
    before = ENGINE.statistics(order_book(histories), as_of=TODAY)
    after = ENGINE.statistics(order_book(more), as_of=TODAY)
    for who, one in before.items():
        last = after[who].last_order_on
        assert last is None or (one.last_order_on is not None and last <= one.last_order_on)


@given(histories, st.sets(st.integers(0, 9).map(key)))
def test_some_customers_give_to_the_last_bit_what_all_give(
    histories: dict[UUID, list[Document]], wanted: set[UUID]
) -> None:
    full = ENGINE.statistics(order_book(histories), as_of=TODAY)
    some = {who: rows for who, rows in histories.items() if who in wanted}
    part = ENGINE.statistics(order_book(some), as_of=TODAY)
    assert part == {who: full[who] for who in some}
