"""Transactions, and who is told of them."""

from contextlib import suppress
from uuid import UUID

import pytest
from sqlalchemy import text

from cockpit.data.database import SqlDatabase
from cockpit.data.errors import StatementFailedError
from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.errors import DatabaseError, GiroError
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import LifecycleStatus
from tests.integration.data.conftest import NOW, OnPurposeError, World, customer
from tests.support.at_once import at_once


def test_an_error_undoes_the_whole_unit_and_tells_nobody(world: World, acme: UUID) -> None:
    notices: list[ChangeNotice] = []
    world.database.subscribe(notices.append)

    def fail() -> None:
        with world.database.write() as unit:
            unit.contacts.add(world.draft(acme), user=world.user, status=LifecycleStatus.ACTIVE)
            unit.changed(Topic.CONTACTS)
            raise OnPurposeError

    with pytest.raises(OnPurposeError):
        fail()
    assert world.all_rows("contacts") == []
    assert notices == []


def test_a_notice_comes_after_the_commit_and_names_the_customers(world: World, acme: UUID) -> None:
    stored: list[int] = []
    notices: list[ChangeNotice] = []
    world.database.subscribe(lambda _: stored.append(len(world.all_rows("contacts"))))
    world.database.subscribe(notices.append)
    with world.database.write() as unit:
        unit.contacts.add(world.draft(acme), user=world.user, status=LifecycleStatus.ACTIVE)
        unit.changed(Topic.CONTACTS, customer_ids=[acme])
        unit.changed(Topic.AGENDA, customer_ids=[acme])
        assert notices == []
    assert stored == [1]
    assert notices == [ChangeNotice(frozenset({Topic.CONTACTS, Topic.AGENDA}), frozenset({acme}))]


def test_a_change_of_anybody_stays_anybodys(world: World, acme: UUID) -> None:
    notices: list[ChangeNotice] = []
    world.database.subscribe(notices.append)
    with world.database.write() as unit:
        unit.changed(Topic.METRICS)
        unit.changed(Topic.METRICS, customer_ids=[acme])
    assert notices[0].customer_ids is None


def test_a_failing_listener_does_not_make_a_saved_contact_look_lost(
    world: World, acme: UUID, caplog: pytest.LogCaptureFixture
) -> None:
    later: list[ChangeNotice] = []

    def broken(_notice: ChangeNotice) -> None:
        raise ValueError

    world.database.subscribe(broken)
    world.database.subscribe(later.append)
    with world.database.write() as unit:
        unit.changed(Topic.CONTACTS)
    assert len(later) == 1
    assert "a listener failed" in caplog.text
    caplog.clear()


def test_a_unit_for_reading_cannot_write(world: World) -> None:
    with pytest.raises(DatabaseError), world.database.read() as unit:
        unit.settings.put("company", None, "name", "Acme")


def test_a_unit_for_reading_sees_one_state(world: World, acme: UUID) -> None:
    with world.database.read() as unit:
        assert unit.work_list.columns(today=NOW.date(), at=NOW).last_contact_at == [None]
        world.log(world.draft(acme))
        assert unit.work_list.columns(today=NOW.date(), at=NOW).last_contact_at == [None]
    with world.database.read() as unit:
        assert unit.work_list.columns(today=NOW.date(), at=NOW).last_contact_at != [None]


def test_two_threads_write_at_once_and_number_their_facts_without_gaps(
    world: World, acme: UUID
) -> None:
    def work() -> None:
        for _ in range(10):
            world.log(world.draft(acme))

    at_once([work, work])
    with world.engines.reading() as connection:
        numbers = connection.execute(text("SELECT device_seq FROM contacts ORDER BY 1")).scalars()
        assert list(numbers) == list(range(1, 21))


def test_an_undone_unit_leaves_no_gap_in_the_numbers(world: World, acme: UUID) -> None:
    world.log(world.draft(acme))
    with suppress(OnPurposeError), world.database.write() as unit:
        unit.contacts.add(world.draft(acme), user=world.user, status=LifecycleStatus.ACTIVE)
        raise OnPurposeError
    world.log(world.draft(acme))
    with world.engines.reading() as connection:
        numbers = connection.execute(text("SELECT device_seq FROM contacts ORDER BY 1")).scalars()
        assert list(numbers) == [1, 2]


def test_a_fault_of_the_program_names_the_statement_but_no_value(world: World, acme: UUID) -> None:
    secret = "Fulano de Tal"
    with pytest.raises(StatementFailedError) as caught, world.engines.writing() as connection:
        connection.execute(
            text("INSERT INTO customers (id, legal_name) VALUES (:id, :name)"),
            {"id": acme.bytes if world.engines.is_sqlite else acme, "name": secret},
        )
    assert "INSERT INTO customers" in str(caught.value)
    assert secret not in str(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


def test_another_users_database_object_shares_the_data(world: World) -> None:
    other = SqlDatabase(world.engines, new_id())
    with world.database.write() as unit:
        unit.settings.put("company", None, "name", {"is": "Acme"})
    with other.read() as unit:
        assert unit.settings.get("company", None, "name") == {"is": "Acme"}
        assert unit.settings.get("company", None, "else") is None


def test_a_setting_is_replaced_and_kept_apart_by_scope_and_owner(world: World) -> None:
    me = world.user.user_id
    with world.database.write() as unit:
        for value in (1, 2):
            unit.settings.put("user", me, "theme", value)
            unit.settings.put("company", None, "theme", value * 10)
    with world.database.read() as unit:
        assert unit.settings.get("user", me, "theme") == 2
        assert unit.settings.get("company", None, "theme") == 20
        assert unit.settings.get("user", new_id(), "theme") is None


def test_the_loader_refuses_a_database_with_customers(world: World, acme: UUID) -> None:
    with pytest.raises(GiroError) as caught:
        world.load(customers=[customer(new_id(), "2")])
    assert caught.value.message.key == "error.database_not_empty"
    assert len(world.all_rows("customers")) == 1


def test_the_loader_stores_all_or_nothing(world: World) -> None:
    key = new_id()
    with pytest.raises(StatementFailedError):
        world.load(customers=[customer(key)], phones=[{"customer_id": new_id(), "raw": "1"}])
    assert world.all_rows("customers") == []


def test_the_loader_makes_customers_findable(world: World, acme: UUID) -> None:
    with world.database.read() as unit:
        (found,) = unit.work_list.columns(today=NOW.date(), at=NOW).search_text
    assert found == "parafusos 1 ltda acme 1 sao paulo 5511987654321"
