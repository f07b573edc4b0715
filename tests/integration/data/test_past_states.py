"""States of past days, the portfolio's figures and the bridge, on both engines."""

from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from cockpit.app.session import Session
from cockpit.domain.portfolio_figures import (
    DayStates,
    Knowledge,
)
from cockpit.domain.vocabulary import LifecycleStatus
from tests.integration.data.test_as_of import DAY, Company, begin, go_on, live_through

LATER = DAY + timedelta(days=20)
COMPARED = ("yearly_cents", "order_count", "orders_12m", "value_12m_cents")


@pytest.fixture
def company(program_url: str, tmp_path: Path) -> Company:
    return Company(program_url, tmp_path)


def by_customer(states: DayStates) -> dict[UUID, tuple[Any, ...]]:
    """Return everything that states say, by customer."""
    names = [
        one
        for one in DayStates.__dataclass_fields__
        if one not in ("on", "customer_id", "is_prior_published")
    ]
    rows = zip(*(getattr(states, name) for name in names), strict=True)
    return dict(zip(states.customer_id, rows, strict=True))


def said_by_verdicts(session: Session) -> dict[UUID, tuple[Any, ...]]:
    """Return what the program itself says of everybody on its day."""
    with session.database.read() as unit:
        state = session.metrics.states.everyone(unit)
    judged = session.metrics.states.verdicts(state)
    return {
        key: (status, at_risk, so_far, months, value)
        for key, status, at_risk, so_far, months, value in zip(
            state.statistics.customer_id,
            judged.status,
            judged.at_risk_cents,
            judged.lost_so_far_cents,
            judged.lost_12m_cents,
            judged.value_12m_cents,
            strict=True,
        )
    }


def said_by_states(states: DayStates) -> dict[UUID, tuple[Any, ...]]:
    return {
        key: row
        for key, *row in zip(
            states.customer_id,
            states.status,
            states.at_risk_cents,
            states.lost_so_far_cents,
            states.lost_12m_cents,
            states.value_12m_cents,
            strict=True,
        )
    }


def test_a_past_day_as_it_was_known_is_what_the_program_said_on_it(company: Company) -> None:
    begin(company)
    live_through(company)
    with company.on(DAY) as session:
        then = said_by_verdicts(session)
        assert {
            key: tuple(row) for key, row in said_by_states(session.past_states.states(DAY)).items()
        } == then
    go_on(company)
    with company.on(LATER) as session:
        found = said_by_states(session.past_states.states(DAY, Knowledge.THEN))
        today = said_by_states(session.past_states.states(LATER))
        now = said_by_verdicts(session)
    assert len(then) == 70
    assert {key: tuple(found[key]) for key in then} == then
    others = set(found) - set(then)
    assert len(others) == 5
    assert {found[key][0] for key in others} == {LifecycleStatus.PROSPECT}
    assert {key: tuple(row) for key, row in today.items()} == now
