"""An import is a row that any program can go on with, each batch being stored once."""

from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from functools import partial
from uuid import UUID

import pytest
from sqlalchemy import update

from cockpit.data.engine import Engines, connect_to
from cockpit.data.imports.repository import SqlImportRepository
from cockpit.domain.ids import new_id
from cockpit.domain.import_results import BatchResult, ImportCounts, ImportSource
from cockpit.domain.import_sources import Container, DayOrder, SourceFormat
from cockpit.domain.vocabulary import ImportKind, ImportState
from models import Import
from models.types import utc_now
from tests.integration.data.conftest import NOW, World, engines, world
from tests.integration.data.imports.test_order_lines import SALE, keep_customers, source
from tests.support.at_once import at_once
from tests.support.order_lines import order_batch

__all__ = ["engines", "world"]

PEDIDOS = replace(
    source("pedidos.csv"),
    format=SourceFormat(Container.CSV, "cp1252", ";", "", 1, ",", DayOrder.DAY_FIRST),
    headers=("Número", "Cliente"),
)
BATCHES = [
    order_batch(
        [(line, replace(SALE, number=str(line))) for line in range(first, first + 5)],
        ordinal=ordinal,
    )
    for ordinal, first in enumerate((2, 7, 12, 17))
]


def begin(world: World, wanted: ImportSource = PEDIDOS) -> UUID:
    with world.database.write() as unit:
        return unit.imports.begin(wanted, user=world.user, at=NOW).import_id


def store(opened: Engines, import_id: UUID, ordinal: int) -> BatchResult | None:
    with opened.writing() as connection:
        repository = SqlImportRepository(connection)
        memory = repository.memory(today=NOW.date(), is_trial=False)
        return repository.store(import_id, BATCHES[ordinal], memory)


def fall_silent(world: World, import_id: UUID, silence: timedelta) -> None:
    """Let an import's last sign of life be so long ago."""
    with world.engines.writing() as connection:
        connection.execute(
            update(Import).where(Import.id == import_id).values(updated_at=utc_now() - silence)
        )


@pytest.fixture
def ready(world: World) -> World:
    with world.engines.writing() as connection:
        keep_customers(connection, world)
    return world


def test_an_import_is_listed_as_it_was_opened_with_what_it_did(ready: World) -> None:
    key = begin(ready)
    store(ready.engines, key, 0)
    store(ready.engines, key, 1)
    with ready.database.read() as unit:
        run = unit.imports.run(key)
        assert unit.imports.runs(1) == [run]
    assert run is not None
    assert run.source == PEDIDOS
    assert (run.state, run.user_name, run.started_at) == (ImportState.RUNNING, "ana", NOW)
    assert (run.batches_done, run.position, run.counts) == (2, 11, ImportCounts(new=10))
    with ready.database.read() as unit:
        assert unit.imports.run(new_id()) is None


def test_an_import_that_was_interrupted_goes_on_where_it_stopped(ready: World) -> None:
    key = begin(ready)
    store(ready.engines, key, 0)
    with ready.database.write() as unit:
        stopped = unit.imports.finish(key, is_complete=False, at=NOW)
    assert (stopped.state, stopped.finished_at) == (ImportState.FAILED, NOW)
    with ready.database.write() as unit:
        run = unit.imports.begin(PEDIDOS, user=ready.user, at=NOW)
    assert (run.import_id, run.state, run.batches_done) == (key, ImportState.RUNNING, 1)
    assert run.finished_at is None
    assert store(ready.engines, key, 0) is None
    assert store(ready.engines, key, 1) is not None


@pytest.mark.parametrize(
    "other",
    [
        replace(PEDIDOS, sha256="f" * 64),
        replace(PEDIDOS, kind=ImportKind.RECEIVABLES),
    ],
)
def test_another_file_is_another_import(ready: World, other: ImportSource) -> None:
    assert begin(ready) == begin(ready) != begin(ready, other)


def test_a_file_whose_import_is_done_is_imported_anew(ready: World) -> None:
    key = begin(ready)
    with ready.database.write() as unit:
        assert unit.imports.finish(key, is_complete=True, at=NOW).state is ImportState.DONE
    again = begin(ready)
    assert again != key
    assert store(ready.engines, key, 0) is None


def test_an_import_that_was_undone_takes_no_further_batch_and_stays_undone(ready: World) -> None:
    key = begin(ready)
    store(ready.engines, key, 0)
    fall_silent(ready, key, timedelta(minutes=2))
    with ready.database.write() as unit:
        assert unit.imports.undo(key, at=NOW).removed == 5
    assert store(ready.engines, key, 1) is None
    with ready.database.write() as unit:
        assert unit.imports.finish(key, is_complete=True, at=NOW).state is ImportState.UNDONE
    assert begin(ready) != key


@pytest.mark.parametrize(
    ("silence", "is_undone"),
    [(timedelta(seconds=30), False), (timedelta(minutes=2), True), (-timedelta(hours=1), True)],
    ids=["at work", "killed", "another computer's wrong clock"],
)
def test_only_an_import_that_is_at_work_cannot_be_undone(
    ready: World, silence: timedelta, is_undone: bool
) -> None:
    key = begin(ready)
    store(ready.engines, key, 0)
    fall_silent(ready, key, silence)
    with ready.database.write() as unit:
        result = unit.imports.undo(key, at=NOW)
    assert [one.key for one in result.obstacles] == ([] if is_undone else ["imports.undo_running"])
    with ready.database.read() as unit:
        run = unit.imports.run(key)
    assert run is not None
    assert run.state is (ImportState.UNDONE if is_undone else ImportState.RUNNING)


def test_an_import_that_has_just_begun_is_at_work(ready: World) -> None:
    key = begin(ready)
    with ready.database.write() as unit:
        assert unit.imports.undo(key, at=NOW).obstacles


def test_a_batch_whose_transaction_fails_is_not_taken(ready: World) -> None:
    key = begin(ready)
    with ready.engines.writer.connect() as connection, connection.begin() as transaction:
        repository = SqlImportRepository(connection)
        memory = repository.memory(today=NOW.date(), is_trial=False)
        assert repository.store(key, BATCHES[0], memory) is not None
        transaction.rollback()
    assert ready.all_rows("orders") == []
    assert store(ready.engines, key, 0) is not None


def test_two_programs_with_one_file_share_its_batches(ready: World) -> None:
    keys = []

    def program(opened: Engines) -> list[bool]:
        key = begin(ready)
        keys.append(key)
        return [store(opened, key, ordinal) is not None for ordinal in range(len(BATCHES))]

    with closing(connect_to(ready.engines.address)) as other:
        first, second = at_once([partial(program, opened) for opened in (ready.engines, other)])
    assert keys[0] == keys[1]
    assert [one + two for one, two in zip(first, second, strict=True)] == [1] * len(BATCHES)
    with ready.database.read() as unit:
        run = unit.imports.run(keys[0])
    assert run is not None
    assert (run.batches_done, run.counts) == (4, ImportCounts(new=20))
    assert len(ready.all_rows("orders")) == 20
    assert len(ready.all_rows("import_batches")) == 5
