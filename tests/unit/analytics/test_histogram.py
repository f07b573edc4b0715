"""The portfolio's histogram: Kaplan and Meier's estimate, the concentration period, thresholds."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.analytics.histogram import (
    THRESHOLD_DAYS,
    Silences,
    gap_histogram,
    interval_shares,
    shortest_span,
)


def ints(*values: int) -> np.ndarray:
    return np.array(values, dtype=np.int64)


def silences(*days: int, alive: float = 1.0) -> Silences:
    size = len(days)
    return Silences(ints(*days), np.full(size, alive), np.ones(size, dtype=np.bool_))


def test_open_silences_are_neither_short_nor_long() -> None:
    # By hand: 4 are watched at day 10 and 1 ends (S = 3/4); the open one leaves at 15;
    # 2 are watched at 20 and 1 ends (S = 3/8); the last ends at 40.
    shares = interval_shares(ints(10, 20, 40), np.ones(3), ints(15), np.ones(1))
    assert shares[10] == pytest.approx(1 / 4)
    assert shares[20] == pytest.approx(3 / 8)
    assert shares[40] == pytest.approx(3 / 8)
    assert shares.sum() == pytest.approx(1)


def test_a_silence_of_as_many_days_as_an_interval_was_still_watched_when_that_ended() -> None:
    shares = interval_shares(ints(10, 20), np.ones(2), ints(10), np.ones(1))
    assert shares[10] == pytest.approx(1 / 3)


def test_what_is_left_ends_with_the_longest_silence() -> None:
    shares = interval_shares(ints(10), np.ones(1), ints(50), np.ones(1))
    assert shares[10] == pytest.approx(0.5)
    assert shares[50] == pytest.approx(0.5)


def test_weights_count_as_so_many_intervals() -> None:
    twice = interval_shares(ints(5, 9), np.array([2.0, 1.0]), ints(7), np.array([3.0]))
    plain = interval_shares(ints(5, 5, 9), np.ones(3), ints(7, 7, 7), np.ones(3))
    assert twice == pytest.approx(plain)


@given(
    st.lists(st.integers(1, 400), min_size=1, max_size=40),
    st.lists(st.integers(0, 900), max_size=40),
)
def test_the_shares_add_up_to_one(known: list[int], still: list[int]) -> None:
    shares = interval_shares(ints(*known), np.ones(len(known)), ints(*still), np.ones(len(still)))
    assert shares.sum() == pytest.approx(1)
    assert shares.min() >= 0


@given(st.lists(st.integers(0, 5), min_size=1, max_size=25).filter(any))
def test_the_concentration_period_is_the_shortest_that_holds_its_share(counts: list[int]) -> None:
    shares = np.array(counts) / sum(counts)
    low, high = shortest_span(shares, 0.8)
    assert shares[low : high + 1].sum() >= 0.8 - 1e-6
    lengths = [
        end - start
        for start in range(len(shares))
        for end in range(start, len(shares))
        if shares[start : end + 1].sum() >= 0.8 - 1e-9
    ]
    assert high - low == min(lengths)


def test_the_concentration_period_leaves_out_rare_intervals_on_both_sides() -> None:
    shares = np.zeros(100)
    shares[[2, 20, 25, 30, 90]] = (0.1, 0.3, 0.2, 0.3, 0.1)
    assert shortest_span(shares, 0.8) == (20, 30)


def test_each_customer_weighs_the_same_however_often_they_buy() -> None:
    customer, days = ints(*[0] * 19, 1), ints(*[7] * 19, 70)
    by_customer = gap_histogram(customer, days, silences(0, 0))
    by_interval = gap_histogram(customer, days, silences(0, 0), is_per_customer=False)
    assert by_customer.bins[0].share == pytest.approx(0.95 / 1.45)
    assert by_interval.bins[0].share == pytest.approx(0.95)
    assert by_customer.bins[4].count == 1


def test_a_silence_of_who_left_for_good_says_nothing() -> None:
    customer, days = ints(0, 0), ints(10, 20)
    gone = gap_histogram(customer, days, silences(800, alive=0.0))
    there = gap_histogram(customer, days, silences(800, alive=1.0))
    assert gone.bins[-1].share == 0
    assert there.bins[-1].share == pytest.approx(1 / 3)


def test_customers_without_an_interval_are_left_out() -> None:
    histogram = gap_histogram(ints(1), ints(30), silences(500, 3, -1))
    assert (histogram.customer_count, histogram.gap_count, histogram.open_gap_count) == (1, 1, 1)
    assert sum(one.share for one in histogram.bins) == pytest.approx(1)


def test_bins_begin_with_their_low_edge() -> None:
    histogram = gap_histogram(ints(0, 0, 0), ints(14, 15, 365), silences(0), is_per_customer=False)
    counts = {one.low_days: one.count for one in histogram.bins if one.count}
    assert counts == {0: 1, 15: 1, 365: 1}


def test_thresholds_tell_who_is_flagged_today_and_how_often_wrongly_so_far() -> None:
    watched = np.array([True, True, False, True])
    open_ = Silences(ints(61, 10, 300, 90), np.ones(4), watched)
    histogram = gap_histogram(ints(0, 0, 1), ints(10, 100, 10), open_)
    rows = {row.days: row for row in histogram.thresholds}
    assert tuple(rows) == THRESHOLD_DAYS
    assert rows[60].flagged_count == 2
    assert rows[60].flagged_share == pytest.approx(2 / 3)
    assert rows[90].flagged_count == 0
    # The first customer's intervals weigh a half each, the second's one weighs 1.
    assert rows[60].false_alarm_share == pytest.approx(0.25)


def test_an_empty_portfolio_has_an_empty_histogram() -> None:
    histogram = gap_histogram(ints(), ints(), silences())
    assert histogram.gap_count == 0
    assert [one.share for one in histogram.bins] == [0.0] * 11
    assert histogram.concentration_high_days == 0
