"""What is learned of a whole portfolio, and how it is told."""

import json
from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import numpy as np
import pytest

from cockpit.analytics import analyst
from cockpit.analytics.analyst import KGridAnalyst
from cockpit.analytics.engine import KGridEngine
from cockpit.analytics.k_grid import from_json
from cockpit.analytics.learning import LEAST_REPEATERS
from cockpit.analytics.portfolio import portfolio
from cockpit.domain.columns import BlockColumns, OrderColumns, StandingColumns, StatisticsColumns
from cockpit.domain.cycle_fit import CycleFit
from cockpit.domain.cycle_policy import PolicyBook
from cockpit.domain.errors import CancelledError
from tests.support.order_books import TODAY, key, order_book, sales
from tests.support.synthetic_orders import World, WorldPlan, invent_world

AT = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def world() -> World:
    return invent_world(WorldPlan(customers=500, rate_scale=25.0))


@pytest.fixture(scope="module")
def statistics(world: World) -> StatisticsColumns:
    return statistics_of(world.orders(), world.last_day)


@pytest.fixture(scope="module")
def fit(world: World, statistics: StatisticsColumns) -> CycleFit:
    return fit_of(statistics, world.last_day)


def statistics_of(orders: OrderColumns, as_of: date) -> StatisticsColumns:
    return KGridEngine().statistics(orders, BlockColumns(), as_of=as_of)


def standing_of(segments: Sequence[UUID | None]) -> StandingColumns:
    return StandingColumns([None] * len(segments), segments, BlockColumns())


def everybody_alike(statistics: StatisticsColumns) -> StandingColumns:
    return standing_of([None] * len(statistics.customer_id))


def fit_of(statistics: StatisticsColumns, as_of: date) -> CycleFit:
    return KGridAnalyst().fit(
        statistics, everybody_alike(statistics), as_of=as_of, at=AT, is_cancelled=lambda: False
    )


def rows_of(statistics: StatisticsColumns, rows: Sequence[int]) -> StatisticsColumns:
    columns = {
        one.name: [getattr(statistics, one.name)[row] for row in rows] for one in fields(statistics)
    }
    return StatisticsColumns(**columns)


def test_a_fit_tells_what_it_saw_and_how_good_it_is(
    world: World, statistics: StatisticsColumns, fit: CycleFit
) -> None:
    assert not fit.is_published
    assert fit.data_from_on == date.fromordinal(int(world.book.day.min()))
    assert fit.data_until_on == world.last_day
    assert fit.customer_count == sum(count > 0 for count in statistics.order_count)
    assert fit.figures.event_count == sum(statistics.order_count)
    assert fit.figures.tested_on == world.last_day - timedelta(days=90)
    assert fit.figures.log_likelihood is not None
    assert fit.figures.auc is not None
    assert 0.6 < fit.figures.auc < 1
    assert fit.figures.log_loss is not None
    assert 0 < fit.figures.log_loss < 0.7
    assert fit.figures.seconds > 0


def test_parameters_come_back_from_json_as_they_were(fit: CycleFit) -> None:
    stored = json.loads(json.dumps(fit.parameters))
    assert from_json(stored) == from_json(fit.parameters)
    assert from_json(stored).cut_curve
    assert from_json(stored).correction


def test_the_order_of_the_rows_changes_no_bit(
    world: World, statistics: StatisticsColumns, fit: CycleFit
) -> None:
    shuffled = np.random.default_rng(3).permutation(len(statistics.customer_id)).tolist()
    assert fit_of(rows_of(statistics, shuffled), world.last_day).parameters == fit.parameters


def test_orders_after_the_day_are_not_looked_at(
    world: World, statistics: StatisticsColumns
) -> None:
    day = world.last_day - timedelta(days=200)
    then = fit_of(statistics_of(world.orders(), day), day)
    now = fit_of(statistics, day)
    assert then.parameters == now.parameters


@pytest.mark.parametrize(("repeaters", "is_published"), [(49, True), (50, False)])
def test_a_portfolio_of_fewer_than_50_repeaters_gets_published_parameters(
    repeaters: int, is_published: bool
) -> None:
    assert LEAST_REPEATERS == 50
    customers = {key(at): sales(100 + at, 80 + at, 70, 10) for at in range(repeaters)}
    customers |= {key(1000 + at): sales(40) for at in range(30)}
    fit = fit_of(statistics_of(order_book(customers), TODAY), TODAY)
    assert fit.is_published is is_published
    assert from_json(fit.parameters).is_published is is_published
    assert (fit.figures.log_likelihood is None) is is_published
    assert fit.customer_count == repeaters + 30


def test_an_empty_portfolio_is_no_error() -> None:
    fit = fit_of(statistics_of(order_book({key(1): []}), TODAY), TODAY)
    assert fit.is_published
    assert fit.data_from_on is None
    assert fit.customer_count == 0


@pytest.mark.parametrize("asked_before", [0, 1, 8, 100])
def test_a_fit_and_a_backtest_end_when_somebody_stops_them(
    world: World, statistics: StatisticsColumns, asked_before: int
) -> None:
    standing = everybody_alike(statistics)
    asked = iter([False] * asked_before)

    def stops() -> bool:
        return next(asked, True)

    with pytest.raises(CancelledError):
        KGridAnalyst().fit(statistics, standing, as_of=world.last_day, at=AT, is_cancelled=stops)
    asked = iter([False] * asked_before)
    with pytest.raises(CancelledError):
        KGridAnalyst().backtest(
            statistics, standing, PolicyBook(), as_of=world.last_day, is_cancelled=stops
        )


def test_parameters_that_fit_predict_better_than_those_that_do_not(
    world: World, statistics: StatisticsColumns, fit: CycleFit
) -> None:
    standing = everybody_alike(statistics)
    slow = dict(fit.parameters) | {"days": 4000.0, "shape": 40.0, "correction": ()}
    good = KGridAnalyst().log_loss(statistics, standing, fit, as_of=world.last_day)
    bad = KGridAnalyst().log_loss(
        statistics, standing, replace(fit, parameters=slow), as_of=world.last_day
    )
    assert good is not None
    assert bad is not None
    assert good < bad - 0.05


def test_a_short_history_cannot_tell_how_good_a_fit_is() -> None:
    statistics = statistics_of(order_book({key(1): sales(100, 50, 10)}), TODAY)
    fit = fit_of(statistics, TODAY)
    assert fit.figures.tested_on is None
    standing = everybody_alike(statistics)
    assert KGridAnalyst().log_loss(statistics, standing, fit, as_of=TODAY) is None


def test_a_segment_of_50_regular_customers_has_an_interval_of_its_own(
    world: World, statistics: StatisticsColumns
) -> None:
    fast = [count >= 12 for count in statistics.order_count]
    segments = [key(1) if is_fast else key(2) for is_fast in fast]
    few = [at for at, count in enumerate(statistics.order_count) if count >= 3][:49]
    for at in few:
        segments[at] = key(3)
    fit = KGridAnalyst().fit(
        statistics,
        standing_of(segments),
        as_of=world.last_day,
        at=AT,
        is_cancelled=lambda: False,
    )
    parameters = from_json(fit.parameters)
    assert set(parameters.segment_cycles) == {str(key(1)), str(key(2))}
    assert parameters.portfolio_cycle is not None
    assert (
        parameters.segment_cycles[str(key(1))]
        < parameters.portfolio_cycle
        < parameters.segment_cycles[str(key(2))]
    )


def test_the_histogram_looks_at_everybody_who_came_back() -> None:
    customers = {key(1): sales(60, 40, 20), key(2): sales(400, 10), key(3): sales(5), key(4): []}
    statistics = statistics_of(order_book(customers), TODAY)
    standing, engine = everybody_alike(statistics), KGridEngine()
    verdicts = engine.verdicts(statistics, standing, PolicyBook(), None, as_of=TODAY)
    histogram = KGridAnalyst().histogram(statistics, verdicts, standing, as_of=TODAY)
    assert (histogram.customer_count, histogram.gap_count) == (2, 3)
    assert {one.low_days: one.count for one in histogram.bins if one.count} == {15: 2, 365: 1}


def test_a_fit_to_a_sample_speaks_for_everybody(
    world: World, statistics: StatisticsColumns, fit: CycleFit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(analyst, "FIT_CUSTOMERS", 200)
    sampled = fit_of(statistics, world.last_day)
    assert sampled.parameters != fit.parameters
    assert sampled.customer_count == fit.customer_count
    assert sampled.figures.event_count == fit.figures.event_count
    assert sampled.figures.log_likelihood == pytest.approx(fit.figures.log_likelihood, rel=0.1)
    assert sampled.figures.auc == pytest.approx(fit.figures.auc, abs=0.06)


def test_a_sample_is_even_and_the_same_every_time(
    world: World, statistics: StatisticsColumns
) -> None:
    standing = everybody_alike(statistics)
    whole = portfolio(statistics, standing, as_of=world.last_day)
    some = portfolio(statistics, standing, as_of=world.last_day, most=100)
    again = portfolio(statistics, standing, as_of=world.last_day, most=100)
    assert some.rows == again.rows
    assert len(set(some.rows)) == 100
    assert some.whole_customers == whole.customer_count
    assert some.events.last_day.mean() == pytest.approx(whole.events.last_day.mean(), abs=5)
    assert [statistics.order_count[row] for row in some.rows] == some.events.counts.tolist()
