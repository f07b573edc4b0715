"""Where a portfolio's purchases concentrate: the distribution of the days between two orders.

Silences that still last are intervals of which only the least length is known; Kaplan & Meier's
estimator takes them in without calling them short. Who left for good has no interval any more, so
a silence counts as far as the customer is believed to still buy.

Source: "histogram" in the purchase-cycle definitions (docs/purchase-cycle.md); Kaplan & Meier
(1958), Journal of the American Statistical Association 53; Efron (1967), Proceedings of the Fifth
Berkeley Symposium 4: the longest of all counts as completed, so that the shares add up to 1.
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from cockpit.analytics.segments import Flags, Floats, Integers
from cockpit.domain.cycle_reports import GAP_EDGES, GapBin, GapHistogram, ThresholdRow

#: What the concentration period holds.
CONCENTRATION = 0.8
THRESHOLD_DAYS = (20, 30, 45, 60, 90, 120, 180)
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Silences:
    """The customers' present silences; every attribute has shape (customers,).

    Attributes:
        days: Days since the last order without blocked ones; -1 without orders.
        alive: Probability that the customer still buys.
        is_watched: Whether an alert would look at the customer: not blocked, lost or a prospect.
    """

    days: Integers
    alive: Floats
    is_watched: Flags


def gap_histogram(
    customer: Integers, gap_days: Integers, silences: Silences, *, is_per_customer: bool = True
) -> GapHistogram:
    """Return the histogram, the concentration period and what fixed alerts would flag.

    Customers without a completed interval have no rhythm to tell and are left out of the
    histogram. By customer, each one's intervals, the open one among them, share a weight of 1.

    Args:
        customer: Whose completed interval it is; shape (gaps,).
        gap_days: Its length, at least 1; shape (gaps,).
        silences: Of all customers.
        is_per_customer: Whether each customer weighs the same; else each interval does.
    """
    counts = np.bincount(customer, minlength=len(silences.days))
    has_gaps = counts > 0
    weight: Floats = np.where(is_per_customer, 1.0 / (counts + 1.0), 1.0)
    open_days = silences.days[has_gaps]
    shares = interval_shares(
        gap_days, weight[customer], open_days, (weight * silences.alive)[has_gaps]
    )
    low, high = shortest_span(shares, CONCENTRATION)
    return GapHistogram(
        bins=_bins(shares, gap_days),
        concentration_low_days=low,
        concentration_high_days=high,
        concentration_share=float(shares[low : high + 1].sum()),
        customer_count=int(np.count_nonzero(has_gaps)),
        gap_count=len(gap_days),
        open_gap_count=len(open_days),
        thresholds=_thresholds(gap_days, 1.0 / counts[customer], silences),
        is_per_customer=is_per_customer,
    )


def interval_shares(
    known: Integers, known_weight: Floats, open_: Integers, open_weight: Floats
) -> Floats:
    """Return the share of intervals of each length, as Kaplan and Meier estimate it.

    Args:
        known: Completed intervals in whole days; shape (n,).
        known_weight: Shape (n,).
        open_: Silences that still last, in whole days; shape (m,). One of so many days is not over
            on that day, so it is still looked at when intervals of that length end.
        open_weight: Shape (m,).

    Returns:
        By days from 0 to the longest interval or silence, adding up to 1; empty without a completed
        interval.
    """
    if not len(known):
        return np.zeros(0)
    size = 1 + int(max(known.max(), open_.max(initial=0, where=open_weight > 0)))
    ended = np.bincount(known, known_weight, minlength=size)
    gone = np.bincount(open_[open_weight > 0], open_weight[open_weight > 0], minlength=size)
    watched = (ended + gone)[::-1].cumsum()[::-1]
    hazard = np.divide(ended, watched, out=np.zeros(size), where=ended > 0)
    hazard[-1] = 1.0
    survival = np.cumprod(1.0 - hazard)
    shares: Floats = np.append(1.0, survival[:-1]) - survival
    return shares


def shortest_span(shares: Floats, wanted: float) -> tuple[int, int]:
    """Return the first and the last day of the shortest span that holds a share, the earliest.

    Args:
        shares: By day from 0, adding up to 1; shape (days,).
        wanted: The least that the span holds.
    """
    if not len(shares):
        return 0, 0
    until = np.append(0.0, np.cumsum(shares))
    # A span from day i to day j, both included, holds until[j + 1] - until[i].
    last = np.searchsorted(until, until[:-1] + wanted - _ROUNDING)
    reaches = np.flatnonzero(last < len(until))
    low = int(reaches[np.argmin(last[reaches] - reaches)])
    return low, int(last[low]) - 1


def _bins(shares: Floats, gap_days: Integers) -> tuple[GapBin, ...]:
    """Return the shares and the counts as ``GAP_EDGES`` cuts them."""
    place = np.searchsorted(GAP_EDGES, gap_days, side="right") - 1
    count = np.bincount(place, minlength=len(GAP_EDGES))
    return tuple(
        GapBin(low, high, float(shares[low:high].sum()), int(count[at]))
        for at, (low, high) in enumerate(pairwise((*GAP_EDGES, None)))
        if low is not None
    )


def _thresholds(gap_days: Integers, weight: Floats, silences: Silences) -> tuple[ThresholdRow, ...]:
    """Return what alerts after so many days would flag today, and how often wrongly so far."""
    watched = silences.days[silences.is_watched]
    whole = float(weight.sum())
    rows = []
    for days in THRESHOLD_DAYS:
        flagged = int(np.count_nonzero(watched > days))
        rows.append(
            ThresholdRow(
                days=days,
                flagged_count=flagged,
                flagged_share=flagged / len(watched) if len(watched) else 0.0,
                false_alarm_share=float(weight[gap_days > days].sum()) / whole if whole else 0.0,
            )
        )
    return tuple(rows)
