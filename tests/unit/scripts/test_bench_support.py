"""The benchmarks' own arithmetic: turns, medians, p95, ratios, table."""

import re

import pytest

from scripts import bench_support
from scripts.bench_support import Contest, Outcome, alternate, calibration_line, p95, table


def test_both_run_by_turns_after_a_run_that_is_not_counted() -> None:
    turns: list[str] = []
    contest = Contest("list", lambda: turns.append("A"), lambda: turns.append("B"))
    outcome = alternate(contest, pairs=3)
    assert "".join(turns) == "ABABABAB"
    assert (len(outcome.ours), len(outcome.reference)) == (3, 3)


def test_times_are_those_of_each_side(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [0.0]

    def taking(length: float) -> object:
        clock[0] += length
        return None

    monkeypatch.setattr(bench_support.time, "perf_counter", lambda: clock[0])
    outcome = alternate(Contest("list", lambda: taking(3.0), lambda: taking(2.0)), pairs=2)
    assert outcome == Outcome("list", ours=(3.0, 3.0), reference=(2.0, 2.0))
    assert outcome.ratio == 1.5


def test_ratio_is_the_median_of_pairs_so_that_one_busy_minute_hurts_both() -> None:
    outcome = Outcome("list", ours=(2.0, 20.0, 2.0), reference=(1.0, 10.0, 4.0))
    assert outcome.ratio == 2.0


def test_reference_of_no_time_divides_nothing_by_zero() -> None:
    assert Outcome("list", ours=(1.0,), reference=(0.0,)).ratio > 1e6


@pytest.mark.parametrize(
    ("count", "expected"), [(1, 1.0), (5, 5.0), (19, 19.0), (20, 19.0), (100, 95.0)]
)
def test_p95_is_a_measured_time_that_95_percent_stay_within(count: int, expected: float) -> None:
    assert p95([float(number) for number in range(count, 0, -1)]) == expected


def test_table_is_aligned_and_shows_medians_p95_and_ratio() -> None:
    lines = table(
        [
            Outcome("work list", (0.010, 0.030, 0.011), (0.005, 0.005, 0.005)),
            Outcome("x", (1.5,), (0.0015,)),
        ]
    ).splitlines()
    assert re.split(r"  +", lines[0].strip()) == [
        "ours p50",
        "ours p95",
        "reference p50",
        "reference p95",
        "ratio",
    ]
    assert re.split(r"  +", lines[1]) == [
        "work list",
        "11.0 ms",
        "30.0 ms",
        "5.00 ms",
        "5.00 ms",
        "x 2.20",
    ]
    assert re.split(r"  +", lines[2])[-5:] == [
        "1500 ms",
        "1500 ms",
        "1.50 ms",
        "1.50 ms",
        "x 1000.00",
    ]
    assert len({line.index(" ms") for line in lines[1:]}) == 1


def test_calibration_tells_the_steps_and_a_time() -> None:
    assert re.fullmatch(
        r"calibration: 3,000,000 Python loop steps in \d+\.\d{3} s", calibration_line()
    )
