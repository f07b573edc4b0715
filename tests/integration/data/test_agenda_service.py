"""The agenda on a real database: looking, moving, taking back, spreading."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text

from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.agenda_view import AgendaItem, AgendaOwner, NewNote, NewTime, Scope
from cockpit.domain.errors import BadInputError, ForbiddenError
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import (
    AppointmentEventKind,
    AppointmentKind,
    ContactGoal,
    Role,
    SettingScope,
)
from cockpit.services.agenda import AgendaService
from tests.integration.data.conftest import NOW, World, customer
from tests.support.queues import MovableClock

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
MONDAY = date(2026, 3, 16)
EVERYBODY = AgendaOwner(Scope.ALL, "", None)


def service(world: World, role: Role = Role.OPERATOR) -> AgendaService:
    return AgendaService(world.database, MovableClock(NOW), replace(world.user, role=role))


def mine(world: World) -> AgendaOwner:
    return AgendaOwner(Scope.MINE, "", frozenset({world.user.user_id}))


def customers(world: World, count: int, letter: str = "c", **changes: Any) -> list[UUID]:
    keys = [new_id() for _ in range(count)]
    values = {"city": "São Paulo", "state": "SP", **changes}
    world.load_more(
        customers=[customer(key, f"{letter}{number}", **values) for number, key in enumerate(keys)]
    )
    return keys


def schedule(
    world: World, customer_id: UUID, due_at: datetime, *, has_time: bool = True, **changes: Any
) -> UUID:
    draft = AppointmentDraft(due_at, has_time, **changes)
    with world.database.write() as unit:
        return unit.agenda.set_next_contact(
            customer_id, draft, user=world.user, contact_id=None, at=NOW
        )


def shown(agenda: AgendaService, owner: AgendaOwner, days: int = 7) -> tuple[AgendaItem, ...]:
    return agenda.days(MONDAY, MONDAY + DAY * (days - 1), owner).items


def armed(world: World, at: datetime) -> list[UUID]:
    with world.database.read() as unit:
        return [one.customer_id for one in unit.reminders.waiting(user=world.user, at=at)]


def midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 3, tzinfo=UTC)


def test_whole_days_stand_at_their_start(world: World) -> None:
    late, whole, early = customers(world, 3)
    schedule(world, late, NOW + 5 * HOUR)
    schedule(world, early, NOW + HOUR)
    schedule(world, whole, midnight(MONDAY), has_time=False)
    page = service(world).days(MONDAY, MONDAY, mine(world))
    assert [one.customer_id for one in page.items] == [whole, early, late]
    assert (page.total, page.overdue) == (3, 0)


def test_counts_follow_the_local_day(world: World) -> None:
    first, second = customers(world, 2)
    schedule(world, first, datetime(2026, 3, 17, 2, 59, tzinfo=UTC))
    schedule(world, second, datetime(2026, 3, 17, 3, 0, tzinfo=UTC))
    days = service(world).loads(MONDAY, MONDAY + DAY, mine(world)).days
    assert [(one.day, one.count) for one in days] == [(MONDAY, 1), (MONDAY + DAY, 1)]


def test_days_off_hold_nothing_and_the_capacity_is_the_companys(world: World) -> None:
    agenda = service(world, Role.SUPERVISOR)
    agenda.set_capacity(40)
    team = AgendaOwner(Scope.TEAM, "", frozenset({world.user.user_id}), heads=3)
    days = agenda.loads(date(2026, 4, 2), date(2026, 4, 6), team).days
    assert [one.capacity for one in days] == [120, 0, 0, 0, 120]  # Good Friday, weekend
    with pytest.raises(ForbiddenError):
        service(world).set_capacity(10)
    with pytest.raises(BadInputError):
        agenda.set_capacity(0)
    with world.database.read() as unit:
        assert unit.settings.get(SettingScope.COMPANY, None, "agenda.capacity") == 40


def test_overdue_is_past_its_time_or_its_day(world: World) -> None:
    timed, whole, today, later = customers(world, 4)
    schedule(world, timed, NOW - HOUR)
    schedule(world, whole, midnight(MONDAY - DAY), has_time=False)
    schedule(world, today, midnight(MONDAY), has_time=False)
    schedule(world, later, NOW + HOUR)
    page = service(world).overdue(mine(world))
    assert [one.customer_id for one in page.items] == [whole, timed]
    assert page.overdue == 2


def test_who_answers_is_who_calls_else_the_portfolio(world: World) -> None:
    bia = world.colleague()
    anyones = {"kind": AppointmentKind.TEAM_CALLBACK}
    own, portfolio, nobodys = (
        customers(world, 1)[0],
        customers(world, 1, "p", owner_id=bia.user.user_id)[0],
        customers(world, 1, "n")[0],
    )
    schedule(world, own, NOW + HOUR)
    schedule(world, portfolio, NOW + 2 * HOUR, **anyones)
    schedule(world, nobodys, NOW + 3 * HOUR, **anyones)
    agenda = service(world)
    assert [one.customer_id for one in shown(agenda, mine(world))] == [own, nobodys]
    assert [one.customer_id for one in shown(agenda, mine(bia))] == [portfolio]
    assert agenda.loads(MONDAY, MONDAY, mine(bia)).total == 1
    assert len(shown(agenda, EVERYBODY)) == 3


def test_an_operator_looks_at_their_team_a_supervisor_at_everybody(world: World) -> None:
    bia, duda = world.colleague("beatriz"), world.colleague("duda")
    north, south = new_id(), new_id()
    world.load_more(teams=[{"id": north, "name": "Norte"}, {"id": south, "name": "Sul"}])
    for one, team in ((world, north), (bia, north), (duda, south)):
        world.update("users", one.user.user_id, team_id=team)
    seen = service(world).owners()
    assert [(one.scope, one.name) for one in seen[:2]] == [
        (Scope.MINE, world.user.name),
        (Scope.TEAM, "Norte"),
    ]
    assert [one.name for one in seen[2:]] == [bia.user.name]
    assert seen[1].heads == 2
    agenda = service(world)
    for users in (None, {duda.user.user_id}, {bia.user.user_id, duda.user.user_id}):
        chosen = None if users is None else frozenset(users)
        others = AgendaOwner(Scope.PERSON, "", chosen)
        for look in (agenda.days, agenda.loads):
            with pytest.raises(ForbiddenError):
                look(MONDAY, MONDAY, others)
        with pytest.raises(ForbiddenError):
            agenda.overdue(others)
    assert service(world).days(MONDAY, MONDAY, seen[1]).total == 0
    everybody = service(world, Role.SUPERVISOR).owners()
    assert {one.name for one in everybody if one.scope is Scope.TEAM} == {"Norte", "Sul"}
    assert Scope.ALL in {one.scope for one in everybody}


def test_a_colleagues_own_callback_shows_no_note_and_stays_theirs(world: World, acme: UUID) -> None:
    key = schedule(world, acme, NOW + HOUR, note="Segredo")
    bia = world.colleague()
    (item,) = shown(service(bia), EVERYBODY)
    assert (item.note, item.owner) == ("", world.user.name)
    later = NewTime(key, NOW + DAY, has_time=True)
    for change in (
        lambda: service(bia).move([later]),
        lambda: service(bia).finish([key]),
        lambda: service(bia).note(NewNote(key, "x")),
        lambda: service(bia).set_next(acme, AppointmentDraft(NOW + DAY, has_time=True)),
    ):
        with pytest.raises(ForbiddenError):
            change()
    assert shown(service(world), mine(world))[0].due_at == NOW + HOUR


def test_moving_keeps_whose_it_is_and_everything_else(world: World, acme: UUID) -> None:
    key = schedule(
        world,
        acme,
        NOW + HOUR,
        note="Levar amostra",
        lead=timedelta(minutes=15),
        goal=ContactGoal.DECIDE,
        deadline=NOW + 2 * DAY,
    )
    boss = world.colleague("chefe")
    change = service(boss, Role.SUPERVISOR).move([NewTime(key, NOW + DAY, has_time=True)])
    assert len(change) == 1
    (item,) = shown(service(world), mine(world))
    assert (item.due_at, item.note, item.goal) == (NOW + DAY, "Levar amostra", ContactGoal.DECIDE)
    assert (item.lead_minutes, item.deadline) == (15, NOW + 2 * DAY)
    assert item.owner_id == world.user.user_id
    assert armed(world, NOW + 23 * HOUR) == []
    assert armed(world, NOW + DAY - timedelta(minutes=15)) == [acme]
    assert armed(boss, NOW + 2 * DAY) == []


def test_a_move_can_be_taken_back_with_its_reminder(world: World, acme: UUID) -> None:
    key = schedule(world, acme, NOW + HOUR, note="Levar amostra")
    agenda = service(world)
    change = agenda.move([NewTime(key, midnight(MONDAY + DAY), has_time=False)])
    assert armed(world, NOW + HOUR) == []
    assert agenda.take_back(change) == 1
    (item,) = shown(agenda, mine(world))
    assert (item.due_at, item.has_time, item.note) == (NOW + HOUR, True, "Levar amostra")
    assert armed(world, NOW + HOUR) == [acme]
    assert agenda.take_back(change) == 0


def test_another_note_keeps_the_reminder_also_when_taken_back(world: World, acme: UUID) -> None:
    key = schedule(world, acme, NOW + HOUR, note="Antes")
    agenda = service(world)
    change = agenda.note(NewNote(key, "Depois"))
    assert shown(agenda, mine(world))[0].note == "Depois"
    assert armed(world, NOW + HOUR) == [acme]
    agenda.take_back(change)
    assert shown(agenda, mine(world))[0].note == "Antes"
    assert armed(world, NOW + HOUR) == [acme]
    agenda.finish([key])
    assert armed(world, NOW + HOUR) == []


def test_done_can_be_taken_back_with_its_reminder(world: World, acme: UUID) -> None:
    key = schedule(world, acme, NOW + HOUR)
    agenda = service(world)
    change = agenda.finish([key])
    assert shown(agenda, mine(world)) == ()
    assert armed(world, NOW + HOUR) == []
    assert agenda.take_back(change) == 1
    assert [one.appointment_id for one in shown(agenda, mine(world))] == [key]
    assert armed(world, NOW + HOUR) == [acme]


def test_taking_back_a_first_next_contact_leaves_none(world: World, acme: UUID) -> None:
    agenda = service(world)
    change = agenda.set_next(acme, AppointmentDraft(NOW + DAY, has_time=True))
    assert agenda.take_back(change) == 1
    assert agenda.facts(acme).present is None


def test_what_was_closed_meanwhile_is_not_moved(world: World, acme: UUID) -> None:
    key = schedule(world, acme, NOW + HOUR)
    schedule(world, acme, NOW + 2 * HOUR)
    assert len(service(world).move([NewTime(key, NOW + DAY, has_time=True)])) == 0
    assert shown(service(world), mine(world))[0].due_at == NOW + 2 * HOUR


def test_nothing_moves_into_the_past(world: World, acme: UUID) -> None:
    key = schedule(world, acme, NOW + HOUR)
    agenda = service(world)
    with pytest.raises(BadInputError):
        agenda.move([NewTime(key, NOW - HOUR, has_time=True)])
    with pytest.raises(BadInputError):
        agenda.move([NewTime(key, midnight(MONDAY - DAY), has_time=False)])
    assert len(agenda.move([NewTime(key, midnight(MONDAY), has_time=False)])) == 1


def test_pushed_by_a_day_it_skips_days_off(world: World) -> None:
    timed, whole, overdue = customers(world, 3)
    friday = datetime(2026, 3, 20, 13, 0, tzinfo=UTC)
    keys = [
        schedule(world, timed, friday),
        schedule(world, whole, midnight(date(2026, 3, 20)), has_time=False),
    ]
    agenda = service(world)
    agenda.shift(keys, days=1)
    items = {one.customer_id: one for one in shown(agenda, mine(world), days=14)}
    assert items[timed].due_at == friday + 3 * DAY
    assert items[whole].due_at == midnight(date(2026, 3, 23))
    late = schedule(world, overdue, NOW - 6 * DAY + HOUR)
    agenda.shift([late], days=1)
    (item,) = [one for one in shown(agenda, mine(world)) if one.customer_id == overdue]
    assert item.due_at == NOW + HOUR  # today, as its time is still to come


def test_pushed_by_half_hours_it_stays_on_its_day(world: World, acme: UUID) -> None:
    key = schedule(world, acme, midnight(MONDAY + DAY), has_time=False)
    agenda = service(world)
    agenda.shift([key], half_hours=1)
    (item,) = shown(agenda, mine(world))
    assert (item.due_at, item.has_time) == (midnight(MONDAY + DAY) + 8 * HOUR, True)
    agenda.shift([item.appointment_id], half_hours=-1)
    (item,) = shown(agenda, mine(world))
    assert item.due_at == midnight(MONDAY + DAY) + 7.5 * HOUR


def test_an_hour_outside_the_customers_is_told(world: World, acme: UUID) -> None:
    key = schedule(world, acme, NOW + HOUR)
    agenda = service(world)
    change = agenda.move([NewTime(key, NOW + 5 * DAY, has_time=True)])  # a Saturday
    assert change.outside == 1
    ((new, _),) = change.replaced
    assert agenda.move([NewTime(new, NOW + DAY, has_time=True)]).outside == 0


def test_the_history_tells_every_step_newest_first(world: World, acme: UUID) -> None:
    key = schedule(world, acme, NOW + HOUR)
    agenda = service(world)
    agenda.move([NewTime(key, NOW + DAY, has_time=True)])
    facts = agenda.facts(acme)
    assert facts.customer == "Acme"
    assert facts.present is not None
    assert facts.present.due_at == NOW + DAY
    kinds = [one.kind for one in facts.history]
    assert sorted(kinds) == sorted(
        [
            AppointmentEventKind.SCHEDULED,
            AppointmentEventKind.REPLACED,
            AppointmentEventKind.SCHEDULED,
        ]
    )
    assert facts.history[-1].due_at == NOW + HOUR


def test_a_spread_levels_the_load_and_respects_days_off_and_wishes(world: World) -> None:
    free = customers(world, 6)
    tuesdays = customers(world, 2, "t", preferred_weekdays=0b10)
    agreed = customers(world, 1, "a")
    keys = [schedule(world, key, midnight(MONDAY), has_time=False) for key in free + tuesdays]
    keys.append(schedule(world, agreed[0], NOW + HOUR, kind=AppointmentKind.APPOINTMENT))
    agenda = service(world)
    plan = agenda.propose_spread(keys, first=MONDAY + DAY, day_count=4)
    assert [one.day for one in plan.after] == [date(2026, 3, day) for day in (17, 18, 19, 20)]
    assert [one.count for one in plan.before] == [0, 0, 0, 0]
    assert [one.count for one in plan.after] == [2, 2, 2, 2]
    assert (plan.kept, plan.homeless) == (1, ())
    by_customer = {
        item.customer_id: move.due_at
        for item in shown(agenda, mine(world))
        for move in plan.moves
        if move.appointment_id == item.appointment_id
    }
    assert {by_customer[key] for key in tuesdays} == {midnight(date(2026, 3, 17))}
    assert len(agenda.move(plan.moves)) == 8
    days = agenda.loads(MONDAY, MONDAY + 4 * DAY, mine(world)).days
    assert [one.count for one in days] == [1, 2, 2, 2, 2]


def test_a_spread_fills_no_day_over_its_capacity(world: World) -> None:
    service(world, Role.SUPERVISOR).set_capacity(2)
    keys = [schedule(world, key, midnight(MONDAY), has_time=False) for key in customers(world, 5)]
    plan = service(world).propose_spread(keys, first=MONDAY + DAY, day_count=2)
    assert [one.count for one in plan.after] == [2, 2]
    assert len(plan.homeless) == 1


def test_every_closing_is_in_the_history_with_who_did_it(world: World, acme: UUID) -> None:
    key = schedule(world, acme, NOW + HOUR)
    boss = world.colleague("chefe")
    service(boss, Role.SUPERVISOR).finish([key])
    history = service(world).facts(acme).history
    assert (history[0].kind, history[0].who) == (AppointmentEventKind.DONE, boss.user.name)
    with world.engines.reading() as connection:
        states = connection.execute(text("SELECT state FROM appointments")).scalars().all()
    assert states == ["done"]


def test_outside_of_the_calling_hours_a_next_contact_takes_a_reason_that_is_kept(
    world: World,
) -> None:
    (key,) = customers(world, 1)
    agenda, night = service(world), AppointmentDraft(NOW + 12 * HOUR, has_time=True)
    saturday = AppointmentDraft(midnight(date(2026, 3, 21)), has_time=False)
    for draft in (night, saturday):
        with pytest.raises(BadInputError):
            agenda.set_next(key, draft, "  ")
    assert agenda.facts(key).present is None
    hours = agenda.facts(key).hours
    assert hours is not None
    assert hours.next_opening(night.due_at) == datetime(2026, 3, 17, 11, tzinfo=UTC)
    agenda.set_next(key, saturday, " Só no sábado ")
    with world.engines.reading() as connection:
        found = connection.execute(text("SELECT kind, reason FROM queue_events")).all()
    assert [tuple(row) for row in found] == [("overridden", "window: Só no sábado")]
