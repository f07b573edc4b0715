"""Calendar files against a real database: out, in, taken back."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from cockpit.calendars.reader import IcsReader
from cockpit.calendars.writer import IcsWriter
from cockpit.data.repositories.agenda import SqlAgendaRepository
from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.calendar_clues import ClueKind
from cockpit.domain.calendar_files import CalendarFilter
from cockpit.domain.calendar_ids import event_uid
from cockpit.domain.calendar_plan import CalendarStep, PlannedEvent
from cockpit.domain.errors import BadInputError, ForbiddenError
from cockpit.domain.formats import Language
from cockpit.domain.ids import new_id
from cockpit.domain.messages import Message
from cockpit.domain.vocabulary import AppointmentKind, AppointmentState, Role
from cockpit.services.calendar_files import CalendarFileService
from resources import text
from tests.integration.data.conftest import NOW, World, customer
from tests.support.queues import MovableClock

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def say(message: Message) -> str:
    return text(message, Language.PORTUGUESE)


def service(world: World, role: Role = Role.OPERATOR) -> CalendarFileService:
    user = replace(world.user, role=role)
    return CalendarFileService(world.database, MovableClock(NOW), user, IcsReader(), IcsWriter())


def schedule(world: World, key: UUID, due_at: datetime, **changes: Any) -> UUID:
    values: dict[str, Any] = {"has_time": True, "note": "ligar antes"} | changes
    with world.database.write() as unit:
        return unit.agenda.set_next_contact(
            key, AppointmentDraft(due_at, **values), user=world.user, contact_id=None, at=NOW
        )


def mine(world: World, **chosen: Any) -> CalendarFilter:
    return CalendarFilter(**{"users": frozenset({world.user.user_id})} | chosen)


def export(world: World, folder: Path, **chosen: Any) -> Path:
    path = folder / "agenda.ics"
    service(world).export(path, mine(world, **chosen), say=say)
    return path


def given(folder: Path, *events: str) -> Path:
    body = "".join(f"BEGIN:VEVENT\n{one}\nEND:VEVENT\n" for one in events)
    path = folder / "outro.ics"
    path.write_text(f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n{body}END:VCALENDAR\n", "utf-8")
    return path


def stamp(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def event(summary: str, at: datetime = NOW + DAY, uid: str = "u1", more: str = "") -> str:
    return "\n".join(
        filter(None, (f"UID:{uid}", f"SUMMARY:{summary}", f"DTSTART:{stamp(at)}", more))
    )


def plan(world: World, path: Path, role: Role = Role.OPERATOR) -> tuple[PlannedEvent, ...]:
    calendars = service(world, role)
    return calendars.plan(calendars.read(path))


def open_next(world: World, key: UUID) -> Any:
    with world.database.read() as unit:
        return unit.calendars.open_next({key}).get(key)


def keys(one: PlannedEvent) -> tuple[CalendarStep, str | None]:
    return one.step, one.reason.key.removeprefix("calendar.") if one.reason else None


def test_what_goes_out_holds_the_name_and_the_note(
    world: World, acme: UUID, tmp_path: Path
) -> None:
    key = schedule(world, acme, NOW + DAY, lead=timedelta(minutes=10))
    path = export(world, tmp_path)
    read = service(world).read(path)[0]
    assert (read.uid, read.summary, read.description) == (
        event_uid(key), "Retorno: Acme", "ligar antes",
    )  # fmt: skip
    assert read.starts_at == NOW + DAY
    assert read.lead == timedelta(minutes=10)
    assert "98765" not in path.read_text("utf-8")


def test_what_goes_out_hides_name_and_note_where_it_is_asked_to(
    world: World, acme: UUID, tmp_path: Path
) -> None:
    schedule(world, acme, NOW + DAY)
    content = export(world, tmp_path, is_private=True).read_text("utf-8")
    assert "Retorno" in content
    assert "Acme" not in content
    assert "ligar" not in content


def test_only_what_was_asked_for_goes_out(world: World, tmp_path: Path) -> None:
    first, early, late, colleagues, shared = (new_id() for _ in range(5))
    world.load(
        customers=[
            customer(key, f"c{number}")
            for number, key in enumerate((first, early, late, colleagues, shared))
        ]
    )
    schedule(world, first, NOW + DAY)
    schedule(world, early, NOW + HOUR)
    schedule(world, late, NOW + 30 * DAY)
    schedule(world, shared, NOW + DAY, kind=AppointmentKind.TEAM_CALLBACK)
    schedule(world.colleague(), colleagues, NOW + DAY)

    def count(role: Role = Role.SUPERVISOR, **chosen: Any) -> int:
        path = tmp_path / "a.ics"
        return service(world, role).export(path, mine(world, **chosen), say=say)

    tomorrow = (NOW + DAY).date()
    assert count() == 4, "what is shared is for whoever set it"
    assert count(first=tomorrow, last=tomorrow) == 2
    assert count(last=tomorrow) == 3
    assert count(last=date.max) == 4
    assert count(users=None) == 5
    assert count(users=service(world).users_of("BEATRIZ")) == 1
    with pytest.raises(BadInputError, match="calendar_no_such_user"):
        service(world).users_of("x")


def test_only_agendas_that_may_be_looked_at_go_out(
    world: World, acme: UUID, tmp_path: Path
) -> None:
    colleague = world.colleague()
    schedule(colleague, acme, NOW + DAY)
    team_id = new_id()
    world.load_more(teams=[{"id": team_id, "name": "Norte"}])
    world.update("users", world.user.user_id, team_id=team_id)
    path, theirs = tmp_path / "a.ics", frozenset({colleague.user.user_id})
    for users in (None, theirs):
        with pytest.raises(ForbiddenError):
            service(world).export(path, CalendarFilter(users), say=say)
        assert not path.exists()
    assert service(world, Role.SUPERVISOR).export(path, CalendarFilter(theirs), say=say) == 1


def test_a_colleagues_own_callback_goes_out_without_its_note(
    world: World, acme: UUID, tmp_path: Path
) -> None:
    schedule(world.colleague(), acme, NOW + DAY)
    content = export(world, tmp_path, users=None).read_text("utf-8")
    assert "Acme" in content
    assert "ligar" not in content


def test_clients_are_searched_by_words_and_numbers(world: World, acme: UUID) -> None:
    assert service(world).search("parafu ACM") == ((acme, "Acme"),)
    assert service(world).search("98765") == ((acme, "Acme"),)
    assert service(world).search("100%") == service(world).search(" ") == ()


def test_a_moved_contact_is_the_same_event_whoever_moved_it(
    world: World, acme: UUID, tmp_path: Path
) -> None:
    first = schedule(world, acme, NOW + DAY)
    second = schedule(world, acme, NOW + 2 * DAY)
    with world.database.write() as unit:
        unit.agenda.change(second, user=world.user, at=NOW, when=(NOW + 3 * DAY, True))
    events = service(world).read(export(world, tmp_path, with_cancelled=True))
    assert [(one.uid, one.starts_at) for one in events] == [(event_uid(first), NOW + 3 * DAY)]


def test_a_cancelled_contact_goes_out_as_such_where_it_is_asked_for(
    world: World, acme: UUID, tmp_path: Path
) -> None:
    key = schedule(world, acme, NOW + DAY)
    with world.database.write() as unit:
        unit.agenda.take_back(key, None, user=world.user, at=NOW)
    assert service(world).read(export(world, tmp_path, with_cancelled=True))[0].is_cancelled
    with pytest.raises(BadInputError, match="calendar_without_events"):
        service(world).read(export(world, tmp_path))


def test_the_own_file_changes_nothing(world: World, acme: UUID, tmp_path: Path) -> None:
    schedule(world, acme, NOW + DAY)
    planned = plan(world, export(world, tmp_path))
    assert [one.step for one in planned] == [CalendarStep.SAME]


def test_an_event_that_was_moved_elsewhere_moves_the_contact(
    world: World, acme: UUID, tmp_path: Path
) -> None:
    key = schedule(world, acme, NOW + DAY, lead=timedelta(minutes=5))
    path = given(tmp_path, event("Acme", NOW + 4 * DAY, event_uid(key)))
    planned = plan(world, path)
    assert keys(planned[0]) == (CalendarStep.MOVE, None)
    assert open_next(world, acme).due_at == NOW + DAY, "looking changes nothing"
    result = service(world).apply(planned)
    assert len(result.done) == 1
    assert open_next(world, acme).due_at == NOW + 4 * DAY
    assert plan(world, path)[0].step is CalendarStep.SAME, "the same file again does nothing"
    assert service(world).undo(result.done) == 1
    assert open_next(world, acme).appointment_id == key


def test_a_file_from_before_the_last_change_moves_nothing_by_itself(
    world: World, acme: UUID, tmp_path: Path
) -> None:
    schedule(world, acme, NOW + DAY)
    old = export(world, tmp_path)
    world.update("appointments", open_next(world, acme).appointment_id, updated_at=NOW + 3650 * DAY)
    with world.database.write() as unit:
        key = open_next(world, acme).appointment_id
        unit.agenda.change(key, user=world.user, at=NOW, when=(NOW + 9 * DAY, True))
    world.update("appointments", open_next(world, acme).appointment_id, updated_at=NOW + 3650 * DAY)
    one = plan(world, old)[0]
    assert keys(one) == (CalendarStep.MOVE, "older_file")
    assert not one.is_chosen


def test_a_cancelled_event_cancels_the_contact_and_comes_back(
    world: World, acme: UUID, tmp_path: Path
) -> None:
    key = schedule(world, acme, NOW + DAY)
    path = given(tmp_path, event("Acme", uid=event_uid(key), more="STATUS:CANCELLED"))
    result = service(world).apply(plan(world, path))
    assert open_next(world, acme) is None
    assert plan(world, path)[0].step is CalendarStep.SAME
    assert service(world).undo(result.done) == 1
    assert open_next(world, acme).appointment_id == key


def test_a_contact_that_is_done_is_not_opened_again(
    world: World, acme: UUID, tmp_path: Path
) -> None:
    key = schedule(world, acme, NOW + DAY)
    with world.database.write() as unit:
        unit.agenda.close_next_contact(acme, user=world.user, contact_id=None, at=NOW)
    path = given(tmp_path, event("Acme", NOW + 4 * DAY, event_uid(key)))
    assert keys(plan(world, path)[0]) == (CalendarStep.REFUSE, "already_closed")


def test_a_new_event_finds_its_client_and_is_known_ever_after(
    world: World, acme: UUID, tmp_path: Path
) -> None:
    path = given(tmp_path, event("Visita: ACME", more="DESCRIPTION:levar amostra"))
    planned = plan(world, path)
    assert (planned[0].step, planned[0].clue) == (CalendarStep.NEW, ClueKind.NAME)
    result = service(world).apply(planned)
    found = open_next(world, acme)
    assert (found.due_at, found.has_time) == (NOW + DAY, True)
    row = world.all_rows("appointments")[0]
    assert (row.kind, row.note) == ("appointment", "Visita: ACME\nlevar amostra")
    moved = given(tmp_path, event("outro assunto", NOW + 2 * DAY))
    assert plan(world, moved)[0].step is CalendarStep.MOVE
    assert service(world).undo(result.done) == 1
    assert open_next(world, acme) is None


@pytest.mark.parametrize(
    ("summary", "clue"),
    [
        ("Ligar 11 98765-4321", ClueKind.PHONE),
        ("cód. 1", ClueKind.CODE),
        ("CNPJ 11.222.333/0001-81", ClueKind.TAX_ID),
        ("conversa com ana@acme.com.br", ClueKind.EMAIL),
        ("Ligar para Parafusos 1 Ltda", ClueKind.NAME),
    ],
)
def test_a_client_is_found_by_all_that_identifies_them(
    world: World, acme: UUID, tmp_path: Path, summary: str, clue: ClueKind
) -> None:
    world.update("customers", acme, tax_id="11222333000181")
    world.load_more(
        contact_persons=[{"customer_id": acme, "name": "Ana", "email": "Ana@Acme.com.br"}]
    )
    one = plan(world, given(tmp_path, event(summary)))[0]
    assert (one.step, one.customer_id, one.clue) == (CalendarStep.NEW, acme, clue)


def test_unmatched_and_ambiguous_events_are_asked_for(
    world: World, acme: UUID, tmp_path: Path
) -> None:
    twins = [new_id(), new_id()]
    world.load_more(
        customers=[customer(key, f"t{n}", trade_name="Agro Sul") for n, key in enumerate(twins)]
    )
    path = given(tmp_path, event("Dentista"), event("Agro Sul", uid="u2"))
    nobody, several = plan(world, path)
    assert keys(nobody) == (CalendarStep.ASK, "no_client")
    assert keys(several) == (CalendarStep.ASK, "several_clients")
    assert {key for key, _ in several.candidates} == {*twins}
    calendars = service(world)
    answered = calendars.plan(calendars.read(path), {1: acme, 2: twins[1]})
    assert [(one.step, one.customer_id) for one in answered] == [
        (CalendarStep.NEW, acme), (CalendarStep.NEW, twins[1]),
    ]  # fmt: skip
    assert calendars.apply((nobody, several)).done == ()


def test_an_open_contact_is_replaced_only_where_that_is_asked_for(
    world: World, acme: UUID, tmp_path: Path
) -> None:
    key = schedule(world, acme, NOW + DAY)
    one = plan(world, given(tmp_path, event("Acme", NOW + 2 * DAY)))[0]
    assert keys(one) == (CalendarStep.REPLACE, "has_another")
    assert not one.is_chosen
    assert one.before is not None
    assert one.before.appointment_id == key
    result = service(world).apply([one])
    assert open_next(world, acme).due_at == NOW + 2 * DAY
    service(world).undo(result.done)
    assert open_next(world, acme).appointment_id == key


def test_a_client_gets_the_earliest_of_several_events(
    world: World, acme: UUID, tmp_path: Path
) -> None:
    path = given(tmp_path, event("Acme", NOW + 3 * DAY), event("Acme", NOW + 2 * DAY, "u2"))
    late, early = plan(world, path)
    assert keys(late) == (CalendarStep.REFUSE, "one_per_client")
    assert early.step is CalendarStep.NEW
    assert not late.is_chosen


def test_what_is_past_or_unwanted_stays_out(world: World, acme: UUID, tmp_path: Path) -> None:
    path = given(
        tmp_path, event("Acme", NOW - HOUR), event("Acme", uid="u2", more="STATUS:CANCELLED")
    )
    past, cancelled = plan(world, path)
    assert keys(past) == (CalendarStep.REFUSE, "is_past")
    assert keys(cancelled) == (CalendarStep.REFUSE, "cancelled_unknown")
    with world.database.write() as unit:
        unit.contacts.forbid(acme, user=world.user, reason="", at=NOW)
    assert keys(plan(world, given(tmp_path, event("Acme")))[0]) == (
        CalendarStep.REFUSE, "wants_no_contact",
    )  # fmt: skip


def test_a_colleagues_contact_is_theirs_and_a_supervisors_to_change(
    world: World, acme: UUID, tmp_path: Path
) -> None:
    colleague = world.colleague()
    key = schedule(colleague, acme, NOW + DAY)
    moved = given(tmp_path, event("Acme", NOW + 4 * DAY, event_uid(key)))
    assert keys(plan(world, moved)[0]) == (CalendarStep.REFUSE, "not_yours")
    planned = plan(world, moved, Role.SUPERVISOR)
    assert planned[0].step is CalendarStep.MOVE
    service(world, Role.SUPERVISOR).apply(planned)
    assert open_next(world, acme).owner_id == colleague.user.user_id
    other = given(tmp_path, event("Acme", NOW + 6 * DAY))
    assert keys(plan(world, other)[0]) == (CalendarStep.REFUSE, "not_yours")


def test_whoever_was_overtaken_is_told_and_nothing_is_overwritten(
    world: World, acme: UUID, tmp_path: Path
) -> None:
    planned = plan(world, given(tmp_path, event("Acme")))
    schedule(world.colleague(), acme, NOW + 7 * DAY)
    result = service(world).apply(planned)
    assert (result.done, result.overtaken) == ((), (1,))
    assert open_next(world, acme).due_at == NOW + 7 * DAY


def test_what_was_changed_since_is_not_taken_back(world: World, acme: UUID, tmp_path: Path) -> None:
    result = service(world).apply(plan(world, given(tmp_path, event("Acme"))))
    schedule(world, acme, NOW + 9 * DAY)
    assert service(world).undo(result.done) == 0
    assert open_next(world, acme).due_at == NOW + 9 * DAY


def test_a_cancelled_contact_makes_room_for_a_new_one_of_the_same_file(
    world: World, acme: UUID, tmp_path: Path
) -> None:
    key = schedule(world, acme, NOW + DAY)
    cancelled = event("Acme", uid=event_uid(key), more="STATUS:CANCELLED")
    path = given(tmp_path, event("Acme", NOW + 2 * DAY), cancelled)
    planned = plan(world, path)
    assert [one.step for one in planned] == [CalendarStep.NEW, CalendarStep.CANCEL]
    result = service(world).apply(planned)
    assert len(result.done) == 2
    assert open_next(world, acme).due_at == NOW + 2 * DAY
    assert service(world).undo(result.done) == 2
    assert open_next(world, acme).appointment_id == key


def test_a_client_of_one_code_is_named_by_it(world: World, acme: UUID) -> None:
    assert service(world).client_of("1") == acme
    with pytest.raises(BadInputError, match="calendar_no_such_client"):
        service(world).client_of("nenhum")


def test_a_full_day_is_a_follow_up_and_keeps_the_local_day(
    world: World, acme: UUID, tmp_path: Path
) -> None:
    path = given(tmp_path, "UID:d\nSUMMARY:Acme\nDTSTART;VALUE=DATE:20260320")
    service(world).apply(plan(world, path))
    found = open_next(world, acme)
    assert (found.due_at, found.has_time) == (datetime(2026, 3, 20, 3, tzinfo=UTC), False)
    assert found.state is AppointmentState.OPEN
    assert service(world).read(export(world, tmp_path))[0].starts_at == found.due_at


def test_an_hour_at_which_nobody_may_call_is_not_ticked_by_itself(
    world: World, acme: UUID, tmp_path: Path
) -> None:
    night = datetime(2026, 3, 20, 1, tzinfo=UTC)
    one = plan(world, given(tmp_path, event("Acme", night)))[0]
    assert keys(one) == (CalendarStep.NEW, "outside_hours")
    assert not one.is_chosen
    key = schedule(world, acme, NOW + DAY)
    moved = plan(world, given(tmp_path, event("Acme", night, event_uid(key))))[0]
    assert keys(moved) == (CalendarStep.MOVE, "outside_hours")
    whole = given(tmp_path, f"UID:{event_uid(key)}\nDTSTART;VALUE=DATE:20260321")
    assert plan(world, whole)[0].is_chosen, "a day without a time is no hour"


def test_whoever_asked_for_no_contact_meanwhile_gets_none(
    world: World, acme: UUID, tmp_path: Path
) -> None:
    planned = plan(world, given(tmp_path, event("Acme")))
    with world.database.write() as unit:
        unit.contacts.forbid(acme, user=world.user, reason="", at=NOW)
    assert service(world).apply(planned).overtaken == (1,)
    assert open_next(world, acme) is None


def test_whoever_comes_between_the_look_and_the_lock_keeps_theirs(
    world: World, acme: UUID, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    planned = plan(world, given(tmp_path, event("Acme")))
    theirs = schedule(world.colleague(), acme, NOW + 7 * DAY)
    monkeypatch.setattr(SqlAgendaRepository, "open_next_contact", lambda self, key: None)
    assert service(world).apply(planned).overtaken == (1,)
    assert open_next(world, acme).appointment_id == theirs
