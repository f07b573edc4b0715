"""What a customer's next order is worth.

One extraordinary order must neither make a customer look rich nor hide a decline, so each value is
capped at three times the customer's median. The cap, and the many customers of few orders, make the
sum over a portfolio too low; a factor learned of the portfolio sets that right.
"""

from dataclasses import dataclass

import numpy as np

from cockpit.analytics.k_grid import KGridParameters
from cockpit.analytics.order_events import OrderEvents
from cockpit.analytics.segments import (
    Flags,
    Floats,
    Integers,
    bounds_of,
    sorted_within,
    sums,
    totals,
)

CAP_IN_MEDIANS = 3
DAYS_OF_A_YEAR = 365
#: Weight of an order's value against the one after it.
_VALUE_DISCOUNT = 0.95
_VALUE_POWERS = _VALUE_DISCOUNT ** np.arange(1024.0)
#: Share of the textbook credibility that pulls to the portfolio; all of it pulls big customers
#: down too far (chosen on the days 2010-06-01 to 2011-01-31 of Online Retail II, CDNOW, synthetic).
_PULL = 0.3
_MOST_PULL = 3.0


def capped_half_cents(events: OrderEvents) -> Integers:
    """Return each event's value, capped at three times its customer's median.

    Half cents keep the median of an even count, and so every sum, exact.

    Source: "value" in the purchase-cycle definitions (docs/purchase-cycle.md).

    Returns:
        In half cents; shape (events,).
    """
    capped: Integers = 2 * events.value_cents
    doubtful = np.repeat(_may_exceed(events), events.counts)
    if doubtful.any():
        customer, value = events.customer[doubtful], events.value_cents[doubtful]
        counts = np.bincount(customer)
        start, counts = bounds_of(counts)[:-1][counts > 0], counts[counts > 0]
        ordered = sorted_within(value, customer)
        median = ordered[start + (counts - 1) // 2] + ordered[start + counts // 2]
        capped[doubtful] = np.minimum(2 * value, np.repeat(CAP_IN_MEDIANS * median, counts))
    return capped


def _may_exceed(events: OrderEvents) -> Flags:
    """Return who may have values beyond the cap; shape (customers,).

    Nobody has whose values do not, but for half of them, stay below a third of the largest.
    """
    counts, largest = events.counts, np.zeros(len(events.counts), dtype=np.int64)
    filled = counts > 0
    if filled.any():
        largest[filled] = np.maximum.reduceat(events.value_cents, events.bounds[:-1][filled])
    is_small = CAP_IN_MEDIANS * events.value_cents < np.repeat(largest, counts)
    found: Flags = sums(is_small.astype(np.int64), events.bounds) > (counts - 1) // 2
    return found


def is_outlier(events: OrderEvents, capped: Integers) -> Flags:
    """Return which events are beyond the cap; shape (events,)."""
    return 2 * events.value_cents > capped


def mean_cents(capped: Integers, events: OrderEvents) -> Integers:
    """Return each customer's mean capped value, 0 without events.

    Args:
        capped: Values in half cents, as ``capped_half_cents`` gives them; shape (events,).
        events: The same events.

    Returns:
        In cents, halves rounded up; shape (customers,).
    """
    counts = np.maximum(events.counts, 1)
    mean: Integers = (sums(capped, events.bounds) + counts) // (2 * counts)
    return mean


def exact_mean_cents(capped: Integers, events: OrderEvents) -> Floats:
    """Return each customer's mean capped value with its fractions of a cent, 0 without events.

    Whole cents would say more of a value in thousands than of the same value in units.

    Args:
        capped: Values in half cents, as ``capped_half_cents`` gives them; shape (events,).
        events: The same events.

    Returns:
        Shape (customers,).
    """
    return np.asarray(sums(capped, events.bounds) / (2.0 * np.maximum(events.counts, 1)))


def year_cents(events: OrderEvents, as_of_day: int) -> Integers:
    """Return each customer's net value, uncapped, of the 365 days up to and including a day.

    Args:
        events: Order events up to that day.
        as_of_day: The day's proleptic ordinal.

    Returns:
        In cents; shape (customers,).
    """
    is_recent = events.day > as_of_day - DAYS_OF_A_YEAR
    return sums(np.where(is_recent, events.value_cents, 0), events.bounds)


def yearly_cents(events: OrderEvents) -> Integers:
    """Return what each customer brings in a year: the 365 days up to their last event.

    Args:
        events: Order events.

    Returns:
        In cents, 0 without events; shape (customers,).
    """
    is_of_last_year = events.day > events.last_day[events.customer] - DAYS_OF_A_YEAR
    return sums(np.where(is_of_last_year, events.value_cents, 0), events.bounds)


def pace_cents(events: OrderEvents) -> Floats:
    """Return the revenue per day of each customer's own last year of buying.

    Nothing is capped: of the values that can stand here this one catches most of what is lost
    (docs/decisions/0006-purchase-cycle-engine.md).

    Args:
        events: Order events.

    Returns:
        In cents per day, 0 without events; shape (customers,).
    """
    pace: Floats = yearly_cents(events) / DAYS_OF_A_YEAR
    return pace


@dataclass(frozen=True, slots=True)
class ValueFigures:
    """What the values of a whole portfolio say.

    Attributes:
        order_centre: Mean of the logarithm of the capped values in cents, over orders.
        pull: Weight of that centre, in orders.
        factor: Sum of all values over the sum of what was expected of them.
    """

    order_centre: float
    pull: float
    factor: float


def value_figures(events: OrderEvents, capped: Integers) -> ValueFigures:
    """Learn from a portfolio how much a customer's mean is to be believed.

    Source: credibility of Bühlmann (1967, ASTIN Bulletin 4(3)): variance within over variance
    between customers, of the logarithms of the capped values.

    Args:
        events: Order events of the portfolio, at least one.
        capped: Their capped values in half cents.
    """
    counts = events.counts
    size, filled = len(counts), np.maximum(counts, 1)
    log_value = np.log(np.maximum(capped, 1) / 2.0)
    own = totals(events.customer, log_value, size) / filled
    centre = float(log_value.mean())
    spread = (log_value - own[events.customer]) ** 2
    within = float(spread.sum()) / max(int(np.maximum(counts - 1, 0).sum()), 1)
    between = float((counts * (own - centre) ** 2).sum() / counts.sum())
    between -= within * np.count_nonzero(counts) / float(counts.sum())
    pull = min(_PULL * within / max(between, 0.05 * within + 1e-6), _MOST_PULL)
    expected = _pulled(events, capped, centre, pull)
    return ValueFigures(
        centre, pull, float(events.value_cents.sum() / max((expected * counts).sum(), 1.0))
    )


def expected_value_cents(
    events: OrderEvents, capped: Integers, parameters: KGridParameters
) -> Floats:
    """Return what each customer's next order is worth, 0 without events.

    The mean of the own capped values, recent ones weighing more, is pulled weakly to the portfolio
    and multiplied by the portfolio's factor.

    Args:
        events: Order events.
        capped: Their capped values in half cents.
        parameters: What was learned of the portfolio.

    Returns:
        In cents; shape (customers,).
    """
    centre, pull = parameters.value_order_centre, parameters.value_pull
    return _pulled(events, capped, centre, pull) * parameters.value_factor


def _pulled(events: OrderEvents, capped: Integers, centre: float, pull: float) -> Floats:
    """Return the discounted mean of each customer's capped values, pulled to a centre; in cents."""
    size = len(events.counts)
    back = events.bounds[1:][events.customer] - 1 - np.arange(len(events.day))
    power = _VALUE_POWERS[np.minimum(back, len(_VALUE_POWERS) - 1)]
    weight = np.maximum(totals(events.customer, power, size), 1e-300)
    mean = totals(events.customer, power * capped, size) / (2.0 * weight)
    has_events = events.counts > 0
    share = weight / (weight + pull)
    pulled = np.exp(share * np.log(np.where(has_events, mean, 1.0)) + (1.0 - share) * centre)
    return np.where(has_events, pulled, 0.0)
