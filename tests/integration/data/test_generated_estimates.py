"""Money at risk and lost revenue of generated companies, worked out once more one by one."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.wiring import open_session
from cockpit.domain.portfolio_figures import PortfolioQuestion
from cockpit.domain.vocabulary import LifecycleStatus
from tests.integration.data.test_generated_portfolios import AGES, BLOCKS, DOCUMENTS, Plain, Trading
from tests.support.plain_estimates import plain_estimates

#: From so many events on a customer may have a seasonal clock of their own.
SEASONAL = 12


@pytest.fixture
def company(program_url: str, tmp_path: Path) -> Iterator[Trading]:
    with open_session(Options(database=program_url), Paths(tmp_path)) as session:
        yield Trading(session)


@settings(
    max_examples=30,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.data())
def test_estimates_are_those_of_the_published_formulas(
    company: Trading, data: st.DataObject
) -> None:
    plain = Plain(company, data.draw(DOCUMENTS), data.draw(BLOCKS))
    day = company.today - timedelta(days=data.draw(AGES))
    company.session.metrics.refresh()
    service = company.service_of_states()
    states = service.states(day)
    assert states.is_prior_published
    for at, key in enumerate(states.customer_id):
        events = plain.events(key, day)
        told = states.at_risk_cents[at], states.lost_so_far_cents[at], states.lost_12m_cents[at]
        if not events:
            assert told == (0, 0, 0)
        elif states.status[at] is LifecycleStatus.BLOCKED:
            assert told[0] == 0
        elif not plain.blocks[key] and len(events) < SEASONAL:
            found = plain_estimates(events, day)
            # Half a cent of rounding, and what sums of floats in another order differ by.
            assert told[0] == pytest.approx(found.at_risk, abs=0.51, rel=1e-9)
            assert told[2] == pytest.approx(found.next_year, abs=0.51, rel=1e-9)
            if found.so_far is not None:
                assert told[1] == pytest.approx(found.so_far, abs=0.51, rel=1e-9)
    now = service.portfolio(PortfolioQuestion(day)).total.now
    assert now.whole.at_risk_cents == sum(states.at_risk_cents)
    assert now.lost_so_far_cents == sum(states.lost_so_far_cents)
    assert now.lost_12m_cents == sum(states.lost_12m_cents)


def test_nothing_is_at_risk_of_who_is_blocked(company: Trading) -> None:
    sales = [(who, age, 10_000, "sale") for who in (0, 1) for age in (40, 70, 100, 130, 160)]
    plain = Plain(company, sales, [(1, 10, 200)])
    company.session.metrics.refresh()
    free, blocked = company.customers[0], company.customers[1]
    for day in (company.today, company.today - timedelta(days=1)):
        states = company.service_of_states().states(day)
        at_risk = dict(zip(states.customer_id, states.at_risk_cents, strict=True))
        found = plain_estimates(plain.events(free, day), day).at_risk
        assert at_risk[free] == pytest.approx(found, abs=0.51)
        assert (at_risk[free] > 1_000, at_risk[blocked]) == (True, 0)
