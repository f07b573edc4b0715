from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest

from cockpit.domain.changes import Topic
from cockpit.domain.clock import AsOfClock
from cockpit.domain.errors import BadInputError, DatabaseError
from cockpit.domain.ids import new_id
from cockpit.domain.import_records import (
    CustomerRecord,
    ImportSummary,
    OrderRecord,
    RowProblem,
)
from cockpit.domain.messages import Message
from cockpit.domain.vocabulary import Role, RowVerdict
from cockpit.services.importing import BATCH_SIZE, KEPT_PROBLEMS, ImportService, Line
from cockpit.services.ports import CurrentUser
from tests.support.fakes import FakeDatabase, FakeFits, FakeMetrics

ODD = (Message.of("imports.tax_id_invalid", value="1"),)
BROKEN = RowProblem(9, RowVerdict.REJECTED, (Message.of("imports.row_unreadable"),))


def customer(code: str, name: str = "Agro Sul", flags: tuple[Message, ...] = ()) -> CustomerRecord:
    return CustomerRecord(code=code, legal_name=name, flags=flags)


def order(number: str, code: str, cents: int = 1000) -> OrderRecord:
    return OrderRecord(number=number, customer=code, ordered_on=date(2022, 2, 17), net_cents=cents)


@dataclass
class FakeFile:
    kind: str
    contents: list[Any]
    breaks_at: int | None = None
    sha256: str = "0" * 64

    def records(self) -> Iterator[Line]:
        for number, content in enumerate(self.contents, start=2):
            if number == self.breaks_at:
                raise BadInputError("import_file_unreadable", file="x")
            yield number, content


@dataclass
class FakeReader:
    files: dict[str, FakeFile] = field(default_factory=dict)

    def open(self, path: Path) -> FakeFile:
        if path.name not in self.files:
            raise BadInputError("import_file_missing", file=path.name)
        return self.files[path.name]


@dataclass
class World:
    database: FakeDatabase = field(default_factory=FakeDatabase)
    reader: FakeReader = field(default_factory=FakeReader)
    metrics: FakeMetrics = field(default_factory=FakeMetrics)
    fits: FakeFits = field(default_factory=FakeFits)
    progress: list[tuple[str, int]] = field(default_factory=list)

    def run(self, *names: str) -> list[ImportSummary]:
        service = ImportService(
            self.database,
            self.reader,
            cast("Any", self.metrics),
            cast("Any", self.fits),
            AsOfClock(date(2022, 3, 22)),
            CurrentUser(new_id(), new_id(), "ana", "Ana", Role.ADMINISTRATOR),
        )
        return service.run(
            [Path(name) for name in names], lambda name, done: self.progress.append((name, done))
        )


@pytest.fixture
def world() -> World:
    return World()


def counts(summary: ImportSummary) -> tuple[int, int, int, int, int, int]:
    return (
        summary.total,
        summary.new,
        summary.changed,
        summary.unchanged,
        summary.flagged,
        summary.rejected,
    )


def test_customers_come_before_orders_whatever_the_order_given(world: World) -> None:
    world.reader.files = {
        "p.csv": FakeFile("pedidos", [order("1", "C1"), order("2", "C2")]),
        "c.csv": FakeFile("clientes", [customer("C1"), customer("C2", flags=ODD)]),
    }
    first, second = world.run("p.csv", "c.csv")
    assert (first.kind, counts(first)) == ("clientes", (2, 1, 0, 0, 1, 0))
    assert (second.kind, counts(second)) == ("pedidos", (2, 2, 0, 0, 0, 0))
    assert len(world.database.state.customers) == 2
    assert world.metrics.refreshed == [frozenset(world.database.state.customers)]


def test_nothing_is_written_when_one_file_is_bad(world: World) -> None:
    world.reader.files = {"c.csv": FakeFile("clientes", [customer("C1")])}
    with pytest.raises(BadInputError):
        world.run("c.csv", "missing.csv")
    assert world.database.commits == 0


def test_running_again_changes_nothing_and_touches_nobody(world: World) -> None:
    world.reader.files = {
        "c.csv": FakeFile("clientes", [customer("C1"), customer("C2", flags=ODD)]),
        "p.csv": FakeFile("pedidos", [order("1", "C1")]),
    }
    world.run("c.csv", "p.csv")
    customers, orders = world.database.state.customers, world.database.state.orders
    notices, refreshed = len(world.database.notices), len(world.metrics.refreshed)
    first, second = world.run("c.csv", "p.csv")
    assert counts(first) == (2, 0, 0, 1, 1, 0)
    assert counts(second) == (1, 0, 0, 1, 0, 0)
    assert (customers, orders) == (world.database.state.customers, world.database.state.orders)
    assert len(world.database.notices) == notices
    assert len(world.metrics.refreshed) == refreshed


def test_only_the_customers_touched_are_recomputed(world: World) -> None:
    world.reader.files["c.csv"] = FakeFile("clientes", [customer("C1"), customer("C2")])
    world.run("c.csv")
    world.reader.files["c.csv"] = FakeFile("clientes", [customer("C1"), customer("C2", "Beta")])
    (summary,) = world.run("c.csv")
    assert counts(summary) == (2, 0, 1, 1, 0, 0)
    (beta,) = (key for key, one in world.database.state.customers.items() if one.code == "C2")
    assert world.metrics.refreshed[-1] == frozenset({beta})
    assert world.database.notices[-1].topics == frozenset({Topic.CUSTOMERS})
    assert world.database.notices[-1].customer_ids == frozenset({beta})


def test_an_order_of_an_unknown_customer_is_rejected_by_itself(world: World) -> None:
    world.reader.files["c.csv"] = FakeFile("clientes", [customer("C1")])
    world.reader.files["p.csv"] = FakeFile("pedidos", [order("1", "??"), BROKEN, order("2", "C1")])
    _, summary = world.run("c.csv", "p.csv")
    assert counts(summary) == (3, 1, 0, 0, 0, 2)
    assert [one.reasons[0].key for one in summary.problems] == [
        "imports.customer_unknown",
        "imports.row_unreadable",
    ]


def test_the_database_keeps_every_problem_with_its_totals(world: World) -> None:
    contents = [customer(str(n), flags=ODD) for n in range(KEPT_PROBLEMS + 5)]
    world.reader.files["c.csv"] = FakeFile("clientes", contents)
    (summary,) = world.run("c.csv")
    (stored,) = world.database.state.imports.values()
    assert len(stored.problems) == summary.flagged == KEPT_PROBLEMS + 5
    assert len(summary.problems) == KEPT_PROBLEMS
    assert stored.summary == summary


def test_batches_commit_one_by_one_and_report_progress(world: World) -> None:
    total = 2 * BATCH_SIZE + 1
    world.reader.files["c.csv"] = FakeFile("clientes", [customer(str(n)) for n in range(total)])
    world.run("c.csv")
    assert world.progress == [("c.csv", BATCH_SIZE), ("c.csv", 2 * BATCH_SIZE), ("c.csv", total)]
    assert world.database.commits == 1 + 3 + 1


def test_a_file_that_breaks_half_way_leaves_whole_batches_and_true_statistics(world: World) -> None:
    contents = [customer(str(n)) for n in range(BATCH_SIZE + 10)]
    world.reader.files["c.csv"] = FakeFile("clientes", contents, breaks_at=BATCH_SIZE + 5)
    with pytest.raises(BadInputError):
        world.run("c.csv")
    assert len(world.database.state.customers) == BATCH_SIZE
    assert world.metrics.refreshed == [frozenset(world.database.state.customers)]
    world.reader.files["c.csv"] = FakeFile("clientes", contents)
    (summary,) = world.run("c.csv")
    assert counts(summary) == (BATCH_SIZE + 10, 10, 0, BATCH_SIZE, 0, 0)


def test_a_failing_database_stores_no_half_batch(world: World) -> None:
    def fail_the_second_batch(commit: int) -> None:
        if commit == 3:
            raise DatabaseError("database_locked")

    world.database.before_commit = fail_the_second_batch
    contents = [customer(str(n)) for n in range(2 * BATCH_SIZE)]
    world.reader.files["c.csv"] = FakeFile("clientes", contents)
    with pytest.raises(DatabaseError):
        world.run("c.csv")
    assert len(world.database.state.customers) == BATCH_SIZE
