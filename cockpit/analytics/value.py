"""What a customer's purchase is worth, and what their silence puts at risk."""

import numpy as np

from cockpit.analytics.order_events import OrderEvents
from cockpit.analytics.segments import Floats, Integers, sorted_within, sums

CAP_IN_MEDIANS = 3
HORIZON_DAYS = 90
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


def money_at_risk_cents(
    mean_value: Integers, frequency: Floats, cycles_late: Floats, late_from: float
) -> Integers:
    """Return the money that can still be saved by bringing each customer back.

    It is what the customer would buy in the next 90 days in their own rhythm (mean value x 90 /
    frequency), less the longer the silence lasts: whole at the cycles that make a customer late,
    half at twice as many. Within those cycles nothing is at risk.

    Args:
        mean_value: Mean value of a purchase, in cents; shape (customers,).
        frequency: Own mean interval in days, NaN without one; shape (customers,).
        cycles_late: Recency / frequency, NaN without a frequency; shape (customers,).
        late_from: Cycles from which a customer is late.

    Returns:
        In cents; shape (customers,).
    """
    is_late = np.nan_to_num(cycles_late, nan=0.0) >= late_from
    pace = np.divide(HORIZON_DAYS, frequency, out=np.zeros(len(frequency)), where=is_late)
    left = np.divide(late_from, cycles_late, out=np.zeros(len(frequency)), where=is_late)
    money: Integers = np.rint(mean_value * pace * left).astype(np.int64)
    return money
