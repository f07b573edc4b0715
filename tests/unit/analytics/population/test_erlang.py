"""The likelihood of regular buyers who leave."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.special import betainc, gammaln

from cockpit.analytics.k_grid import REGULARITIES
from cockpit.analytics.k_grid_fit import log_components
from cockpit.analytics.population.erlang import (
    Population,
    Purchases,
    leave_odds,
    log_likelihood,
    log_likelihood_slopes,
    survival,
)
from cockpit.analytics.sufficient import GapStatistics

POPULATION = Population(r=0.7, scale=9.0, a=0.4, b=0.8)
CUSTOMERS = Purchases(
    gap_count=np.array([0.0, 1.0, 3.0, 12.0, 3.0]),
    gap_sum=np.array([0.0, 8.0, 40.0, 90.0, 700.0]),
    gap_log_sum=np.array([0.0, 2.079, 7.6, 24.0, 16.0]),
    chance_count=np.array([1.0, 2.0, 4.0, 13.0, 3.0]),
    silence=np.array([0.0, 30.0, 5.0, 0.0, 2000.0]),
)
KS = (1, 2, 5, 14)


@given(
    k=st.integers(1, 14),
    shape=st.floats(0.05, 3_000),
    scale=st.floats(0.01, 30_000),
    silence=st.floats(0, 5_000),
)
def test_the_closed_sum_is_the_incomplete_beta_function(
    k: int, shape: float, scale: float, silence: float
) -> None:
    mine = survival(k, np.array([shape]), np.array([scale]), np.array([silence]))
    known = betainc(shape, k, scale / (scale + k * silence))
    assert mine == pytest.approx(known, rel=1e-7, abs=1e-12)


@given(
    k=st.integers(1, 14),
    shape=st.floats(0.05, 3_000),
    scale=st.floats(0.01, 30_000),
    silences=st.lists(st.floats(0, 5_000), min_size=2, max_size=10),
)
def test_more_silence_never_makes_a_longer_interval_more_probable(
    k: int, shape: float, scale: float, silences: list[float]
) -> None:
    days = np.sort(silences)
    size = len(days)
    chances = survival(k, np.full(size, shape), np.full(size, scale), days)
    assert np.all(np.diff(chances) <= 1e-12)
    assert np.all((chances >= 0) & (chances <= 1))


@pytest.mark.parametrize("k", KS)
def test_the_likelihood_is_the_integral_over_rates_and_drop_out(k: int) -> None:
    """One customer: three orders on the days 0, 10 and 24, seen until the day 60."""
    r, scale, a, b = 1.3, 20.0, 0.6, 2.5
    gaps, silence = (10.0, 14.0), 36.0

    def density(rate: float, gap: float) -> float:
        return float(
            np.exp(k * np.log(k * rate) + (k - 1) * np.log(gap) - k * rate * gap - gammaln(k))
        )

    def prior(rate: float) -> float:
        return float(np.exp(r * np.log(scale) + (r - 1) * np.log(rate) - scale * rate - gammaln(r)))

    def bought(rate: float) -> float:
        return prior(rate) * density(rate, gaps[0]) * density(rate, gaps[1])

    def lasts(rate: float) -> float:
        longer, _ = quad(lambda gap: density(rate, gap), silence, np.inf)
        return longer

    def leaving(power: float, chances: float) -> float:
        """Return the mean of p ** power (1 - p) ** chances."""
        total, _ = quad(lambda p: p ** (a - 1 + power) * (1 - p) ** (b - 1 + chances), 0, 1)
        norm, _ = quad(lambda p: p ** (a - 1) * (1 - p) ** (b - 1), 0, 1)
        return total / norm

    alive, _ = quad(lambda rate: bought(rate) * lasts(rate), 0, 2)
    gone, _ = quad(bought, 0, 2)
    expected = np.log(alive * leaving(0, 3) + gone * leaving(1, 2))

    one = Purchases(
        gap_count=np.array([2.0]),
        gap_sum=np.array([sum(gaps)]),
        gap_log_sum=np.array([np.log(gaps[0]) + np.log(gaps[1])]),
        chance_count=np.array([3.0]),
        silence=np.array([silence]),
    )
    mine = log_likelihood((k,), Population(r, scale, a, b), one)
    assert mine == pytest.approx(np.array([[expected]]), rel=1e-6)


@pytest.mark.parametrize("name", ["r", "scale", "a", "b"])
def test_a_slope_is_the_difference_of_two_likelihoods(name: str) -> None:
    place = ["r", "scale", "a", "b"].index(name)
    start = np.log([POPULATION.r, POPULATION.scale, POPULATION.a, POPULATION.b])
    step = np.zeros(4)
    step[place] = 1e-5

    def values(at: np.ndarray) -> np.ndarray:
        return log_likelihood(KS, Population(*np.exp(at).tolist()), CUSTOMERS)

    numeric = (values(start + step) - values(start - step)) / 2e-5
    given_values, slopes = log_likelihood_slopes(KS, POPULATION, CUSTOMERS)
    assert slopes[place] == pytest.approx(numeric, rel=1e-5, abs=1e-6)
    assert given_values == pytest.approx(log_likelihood(KS, POPULATION, CUSTOMERS))


def test_the_engine_fits_by_these_likelihoods() -> None:
    statistics = GapStatistics(
        repeats=CUSTOMERS.gap_count,
        weight=CUSTOMERS.gap_count,
        days=CUSTOMERS.gap_sum,
        log_days=CUSTOMERS.gap_log_sum,
    )
    after_each = replace(CUSTOMERS, chance_count=CUSTOMERS.gap_count + 1)
    mine = log_likelihood(REGULARITIES, POPULATION, after_each)
    engine = log_components(
        statistics,
        CUSTOMERS.silence,
        shape=0.7,
        days=np.full(5, 9.0),
        drop_a=np.full(5, 0.4),
        drop_b=0.8,
    )
    assert np.transpose(engine) == pytest.approx(mine, rel=1e-10)


def test_scales_of_each_customer_are_as_good_as_one_for_all() -> None:
    scales = np.full(5, POPULATION.scale)
    per_customer = Population(POPULATION.r, scales, np.full(5, POPULATION.a), POPULATION.b)
    assert np.array_equal(
        log_likelihood(KS, per_customer, CUSTOMERS), log_likelihood(KS, POPULATION, CUSTOMERS)
    )


def test_who_had_no_chance_to_leave_has_not_left() -> None:
    assert leave_odds(POPULATION, np.array([0.0, 1.0])).tolist() == [0.0, 0.4 / 0.8]


def test_a_customer_with_200_000_orders_has_a_finite_likelihood() -> None:
    loyal = Purchases(
        gap_count=np.array([2e5]),
        gap_sum=np.array([2e5]),
        gap_log_sum=np.array([0.0]),
        chance_count=np.array([200_001.0]),
        silence=np.array([4_000.0]),
    )
    values, slopes = log_likelihood_slopes(KS, POPULATION, loyal)
    assert np.all(np.isfinite(values))
    assert np.all(np.isfinite(slopes))
