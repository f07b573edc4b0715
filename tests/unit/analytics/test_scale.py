"""A portfolio in another currency: parameters are learned anew, and the probabilities stay."""

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from cockpit.analytics.judgement import Judgement
from cockpit.analytics.learning import learn
from cockpit.analytics.portfolio import portfolio
from cockpit.analytics.score_table import scored
from cockpit.domain.columns import BlockColumns, OrderColumns, StandingColumns
from cockpit.domain.cycle_policy import PolicyBook
from tests.support.cycle_judging import KGRID
from tests.support.synthetic_orders import World, WorldPlan, invent_world

NEARLY = 1e-9


@pytest.fixture(scope="module")
def world() -> World:
    return invent_world(WorldPlan(customers=700, days=900, rate_scale=25.0, seed=8))


def learned_and_judged(world: World, factor: Fraction) -> Judgement:
    """Return the judgement of a world whose values are all multiplied by a factor."""
    # Even cents, so that half of them are cents again.
    cents = [int(2 * one * factor) for one in world.book.net_cents.tolist()]
    orders: OrderColumns = replace(world.orders(), net_cents=cents)
    nobody = [None] * len(orders.customer_ids)
    standing = StandingColumns(nobody, nobody, BlockColumns())
    statistics = KGRID.statistics(orders, BlockColumns(), as_of=world.last_day)
    known = portfolio(statistics, standing, as_of=world.last_day)
    learned = learn(known.events, known.blocked, known.today, lambda: None).parameters
    assert learned.correction
    assert learned.rate_by_value
    return scored(statistics, standing, PolicyBook(), learned, as_of=world.last_day).judgement


@pytest.fixture(scope="module")
def as_it_is(world: World) -> Judgement:
    return learned_and_judged(world, Fraction(1))


@pytest.mark.parametrize("factor", [Fraction(10), Fraction(3), Fraction(1, 2), Fraction(1000)])
def test_another_currency_changes_no_probability_and_no_status(
    world: World, as_it_is: Judgement, factor: Fraction
) -> None:
    scaled = learned_and_judged(world, factor)
    assert np.array_equal(scaled.standing.deciding, as_it_is.standing.deciding)
    assert np.array_equal(scaled.standing.own, as_it_is.standing.own)
    assert np.array_equal(scaled.trend, as_it_is.trend)
    for name in ("alive", "raw_quantile", "return_share"):
        was, now = getattr(as_it_is.beliefs, name), getattr(scaled.beliefs, name)
        assert np.abs(now - was).max() <= NEARLY, name
    assert np.abs(scaled.none_90 - as_it_is.none_90).max() <= NEARLY
    assert np.abs(scaled.gap_quantile - as_it_is.gap_quantile).max() <= NEARLY
    expected = as_it_is.value_cents * float(factor)
    assert scaled.value_cents == pytest.approx(expected, rel=NEARLY)


def test_cents_that_are_lost_move_hardly_a_status(world: World, as_it_is: Judgement) -> None:
    scaled = learned_and_judged(world, Fraction(1, 100))
    is_same = scaled.standing.deciding == as_it_is.standing.deciding
    assert np.mean(is_same) >= 0.99
