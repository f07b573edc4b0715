"""The integral over the moment of leaving."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad

from cockpit.analytics.population.pareto_nbd import ParetoNbd
from tests.unit.analytics.population.cases import customers

_SHAPES = st.floats(0.05, 50)
_SCALES = st.floats(0.05, 2_000)


@given(
    r=_SHAPES,
    alpha=_SCALES,
    s=_SHAPES,
    beta=_SCALES,
    count=st.sampled_from((0, 1, 3, 20, 300)),
    last=st.floats(0.5, 300),
    silence=st.sampled_from((0.0, 0.1, 1.0, 30.0, 500.0)),
)
def test_p_alive_is_that_of_adaptive_quadrature(
    *, r: float, alpha: float, s: float, beta: float, count: int, last: float, silence: float
) -> None:
    last = last if count else 0.0
    shape = r + count

    def there(passed: float) -> float:
        bought, stayed = passed / (alpha + last), passed / (beta + last)
        return float(np.exp(-shape * np.log1p(bought) - s * np.log1p(stayed)))

    edges = silence * np.concatenate(([0.0], np.geomspace(1e-6, 1.0, 20)))
    left = sum(
        quad(lambda y: there(y) * s / (beta + last + y), low, high, epsabs=0)[0]
        for low, high in pairwise(edges)
        if there(high) > 1e-200
    )
    model = ParetoNbd(r, alpha, s, beta)
    alive = model.p_alive(customers((count,), (last,), last + silence))
    assert alive == pytest.approx(there(silence) / (there(silence) + left), rel=1e-7, abs=1e-12)


@pytest.mark.parametrize("place", range(4))
def test_a_slope_is_the_difference_of_two_likelihoods(place: int) -> None:
    chosen = customers((0, 1, 7, 40), (0.0, 3.0, 30.0, 38.0), (39.0, 39.0, 60.0, 38.0))
    start = np.log([0.55, 10.6, 0.61, 11.7])
    step = np.zeros(4)
    step[place] = 1e-5

    def value(at: np.ndarray) -> float:
        return float(ParetoNbd(*np.exp(at).tolist()).log_likelihood(chosen).sum())

    numeric = (value(start + step) - value(start - step)) / 2e-5
    total, slope = ParetoNbd(*np.exp(start).tolist()).log_likelihood_slope(chosen)
    assert slope[place] == pytest.approx(numeric, rel=1e-6)
    assert total == pytest.approx(value(start))


def test_expected_orders_pass_smoothly_through_s_equal_one() -> None:
    chosen = customers((3,), (20.0,), 30.0)
    below, at, above = (
        ParetoNbd(0.6, 10.0, s, 12.0).expected_orders(chosen, 39.0)[0]
        for s in (1 - 1e-6, 1.0, 1 + 1e-6)
    )
    assert at == pytest.approx((below + above) / 2, rel=1e-9)


def test_no_order_in_no_time_is_certain_and_grows_less_probable() -> None:
    chosen = customers((3,), (20.0,), 30.0)
    model = ParetoNbd(0.6, 10.0, 0.7, 12.0)
    chances = [float(model.p_none(chosen, horizon)[0]) for horizon in (0.0, 1.0, 10.0, 1e4)]
    assert chances[0] == 1.0
    assert chances == sorted(chances, reverse=True)
    assert chances[-1] > 1 - model.p_alive(chosen)[0]
