"""Reactivation by everybody's own login: who sees whose figures, and who closes a month."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, time
from threading import Barrier
from uuid import UUID

import pytest
from sqlalchemy import insert, select, text
from sqlalchemy.exc import DBAPIError

from cockpit.analytics.analyst import KGridAnalyst
from cockpit.analytics.engine import KGridEngine
from cockpit.app.late_parts import load_crediting
from cockpit.data.bulk_loader import _insert as insert_rows
from cockpit.data.repositories.frozen_periods import SqlFrozenPeriodRepository
from cockpit.domain.errors import ConflictError, ForbiddenError
from cockpit.domain.ids import new_id
from cockpit.domain.indicators import Cut, Question
from cockpit.domain.periods import Period, month_of
from cockpit.domain.reactivation import FrozenPeriod
from cockpit.domain.vocabulary import Channel, LifecycleStatus, OrderKind, Role
from cockpit.services.crediting import CreditReader
from cockpit.services.cycle_state import CycleStates
from cockpit.services.frozen_periods import FrozenPeriodService
from cockpit.services.reactivation import ReactivationService
from models import Base, Company, Customer, Order, Outcome, Team
from tests.support.plain_reactivation import ZONE
from tests.support.queues import MovableClock
from tests.support.team import Person, TeamDatabase

MARCH = month_of(date(2026, 3, 1))
TODAY = MovableClock(datetime(2026, 4, 3, 12, tzinfo=ZONE))


def services(person: Person) -> tuple[ReactivationService, FrozenPeriodService]:
    states = CycleStates(person.database, KGridEngine(zone=ZONE), KGridAnalyst, TODAY)
    parts = person.database, CreditReader(states, load_crediting), person.user
    return ReactivationService(*parts), FrozenPeriodService(*parts)


@pytest.fixture
def people(team_database: TeamDatabase) -> dict[str, Person]:
    """A manager, a supervisor of the north with Ana, and Bia in the south."""
    team = team_database
    carla = team.join("carla", Role.SUPERVISOR)
    north, south = team.team("norte", supervisor=carla.user.user_id), team.team("sul")
    found = {
        "carla": carla,
        "ana": team.join("ana", Role.OPERATOR, team=north),
        "bia": team.join("bia", Role.OPERATOR, team=south),
        "dora": team.join("dora", Role.MANAGER),
    }
    for number, login in enumerate(("ana", "bia"), start=1):
        add_return(team, found[login].user.user_id, number, 10_000 * number)
    return found


def add_return(team: TeamDatabase, user_id: UUID, number: int, cents: int) -> None:
    """Let somebody win a silent customer of their portfolio back."""
    customer_id = new_id()
    with team.superuser.begin() as connection:
        outcome = connection.execute(select(Outcome.id).where(Outcome.code == "no_decision"))
        company_id = new_id()
        connection.execute(insert(Company).values(id=company_id, code=str(number), name="Prova"))
        customer = {"id": customer_id, "company_id": company_id,
                    "code": str(number), "legal_name": f"Cliente {number}",
                    "owner_id": user_id}  # fmt: skip
        connection.execute(insert(Customer).values(**customer))
        connection.execute(
            insert(Order).values(
                company_id=company_id,
customer_id=customer_id, number=str(number), kind=OrderKind.SALE,
                                 ordered_on=date(2026, 3, 12), net_cents=cents)
        )  # fmt: skip
        at = datetime.combine(date(2026, 3, 10), time(10), tzinfo=ZONE)
        row = {
            "id": new_id(), "customer_id": customer_id, "user_id": user_id,
            "device_id": UUID(int=70 + number), "device_seq": 1, "occurred_at": at,
            "recorded_at": at, "stored_at": at, "channel": Channel.PHONE,
            "outcome_id": outcome.scalar_one(), "status_at_contact": LifecycleStatus.INACTIVE,
        }  # fmt: skip
        insert_rows(connection, Base.metadata.tables["contacts"], [row])


def told(person: Person) -> dict[str, int]:
    report = services(person)[0].report(Question(MARCH, cut=Cut.OPERATOR))
    assert sum(one.totals.cents for one in report.cuts) == report.totals.cents
    return {one.cut.name: one.totals.cents for one in report.cuts}


def test_everybody_sees_their_own_and_those_they_answer_for(people: dict[str, Person]) -> None:
    def all_told() -> dict[str, dict[str, int]]:
        return {login: told(person) for login, person in people.items()}

    expected = {
        "dora": {"Ana": 10_000, "Bia": 20_000},
        "carla": {"Ana": 10_000},
        "ana": {"Ana": 10_000},
        "bia": {"Bia": 20_000},
    }
    assert all_told() == expected
    services(people["dora"])[1].close(MARCH)
    assert all_told() == expected
    later = services(people["carla"])[0].report(Question(month_of(date(2026, 4, 1))))
    assert later.adjustments == ()


def test_managers_close_and_nobody_else_and_nobody_changes_it(
    people: dict[str, Person], team_database: TeamDatabase
) -> None:
    for login in ("ana", "carla"):
        with pytest.raises(ForbiddenError):
            services(people[login])[1].close(MARCH)
    services(people["dora"])[1].close(MARCH)
    assert services(people["dora"])[1].check(MARCH).is_equal
    assert [one.totals.cents for one in services(people["carla"])[1].closings()] == [10_000]
    with pytest.raises(ForbiddenError):
        services(people["ana"])[1].closings()
    for login in ("ana", "carla"):
        with pytest.raises(ForbiddenError):
            services(people[login])[1].check(MARCH)
    for login, deed in (
        ("ana", "SELECT * FROM frozen_periods"),
        ("carla", "INSERT INTO frozen_periods SELECT * FROM frozen_periods"),
        ("dora", "UPDATE frozen_periods SET frozen_at = now()"),
        ("dora", "DELETE FROM frozen_periods"),
    ):
        with people[login].engines.writing() as connection, pytest.raises(DBAPIError):
            connection.execute(text(deed))
    with team_database.superuser.connect() as connection:
        deeds = connection.execute(text("SELECT action FROM audit_events")).scalars().all()
        assert "period_closed" in deeds
        assert connection.execute(select(Team.name)).first() is not None


def test_of_two_first_closings_at_once_one_is_told_so(
    people: dict[str, Person], team_database: TeamDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is closed yet, and each has another month in mind: there must be no gap."""
    eva = team_database.join("eva", Role.MANAGER)
    january, both_are_ready = month_of(date(2026, 1, 1)), Barrier(2, timeout=20)
    add = SqlFrozenPeriodRepository.add

    def add_together(self: SqlFrozenPeriodRepository, frozen: FrozenPeriod) -> None:
        both_are_ready.wait()
        add(self, frozen)

    monkeypatch.setattr(SqlFrozenPeriodRepository, "add", add_together)

    def close(person: Person, month: Period) -> str:
        try:
            services(person)[1].close(month)
        except ConflictError as error:
            return error.message.key
        return "closed"

    with ThreadPoolExecutor(2) as pool:
        said = list(pool.map(close, (people["dora"], eva), (MARCH, january)))
    # March first leaves January out, and January first leaves February open before March.
    assert sorted(said) == ["closed", "error.period_closed_already"]
    assert len(services(eva)[1].closings()) == 1
