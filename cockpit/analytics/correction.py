"""A correction of P(no order) that a portfolio teaches about itself.

The k-grid knows intervals alone. How much a customer spends, for how long and in how many months
they have bought, and how busy the portfolio is at this time of the year tell a little more; what
they are worth is learned from the portfolio's own past and shrunk towards nothing.

Source: offset logistic regression on the pure model's logit with a ridge penalty (Hoerl & Kennard
1970, Technometrics 12(1)); see docs/decisions/0006-purchase-cycle-engine.md for what it brings.
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import expit, logit

from cockpit.analytics.cycle_book import CycleBook
from cockpit.analytics.k_grid import KGridParameters
from cockpit.analytics.lost_revenue import SAVING_DAYS
from cockpit.analytics.portfolio_clock import PortfolioClock, clock_of
from cockpit.analytics.scoring import GridTables, grid_tables, score
from cockpit.analytics.segments import Flags, Floats, Integers, steadied, totals
from cockpit.analytics.sufficient import (
    LEAST_GAP_DAYS,
    Gaps,
    GapStatistics,
    discounted_statistics,
)

#: The features in the order of the matrix's columns.
FEATURES = (
    "value",
    "value_of_year",
    "value_trend",
    "orders",
    "months",
    "tenure",
    "season",
    "clock",
    "recent",
)
_YEAR = 365
_SEASON_FROM = 275
_MONTH = 30
_MONTHS = 12
_RECENT = 0.7
_RECENT_POWERS = _RECENT ** np.arange(64.0)
_CLOCK_SPAN = 3.0
_TERM_SPAN = 4.0
_LEAST_SHARE = 1e-6


@dataclass(frozen=True, slots=True)
class PureModel:
    """What the features are computed with.

    Attributes:
        tables: Of the population in plain days.
        recent: The same for statistics in which recent intervals count more still.
        seasonal: Of the population in the portfolio's time.
        clock: The portfolio's clock.
    """

    tables: GridTables
    recent: GridTables
    seasonal: GridTables
    clock: PortfolioClock


def pure_model(parameters: KGridParameters, tables: GridTables) -> PureModel:
    """Return the model of parameters that were fitted in plain days and in the clock's."""
    seasonal = grid_tables(parameters.in_clock_time()) if parameters.clock_model else tables
    return PureModel(tables, grid_tables(parameters, _RECENT), seasonal, clock_of(parameters))


def corrected(
    book: CycleBook, parameters: KGridParameters, tables: GridTables, standing: Floats, none: Floats
) -> Floats:
    """Return P(no order) with the correction, for customers with two orders or more.

    Args:
        book: The order book on the day.
        parameters: What was learned of the portfolio.
        tables: Of the same parameters.
        standing: As ``scoring.value_standing`` gives it; shape (customers,).
        none: Of the pure model; shape (customers,).

    Returns:
        Shape (customers,).
    """
    if not parameters.correction:
        return none
    column = features(book, pure_model(parameters, tables), standing, none)
    added = np.zeros(len(none))
    for term in parameters.correction:
        distance = (column[FEATURES.index(term.feature)] - term.centre) / term.scale
        added += term.coefficient * np.clip(distance, -_TERM_SPAN, _TERM_SPAN)
    limit = parameters.correction_limit
    added = np.where(book.counts > 1, np.clip(added, -limit, limit), 0.0)
    return np.asarray(expit(log_odds(none) + added), dtype=np.float64)


def log_odds(share: Floats) -> Floats:
    """Return the logit of probabilities, kept finite; shape as given."""
    kept = np.clip(share, _LEAST_SHARE, 1.0 - _LEAST_SHARE)
    return np.asarray(logit(kept), dtype=np.float64)


def features(book: CycleBook, model: PureModel, standing: Floats, none: Floats) -> Floats:
    """Return the features, one row per name in ``FEATURES``.

    Args:
        book: The order book on the day.
        model: What the features are computed with.
        standing: As ``scoring.value_standing`` gives it; shape (customers,).
        none: P(no order in 90 days) of the pure model; shape (customers,).

    Returns:
        Shape (features, customers).
    """
    size, odds = len(book.counts), log_odds(none)
    gaps, year = book.intervals, _last_year(book, model)
    tenure = np.where(book.has_orders, book.today - book.events.first_day, 0)
    return np.stack(
        (
            standing,
            year.log_value,
            _value_trend(book),
            np.log(np.maximum(book.counts, 1)),
            np.sqrt(year.months),
            np.log(np.maximum(tenure, 0) + _MONTH),
            np.sqrt(year.season),
            np.clip(_clock_odds(book, gaps, model, standing) - odds, -_CLOCK_SPAN, _CLOCK_SPAN),
            _recent_odds(book, gaps, model, standing) - odds,
        )
    ).reshape(len(FEATURES), size)


@dataclass(frozen=True, slots=True)
class _Year:
    """What the last 365 days hold; every attribute has shape (customers,)."""

    log_value: Floats
    months: Integers
    season: Integers


def _last_year(book: CycleBook, model: PureModel) -> _Year:
    """Return the value of the year, its months with an order, and last year's next 90 days."""
    parameters, events = model.tables.parameters, book.events
    rows = np.flatnonzero(events.day > book.today - _YEAR)
    customer, ago = events.customer[rows], book.today - events.day[rows]
    size = len(book.counts)
    cents = totals(customer, 0.5 * book.capped[rows].astype(np.float64), size)
    value = cents / np.exp(parameters.value_order_centre)
    month = np.maximum(ago, 0) // _MONTH
    is_new: Flags = np.ones(len(rows), dtype=np.bool_)
    is_new[1:] = (month[1:] != month[:-1]) | (customer[1:] != customer[:-1])
    is_new &= month < _MONTHS
    season = np.zeros(size, dtype=np.int64)
    if model.clock.first_day <= book.today - _YEAR:
        season = np.bincount(customer[ago >= _SEASON_FROM], minlength=size).astype(np.int64)
    months = np.bincount(customer[is_new], minlength=size).astype(np.int64)
    return _Year(steadied(np.log(value + 0.2)), months, season)


def _value_trend(book: CycleBook) -> Floats:
    """Return by how much the recent orders' mean log value exceeds all orders'; (customers,)."""
    customer, size = book.events.customer, len(book.counts)
    log_value = np.log(np.maximum(book.capped, 1))
    mean = totals(customer, log_value, size) / np.maximum(book.counts, 1)
    power = _RECENT_POWERS[_back(book)]
    weight = np.maximum(totals(customer, power, size), _LEAST_SHARE)
    return steadied(totals(customer, power * log_value, size) / weight - mean)


def _back(book: CycleBook) -> Integers:
    """Return how many orders of the same customer came after each one, 63 at most; (events,)."""
    back = book.events.bounds[1:][book.events.customer] - 1 - np.arange(len(book.events.day))
    latest: Integers = np.minimum(back, len(_RECENT_POWERS) - 1)
    return latest


def _recent_odds(book: CycleBook, gaps: Gaps, model: PureModel, standing: Floats) -> Floats:
    """Return the logit of P(no order) if recent intervals counted more; shape (customers,)."""
    known = discounted_statistics(book.counts, gaps, gaps.days.astype(np.float64), _RECENT)
    horizon = model.clock.ahead(book.today, np.array([SAVING_DAYS]))[0]
    return _odds(model.recent, known, standing, book.silence(), float(horizon))


def _clock_odds(book: CycleBook, gaps: Gaps, model: PureModel, standing: Floats) -> Floats:
    """Return the logit of P(no order) in the portfolio's time; shape (customers,)."""
    time = model.clock.of_events(book.events.day)
    days = np.maximum(time[gaps.event] - time[gaps.event - 1], LEAST_GAP_DAYS)
    known = discounted_statistics(book.counts, gaps, days)
    now = model.clock.at(np.array([book.today]))
    silence = np.maximum(now - model.clock.at(book.events.last_day), 0.0)
    horizon = model.clock.ahead(book.today, np.array([SAVING_DAYS]))[0]
    return _odds(model.seasonal, known, standing, silence, float(horizon))


def _odds(
    tables: GridTables, known: GapStatistics, standing: Floats, silence: Floats, horizon: float
) -> Floats:
    """Return the logit of P(no order within the horizon); shape (customers,)."""
    return log_odds(score(tables, known, standing, silence, horizon).none)
