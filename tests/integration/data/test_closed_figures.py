"""Whatever is changed after a closing: the closed figures stay, and are worked out equal anew."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cockpit.app.session import Session
from cockpit.domain.cycle_policy import EVERYBODY, PolicyKind
from cockpit.domain.ids import new_id
from cockpit.domain.indicators import Cut, Question
from cockpit.domain.periods import month_of
from cockpit.domain.vocabulary import LifecycleStatus, Role
from models import Base
from tests.support.import_files import Line
from tests.support.working_company import CUSTOMERS, Company, Live

MARCH = month_of(date(2025, 3, 1))
CLOSING, CHANGED, LATER = date(2025, 4, 3), date(2025, 4, 10), date(2025, 4, 30)
CUTS = (Cut.OPERATOR, Cut.SELLER, Cut.SEGMENT, Cut.CHANNEL, Cut.CAMPAIGN)


def change(session: Session, table: str, **values: Any) -> None:
    """Change all rows of a table."""
    with session.store.engines.writing() as connection:
        connection.execute(Base.metadata.tables[table].update().values(values))


def publish_another_policy(session: Session) -> None:
    rule = session.policies.basis(EVERYBODY)
    fixed = replace(
        rule, kind=PolicyKind.FIXED_DAYS, fixed_at_risk_days=300, fixed_inactive_days=600
    )
    session.policies.publish(EVERYBODY, fixed, "quase ninguém é inativo")
    session.metrics.refresh()


def move_everybody_s_portfolio(session: Session) -> None:
    seller = new_id()
    with session.store.engines.writing() as connection:
        users = Base.metadata.tables["users"]
        now = session.clock.now()
        connection.execute(
            users.insert().values(
                id=seller, login="nova", name="Nova", role=Role.OPERATOR, created_at=now,
                updated_at=now,
            )
        )  # fmt: skip
    change(session, "customers", owner_id=seller)


def take_everybody_s_segment(session: Session) -> None:
    change(session, "customers", segment_id=None, region_id=None)


def offer_no_outcome_any_more(session: Session) -> None:
    change(session, "outcomes", is_active=False)


def block_everybody(session: Session) -> None:
    change(session, "customers", is_blocked=True)


def forget_who_they_were(session: Session) -> None:
    """Leave what an erased customer leaves: orders and contacts of nobody."""
    change(session, "customers", legal_name="Titular removido", trade_name=None, tax_id=None)


CHANGES: list[Callable[[Session], None]] = [
    publish_another_policy,
    move_everybody_s_portfolio,
    take_everybody_s_segment,
    offer_no_outcome_any_more,
    block_everybody,
    forget_who_they_were,
]


def said(session: Live | Session, **more: Any) -> list[Any]:
    """Return the totals of March, and those of every part by each cut."""
    found: list[Any] = []
    for cut in CUTS:
        report = session.reactivation.report(Question(MARCH, cut=cut, **more))
        found.append(report.totals)
        found.append([(one.cut, one.totals) for one in report.cuts])
        found.append([(one.customer_id, one.orders, one.cents) for one in report.clients])
    return found


@pytest.fixture
def company(program_url: str, tmp_path: Path) -> Company:
    company = Company(program_url, tmp_path)
    old = [Line(number, number, date(2024, 6, 1)) for number in CUSTOMERS]
    company.take(date(2025, 1, 2), *old)
    for number, status in enumerate((LifecycleStatus.INACTIVE, LifecycleStatus.LOST) * 2, start=1):
        company.contact(number, date(2025, 3, 9 + number), status=status)
    company.take(
        date(2025, 4, 2),
        Line(201, 1, date(2025, 3, 14), 50_000),
        Line(202, 2, date(2025, 3, 20), 30_001),
        Line(203, 3, date(2025, 3, 21), 70_002),
        Line(204, 5, date(2025, 3, 22), 11_100),
    )
    with company.live(CLOSING) as session:
        session.frozen_periods.close(MARCH)
    return company


def test_what_changes_after_a_closing_changes_no_closed_figure(company: Company) -> None:
    with company.live(CLOSING) as session:
        then = said(session)
        assert then[0].cents == 150_003
    for make in CHANGES:
        with company.on(CHANGED) as session:
            make(session)
        with company.live(LATER) as session:
            assert said(session) == then, make.__name__
            assert session.frozen_periods.check(MARCH).is_equal, make.__name__
            assert session.reactivation.report(Question(MARCH)).later == (), make.__name__
            as_then = session.reactivation.report(Question(MARCH, known_on=CLOSING))
            assert as_then.totals == then[0], make.__name__
        with company.on(CLOSING) as session:
            assert session.reactivation.report(Question(MARCH)).totals == then[0], make.__name__
    with company.on(CHANGED) as session:
        change(session, "outcomes", is_active=True)  # or nobody could log what comes late
    company.contact(5, date(2025, 3, 20), stored_on=CHANGED)
    company.take(CHANGED, Line(205, 2, date(2025, 3, 25), 4_000))
    with company.live(LATER) as session:
        assert said(session) == then
        report = session.reactivation.report(Question(MARCH))
        assert sorted(one.cents for one in report.later) == [4_000, 11_100]
        with session.database.read() as unit:
            known = session.reactivation.reader.credited(unit, MARCH)
        assert sum(one.cents for one in known) == 150_003 + 4_000 + 11_100
