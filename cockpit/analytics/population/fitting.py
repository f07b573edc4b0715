"""The one door to the optimiser: maximum likelihood over positive parameters, always the same way.

Parameters are sought as logarithms, so none leaves its range, from two starts on a thinned order
book and then on the whole of it from the better one. No chance is involved: the same customers give
the same parameters.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np
from scipy.optimize import minimize

from cockpit.analytics.population.summary import PurchaseSummary
from cockpit.analytics.segments import Floats
from cockpit.domain.errors import BadInputError

#: Four parameters say nothing about fewer customers who ordered again.
MIN_REPEATERS = 10

#: Customers in the thinned book, about.
THIN_CUSTOMERS = 4_000

#: Parameters are sought within these factors of 1, scales within these of the time observed.
REACH = 1e-5, 1e5

_FLAT_GRADIENT = 1e-4

#: The sum of the log-likelihoods and its gradient by the logarithms of the parameters.
Objective = Callable[[PurchaseSummary, Floats], tuple[float, Floats]]

ModelT = TypeVar("ModelT")
ModelT_co = TypeVar("ModelT_co", covariant=True)


@dataclass(frozen=True, slots=True)
class PopulationFit(Generic[ModelT_co]):
    """A model fitted to an order book.

    Attributes:
        model: With its parameters.
        log_likelihood: Sum over customers.
        customer_count: How many there were.
        is_at_bound: Whether a parameter ran to the end of its range: the customers do not differ
            in what it describes, and its value means no more than "very large" or "none".
    """

    model: ModelT_co
    log_likelihood: float
    customer_count: int
    is_at_bound: bool


def maximise(
    summary: PurchaseSummary,
    objective: Objective,
    build: Callable[[Floats], ModelT],
    is_scale: tuple[bool, ...],
) -> PopulationFit[ModelT]:
    """Find the parameters under which the customers' orders are most likely.

    Source: L-BFGS-B, Byrd, Lu, Nocedal & Zhu (1995), SIAM Journal on Scientific Computing 16(5).

    Args:
        summary: The customers.
        objective: Log-likelihood and gradient of some customers; parameters have the shape
            (parameters,), scales in the summary's unit of time.
        build: Makes the model of the parameters.
        is_scale: Which of the parameters are in units of time.

    Raises:
        BadInputError: Fewer than ``MIN_REPEATERS`` customers ordered again, or there is no maximum.
    """
    repeaters = int(np.count_nonzero(summary.repeat_count))
    if repeaters < MIN_REPEATERS:
        raise BadInputError("population_too_small", count=repeaters, needed=MIN_REPEATERS)
    time = np.where(is_scale, np.log(np.mean(summary.observed)), 0.0)
    bounds = np.log(REACH)[:, np.newaxis] + time
    thin = summary.every(max(1, len(summary) // THIN_CUSTOMERS))
    if not thin.repeat_count.any():
        thin = summary
    rough = [_climb(thin, objective, time + shift, bounds) for shift in (-0.7, 0.7)]
    point, value, slope = _climb(summary, objective, max(rough, key=_height)[0], bounds)
    is_free = (point > bounds[0] + 0.01) & (point < bounds[1] - 0.01)
    if not np.isfinite(value) or np.any(np.abs(slope[is_free]) > _FLAT_GRADIENT):
        raise BadInputError("population_not_fitted")
    return PopulationFit(build(np.exp(point)), value, len(summary), not bool(is_free.all()))


def _height(climbed: tuple[Floats, float, Floats]) -> float:
    return climbed[1]


def _climb(
    summary: PurchaseSummary, objective: Objective, start: Floats, bounds: Floats
) -> tuple[Floats, float, Floats]:
    """Return where the climb ends, the log-likelihood there and its gradient per customer."""

    def descend(point: Floats) -> tuple[float, Floats]:
        value, slope = objective(summary, np.exp(point))
        return -value / len(summary), -slope / len(summary)

    found = minimize(
        descend,
        start,
        jac=True,
        method="L-BFGS-B",
        bounds=bounds.T,
        options={"maxiter": 500, "ftol": 1e-13, "gtol": 1e-7},
    )
    return found.x, -float(found.fun) * len(summary), found.jac
