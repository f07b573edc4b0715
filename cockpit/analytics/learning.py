"""Everything that the k-grid learns of a portfolio, from the orders up to a day.

The same function learns today's parameters and those that a past day would have had, so that a
prediction from the past knows nothing of what came after it.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from cockpit.analytics.blocked import BlockedDays
from cockpit.analytics.correction_fit import learn_correction, with_clock
from cockpit.analytics.cut_curve import can_tune, cut_curve
from cockpit.analytics.cycle_book import CycleBook, book_on
from cockpit.analytics.k_grid import KGridParameters, published
from cockpit.analytics.k_grid_fit import PopulationFit, fit_population
from cockpit.analytics.lost_factor import (
    LostFactor,
    bought_cents,
    expected_revenue_cents,
    lost_factor,
)
from cockpit.analytics.order_events import OrderEvents
from cockpit.analytics.own_record import gap_quantiles
from cockpit.analytics.past import days_to_try, past_day
from cockpit.analytics.scoring import GridTables, grid_tables, value_standing
from cockpit.analytics.segment_intervals import mean_intervals
from cockpit.analytics.sufficient import Gaps, gap_statistics, gaps_of
from cockpit.analytics.value import value_figures

#: Customers with two orders or more that a portfolio needs to be fitted: six numbers and the
#: grid's weights cannot be told from the intervals of fewer.
LEAST_REPEATERS = 50
#: Past days from which revenue is predicted for the lost-revenue factor.
_LOST_DAYS = 12

Check = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Learned:
    """What was learned, and how likely that makes the orders.

    Attributes:
        parameters: All but the segments' cycles.
        log_likelihood: Of the orders, days as the unit; None with published parameters.
    """

    parameters: KGridParameters
    log_likelihood: float | None


def learn(events: OrderEvents, blocked: BlockedDays, day: int, check: Check) -> Learned:
    """Learn from the orders up to a day; published parameters where too few customers came back.

    Args:
        events: Order events; those after the day are not looked at.
        blocked: Blocked days of the same customers.
        day: Proleptic ordinal.
        check: Called now and then; may raise to give up.
    """
    check()
    book = book_on(events, blocked, day)
    if np.count_nonzero(book.counts > 1) < LEAST_REPEATERS:
        return Learned(published(), None)
    gaps = gaps_of(book.events, blocked)
    found = _population(book, gaps, check)
    parameters = with_clock(book, found.parameters, check)
    tables = grid_tables(parameters)
    lost = _lost(book, tables, check)
    interval = mean_intervals(book.gaps, book.mean_value_cents, parameters)
    parameters = replace(
        parameters,
        cut_curve=_cuts(book, gaps, tables),
        lost_factor=lost.factor,
        lost_low=lost.low,
        lost_high=lost.high,
        portfolio_cycle=float(np.nanmean(interval)) if np.isfinite(interval).any() else None,
        correction=learn_correction(book, parameters, check),
    )
    return Learned(parameters, found.log_likelihood)


def _population(book: CycleBook, gaps: Gaps, check: Check) -> PopulationFit:
    """Return how customers differ, and what their orders are worth."""
    rows = book.has_orders
    found = fit_population(
        gap_statistics(book.events, gaps, is_discounted=False).at(rows),
        book.silence()[rows],
        book.mean_value_cents[rows],
        check=check,
    )
    worth = value_figures(book.events, book.capped)
    parameters = replace(
        found.parameters,
        value_order_centre=float(worth.order_centre),
        value_pull=float(worth.pull),
        value_factor=float(worth.factor),
    )
    return replace(found, parameters=parameters)


def _cuts(book: CycleBook, gaps: Gaps, tables: GridTables) -> tuple[tuple[float, float], ...]:
    """Return the cut of each false-alarm budget."""
    standing = value_standing(tables.parameters, book.mean_value_cents)
    rows = can_tune(gaps, book.events.day[gaps.event - 1], book.today)
    return cut_curve(gap_quantiles(gaps, tables, standing)[rows])


def _lost(book: CycleBook, tables: GridTables, check: Check) -> LostFactor:
    """Return how revenue predicted from past days compares with what came."""
    days = days_to_try(book.events, book.today, most=_LOST_DAYS)
    expected, observed = np.zeros(len(days)), np.zeros(len(days))
    for at, day in enumerate(days):
        check()
        past = past_day(book.events, book.blocked, day)
        expected[at] = expected_revenue_cents(past, tables).sum()
        observed[at] = bought_cents(past)
    return lost_factor(expected, observed, book.today - np.array(days, dtype=np.float64))
