"""The wall reads who does what now, whose callbacks are due, and moves customers; both engines."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.errors import ForbiddenError
from cockpit.domain.ids import new_id
from cockpit.domain.rebalance import Move
from cockpit.domain.vocabulary import AppointmentKind, BreakKind, Role
from cockpit.domain.wall import Callbacks, Presence, Wall
from cockpit.services.queue import QueueService
from cockpit.services.wall import WallService
from cockpit.services.work_list import WorkListService
from cockpit.services.working_day import WorkingDayService
from models import Base
from tests.integration.data.conftest import NOW, World, customer
from tests.support.queues import MovableClock, callable_customers, run_out

HOUR = timedelta(hours=1)


class Office:
    """Ana supervises Beatriz and Caio; Dora is in another team."""

    def __init__(self, world: World) -> None:
        self.clock = MovableClock(NOW)
        self.world = world
        self.people = {name: world.colleague(name) for name in ("beatriz", "caio", "dora")}
        self.north, self.south = new_id(), new_id()
        world.load_more(
            teams=[
                {"id": self.north, "name": "Norte", "supervisor_id": world.user.user_id},
                {"id": self.south, "name": "Sul"},
            ]
        )
        for name, team in (("beatriz", self.north), ("caio", self.north), ("dora", self.south)):
            user = self.people[name].user
            world.update("users", user.user_id, team_id=team, role=Role.OPERATOR)

    def key(self, name: str) -> UUID:
        return self.people[name].user.user_id

    def wall_service(self, role: Role = Role.MANAGER) -> WallService:
        return WallService(self.world.database, self.clock, replace(self.world.user, role=role))

    def wall(self, role: Role = Role.MANAGER) -> Wall:
        return self.wall_service(role).now(None)

    def presence(self, name: str, wall: Wall | None = None) -> Presence:
        people = (wall or self.wall()).people
        return next(one.presence for one in people if one.colleague.user_id == self.key(name))

    def days(self, name: str) -> WorkingDayService:
        one = self.people[name]
        return WorkingDayService(one.database, self.clock, one.user)

    def queue(self, name: str) -> QueueService:
        one = self.people[name]
        return QueueService(one.database, self.clock, one.user)

    def customers(self, count: int, owner: UUID | None = None) -> list[UUID]:
        keys, rows = callable_customers(count, owner_id=owner)
        for row in rows["customers"]:
            row["code"] = f"{row['id']}"
        self.world.load_more(**rows)
        return keys


@pytest.fixture
def office(world: World) -> Office:
    return Office(world)


def test_everybody_is_shown_as_they_are(office: Office) -> None:
    keys = office.customers(2)
    office.days("beatriz").begin()
    office.days("caio").pause(BreakKind.MEAL)
    office.queue("dora").take(keys[0], reason="combinado")

    wall = office.wall()

    assert office.presence("beatriz", wall) is Presence.FREE
    assert office.presence("caio", wall) is Presence.ON_BREAK
    dora = next(one for one in wall.people if one.colleague.user_id == office.key("dora"))
    assert dora.presence is Presence.CALLING
    assert dora.customer.startswith("Parafusos 0")
    assert dora.sign.since is not None
    assert abs(dora.sign.since - NOW) < timedelta(minutes=1)


def test_a_program_that_fell_silent_and_a_claim_that_ran_out_are_gone(office: Office) -> None:
    keys = office.customers(1)
    office.days("beatriz").begin()
    office.days("caio").pause(BreakKind.REST)
    office.queue("dora").take(keys[0], reason="combinado")

    run_out(office.world.engines, keys[0])
    sessions = Base.metadata.tables["work_sessions"]
    with office.world.engines.writing() as connection:
        for name, silence in (("beatriz", 6), ("caio", 60)):
            present = datetime.now(UTC) if connection.dialect.name == "postgresql" else NOW
            seen = began = present - timedelta(minutes=silence)
            changed = sessions.update().where(sessions.c.user_id == office.key(name))
            connection.execute(changed.values(seen_at=seen, started_at=began))

    assert office.presence("beatriz") is Presence.AWAY
    assert office.presence("caio") is Presence.ON_BREAK  # a break outlasts silence
    assert office.presence("dora") is Presence.AWAY


def test_supervisors_see_their_own_teams_and_managers_all(office: Office) -> None:
    names = {one.colleague.name for one in office.wall(Role.SUPERVISOR).people}
    assert names == {"beatriz", "caio"}
    assert {one.name for one in office.wall(Role.SUPERVISOR).teams} == {"Norte"}
    assert {one.colleague.name for one in office.wall().people} == {"beatriz", "caio", "dora"}


def test_operators_have_no_wall(office: Office) -> None:
    with pytest.raises(ForbiddenError):
        office.wall(Role.OPERATOR)
    with pytest.raises(ForbiddenError):
        office.wall_service(Role.OPERATOR).portfolios()
    with pytest.raises(ForbiddenError):
        office.wall_service(Role.OPERATOR).move(Move(None, office.key("caio"), ()))


def test_callbacks_count_for_who_is_to_call(office: Office) -> None:
    own, shared, others = (
        office.customers(2, office.key("beatriz")), office.customers(1), office.customers(1)
    )  # fmt: skip
    due = ((own[0], -HOUR), (own[1], HOUR), (shared[0], -HOUR), (others[0], timedelta(days=3)))
    with office.world.database.write() as unit:
        for key, after in due:
            draft = AppointmentDraft(NOW + after, True, AppointmentKind.TEAM_CALLBACK)
            unit.agenda.set_next_contact(
                key, draft, user=office.world.user, contact_id=None, at=NOW - 2 * HOUR
            )

    teams = {one.name: one.callbacks for one in office.wall().teams}

    total = teams["Norte"] + teams["Sul"] + teams.get("", Callbacks())
    assert total.later == 1
    assert total.due >= 1


def test_moving_changes_only_whom_nobody_moved_meanwhile_and_is_taken_back(
    office: Office,
) -> None:
    beatriz, caio, dora = (office.key(name) for name in ("beatriz", "caio", "dora"))
    keys = office.customers(5, beatriz)
    service = office.wall_service()
    office.world.update("customers", keys[0], owner_id=dora)

    moved = service.move(Move(beatriz, caio, tuple(keys)))

    held = {one.customer_id: one.owner_id for one in service.portfolios().holdings}
    assert len(moved) == 4
    assert [held[key] for key in keys] == [dora, caio, caio, caio, caio]
    office.world.update("customers", keys[1], owner_id=dora)
    listing = WorkListService(
        type("States", (), {"database": office.world.database, "clock": office.clock}),  # type: ignore[arg-type]
        replace(office.world.user, role=Role.MANAGER),
        lambda: None,  # type: ignore[arg-type, return-value]
    )
    assert listing.take_back(moved) == 3
    held = {one.customer_id: one.owner_id for one in service.portfolios().holdings}
    assert [held[key] for key in keys] == [dora, dora, beatriz, beatriz, beatriz]


def test_supervisors_move_customers_between_their_own_people_alone(office: Office) -> None:
    beatriz, caio, dora = (office.key(name) for name in ("beatriz", "caio", "dora"))
    keys = office.customers(2, beatriz)
    service = office.wall_service(Role.SUPERVISOR)

    with pytest.raises(ForbiddenError):
        service.move(Move(beatriz, dora, tuple(keys)))

    assert len(service.move(Move(beatriz, caio, tuple(keys)))) == 2
    assert len(service.move(Move(caio, None, tuple(keys)))) == 2


def test_whoever_is_called_or_waits_for_a_personal_callback_stays(office: Office) -> None:
    keys = office.customers(3, office.key("beatriz"))
    office.queue("beatriz").take(keys[0], reason="combinado")
    beatriz = office.people["beatriz"]
    draft = AppointmentDraft(NOW + HOUR, True, AppointmentKind.MY_CALLBACK)
    with beatriz.database.write() as unit:
        unit.agenda.set_next_contact(keys[1], draft, user=beatriz.user, contact_id=None, at=NOW)

    held = {one.customer_id: one for one in office.wall_service().portfolios().holdings}

    assert [held[key].is_bound for key in keys] == [True, True, False]


def test_whoever_owns_customers_without_a_program_has_a_portfolio_and_no_line(
    office: Office,
) -> None:
    seller = new_id()
    office.world.load_more(
        users=[{"id": seller, "login": "erp:7", "name": "Representante", "role": Role.OPERATOR}]
    )
    office.world.load_more(customers=[customer(new_id(), "99", owner_id=seller)])

    known = office.wall_service().portfolios()

    assert seller in {one.user_id for one in known.owners}
    assert seller not in {one.colleague.user_id for one in office.wall().people}
