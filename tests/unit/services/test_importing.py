from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest

from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.clock import AsOfClock
from cockpit.domain.errors import BadInputError, DatabaseBusyError, DatabaseError, StorageFullError
from cockpit.domain.ids import new_id
from cockpit.domain.import_batches import LineBatch
from cockpit.domain.import_records import CustomerRecord, OrderRecord, RowProblem
from cockpit.domain.import_results import ImportProgress, ImportSummary
from cockpit.domain.import_sources import ImportMapping, SourceFormat
from cockpit.domain.messages import Message
from cockpit.domain.vocabulary import ImportKind, ImportState, Role, RowVerdict
from cockpit.services.import_runs import TRIES
from cockpit.services.import_tally import KEPT_PROBLEMS
from cockpit.services.importing import ImportService
from cockpit.services.ports import CurrentUser
from tests.support.fakes import FakeDatabase, FakeFits, FakeMetrics, FakeProblemFiles

ODD = (Message.of("imports.tax_id_invalid", value="1"),)
BROKEN = RowProblem(9, RowVerdict.REJECTED, (Message.of("imports.row_unreadable"),))
C, P = ImportKind.CUSTOMERS, ImportKind.ORDERS


def customer(code: str, name: str = "Agro Sul", flags: tuple[Message, ...] = ()) -> CustomerRecord:
    return CustomerRecord(code=code, legal_name=name, flags=flags)


def customers(count: int) -> list[CustomerRecord]:
    return [customer(str(number)) for number in range(count)]


def order(number: str, code: str, cents: int = 1000) -> OrderRecord:
    return OrderRecord(number=number, customer=code, ordered_on=date(2022, 2, 17), net_cents=cents)


@dataclass
class FakeFile:
    """A file in memory, cut into batches of ten lines; ``size`` counts lines."""

    kind: ImportKind
    contents: Sequence[Any]
    breaks_at: int | None = None
    sha256: str = "0" * 64
    format: SourceFormat = field(default_factory=SourceFormat)
    headers: tuple[str, ...] = ("codigo", "razao_social")

    @property
    def size(self) -> int:
        return len(self.contents)

    def batches(self) -> Iterator[LineBatch]:
        lines = list(enumerate(self.contents, start=2))
        for ordinal, begin in enumerate(range(0, len(lines), 10)):
            if ordinal == self.breaks_at:
                raise BadInputError("import_file_unreadable", file="x")
            part = lines[begin : begin + 10]
            cells = {line: (f"cell {line}",) for line, _ in part}
            yield LineBatch(ordinal, part[0][0], part[-1][0], begin + len(part), None, part, cells)


@dataclass
class FakeReader:
    files: dict[str, FakeFile] = field(default_factory=dict)
    mappings: list[ImportMapping] = field(default_factory=list)

    def open(self, path: Path, mappings: Sequence[ImportMapping] = ()) -> FakeFile:
        self.mappings = list(mappings)
        if path.name not in self.files:
            raise BadInputError("import_file_missing", file=path.name)
        return self.files[path.name]

    def preview(self, path: Path, mappings: Sequence[ImportMapping] = ()) -> Any:
        raise NotImplementedError


class World:
    def __init__(self, role: Role = Role.ADMINISTRATOR) -> None:
        self.database = FakeDatabase()
        self.reader = FakeReader()
        self.metrics = FakeMetrics(self.database)
        self.fits = FakeFits()
        self.problem_files = FakeProblemFiles()
        self.progress: list[ImportProgress] = []
        self.service = ImportService(
            self.database,
            self.reader,
            self.problem_files,
            cast("Any", self.metrics),
            cast("Any", self.fits),
            AsOfClock(date(2022, 3, 22)),
            CurrentUser(new_id(), new_id(), "ana", "Ana", role),
        )

    def run(self, *names: str, **more: Any) -> list[ImportSummary]:
        paths = [Path(name) for name in names]
        return self.service.run(paths, origin="terminal", report=self.progress.append, **more)

    def touching(self) -> list[ChangeNotice]:
        """Return the notices that name customers."""
        return [notice for notice in self.database.notices if notice.customer_ids]

    def trial(self, *names: str) -> list[ImportSummary]:
        return self.service.trial([Path(name) for name in names])

    def states(self) -> list[ImportState]:
        return [one.state for one in self.database.state.runs.values()]


@pytest.fixture
def world() -> World:
    return World()


def counts(summary: ImportSummary) -> tuple[int, int, int, int, int, int]:
    it = summary.counts
    return (it.total, it.new, it.changed, it.unchanged, it.flagged, it.rejected)


def test_customers_come_before_orders_whatever_the_order_given(world: World) -> None:
    world.reader.files = {
        "p.csv": FakeFile(P, [order("1", "C1"), order("2", "C2")], sha256="p"),
        "c.csv": FakeFile(C, [customer("C1"), customer("C2", flags=ODD)]),
    }
    first, second = world.run("p.csv", "c.csv")
    assert (first.kind, counts(first)) == (C, (2, 1, 0, 0, 1, 0))
    assert (second.kind, counts(second)) == (P, (2, 2, 0, 0, 0, 0))
    assert len(world.database.state.customers) == 2
    assert world.metrics.refreshed == [frozenset(world.database.state.customers)]
    assert world.fits.asked == 1


def test_nothing_is_written_when_one_file_is_bad(world: World) -> None:
    world.reader.files = {"c.csv": FakeFile(C, [customer("C1")])}
    with pytest.raises(BadInputError) as caught:
        world.run("c.csv", "missing.csv")
    assert caught.value.message.as_dict() == {"file": "missing.csv"}
    assert world.database.commits == 0


def test_a_bad_file_is_left_out_where_somebody_is_told(world: World) -> None:
    world.reader.files = {"c.csv": FakeFile(C, [customer("C1")])}
    refused: list[tuple[Path, BadInputError]] = []
    (summary,) = world.run(
        "missing.csv", "c.csv", on_refused=lambda path, error: refused.append((path, error))
    )
    assert counts(summary) == (1, 1, 0, 0, 0, 0)
    assert [path.name for path, _ in refused] == ["missing.csv"]


def test_running_again_changes_nothing_and_touches_nobody(world: World) -> None:
    world.reader.files = {
        "c.csv": FakeFile(C, [customer("C1"), customer("C2", flags=ODD)]),
        "p.csv": FakeFile(P, [order("1", "C1")], sha256="p"),
    }
    world.run("c.csv", "p.csv")
    before, orders = world.database.state.customers, world.database.state.orders
    notices, refreshed = len(world.touching()), len(world.metrics.refreshed)
    first, second = world.run("c.csv", "p.csv")
    assert counts(first) == (2, 0, 0, 1, 1, 0)
    assert counts(second) == (1, 0, 0, 1, 0, 0)
    assert (before, orders) == (world.database.state.customers, world.database.state.orders)
    assert len(world.touching()) == notices
    assert len(world.metrics.refreshed) == refreshed


def test_only_the_customers_touched_are_recomputed(world: World) -> None:
    world.reader.files["c.csv"] = FakeFile(C, [customer("C1"), customer("C2")])
    world.run("c.csv")
    world.reader.files["c.csv"] = FakeFile(C, [customer("C1"), customer("C2", "Beta")], sha256="b")
    (summary,) = world.run("c.csv")
    assert counts(summary) == (2, 0, 1, 1, 0, 0)
    (beta,) = (key for key, one in world.database.state.customers.items() if one.code == "C2")
    assert world.metrics.refreshed[-1] == frozenset({beta})
    (notice,) = world.touching()[1:]
    assert notice == ChangeNotice(frozenset({Topic.CUSTOMERS}), frozenset({beta}))


def test_a_summary_has_the_first_problems_and_counts_all_of_them(world: World) -> None:
    contents = [customer(str(n), flags=ODD) for n in range(KEPT_PROBLEMS + 5)] + [BROKEN]
    world.reader.files["c.csv"] = FakeFile(C, contents)
    (trial,) = world.trial("c.csv")
    (summary,) = world.run("c.csv")
    for one in (trial, summary):
        assert one.counts.flagged == KEPT_PROBLEMS + 5
        assert len(one.problems) == KEPT_PROBLEMS
        assert list(one.reasons) == [
            ("imports.tax_id_invalid", RowVerdict.FLAGGED, KEPT_PROBLEMS + 5),
            ("imports.row_unreadable", RowVerdict.REJECTED, 1),
        ]


def test_a_trial_says_what_a_run_would_and_writes_nothing(world: World) -> None:
    world.reader.files = {
        "c.csv": FakeFile(C, [customer("C1"), customer("C1", "Beta")]),
        "p.csv": FakeFile(P, [order("1", "??"), BROKEN, order("2", "C1")], sha256="p"),
    }
    tried = world.trial("p.csv", "c.csv")
    assert world.database.commits == 0
    assert not world.database.state.customers
    stored = world.run("p.csv", "c.csv")
    assert [counts(one) for one in tried] == [counts(one) for one in stored]
    assert [tuple(one.problems) for one in tried] == [tuple(one.problems) for one in stored]
    assert [one.import_id for one in tried] == [None, None]


def test_each_batch_commits_by_itself_and_is_reported(world: World) -> None:
    world.reader.files["c.csv"] = FakeFile(C, customers(21))
    world.run("c.csv")
    assert [(one.lines, one.position, one.size) for one in world.progress] == [
        (0, 0, 21), (10, 10, 21), (20, 20, 21), (21, 21, 21), (21, 21, 21),
    ]  # fmt: skip
    assert world.database.commits == 1 + 3 + 1


def test_a_file_that_breaks_half_way_leaves_whole_batches_and_true_statistics(world: World) -> None:
    world.reader.files["c.csv"] = FakeFile(C, customers(15), breaks_at=1)
    with pytest.raises(BadInputError):
        world.run("c.csv")
    assert len(world.database.state.customers) == 10
    assert world.states() == [ImportState.FAILED]
    assert world.metrics.refreshed == [frozenset(world.database.state.customers)]


def test_the_same_file_again_goes_on_where_it_stopped(world: World) -> None:
    world.reader.files["c.csv"] = FakeFile(C, customers(25), breaks_at=2)
    with pytest.raises(BadInputError):
        world.run("c.csv")
    world.reader.files["c.csv"] = FakeFile(C, customers(25))
    (summary,) = world.run("c.csv")
    assert counts(summary) == (25, 25, 0, 0, 0, 0)
    assert world.states() == [ImportState.DONE]
    assert len(world.metrics.refreshed[-1]) == 5, "the others are up to date"


def test_whoever_a_killed_run_left_without_statistics_gets_them(world: World) -> None:
    world.reader.files["c.csv"] = FakeFile(C, customers(3))
    world.run("c.csv")
    left = frozenset(list(world.database.state.customers)[:2])
    world.database.state.missing |= left
    world.run("c.csv")
    assert world.metrics.refreshed[-1] == left


def test_a_batch_that_another_program_stored_is_not_stored_again(world: World) -> None:
    world.reader.files["c.csv"] = FakeFile(C, customers(20))
    other = World()
    other.reader, other_service = world.reader, other.service
    object.__setattr__(other_service, "database", world.database)
    object.__setattr__(other_service, "reader", world.reader)
    is_first = [True]

    def be_overtaken(progress: ImportProgress) -> None:
        if is_first and progress.lines == 10:
            is_first.clear()
            other_service.run([Path("c.csv")], origin="screen")

    world.service.run([Path("c.csv")], origin="terminal", report=be_overtaken)
    (run,) = world.database.state.runs.values()
    assert (run.counts.new, run.state) == (20, ImportState.DONE)


def test_cancelling_keeps_whole_batches_and_leaves_out_the_later_files(world: World) -> None:
    world.reader.files = {
        "c.csv": FakeFile(C, customers(30)),
        "p.csv": FakeFile(P, [order("1", "1")], sha256="p"),
    }
    first, second = world.run("c.csv", "p.csv", is_cancelled=lambda: len(world.progress) > 1)
    assert (first.is_cancelled, first.counts.new) == (True, 10)
    assert (second.is_cancelled, second.counts.total, second.import_id) == (True, 0, None)
    assert world.states() == [ImportState.FAILED]
    assert world.metrics.refreshed == [frozenset(world.database.state.customers)]


def test_a_failing_database_stores_no_half_batch(world: World) -> None:
    def fail_the_second_batch(commit: int) -> None:
        if commit == 3:
            raise DatabaseError("database_io")

    world.database.before_commit = fail_the_second_batch
    world.reader.files["c.csv"] = FakeFile(C, customers(20))
    with pytest.raises(DatabaseError):
        world.run("c.csv")
    assert len(world.database.state.customers) == 10


@pytest.mark.parametrize(("failures", "is_stored"), [(TRIES - 1, True), (TRIES, False)])
def test_a_batch_waits_some_time_for_another_writer(
    world: World, failures: int, is_stored: bool
) -> None:
    left = [failures]

    def be_busy(commit: int) -> None:
        if commit == 2 and left[0]:
            left[0] -= 1
            raise DatabaseBusyError("database_locked")

    world.database.before_commit = be_busy
    world.reader.files["c.csv"] = FakeFile(C, customers(5))
    if is_stored:
        (summary,) = world.run("c.csv")
        assert summary.counts.new == 5
    else:
        with pytest.raises(DatabaseBusyError):
            world.run("c.csv")


def test_a_disk_that_fills_up_after_the_lines_does_not_deny_them(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def be_full(customer_ids: object) -> int:
        raise StorageFullError("disk_full")

    monkeypatch.setattr(world.metrics, "refresh", be_full)
    world.reader.files["c.csv"] = FakeFile(C, customers(5))
    with pytest.raises(StorageFullError, match="import_follow_disk_full"):
        world.run("c.csv")
    assert len(world.database.state.customers) == 5


def test_kept_layouts_are_used_after_those_given(world: World) -> None:
    kept, given = ImportMapping(C, {}, ("a",)), ImportMapping(P, {})
    world.reader.files["c.csv"] = FakeFile(C, customers(1))
    world.service.keep_mapping(kept)
    world.run("c.csv", mappings=[given])
    assert world.reader.mappings == [given, kept]


def test_problem_lines_are_written_with_their_reasons_in_words(world: World) -> None:
    world.reader.files["c.csv"] = FakeFile(C, [customer("1"), BROKEN, customer("2", flags=ODD)])
    (summary,) = world.run("c.csv")
    assert summary.import_id is not None
    count = world.service.save_problems(summary.import_id, Path("x.csv"), lambda one: one.key)
    ((path, source, rows),) = world.problem_files.written
    assert (count, path, source.headers) == (2, Path("x.csv"), ("codigo", "razao_social"))
    assert rows == [
        (("cell 3",), "imports.row_unreadable"), (("cell 4",), "imports.tax_id_invalid"),
    ]  # fmt: skip


def test_undoing_recomputes_those_concerned(world: World) -> None:
    world.reader.files["c.csv"] = FakeFile(C, customers(3))
    (summary,) = world.run("c.csv")
    assert summary.import_id is not None
    result = world.service.undo(summary.import_id)
    assert (result.removed, result.obstacles) == (3, ())
    assert world.metrics.refreshed[-1] == result.touched
    assert Topic.CUSTOMERS in world.database.notices[-1].topics


def test_what_others_built_on_is_left_alone(world: World) -> None:
    world.reader.files["c.csv"] = FakeFile(C, customers(3))
    world.reader.files["p.csv"] = FakeFile(P, [order("1", "1")], sha256="p")
    first, _ = world.run("c.csv", "p.csv")
    assert first.import_id is not None
    notices, refreshed = list(world.database.notices), list(world.metrics.refreshed)
    assert world.service.undo(first.import_id).obstacles
    assert (world.database.notices, world.metrics.refreshed) == (notices, refreshed)


def test_an_import_that_was_undone_while_it_ran_does_not_look_stored(world: World) -> None:
    world.reader.files["c.csv"] = FakeFile(C, customers(15))

    def undo_it(progress: ImportProgress) -> None:
        runs = world.database.state.runs
        if progress.lines == 10:
            runs.update({key: replace(run, state=ImportState.UNDONE) for key, run in runs.items()})

    with pytest.raises(BadInputError, match="import_undone_meanwhile"):
        world.service.run([Path("c.csv")], report=undo_it)


def test_an_import_that_nobody_made_cannot_be_undone(world: World) -> None:
    with pytest.raises(BadInputError, match="import_unknown"):
        world.service.undo(new_id())


def test_a_salesperson_may_neither_import_nor_undo_nor_keep_layouts() -> None:
    world = World(Role.OPERATOR)
    world.reader.files["c.csv"] = FakeFile(C, customers(1))
    assert not world.service.may_import
    with pytest.raises(BadInputError, match="import_not_allowed"):
        world.run("c.csv")
    with pytest.raises(BadInputError, match="import_not_allowed"):
        world.service.undo(new_id())
    with pytest.raises(BadInputError, match="import_not_allowed"):
        world.service.keep_mapping(ImportMapping(C, {}))
    assert world.database.commits == 0
