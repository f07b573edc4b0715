"""The trend arrow: does a customer buy more or less than the year before says?

The arrow is shown only where chance does not explain the difference. It is late for customers who
slow down; the status is the alarm for those.
"""

from dataclasses import dataclass

import numpy as np

from cockpit.analytics.cycle_book import CycleBook
from cockpit.analytics.segments import Flags, Floats, Integers, sums, totals

UP, FLAT, DOWN = 1, 0, -1

RECENT_CYCLES = 3
RECENT_DAYS = (60, 180)
BASELINE_DAYS = 365
BASELINE_MIN_DAYS = 90
BASELINE_MIN_ORDERS = 2
SIGNIFICANT_Z = 1.28
FLAT_RATIOS = (0.8, 1.25)


def trends(book: CycleBook, cycle_days: Floats, irregularity: Floats) -> Integers:
    """Return each customer's arrow: 1 up, 0 flat, -1 down.

    Recent is the revenue of the last three cycles, 60 days at least and 180 at most; expected is
    what the up to 365 days before would bring in as many days. Both get one pseudo-order of the
    customer's mean value, so that nothing is divided by 0. The order with which a customer began is
    no evidence of how often they buy, and is left out. An arrow needs at least two orders and 90
    days before, a ratio outside 0.8 to 1.25 and a |z| above 1.28.

    Source: "trend arrow" in the purchase-cycle definitions (docs/purchase-cycle.md); z is the delta
    method's for the logarithm of a ratio of two compound sums, whose counts vary half-way between
    Poisson's and a renewal process's of the customer's regularity.

    Args:
        book: The order book on the day.
        cycle_days: Usual interval in days; shape (customers,).
        irregularity: Mean of 1 / regularity; shape (customers,).

    Returns:
        Shape (customers,).
    """
    is_comparable, ratio, z = _evidence(book, cycle_days, irregularity)
    is_clear = is_comparable & (np.abs(z) > SIGNIFICANT_Z)
    arrows = np.full(len(ratio), FLAT, dtype=np.int64)
    arrows[is_clear & (ratio < FLAT_RATIOS[0])] = DOWN
    arrows[is_clear & (ratio > FLAT_RATIOS[1])] = UP
    return arrows


def _evidence(
    book: CycleBook, cycle_days: Floats, irregularity: Floats
) -> tuple[Flags, Floats, Floats]:
    """Return who can be compared, recent to expected revenue, and the z of its logarithm."""
    window = np.clip(np.rint(RECENT_CYCLES * cycle_days), *RECENT_DAYS)
    start = book.today - window.astype(np.int64)
    seen = _seen(book, start)
    exposure = np.where(
        book.has_orders, np.clip(start - book.events.first_day + 1, 0, BASELINE_DAYS), 0
    )
    share = window / np.maximum(exposure, 1)
    mean, variation = _mean_and_variation(book)

    opened = (exposure > 0) & (start - book.events.first_day < BASELINE_DAYS)
    orders = seen.orders_before - opened
    before = seen.cents_before - np.where(opened, _first_value(book), 0)
    ratio = (seen.cents_recently + mean) / (before * share + mean)
    spread = variation + 0.5 * (1.0 + irregularity)
    variance = spread * (1.0 / (orders * share + 1.0) + 1.0 / (orders + 1.0))
    is_comparable = (seen.orders_before >= BASELINE_MIN_ORDERS) & (exposure >= BASELINE_MIN_DAYS)
    return is_comparable, ratio, np.log(ratio) / np.sqrt(variance)


@dataclass(frozen=True, slots=True)
class _Seen:
    """Capped revenue, in half cents, and orders of the two windows; shape (customers,)."""

    cents_recently: Integers
    cents_before: Integers
    orders_before: Integers


def _seen(book: CycleBook, start: Integers) -> _Seen:
    """Return what was bought in the recent window, which begins after a day, and before it."""
    events, size = book.events, len(start)
    rows = np.flatnonzero(events.day > book.today - RECENT_DAYS[1] - BASELINE_DAYS)
    customer, capped = events.customer[rows], book.capped[rows]
    age = start[customer] - events.day[rows]
    is_recent, is_before = age < 0, (age >= 0) & (age < BASELINE_DAYS)

    def total(chosen: Flags) -> Integers:
        return np.rint(totals(customer[chosen], capped[chosen].astype(np.float64), size)).astype(
            np.int64
        )

    orders = np.bincount(customer[is_before], minlength=size).astype(np.int64)
    return _Seen(total(is_recent), total(is_before), orders)


def _first_value(book: CycleBook) -> Integers:
    """Return the capped value of each customer's first order, 0 without; shape (customers,)."""
    value = np.zeros(len(book.counts), dtype=np.int64)
    value[book.has_orders] = book.capped[book.events.bounds[:-1][book.has_orders]]
    return value


def _mean_and_variation(book: CycleBook) -> tuple[Floats, Floats]:
    """Return the mean of the capped values and the square of their coefficient of variation.

    The variation gets half a pseudo-order; a customer without orders gets 1 and 0.5.
    """
    customer, counts = book.events.customer, np.maximum(book.counts, 1)
    mean = np.where(book.has_orders, sums(book.capped, book.events.bounds) / counts, 1.0)
    deviation = book.capped / mean[customer] - 1.0
    squares = totals(customer, deviation * deviation, len(counts))
    return mean, (squares + 0.5) / (book.counts + 1.0)
