"""The cut of a false-alarm budget, and false alarms that come again and again."""

import numpy as np
import pytest

from cockpit.analytics.cut_curve import can_tune, chronic_share, cut_curve
from cockpit.analytics.sufficient import Gaps


def test_a_budget_lets_its_share_of_past_intervals_go_beyond_the_cut() -> None:
    quantile = np.linspace(0.001, 1.0, 1000)
    for budget, cut in cut_curve(quantile):
        assert np.mean(quantile > cut) == pytest.approx(budget, abs=0.006)


def test_a_larger_budget_has_a_lower_cut() -> None:
    quantile = np.random.default_rng(1).beta(2, 1, 5000)
    budgets, cuts = zip(*cut_curve(quantile), strict=True)
    assert list(budgets) == sorted(budgets)
    assert list(cuts) == sorted(cuts, reverse=True)


def test_too_few_intervals_tune_nothing() -> None:
    assert cut_curve(np.full(199, 0.5)) == ()
    assert cut_curve(np.full(200, 0.5)) != ()


def test_a_budget_needs_ten_intervals_beyond_its_cut() -> None:
    assert cut_curve(np.linspace(0, 1, 200))[0][0] == pytest.approx(0.05)


def test_young_intervals_and_those_of_unknown_customers_tune_nothing() -> None:
    gaps = Gaps(
        event=np.arange(3), customer=np.zeros(3, int), days=np.ones(3, int), number=np.arange(3) + 1
    )
    began_on = np.array([1000, 1000, 821])
    assert can_tune(gaps, began_on, 1000 + 180).tolist() == [False, True, True]
    assert can_tune(gaps, began_on, 1000 + 179).tolist() == [False, False, True]


def test_chronic_is_who_is_flagged_in_more_than_half_of_their_intervals() -> None:
    # A fifth of ten is cut off: the two long intervals of the first customer, who has three.
    score = np.array([90, 80, 1, 2, 3, 4, 5, 6, 7, 8])
    customer = np.array([0, 0, 0, 1, 1, 1, 1, 2, 2, 2])
    assert chronic_share(score, customer, 0.2) == pytest.approx(1 / 3)


def test_half_of_the_intervals_is_not_chronic() -> None:
    score = np.array([90, 80, 1, 2, *range(3, 9)])
    assert chronic_share(score, np.array([0] * 4 + [1] * 6), 0.2) == 0.0


def test_customers_of_two_intervals_are_not_judged() -> None:
    assert chronic_share(np.array([9.0, 8.0]), np.array([0, 0]), 0.2) is None
    assert chronic_share(np.zeros(0), np.zeros(0, dtype=np.int64), 0.2) is None
