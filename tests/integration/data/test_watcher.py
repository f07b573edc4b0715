"""Finding out what others committed."""

from collections.abc import Iterator
from contextlib import suppress

import pytest
from sqlalchemy import text

from cockpit.data.engine import connect_to
from cockpit.data.url import parse_address
from cockpit.data.watcher import watch
from cockpit.services.ports import ChangeWatcher
from tests.integration.data.conftest import OnPurposeError, World


@pytest.fixture
def watcher(world: World) -> Iterator[ChangeWatcher]:
    made = watch(world.engines)
    yield made
    made.close()


def test_a_foreign_commit_is_found_once(world: World, watcher: ChangeWatcher) -> None:
    assert not watcher.has_changed()
    other = connect_to(world.engines.address)
    with other.writing() as connection:
        connection.execute(text("UPDATE users SET name = 'Ana Luz'"))
    assert watcher.has_changed()
    assert not watcher.has_changed()
    other.close()


def test_an_own_commit_is_found_too(world: World, watcher: ChangeWatcher) -> None:
    with world.database.write() as unit:
        unit.settings.put("company", None, "x", 1)
    assert watcher.has_changed()


def test_an_undone_write_is_not_found(world: World, watcher: ChangeWatcher) -> None:
    with suppress(OnPurposeError), world.database.write() as unit:
        unit.settings.put("company", None, "x", 1)
        raise OnPurposeError
    assert not watcher.has_changed()


def test_reading_is_no_change(world: World, watcher: ChangeWatcher) -> None:
    with world.database.read() as unit:
        unit.work_list.columns()
    assert not watcher.has_changed()


def test_a_slow_writer_overtaken_by_a_fast_one_is_found(postgres_url: str) -> None:
    engines, other = (connect_to(parse_address(postgres_url)) for _ in range(2))
    add = text("INSERT INTO regions (id, code, name, created_at, updated_at) "
               "VALUES (gen_random_uuid(), :code, 'x', now(), now())")  # fmt: skip
    watcher = watch(engines)
    with other.writing() as slow:
        slow.execute(add, {"code": "slow"})
        with engines.writing() as fast:
            fast.execute(add, {"code": "fast"})
        assert not watcher.has_changed()
    assert watcher.has_changed()
    assert not watcher.has_changed()
    for one in (engines, other):
        one.close()
