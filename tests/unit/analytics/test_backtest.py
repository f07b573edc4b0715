"""The program's own past predictions beside what happened."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest

from cockpit.analytics.accuracy import auc, log_loss
from cockpit.analytics.analyst import KGridAnalyst
from cockpit.analytics.backtest import (
    FIXED_CHOICES,
    FIXED_DAYS,
    OWN_CYCLE,
    RATIO,
    RECENCY,
    Trial,
    best_fixed_days,
    chronic_shares,
    told,
    trial,
    trials_of,
)
from cockpit.analytics.engine import KGridEngine
from cockpit.analytics.learning import learn
from cockpit.analytics.order_events import OrderEvents
from cockpit.analytics.portfolio import Portfolio, portfolio
from cockpit.domain.columns import BlockColumns, StandingColumns
from cockpit.domain.cycle_policy import PolicyBook
from cockpit.domain.cycle_reports import Backtest
from tests.support.order_books import TODAY, key, order_book, sales
from tests.support.synthetic_orders import World, WorldPlan, invent_world


def never() -> None:
    """Nobody stops anything."""


@pytest.fixture(scope="module")
def world() -> World:
    return invent_world(WorldPlan(customers=400, rate_scale=25.0, seed=5))


@pytest.fixture(scope="module")
def known(world: World) -> Portfolio:
    statistics = KGridEngine().statistics(world.orders(), BlockColumns(), as_of=world.last_day)
    size = world.book.customer_count
    standing = StandingColumns([None] * size, [None] * size, BlockColumns())
    return portfolio(statistics, standing, as_of=world.last_day)


@pytest.fixture(scope="module")
def trials(known: Portfolio) -> list[Trial]:
    return trials_of(known, PolicyBook(), never)


@pytest.fixture(scope="module")
def tested(known: Portfolio, trials: list[Trial]) -> Backtest:
    return told(known, trials, PolicyBook())


def test_predictions_are_tried_on_eight_past_days_whose_90_days_are_known(
    world: World, tested: Backtest
) -> None:
    ages = [(world.last_day - day).days for day in tested.cutoffs]
    assert ages == [300, 270, 240, 210, 180, 150, 120, 90]


def test_the_own_cycle_is_told_beside_simpler_scores(tested: Backtest) -> None:
    rows = {row.score: row for row in tested.rows}
    assert tuple(rows) == (OWN_CYCLE, RECENCY, RATIO, FIXED_DAYS)
    assert all(row.auc is not None and row.value_caught is not None for row in tested.rows)
    assert rows[OWN_CYCLE].auc > max(rows[RECENCY].auc, rows[RATIO].auc, rows[FIXED_DAYS].auc)
    assert rows[OWN_CYCLE].chronic_share < rows[FIXED_DAYS].chronic_share
    assert rows[OWN_CYCLE].calibration_error < 0.08
    assert rows[RECENCY].calibration_error is None


def test_what_came_after_a_past_day_changes_nothing_that_was_said_on_it(
    world: World, known: Portfolio
) -> None:
    day = (world.last_day - timedelta(days=200)).toordinal()
    is_early = known.events.day <= day + 30
    counts = np.bincount(known.events.customer[is_early], minlength=len(known.rows))
    fewer = OrderEvents(
        customer=known.events.customer[is_early],
        day=known.events.day[is_early],
        value_cents=known.events.value_cents[is_early],
        bounds=np.concatenate(([0], np.cumsum(counts))),
    )
    said = trial(known, PolicyBook(), day, 60, never)
    otherwise = trial(replace(known, events=fewer), PolicyBook(), day, 60, never)
    assert said.parameters == otherwise.parameters
    for code, score in said.scores.items():
        assert score.tolist() == otherwise.scores[code].tolist()
    assert said.stayed_away.sum() < otherwise.stayed_away.sum()


def test_the_figures_of_a_fit_are_those_of_the_newest_past_day(
    world: World, trials: list[Trial]
) -> None:
    size = world.book.customer_count
    fit = KGridAnalyst().fit(
        KGridEngine().statistics(world.orders(), BlockColumns(), as_of=world.last_day),
        StandingColumns([None] * size, [None] * size, BlockColumns()),
        as_of=world.last_day,
        at=datetime(2026, 1, 1, tzinfo=UTC),
        is_cancelled=lambda: False,
    )
    newest = trials[-1]
    score = newest.scores[OWN_CYCLE]
    assert fit.figures.tested_on == date.fromordinal(newest.past.book.today)
    assert fit.figures.auc == auc(score, newest.stayed_away)
    assert fit.figures.log_loss == log_loss(score, newest.stayed_away)


def test_the_fixed_alert_is_chosen_on_earlier_past_days_alone(trials: list[Trial]) -> None:
    for place, one in enumerate(trials):
        days = best_fixed_days(trials[:place])
        assert days in FIXED_CHOICES
        assert (one.scores[FIXED_DAYS] == (one.scores[RECENCY] > days)).all()
    assert best_fixed_days([]) == 60


def test_calibration_counts_every_customer_that_was_compared(
    trials: list[Trial], tested: Backtest
) -> None:
    assert sum(one.count for one in tested.calibration) == sum(
        len(one.stayed_away) for one in trials
    )
    assert [one.predicted for one in tested.calibration] == sorted(
        one.predicted for one in tested.calibration
    )


def test_of_those_inactive_180_days_ago_some_came_back_by_themselves(
    world: World, tested: Backtest
) -> None:
    own, fixed = tested.returns
    assert (own.rule, fixed.rule) == (OWN_CYCLE, FIXED_DAYS)
    assert own.marked_on == fixed.marked_on == world.last_day - timedelta(days=180)
    assert 0 < own.returned_count < own.marked_count
    assert own.returned_share < fixed.returned_share


def test_the_lost_revenue_factor_makes_the_total_about_right(tested: Backtest) -> None:
    assert tested.lost_factor == pytest.approx(1.0, abs=0.15)


def test_a_budget_that_flags_more_makes_more_false_alarms_chronic(known: Portfolio) -> None:
    parameters = learn(known.events, known.blocked, known.today, never).parameters
    few, many = (chronic_shares(known, parameters, budget) for budget in (0.1, 0.5))
    assert all(few[code] < many[code] for code in few)
    assert few[RECENCY] == few[FIXED_DAYS]


def test_the_ratio_compares_each_interval_with_the_mean_of_those_before() -> None:
    # Two intervals of 10 come first; then a customer of 40s and one of 10s, each as usual.
    customers = {
        key(1): sales(340, 300, 260, 220, 180, 140, 100, 0),
        key(2): sales(90, 80, 70, 60, 50, 40, 30, 0),
    }
    statistics = KGridEngine().statistics(order_book(customers), BlockColumns(), as_of=TODAY)
    known = portfolio(
        statistics, StandingColumns([None] * 2, [None] * 2, BlockColumns()), as_of=TODAY
    )
    parameters = learn(known.events, known.blocked, known.today, never).parameters
    chronic = chronic_shares(known, parameters, 0.5)
    assert chronic[FIXED_DAYS] == 0.5
    assert chronic[RATIO] == 0.0


def test_a_short_history_has_no_backtest() -> None:
    statistics = KGridEngine().statistics(
        order_book({key(1): sales(100, 50, 10)}), BlockColumns(), as_of=TODAY
    )
    tested = KGridAnalyst().backtest(
        statistics,
        StandingColumns([None], [None], BlockColumns()),
        PolicyBook(),
        as_of=TODAY,
        is_cancelled=lambda: False,
    )
    assert tested == Backtest(as_of=TODAY, horizon_days=90)


def test_a_backtest_is_of_the_day_it_is_asked_for(world: World, tested: Backtest) -> None:
    assert tested.as_of == world.last_day
    assert tested.horizon_days == 90
