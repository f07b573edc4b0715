"""The measures of predictions, by hand on small cases."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from cockpit.analytics.accuracy import (
    auc,
    calibration,
    calibration_error,
    log_loss,
    value_caught,
)


def flags(*values: int) -> np.ndarray:
    return np.array(values, dtype=np.bool_)


def test_auc_counts_the_pairs_in_the_right_order() -> None:
    # Pairs (came, did not): .9>.8, .9>.1, .3<.8, .3>.1: three of four.
    assert auc(np.array([0.9, 0.8, 0.3, 0.1]), flags(1, 0, 1, 0)) == pytest.approx(0.75)


def test_auc_counts_a_tie_as_half_a_pair() -> None:
    assert auc(np.array([0.5, 0.5, 0.2]), flags(1, 0, 0)) == pytest.approx(0.75)
    assert auc(np.zeros(6), flags(1, 0, 1, 0, 0, 0)) == pytest.approx(0.5)


@pytest.mark.parametrize("outcome", [(1, 1), (0, 0), ()])
def test_auc_is_unknown_where_there_is_no_pair(outcome: tuple[int, ...]) -> None:
    assert auc(np.arange(len(outcome), dtype=float), flags(*outcome)) is None


@given(
    st.integers(2, 30).flatmap(
        lambda size: st.tuples(
            arrays(np.float64, size, elements=st.integers(0, 5).map(float)),
            arrays(np.bool_, size),
        )
    )
)
def test_auc_agrees_with_looking_at_every_pair(case: tuple[np.ndarray, np.ndarray]) -> None:
    score, came = case
    pairs = score[came][:, None] - score[~came][None, :]
    expected = (np.sign(pairs) + 1).mean() / 2 if pairs.size else None
    found = auc(score, came)
    assert found is None if expected is None else found == pytest.approx(expected)


def test_calibration_bins_hold_what_was_predicted_and_what_came() -> None:
    bins = calibration(np.array([0.05, 0.07, 0.95, 1.0]), flags(0, 1, 1, 1))
    assert [(one.count, one.observed) for one in bins] == [(2, 0.5), (2, 1.0)]
    assert [one.predicted for one in bins] == pytest.approx([0.06, 0.975])


def test_calibration_error_weighs_bins_by_their_size() -> None:
    bins = calibration(np.array([0.05, 0.05, 0.05, 0.55]), flags(0, 0, 0, 1))
    assert calibration_error(bins) == pytest.approx(0.75 * 0.05 + 0.25 * 0.45)
    assert calibration_error(()) is None


def test_log_loss_is_the_mean_surprise() -> None:
    loss = log_loss(np.array([0.8, 0.4]), flags(1, 0))
    assert loss == pytest.approx(-(np.log(0.8) + np.log(0.6)) / 2)
    assert log_loss(np.zeros(0), flags()) is None


def test_log_loss_survives_a_certainty_that_was_wrong() -> None:
    assert log_loss(np.array([0.0]), flags(1)) == pytest.approx(-np.log(1e-6))


def test_value_caught_is_what_the_top_of_the_list_holds_of_all_that_was_lost() -> None:
    score = np.arange(20, 0, -1).astype(float)
    came = flags(1, 0, *([1] + [0] * 17))
    value = np.array([30.0, 99.0, 70.0] + [1.0] * 17)
    # The top tenth of twenty is two lines: the first lost 30 of 100.
    assert value_caught(score, came, value) == pytest.approx(0.3)


def test_value_caught_is_unknown_where_nothing_was_lost() -> None:
    assert value_caught(np.ones(3), flags(0, 0, 0), np.ones(3)) is None
