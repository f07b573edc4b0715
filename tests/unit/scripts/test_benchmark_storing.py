"""The benchmark of storing orders on a hundred customers; how long it takes is no test."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from scripts import bench, bench_support
from scripts.benchmarks.storing import Stored, StoringPlan, print_storing, stored_table, write_files

PLAN = StoringPlan(
    orders=600, rows=60, customers=100, day_orders=40, day_customers=30, sheet_pairs=1
)


def test_each_engine_is_measured_bare_ours_and_again(capsys: pytest.CaptureFixture[str]) -> None:
    print_storing(PLAN)
    printed = capsys.readouterr().out
    for engine in ("SQLite", "PostgreSQL"):
        assert f"{engine}: 600 orders of 100 known customers, CSV" in printed
        assert re.search(rf"{engine}: 60 x 11 orders, XLSX .* x [0-9.]+\n", printed)
    for line in ("bare ", "ours, into an empty order book ", "ours, the same file again "):
        assert printed.count(f"\n{line}") == 2
    assert printed.count("one more day, 40 orders: ") == 2


def test_a_day_follows_the_past_with_new_numbers(tmp_path: Path) -> None:
    files = write_files(tmp_path, PLAN)
    past, day = (
        [line.split(";") for line in path.read_text("cp1252").splitlines()[1:]]
        for path in (files.orders, files.day)
    )
    assert (len(past), len(day)) == (600, 40)
    assert len({cells[0] for cells in past + day}) == 640
    assert len({cells[2] for cells in day}) == 1
    assert not {cells[2] for cells in day} & {cells[2] for cells in past}


def test_ratios_are_to_the_line_above_turn_by_turn() -> None:
    lines = stored_table([
        Stored("bare", (2.0, 4.0, 10.0), (1.0,) * 3, (0.0,) * 3, (100.0,) * 3),
        Stored("ours", (4.0, 4.0, 40.0), (2.0,) * 3, (3.0,) * 3, (50.0,) * 3, (0.5,) * 3, (0.25,)),
    ]).splitlines()  # fmt: skip
    assert lines[1].split() == ["bare", "4.00", "s", "1.00", "s", "100", "MiB"]
    assert lines[2].split() == [
        "ours", "4.00", "s", "2.00", "s", "3.00", "s", "0.50", "s", "0.25", "s", "50", "MiB",
        "x", "2.00",
    ]  # fmt: skip


@pytest.mark.skipif(sys.platform != "linux", reason="/proc tells it")
def test_peak_memory_is_a_programs_own_and_not_its_parents() -> None:
    held = bytearray(300 << 20)
    words = [sys.executable, "-c", "import scripts.bench_support as b; print(b.peak_mebibytes())"]
    done = subprocess.run(
        words, cwd=bench.ROOT, stdout=subprocess.PIPE, text=True, check=True, close_fds=False
    )
    assert 0 < int(done.stdout) < 150
    assert bench_support.peak_mebibytes() > len(held) >> 20


def test_a_quick_run_stores_less() -> None:
    assert bench.plan_of(["--only", "storing"]).parts == ("storing",)
    assert bench.plan_of([]).storing == StoringPlan()
    quick = bench.plan_of(["--quick"]).storing
    assert quick == StoringPlan(100_000, 20_000, 20_000, sheet_pairs=1)
