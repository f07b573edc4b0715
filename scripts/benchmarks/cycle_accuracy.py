"""How well the purchase cycle predicts: the program's own backtest of an order book, and more.

Compared are customers with three orders or more, the last at most 120 days ago, on up to eight days
30 days apart, each predicted with what was known then. Simpler scores are taken in the same run;
the plain k-grid is the engine without value, clock and correction.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from statistics import fmean

import numpy as np

from cockpit.analytics.accuracy import auc, calibration, calibration_error, value_caught
from cockpit.analytics.backtest import OWN_CYCLE, RATIO, RECENCY, Trial, chronic_shares, trials_of
from cockpit.analytics.correction import log_odds
from cockpit.analytics.engine import KGridEngine
from cockpit.analytics.file_book import open_book
from cockpit.analytics.k_grid_fit import fit_population
from cockpit.analytics.past import LEAST_ORDERS, mean_intervals
from cockpit.analytics.portfolio import Portfolio, portfolio
from cockpit.analytics.portfolio_clock import clock_of
from cockpit.analytics.prediction import pure_none_90
from cockpit.analytics.scoring import grid_tables, score, value_standing
from cockpit.analytics.status import code_of
from cockpit.analytics.sufficient import gap_statistics, gaps_of
from cockpit.domain.columns import BlockColumns, OrderColumns, StandingColumns
from cockpit.domain.cycle_policy import PolicyBook
from cockpit.domain.vocabulary import LifecycleStatus
from scripts.benchmarks.cycle_table import Figure, share, timed

#: Customers of Online Retail II, by which the file is recognised.
RETAIL_CUSTOMERS = 5_878
#: What is published of it; the second number of a pair is the target.
RETAIL: Mapping[str, tuple[str, str]] = {
    "recency": (".618", ""),
    "ratio": (".482", ""),
    "plain": (".762", ""),
    "own": (".762", ">= .770"),
    "wholesalers": (".779", ">= .785"),
    "horizon": (".617", ">= .62"),
    "value": (".308", ">= .33"),
    "calibration": (".055", "<= .045"),
    "chronic": (".06", "<= .06"),
    "chronic_days": (".13", ""),
    "returns": (".26", ""),
    "returns_days": (".49", ""),
}
#: Every other order book has the targets alone, where they mean something there.
ANY: Mapping[str, tuple[str, str]] = {"chronic": ("", "<= .06")}
#: Wholesalers are taken to be the customers with the largest mean orders.
_WHOLESALE_SHARE = 0.3
_RETURN_DAYS = 180
_BUDGET = 0.20


def file_portfolio(path: Path) -> Portfolio:
    """Return the customers of an order file, up to its newest order."""
    book = open_book(path, KGridEngine(), as_of=None, today=date.max)
    return portfolio(book.statistics, book.standing, as_of=book.as_of)


def invented_portfolio(orders: OrderColumns, as_of: date) -> Portfolio:
    """Return the customers of an order book in memory."""
    statistics = KGridEngine().statistics(orders, BlockColumns(), as_of=as_of)
    nobody = [None] * len(orders.customer_ids)
    return portfolio(statistics, StandingColumns(nobody, nobody, BlockColumns()), as_of=as_of)


def accuracy_figures(known: Portfolio, references: Mapping[str, tuple[str, str]]) -> list[Figure]:
    """Return the figures of an order book, as means over its past days.

    Args:
        known: The customers.
        references: Baseline and target by code, where there are some.
    """
    trials, seconds = timed(lambda: trials_of(known, PolicyBook(), _go_on))
    chronic = chronic_shares(known, trials[-1].parameters, _BUDGET)

    by_days = _returned(known, is_fixed=True)

    def figure(
        code: str, name: str, measured: float | None, seconds: float | None = None
    ) -> Figure:
        return Figure(name, share(measured), *references.get(code, ("", "")), seconds)

    return [
        figure("recency", "AUC, recency", _mean(trials, lambda one: _auc(one, RECENCY))),
        figure("ratio", "AUC, recency / own mean", _mean(trials, lambda one: _auc(one, RATIO))),
        figure("plain", "AUC, plain k-grid", *timed(lambda: _mean(trials, _plain_auc))),
        figure("own", "AUC, Giro", _mean(trials, lambda one: _auc(one, OWN_CYCLE)), seconds),
        figure("wholesalers", "AUC, 30% largest mean orders", _mean(trials, _wholesale_auc)),
        figure("horizon", "AUC, within the own mean interval", _mean(trials, _horizon_auc)),
        figure("value", "value caught in the top 10%", _mean(trials, _value)),
        figure("calibration", "calibration error (ECE)", _mean(trials, _calibration)),
        figure("chronic", "chronic false alarms", chronic[OWN_CYCLE]),
        figure("chronic_days", "the same, fixed days", chronic[RECENCY]),
        figure("returns", "inactive who came back", _mean(trials, _returned(known))),
        figure("returns_days", "the same, 120 days", _mean(trials, by_days)),
    ]


def past_line(known: Portfolio) -> str:
    """Return on which days an order book is tried."""
    trials_from = max(int(known.events.day.min()) + 60, known.today - 300)
    return (
        f"{known.whole_customers:,} customers, {known.whole_events:,} order events, tried on up to "
        f"eight days from {date.fromordinal(trials_from)} to {date.fromordinal(known.today - 90)}"
    )


def _go_on() -> None:
    """Stop nothing."""


def _mean(trials: Sequence[Trial], measure: Callable[[Trial], float | None]) -> float | None:
    """Return the mean over the past days where something can be measured."""
    found = [one for one in map(measure, trials) if one is not None]
    return fmean(found) if found else None


def _auc(trial: Trial, code: str) -> float | None:
    return auc(trial.scores[code], trial.stayed_away)


def _plain_auc(trial: Trial) -> float | None:
    """Return the AUC of the k-grid as the definitions have it."""
    book = trial.past.book
    rows = book.has_orders
    gaps = gap_statistics(book.events, gaps_of(book.events, book.blocked), is_discounted=False)
    value = book.mean_value_cents[rows]
    plain = fit_population(gaps.at(rows), book.silence()[rows], value, has_slopes=False).parameters
    none = pure_none_90(book, grid_tables(plain), clock_of(plain))
    return auc(none[trial.is_compared], trial.stayed_away)


def _wholesale_auc(trial: Trial) -> float | None:
    """Return the AUC among the customers with the largest mean orders."""
    value = trial.past.book.mean_value_cents[trial.is_compared]
    if not len(value):
        return None
    rows = value >= np.quantile(value, 1.0 - _WHOLESALE_SHARE)
    return auc(trial.scores[OWN_CYCLE][rows], trial.stayed_away[rows])


def _horizon_auc(trial: Trial) -> float | None:
    """Return the AUC for "no order within the own mean interval" where that is over."""
    book, parameters = trial.past.book, trial.parameters
    tables, clock = grid_tables(parameters), clock_of(parameters)
    horizon = np.nan_to_num(mean_intervals(book), nan=1.0)
    worth = value_standing(parameters, book.mean_value_cents)
    ahead = clock.ahead(book.today, horizon)
    pure = score(tables, book.gaps, worth, book.silence(), ahead).none
    shift = log_odds(trial.judgement.none_90) - log_odds(pure_none_90(book, tables, clock))
    is_over = trial.is_compared & (horizon <= _days_known(trial))
    return auc((log_odds(pure) + shift)[is_over], trial.past.stayed_away(horizon)[is_over])


def _days_known(trial: Trial) -> int:
    """Return for how many days after a past day it is known what came."""
    day = trial.past.next_day
    return int(day[day < date.max.toordinal()].max(initial=0)) - trial.past.book.today


def _value(trial: Trial) -> float | None:
    return value_caught(trial.scores[OWN_CYCLE] * trial.value, trial.stayed_away, trial.value)


def _calibration(trial: Trial) -> float | None:
    return calibration_error(calibration(trial.scores[OWN_CYCLE], trial.stayed_away))


def _returned(known: Portfolio, *, is_fixed: bool = False) -> Callable[[Trial], float | None]:
    """Return what measures who came back within 180 days, of inactive ones of three orders."""

    def measure(trial: Trial) -> float | None:
        book, standing = trial.past.book, trial.judgement.standing
        if book.today > known.today - _RETURN_DAYS:
            return None
        status = standing.fixed if is_fixed else standing.own
        is_inactive = status == code_of(LifecycleStatus.INACTIVE)
        marked = is_inactive & (book.counts >= LEAST_ORDERS)
        gone = trial.past.stayed_away(_RETURN_DAYS)[marked]
        return 1.0 - float(gone.mean()) if len(gone) else None

    return measure
