"""The usual interval of each line of business, on which customers of two orders lean."""

import numpy as np

from cockpit.analytics.judgement import FIRM_ORDERS
from cockpit.analytics.k_grid import KGridParameters
from cockpit.analytics.packing import unpacked
from cockpit.analytics.scoring import grid_tables, posterior, value_standing
from cockpit.analytics.segments import Floats, totals
from cockpit.analytics.sufficient import GapStatistics
from cockpit.analytics.value import capped_half_cents, exact_mean_cents
from cockpit.domain.columns import StandingColumns, StatisticsColumns

#: Customers with three orders or more that a segment needs to have an interval of its own.
LEAST_CUSTOMERS = 50


def mean_intervals(
    gaps: GapStatistics, mean_value_cents: Floats, parameters: KGridParameters
) -> Floats:
    """Return each customer's mean interval in days, NaN with fewer than three orders.

    Args:
        gaps: Discounted statistics; shape (customers,).
        mean_value_cents: Mean value of an order; shape (customers,).
        parameters: What was learned of the portfolio.
    """
    worth = value_standing(parameters, mean_value_cents)
    interval = posterior(grid_tables(parameters), gaps, worth).mean_interval()
    return np.where(gaps.repeats + 1 >= FIRM_ORDERS, interval, np.nan)


def segment_intervals(
    statistics: StatisticsColumns, standing: StandingColumns, parameters: KGridParameters
) -> dict[str, float]:
    """Return the mean over each segment's customers of their mean interval, in days.

    Segments with fewer than 50 customers of three orders or more are left out.

    Source: "cycle" in the purchase-cycle definitions (docs/purchase-cycle.md).

    Args:
        statistics: Of all customers.
        standing: Parallel to the statistics.
        parameters: What was learned of the portfolio.

    Returns:
        By the segment's key as text.
    """
    keys = sorted({one for one in standing.segment_id if one is not None})
    if not keys:
        return {}
    place = {key: at for at, key in enumerate(keys)}
    orders = np.asarray(statistics.order_count, dtype=np.int64)
    gaps = GapStatistics(
        repeats=np.maximum(orders - 1, 0).astype(np.float64),
        weight=np.asarray(statistics.gap_weight, dtype=np.float64),
        days=np.asarray(statistics.gap_days, dtype=np.float64),
        log_days=np.asarray(statistics.gap_log_days, dtype=np.float64),
    )
    events = unpacked(statistics.event_days, statistics.event_cents)
    mean_value = exact_mean_cents(capped_half_cents(events), events)
    interval = mean_intervals(gaps, mean_value, parameters)
    segment = np.array([-1 if one is None else place[one] for one in standing.segment_id])
    is_counted = np.isfinite(interval) & (segment >= 0)
    count = np.bincount(segment[is_counted], minlength=len(keys))
    total = totals(segment[is_counted], interval[is_counted], len(keys))
    return {
        str(key): float(total[at] / count[at])
        for at, key in enumerate(keys)
        if count[at] >= LEAST_CUSTOMERS
    }
