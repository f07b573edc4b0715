"""Who is told of which reminder: once per round, by one program, and never lost."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import and_, select, text, update

from cockpit.data.watcher import watch
from cockpit.domain.agenda import SHOW_LEASE, AppointmentDraft
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import (
    AppointmentKind,
    ReminderEventKind,
    ReminderState,
    SettingScope,
)
from cockpit.services.reminders import ESCALATE_MINUTES, ReminderService
from models import Reminder as ReminderRow
from models import ReminderRaise
from tests.integration.data.conftest import NOW, World, customer
from tests.support.queues import MovableClock

HOUR = timedelta(hours=1)
DUE = NOW + HOUR


def schedule(world: World, customer_id: UUID, due_at: datetime = DUE, **changes: object) -> None:
    draft = AppointmentDraft(due_at, **({"has_time": True} | changes))  # type: ignore[arg-type]
    with world.database.write() as unit:
        unit.agenda.set_next_contact(customer_id, draft, user=world.user, contact_id=None, at=NOW)


def claim(world: World, at: datetime = DUE) -> list[UUID]:
    with world.database.write() as unit:
        return [one.reminder_id for one in unit.reminders.claim(user=world.user, at=at)]


def reclaim(world: World, at: datetime = DUE) -> list[UUID]:
    with world.database.write() as unit:
        return [one.reminder_id for one in unit.reminders.reclaim(user=world.user, at=at)]


def show(world: World, keys: list[UUID], at: datetime = DUE) -> None:
    with world.database.write() as unit:
        unit.reminders.note_shown(keys, user=world.user, at=at)


def escalate(world: World, at: datetime, since: datetime) -> list[UUID]:
    with world.database.write() as unit:
        return unit.reminders.escalate(user=world.user, at=at, since=since)


def snooze(world: World, keys: list[UUID], until: datetime) -> list[UUID]:
    with world.database.write() as unit:
        return unit.reminders.snooze(keys, user=world.user, at=DUE, until=until)


def answer(world: World, keys: list[UUID]) -> list[UUID]:
    with world.database.write() as unit:
        return unit.reminders.answer(keys, ReminderEventKind.DONE, user=world.user, at=DUE)


def states(world: World, at: datetime = DUE) -> list[ReminderState]:
    with world.database.read() as unit:
        return [one.state for one in unit.reminders.waiting(user=world.user, at=at)]


def next_at(world: World, after: datetime = NOW, since: datetime | None = None) -> datetime | None:
    with world.database.read() as unit:
        return unit.reminders.look(user=world.user, at=after, since=since).next_at


def has_work(world: World, at: datetime, since: datetime | None = None) -> bool:
    with world.database.read() as unit:
        return unit.reminders.look(user=world.user, at=at, since=since).has_work


def let_pass(world: World, span: timedelta) -> None:
    """Let a span pass by the clock that is stored; a server's own cannot be set."""
    with world.keeper.writing() as connection:
        for table in (ReminderRaise, ReminderRow):
            keys = [column.name for column in table.__table__.primary_key]
            for row in connection.execute(select(table)).mappings().all():
                if row["raised_at"] is not None:
                    own = and_(*(table.__table__.c[key] == row[key] for key in keys))
                    change = update(table).where(own)
                    connection.execute(change.values(raised_at=row["raised_at"] - span))


def is_near(found: datetime | None, expected: datetime) -> bool:
    """Return whether two instants are the same but for the time that the test itself takes."""
    return found is not None and abs(found - expected) < timedelta(seconds=10)


def events(world: World) -> list[str]:
    with world.engines.reading() as connection:
        return list(
            connection.execute(
                text("SELECT kind FROM reminder_events ORDER BY recorded_at, device_seq")
            ).scalars()
        )


def second_program(world: World) -> World:
    """Return the same user at another machine."""
    return world.colleague(world.user.login)


def in_team(world: World, *members: World, supervisor: World | None = None) -> None:
    """Put users into one team."""
    team_id = new_id()
    supervisor_id = None if supervisor is None else supervisor.user.user_id
    world.load_more(teams=[{"id": team_id, "name": str(team_id), "supervisor_id": supervisor_id}])
    for member in members:
        world.update("users", member.user.user_id, team_id=team_id)


def test_a_reminder_says_what_its_notification_needs(world: World, acme: UUID) -> None:
    schedule(world, acme, note="Perguntar do pedido.", lead=timedelta(minutes=10))
    with world.database.write() as unit:
        (one,) = unit.reminders.claim(user=world.user, at=DUE)
    assert (one.customer_name, one.phone) == ("Acme", "(11) 98765-4321")
    assert (one.note, one.owner_name) == ("Perguntar do pedido.", "")
    assert one.remind_at == DUE - timedelta(minutes=10)
    assert one.state is ReminderState.RAISED


def test_nothing_is_told_early(world: World, acme: UUID) -> None:
    schedule(world, acme)
    assert not has_work(world, DUE - timedelta(seconds=1))
    assert claim(world, DUE - timedelta(seconds=1)) == []
    assert next_at(world) == DUE
    assert has_work(world, DUE)


def test_of_a_users_two_programs_one_tells(world: World, acme: UUID) -> None:
    schedule(world, acme)
    other = second_program(world)
    assert other.user.device_id != world.user.device_id
    assert len(claim(world)) == 1
    assert claim(other) == []
    assert claim(world) == []
    assert events(world) == ["armed", "raised"]


def test_a_teams_callback_is_told_to_each_of_the_team_once(world: World, acme: UUID) -> None:
    mate, stranger, boss = (world.colleague(name) for name in ("bia", "caio", "davi"))
    in_team(world, world, mate, supervisor=boss)
    in_team(world, stranger)
    schedule(world, acme, kind=AppointmentKind.TEAM_CALLBACK)
    assert [len(claim(one)) for one in (world, mate, stranger, boss)] == [1, 1, 0, 1]
    assert [len(claim(one)) for one in (world, mate, stranger, boss)] == [0, 0, 0, 0]
    assert events(world) == ["armed", "raised"]


def test_a_teams_callback_without_a_team_is_everybodys(world: World, acme: UUID) -> None:
    schedule(world, acme, kind=AppointmentKind.TEAM_CALLBACK)
    assert len(claim(world.colleague())) == 1


def test_what_was_taken_and_not_shown_is_given_out_again_after_its_lease(
    world: World, acme: UUID
) -> None:
    schedule(world, acme)
    other = second_program(world)
    keys = claim(world)
    let_pass(world, SHOW_LEASE / 2)
    assert claim(other) == []
    assert is_near(next_at(other, DUE), DUE + SHOW_LEASE / 2)
    let_pass(world, SHOW_LEASE / 2)
    assert has_work(other, DUE)
    assert claim(other) == keys
    show(other, keys)
    let_pass(world, SHOW_LEASE * 9)
    assert claim(world) == []
    assert next_at(world, DUE) is None


def test_what_is_shown_is_not_told_again(world: World, acme: UUID) -> None:
    schedule(world, acme)
    show(world, claim(world))
    assert reclaim(world, DUE + HOUR) == []
    assert claim(world, DUE + HOUR) == []
    assert states(world) == [ReminderState.RAISED]


def test_a_program_that_begins_again_tells_what_it_took_before(world: World, acme: UUID) -> None:
    schedule(world, acme)
    keys = claim(world)
    assert reclaim(second_program(world)) == []
    assert reclaim(world) == keys


def test_what_was_answered_meanwhile_is_not_told_after_all(world: World, acme: UUID) -> None:
    schedule(world, acme)
    answer(world, claim(world))
    assert reclaim(world) == []
    assert claim(world, DUE + HOUR) == []
    assert not has_work(world, DUE + HOUR)


def test_a_snoozed_reminder_comes_back_once_in_each_program_of_its_team(
    world: World, acme: UUID
) -> None:
    mate = world.colleague()
    in_team(world, world, mate)
    schedule(world, acme, kind=AppointmentKind.TEAM_CALLBACK)
    keys = claim(world)
    assert claim(mate) == keys
    later = DUE + HOUR
    assert snooze(mate, keys, later) == [acme]
    assert claim(world) == []
    assert next_at(world) == later
    assert (claim(world, later), claim(mate, later), claim(world, later)) == (keys, keys, [])
    assert events(world).count("raised") == 2


def test_an_answer_counts_once(world: World, acme: UUID) -> None:
    schedule(world, acme)
    keys = claim(world)
    assert answer(world, keys) == [acme]
    assert answer(world, keys) == []
    assert snooze(world, keys, DUE + HOUR) == []
    assert states(world, DUE + 9 * HOUR) == []


def test_the_same_instant_set_again_is_told_again(world: World, acme: UUID) -> None:
    schedule(world, acme)
    keys = claim(world)
    show(world, keys)
    answer(world, keys)
    schedule(world, acme)
    assert claim(world) == keys


def test_another_time_takes_the_former_reminder_away(world: World, acme: UUID) -> None:
    schedule(world, acme)
    schedule(world, acme, DUE + HOUR)
    assert claim(world) == []
    assert len(claim(world, DUE + HOUR)) == 1


def test_who_does_not_answer_has_the_team_told_once(world: World, acme: UUID) -> None:
    mate, stranger = world.colleague("bia"), world.colleague("caio")
    in_team(world, world, mate)
    in_team(world, stranger)
    schedule(world, acme)
    show(world, claim(world))
    patience = timedelta(minutes=30)
    since = DUE - patience
    let_pass(world, patience / 2)
    assert claim(mate) == []
    assert is_near(next_at(mate, DUE, since), DUE + patience / 2)
    assert not has_work(mate, DUE, since)
    let_pass(world, patience / 2)
    assert has_work(mate, DUE, since)
    assert escalate(stranger, DUE, since) == []
    assert escalate(mate, DUE, since) == [acme]
    assert escalate(mate, DUE, since) == []
    assert claim(stranger) == []
    with mate.database.write() as unit:
        (told,) = unit.reminders.claim(user=mate.user, at=DUE)
    assert (told.is_escalated, told.owner_name) == (True, world.user.name)
    assert sorted(events(world)) == ["armed", "escalated", "raised"]


def test_a_day_without_a_time_is_no_promise_and_escalates_nothing(world: World, acme: UUID) -> None:
    schedule(world, acme, NOW - timedelta(hours=9), has_time=False)
    assert len(claim(world)) == 1
    let_pass(world, 9 * HOUR)
    assert escalate(world, DUE, DUE - HOUR) == []


def test_five_thousand_are_told_in_one_go_and_each_once(world: World) -> None:
    keys = [new_id() for _ in range(5_000)]
    world.load_more(customers=[customer(key, str(n)) for n, key in enumerate(keys)])
    appointments = [new_id() for _ in keys]
    of_user = {"user_id": world.user.user_id, "due_at": DUE}
    world.load_more(
        appointments=[
            {"id": one, "customer_id": key, "kind": AppointmentKind.MY_CALLBACK} | of_user
            for one, key in zip(appointments, keys, strict=True)
        ],
        reminders=[
            {"id": new_id(), "appointment_id": one, "customer_id": key, "remind_at": DUE} | of_user
            for one, key in zip(appointments, keys, strict=True)
        ],
    )
    other = second_program(world)
    told = claim(world) + claim(other)
    assert len(told) == len(set(told)) == len(keys)
    show(world, told)
    assert claim(other, DUE + 9 * HOUR) == []
    assert len(snooze(world, told, DUE + HOUR)) == len(keys)


def test_a_callback_whose_owner_is_not_there_goes_to_the_team_all_the_same(
    world: World, acme: UUID
) -> None:
    mate, stranger = world.colleague("bia"), world.colleague("caio")
    in_team(world, world, mate)
    in_team(world, stranger)
    schedule(world, acme)
    patience = timedelta(minutes=30)
    since = DUE - patience
    assert claim(mate) == []
    assert next_at(mate, DUE, since) == DUE + patience
    assert not has_work(mate, DUE, since)
    later, since = DUE + patience, DUE
    assert not has_work(stranger, later, since)
    assert has_work(mate, later, since)
    assert escalate(stranger, later, since) == []
    assert escalate(mate, later, since) == [acme]
    assert escalate(mate, later, since) == []
    assert len(claim(mate, later)) == 1
    assert len(claim(world, later)) == 1
    assert events(world) == ["armed", "escalated", "raised"]


def test_what_a_clock_of_years_later_told_is_told_again_at_its_time(
    world: World, acme: UUID
) -> None:
    schedule(world, acme, NOW + timedelta(days=9))
    years_later = NOW + timedelta(days=3650)
    keys = claim(world, at=years_later)
    show(world, keys, at=years_later)
    escalate(world, years_later, years_later - HOUR)
    assert len(keys) == 1
    assert has_work(world, NOW)
    assert next_at(world) == NOW + timedelta(days=9)
    assert claim(world, at=NOW) == []
    assert not has_work(world, NOW)
    assert next_at(world) == NOW + timedelta(days=9)
    due = NOW + timedelta(days=9)
    assert claim(world, at=due) == keys
    assert claim(world, at=due) == []


def test_another_machines_wrong_clock_tells_nobody_twice_without_end(
    world: World, acme: UUID
) -> None:
    schedule(world, acme, NOW + timedelta(days=9))
    other = second_program(world)
    assert len(claim(other, at=NOW + timedelta(days=3650))) == 1
    assert not has_work(world, NOW)
    assert claim(world, at=NOW) == []


def test_a_snooze_of_a_clock_of_years_later_comes_back_at_once(world: World, acme: UUID) -> None:
    schedule(world, acme)
    keys = claim(world)
    snooze(world, keys, until=NOW + timedelta(days=3650))
    assert has_work(world, DUE)
    assert claim(world) == keys
    assert claim(world) == []
    snooze(world, keys, until=DUE + timedelta(days=1))
    assert claim(world) == []


@pytest.mark.parametrize("stored", [10**15, True, "30", None, {}, -5])
def test_whatever_is_stored_for_escalating_reminders_are_raised(
    world: World, acme: UUID, stored: object
) -> None:
    schedule(world, acme)
    with world.supervised().write() as unit:
        unit.settings.put(SettingScope.COMPANY, None, ESCALATE_MINUTES, stored)
        unit.changed(customer_ids=[])
    service = ReminderService(world.database, MovableClock(DUE), world.user)
    assert len(service.raise_due().reminders) == 1


def test_a_reminder_on_the_desktop_makes_nobody_read_everything_anew(
    world: World, acme: UUID
) -> None:
    schedule(world, acme)
    service = ReminderService(world.database, MovableClock(DUE), world.user)
    raised = service.raise_due().reminders
    watcher = watch(world.engines)
    try:
        assert watcher.look() is None
        service.note_shown([one.reminder_id for one in raised])
        assert watcher.look() is None
    finally:
        watcher.close()
