"""Both versions of a disagreement in plain values, whichever form a row has."""

from dataclasses import replace
from datetime import UTC, date, datetime

from cockpit.domain.field import ValueKind
from cockpit.services.field import FieldService
from tests.support.runtime_fakes import FakeTime
from tests.support.sync_fakes import (
    SYNCED_AT,
    FakeNameBook,
    FakeSynchroniser,
    make_conflict,
    make_standing,
)


def service_of(*conflicts: object, **parts: object) -> FieldService:
    made = FakeSynchroniser(disagreements=list(conflicts))  # type: ignore[arg-type]
    return FieldService(made, FakeNameBook(**parts), FakeTime())  # type: ignore[arg-type]


def test_a_moved_contact_is_told_in_plain_values() -> None:
    (told,) = service_of(make_conflict()).conflicts()
    assert [(one.column, one.mine, one.theirs) for one in told.fields] == [
        (
            "due_at",
            datetime(2022, 3, 23, 13, tzinfo=UTC),
            datetime(2022, 3, 24, 17, 30, tzinfo=UTC),
        ),
        ("user_id", "Bruno Sá", "Márcia Prado"),
        ("channel", "phone", "phone"),
        ("note", "Tabela nova", None),
    ]
    assert [one.is_same for one in told.fields] == [False, False, True, False]
    assert (told.changed_by, told.changed_at, told.is_gone) == ("Márcia Prado", SYNCED_AT, False)


def test_a_contact_without_an_hour_is_told_by_its_day() -> None:
    item = make_conflict(mine={"due_at": "2022-03-23T02:00:00+00:00", "has_time": False})
    (told,) = service_of(item).conflicts()
    assert told.fields[0].mine == date(2022, 3, 22), "in the user's zone"


def test_a_moved_day_is_told_by_its_day_where_the_hour_did_not_change() -> None:
    mine, theirs = ({"due_at": f"2022-03-{day}T12:00:00+00:00"} for day in (23, 24))
    item = make_conflict(mine=mine, theirs={**theirs, "has_time": False, "note": "x"})
    (told,) = service_of(item).conflicts()
    assert [(one.mine, one.theirs) for one in told.fields] == [
        (date(2022, 3, 23), date(2022, 3, 24))
    ]


def test_a_removal_shows_what_the_server_has() -> None:
    theirs = {"name": "Márcia", "job_title": "Compras", "email": None}
    item = make_conflict(entity="contact_persons", mine={}, theirs=theirs)
    (told,) = service_of(item).conflicts()
    assert told.is_removal
    assert [(one.column, one.theirs) for one in told.fields] == [
        ("name", "Márcia"),
        ("job_title", "Compras"),
    ]


def test_a_row_that_is_gone_is_told_as_such() -> None:
    (told,) = service_of(make_conflict(theirs=None), author="").conflicts()
    assert told.is_gone
    assert all(one.theirs is None for one in told.fields)


def test_the_programs_own_columns_are_nobodys_business() -> None:
    item = make_conflict(mine={"closed_at": "2022-03-23T02:00:00+00:00", "replaced_by_id": None})
    assert service_of(item).conflicts()[0].fields == ()


def test_a_stranger_is_never_told_by_a_key() -> None:
    (told,) = service_of(make_conflict(), known={}).conflicts()
    assert "user_id" not in {one.column for one in told.fields}


def test_wishes_and_phones_keep_their_kinds() -> None:
    mine = {"preferred_from_minute": 540, "preferred_weekdays": 31}
    theirs = {"preferred_from_minute": None, "preferred_weekdays": 127}
    item = make_conflict(entity="customers", mine=mine, theirs=theirs)
    (told,) = service_of(item).conflicts()
    assert [(one.kind, one.mine, one.theirs) for one in told.fields] == [
        (ValueKind.HOUR, 540, None),
        (ValueKind.WEEKDAYS, 31, 127),
    ]


def test_a_stopped_file_says_why() -> None:
    service = service_of()
    fake = service.synchroniser
    assert isinstance(fake, FakeSynchroniser)
    fake.present = make_standing(stopped="unknown")
    assert service.state().end == "unknown_device"
    fake.present = replace(fake.present, stopped="")
    assert service.state().end is None
