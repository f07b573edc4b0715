"""How sure a difference between two parts is: intervals, and what may be said in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt
from statistics import NormalDist

#: How sure intervals are.
CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class Interval:
    """Where a figure lies, with ``CONFIDENCE``."""

    low: float
    high: float


class Verdict(StrEnum):
    """What may be said of a difference."""

    #: There was no draw, or nobody was left alone.
    NOT_COMPARED = "not_compared"
    TOO_FEW = "too_few"
    #: It may as well be chance.
    UNCLEAR = "unclear"
    MORE = "more"
    LESS = "less"


@dataclass(frozen=True, slots=True)
class Uplift:
    """How much more the treated did than those who were left alone.

    Attributes:
        verdict: What may be said.
        difference: Treated less held out; None where one part is empty.
        interval: Where it lies; None where it cannot be told.
    """

    verdict: Verdict
    difference: float | None = None
    interval: Interval | None = None


def wilson(hits: int, count: int, confidence: float = CONFIDENCE) -> Interval:
    """Return where a share lies, by Wilson's score interval without correction.

    Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference,
    JASA 22 (1927) 209-212.
    """
    z = NormalDist().inv_cdf(0.5 + confidence / 2)
    share, squared = hits / count, z * z
    middle = share + squared / (2 * count)
    spread = z * sqrt(share * (1 - share) / count + squared / (4 * count * count))
    whole = 1 + squared / count
    return Interval(max(0.0, (middle - spread) / whole), min(1.0, (middle + spread) / whole))


def newcombe(
    hits: int, count: int, other_hits: int, other_count: int, confidence: float = CONFIDENCE
) -> Interval:
    """Return where the difference of two independent shares lies, the second taken off.

    Source: R. G. Newcombe, Interval estimation for the difference between independent proportions:
    comparison of eleven methods, Statistics in Medicine 17 (1998) 873-890, method 10 (hybrid
    score, without correction).
    """
    one, other = wilson(hits, count, confidence), wilson(other_hits, other_count, confidence)
    share, other_share = hits / count, other_hits / other_count
    difference = share - other_share
    below = sqrt((share - one.low) ** 2 + (other.high - other_share) ** 2)
    above = sqrt((one.high - share) ** 2 + (other_share - other.low) ** 2)
    return Interval(difference - below, difference + above)


def welch(values: Sequence[int], others: Sequence[int], confidence: float = CONFIDENCE) -> Interval:
    """Return where the difference of two means lies, whose variances need not be alike.

    Source: B. L. Welch, The generalization of "Student's" problem when several different
    population variances are involved, Biometrika 34 (1947) 28-35.

    Args:
        values: One number of each of the first part; ``FEWEST_MEMBERS`` at least.
        others: The same of the second part.
        confidence: How sure.
    """
    mean, share = _mean_and_share(values)
    other_mean, other_share = _mean_and_share(others)
    difference, error = mean - other_mean, share + other_share
    if not error:
        return Interval(difference, difference)
    freedom = error**2 / (share**2 / (len(values) - 1) + other_share**2 / (len(others) - 1))
    spread = student(freedom, 0.5 + confidence / 2) * sqrt(error)
    return Interval(difference - spread, difference + spread)


def student(freedom: float, probability: float) -> float:
    """Return a quantile of Student's t distribution, to five digits from 25 degrees on.

    Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.5 (Cornish-Fisher).
    """
    x = NormalDist().inv_cdf(probability)
    terms = (
        x,
        (x**3 + x) / 4,
        (5 * x**5 + 16 * x**3 + 3 * x) / 96,
        (3 * x**7 + 19 * x**5 + 17 * x**3 - 15 * x) / 384,
        (79 * x**9 + 776 * x**7 + 1482 * x**5 - 1920 * x**3 - 945 * x) / 92160,
    )
    return sum(term / freedom**power for power, term in enumerate(terms))


def _mean_and_share(values: Sequence[int]) -> tuple[float, float]:
    """Return the mean, and the square of its standard error."""
    mean = sum(values) / len(values)
    variance = sum((one - mean) ** 2 for one in values) / (len(values) - 1)
    return mean, variance / len(values)


def verdict_of(interval: Interval) -> Verdict:
    """Return what may be said of a difference that lies there."""
    if interval.low > 0:
        return Verdict.MORE
    return Verdict.LESS if interval.high < 0 else Verdict.UNCLEAR
