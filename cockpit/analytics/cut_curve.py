"""From a false-alarm budget to the gap quantile at which a silence is flagged.

Every completed interval ended by itself, so a flag during it would have been a false alarm. The cut
of a budget is the quantile which so large a share of these intervals went beyond, each judged by
what was known when it began.
"""

import numpy as np

from cockpit.analytics.segments import Flags, Floats, Integers
from cockpit.analytics.sufficient import Gaps

#: Budgets for which a cut is tuned.
BUDGETS = (0.01, 0.02, 0.05, 0.10, 0.15, 0.20, 0.25, 0.30, 0.40, 0.50, 0.60)
#: An interval with fewer of the customer's own before it does not count.
LEAST_BEFORE = 2
#: Of intervals that began more recently only the short ones are complete.
MATURE_DAYS = 180
#: How many of their own intervals a customer needs for a false alarm to be called chronic.
LEAST_OWN = 3
_LEAST_GAPS = 200
_LEAST_BEYOND = 10
_CUT_RANGE = (0.02, 0.995)


def can_tune(gaps: Gaps, began_on: Integers, as_of_day: int) -> Flags:
    """Return which intervals a cut may be tuned on; shape (gaps,).

    Args:
        gaps: Completed intervals.
        began_on: Ordinal of the day on which each began; shape (gaps,).
        as_of_day: Ordinal of the day up to which orders are known.
    """
    return (gaps.number >= LEAST_BEFORE) & (began_on <= as_of_day - MATURE_DAYS)


def cut_curve(quantile: Floats) -> tuple[tuple[float, float], ...]:
    """Return the budgets with the cut of each; empty where too few intervals are known.

    Args:
        quantile: The gap quantile that each completed interval reached; shape (n,).
    """
    if len(quantile) < _LEAST_GAPS:
        return ()
    budgets = [one for one in BUDGETS if one * len(quantile) >= _LEAST_BEYOND]
    cuts = np.clip(np.quantile(quantile, [1.0 - one for one in budgets]), *_CUT_RANGE)
    return tuple(zip(budgets, cuts.tolist(), strict=True))


def chronic_share(score: Floats, customer: Integers, budget: float) -> float | None:
    """Return the share of customers who are flagged in more than half of their own intervals.

    The score is cut so that it flags a share ``budget`` of all intervals, each of which ended by
    itself. Customers with at least three intervals are looked at.

    Args:
        score: How alarming each completed interval had become when it ended; shape (gaps,).
        customer: Whose it is; shape (gaps,).
        budget: Share of false alarms.

    Returns:
        None without such customers.
    """
    counts = np.bincount(customer)
    is_judged = counts >= LEAST_OWN
    if not is_judged.any():
        return None
    is_beyond = score > np.quantile(score, 1.0 - budget)
    wrong = np.bincount(customer, is_beyond, minlength=len(counts))
    return float(np.mean(2.0 * wrong[is_judged] > counts[is_judged]))
