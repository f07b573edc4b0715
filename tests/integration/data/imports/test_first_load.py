"""An empty order book is filled without its indexes, and always gets them back."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from cockpit.data.imports.repository import SqlImportRepository
from cockpit.data.startup import open_database
from models import Base
from models.types import utc_now
from tests.integration.data.conftest import NOW, World, engines, world
from tests.integration.data.imports.test_order_lines import SALE, keep_customers, source
from tests.support.order_lines import order_batch

__all__ = ["engines", "world"]

PEDIDOS = source("pedidos")
BATCH = order_batch([(line, replace(SALE, number=str(line))) for line in range(2, 9)])
COVERING = "ix_orders_customer_id_ordered_on_kind_net_cents"


@pytest.fixture
def ready(world: World) -> World:
    with world.engines.writing() as connection:
        keep_customers(connection, world)
    return world


def differences(world: World) -> list[Any]:
    """Return in what the database differs from the models."""
    with world.engines.reading() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": _is_compared})
        return list(compare_metadata(context, Base.metadata))


def _is_compared(
    thing: object, name: str | None, kind: str, is_reflected: bool, twin: object
) -> bool:
    """Leave the index of notes out: migration 0022 alone knows it."""
    is_search = (name or "").startswith(("contact_note", "ix_contacts_note_", "note_words"))
    return not (is_reflected and twin is None and is_search)


def begin_and_store(world: World) -> Any:
    with world.engines.writing() as connection:
        repository = SqlImportRepository(connection)
        run = repository.begin(PEDIDOS, user=world.user, at=NOW)
        memory = repository.memory(today=NOW.date(), is_trial=False)
        repository.store(run.import_id, BATCH, memory)
        return run.import_id


@pytest.mark.parametrize("is_complete", [True, False])
def test_whoever_ends_the_import_makes_the_indexes_and_references(
    ready: World, is_complete: bool
) -> None:
    key = begin_and_store(ready)
    lacking = repr(differences(ready))
    assert COVERING in lacking
    assert ("fk_orders_customer_id" in lacking) == (not ready.engines.is_sqlite)
    with ready.database.write() as unit:
        unit.imports.finish(key, is_complete=is_complete, at=NOW)
    assert differences(ready) == []


def test_a_start_of_the_program_makes_them_where_an_import_was_killed(ready: World) -> None:
    key = begin_and_store(ready)
    open_database(ready.engines.address).close()
    assert differences(ready) != []  # the import is at work
    long_ago = utc_now() - timedelta(hours=1)
    with ready.engines.writing() as connection:
        imports = Base.metadata.tables["imports"]
        connection.execute(imports.update().where(imports.c.id == key).values(updated_at=long_ago))
    open_database(ready.engines.address).close()
    assert differences(ready) == []


def test_undoing_a_killed_first_load_makes_them_before_it_looks_for_single_orders(
    ready: World,
) -> None:
    key = begin_and_store(ready)
    long_ago = utc_now() - timedelta(hours=1)
    with ready.engines.writing() as connection:
        imports = Base.metadata.tables["imports"]
        connection.execute(imports.update().where(imports.c.id == key).values(updated_at=long_ago))
    with ready.database.write() as unit:
        assert unit.imports.undo(key, at=NOW).obstacles == ()
    assert differences(ready) == []


def test_an_order_book_with_orders_keeps_its_indexes(ready: World) -> None:
    key = begin_and_store(ready)
    with ready.database.write() as unit:
        unit.imports.finish(key, is_complete=True, at=NOW)
        other = replace(PEDIDOS, sha256="e" * 64)
        unit.imports.begin(other, user=ready.user, at=NOW)
    assert differences(ready) == []


def test_somebody_who_reads_the_orders_of_a_server_is_not_disturbed(ready: World) -> None:
    with ready.engines.reading() as reader:
        reader.exec_driver_sql("SELECT count(*) FROM orders").scalar()
        begin_and_store(ready)
    if not ready.engines.is_sqlite:
        assert differences(ready) == []
    assert len(ready.all_rows("orders")) == 7
