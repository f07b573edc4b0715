"""Regular buyers who leave: Erlang-k intervals, gamma rates, beta drop-out; one customer, one k.

A customer buys at intervals that are Erlang-k with mean 1 / rho, so that a greater k is a steadier
buyer; rho is gamma(r, A0) over customers. After every order, the first included, they leave with
a probability that is beta(a, b) over customers. With k = 1 this is MBG/NBD, with one k for all
MBG/CNBD-k; a mixture over several k is the k-grid.

Source: Platzer & Reutterer (2016), "Ticking away the moments", Marketing Science 35(5); Reutterer,
Platzer & Schröder (2021), "Leveraging purchase regularity for predicting customer behavior the
easy way", IJRM 38(1). They count the rate of the k phases of an interval, here it is that of the
orders: their alpha is A0 / k.

Time is in any one unit, the same everywhere; A0 has the unit of time, the rest has none.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import digamma, gammaln

from cockpit.analytics.segments import Floats

#: How many parameters the likelihood has: r, A0, a and b.
PARAMETER_COUNT = 4


@dataclass(frozen=True, slots=True)
class Population:
    """How customers differ; all above 0.

    ``scale`` and ``a`` may be arrays of shape (customers,), where they depend on something known
    of each customer.

    Attributes:
        r: Shape of the gamma distribution of the rates.
        scale: Its scale A0, in units of time.
        a: First parameter of the beta distribution of the probabilities to leave.
        b: Its second parameter.
    """

    r: float
    scale: float | Floats
    a: float | Floats
    b: float


@dataclass(frozen=True, slots=True)
class Purchases:
    """What a likelihood needs of each customer; every attribute has shape (customers,).

    Attributes:
        gap_count: Number of completed intervals, or the sum of their weights.
        gap_sum: Sum of the intervals, weighted likewise; in units of time.
        gap_log_sum: Sum of the intervals' logarithms, weighted likewise.
        chance_count: After how many orders the customer had a chance to leave.
        silence: Time since the last order.
    """

    gap_count: Floats
    gap_sum: Floats
    gap_log_sum: Floats
    chance_count: Floats
    silence: Floats


def survival(k: int, shape: Floats, scale: Floats, silence: Floats) -> Floats:
    """Return the probability that an interval is longer than the silence.

    The interval is Erlang-k with a mean of 1 / rho, rho is gamma(shape, scale). In scipy's words
    ``betainc(shape, k, scale / (scale + k * silence))``; with whole k it is the sum of k terms of
    a negative binomial distribution, which is faster and as exact.

    Source: Platzer & Reutterer (2016), appendix, the bracket of the likelihood.

    Args:
        k: Regularity, a whole number from 1.
        shape: Of the rate's distribution; shape (customers,).
        scale: Of the rate's distribution, in units of time; shape (customers,).
        silence: In units of time, not negative; shape (customers,).

    Returns:
        From 0 to 1, falling with the silence; shape (customers,).
    """
    late = k * silence / scale
    share = late / (1.0 + late)
    term = np.exp(-shape * np.log1p(late))
    total = term.copy()
    for phase in range(1, k):
        term *= share * ((shape + (phase - 1)) / phase)
        total += term
    return np.minimum(total, 1.0)


def survival_slopes(
    k: int, shape: Floats, scale: Floats, silence: Floats
) -> tuple[Floats, Floats, Floats]:
    """Return the survival and its derivatives by shape and by the logarithm of the scale.

    The latter is k times what would be the sum's next term: it makes up the beta density.

    Args and unit as of ``survival``.

    Returns:
        Three arrays of shape (customers,).
    """
    late = k * silence / scale
    share = late / (1.0 + late)
    log_first = -np.log1p(late)
    term = np.exp(shape * log_first)
    slope = term * log_first
    total, total_slope = term.copy(), slope.copy()
    for phase in range(1, k):
        factor = share * ((shape + (phase - 1)) / phase)
        slope = slope * factor + term * (share / phase)
        term *= factor
        total += term
        total_slope += slope
    return np.minimum(total, 1.0), total_slope, term * share * (shape + (k - 1))


def log_gap_density(k: int, population: Population, purchases: Purchases) -> Floats:
    """Return the logarithm of the density of each customer's completed intervals.

    Source: Platzer & Reutterer (2016), appendix; the gamma mixture of Erlang-k densities.

    Args:
        k: Regularity.
        population: How customers differ.
        purchases: The intervals' sums.

    Returns:
        Shape (customers,).
    """
    r, scale = population.r, population.scale
    phases = k * purchases.gap_count
    density: Floats = (
        phases * np.log(k)
        - purchases.gap_count * gammaln(k)
        + (k - 1) * purchases.gap_log_sum
        + gammaln(r + phases)
        - gammaln(r)
        + r * np.log(scale)
        - (r + phases) * np.log(scale + k * purchases.gap_sum)
    )
    return density


def log_stay(population: Population, chance_count: Floats) -> Floats:
    """Return the logarithm of the probability to have stayed after so many orders.

    Source: Fader, Hardie & Lee (2005), "Counting your customers the easy way", Marketing Science
    24(2), equation 6: B(a, b + chances) / B(a, b).
    """
    a, b = population.a, population.b
    with_chances = gammaln(b + chance_count) - gammaln(a + b + chance_count)
    stayed: Floats = with_chances + gammaln(a + b) - gammaln(b)
    return stayed


def leave_odds(population: Population, chance_count: Floats) -> Floats:
    """Return the odds of having left at the last chance to having stayed; 0 without a chance.

    Source: as of ``log_stay``: B(a + 1, b + chances - 1) / B(a, b + chances).
    """
    left = np.zeros_like(chance_count)
    after = population.b + chance_count - 1.0
    np.divide(population.a, after, out=left, where=chance_count > 0)
    return left


def log_likelihood(ks: Sequence[int], population: Population, purchases: Purchases) -> Floats:
    """Return the log-likelihood of every customer under every regularity.

    The likelihood of a mixture with weights w is then ``log(sum over k of w exp(L))``.

    Source: Platzer & Reutterer (2016), appendix; same value as their published program's, with
    the term of the intervals' logarithms.

    Args:
        ks: The regularities, whole numbers from 1.
        population: How customers differ.
        purchases: The customers.

    Returns:
        Shape (customers, len(ks)).
    """
    stay = log_stay(population, purchases.chance_count)
    left = leave_odds(population, purchases.chance_count)
    r, scale = population.r, population.scale
    columns = []
    for k in ks:
        alive = survival(
            k, r + k * purchases.gap_count, scale + k * purchases.gap_sum, purchases.silence
        )
        columns.append(log_gap_density(k, population, purchases) + stay + _log(alive + left))
    return np.stack(columns, axis=-1)


def log_likelihood_slopes(
    ks: Sequence[int], population: Population, purchases: Purchases
) -> tuple[Floats, Floats]:
    """Return the log-likelihoods and their derivatives by the logarithms of r, A0, a and b.

    The gradient of a mixture's log-likelihood is the sum over k of posterior weight x derivative.
    Args as of ``log_likelihood``.

    Returns:
        Shapes (customers, len(ks)) and (4, customers, len(ks)).
    """
    r, scale, a, b = population.r, population.scale, population.a, population.b
    stay = log_stay(population, purchases.chance_count)
    left = leave_odds(population, purchases.chance_count)
    stay_by_a, stay_by_b = _stay_slopes(population, purchases.chance_count)
    left_by_b = -left * left / a
    values = np.empty((len(left), len(ks)))
    slopes = np.empty((PARAMETER_COUNT, len(left), len(ks)))
    for column, k in enumerate(ks):
        shape, total = r + k * purchases.gap_count, scale + k * purchases.gap_sum
        alive, by_shape, by_scale = survival_slopes(k, shape, total, purchases.silence)
        either = alive + left
        safe = np.maximum(either, np.finfo(np.float64).tiny)
        values[:, column] = log_gap_density(k, population, purchases) + stay + _log(either)
        slopes[0, :, column] = r * (
            digamma(shape) - digamma(r) + np.log(scale / total) + by_shape / safe
        )
        slopes[1, :, column] = r - shape * scale / total + by_scale * (scale / total) / safe
        slopes[2, :, column] = a * stay_by_a + left / safe
        slopes[3, :, column] = b * (stay_by_b + left_by_b / safe)
    return values, slopes


def _stay_slopes(population: Population, chance_count: Floats) -> tuple[Floats, Floats]:
    """Return the derivatives of ``log_stay`` by a and by b."""
    a, b = population.a, population.b
    both = digamma(a + b) - digamma(a + b + chance_count)
    return both, both + digamma(b + chance_count) - digamma(b)


def _log(values: Floats) -> Floats:
    """Return the logarithm; of what underflows to 0, that of the smallest number."""
    return np.log(np.maximum(values, np.finfo(np.float64).tiny))
