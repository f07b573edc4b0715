"""The k-grid's parameters by maximum likelihood, and what follows from them directly.

Source: the likelihood of MBG/CNBD-k (Platzer & Reutterer 2016, Marketing Science 35(5)) mixed over
the grid of regularities; the weights of the grid by expectation-maximisation, the four parameters
and the two slopes by a quasi-Newton method, in turn. Statistics are not discounted here: the
discount is for judging customers who change, not for telling how customers differ.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize
from scipy.special import gammaln, logsumexp

from cockpit.analytics.k_grid import REGULARITIES, KGridParameters
from cockpit.analytics.scoring import GRID, gap_survival, value_standing
from cockpit.analytics.segments import Floats
from cockpit.analytics.sufficient import GapStatistics

#: Customers looked at, evenly spaced; more change the parameters by less than their own error.
SAMPLE = 3000
_ROUNDS = 6
_EM_STEPS = 30
_QUASI_NEWTON_STEPS = 12
_LEAST_WEIGHT = 1e-6
_SLOPE_PENALTY = 20.0
#: Keeps the four parameters of a small portfolio near where the search starts.
_ANCHOR = 0.5
_PSEUDO_GAPS = 3.0
_PSEUDO_GAP_DAYS = 30.0
_GOOD_ENOUGH = 0.05


@dataclass(frozen=True, slots=True)
class PopulationFit:
    """Fitted parameters and how likely they make the sample.

    Attributes:
        parameters: Without what is tuned afterwards (cut curve, factors, correction).
        log_likelihood: Of the sample, days as the unit, scaled up to all customers.
    """

    parameters: KGridParameters
    log_likelihood: float


def fit_population(
    statistics: GapStatistics,
    silence: Floats,
    mean_value_cents: Floats,
    *,
    check: Callable[[], None] = lambda: None,
    has_slopes: bool = True,
) -> PopulationFit:
    """Fit the population to customers with at least one order each.

    Args:
        statistics: Undiscounted ones; shape (customers,).
        silence: Days since the last order without blocked ones; shape (customers,).
        mean_value_cents: Mean value of an order; shape (customers,).
        check: Called before each evaluation; may raise to give up.
        has_slopes: Whether rate and drop-out may vary with the value.
    """
    size = len(silence)
    log_value = np.log(np.maximum(mean_value_cents, 1.0))
    centre, scale = float(log_value.mean()), float(log_value.std())
    scale = scale if scale > 1e-9 else 1.0
    rows = np.unique(np.linspace(0, size - 1, min(size, SAMPLE)).astype(np.int64))
    start = _blank(statistics, centre, scale)
    sample = _Sample(
        statistics.at(rows), silence[rows], value_standing(start, mean_value_cents[rows]), check
    )
    theta, weights, value = _maximised(sample, start, has_slopes=has_slopes)
    r, days, a, b = np.exp(theta[:4]).tolist()
    return PopulationFit(
        KGridParameters(
            shape=r,
            days=days,
            drop_a=a,
            drop_b=b,
            weights=tuple(weights.tolist()),
            value_centre=centre,
            value_scale=scale,
            rate_by_value=float(theta[4]),
            drop_by_value=float(theta[5]),
        ),
        value * size / len(rows),
    )


@dataclass(frozen=True, slots=True)
class _Sample:
    """The customers that are looked at."""

    statistics: GapStatistics
    silence: Floats
    standing: Floats
    check: Callable[[], None]

    def log_components(self, theta: Floats) -> Floats:
        """Return each customer's log likelihood at each point of the grid; shape (grid, n)."""
        self.check()
        r, days, a, b = np.exp(theta[:4])
        return log_components(
            self.statistics,
            self.silence,
            shape=r,
            days=days * np.exp(-theta[4] * self.standing),
            drop_a=a * np.exp(-theta[5] * self.standing),
            drop_b=b,
        )


def log_components(
    statistics: GapStatistics,
    silence: Floats,
    *,
    shape: float,
    days: Floats,
    drop_a: Floats,
    drop_b: float,
) -> Floats:
    """Return the log likelihood of each customer at each regularity of the grid.

    Args:
        statistics: Undiscounted ones; shape (n,).
        silence: Days since the last order; shape (n,).
        shape: Shape of the rates.
        days: Days of the rates; shape (n,).
        drop_a: First parameter of the drop-out; shape (n,).
        drop_b: Its second parameter.

    Returns:
        Shape (grid, n).
    """
    x, weight = statistics.repeats, statistics.weight
    stayed = (
        gammaln(drop_b + x + 1)
        - gammaln(drop_b)
        + gammaln(drop_a + drop_b)
        - gammaln(drop_a + drop_b + x + 1)
    )
    dropped = drop_a / (drop_b + x)
    after, later = shape + GRID * weight, days + GRID * statistics.days
    result: Floats = (
        weight * (GRID * np.log(GRID) - gammaln(GRID))
        + (GRID - 1.0) * statistics.log_days
        + gammaln(after)
        - gammaln(shape)
        + shape * np.log(days)
        - after * np.log(later)
        + stayed
        + np.log(gap_survival(after, later, silence) + dropped)
    )
    return result


def _blank(statistics: GapStatistics, centre: float, scale: float) -> KGridParameters:
    """Return where the search starts: everybody alike, at the portfolio's mean interval."""
    days = float(statistics.days.sum()) + _PSEUDO_GAPS * _PSEUDO_GAP_DAYS
    mean = days / (float(statistics.weight.sum()) + _PSEUDO_GAPS)
    grid = len(REGULARITIES)
    return KGridParameters(
        shape=1.0,
        days=mean,
        drop_a=0.5,
        drop_b=2.0,
        weights=(1 / grid,) * grid,
        value_centre=centre,
        value_scale=scale,
    )


def _maximised(
    sample: _Sample, start: KGridParameters, *, has_slopes: bool
) -> tuple[Floats, Floats, float]:
    """Return the six numbers, the weights and the log likelihood at the maximum."""
    centre = np.log([start.shape, start.days, start.drop_a, start.drop_b])
    theta = np.append(centre, (0.0, 0.0))
    slope = 1.0 if has_slopes else 0.0
    bounds = [(one - 4.0, one + 4.0) for one in centre] + [(-slope, slope)] * 2
    weights = np.array(start.weights)
    size, before = len(sample.silence), -np.inf
    for _ in range(_ROUNDS):
        weights = _weights(sample.log_components(theta), weights)

        def cost(tried: Floats, weights: Floats = weights) -> float:
            likely = _log_likelihood(sample.log_components(tried), weights)
            slopes, others = tried[4:], tried[:4] - centre
            penalty = _SLOPE_PENALTY * (slopes @ slopes) + _ANCHOR * (others @ others)
            return float(0.5 * penalty - likely) / size

        found = minimize(
            cost,
            theta,
            method="L-BFGS-B",
            bounds=bounds,
            options={"maxiter": _QUASI_NEWTON_STEPS},
        )
        theta, now = found.x, -found.fun * size
        if now - before < _GOOD_ENOUGH:
            break
        before = now
    components = sample.log_components(theta)
    weights = _weights(components, weights)
    return theta, weights, _log_likelihood(components, weights)


def _weights(components: Floats, weights: Floats) -> Floats:
    """Return the grid's weights after some steps of expectation-maximisation; shape (grid,)."""
    likelihood = np.exp(components - components.max(axis=0))
    for _ in range(_EM_STEPS):
        share = weights[:, None] * likelihood
        weights = np.maximum((share / share.sum(axis=0)).mean(axis=1), _LEAST_WEIGHT)
        weights = weights / weights.sum()
    return weights


def _log_likelihood(components: Floats, weights: Floats) -> float:
    """Return the log likelihood of the sample."""
    return float(logsumexp(components, axis=0, b=weights[:, None]).sum())
