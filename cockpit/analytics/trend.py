"""The trend arrow: does a customer buy more or less than the year before says?

The arrow is shown only where chance does not explain the difference. It is late for customers who
slow down; the status is the alarm for those.
"""

import numpy as np

from cockpit.analytics.order_events import OrderEvents
from cockpit.analytics.segments import Flags, Floats, Integers, sums

UP, FLAT, DOWN = 1, 0, -1

RECENT_CYCLES = 3
RECENT_DAYS = (60, 180)
BASELINE_DAYS = 365
BASELINE_MIN_DAYS = 90
BASELINE_MIN_ORDERS = 2
SIGNIFICANT_Z = 1.28
FLAT_RATIOS = (0.8, 1.25)


def trends(
    events: OrderEvents, capped: Integers, frequency_days: Floats, as_of_day: int
) -> Integers:
    """Return each customer's arrow: 1 up, 0 flat, -1 down.

    Recent is the revenue of the last three cycles, 60 days at least and 180 at most; expected is
    what the up to 365 days before would bring in as many days. Both get one pseudo-order of the
    customer's mean value, so that nothing is divided by 0. An arrow needs at least two orders and
    90 days before, a ratio outside 0.8 to 1.25 and a |z| above 1.28.

    Source: "trend arrow" in the purchase-cycle definitions (docs/purchase-cycle.md); z is the delta
    method's for the logarithm of a ratio of two compound Poisson sums: variance
    (1 + c²)(1 / orders recently + 1 / orders before), c the values' coefficient of variation.

    Args:
        events: Order events up to the day.
        capped: Their values without outliers, in half cents; shape (events,).
        frequency_days: Mean interval in days, NaN with fewer than two orders; shape (customers,).
        as_of_day: The day's proleptic ordinal.

    Returns:
        Shape (customers,).
    """
    has_baseline, ratio, z = _evidence(events, capped, frequency_days, as_of_day)
    is_clear = has_baseline & (np.abs(z) > SIGNIFICANT_Z)
    arrows = np.full(len(ratio), FLAT, dtype=np.int64)
    arrows[is_clear & (ratio < FLAT_RATIOS[0])] = DOWN
    arrows[is_clear & (ratio > FLAT_RATIOS[1])] = UP
    return arrows


def _evidence(
    events: OrderEvents, capped: Integers, frequency_days: Floats, as_of_day: int
) -> tuple[Flags, Floats, Floats]:
    """Return who can be compared, recent to expected revenue, and the z of its logarithm."""
    window = np.clip(np.rint(RECENT_CYCLES * np.nan_to_num(frequency_days)), *RECENT_DAYS)
    window_start = as_of_day - window.astype(np.int64)
    age = window_start[events.customer] - events.day
    is_recent = age < 0
    is_baseline = (age >= 0) & (age < BASELINE_DAYS)

    recent_orders = sums(is_recent.astype(np.int64), events.bounds)
    baseline_orders = sums(is_baseline.astype(np.int64), events.bounds)
    exposure = _exposure(events, window_start)
    pseudo, variation = _mean_and_variation(events, capped)
    recent = sums(np.where(is_recent, capped, 0), events.bounds) + pseudo
    baseline = sums(np.where(is_baseline, capped, 0), events.bounds)
    expected = baseline * (window / np.maximum(exposure, 1)) + pseudo

    ratio = recent / expected
    variance = (1 + variation**2) * (1 / (recent_orders + 1) + 1 / (baseline_orders + 1))
    has_baseline = (baseline_orders >= BASELINE_MIN_ORDERS) & (exposure >= BASELINE_MIN_DAYS)
    return has_baseline, ratio, np.log(ratio) / np.sqrt(variance)


def _exposure(events: OrderEvents, window_start: Integers) -> Integers:
    """Return for how many days before the recent window each customer bought, 365 at most."""
    exposure = np.zeros(len(window_start), dtype=np.int64)
    has_events = events.counts > 0
    first = events.day[events.bounds[:-1][has_events]]
    exposure[has_events] = np.clip(window_start[has_events] - first + 1, 0, BASELINE_DAYS)
    return exposure


def _mean_and_variation(events: OrderEvents, capped: Integers) -> tuple[Floats, Floats]:
    """Return the mean of the capped values and their coefficient of variation per customer.

    A customer without events gets 1 and 0, which are never looked at.
    """
    counts = np.maximum(events.counts, 1)
    mean = np.where(events.counts > 0, sums(capped, events.bounds) / counts, 1.0)
    deviation = capped / mean[events.customer] - 1.0
    squares = np.bincount(events.customer, deviation * deviation, minlength=len(counts))
    return mean, np.sqrt(squares / counts)
