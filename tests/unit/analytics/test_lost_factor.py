"""The factor by which expected revenue is set right."""

import numpy as np
import pytest

from cockpit.analytics.lost_factor import LostFactor, lost_factor


def test_the_factor_is_the_geometric_mean_of_what_came_over_what_was_expected() -> None:
    found = lost_factor(np.array([100.0, 100.0]), np.array([50.0, 200.0]), np.array([90.0, 120.0]))
    assert found.factor == pytest.approx(1.0)


def test_past_days_of_more_than_a_year_ago_count_less() -> None:
    found = lost_factor(np.ones(2), np.array([2.0, 1.0]), np.array([90.0, 500.0]))
    assert found.factor == pytest.approx(2 ** (1 / 1.3))


def test_the_band_widens_with_the_error_that_is_left() -> None:
    ages = np.array([90.0, 120.0, 150.0])
    sure = lost_factor(np.ones(3), np.full(3, 1.2), ages)
    unsure = lost_factor(np.ones(3), np.array([0.5, 1.2, 2.0]), ages)
    assert sure.low == pytest.approx(np.exp(-0.84 * 0.08))
    assert unsure.low < sure.low < 1 < sure.high < unsure.high


def test_without_a_past_day_nothing_is_known() -> None:
    assert lost_factor(np.zeros(0), np.zeros(0), np.zeros(0)) == LostFactor()
    assert lost_factor(np.ones(1), np.zeros(1), np.array([90.0])) == LostFactor()
