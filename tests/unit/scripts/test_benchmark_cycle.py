"""The purchase cycle's benchmark on a few hundred customers; what it finds is no test."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from scripts import bench
from scripts.benchmarks import cycle
from scripts.benchmarks.cycle import CyclePlan, print_cycle, print_file
from scripts.benchmarks.cycle_accuracy import ANY, accuracy_figures, invented_portfolio
from scripts.benchmarks.cycle_published import published_figures
from scripts.benchmarks.cycle_table import Figure, figures_table, share
from tests.support.synthetic_orders import WorldPlan, invent_world


def test_figures_stand_beside_their_baseline_and_target() -> None:
    table = figures_table(
        [Figure("AUC", ".768", ".762", ">= .770", 12.0), Figure("of the largest", ".77")]
    )
    assert table.splitlines() == [
        "                baseline   target  found  seconds",
        "AUC                 .762  >= .770   .768    12.00",
        "of the largest                       .77",
    ]


def test_shares_have_three_digits_and_none_has_a_dash() -> None:
    assert [share(0.7684), share(1.0), share(None)] == [".768", "1.000", "-"]


def test_the_published_numbers_are_found() -> None:
    for figure in published_figures():
        if figure.baseline:
            assert figure.found == figure.baseline
        else:
            assert float(figure.found.removeprefix("within ")) <= 1e-6


def test_every_reference_belongs_to_a_figure() -> None:
    world = invent_world(WorldPlan(customers=300, rate_scale=25.0))
    known = invented_portfolio(world.orders(), world.last_day)
    marked = dict.fromkeys(cycle.RETAIL, ("baseline", "target"))
    figures = accuracy_figures(known, marked)
    assert sum(one.target == "target" for one in figures) == len(cycle.RETAIL)
    assert all(one.found != "-" for one in figures)
    assert set(ANY) <= set(cycle.RETAIL)


def test_a_run_prints_each_part_with_its_targets(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cycle, "_LARGE", replace(cycle._LARGE, days=450))
    print_cycle(CyclePlan(customers=200, trial_customers=300, orders_file=None))
    printed = capsys.readouterr().out
    for words in (
        "CDNOW Pareto/NBD",
        "Real orders: none; GIRO_BENCH_ORDERS",
        "Invented portfolio: ",
        "<= 2 s",
        "<= 8 s",
        "<= 5 ms",
        "2010-06-01 to 2011-01-31",
    ):
        assert words in printed


def test_an_order_file_is_tried_under_its_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = invent_world(WorldPlan(customers=100, days=400, arrival_days=60, rate_scale=25.0)).book
    rows = zip(book.customer.tolist(), book.day.tolist(), book.net_cents.tolist(), strict=True)
    lines = [f"{who},{date.fromordinal(day)},{cents / 100:.2f}" for who, day, cents in rows]
    file = tmp_path / "shop.csv"
    file.write_text("\n".join(["customer,date,value", *lines]), encoding="utf-8")
    print_file(file)
    printed = capsys.readouterr().out
    assert "shop.csv: 100 customers" in printed
    assert "AUC, Giro" in printed


def test_the_environment_names_the_order_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GIRO_BENCH_ORDERS", raising=False)
    assert bench.plan_of([]).cycle.orders_file is None
    monkeypatch.setenv("GIRO_BENCH_ORDERS", "orders.parquet")
    assert bench.plan_of(["--quick"]).cycle == CyclePlan(20_000, 1_000, Path("orders.parquet"))
    assert bench.plan_of(["--orders", "a.csv"]).cycle.orders_file == Path("a.csv")
