"""The benchmarks' parts, on a portfolio of two hundred customers; how long they take is no test."""

import json
import shutil
import sys
import types
from datetime import date, timedelta
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTableWidget

from cockpit.app.listed_rows import listed_rows
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.wiring import open_session
from cockpit.data import sqlite
from cockpit.domain.clock import SystemClock
from cockpit.domain.list_query import ListQuery
from scripts import bench
from scripts.bench_support import Outcome
from scripts.benchmarks.big_portfolio import Size, make_portfolio
from scripts.benchmarks.children import Portfolio, command, environment, run_to_report
from scripts.benchmarks.first_paint import PAINTED, WORKING
from scripts.benchmarks.probe import AfterImport, Marks
from scripts.benchmarks.refresh import Refresh, measure_load, measure_refresh, summary
from scripts.benchmarks.start_up import stage_table
from scripts.benchmarks.upkeep import measure_upkeep, wait_table
from scripts.benchmarks.window import PaintWaiter, Watchdog
from scripts.benchmarks.window_speed import measure_window, some_words
from tests.support.list_data import make_list, make_rows

SIZE = Size(customers=200, orders_each=6)


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Portfolio:
    home = tmp_path_factory.mktemp("tiny")
    make_portfolio(home, SIZE, as_of=SystemClock().today())
    return Portfolio("tiny", home)


def rows(home: Path, table: str) -> list[tuple[object, ...]]:
    connection = sqlite.connect(Paths(home).database, query_only=True)
    try:
        found: list[tuple[object, ...]] = connection.execute(
            f"SELECT * FROM {table} ORDER BY 1"
        ).fetchall()
    finally:
        connection.close()
    return found


def keyless(home: Path, table: str, columns: str) -> list[tuple[object, ...]]:
    connection = sqlite.connect(Paths(home).database, query_only=True)
    try:
        found: list[tuple[object, ...]] = connection.execute(
            f"SELECT {columns} FROM {table} ORDER BY id"
        ).fetchall()
    finally:
        connection.close()
    return found


def test_same_seed_and_day_make_the_same_portfolio(tmp_path: Path) -> None:
    day = date(2026, 3, 2)
    for name in ("one", "two"):
        make_portfolio(tmp_path / name, SIZE, as_of=day)
    for table, columns in (
        ("orders", "*"),
        ("phones", "*"),
        ("customers", "id, code, legal_name, tax_id, city, is_blocked, search_text"),
        ("contacts", "id, customer_id, occurred_at, outcome_id, content_sha256"),
        ("appointments", "id, customer_id, due_at"),
    ):
        first = keyless(tmp_path / "one", table, columns)
        assert first
        assert first == keyless(tmp_path / "two", table, columns)


def test_another_seed_makes_other_orders(tmp_path: Path) -> None:
    for seed in (1, 2):
        make_portfolio(tmp_path / str(seed), SIZE, as_of=date(2026, 3, 2), seed=seed)
    assert rows(tmp_path / "1", "orders") != rows(tmp_path / "2", "orders")


@pytest.mark.parametrize("customers", [1, 2, 7])
def test_portfolio_has_exactly_the_orders_asked_for(tmp_path: Path, customers: int) -> None:
    make_portfolio(tmp_path, Size(customers, 5), as_of=date(2026, 3, 2))
    assert len(rows(tmp_path, "customers")) == customers
    assert len(rows(tmp_path, "orders")) == customers * 5


def test_portfolio_keeps_every_reference_and_every_index(tiny: Portfolio) -> None:
    connection = sqlite.connect(Paths(tiny.home).database, query_only=True)
    try:
        strays = connection.execute("PRAGMA foreign_key_check").fetchall()
        names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    finally:
        connection.close()
    assert strays == []
    assert "ix_orders_customer_id_ordered_on_kind_net_cents" in names
    assert "ix_phones_customer_id_primary" in names


def test_portfolio_has_the_days_statistics_so_that_a_start_computes_none(tiny: Portfolio) -> None:
    with open_session(Options(), Paths(tiny.home)) as session:
        assert not session.metrics.refresh_if_stale()
        statuses = [row.status for row in listed_rows(session.work_list.load())]
    assert len(statuses) == SIZE.customers
    assert len(set(statuses)) > 2


def test_load_is_measured_against_a_query_of_as_many_rows(tiny: Portfolio) -> None:
    outcome = measure_load(tiny, pairs=1)
    assert outcome.name == "tiny: load the list"
    assert outcome.ours[0] > 0 < outcome.reference[0]


def test_true_program_reports_its_stages_up_to_the_working_window(tiny: Portfolio) -> None:
    shutil.rmtree(tiny.home / "cache", ignore_errors=True)  # what an earlier start kept
    seconds, reached = run_to_report(command("first_paint"), environment(tiny.home))
    assert seconds == reached[WORKING]
    assert sorted(reached, key=reached.__getitem__) == [
        "interpreter ready",
        "window code imported",
        "database code imported",
        "database open",
        "application made",
        "window built",
        "list asked for",
        "list there",
        PAINTED,
        WORKING,
    ]
    table = stage_table([reached, reached])
    assert table.splitlines()[-1].split()[:3] == WORKING.split()


def test_the_second_start_paints_rows_before_it_loads_the_window(tiny: Portfolio) -> None:
    for _ in range(2):
        _, reached = run_to_report(command("first_paint"), environment(tiny.home))
    assert reached[PAINTED] < reached["window code imported"] < reached[WORKING]


def test_empty_table_reports_its_paint(tiny: Portfolio) -> None:
    _, reached = run_to_report(command("empty_table"), environment(tiny.home))
    assert list(reached) == [PAINTED]


def test_another_processs_contact_is_seen_in_the_painted_list(
    tiny: Portfolio, qapp: QApplication
) -> None:
    (refresh,) = measure_refresh(tiny, qapp, times=1)
    assert refresh.noticed > 0 < refresh.painted
    assert len(rows(tiny.home, "contacts")) >= 2


def test_window_is_measured_by_keys_sorting_and_scrolling(
    tiny: Portfolio, qapp: QApplication
) -> None:
    names = [outcome.name for outcome in measure_window(tiny, qapp, rounds=1)]
    steps = ("key to painted list", "sort a column", "page down", "arrow down")
    assert names == [f"tiny: {step}" for step in steps]


def test_summary_tells_both_parts_of_the_way_and_the_gaps() -> None:
    lines = summary("tiny", [Refresh(0.2, 0.05, 0.02, 3), Refresh(0.4, 0.05, 0.03, 5)])
    assert "commit to painted                         p50 350 ms  p95 450 ms" in lines
    assert "gaps over 16 ms                           4 in a refresh" in lines


def test_words_to_type_occur_in_the_list() -> None:
    table = make_list(make_rows(12))
    rows = table.rows(range(len(table)))
    words = some_words(rows, 6)
    assert len(words) == 6
    assert all(len(table.select(ListQuery(text=word))) for word in words)


def test_watchdog_tells_how_long_the_loop_waited(qapp: QApplication) -> None:
    dog = Watchdog()
    dog.start()
    dog.stop()
    dog.gaps = [0.004, 0.017, 0.1]
    assert dog.longest == 0.1
    assert dog.over_a_frame == 2


def test_paint_waiter_waits_for_what_is_wanted(qapp: QApplication) -> None:
    table = QTableWidget(3, 3)
    paints = PaintWaiter(table)
    assert paints.seconds(table.show) > 0
    table.setFocus(Qt.FocusReason.OtherFocusReason)
    assert paints.seconds(table.viewport().update) > 0
    table.close()


def test_module_is_patched_when_it_is_imported_and_not_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "measured_thing.py").write_text("def work():\n    return 7\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    marks = Marks()

    def patch(module: types.ModuleType) -> None:
        marks.around(module, "work", before="begun", after="done")

    finder = AfterImport({"measured_thing": patch})
    monkeypatch.setattr(sys, "meta_path", [finder, *sys.meta_path])
    thing = import_module("measured_thing")
    assert json.loads(marks.report()) == {}
    assert thing.work() == 7
    first = json.loads(marks.report())
    assert list(first) == ["begun", "done"]
    thing.work()
    assert json.loads(marks.report()) == first


def test_quick_run_measures_less_and_any_part_can_be_asked_for(tmp_path: Path) -> None:
    whole, quick = bench.plan_of([]), bench.plan_of(["--quick", "--only", "refresh"])
    assert whole.size == Size(100_000, 10)
    assert whole.parts == bench.PARTS
    assert quick.parts == ("refresh",)
    assert quick.pairs < whole.pairs
    assert quick.size.customers < whole.size.customers
    three_million = bench.plan_of(["--orders-each", "30", "--keep", str(tmp_path)])
    assert three_million.size.orders == 3_000_000
    assert three_million.keep == tmp_path


def test_days_of_orders_end_at_the_portfolios_today(tiny: Portfolio) -> None:
    today = SystemClock().today()
    days = [str(row[0]) for row in keyless(tiny.home, "orders", "ordered_on")]
    assert max(days) <= today.isoformat()
    assert max(days) > (today - timedelta(days=60)).isoformat()


def test_ratio_of_an_outcome_reads_below_one_where_we_are_faster() -> None:
    assert Outcome("key", (0.01,), (0.03,)).ratio < 1


def test_a_fit_is_watched_beside_the_window_and_on_a_thread_of_it(
    tiny: Portfolio, qapp: QApplication
) -> None:
    with open_session(Options(), Paths(tiny.home)) as session:
        before = len(session.reports.fits(10))
    waits = measure_upkeep(tiny, qapp, idle_ms=60)
    assert all(wait.seconds > 0 and wait.gaps for wait in waits)
    with open_session(Options(), Paths(tiny.home)) as session:
        assert len(session.reports.fits(10)) == before + 2
    told = wait_table("tiny", waits).splitlines()
    assert [line.strip().partition("  ")[0] for line in told[1:]] == [
        "idle window", "fit in a program beside it", "fit on a thread of it"
    ]  # fmt: skip
    assert told[1].endswith("p99 x 1.00")
