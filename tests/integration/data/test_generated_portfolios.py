"""Portfolios and bridges of generated companies, by loops over their documents alone.

A rule of fixed days judges them, so that nothing of the program's own judgement is believed.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from cockpit.app.late_parts import load_past_judge
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.wiring import open_session
from cockpit.domain.bridge import BridgeQuestion, BridgeState
from cockpit.domain.cycle_policy import EVERYBODY, PolicyKind
from cockpit.domain.ids import new_id
from cockpit.domain.indicators import Cut
from cockpit.domain.portfolio_figures import PortfolioFigures, PortfolioQuestion
from cockpit.domain.vocabulary import LifecycleStatus
from cockpit.services.past_states import PastStateService
from models import Base
from tests.integration.data.test_indicators import CUSTOMERS, Company
from tests.support.plain_cycles import Block, fixed_status
from tests.support.plain_events import PlainDocument, plain_events, plain_year, plain_yearly

#: Days of silence and ages of years, at which everything turns.
TURNS = (0, 1, 30, 59, 60, 61, 119, 120, 121, 364, 365, 366, 729, 730, 731, 732)
Standing = dict[UUID, tuple[str, int]]


class Trading(Company):
    """A company that a rule of fixed days has judged since the beginning."""

    def __init__(self, session: Any) -> None:
        super().__init__(session)
        rule = session.policies.basis(EVERYBODY)
        fixed = replace(
            rule, kind=PolicyKind.FIXED_DAYS, fixed_at_risk_days=60, fixed_inactive_days=120
        )
        session.policies.publish(EVERYBODY, fixed, "prazo fixo")
        with self.engines.writing() as connection:
            table = Base.metadata.tables["cycle_policies"]
            versions = connection.execute(table.select()).all()
            newest = max(versions, key=lambda one: one.version).id
            connection.execute(
                table.update().where(table.c.id == newest)
                .values(published_at=datetime(2000, 1, 1, tzinfo=UTC))
            )  # fmt: skip
            connection.execute(delete(table).where(table.c.id != newest))
        self.today: date = session.clock.today()

    def clear(self) -> None:
        with self.engines.writing() as connection:
            connection.execute(delete(Base.metadata.tables["customer_blocks"]))
            customers = Base.metadata.tables["customers"]
            connection.execute(customers.update().values(is_blocked=False, blocked_at=None))
        super().clear()

    def block(self, customer: int, first: date, end: date | None) -> None:
        key = self.customers[customer]
        self.add("customer_blocks", {
            "id": new_id(), "customer_id": key, "blocked_on": first, "unblocked_on": end,
            "reason": "Títulos",
        })  # fmt: skip
        if end is None:
            with self.engines.writing() as connection:
                customers = Base.metadata.tables["customers"]
                at = datetime(first.year, first.month, first.day, 12, tzinfo=UTC)
                change = customers.update().where(customers.c.id == key)
                connection.execute(change.values(is_blocked=True, blocked_at=at))

    def service_of_states(self) -> PastStateService:
        return PastStateService(self.session.metrics.states, load_past_judge, self.session.user)


@pytest.fixture
def company(program_url: str, tmp_path: Path) -> Iterator[Trading]:
    with open_session(Options(database=program_url), Paths(tmp_path)) as session:
        yield Trading(session)


AGES = st.sampled_from(TURNS) | st.integers(0, 1_100)
DOCUMENTS = st.lists(
    st.tuples(
        st.integers(0, CUSTOMERS - 1),
        AGES,
        st.integers(1, 90_000),
        st.sampled_from(["sale", "sale", "sale", "sale", "return", "cancelled"]),
    ),
    max_size=40,
)
BLOCKS = st.lists(
    st.tuples(st.integers(0, CUSTOMERS - 1), st.integers(0, 300), st.integers(0, 200)),
    max_size=2,
    unique_by=lambda one: one[0],
)


class Plain:
    """The company's documents and blocks, and what follows of them."""

    def __init__(self, company: Trading, documents: list[Any], blocks: list[Any]) -> None:
        self.documents: dict[UUID, list[PlainDocument]] = {key: [] for key in company.customers}
        self.blocks: dict[UUID, list[Block]] = defaultdict(list)
        company.clear()
        with company.together():
            for customer, age, cents, kind in documents:
                day = company.today - timedelta(days=age)
                company.order(customer, day, cents, kind)
                if kind != "cancelled":
                    document = PlainDocument(day, cents, kind == "return")
                    self.documents[company.customers[customer]].append(document)
        for customer, age, length in blocks:
            first = company.today - timedelta(days=age)
            end = first + timedelta(days=length) if length < age else None
            company.block(customer, first, end)
            self.blocks[company.customers[customer]].append((first, end))

    def events(self, key: UUID, day: date) -> dict[date, int]:
        return plain_events(self.documents[key], day)

    def status(self, key: UUID, day: date) -> str:
        known = [
            (first, end if end is not None and end <= day else None)
            for first, end in self.blocks[key]
            if first <= day
        ]
        return fixed_status(sorted(self.events(key, day)), known, day)

    def standing(self, day: date) -> Standing:
        return {
            key: (self.status(key, day), plain_yearly(self.events(key, day)))
            for key in self.documents
        }


@settings(
    max_examples=40,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.data())
def test_portfolios_and_bridges_are_those_of_the_documents(
    company: Trading, data: st.DataObject
) -> None:
    plain = Plain(company, data.draw(DOCUMENTS), data.draw(BLOCKS))
    days = [company.today - timedelta(days=data.draw(AGES)) for _ in range(2)]
    company.session.metrics.refresh()
    service = company.service_of_states()
    for day in (company.today, *days):
        check_portfolio(service, plain, company, day)
    check_bridge(service, plain, company)


def check_portfolio(service: PastStateService, plain: Plain, company: Trading, day: date) -> None:
    report = service.portfolio(PortfolioQuestion(day, cut=Cut.SEGMENT))
    everybody = set(plain.documents)
    assert told(report.total.now) == figures(plain, everybody, day)
    parts = defaultdict(set)
    for place, key in enumerate(company.customers):
        parts[[None, *company.segments][place % 3]].add(key)
    assert {row.name.key: told(row.now) for row in report.rows} == {
        key: figures(plain, part, day) for key, part in parts.items()
    }


def told(found: PortfolioFigures) -> tuple[Any, ...]:
    of = {one.value: found.by_status[one].customers for one in LifecycleStatus}
    yearly = {one.value: found.by_status[one].yearly_cents for one in LifecycleStatus}
    for counted in (of, yearly):
        counted["buying"] = sum(counted.pop(one) for one in ("new", "active", "recovered"))
    return (
        of, yearly, found.recurring_month_cents, found.recurring_customers,
        found.average_ticket_cents, found.inactivity_rate,
    )  # fmt: skip


NAMES = ("at_risk", "inactive", "lost", "blocked", "prospect", "buying")


def figures(plain: Plain, chosen: set[UUID], day: date) -> tuple[Any, ...]:
    of, yearly = Counter(dict.fromkeys(NAMES, 0)), Counter(dict.fromkeys(NAMES, 0))
    recurring, steady, orders, cents = 0, 0, 0, 0
    for key in chosen:
        events, status = plain.events(key, day), plain.status(key, day)
        of[status] += 1
        yearly[status] += plain_yearly(events)
        if len(events) >= 3 and status in {"buying", "at_risk"}:
            recurring += plain_yearly(events)
            steady += 1
        count, value = plain_year(events, day)
        orders, cents = orders + count, cents + value
    known = of["inactive"] + of["buying"] + of["at_risk"]
    ticket = (2 * cents + orders) // (2 * orders) if orders else None
    rate = of["inactive"] / known if known else None
    return dict(of), dict(yearly), (2 * recurring + 12) // 24, steady, ticket, rate


def check_bridge(service: PastStateService, plain: Plain, company: Trading) -> None:
    question = BridgeQuestion(company.today, months=5)
    days = question.days()
    states = [plain.standing(day) for day in days]
    bridge = service.bridge(question)
    assert len(bridge.months) == 5
    later: dict[BridgeState, tuple[int, int]] = {}
    for month, (start, end) in zip(bridge.months, pairwise(states), strict=True):
        for line in month.lines():
            assert line.start + line.entered - line.left == line.end
            money = line.start_cents + line.entered_cents - line.left_cents + line.change_cents
            assert money == line.end_cents
            assert later.get(line.state, (line.start, line.start_cents)) == (
                line.start, line.start_cents,
            )  # fmt: skip
            later[line.state] = (line.end, line.end_cents)
            if line.state.value in NAMES:
                assert line_of(line) == moved(start, end, line.state.value)
        buying = [month.line(one) for one in (BridgeState.ACTIVE, BridgeState.RECOVERED)]
        for some, sums in (
            (start, (sum(one.start for one in buying), sum(one.start_cents for one in buying))),
            (end, (sum(one.end for one in buying), sum(one.end_cents for one in buying))),
        ):
            own = [cents for status, cents in some.values() if status == "buying"]
            assert sums == (len(own), sum(own))


def line_of(line: Any) -> tuple[int, ...]:
    return (
        line.start, line.entered, line.left, line.end, line.start_cents, line.entered_cents,
        line.left_cents, line.change_cents, line.end_cents,
    )  # fmt: skip


def moved(start: Standing, end: Standing, state: str) -> tuple[int, ...]:
    stood = {key for key, (one, _) in start.items() if one == state}
    stands = {key for key, (one, _) in end.items() if one == state}

    def worth(some: Standing, keys: set[UUID]) -> int:
        return sum(some[key][1] for key in keys)

    stayed = stood & stands
    return (
        len(stood), len(stands - stood), len(stood - stands), len(stands), worth(start, stood),
        worth(end, stands - stood), worth(start, stood - stands),
        worth(end, stayed) - worth(start, stayed), worth(end, stands),
    )  # fmt: skip


def test_a_year_has_365_days_up_to_the_day_and_up_to_the_last_order(company: Trading) -> None:
    ages = {0: (0, 364), 1: (0, 365), 2: (1, 365), 3: (1, 366)}
    sales = [(who, age, 1_000 + age, "sale") for who, some in ages.items() for age in some]
    plain = Plain(company, sales, [])
    company.session.metrics.refresh()
    service = company.service_of_states()
    for day in (company.today, company.today - timedelta(days=1)):
        states = service.states(day)
        for at, key in enumerate(states.customer_id):
            events = plain.events(key, day)
            assert states.yearly_cents[at] == plain_yearly(events)
            year = (states.orders_12m[at], states.value_12m_cents[at])
            assert year == plain_year(events, day)
    bridge = service.bridge(BridgeQuestion(company.today, months=1)).months[0]
    ends = sum(line.end_cents for line in bridge.lines())
    assert ends == sum(plain_yearly(plain.events(key, company.today)) for key in plain.documents)
