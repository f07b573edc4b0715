"""From documents to the stored statistics of each customer."""

from datetime import date

import numpy as np

from cockpit.analytics.blocked import blocked_days
from cockpit.analytics.order_events import OrderEvents, documents, future_counts, order_events
from cockpit.analytics.packing import packed_cents, packed_days
from cockpit.analytics.segments import Flags, Floats, bounds_of, quantiles, sorted_within
from cockpit.analytics.sufficient import Gaps, gap_statistics, gaps_of
from cockpit.analytics.value import capped_half_cents, mean_cents
from cockpit.domain.columns import BlockColumns, OrderColumns, StatisticsColumns

QUARTILES_FROM_ORDERS = 5


def statistics_columns(
    orders: OrderColumns, blocks: BlockColumns, *, as_of: date
) -> StatisticsColumns:
    """Return the statistics of every customer on a day.

    Source: "sufficient statistics" in the purchase-cycle definitions (docs/purchase-cycle.md).

    Args:
        orders: Documents in any order.
        blocks: Periods without sales.
        as_of: The last day that is believed.
    """
    book = documents(orders)
    events = order_events(book, as_of=as_of)
    gaps = gaps_of(events, blocked_days(blocks, orders.customer_ids))
    sufficient = gap_statistics(events, gaps)
    low, high = _quartiles(events, gaps)
    return StatisticsColumns(
        customer_id=list(orders.customer_ids),
        order_count=events.counts.tolist(),
        first_order_day=events.first_day.tolist(),
        last_order_day=events.last_day.tolist(),
        gap_weight=sufficient.weight.tolist(),
        gap_days=sufficient.days.tolist(),
        gap_log_days=sufficient.log_days.tolist(),
        gap_low_days=low,
        gap_high_days=high,
        mean_value_cents=mean_cents(capped_half_cents(events), events).tolist(),
        future_count=future_counts(book, as_of=as_of).tolist(),
        event_days=packed_days(events),
        event_cents=packed_cents(events),
    )


def _quartiles(events: OrderEvents, gaps: Gaps) -> tuple[list[int | None], list[int | None]]:
    """Return quartiles of the intervals, rounded half up, None below five events."""
    has_enough = events.counts >= QUARTILES_FROM_ORDERS
    chosen = has_enough[gaps.customer]
    ordered = sorted_within(gaps.days[chosen], gaps.customer[chosen])
    bounds = bounds_of(np.where(has_enough, events.counts - 1, 0))
    low, high = (
        np.floor(np.where(has_enough, quantiles(ordered, bounds, share), 0.0) + 0.5)
        for share in (0.25, 0.75)
    )
    return _or_none(low, has_enough), _or_none(high, has_enough)


def _or_none(values: Floats, is_there: Flags) -> list[int | None]:
    """Return whole numbers, None where there is none."""
    whole = values.astype(np.int64).astype(object)
    whole[~is_there] = None
    listed: list[int | None] = whole.tolist()
    return listed
