"""What each customer's orders say, through the engine's door."""

from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from math import log
from statistics import median
from struct import unpack
from uuid import UUID

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.analytics.packing import unpacked
from cockpit.analytics.segments import bounds_of, quantiles, sorted_within
from cockpit.domain.columns import BlockColumns, OrderColumns
from cockpit.domain.vocabulary import OrderKind
from tests.support.cycle_judging import KGRID, row_of, statistics_of
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

DAY = TODAY.toordinal()

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


def statistics(*documents: Document, blocks: BlockColumns | None = None) -> dict[str, object]:
    return row_of(statistics_of({key(1): documents}, blocks=blocks), 0)


def blocked(*periods: tuple[int, int | None]) -> BlockColumns:
    """Return periods of customer 1, from and until so many days ago."""
    return BlockColumns(
        customer_id=[key(1)] * len(periods),
        from_day=[DAY - start for start, _ in periods],
        until_day=[None if end is None else DAY - end for _, end in periods],
    )


def test_customer_without_orders_has_empty_statistics() -> None:
    assert statistics() == {
        "customer_id": key(1),
        "order_count": 0,
        "first_order_day": 0,
        "last_order_day": 0,
        "gap_weight": 0.0,
        "gap_days": 0.0,
        "gap_log_days": 0.0,
        "gap_low_days": None,
        "gap_high_days": None,
        "mean_value_cents": 0,
        "future_count": 0,
        "event_days": b"",
        "event_cents": b"",
    }


def test_one_order_has_days_and_value_but_no_interval() -> None:
    found = statistics(*sales(30))
    assert (found["first_order_day"], found["last_order_day"]) == (DAY - 30, DAY - 30)
    assert (found["order_count"], found["gap_weight"], found["gap_days"]) == (1, 0.0, 0.0)
    assert found["mean_value_cents"] == 10_000


def test_intervals_weigh_nine_tenths_of_the_one_that_came_after() -> None:
    found = statistics(*sales(100, 100, 80, 45, 31))
    assert found["order_count"] == 4
    assert found["gap_weight"] == pytest.approx(1 + 0.9 + 0.81)
    assert found["gap_days"] == pytest.approx(14 + 0.9 * 35 + 0.81 * 20)
    assert found["gap_log_days"] == pytest.approx(log(14) + 0.9 * log(35) + 0.81 * log(20))


def test_events_are_packed_as_little_endian_numbers() -> None:
    found = statistics(*sales(30, 10), (10, 5, SALE))
    assert unpack("<2i", found["event_days"]) == (DAY - 30, DAY - 10)
    assert unpack("<2q", found["event_cents"]) == (10_000, 10_005)


def test_packed_days_without_values_are_refused() -> None:
    with pytest.raises(ValueError, match="without values"):
        unpacked([b"\1\0\0\0"], [b""])


def test_quartiles_appear_from_five_orders_on() -> None:
    four = statistics(*sales(100, 90, 70, 40))
    assert (four["gap_low_days"], four["gap_high_days"]) == (None, None)
    five = statistics(*sales(100, 90, 70, 40, 0))
    assert (five["gap_low_days"], five["gap_high_days"]) == (18, 33)  # of 10, 20, 30, 40


def test_one_extraordinary_order_does_not_carry_the_mean() -> None:
    usual = sales(90, 60, 30, cents=1_000)
    assert statistics(*usual, (10, 100_000, SALE))["mean_value_cents"] == 1_500


def test_mean_rounds_half_a_cent_up() -> None:
    assert statistics((20, 100, SALE), (10, 101, SALE))["mean_value_cents"] == 101


def test_documents_of_days_to_come_are_counted_and_not_believed() -> None:
    found = statistics(*sales(30, 10), (-1, 900, SALE), (-400, 100, RETURN))
    assert (found["order_count"], found["future_count"]) == (2, 2)
    assert found["last_order_day"] == DAY - 10


def test_blocked_days_are_taken_out_of_the_intervals() -> None:
    documents = sales(100, 40, 10)
    found = statistics(*documents, blocks=blocked((90, 70)))
    assert found["gap_days"] == pytest.approx(30 + 0.9 * (60 - 20))


def test_overlapping_blocks_count_once_and_touching_ones_add_up() -> None:
    documents = sales(100, 40)
    for periods in ([(90, 70), (80, 60)], [(90, 75), (75, 60)], [(80, 60), (90, 60), (85, 70)]):
        found = statistics(*documents, blocks=blocked(*periods))
        assert found["gap_days"] == 60 - 30, periods


def test_block_of_the_whole_interval_leaves_one_day_of_it() -> None:
    assert statistics(*sales(100, 40), blocks=blocked((120, None)))["gap_days"] == 1


def test_blocks_of_other_customers_change_nothing() -> None:
    book = order_book({key(1): sales(100, 40), key(2): sales(90, 50)})
    found = KGRID.statistics(book, blocked((90, 80)), as_of=TODAY)
    assert list(found.gap_days) == [50, 40]


def test_customers_without_orders_between_others_shift_nothing() -> None:
    found = statistics_of({key(1): sales(20, 10), key(2): [], key(3): sales(9), key(4): []})
    assert list(found.order_count) == [2, 0, 1, 0]
    assert list(found.last_order_day) == [DAY - 10, 0, DAY - 9, 0]


def test_empty_columns_give_no_statistics() -> None:
    found = KGRID.statistics(columns([], []), BlockColumns(), as_of=TODAY)
    assert all(not getattr(found, name) for name in found.__dataclass_fields__)


def test_all_orders_on_one_day_are_one_order() -> None:
    found = statistics(*sales(*[7] * 5_000, cents=100))
    assert (found["order_count"], found["gap_weight"]) == (1, 0.0)
    assert found["mean_value_cents"] == 500_000


def test_customer_with_200_000_documents_is_understood() -> None:
    day = np.repeat(np.arange(DAY - 9_999, DAY + 1), 20)
    book = OrderColumns(
        customer_ids=[key(1)],
        customer=[0] * len(day),
        day=day.tolist(),
        net_cents=[5] * len(day),
        kind=[SALE] * len(day),
    )
    found = row_of(KGRID.statistics(book, BlockColumns(), as_of=TODAY), 0)
    assert found["order_count"] == 10_000
    assert (found["gap_days"], found["gap_weight"]) == pytest.approx((10.0, 10.0))
    assert (found["gap_low_days"], found["mean_value_cents"]) == (1, 100)


@pytest.mark.parametrize("as_of", [date.min, date.max])
def test_first_and_last_day_of_the_calendar_are_survived(as_of: date) -> None:
    rows = [(0, day.toordinal(), 500, SALE) for day in (date.min, TODAY, date.max)]
    found = KGRID.statistics(columns([key(1)], rows), BlockColumns(), as_of=as_of)
    assert list(found.order_count) == [0 if as_of == date.min else 2]


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
    found = statistics_of(only_sales)
    for at, rows in enumerate(only_sales.values()):
        by_day: dict[int, int] = {}
        for age, cents, _ in rows:
            by_day[age] = by_day.get(age, 0) + cents
        ages = sorted(by_day)
        gaps = [older - newer for newer, older in pairwise(ages)]
        assert found.order_count[at] == len(by_day)
        assert found.gap_weight[at] == pytest.approx(sum(0.9**j for j in range(len(gaps))))
        by_hand = sum(0.9**j * gap for j, gap in enumerate(gaps))
        assert found.gap_days[at] == pytest.approx(by_hand)
        if by_day:
            cap = 3 * Fraction(median(map(Fraction, by_day.values())))
            mean = sum(min(Fraction(cents), cap) for cents in by_day.values()) / len(by_day)
            assert found.mean_value_cents[at] == (mean + Fraction(1, 2)).__floor__()


@given(histories, st.integers(-3_000, 3_000))
def test_shifting_time_shifts_days_and_nothing_else(
    histories: dict[UUID, list[Document]], days: int
) -> None:
    before = statistics_of(histories)
    after = statistics_of(histories, today=TODAY + timedelta(days=days))
    for at, count in enumerate(before.order_count):
        moved = days if count else 0
        assert after.first_order_day[at] == before.first_order_day[at] + moved
        assert after.last_order_day[at] == before.last_order_day[at] + moved
    same = set(before.__dataclass_fields__) - {"first_order_day", "last_order_day", "event_days"}
    assert {name: getattr(after, name) for name in same} == {
        name: getattr(before, name) for name in same
    }


@given(histories, st.integers(0, 9), st.integers(0, 900), st.integers(0, 10**7))
def test_return_never_refreshes_recency(
    histories: dict[UUID, list[Document]], number: int, age: int, cents: int
) -> None:
    document: Document = (age, cents, OrderKind.RETURN)
    more = {**histories, key(number): [*histories.get(key(number), []), document]}
    before = statistics_of(histories)
    after = statistics_of(more)
    for was, now in zip(before.last_order_day, after.last_order_day, strict=False):
        assert now <= was


@given(histories, st.sets(st.integers(0, 9).map(key)))
def test_some_customers_give_to_the_last_bit_what_all_give(
    histories: dict[UUID, list[Document]], wanted: set[UUID]
) -> None:
    full = statistics_of(histories)
    some = {who: rows for who, rows in histories.items() if who in wanted}
    part = statistics_of(some)
    for at, who in enumerate(some):
        assert row_of(part, at) == row_of(full, list(histories).index(who))
