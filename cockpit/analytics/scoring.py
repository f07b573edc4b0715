"""The k-grid at work: from a customer's statistics to probabilities on a day.

Sources: "formulas" of the purchase-cycle definitions (docs/purchase-cycle.md); the distribution of
a gap is that of Platzer & Reutterer (2016), whose incomplete beta function is a finite sum for the
whole numbers of the grid. The weights come from completed intervals; what the silence says of the
regularity comes in exactly where survivals are mixed before they are divided (Bayes), and because
the chance to have dropped out is the same at each point of the grid, more silence can only raise
the gap quantile and lower the probability to be alive.

Sums over the grid are written out point by point: a library's own summation takes another order of
additions for one customer than for many, and the last bit would differ.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.special import gammaln

from cockpit.analytics.k_grid import DISCOUNT, REGULARITIES, KGridParameters
from cockpit.analytics.segments import Floats, Integers, steadied
from cockpit.analytics.sufficient import GapStatistics, weights_of

#: More intervals weigh no more than these: 0.9 ** 400 is below the last bit of their sum.
_MOST_REPEATS = 400
_VALUE_SPAN = 2.5
#: From this shape on ``mean_interval`` takes nothing off the mean; the grid's first is the least.
_SURE_MEAN = 1.5
#: Rows computed at a time, so that the arrays stay in the processor's cache.
CHUNK = 4096
#: The regularities as a column.
GRID = np.array(REGULARITIES, dtype=np.float64)[:, None]
_FIRST_BEYOND = np.searchsorted(REGULARITIES, np.arange(REGULARITIES[-1]), side="right").tolist()


@dataclass(frozen=True, slots=True)
class GridTables:
    """What depends on the parameters and the number of intervals alone, worked out once.

    Attributes:
        parameters: The parameters.
        shape: Shape of the rate after so many intervals; shape (grid, 401).
        log_constant: What of the log likelihood does not depend on days; shape (grid, 401).
    """

    parameters: KGridParameters
    shape: Floats
    log_constant: Floats


def grid_tables(parameters: KGridParameters, discount: float = DISCOUNT) -> GridTables:
    """Return the tables of some parameters, for statistics of some discount."""
    weight = weights_of(np.arange(_MOST_REPEATS + 1), discount)[None, :]
    shape = parameters.shape + GRID * weight
    constant = gammaln(shape) + GRID * weight * np.log(GRID) - weight * gammaln(GRID)
    constant += np.log(np.array(parameters.weights))[:, None]
    return GridTables(parameters, shape, constant)


@dataclass(frozen=True, slots=True)
class Posterior:
    """What is known of each customer after the completed intervals.

    Attributes:
        weights: Weight of each regularity, adding up to 1; shape (grid, n).
        shape: Shape of the rate's Gamma distribution; shape (grid, n).
        days: Its days (inverse scale); shape (grid, n).
        dropped: Odds to have dropped out at the last order, against not; shape (n,).
    """

    weights: Floats
    shape: Floats
    days: Floats
    dropped: Floats

    def at(self, rows: Integers) -> "Posterior":
        """Return what is known of some of the customers."""
        return Posterior(
            self.weights[:, rows], self.shape[:, rows], self.days[:, rows], self.dropped[rows]
        )

    def survival(self, silence: Floats) -> Floats:
        """Return P(interval > silence in days), of who did not drop out; shape (grid, n)."""
        return gap_survival(self.shape, self.days, silence)

    def mixed(self, values: Floats) -> Floats:
        """Return the mean over the grid by weight; values of shape (grid, n), result (n,)."""
        return weighted_sum(self.weights, values)

    def lasting(self, silence: Floats) -> Floats:
        """Return P(interval > silence in days) over the grid, of who did not drop out; (n,)."""
        return np.minimum(self.mixed(self.survival(silence)), 1.0)

    def mean_interval(self) -> Floats:
        """Return the mean interval in days; of a single order where the mean exists at all."""
        return self.mixed(self.days / np.maximum(self.shape - 1.0, 0.5))

    def longest_mean(self) -> Floats:
        """Return the mean interval in days where it exists for certain, else infinity; (n,)."""
        return np.where(self.shape[0] >= _SURE_MEAN, self.mean_interval(), np.inf)

    def rate(self) -> Floats:
        """Return the expected orders per day of who did not drop out, as of the last order."""
        return self.mixed(self.shape / self.days)


@dataclass(frozen=True, slots=True)
class Scores:
    """Probabilities on a day; every attribute has shape (n,).

    Attributes:
        gap_quantile: Share of the intervals predicted by the own history that are shorter than the
            silence.
        alive: Probability that the customer still buys.
        none: Probability of no order within the horizon.
    """

    gap_quantile: Floats
    alive: Floats
    none: Floats


def weighted_sum(weights: Floats, values: Floats) -> Floats:
    """Return the sum over the first axis of weights times values; both of shape (grid, n)."""
    total: Floats = weights[0] * values[0]
    for point in range(1, len(weights)):
        total += weights[point] * values[point]
    return total


def gap_survival(shape: Floats, days: Floats, silence: Floats) -> Floats:
    """Return P(interval > silence) of Erlang-k intervals whose rate is Gamma distributed.

    It is betainc(shape, k, x) with x = days / (days + k silence), which for a whole ``k`` is
    x^shape times the sum over j < k of (shape)_j / j! (1 - x)^j; the sum is nested as Horner's
    scheme does, all points of the grid at once.

    Args:
        shape: Shape of the rate; shape (grid, n).
        days: Days (inverse scale) of the rate; shape (grid, n).
        silence: In days; shape (n,).

    Returns:
        Shape (grid, n).
    """
    waited = GRID * silence
    whole = days + waited
    share = waited / whole
    total = np.ones_like(share)
    for j in range(REGULARITIES[-1] - 1, 0, -1):
        # The grid ascends: these are the points whose sum has more than j terms.
        rows = slice(_FIRST_BEYOND[j], None)
        term = shape[rows] + (j - 1.0)
        term *= share[rows]
        term *= 1.0 / j
        nested = total[rows]
        nested *= term
        nested += 1.0
    total *= np.exp(shape * np.log(days / whole))
    survival: Floats = np.minimum(total, 1.0, out=total)
    return survival


def value_standing(parameters: KGridParameters, mean_value_cents: Floats) -> Floats:
    """Return how far each mean value is from the portfolio's, in its standard deviations."""
    distance = np.log(np.maximum(mean_value_cents, 1.0)) - parameters.value_centre
    return steadied(np.clip(distance / parameters.value_scale, -_VALUE_SPAN, _VALUE_SPAN))


def posterior(tables: GridTables, statistics: GapStatistics, standing: Floats) -> Posterior:
    """Return what the completed intervals say.

    Args:
        tables: Of the parameters.
        statistics: Discounted ones; shape (n,).
        standing: As ``value_standing`` gives it; shape (n,).
    """
    parameters = tables.parameters
    row = np.minimum(statistics.repeats, _MOST_REPEATS).astype(np.int64)
    prior_days = parameters.days * np.exp(-parameters.rate_by_value * standing)
    shape = tables.shape[:, row]
    days = prior_days + GRID * statistics.days
    weights = tables.log_constant[:, row]
    weights += (GRID - 1.0) * statistics.log_days
    weights -= shape * np.log(days)
    weights -= weights.max(axis=0)
    np.exp(weights, out=weights)
    weights /= weighted_sum(np.ones((len(REGULARITIES), 1)), weights)
    drop_a = parameters.drop_a * np.exp(-parameters.drop_by_value * standing)
    return Posterior(weights, shape, days, drop_a / (parameters.drop_b + statistics.repeats))


def score(
    tables: GridTables,
    statistics: GapStatistics,
    standing: Floats,
    silence: Floats,
    horizon: Floats | float,
) -> Scores:
    """Return the probabilities of the pure model, without correction.

    Args:
        tables: Of the parameters.
        statistics: Discounted ones; shape (n,).
        standing: As ``value_standing`` gives it; shape (n,).
        silence: Days since the last order without blocked ones; shape (n,).
        horizon: Days ahead; shape (n,) or a number.
    """
    ahead = np.broadcast_to(np.asarray(horizon, dtype=np.float64), silence.shape)

    def rows(part: slice) -> tuple[Floats, ...]:
        known = posterior(tables, statistics.at(part), standing[part])
        now = known.lasting(silence[part])
        later = known.lasting(silence[part] + ahead[part])
        still = now + known.dropped
        return (1.0 - now, now / still, (later + known.dropped) / still)

    return Scores(*in_chunks(rows, len(silence), 3))


def in_chunks(
    compute: Callable[[slice], tuple[Floats, ...]], size: int, width: int
) -> tuple[Floats, ...]:
    """Compute some arrays slice by slice, each slice small enough for the processor's cache.

    Args:
        compute: Gives for a slice of the rows one array per result.
        size: How many rows there are.
        width: How many results there are.

    Returns:
        The results; each of shape (size,).
    """
    results = tuple(np.empty(size) for _ in range(width))
    for start in range(0, size, CHUNK):
        part = slice(start, min(start + CHUNK, size))
        for result, values in zip(results, compute(part), strict=True):
            result[part] = values
    return results
