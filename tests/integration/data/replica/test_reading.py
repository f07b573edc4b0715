"""What a laptop's file tells its user, and what becomes of decisions."""

from typing import Any
from uuid import UUID

import pytest

from cockpit.data.replica import ReplicaReader, SqlNameBook
from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.clock import AsOfClock
from cockpit.domain.errors import ConflictError
from cockpit.domain.sync import Answer, Outcome
from tests.integration.data.replica.conftest import NOW, Laptop, later


@pytest.fixture
def reader(laptop: Laptop) -> ReplicaReader:
    """The reading half of a synchroniser."""
    return ReplicaReader(laptop.engines, AsOfClock(NOW.date()))


def _refused(laptop: Laptop, key: UUID, **theirs: Any) -> None:
    """Change a customer's name, which the server refuses."""
    names = [name for (name,) in laptop.raw("SELECT name FROM pragma_table_info('customers')")]
    (row,) = laptop.raw("SELECT * FROM customers WHERE id = ?", key.bytes)
    laptop.write("UPDATE customers SET trade_name = 'Meu' WHERE id = ?", key.bytes)
    whole = dict(zip(names, row, strict=True)) | theirs
    laptop.send(Answer.CONFLICT, reason="changed", row=whole)


def _set_next(laptop: Laptop, days: int) -> UUID:
    """Set the first customer's next contact for so many days later."""
    with laptop.database.write() as unit:
        draft = AppointmentDraft(later(days), has_time=True)
        return unit.agenda.set_next_contact(
            laptop.customers[0], draft, user=laptop.user, contact_id=None, at=NOW
        )


def test_what_waits_is_told_with_its_words(laptop: Laptop, reader: ReplicaReader) -> None:
    laptop.log(laptop.customers[0], "Liga na sexta")
    laptop.write("UPDATE customers SET trade_name = 'Bela' WHERE id = ?", laptop.customers[1].bytes)
    items = reader.waiting()
    contact = next(one for one in items if one.entity == "contacts")
    assert (contact.customer, contact.words, contact.attempts) == (
        "Parafusos 1 Ltda", "Liga na sexta", 0,
    )  # fmt: skip
    change = items[-1]
    assert (change.entity, change.verb, change.customer) == ("customers", "change", "Bela")


def test_theirs_stays_where_the_user_says_so(laptop: Laptop, reader: ReplicaReader) -> None:
    _refused(laptop, laptop.customers[0], trade_name="Deles")
    (item,) = reader.conflicts()
    assert (item.mine["trade_name"], item.theirs["trade_name"]) == ("Meu", "Deles")  # type: ignore[index]
    reader.decide(item.key, is_mine=False)
    assert reader.conflicts() == []
    assert laptop.store.to_send(10) == []


def test_mine_is_asked_for_once_more(laptop: Laptop, reader: ReplicaReader) -> None:
    key = laptop.customers[0]
    _refused(laptop, key, trade_name="Deles")
    (item,) = reader.conflicts()
    reader.decide(item.key, is_mine=True)
    (entry,) = laptop.store.to_send(10)
    assert (entry.row["base"], entry.row["value"]) == (
        {"trade_name": "Deles"}, {"trade_name": "Meu"},
    )  # fmt: skip
    assert laptop.raw("SELECT trade_name FROM customers WHERE id = ?", key.bytes) == [("Meu",)]


def test_mine_is_refused_where_the_row_is_gone_or_a_change_waits(
    laptop: Laptop, reader: ReplicaReader
) -> None:
    first, second = laptop.customers
    _refused(laptop, first)
    laptop.write("UPDATE customers SET trade_name = 'Novo' WHERE id = ?", first.bytes)
    (item,) = reader.conflicts()
    with pytest.raises(ConflictError):
        reader.decide(item.key, is_mine=True)
    laptop.send(Answer.APPLIED)
    reader.decide(item.key, is_mine=False)
    laptop.write("UPDATE customers SET trade_name = 'Meu' WHERE id = ?", second.bytes)
    laptop.send(Answer.REJECTED, reason="gone", row=None)
    assert laptop.raw("SELECT count(*) FROM customers") == [(2,)], "a customer never goes alone"
    (item,) = reader.conflicts()
    assert item.theirs is None
    with pytest.raises(ConflictError):
        reader.decide(item.key, is_mine=True)
    assert laptop.store.to_send(10) == []


def test_a_next_contact_that_the_server_has_no_more_goes_and_is_asked_about(
    laptop: Laptop, reader: ReplicaReader
) -> None:
    key = _set_next(laptop, 2)
    laptop.send(Answer.APPLIED)
    laptop.write("UPDATE appointments SET note = 'Meu' WHERE id = ?", key.bytes)
    laptop.send(Answer.CONFLICT, reason="gone", row=None)
    assert laptop.raw("SELECT count(*) FROM appointments") == [(0,)]
    (item,) = reader.conflicts()
    with pytest.raises(ConflictError):
        reader.decide(item.key, is_mine=True)


def test_my_next_contact_takes_the_place_of_a_colleagues(
    laptop: Laptop, reader: ReplicaReader
) -> None:
    mine = _set_next(laptop, 2)
    names = [one for (one,) in laptop.raw("SELECT name FROM pragma_table_info('appointments')")]
    (row,) = laptop.raw("SELECT * FROM appointments")
    replaced = dict(zip(names, row, strict=True)) | {"state": "replaced"}
    entries = laptop.store.to_send(500)
    outcomes = [_answer(one.number, one.row, replaced) for one in entries]
    assert laptop.store.settle(outcomes, at=NOW) == 1
    theirs = _set_next(laptop, 3)
    laptop.send(Answer.APPLIED)
    (item,) = reader.conflicts()
    assert item.entity_id == mine
    assert item.theirs is not None
    assert item.theirs["id"] == theirs.bytes, "what stands is compared, not the own one, closed"
    reader.decide(item.key, is_mine=True)
    states = dict(laptop.raw("SELECT id, state FROM appointments"))
    assert states[mine.bytes] == "replaced"
    assert states[theirs.bytes] == "replaced"
    ((due,),) = laptop.raw("SELECT due_at FROM appointments WHERE state = 'open'")
    assert due == "2026-03-18 12:30:00.000000"
    assert {one.row.get("verb") for one in laptop.store.to_send(50)} >= {"add", "change"}


def _answer(number: int, row: Any, theirs: dict[str, Any]) -> Outcome:
    """Return that a next contact's place was taken, and everything else is in."""
    if row.get("entity") == "appointments":
        return Outcome(number, Answer.CONFLICT, "taken", theirs)
    return Outcome(number, Answer.APPLIED if "verb" in row else Answer.STORED)


def test_making_room_for_another_next_contact_is_no_question_of_its_own(
    laptop: Laptop, reader: ReplicaReader
) -> None:
    for days in (2, 3):
        _set_next(laptop, days)
        if days == 2:
            laptop.send(Answer.APPLIED)
    entries = laptop.store.to_send(500)
    changes = [one for one in entries if one.row.get("entity") == "appointments"]
    assert {one.row["verb"] for one in changes} == {"add", "change"}
    laptop.store.settle(
        [Outcome(one.number, Answer.CONFLICT, "changed", None) for one in changes], at=NOW
    )
    assert [one.mine["state"] for one in reader.conflicts()] == ["open"]


@pytest.mark.parametrize(
    ("theirs", "asked"), [("done", 0), ("replaced", 0), ("cancelled", 0), ("open", 1)]
)
def test_a_next_contact_that_is_over_on_both_sides_is_no_question(
    laptop: Laptop, reader: ReplicaReader, theirs: str, asked: int
) -> None:
    key = _set_next(laptop, 2)
    laptop.send(Answer.APPLIED)
    columns = [one for (one,) in laptop.raw("SELECT name FROM pragma_table_info('appointments')")]
    (row,) = laptop.raw("SELECT * FROM appointments WHERE id = ?", key.bytes)
    laptop.write(
        "UPDATE appointments SET state = 'done', closed_at = due_at WHERE id = ?", key.bytes
    )
    other = dict(zip(columns, row, strict=True)) | {"state": theirs, "note": "No escritório"}
    laptop.send(Answer.CONFLICT, reason="changed", row=other)
    assert len(reader.conflicts()) == asked
    assert laptop.raw("SELECT state, note FROM appointments") == [(theirs, "No escritório")]


def test_the_log_keeps_a_thousand_lines(laptop: Laptop, reader: ReplicaReader) -> None:
    for number in range(1_005):
        laptop.store.note("synced", at=later(0), sent=number)
    lines = reader.log()
    assert len(lines) == 1_000
    assert lines[0].detail == {"sent": 1_004}


def test_names_and_sizes(laptop: Laptop, reader: ReplicaReader) -> None:
    book = SqlNameBook(laptop.engines)
    assert book.names([laptop.user.user_id, UUID(int=5)]) == {laptop.user.user_id: "ana"}
    assert book.last_author("customers", laptop.customers[0]) == ""
    storage = reader.storage()
    assert storage.customer_count == 2
    assert storage.file_bytes > 100_000
