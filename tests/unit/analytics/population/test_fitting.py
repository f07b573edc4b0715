"""Fits: what they find again, and what they refuse."""

import numpy as np
import pytest

from cockpit.analytics.population import mbg_cnbd_k, mbg_nbd, pareto_nbd
from cockpit.analytics.population.models import MODEL_NAMES, fit_named
from cockpit.analytics.population.summary import TimeUnit, summary_from_documents
from cockpit.domain.errors import BadInputError
from tests.support.synthetic_orders import (
    Leaving,
    WorldPlan,
    calibration_error,
    invent_world,
)
from tests.unit.analytics.population.cases import customers

CUSTOMERS = 10_000
WORLDS = {
    "bg_nbd": WorldPlan(CUSTOMERS, regularity={1: 1.0}, leaving=Leaving.AFTER_A_REPEAT_ORDER),
    "mbg_nbd": WorldPlan(CUSTOMERS, regularity={1: 1.0}),
    "mbg_cnbd_k": WorldPlan(CUSTOMERS, regularity={3: 1.0}),
    "pareto_nbd": WorldPlan(
        CUSTOMERS, regularity={1: 1.0}, leaving=Leaving.AT_ANY_TIME, leave_a=0.7, leave_b=300.0
    ),
}


@pytest.mark.parametrize("name", MODEL_NAMES)
def test_a_model_tells_who_left_with_calibrated_probabilities(name: str) -> None:
    world = invent_world(WORLDS[name])
    summary = summary_from_documents(world.book, until=world.last_day, unit=TimeUnit.DAYS)
    alive = fit_named(name, summary).model.p_alive(summary)
    truth = world.is_alive(world.last_day)[summary.customer]
    assert calibration_error(alive, truth) <= 0.02
    assert 0.3 < truth.mean() < 0.7


def test_a_fit_finds_the_parameters_again() -> None:
    plan = WORLDS["mbg_cnbd_k"]
    world = invent_world(plan)
    summary = summary_from_documents(world.book, until=world.last_day, unit=TimeUnit.DAYS)
    found = mbg_cnbd_k.choose_k(summary).model
    assert found.k == 3
    assert found.r == pytest.approx(plan.rate_shape, rel=0.1)
    assert found.k * found.alpha == pytest.approx(plan.rate_scale, rel=0.1)
    assert found.a / (found.a + found.b) == pytest.approx(0.6 / 5.6, rel=0.1)


def test_the_unit_of_time_changes_the_scale_alone() -> None:
    world = invent_world(WORLDS["mbg_nbd"])
    days, weeks = (
        mbg_nbd.fit(summary_from_documents(world.book, until=world.last_day, unit=unit)).model
        for unit in (TimeUnit.DAYS, TimeUnit.WEEKS)
    )
    assert days.alpha == pytest.approx(7 * weeks.alpha, rel=1e-3)
    assert (days.r, days.a, days.b) == pytest.approx((weeks.r, weeks.a, weeks.b), rel=1e-3)


@pytest.mark.parametrize("name", MODEL_NAMES)
def test_too_few_who_ordered_again_are_refused_with_a_sentence(name: str) -> None:
    nobody = customers((0,) * 50, (0.0,) * 50, 90.0)
    with pytest.raises(BadInputError) as refusal:
        fit_named(name, nobody)
    assert refusal.value.message.key == "error.population_too_small"
    assert refusal.value.message.as_dict() == {"count": 0, "needed": 10}


def test_no_customers_are_refused_as_too_few() -> None:
    with pytest.raises(BadInputError) as refusal:
        pareto_nbd.fit(customers((), (), ()))
    assert refusal.value.message.key == "error.population_too_small"


def test_an_unknown_model_is_refused_with_the_known_ones() -> None:
    with pytest.raises(BadInputError) as refusal:
        fit_named("poisson", customers((), (), ()))
    assert refusal.value.message.as_dict()["choices"] == ", ".join(MODEL_NAMES)


@pytest.mark.parametrize("name", MODEL_NAMES)
def test_customers_who_are_all_alike_are_fitted_and_said_to_be_at_the_bound(name: str) -> None:
    draw = np.random.default_rng(2)
    count = draw.poisson(20, 300).astype(float)
    last = np.minimum(count * 4.9, 99.0)
    alike = customers(count.tolist(), last.tolist(), 100.0, (count * np.log(4.9)).tolist())
    fitted = fit_named(name, alike)
    assert fitted.is_at_bound
    assert np.isfinite(fitted.log_likelihood)


def test_a_large_book_is_fitted_on_all_its_customers() -> None:
    """The thinned book that the search begins with leaves no trace."""
    world = invent_world(WorldPlan(12_000, days=300, arrival_days=200, regularity={1: 1.0}))
    summary = summary_from_documents(world.book, until=world.last_day, unit=TimeUnit.DAYS)
    fitted = mbg_nbd.fit(summary)
    _, slope = fitted.model.log_likelihood_slope(summary)
    assert np.abs(slope / len(summary)).max() < 1e-5
