"""What a laptop's file captures, sends and stores."""

from json import loads
from pathlib import Path

import pytest

from cockpit.data.replica.making import create_replica, open_replica
from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.errors import DatabaseError
from cockpit.domain.facts import fingerprint
from cockpit.domain.ids import new_id
from cockpit.domain.sync import Answer, Rows
from tests.integration.data.replica.conftest import KEY, NOW, Laptop, later, rows_of


def test_what_comes_is_no_word_of_the_users(laptop: Laptop) -> None:
    assert laptop.raw("SELECT count(*) FROM customers") == [(2,)]
    assert laptop.store.to_send(10) == []
    standing = laptop.store.standing()
    assert (standing.cursor, standing.epoch, standing.carried) == (10, "one", "digest")
    assert standing.schema_revision == standing.own_revision
    assert not standing.is_first


def test_a_contact_waits_with_all_that_was_stored_with_it(laptop: Laptop) -> None:
    key = laptop.log(laptop.customers[0], "Sem preço ainda")
    entries = laptop.store.to_send(500)
    assert [one.number for one in entries] == list(range(1, len(entries) + 1))
    (contact,) = [one.row for one in entries if one.entity == "contacts"]
    assert contact["id"] == str(key)
    assert contact["note"] == "Sem preço ainda"
    assert contact["occurred_at"] == "2026-03-16T12:30:00.000000+00:00"
    assert "feed_xid" not in contact
    assert laptop.send() == entries
    assert laptop.store.to_send(500) == []
    assert laptop.store.standing().waiting_count == 0


def test_a_change_is_sent_with_what_was_there_before(laptop: Laptop) -> None:
    key = laptop.customers[0]
    laptop.write("UPDATE customers SET trade_name = 'é \"x\"', updated_at = ? WHERE id = ?",
                 "2026-03-16 12:30:00.000000", key.bytes)  # fmt: skip
    (entry,) = laptop.store.to_send(10)
    row = entry.row
    assert entry.entity == "commands"
    assert (row["entity"], row["entity_id"], row["verb"]) == ("customers", str(key), "change")
    assert row["base"]["trade_name"] is None
    assert row["value"] == {
        "trade_name": 'é "x"',
        "updated_at": "2026-03-16T12:30:00.000000+00:00",
    }
    names = ("id", "entity", "entity_id", "verb", "base_version", "base", "value", "user_id")
    assert row["content_sha256"] == fingerprint("commands", {name: row[name] for name in names})


def test_stamps_and_feeds_alone_are_not_worth_sending(laptop: Laptop) -> None:
    laptop.write("UPDATE customers SET updated_at = '2026-03-17 12:00:00.000000', feed_xid = 9")
    laptop.write("UPDATE customers SET trade_name = trade_name")
    assert laptop.store.to_send(10) == []


def test_facts_and_changes_share_the_numbers(laptop: Laptop) -> None:
    first, second = laptop.customers
    laptop.log(first)
    laptop.write("UPDATE customers SET trade_name = 'x' WHERE id = ?", first.bytes)
    with laptop.database.write() as unit:
        draft = AppointmentDraft(later(2), has_time=True)
        unit.agenda.set_next_contact(second, draft, user=laptop.user, contact_id=None, at=NOW)
    laptop.log(second)
    numbers = [one.number for one in laptop.store.to_send(500)]
    assert numbers == list(range(1, len(numbers) + 1))
    assert laptop.raw("SELECT last_number FROM replicas") == [(len(numbers),)]
    added = [one.row for one in laptop.store.to_send(500) if one.row.get("verb") == "add"]
    (appointment,) = [one["value"] for one in added if one["entity"] == "appointments"]
    assert appointment["has_time"] is True


def test_rows_are_not_stored_while_a_change_waits(laptop: Laptop) -> None:
    laptop.write("UPDATE customers SET trade_name = 'x' WHERE id = ?", laptop.customers[0].bytes)
    assert not laptop.store.apply(laptop.pulled(cursor=20), at=NOW).is_stored
    laptop.send(Answer.APPLIED)
    laptop.raw("SELECT 1")
    applied = laptop.store.apply(laptop.pulled(cursor=20), at=NOW)
    assert applied.is_stored
    assert laptop.store.standing().cursor == 20
    assert not laptop.store.apply(
        laptop.pulled(cursor=30, is_whole=False, asked_from=10), at=NOW
    ).is_stored


def test_what_was_refused_goes_back_to_the_servers_row(laptop: Laptop) -> None:
    key = laptop.customers[0]
    laptop.write("UPDATE customers SET trade_name = 'mine' WHERE id = ?", key.bytes)
    (rows,) = rows_of(laptop.office, ["customers"])
    row = dict(zip(rows.columns, next(r for r in rows.values if key.bytes in r), strict=True))
    laptop.send(Answer.CONFLICT, reason="changed", row=row | {"trade_name": "theirs"})
    assert laptop.raw("SELECT trade_name FROM customers WHERE id = ?", key.bytes) == [("theirs",)]
    ((mine, theirs, reason),) = laptop.raw("SELECT mine, theirs, reason FROM sync_conflicts")
    assert loads(mine)["trade_name"] == "mine"
    assert loads(theirs)["trade_name"] == "theirs"
    assert reason == "changed"
    assert laptop.raw("SELECT result FROM command_outcomes") == [("conflict",)]
    assert laptop.store.to_send(10) == []


def test_who_leaves_goes_with_everything_unless_something_waits(laptop: Laptop) -> None:
    first, second = laptop.customers
    laptop.log(first, "conversa")
    laptop.send()
    laptop.log(second, "ainda não enviado")
    pulled = laptop.pulled(cursor=20, is_whole=False, customers=frozenset())
    applied = laptop.store.apply(pulled, at=NOW)
    assert applied.left == 1
    assert laptop.raw("SELECT id FROM customers") == [(second.bytes,)]
    assert len(laptop.raw("SELECT note FROM contacts")) == 1
    assert laptop.raw("SELECT count(*) FROM outbox WHERE customer_id = ?", first.bytes) == [(0,)]
    assert laptop.store.standing().carried == ""
    number = laptop.raw("SELECT last_number FROM replicas")
    laptop.send()
    laptop.store.apply(laptop.pulled(cursor=30, is_whole=False, customers=frozenset()), at=NOW)
    assert laptop.raw("SELECT count(*) FROM contacts") == [(0,)]
    assert laptop.raw("SELECT last_number FROM replicas") == number


def test_everything_anew_sweeps_what_did_not_come(laptop: Laptop) -> None:
    sent = laptop.log(laptop.customers[0], "lost by the server")
    laptop.send(Answer.APPLIED)
    waiting = laptop.log(laptop.customers[0], "not sent")
    laptop.write("DELETE FROM queue_holds")
    entries = laptop.store.to_send(500)
    changes = [one for one in entries if one.entity == "commands"]
    assert not changes
    applied = laptop.store.apply(laptop.pulled(cursor=20), at=NOW)
    assert applied.is_stored
    assert applied.gone
    keys = {key for (key,) in laptop.raw("SELECT id FROM contacts")}
    assert waiting.bytes in keys
    assert sent.bytes not in keys


def test_another_server_is_offered_again_what_was_sent(laptop: Laptop) -> None:
    laptop.log(laptop.customers[0])
    sent = laptop.send()
    laptop.greet(epoch="two")
    assert laptop.store.to_send(500) == sent
    assert laptop.store.standing().cursor == 0
    laptop.send()
    laptop.at = later(91)
    laptop.greet(epoch="two")
    assert laptop.raw("SELECT count(*) FROM outbox") == [(0,)]


def test_a_copied_file_becomes_another_laptop(laptop: Laptop) -> None:
    laptop.log(laptop.customers[0])
    sent = laptop.send()
    laptop.log(laptop.customers[1])
    other = new_id()
    laptop.store.become(other)
    entries = laptop.store.to_send(500)
    assert [one.number for one in entries] == list(range(1, len(entries) + 1))
    assert {one.row["device_id"] for one in entries} == {str(other)}
    assert sent[0].row["device_id"] != str(other)
    laptop.log(laptop.customers[0])  # the program still says its former device
    after = laptop.store.to_send(500)
    assert [one.number for one in after] == list(range(1, len(after) + 1))
    assert {one.row["device_id"] for one in after} == {str(other)}


def test_a_file_opens_with_its_key_and_for_laptops_alone(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    create_replica(path, KEY, device_id=new_id(), user_id=new_id(), server="s").close()
    open_replica(path, KEY).close()
    with pytest.raises(DatabaseError):
        open_replica(path, bytes(32))
    with pytest.raises(DatabaseError):
        create_replica(path, KEY, device_id=new_id(), user_id=new_id(), server="s")
    assert b"SQLite" not in path.read_bytes()


def test_who_stayed_for_a_word_comes_whole_when_they_come_back(laptop: Laptop) -> None:
    first, second = laptop.customers
    laptop.log(first)
    laptop.store.apply(
        laptop.pulled(cursor=20, is_whole=False, customers=frozenset({second})), at=NOW
    )
    assert laptop.raw("SELECT count(*) FROM customers") == [(2,)]
    assert laptop.store.carried_now() == {second}


def test_an_erased_note_is_nowhere_any_more(laptop: Laptop) -> None:
    key = laptop.log(laptop.customers[0], "segredo de Osvaldo")
    laptop.send()
    names = [name for (name,) in laptop.raw("SELECT name FROM pragma_table_info('contacts')")]
    (row,) = laptop.raw("SELECT * FROM contacts WHERE id = ?", key.bytes)
    erased = dict(zip(names, row, strict=True)) | {"note": None, "feed_xid": 30}
    rows = [Rows("contacts", tuple(erased), [tuple(erased.values())])]
    laptop.store.apply(laptop.pulled(cursor=20, is_whole=False, rows=rows), at=NOW)
    assert laptop.raw("SELECT note FROM contacts WHERE id = ?", key.bytes) == [(None,)]
    assert laptop.raw("SELECT count(*) FROM contact_notes WHERE contact_notes MATCH 'osvaldo'") == [
        (0,)
    ]


def test_a_row_that_is_gone_takes_its_parts_and_former_wishes(laptop: Laptop) -> None:
    key = laptop.customers[0]
    laptop.write("UPDATE customers SET trade_name = 'x' WHERE id = ?", key.bytes)
    laptop.send(Answer.APPLIED)
    gone = [("customers", key)]
    applied = laptop.store.apply(laptop.pulled(cursor=20, is_whole=False, gone=gone), at=NOW)
    assert applied.gone == 1
    assert laptop.raw("SELECT count(*) FROM commands") == [(0,)]
    assert laptop.raw("SELECT count(*) FROM customers") == [(1,)]


def test_a_clock_years_ahead_forgets_nothing_that_was_sent(laptop: Laptop) -> None:
    laptop.log(laptop.customers[0])
    sent = laptop.send()
    laptop.at = later(3_650)
    laptop.greet(present=NOW)
    laptop.greet(epoch="two", present=NOW)
    assert laptop.store.to_send(500) == sent
