"""What a customer's purchase is worth, and what their silence has cost."""

import numpy as np

from cockpit.analytics.order_events import OrderEvents
from cockpit.analytics.segments import Floats, Integers, sorted_within, sums

CAP_IN_MEDIANS = 3
CAP_IN_CYCLES = 12
DAYS_OF_A_YEAR = 365


def capped_half_cents(events: OrderEvents) -> Integers:
    """Return each event's value, capped at three times its customer's median.

    One extraordinary order must neither make a customer look rich nor hide a decline. Half cents
    keep the median of an even count, and so every sum, exact.

    Source: "value" in the purchase-cycle definitions (docs/purchase-cycle.md).

    Returns:
        In half cents; shape (events,).
    """
    ordered = sorted_within(events.value_cents, events.customer)
    has_events = events.counts > 0
    start, counts = events.bounds[:-1][has_events], events.counts[has_events]
    median = ordered[start + (counts - 1) // 2] + ordered[start + counts // 2]
    cap = np.repeat(CAP_IN_MEDIANS * median, counts)
    capped: Integers = np.minimum(2 * events.value_cents, cap)
    return capped


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


def silence_cost_cents(mean_value: Integers, cycles_late: Floats) -> Integers:
    """Return the money that each customer's present silence has cost so far.

    It is value per day (mean value / frequency) x days beyond the own cycle (recency - frequency),
    that is mean value x (cycles late - 1), nothing within the cycle and capped at twelve cycles:
    what is still missing after those will not come back by one call.

    Args:
        mean_value: Mean value of a purchase, in cents; shape (customers,).
        cycles_late: Recency / frequency, NaN without a frequency; shape (customers,).

    Returns:
        In cents; shape (customers,).
    """
    missed = np.clip(np.nan_to_num(cycles_late, nan=0.0) - 1.0, 0.0, CAP_IN_CYCLES)
    return np.rint(mean_value * missed).astype(np.int64)
