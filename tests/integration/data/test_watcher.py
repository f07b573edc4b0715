"""Finding out what others committed."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import text

from cockpit.data.database import SqlDatabase
from cockpit.data.engine import connect_to
from cockpit.data.repositories.changes import MOST_NAMED
from cockpit.data.url import parse_address
from cockpit.data.watcher import watch
from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.errors import DatabaseError
from cockpit.domain.ids import new_id
from cockpit.services.ports import ChangeWatcher
from tests.integration.data.conftest import OnPurposeError, World

EVERYTHING = ChangeNotice.everything()


@pytest.fixture
def watcher(world: World) -> Iterator[ChangeWatcher]:
    made = watch(world.engines, world.database.is_own)
    yield made
    made.close()


@pytest.fixture
def elsewhere(world: World) -> Iterator[SqlDatabase]:
    """The same database in another program."""
    engines = connect_to(world.engines.address)
    yield SqlDatabase(engines, world.user.user_id)
    engines.close()


def commit(database: SqlDatabase, *customer_ids: UUID, topic: Topic = Topic.CONTACTS) -> None:
    """Note a change of customers."""
    with database.write() as unit:
        unit.changed(topic, customer_ids=customer_ids)


def notice(*customer_ids: UUID, topic: Topic = Topic.CONTACTS) -> ChangeNotice:
    """Return what a commit is found as."""
    return ChangeNotice(frozenset({topic}), frozenset(customer_ids))


def test_a_foreign_commit_is_found_once_and_names_its_customers(
    watcher: ChangeWatcher, elsewhere: SqlDatabase
) -> None:
    assert watcher.look() is None
    one, two = new_id(), new_id()
    commit(elsewhere, one, two)
    assert watcher.look() == notice(one, two)
    assert watcher.look() is None


def test_several_foreign_commits_are_found_together(
    watcher: ChangeWatcher, elsewhere: SqlDatabase
) -> None:
    one, two = new_id(), new_id()
    commit(elsewhere, one)
    commit(elsewhere, two, topic=Topic.AGENDA)
    found = watcher.look()
    assert found == ChangeNotice(frozenset({Topic.CONTACTS, Topic.AGENDA}), frozenset({one, two}))


def test_the_topics_of_an_overwritten_note_are_not_lost(
    watcher: ChangeWatcher, elsewhere: SqlDatabase
) -> None:
    one = new_id()
    commit(elsewhere, one)
    commit(elsewhere, one, topic=Topic.AGENDA)
    found = watcher.look()
    assert found is not None
    assert found.touches(Topic.CONTACTS)
    assert found.touches(Topic.AGENDA)


def test_an_own_commit_is_not_found(world: World, watcher: ChangeWatcher) -> None:
    commit(world.database, new_id())
    assert watcher.look() is None


def test_an_own_commit_does_not_hide_a_foreign_one(
    world: World, watcher: ChangeWatcher, elsewhere: SqlDatabase
) -> None:
    own, foreign = new_id(), new_id()
    commit(elsewhere, foreign)
    commit(world.database, own)
    assert watcher.look() == notice(foreign)


def test_a_change_of_very_many_is_a_change_of_everybody(
    watcher: ChangeWatcher, elsewhere: SqlDatabase
) -> None:
    commit(elsewhere, *(new_id() for _ in range(MOST_NAMED + 1)), topic=Topic.ORDERS)
    assert watcher.look() == ChangeNotice(frozenset({Topic.ORDERS}), None)


def test_a_preference_concerns_nobody(watcher: ChangeWatcher, elsewhere: SqlDatabase) -> None:
    with elsewhere.write() as unit:
        unit.settings.put("company", None, "x", 1)
        unit.changed(Topic.SETTINGS, customer_ids=[])
    assert watcher.look() == notice(topic=Topic.SETTINGS)


def test_what_nobody_sees_is_no_news_and_brings_no_old_news_back(
    watcher: ChangeWatcher, elsewhere: SqlDatabase
) -> None:
    commit(elsewhere, topic=Topic.SETTINGS)
    assert watcher.look() == notice(topic=Topic.SETTINGS)
    with elsewhere.write() as unit:
        unit.settings.put("company", None, "x", 1)
        unit.changed(customer_ids=[])
    assert watcher.look() is None


def test_a_commit_without_a_note_is_a_change_of_everything(
    world: World, watcher: ChangeWatcher
) -> None:
    other = connect_to(world.engines.address)
    with other.writing() as connection:
        connection.execute(text("UPDATE users SET name = 'Ana Luz'"))
    other.close()
    assert watcher.look() == EVERYTHING
    assert watcher.look() is None


def test_an_undone_write_is_not_found(watcher: ChangeWatcher, elsewhere: SqlDatabase) -> None:
    with suppress(OnPurposeError), elsewhere.write() as unit:
        unit.settings.put("company", None, "x", 1)
        unit.changed(Topic.SETTINGS)
        raise OnPurposeError
    assert watcher.look() is None


def test_a_number_that_was_rolled_back_hides_nothing(
    world: World, watcher: ChangeWatcher, elsewhere: SqlDatabase
) -> None:
    with suppress(OnPurposeError), world.database.write() as unit:
        unit.changed(Topic.CONTACTS, customer_ids=[new_id()])
        raise OnPurposeError
    foreign = new_id()
    commit(elsewhere, foreign)
    assert watcher.look() == notice(foreign)


def test_a_lost_connection_is_told_and_what_was_missed_is_found_after_it(postgres_url: str) -> None:
    engines, other = (connect_to(parse_address(postgres_url)) for _ in range(2))
    watcher, one = watch(engines), new_id()
    assert watcher.look() is None
    commit(SqlDatabase(other, new_id()), one)
    with other.writing() as connection:
        connection.execute(
            text(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        )
    with pytest.raises(DatabaseError):
        watcher.look()
    assert watcher.look() == notice(one)
    watcher.close()
    for each in (engines, other):
        each.close()


def test_a_reader_far_behind_believes_in_every_topic(sqlite_file: Path) -> None:
    engines = connect_to(parse_address(f"sqlite:///{sqlite_file}"))
    watcher, one = watch(engines), new_id()
    commit(SqlDatabase(engines, new_id()), one)
    with engines.writing() as connection:
        connection.execute(text("UPDATE customer_changes SET feed_xid = feed_xid + 5000"))
    assert watcher.look() == ChangeNotice(frozenset(Topic), frozenset({one}))
    watcher.close()
    engines.close()


def test_reading_is_no_change(world: World, watcher: ChangeWatcher) -> None:
    with world.database.read() as unit:
        unit.reference.outcomes()
    assert watcher.look() is None


def test_a_slow_writer_overtaken_by_a_fast_one_is_found(postgres_url: str) -> None:
    engines, other = (connect_to(parse_address(postgres_url)) for _ in range(2))
    slow_one, fast_one = new_id(), new_id()
    watcher = watch(engines)
    with SqlDatabase(other, new_id()).write() as slow:
        slow.settings.put("company", None, "x", 1)
        slow.changed(Topic.CONTACTS, customer_ids=[slow_one])
        commit(SqlDatabase(engines, new_id()), fast_one)
        assert watcher.look() is None
    assert watcher.look() == notice(slow_one, fast_one)
    assert watcher.look() is None
    watcher.close()
    for one in (engines, other):
        one.close()
