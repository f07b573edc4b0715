"""The one next contact of a customer."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import text

from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.vocabulary import AppointmentKind
from tests.integration.data.conftest import NOW, World

HOUR = timedelta(hours=1)


def schedule(world: World, customer_id: UUID, due_at: datetime, **changes: object) -> UUID:
    draft = AppointmentDraft(due_at, has_time=True, **changes)  # type: ignore[arg-type]
    with world.database.write() as unit:
        return unit.agenda.set_next_contact(
            customer_id, draft, user=world.user, contact_id=None, at=NOW
        )


def waiting(world: World, at: datetime) -> list[UUID]:
    with world.database.read() as unit:
        return [one.customer_id for one in unit.reminders.waiting(user=world.user, at=at)]


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
    assert waiting(world, NOW + 2 * HOUR) == []
    assert waiting(world, NOW + 3 * HOUR) == [acme]


def test_closing_answers_the_reminder(world: World, acme: UUID) -> None:
    schedule(world, acme, NOW + HOUR)
    with world.database.write() as unit:
        unit.agenda.close_next_contact(acme, user=world.user, contact_id=None, at=NOW)
        unit.agenda.close_next_contact(acme, user=world.user, contact_id=None, at=NOW)
    assert waiting(world, NOW + 2 * HOUR) == []
    assert values(world, "SELECT state FROM reminders") == [("done",)]
    with world.database.read() as unit:
        assert unit.work_list.columns(today=NOW.date(), at=NOW).next_contact_at == [None]


def test_ones_own_callback_is_nobody_elses(world: World, acme: UUID) -> None:
    schedule(world, acme, NOW + HOUR, kind=AppointmentKind.MY_CALLBACK, note="Segredo")
    other = world.colleague()
    assert waiting(other, NOW + HOUR) == []
    with other.database.read() as unit:
        assert unit.work_list.columns(today=NOW.date(), at=NOW).next_contact_at == [None]
        profile = unit.customers.profile(acme, today=NOW.date())
    assert profile is not None
    told = profile.next_contact
    assert told is not None
    assert (told.due_at, told.owner, told.note) == (NOW + HOUR, world.user.name, "")
    assert told.is_colleagues
