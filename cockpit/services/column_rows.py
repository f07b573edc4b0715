"""Cutting and joining columns, and reading single customers out of them."""

from collections.abc import Callable, Sequence
from dataclasses import fields
from datetime import date
from operator import itemgetter
from typing import Any, TypeVar

from cockpit.domain.columns import StatisticsColumns, VerdictColumns
from cockpit.domain.cycle import CycleStatistics, CycleVerdict

Columns = TypeVar("Columns", bound=StatisticsColumns | VerdictColumns)

#: From how many orders a frequency rests on the customer's own intervals.
FIRM_FROM_ORDERS = 3

_CERTAIN = 10_000


def picked(columns: Columns, places: Sequence[int]) -> Columns:
    """Return the entries at some places, in that order."""
    if len(places) < 2:
        return _changed(columns, lambda values: [values[place] for place in places])
    chosen = itemgetter(*places)
    return _changed(columns, lambda values: list(chosen(values)))


def joined(first: Columns, second: Columns) -> Columns:
    """Return the entries of both, the first's first."""
    more = {column.name: getattr(second, column.name) for column in fields(second)}
    values = {
        column.name: [*getattr(first, column.name), *more[column.name]] for column in fields(first)
    }
    return type(first)(**values)


def _changed(columns: Columns, change: Callable[[Sequence[Any]], list[Any]]) -> Columns:
    values = {column.name: change(getattr(columns, column.name)) for column in fields(columns)}
    return type(columns)(**values)


def statistics_at(columns: StatisticsColumns, place: int) -> CycleStatistics:
    """Return what one customer's orders say."""
    return CycleStatistics(
        order_count=columns.order_count[place],
        first_order_on=_day(columns.first_order_day[place]),
        last_order_on=_day(columns.last_order_day[place]),
        gap_low_days=columns.gap_low_days[place],
        gap_high_days=columns.gap_high_days[place],
        mean_value_cents=columns.mean_value_cents[place],
        future_count=columns.future_count[place],
    )


def verdict_at(
    columns: VerdictColumns, place: int, *, order_count: int, is_prior_published: bool
) -> CycleVerdict:
    """Return one customer's judgement."""
    return CycleVerdict(
        status=columns.status[place],
        own_status=columns.own_status[place],
        fixed_status=columns.fixed_status[place],
        silence_days=columns.silence_days[place],
        frequency_days=columns.frequency_days[place],
        is_frequency_firm=order_count >= FIRM_FROM_ORDERS,
        cycles_late=columns.cycles_late[place],
        gap_quantile=_share(columns.gap_quantile_bp[place]),
        alive=_share(columns.alive_bp[place]),
        none_90=_share(columns.none_90_bp[place]),
        next_order_from_on=_day(columns.next_order_p20_day[place]),
        next_order_on=_day(columns.next_order_p50_day[place]),
        next_order_until_on=_day(columns.next_order_p80_day[place]),
        trend=columns.trend[place],
        value_cents=columns.value_cents[place],
        value_12m_cents=columns.value_12m_cents[place],
        at_risk_cents=columns.at_risk_cents[place],
        lost_so_far_cents=columns.lost_so_far_cents[place],
        lost_12m_cents=columns.lost_12m_cents[place],
        recovered_on=_day(columns.recovered_on_day[place]),
        is_prior_published=is_prior_published,
        is_seasonal=columns.is_seasonal[place],
    )


def _day(ordinal: int | None) -> date | None:
    return date.fromordinal(ordinal) if ordinal else None


def _share(basis_points: int | None) -> float | None:
    return None if basis_points is None else basis_points / _CERTAIN
