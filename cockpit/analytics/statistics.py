"""What each customer's order events say: how often, how much, since when, which way."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from cockpit.analytics.order_events import OrderEvents
from cockpit.analytics.segments import Floats, Integers, bounds_of, quantiles, sorted_within
from cockpit.analytics.trend import DOWN, FLAT, UP, trends
from cockpit.analytics.value import capped_half_cents, mean_cents, year_cents
from cockpit.domain.cycle import CycleStatistics
from cockpit.domain.vocabulary import Trend

QUARTILES_FROM_ORDERS = 5

#: Frequencies are kept in thousandths of a day, so that a computed one equals a stored one.
FREQUENCY_DECIMALS = 3

_TREND_OF_ARROW = {UP: Trend.UP, FLAT: Trend.FLAT, DOWN: Trend.DOWN}


@dataclass(frozen=True, slots=True)
class StatisticsColumns:
    """Statistics by columns, one entry per customer; every attribute has shape (customers,).

    Attributes:
        order_count: Order events.
        first_day: Proleptic ordinal of the first event's day, 0 without events.
        last_day: Proleptic ordinal of the last event's day, 0 without events.
        frequency_days: Mean interval between events in days, NaN with fewer than two.
        gap_low_days: First quartile of the intervals in days, NaN with fewer than five events.
        gap_high_days: Third quartile of the intervals in days, NaN with fewer than five events.
        mean_value_cents: Mean capped value in cents.
        value_12m_cents: Net value of the last 365 days in cents.
        trend: 1 up, 0 flat, -1 down.
    """

    order_count: Integers
    first_day: Integers
    last_day: Integers
    frequency_days: Floats
    gap_low_days: Floats
    gap_high_days: Floats
    mean_value_cents: Integers
    value_12m_cents: Integers
    trend: Integers


def statistics_columns(events: OrderEvents, *, as_of: date) -> StatisticsColumns:
    """Return the statistics of every customer on a day.

    Source: the plain rule "days since the last order against the own mean interval"; values and
    trend as in the purchase-cycle definitions (docs/purchase-cycle.md).

    Args:
        events: Order events up to that day.
        as_of: The day.
    """
    today = as_of.toordinal()
    first_day, last_day = _first_and_last(events)
    frequency = _frequency(events.counts, first_day, last_day)
    gap_low, gap_high = _quartiles_of_gaps(events)
    capped = capped_half_cents(events)
    return StatisticsColumns(
        order_count=events.counts,
        first_day=first_day,
        last_day=last_day,
        frequency_days=frequency,
        gap_low_days=gap_low,
        gap_high_days=gap_high,
        mean_value_cents=mean_cents(capped, events),
        value_12m_cents=year_cents(events, today),
        trend=trends(events, capped, frequency, today),
    )


def _first_and_last(events: OrderEvents) -> tuple[Integers, Integers]:
    """Return each customer's first and last day with an event, 0 without events."""
    has_events = events.counts > 0
    first = np.zeros(len(has_events), dtype=np.int64)
    last = np.zeros(len(has_events), dtype=np.int64)
    first[has_events] = events.day[events.bounds[:-1][has_events]]
    last[has_events] = events.day[events.bounds[1:][has_events] - 1]
    return first, last


def _frequency(counts: Integers, first_day: Integers, last_day: Integers) -> Floats:
    """Return the mean interval between distinct order days in days, NaN with fewer than two."""
    frequency = np.full(len(counts), np.nan)
    np.divide(last_day - first_day, counts - 1, out=frequency, where=counts > 1)
    return np.round(frequency, FREQUENCY_DECIMALS)


def _quartiles_of_gaps(events: OrderEvents) -> tuple[Floats, Floats]:
    """Return the quartiles of each customer's intervals, rounded half up, NaN below five events."""
    is_same_customer = events.customer[1:] == events.customer[:-1]
    has_enough = events.counts >= QUARTILES_FROM_ORDERS
    chosen = is_same_customer & has_enough[events.customer[1:]]
    gaps = sorted_within(np.diff(events.day)[chosen], events.customer[1:][chosen])
    bounds = bounds_of(np.where(has_enough, events.counts - 1, 0))
    low, high = (np.floor(quantiles(gaps, bounds, share) + 0.5) for share in (0.25, 0.75))
    return low, high


def as_objects(columns: StatisticsColumns) -> list[CycleStatistics]:
    """Return the statistics as the domain knows them, one object per customer, in their order."""
    return list(
        map(
            CycleStatistics,
            columns.order_count.tolist(),
            _dates(columns.first_day),
            _dates(columns.last_day),
            _none_for_nan(columns.frequency_days),
            _whole_or_none(columns.gap_low_days),
            _whole_or_none(columns.gap_high_days),
            columns.mean_value_cents.tolist(),
            columns.value_12m_cents.tolist(),
            map(_TREND_OF_ARROW.__getitem__, columns.trend.tolist()),
        )
    )


def _dates(ordinals: Integers) -> list[date | None]:
    return [date.fromordinal(day) if day else None for day in ordinals.tolist()]


def _none_for_nan(values: Floats) -> list[float | None]:
    return [None if value != value else value for value in values.tolist()]  # noqa: PLR0124


def _whole_or_none(values: Floats) -> list[int | None]:
    return [None if value != value else int(value) for value in values.tolist()]  # noqa: PLR0124
