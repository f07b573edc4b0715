"""The engine on invented portfolios, where it is known who has left: are its probabilities true?"""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest

from cockpit.analytics.analyst import KGridAnalyst
from cockpit.analytics.engine import KGridEngine
from cockpit.domain.columns import BlockColumns, StandingColumns, VerdictColumns
from cockpit.domain.cycle_policy import PolicyBook
from cockpit.domain.vocabulary import LifecycleStatus
from tests.support.synthetic_orders import World, WorldPlan, calibration_error, invent_world

CUSTOMERS = 8_000
HORIZON = timedelta(days=90)
WORLDS = {
    "steady and unsteady buyers": WorldPlan(CUSTOMERS),
    "unsteady buyers": WorldPlan(CUSTOMERS, regularity={1: 1.0}, seed=2),
    "steady buyers": WorldPlan(CUSTOMERS, regularity={3: 1.0}, rate_scale=20.0, seed=3),
    "loyal buyers": WorldPlan(CUSTOMERS, rate_scale=20.0, leave_a=1.0, leave_b=20.0, seed=4),
}
Judged = tuple[World, date, VerdictColumns]


@pytest.fixture(scope="module")
def judged() -> Mapping[str, Judged]:
    """Each world judged 90 days before its end, with what was known then."""
    return {name: _judge(invent_world(plan)) for name, plan in WORLDS.items()}


def _judge(world: World) -> Judged:
    day = world.last_day - HORIZON
    engine, size = KGridEngine(), world.book.customer_count
    statistics = engine.statistics(world.orders(), BlockColumns(), as_of=day)
    standing = StandingColumns([None] * size, [None] * size, BlockColumns())
    fit = KGridAnalyst().fit(
        statistics,
        standing,
        as_of=day,
        at=datetime(2026, 1, 1, tzinfo=UTC),
        is_cancelled=lambda: False,
    )
    assert not fit.is_published
    return world, day, engine.verdicts(statistics, standing, PolicyBook(), fit, as_of=day)


@pytest.mark.parametrize("name", WORLDS)
def test_of_customers_said_to_be_there_with_70_percent_70_percent_are(
    judged: Mapping[str, Judged], name: str
) -> None:
    world, day, verdicts = judged[name]
    told = np.array(verdicts.alive_bp) / 10_000
    truth = world.is_alive(day)
    assert calibration_error(told, truth) <= 0.02
    assert 0.2 < truth.mean() < 0.9


@pytest.mark.parametrize("name", WORLDS)
def test_of_customers_said_not_to_order_with_70_percent_70_percent_do_not(
    judged: Mapping[str, Judged], name: str
) -> None:
    world, day, verdicts = judged[name]
    told = np.array(verdicts.none_90_bp) / 10_000
    came = world.bought_between(day, day + HORIZON)
    assert calibration_error(told, ~came) <= 0.02
    assert 0.2 < came.mean() < 0.8


@pytest.mark.parametrize("name", WORLDS)
def test_most_of_the_inactive_have_left_and_most_of_the_active_have_not(
    judged: Mapping[str, Judged], name: str
) -> None:
    world, day, verdicts = judged[name]
    truth = world.is_alive(day)
    status = np.array(verdicts.status)
    gone = np.isin(status, [LifecycleStatus.INACTIVE, LifecycleStatus.LOST])
    active = status == LifecycleStatus.ACTIVE
    assert min(gone.sum(), active.sum()) > CUSTOMERS / 20
    assert truth[gone].mean() < 0.2
    assert truth[active].mean() > 0.8
