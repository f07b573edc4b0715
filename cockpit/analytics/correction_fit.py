"""How the correction is learned: from the portfolio's own past days, whose outcome is known.

A constant of its own for each past day keeps the season out of the coefficients; a ridge penalty
leaves the pure model where there is little to learn from.

Source: iteratively reweighted least squares (McCullagh & Nelder 1989, Generalized Linear Models);
penalty and features were chosen on the days 2010-06-01 to 2011-01-31 of Online Retail II, on CDNOW
and on synthetic order books.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from scipy.special import expit

from cockpit.analytics.correction import (
    FEATURES,
    PureModel,
    features,
    log_odds,
    pure_model,
)
from cockpit.analytics.cycle_book import CycleBook
from cockpit.analytics.k_grid import CorrectionTerm, KGridParameters, population_of
from cockpit.analytics.k_grid_fit import fit_population
from cockpit.analytics.past import HORIZON_DAYS, STEP_DAYS, days_to_try, past_day
from cockpit.analytics.portfolio_clock import clock_of, fit_clock
from cockpit.analytics.prediction import pure_none_90
from cockpit.analytics.scoring import grid_tables, value_standing
from cockpit.analytics.segments import Flags, Floats, totals
from cockpit.analytics.sufficient import LEAST_GAP_DAYS, GapStatistics, gaps_of

_PAST_DAYS = 12
_MOST_SILENCE = 150
_LEAST_CUSTOMERS = 20
_LEAST_EVENTS = 5
_RIDGE = 80.0
_STEPS = 8
_SPAN = 4.0
_DONE = 1e-6

Check = Callable[[], None]


def with_clock(book: CycleBook, parameters: KGridParameters, check: Check) -> KGridParameters:
    """Return the parameters with the portfolio's clock, and the population in its time.

    Args:
        book: The order book up to the day of the fit.
        parameters: Of the population in plain days.
        check: Called now and then; may raise to give up.
    """
    values = book.mean_value_cents
    figures = fit_clock(book, grid_tables(parameters), value_standing(parameters, values))
    timed = replace(
        parameters,
        clock_first_day=figures.first_day,
        clock_knots=figures.knots,
        clock_level=figures.level,
    )
    if not figures.knots:
        return timed
    rows = np.flatnonzero(book.has_orders)
    statistics, silence = _in_clock_time(book, timed)
    found = fit_population(statistics.at(rows), silence[rows], values[rows], check=check).parameters
    return replace(timed, clock_model=population_of(found))


def _in_clock_time(book: CycleBook, parameters: KGridParameters) -> tuple[GapStatistics, Floats]:
    """Return undiscounted statistics and silences in the portfolio's time; shape (customers,)."""
    clock, gaps = clock_of(parameters), gaps_of(book.events, book.blocked)
    time = clock.of_events(book.events.day)
    days = np.maximum(time[gaps.event] - time[gaps.event - 1], LEAST_GAP_DAYS)
    size, repeats = len(book.counts), book.gaps.repeats
    statistics = GapStatistics(
        repeats=repeats,
        weight=repeats,
        days=totals(gaps.customer, days, size),
        log_days=totals(gaps.customer, np.log(days), size),
    )
    silence = clock.at(np.array([book.today])) - clock.at(book.events.last_day)
    return statistics, np.maximum(silence, 0.0)


def learn_correction(
    book: CycleBook, parameters: KGridParameters, check: Check
) -> tuple[CorrectionTerm, ...]:
    """Return the correction that the book's own past days teach; empty where they are too few.

    Args:
        book: The order book up to the day of the fit.
        parameters: With the clock.
        check: Called before each past day; may raise to give up.
    """
    model = pure_model(parameters, grid_tables(parameters))
    today = _Day.of(book, model)
    if np.count_nonzero(today.is_eligible) < _LEAST_CUSTOMERS:
        return ()
    column = today.features[:, today.is_eligible]
    centre, scale = column.mean(axis=1), column.std(axis=1) + 1e-9
    lessons = list(_lessons(book, model, scale, check))
    if not lessons:
        return ()
    coefficient = _fitted(lessons)
    rows = zip(FEATURES, centre.tolist(), scale.tolist(), coefficient.tolist(), strict=True)
    return tuple(CorrectionTerm(*row) for row in rows)


@dataclass(frozen=True, slots=True)
class _Day:
    """Features of a day; shapes (features, customers) and (customers,)."""

    features: Floats
    odds: Floats
    is_eligible: Flags

    @staticmethod
    def of(book: CycleBook, model: PureModel) -> "_Day":
        """Return a day's features, and whom the correction is learned from."""
        parameters = model.tables.parameters
        standing = value_standing(parameters, book.mean_value_cents)
        none = pure_none_90(book, model.tables, model.clock)
        eligible = (book.silence() <= _MOST_SILENCE) & (book.counts > 1) & ~book.is_blocked()
        return _Day(features(book, model, standing, none), log_odds(none), eligible)


@dataclass(frozen=True, slots=True)
class _Lesson:
    """A past day's customers: scaled features (n, features), pure logits and outcomes (n,)."""

    features: Floats
    odds: Floats
    stayed_away: Floats


def _lessons(book: CycleBook, model: PureModel, scale: Floats, check: Check) -> list[_Lesson]:
    """Return what each past day teaches; days with too few customers or outcomes are left out."""
    lessons = []
    for day in days_to_try(book.events, book.today, most=_PAST_DAYS):
        check()
        past = past_day(book.events, book.blocked, day)
        known = _Day.of(past.book, model)
        rows = known.is_eligible
        stayed_away = past.stayed_away(HORIZON_DAYS)[rows].astype(np.float64)
        if len(stayed_away) < _LEAST_CUSTOMERS or stayed_away.sum() < _LEAST_EVENTS:
            continue
        column = known.features[:, rows]
        distance = (column - column.mean(axis=1, keepdims=True)) / scale[:, None]
        lessons.append(_Lesson(np.clip(distance, -_SPAN, _SPAN).T, known.odds[rows], stayed_away))
    return lessons


def _fitted(lessons: list[_Lesson]) -> Floats:
    """Return the features' coefficients; shape (features,)."""
    count, width = len(lessons), len(FEATURES)
    group = np.repeat(np.arange(count), [len(one.odds) for one in lessons])
    design = np.concatenate(
        (np.eye(count)[group], np.concatenate([one.features for one in lessons])), axis=1
    )
    odds = np.concatenate([one.odds for one in lessons])
    outcome = np.concatenate([one.stayed_away for one in lessons])
    penalty = np.concatenate((np.ones(count), np.full(width, _RIDGE)))
    # Windows of 90 days begin every 30 days, so that each outcome is seen about three times.
    weight = STEP_DAYS / HORIZON_DAYS
    beta = np.zeros(count + width)
    for _ in range(_STEPS):
        chance = expit(odds + design @ beta)
        spread = weight * chance * (1.0 - chance)
        curvature = (design * spread[:, None]).T @ design + np.diag(penalty)
        slope = design.T @ (weight * (outcome - chance)) - penalty * beta
        step = np.linalg.solve(curvature, slope)
        beta = beta + step
        if np.abs(step).max() < _DONE:
            break
    return beta[count:]
