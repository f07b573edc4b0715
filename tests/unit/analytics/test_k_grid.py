"""The k-grid's parameters, its formulas against the closed ones, and its fit."""

import json
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import brentq
from scipy.special import betainc, betaincinv

from cockpit.analytics.k_grid import REGULARITIES, KGridParameters, from_json, published
from cockpit.analytics.k_grid_fit import fit_population
from cockpit.analytics.next_order import days_to_orders, days_to_survival
from cockpit.analytics.scoring import (
    GRID,
    Posterior,
    gap_survival,
    grid_tables,
    posterior,
    score,
    value_standing,
)
from cockpit.analytics.sufficient import GapStatistics, before_last_gap
from tests.support.cycle_judging import FITTED

SIZE = len(REGULARITIES)
some_gaps = st.lists(st.integers(1, 400), min_size=1, max_size=30)


def statistics_of(gaps: list[int]) -> GapStatistics:
    """Return the statistics of one customer's intervals, the oldest first."""
    days, powers = np.array(gaps, dtype=float), 0.9 ** np.arange(len(gaps))[::-1]
    return GapStatistics(
        np.array([float(len(gaps))]),
        np.array([powers.sum()]),
        np.array([(powers * days).sum()]),
        np.array([(powers * np.log(days)).sum()]),
    )


def belief(gaps: list[int], parameters: KGridParameters = FITTED) -> Posterior:
    return posterior(grid_tables(parameters), statistics_of(gaps), np.zeros(1))


def test_parameters_survive_json() -> None:
    assert from_json(json.loads(json.dumps(FITTED.as_json()))) == FITTED
    assert from_json(json.loads(json.dumps(published().as_json()))) == published()


def test_unknown_names_in_stored_parameters_are_ignored() -> None:
    assert from_json({**published().as_json(), "colour": "red"}) == published()


@pytest.mark.parametrize(
    "wrong",
    [
        {"shape": 0.0},
        {"days": float("nan")},
        {"drop_b": -1.0},
        {"weights": (1.0,)},
        {"weights": (0.5,) * SIZE},
        {"value_scale": 0.0},
        {"rate_by_value": float("inf")},
        {"clock_knots": (1.0, 0.0)},
        {"clock_level": 0.0},
        {"segment_cycles": {"a": -3.0}},
        {"cut_curve": ((0.4, 0.6), (0.2, 0.8))},
        {"cut_curve": ((0.2, 1.0),)},
    ],
)
def test_parameters_that_nothing_can_be_computed_with_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"."):
        replace(published(), **wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("missing", ["shape", "weights"])
def test_stored_parameters_without_a_number_are_refused(missing: str) -> None:
    stored = published().as_json()
    del stored[missing]
    with pytest.raises(ValueError, match="k-grid"):
        from_json(stored)


@pytest.mark.parametrize(
    ("budget", "cut"), [(0.2, 0.78), (0.3, 0.69), (0.15, 0.83), (0.01, 0.88), (0.6, 0.6)]
)
def test_cut_is_interpolated_between_the_tuned_budgets(budget: float, cut: float) -> None:
    assert FITTED.cut(budget) == pytest.approx(cut)


def test_cut_of_an_untuned_fit_is_what_the_budget_leaves() -> None:
    assert published().cut(0.2) == pytest.approx(0.8)


@given(st.floats(0.3, 200), st.floats(0.1, 5_000), st.floats(0, 5_000))
def test_survival_is_the_incomplete_beta_function(
    shape: float, days: float, silence: float
) -> None:
    wide = np.full((SIZE, 1), 1.0)
    found = gap_survival(wide * shape, wide * days, np.array([silence]))
    expected = betainc(shape, GRID, days / (days + GRID * silence))
    np.testing.assert_allclose(found, expected, rtol=1e-7, atol=1e-12)


@given(some_gaps, st.floats(0, 2_000))
def test_scores_follow_the_formulas(gaps: list[int], silence: float) -> None:
    known = belief(gaps)
    lasting = float((known.weights * betainc(known.shape, GRID, _share(known, silence))).sum())
    later = float((known.weights * betainc(known.shape, GRID, _share(known, silence + 90))).sum())
    dropped = FITTED.drop_a / (FITTED.drop_b + len(gaps))
    found = score(grid_tables(FITTED), statistics_of(gaps), np.zeros(1), np.array([silence]), 90.0)
    np.testing.assert_allclose(found.gap_quantile, 1 - lasting, atol=1e-9)
    np.testing.assert_allclose(found.alive, lasting / (lasting + dropped), rtol=1e-6, atol=1e-12)
    expected = (later + dropped) / (lasting + dropped)
    np.testing.assert_allclose(found.none, expected, rtol=1e-6)


def _share(known: Posterior, silence: float) -> np.ndarray:  # type: ignore[type-arg]
    return known.days / (known.days + GRID * silence)


def test_weights_of_the_grid_follow_the_regularity_of_the_intervals() -> None:
    regular, irregular = belief([30] * 20), belief([1, 90, 3, 60, 2, 110, 1, 40, 5, 2, 80])
    mean = [(one.weights * GRID).sum() for one in (regular, irregular)]
    assert mean[0] > 6
    assert mean[1] < 1.6
    assert regular.weights.sum() == pytest.approx(1.0)


@given(some_gaps, st.integers(0, 800), st.sampled_from([0.2, 0.5, 0.8]))
def test_next_order_has_come_with_its_probability(
    gaps: list[int], silence: int, share: float
) -> None:
    known, now = belief(gaps), np.array([float(silence)])
    (days,) = days_to_orders(known, now, (share,))
    left = known.lasting(now + days) / known.lasting(now)
    np.testing.assert_allclose(left, 1 - share, atol=1e-4)


def test_next_order_of_one_regularity_is_the_closed_form() -> None:
    point = REGULARITIES.index(3)
    weights = np.zeros((SIZE, 1))
    weights[point] = 1.0
    known, silence = replace(belief([20, 30, 25]), weights=weights), 12.0
    shape, days = known.shape[point, 0], known.days[point, 0]
    survival = betainc(shape, 3, days / (days + 3 * silence))
    z = betaincinv(shape, 3, survival * 0.5)
    expected = days * (1 - z) / (3 * z) - silence
    (found,) = days_to_orders(known, np.array([silence]), (0.5,))
    assert found[0] == pytest.approx(expected, rel=1e-3)


@given(some_gaps, st.floats(0.001, 0.999))
def test_time_to_a_survival_agrees_with_bisection(gaps: list[int], target: float) -> None:
    known = belief(gaps)

    def excess(days: float) -> float:
        return float(known.lasting(np.array([days]))[0]) - target

    found = days_to_survival(known, np.zeros(1), np.array([target]))[0]
    if excess(36_500.0) < 0:
        assert found == pytest.approx(brentq(excess, 0.0, 36_500.0), rel=2e-3, abs=1e-3)


@given(some_gaps)
def test_statistics_before_the_last_interval_are_those_without_it(gaps: list[int]) -> None:
    found = before_last_gap(statistics_of([*gaps, 35]), np.array([35.0]))
    expected = statistics_of(gaps)
    for name in ("repeats", "weight", "days", "log_days"):
        np.testing.assert_allclose(getattr(found, name), getattr(expected, name), atol=1e-9)


def test_before_the_only_interval_nothing_is_known() -> None:
    found = before_last_gap(statistics_of([35]), np.array([35.0]))
    assert [found.repeats[0], found.weight[0], found.days[0], found.log_days[0]] == [0, 0, 0, 0]


def test_value_standing_is_cut_at_two_and_a_half_deviations() -> None:
    cents = np.exp(FITTED.value_centre) * np.array([0.0, 1.0, 1e9])
    assert value_standing(FITTED, cents).tolist() == pytest.approx([-2.5, 0.0, 2.5])


@pytest.fixture(scope="module")
def population() -> tuple[GapStatistics, np.ndarray, np.ndarray]:  # type: ignore[type-arg]
    """Three thousand customers of known parameters, watched for three years."""
    draw, size, horizon = np.random.default_rng(7), 3_000, 1_095.0
    worth = draw.normal(0.0, 1.0, size)
    rate = draw.gamma(1.5, 1.0 / (40.0 * np.exp(-0.3 * worth)))
    leave = draw.beta(0.5 * np.exp(-0.5 * worth), 6.0)
    k = draw.choice([1, 3], size, p=[0.4, 0.6])
    first = draw.uniform(0, 700, size)
    last, count, days, logs = first.copy(), np.zeros(size), np.zeros(size), np.zeros(size)
    is_alive = draw.random(size) > leave
    while is_alive.any():
        gap = draw.gamma(k, 1.0 / (k * rate))
        is_alive &= last + gap < horizon
        last, count = last + gap * is_alive, count + is_alive
        days += gap * is_alive
        logs += np.where(is_alive, np.log(gap), 0.0)
        is_alive &= draw.random(size) > leave
    statistics = GapStatistics(count, count, days, logs)
    return statistics, horizon - last, np.exp(9.0 + 0.8 * worth)


def test_fit_finds_the_population_it_came_from(
    population: tuple[GapStatistics, np.ndarray, np.ndarray],  # type: ignore[type-arg]
) -> None:
    found = fit_population(*population).parameters
    assert found.shape == pytest.approx(1.5, rel=0.15)
    assert found.days == pytest.approx(40.0, rel=0.2)
    assert found.rate_by_value == pytest.approx(0.3, abs=0.08)
    assert found.drop_by_value == pytest.approx(0.5, abs=0.2)
    assert found.drop_a / (found.drop_a + found.drop_b) == pytest.approx(0.09, abs=0.03)
    weights = dict(zip(REGULARITIES, found.weights, strict=True))
    assert weights[1] == pytest.approx(0.4, abs=0.12)
    assert weights[2] + weights[3] + weights[4] == pytest.approx(0.6, abs=0.12)


def test_fit_is_the_same_each_time(
    population: tuple[GapStatistics, np.ndarray, np.ndarray],  # type: ignore[type-arg]
) -> None:
    assert fit_population(*population) == fit_population(*population)


def test_fit_can_be_given_up(
    population: tuple[GapStatistics, np.ndarray, np.ndarray],  # type: ignore[type-arg]
) -> None:
    calls = []

    def check() -> None:
        calls.append(1)
        if len(calls) > 3:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        fit_population(*population, check=check)
    assert len(calls) == 4


def test_fit_of_customers_who_are_all_alike_stays_finite() -> None:
    same = GapStatistics(*(np.full(60, value) for value in (3.0, 3.0, 90.0, 3 * np.log(30.0))))
    found = fit_population(same, np.full(60, 10.0), np.full(60, 5_000.0)).parameters
    assert found.days > 0
    assert np.isfinite(found.shape)
