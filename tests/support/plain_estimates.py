"""Estimates of one customer by the formulas of docs/purchase-cycle.md, for published parameters.

Loops over one customer's events; the survival is scipy's incomplete beta function, not the
program's finite sum.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import exp, lgamma, log
from statistics import median

from scipy.special import betainc

from tests.support.plain_events import plain_yearly

REGULARITIES = (1, 2, 3, 4, 6, 9, 14)
#: MBG/NBD of CDNOW (Fader, Hardie & Lee 2005), in days.
R, A, DROP_A, DROP_B = 0.525, 6.183 * 7, 0.891, 1.614


@dataclass(frozen=True)
class Estimates:
    """What is estimated of a customer; money in cents.

    Attributes:
        so_far: None where the customer's cycle is not their own.
    """

    alive: float
    at_risk: float
    so_far: float | None
    next_year: float


class _Customer:
    """What the completed intervals say."""

    def __init__(self, days: list[date]) -> None:
        gaps = [max(1, (late - early).days) for early, late in pairwise(days)]
        weights = [0.9**back for back in reversed(range(len(gaps)))]
        self.count = sum(weights)
        self.days = sum(w * gap for w, gap in zip(weights, gaps, strict=True))
        logs = sum(w * log(gap) for w, gap in zip(weights, gaps, strict=True))
        scores = []
        for k in REGULARITIES:
            shape, scale = R + k * self.count, A + k * self.days
            score = lgamma(shape) + k * self.count * log(k) - self.count * lgamma(k)
            scores.append(score + (k - 1) * logs - shape * log(scale) - log(k))
        top = max(scores)
        whole = sum(exp(one - top) for one in scores)
        self.weights = [exp(one - top) / whole for one in scores]

    def survival(self, silence: float) -> float:
        """Return P(interval > silence) of who did not drop out."""
        total = 0.0
        for k, weight in zip(REGULARITIES, self.weights, strict=True):
            shape, scale = R + k * self.count, A + k * self.days
            total += weight * float(betainc(shape, k, scale / (scale + k * silence)))
        return total

    def rate(self) -> float:
        """Return orders per day as of the last order."""
        return sum(
            weight * (R + k * self.count) / (A + k * self.days)
            for k, weight in zip(REGULARITIES, self.weights, strict=True)
        )


def plain_estimates(events: Mapping[date, int], day: date) -> Estimates:
    """Return the estimates of a customer with events on a day, none of them blocked."""
    days = sorted(events)
    one, silence = _Customer(days), (day - days[-1]).days
    still, left = one.survival(silence), DROP_A / (DROP_B + len(days) - 1)
    alive = still / (still + left)
    none = (one.survival(silence + 90) + left) / (still + left)
    at_risk = max(none, 1 - alive) * alive * plain_yearly(events) * 90 / 365
    per_day = (1 - alive) * one.rate() * _value(events)
    cycle = one.days / one.count if len(days) > 1 else None
    so_far = None if cycle is None else per_day * max(0.0, silence - cycle)
    return Estimates(alive, at_risk, so_far, per_day * 365)


def _value(events: Mapping[date, int]) -> float:
    """Return what the next order is worth: the capped mean, recent ones weighing more."""
    cents = [events[day] for day in sorted(events)]
    cap = 3 * median(cents)
    weights = [0.95**back for back in reversed(range(len(cents)))]
    return sum(w * min(one, cap) for w, one in zip(weights, cents, strict=True)) / sum(weights)
