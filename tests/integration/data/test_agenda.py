"""The one next contact, and its reminders."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import text

from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.vocabulary import AppointmentKind, ReminderEventKind, ReminderState
from tests.integration.data.conftest import NOW, World

HOUR = timedelta(hours=1)


def schedule(world: World, customer_id: UUID, due_at: datetime, **changes: object) -> UUID:
    draft = AppointmentDraft(due_at, has_time=True, **changes)  # type: ignore[arg-type]
    with world.database.write() as unit:
        return unit.agenda.set_next_contact(
            customer_id, draft, user=world.user, contact_id=None, at=NOW
        )


def change(
    world: World,
    reminder_id: UUID,
    event: ReminderEventKind,
    state: ReminderState,
    *,
    at: datetime,
    until: datetime | None = None,
) -> bool:
    with world.database.write() as unit:
        return unit.agenda.change_reminder(
            reminder_id, event, state, user=world.user, at=at, until=until
        )


def raise_it(world: World, reminder_id: UUID, at: datetime) -> bool:
    return change(world, reminder_id, ReminderEventKind.RAISED, ReminderState.RAISED, at=at)


def due(world: World, at: datetime) -> list[tuple[UUID, ReminderState]]:
    with world.database.read() as unit:
        found = unit.agenda.due_reminders(at=at, user=world.user)
    return [(one.reminder_id, one.state) for one in found]


def values(world: World, sql: str) -> list[tuple[object, ...]]:
    with world.engines.reading() as connection:
        return [tuple(row) for row in connection.execute(text(sql))]


def test_a_new_next_contact_replaces_the_old_one(world: World, acme: UUID) -> None:
    first = schedule(world, acme, NOW + HOUR)
    second = schedule(world, acme, NOW + 2 * HOUR, note="Levar amostra.")
    with world.database.read() as unit:
        profile = unit.customers.profile(acme, today=NOW.date())
        columns = unit.work_list.columns(today=NOW.date(), at=NOW)
    assert profile is not None
    assert profile.next_contact is not None
    assert profile.next_contact.appointment_id == second
    assert profile.next_contact.note == "Levar amostra."
    assert columns.next_contact_at == [NOW + 2 * HOUR]
    assert columns.next_contact_has_time == [True]
    states = values(world, "SELECT state, replaced_by_id IS NULL FROM appointments ORDER BY id")
    assert [(state, bool(free)) for state, free in states] == [("replaced", False), ("open", True)]
    events = values(world, "SELECT kind FROM appointment_events ORDER BY device_seq")
    assert events == [("scheduled",), ("replaced",), ("scheduled",)]
    assert first != second


def test_the_replaced_ones_reminder_is_not_raised(world: World, acme: UUID) -> None:
    schedule(world, acme, NOW + HOUR)
    schedule(world, acme, NOW + 3 * HOUR)
    assert due(world, NOW + 2 * HOUR) == []
    assert len(due(world, NOW + 3 * HOUR)) == 1


def test_closing_answers_the_reminder(world: World, acme: UUID) -> None:
    schedule(world, acme, NOW + HOUR)
    with world.database.write() as unit:
        unit.agenda.close_next_contact(acme, user=world.user, contact_id=None, at=NOW)
        unit.agenda.close_next_contact(acme, user=world.user, contact_id=None, at=NOW)
    assert due(world, NOW + 2 * HOUR) == []
    assert values(world, "SELECT state FROM reminders") == [("done",)]
    with world.database.read() as unit:
        assert unit.work_list.columns(today=NOW.date(), at=NOW).next_contact_at == [None]


def test_a_reminder_names_the_customer_the_phone_and_the_note(world: World, acme: UUID) -> None:
    schedule(world, acme, NOW + HOUR, note="Perguntar do pedido.", lead=timedelta(minutes=10))
    with world.database.read() as unit:
        (one,) = unit.agenda.due_reminders(at=NOW + HOUR, user=world.user)
    assert (one.customer_name, one.phone) == ("Acme", "(11) 98765-4321")
    assert one.note == "Perguntar do pedido."
    assert one.remind_at == NOW + HOUR - timedelta(minutes=10)
    assert one.state is ReminderState.PENDING


def test_only_one_of_two_raises_a_reminder(world: World, acme: UUID) -> None:
    schedule(world, acme, NOW + HOUR, kind=AppointmentKind.TEAM_CALLBACK)
    other = world.colleague()
    ((key, _),) = due(world, NOW + HOUR)
    assert due(other, NOW + HOUR) == [(key, ReminderState.PENDING)]
    assert raise_it(world, key, NOW + HOUR)
    assert not raise_it(other, key, NOW + HOUR)
    assert due(world, NOW + HOUR) == [(key, ReminderState.RAISED)]
    events = values(world, "SELECT kind FROM reminder_events ORDER BY kind")
    assert events == [("armed",), ("raised",)]


def test_a_reminder_is_not_raised_early(world: World, acme: UUID) -> None:
    schedule(world, acme, NOW + HOUR)
    ((key, _),) = due(world, NOW + HOUR)
    assert not raise_it(world, key, NOW)


def test_a_snoozed_reminder_comes_back_once(world: World, acme: UUID) -> None:
    schedule(world, acme, NOW + HOUR)
    ((key, _),) = due(world, NOW + HOUR)
    raise_it(world, key, NOW + HOUR)
    later = NOW + 2 * HOUR
    assert change(
        world, key, ReminderEventKind.SNOOZED, ReminderState.SNOOZED, at=NOW + HOUR, until=later
    )
    assert due(world, NOW + HOUR) == []
    assert not raise_it(world, key, NOW + HOUR)
    with world.database.read() as unit:
        assert unit.agenda.next_reminder_at(user=world.user, after=NOW) == later
    assert due(world, later) == [(key, ReminderState.SNOOZED)]
    assert raise_it(world, key, later)


def test_an_answered_reminder_stays_answered(world: World, acme: UUID) -> None:
    schedule(world, acme, NOW + HOUR)
    ((key, _),) = due(world, NOW + HOUR)
    assert change(world, key, ReminderEventKind.DONE, ReminderState.DONE, at=NOW + HOUR)
    assert not change(world, key, ReminderEventKind.DONE, ReminderState.DONE, at=NOW + HOUR)
    assert due(world, NOW + 9 * HOUR) == []


def test_setting_the_same_instant_again_arms_the_same_reminder(world: World, acme: UUID) -> None:
    schedule(world, acme, NOW + HOUR)
    ((key, _),) = due(world, NOW + HOUR)
    raise_it(world, key, NOW + HOUR)
    change(world, key, ReminderEventKind.DONE, ReminderState.DONE, at=NOW + HOUR)
    schedule(world, acme, NOW + HOUR)
    assert due(world, NOW + HOUR) == [(key, ReminderState.PENDING)]
    assert raise_it(world, key, NOW + HOUR)


def test_the_next_reminder_is_the_earliest_armed_one(world: World, acme: UUID) -> None:
    with world.database.read() as unit:
        assert unit.agenda.next_reminder_at(user=world.user, after=NOW) is None
    schedule(world, acme, NOW + HOUR)
    with world.database.read() as unit:
        assert unit.agenda.next_reminder_at(user=world.user, after=NOW) == NOW + HOUR
        assert unit.agenda.next_reminder_at(user=world.user, after=NOW + HOUR) is None


def test_ones_own_callback_is_nobody_elses(world: World, acme: UUID) -> None:
    schedule(world, acme, NOW + HOUR, kind=AppointmentKind.MY_CALLBACK, note="Segredo")
    other = world.colleague()
    assert due(other, NOW + HOUR) == []
    with other.database.read() as unit:
        assert unit.work_list.columns(today=NOW.date(), at=NOW).next_contact_at == [None]
        profile = unit.customers.profile(acme, today=NOW.date())
    assert profile is not None
    told = profile.next_contact
    assert told is not None
    assert (told.due_at, told.owner, told.note) == (NOW + HOUR, world.user.name, "")
    assert told.is_colleagues


def test_a_teams_callback_is_everybodys(world: World, acme: UUID) -> None:
    schedule(world, acme, NOW + HOUR, kind=AppointmentKind.TEAM_CALLBACK)
    other = world.colleague()
    assert len(due(other, NOW + HOUR)) == 1
    with other.database.read() as unit:
        assert unit.work_list.columns(today=NOW.date(), at=NOW).next_contact_at == [NOW + HOUR]
