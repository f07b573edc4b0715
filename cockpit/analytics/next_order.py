"""When the next order is to be expected of who still buys and was silent so far."""

from dataclasses import dataclass

import numpy as np
from scipy.special import betaln

from cockpit.analytics.scoring import GRID, Posterior, gap_survival, weighted_sum
from cockpit.analytics.segments import Floats, Integers

#: Nobody is told to wait for an order longer than this.
FARTHEST_DAYS = 36_500.0
_STEPS = 40
_TOLERANCE = 1e-4
_LEAST = 1e-300
_LONGEST_STEP = 3.0


def days_to_orders(
    known: Posterior, silence: Floats, probabilities: tuple[float, ...]
) -> tuple[Floats, ...]:
    """Return in how many days the next order has come with some probabilities.

    Source: for one regularity the closed form of docs/purchase-cycle.md, "next order"; the mixture
    over the grid has none, and is solved.

    Args:
        known: What the completed intervals say; n customers.
        silence: Days since the last order; shape (n,).
        probabilities: Each between 0 and 1.

    Returns:
        For each probability the days from now, ``FARTHEST_DAYS`` at most; shape (n,).
    """
    now = np.minimum(known.mixed(known.survival(silence)), 1.0)
    size, times = len(silence), len(probabilities)
    target = np.concatenate([now * (1.0 - one) for one in probabilities])
    rows = np.tile(np.arange(size), times)
    days = _found(_search(known, silence).at(rows), target)
    return tuple(days.reshape(times, size))


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
    return _found(_search(known, silence), target)


def _search(known: Posterior, silence: Floats) -> "_Search":
    """Return the search where it starts, at the mean interval; its goal is still to be set."""
    size = len(silence)
    return _Search(
        known=known,
        log_beta=betaln(known.shape, GRID),
        silence=silence,
        offset=silence + known.mixed(known.days / GRID),
        goal=np.zeros(size),
        here=known.mixed(known.days / known.shape),
        low=np.zeros(size),
        high=np.full(size, FARTHEST_DAYS),
    )


def _found(open_: "_Search", target: Floats) -> Floats:
    """Return where the search ends that looks for a survival; shape (n,)."""
    open_.goal = np.log(np.maximum(target, _LEAST))
    days, rows = np.zeros(len(target)), np.arange(len(target))
    for _ in range(_STEPS):
        before = open_.here.copy()
        open_.improve()
        days[rows] = open_.here
        is_open = np.abs(open_.here - before) > _TOLERANCE * (1.0 + before)
        if not is_open.any():
            break
        if not is_open.all():
            kept = np.flatnonzero(is_open)
            rows, open_ = rows[kept], open_.at(kept)
    return days


@dataclass(slots=True)
class _Search:
    """Where the search of each customer stands; every array has n columns.

    Attributes:
        known: What the completed intervals say.
        log_beta: Logarithm of the beta function of shape and regularity.
        silence: Days since the last order.
        offset: What is added to the days before their logarithm is taken.
        goal: Logarithm of the survival that is looked for.
        here: Best guess so far, in days from now.
        low: Below the solution.
        high: Above it.
    """

    known: Posterior
    log_beta: Floats
    silence: Floats
    offset: Floats
    goal: Floats
    here: Floats
    low: Floats
    high: Floats

    def at(self, rows: Integers) -> "_Search":
        """Return the search of some of the customers."""
        return _Search(
            self.known.at(rows),
            self.log_beta[:, rows],
            self.silence[rows],
            self.offset[rows],
            self.goal[rows],
            self.here[rows],
            self.low[rows],
            self.high[rows],
        )

    def improve(self) -> None:
        """Take one step and narrow the bracket."""
        survival, density = self._survival_and_density()
        excess = np.log(np.maximum(survival, _LEAST)) - self.goal
        is_early = excess > 0
        self.low = np.where(is_early, self.here, self.low)
        self.high = np.where(is_early, self.high, self.here)
        time = self.offset + self.here
        slope = time * density / np.maximum(survival, _LEAST)
        step = np.clip(excess / np.maximum(slope, 1e-12), -_LONGEST_STEP, _LONGEST_STEP)
        there = time * np.exp(step) - self.offset
        is_inside = (there > self.low) & (there < self.high)
        self.here = np.where(is_inside, there, 0.5 * (self.low + self.high))

    def _survival_and_density(self) -> tuple[Floats, Floats]:
        """Return P(interval > all of the silence) and minus its derivative; shape (n,)."""
        shape, days, weights = self.known.shape, self.known.days, self.known.weights
        waited = self.silence + self.here
        whole = days + GRID * waited
        late = np.log(np.maximum(GRID * waited / whole, _LEAST))
        log_density = shape * np.log(days / whole) + (GRID - 1.0) * late - self.log_beta
        density = np.exp(log_density) * GRID / whole
        survival = gap_survival(shape, days, waited)
        return weighted_sum(weights, survival), weighted_sum(weights, density)
