"""How good predictions were, once the outcome is known: order, calibration, value caught."""

import numpy as np

from cockpit.analytics.segments import Flags, Floats
from cockpit.domain.cycle_reports import CalibrationBin

CALIBRATION_BINS = 10
_LEAST_PROBABILITY = 1e-6


def auc(score: Floats | Flags, came_true: Flags) -> float | None:
    """Return the share of pairs that a score puts in the right order; ties count half.

    Source: the area under the ROC curve as Mann & Whitney's U (1947) over the number of pairs.

    Args:
        score: The higher, the more the event is expected; shape (n,).
        came_true: Whether it came; shape (n,).

    Returns:
        Between 0 and 1; None where all or none came true.
    """
    hits = int(np.count_nonzero(came_true))
    misses = len(came_true) - hits
    if not hits or not misses:
        return None
    _, place, size = np.unique(score, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(size) - (size - 1) / 2)[place]
    return float((ranks[came_true].sum() - hits * (hits + 1) / 2) / (hits * misses))


def calibration(probability: Floats, came_true: Flags) -> tuple[CalibrationBin, ...]:
    """Return ten bins of equal width with what was predicted and what came, empty ones left out.

    Args:
        probability: Shape (n,).
        came_true: Whether the event came; shape (n,).
    """
    place = np.minimum((probability * CALIBRATION_BINS).astype(np.int64), CALIBRATION_BINS - 1)
    count = np.bincount(place, minlength=CALIBRATION_BINS)
    predicted = np.bincount(place, probability, minlength=CALIBRATION_BINS)
    observed = np.bincount(place, came_true, minlength=CALIBRATION_BINS)
    return tuple(
        CalibrationBin(float(predicted[at] / size), float(observed[at] / size), int(size))
        for at, size in enumerate(count)
        if size
    )


def calibration_error(bins: tuple[CalibrationBin, ...]) -> float | None:
    """Return the expected calibration error: the mean distance of a bin, by its size.

    Source: Naeini, Cooper & Hauskrecht (2015), "Obtaining Well Calibrated Probabilities Using
    Bayesian Binning", AAAI.

    Returns:
        A share between 0 and 1; None without any prediction.
    """
    size = sum(one.count for one in bins)
    if not size:
        return None
    return sum(abs(one.predicted - one.observed) * one.count for one in bins) / size


def log_loss(probability: Floats, came_true: Flags) -> float | None:
    """Return the mean logarithmic loss of predictions, in nats; None without any.

    Args:
        probability: Kept a millionth away from 0 and 1; shape (n,).
        came_true: Whether the event came; shape (n,).
    """
    if not len(probability):
        return None
    sure = np.clip(probability, _LEAST_PROBABILITY, 1.0 - _LEAST_PROBABILITY)
    return float(-np.log(np.where(came_true, sure, 1.0 - sure)).mean())


def value_caught(
    score: Floats, came_true: Flags, value: Floats, *, share: float = 0.1
) -> float | None:
    """Return how much of the value of those who left stood at the top of the list.

    Args:
        score: The list's order, the highest first; equal ones stay in their order; shape (n,).
        came_true: Whether the customer left; shape (n,).
        value: What each is worth, never negative; shape (n,).
        share: How much of the list is its top; at least one line.

    Returns:
        Between 0 and 1; None where nothing was lost.
    """
    lost = np.where(came_true, value, 0.0)
    whole = float(lost.sum())
    if whole <= 0.0:
        return None
    top = max(1, round(share * len(score)))
    return float(lost[np.argsort(-score, kind="stable")[:top]].sum() / whole)
