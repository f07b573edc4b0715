"""When the next order is to be expected of who still buys and was silent so far."""

import numpy as np

from cockpit.analytics.k_grid import REGULARITIES
from cockpit.analytics.scoring import Posterior, gap_survival, weighted_sum
from cockpit.analytics.segments import Flags, Floats

#: Nobody is told to wait for an order longer than this.
FARTHEST_DAYS = 36_500.0
_STEPS = 40
_TOLERANCE = 1e-4


def days_to_order(known: Posterior, silence: Floats, probability: float) -> Floats:
    """Return in how many days the next order has come with some probability.

    Source: for one regularity the closed form of docs/purchase-cycle.md, "next order"; the mixture
    over the grid has none, and is solved.

    Args:
        known: What the completed intervals say; n customers.
        silence: Days since the last order; shape (n,).
        probability: Between 0 and 1.

    Returns:
        Days from now, ``FARTHEST_DAYS`` at most; shape (n,).
    """
    now = np.minimum(known.mixed(known.survival(silence)), 1.0)
    return days_to_survival(known, silence, now * (1.0 - probability))


def days_to_survival(known: Posterior, silence: Floats, target: Floats) -> Floats:
    """Return after how many more days P(interval > all of the silence) has fallen to a target.

    Newton's method on the logarithm of the survival against the logarithm of time, in which the
    tail is a straight line, with bisection where it would leave the bracket.

    Args:
        known: What the completed intervals say; n customers.
        silence: Days since the last order; shape (n,).
        target: Between 0 and 1; shape (n,).

    Returns:
        Days from now, 0 where it is below the target already; shape (n,).
    """
    low, high = np.zeros_like(silence), np.full_like(silence, FARTHEST_DAYS)
    offset = silence + known.mixed(known.days / np.array(REGULARITIES, dtype=np.float64)[:, None])
    goal = np.log(np.maximum(target, 1e-300))
    days = known.mixed(known.days / known.shape)
    open_rows = np.arange(len(silence))
    for _ in range(_STEPS):
        here = days[open_rows]
        survival, density = _survival_and_density(known, open_rows, silence[open_rows] + here)
        excess = np.log(np.maximum(survival, 1e-300)) - goal[open_rows]
        is_early = excess > 0
        low[open_rows] = np.where(is_early, here, low[open_rows])
        high[open_rows] = np.where(is_early, high[open_rows], here)
        there = _next(here, offset[open_rows], excess, survival, density)
        outside: Flags = ~((there > low[open_rows]) & (there < high[open_rows]))
        there = np.where(outside, 0.5 * (low[open_rows] + high[open_rows]), there)
        days[open_rows] = there
        open_rows = open_rows[np.abs(there - here) > _TOLERANCE * (1.0 + here)]
        if not len(open_rows):
            break
    return days


def _next(
    here: Floats, offset: Floats, excess: Floats, survival: Floats, density: Floats
) -> Floats:
    """Return Newton's next guess, in days; shape (n,)."""
    time = offset + here
    slope = time * density / np.maximum(survival, 1e-300)
    step = np.clip(excess / np.maximum(slope, 1e-12), -3.0, 3.0)
    return time * np.exp(step) - offset


def _survival_and_density(
    known: Posterior, rows: np.ndarray[tuple[int], np.dtype[np.int64]], waited: Floats
) -> tuple[Floats, Floats]:
    """Return P(interval > waited days) and minus its derivative; both of shape (rows,)."""
    survival = np.empty((len(REGULARITIES), len(rows)))
    density = np.empty_like(survival)
    for point, k in enumerate(REGULARITIES):
        shape, days = known.shape[point, rows], known.days[point, rows]
        survival[point] = gap_survival(k, shape, days, waited)
        density[point] = _density(k, shape, days, waited)
    weights = known.weights[:, rows]
    return weighted_sum(weights, survival), weighted_sum(weights, density)


def _density(k: int, shape: Floats, days: Floats, waited: Floats) -> Floats:
    """Return the density of an interval of so many days, per day; shape (n,)."""
    whole = days + k * waited
    share = k * waited / whole
    coefficient = shape.copy()
    for j in range(1, k):
        coefficient *= (shape + j) * share / j
    density: Floats = coefficient * np.exp(shape * np.log(days / whole)) * k / whole
    return density
