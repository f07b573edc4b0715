"""What the day holds for one user, on both engines."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import update

from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.clock import AsOfClock
from cockpit.domain.ids import new_id
from cockpit.domain.morning import DayResult, Morning, MorningKind
from cockpit.domain.vocabulary import (
    AppointmentKind,
    LifecycleStatus,
    ObjectionState,
    OrderKind,
    Trend,
)
from cockpit.services.morning import MorningService
from models import CustomerMetric
from tests.integration.data.conftest import NOW, World, customer

TODAY = NOW.date()
DAY = timedelta(days=1)
ZONE = AsOfClock(TODAY).zone
KINDS = MorningKind


class MorningClock:
    """A clock that stands on the tests' day."""

    zone = ZONE
    known_at = None

    def now(self) -> datetime:
        return NOW

    def today(self) -> date:
        return TODAY


def read(world: World) -> Morning:
    return MorningService(world.database, MorningClock(), world.user).read()


def local(day: date, hour: int = 0) -> datetime:
    return datetime.combine(day, time(hour), tzinfo=ZONE).astimezone(UTC)


@pytest.fixture
def clients(world: World) -> list[UUID]:
    """Six customers who were judged today, at risk since long ago."""
    keys = sorted(new_id() for _ in range(6))
    world.load_more(customers=[customer(key, str(place)) for place, key in enumerate(keys)])
    world.load_more(customer_metrics=[metric(key, at_risk_cents=1_000) for key in keys])
    return keys


def metric(key: UUID, **changes: Any) -> dict[str, Any]:
    status = LifecycleStatus.AT_RISK
    row = {"customer_id": key, "status": status, "own_status": status, "fixed_status": status,
           "status_since_on": TODAY - 90 * DAY, "trend": Trend.FLAT, "computed_for_on": TODAY,
           "engine": "test"}  # fmt: skip
    return row | changes


def judge(world: World, key: UUID, **changes: Any) -> None:
    with world.engines.writing() as connection:
        chosen = CustomerMetric.customer_id == key
        connection.execute(update(CustomerMetric).where(chosen).values(**changes))


def plan(world: World, key: UUID, due: datetime, **changes: Any) -> None:
    draft = AppointmentDraft(due, has_time=True, **changes)
    with world.database.write() as unit:
        unit.agenda.set_next_contact(key, draft, user=world.user, contact_id=None, at=NOW)
        unit.changed(customer_ids=[])


def test_an_empty_database_has_an_empty_page(world: World) -> None:
    page = read(world)
    assert [one.kind for one in page.figures] == list(MorningKind)
    assert not page.has_anything
    assert page.is_judged  # there is nobody to wait for
    assert page.since_on == TODAY - DAY


def test_a_company_whose_customers_were_never_judged_waits_for_it(world: World) -> None:
    world.load_more(customers=[customer(new_id(), "1")])
    assert not read(world).is_judged


def test_promises_are_told_by_day_and_only_to_whom_they_concern(
    world: World, clients: list[UUID]
) -> None:
    other = world.colleague()
    plan(world, clients[0], local(TODAY - DAY, 23))
    plan(world, clients[1], local(TODAY))
    plan(world, clients[2], local(TODAY, 23))
    plan(world, clients[3], local(TODAY + DAY))
    plan(other, clients[4], local(TODAY, 10), kind=AppointmentKind.MY_CALLBACK)
    plan(other, clients[5], local(TODAY, 10), kind=AppointmentKind.TEAM_CALLBACK)
    page = read(world)
    assert page.figure(KINDS.OVERDUE).customer_ids == (clients[0],)
    assert set(page.figure(KINDS.TODAY).customer_ids) == {clients[1], clients[2], clients[5]}
    assert page.figure(KINDS.TODAY).own_count == 2
    assert page.figure(KINDS.TODAY).cents == 3_000
    assert not page.figure(KINDS.REQUESTS).count


def test_requests_are_told_once_their_deadline_falls_into_the_day(
    world: World, clients: list[UUID]
) -> None:
    follow_up = {"kind": AppointmentKind.FOLLOW_UP}
    plan(world, clients[0], local(TODAY + DAY, 9), deadline=local(TODAY, 17), **follow_up)
    plan(world, clients[1], local(TODAY + DAY, 9), deadline=local(TODAY - DAY, 9), **follow_up)
    plan(world, clients[2], local(TODAY + DAY, 9), deadline=local(TODAY + DAY, 9), **follow_up)
    page = read(world)
    assert set(page.figure(KINDS.REQUESTS).customer_ids) == set(clients[:2])
    assert not page.figure(KINDS.TODAY).count


def test_changes_are_told_since_the_user_s_last_day(world: World, clients: list[UUID]) -> None:
    world.log(world.draft(clients[0], occurred_at=local(TODAY - 3 * DAY, 10)))
    for place, days in enumerate((4, 3, 2, 0)):
        judge(world, clients[place], status_since_on=TODAY - days * DAY)
    judge(world, clients[4], status=LifecycleStatus.INACTIVE, status_since_on=TODAY,
          at_risk_cents=70)  # fmt: skip
    page = read(world)
    assert page.since_on == TODAY - 3 * DAY
    assert page.figure(KINDS.AT_RISK).customer_ids == (clients[2], clients[3])
    assert page.figure(KINDS.INACTIVE).cents == 70
    assert not page.is_own_portfolio


def test_a_start_of_work_without_contacts_counts_as_a_day(
    world: World, clients: list[UUID]
) -> None:
    world.log(world.draft(clients[0], occurred_at=local(TODAY - 9 * DAY, 10)))
    started = {"user_id": world.user.user_id, "started_at": local(TODAY - 2 * DAY, 8)}
    world.load_more(work_sessions=[started, started | {"started_at": local(TODAY, 8)}])
    page = read(world)
    assert page.since_on == TODAY - 2 * DAY
    assert page.result is None


def test_the_first_judgement_of_all_is_no_change(world: World, clients: list[UUID]) -> None:
    for key in clients:
        judge(world, key, status_since_on=TODAY)
    assert not read(world).figure(KINDS.AT_RISK).count


def test_nobody_left_before_the_day_is_judged(world: World, clients: list[UUID]) -> None:
    judge(world, clients[0], status_since_on=TODAY)
    assert read(world).figure(KINDS.AT_RISK).count == 1
    judge(world, clients[1], computed_for_on=TODAY - DAY)
    page = read(world)
    assert not page.is_judged
    assert not page.figure(KINDS.AT_RISK).count


def test_who_has_a_portfolio_is_told_of_their_own(world: World, clients: list[UUID]) -> None:
    world.update("customers", clients[0], owner_id=world.user.user_id)
    for key in clients[:2]:
        judge(world, key, status_since_on=TODAY)
    kind = new_id()
    world.load_more(objection_kinds=[{"id": kind, "code": "P", "name": "Preço"}])
    world.load_more(
        objections=[
            {"customer_id": key, "kind_id": kind, "opened_at": NOW, "woken_at": NOW,
             "state": ObjectionState.OPEN}
            for key in (clients[0], clients[0], clients[1])
        ]
    )  # fmt: skip
    page = read(world)
    assert page.is_own_portfolio
    assert page.figure(KINDS.AT_RISK).customer_ids == (clients[0],)
    assert page.figure(KINDS.WOKEN).customer_ids == (clients[0],)
    others = read(world.colleague())
    assert not others.is_own_portfolio
    assert others.figure(KINDS.WOKEN).count == 2


def test_the_last_day_s_results_are_the_user_s_own(world: World, clients: list[UUID]) -> None:
    company, day = new_id(), TODAY - 3 * DAY
    world.load_more(companies=[{"id": company, "code": "1", "name": "Matriz"}])
    world.load_more(
        orders=[
            {"company_id": company, "customer_id": key, "number": str(number), "net_cents": cents,
             "kind": kind, "ordered_on": on}
            for number, (key, cents, kind, on) in enumerate(
                (
                    (clients[0], 500, OrderKind.SALE, day),
                    (clients[0], 40, OrderKind.RETURN, day),
                    (clients[0], 9_000, OrderKind.SALE, day - DAY),
                    (clients[1], 7_000, OrderKind.SALE, day),
                )
            )
        ]
    )  # fmt: skip
    sale = next(one for one in world.outcomes.values() if one.effect.value == "sale")
    wrong = world.draft(clients[2], occurred_at=local(day, 9))
    world.log(wrong)
    world.log(world.draft(clients[0], occurred_at=local(day, 10), outcome=sale))
    right = world.draft(clients[2], occurred_at=local(day, 9), amends_id=wrong.contact_id)
    world.log(right)
    world.log(world.draft(clients[3], occurred_at=local(day, 23)))
    other = world.colleague()
    other.log(other.draft(clients[1], occurred_at=local(day, 11), outcome=sale))
    assert read(world).result == DayResult(day, contacts=3, reached=1, sales=1, sold_cents=500)


def test_today_s_work_is_no_former_day(world: World, clients: list[UUID]) -> None:
    world.log(world.draft(clients[0], occurred_at=local(TODAY)))
    page = read(world)
    assert page.result is None
    assert page.since_on == TODAY - DAY
