"""Measure Giro against bare references: the start, the work list, the window, the purchase cycle.

Usage: python scripts/bench.py [--quick] [--customers N] [--orders-each N] [--only PART]
       [--orders FILE] [--field-start]

Nothing here fails for being slow: it prints, and a person compares. Figures need their machine, so
the first lines tell it, and each has its reference beside it, measured by turns in the same run.
"""

import argparse
import gc
import logging
import os
import platform
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from PySide6 import __version__ as qt_version  # noqa: E402 - the project's folder comes first
from PySide6.QtWidgets import QApplication  # noqa: E402

from cockpit.app.addresses import address_of, clock_of  # noqa: E402
from cockpit.app.application import make_application  # noqa: E402
from cockpit.app.cli import COLLECTOR_THRESHOLDS, SWITCH_SECONDS  # noqa: E402
from cockpit.app.demo_database import create_demo  # noqa: E402
from cockpit.app.options import Options  # noqa: E402
from cockpit.app.paths import Paths  # noqa: E402
from scripts.bench_support import calibration_line, table  # noqa: E402
from scripts.benchmarks.big_portfolio import SEED, Size, make_portfolio  # noqa: E402
from scripts.benchmarks.calls import calls_text, pixels_text  # noqa: E402
from scripts.benchmarks.campaigns import measure_campaigns  # noqa: E402
from scripts.benchmarks.children import OFFSCREEN, Portfolio, real_screen  # noqa: E402
from scripts.benchmarks.cycle import CyclePlan, orders_file, print_cycle  # noqa: E402
from scripts.benchmarks.field import FieldPlan, print_field  # noqa: E402
from scripts.benchmarks.field_company import FieldSize  # noqa: E402
from scripts.benchmarks.field_idle import IdlePlan  # noqa: E402
from scripts.benchmarks.field_window import WindowPlan  # noqa: E402
from scripts.benchmarks.import_reading import ReadingPlan, print_reading  # noqa: E402
from scripts.benchmarks.indicators import print_indicators  # noqa: E402
from scripts.benchmarks.invoices import print_invoices  # noqa: E402
from scripts.benchmarks.million import measure_million  # noqa: E402
from scripts.benchmarks.next_contact import measure_next  # noqa: E402
from scripts.benchmarks.past import print_past  # noqa: E402
from scripts.benchmarks.reactivation import print_reactivation  # noqa: E402
from scripts.benchmarks.refresh import measure_load, measure_refresh, summary  # noqa: E402
from scripts.benchmarks.reminders import (  # noqa: E402
    armed_portfolio,
    measure_bursts,
    measure_start,
)
from scripts.benchmarks.review import ReviewSize, print_review  # noqa: E402
from scripts.benchmarks.start_up import StartUp, stage_table  # noqa: E402
from scripts.benchmarks.storing import StoringPlan, print_storing  # noqa: E402
from scripts.benchmarks.team import TeamPlan, print_team  # noqa: E402
from scripts.benchmarks.team_database import TeamSize  # noqa: E402
from scripts.benchmarks.upkeep import measure_upkeep, wait_table  # noqa: E402
from scripts.benchmarks.window_speed import measure_window  # noqa: E402

PARTS = (
    "start",
    "refresh",
    "window",
    "calls",
    "upkeep",
    "reminders",
    "campaigns",
    "cycle",
    "invoices",
    "reading",
    "storing",
    "team",
    "past",
    "reactivation",
    "indicators",
    "review",
    "field",
)
#: What needs neither a window nor a prepared database of today.
_ALONE = frozenset(
    (
        "cycle",
        "invoices",
        "reading",
        "storing",
        "team",
        "past",
        "reactivation",
        "indicators",
        "field",
    )
)


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is measured.

    Attributes:
        parts: Which parts, of ``PARTS``.
        size: The large portfolio's size.
        pairs: How many counted turns a start or a load gets.
        pairs_on_screen: How many a start on a real screen gets.
        refreshes: How many contacts another process logs.
        rounds: How much is typed, sorted and scrolled, from 1 to 3.
        calls: How many calls are made.
        keep: Where prepared databases are kept for the next run; None forgets them.
        cycle: How much of the purchase cycle is measured.
        invoices: How many NF-e files are imported.
        reading: How large the import files are that are read.
        storing: How large those are that are stored.
        team: How many operators call from one list on a server.
        past: How large the portfolio is whose past days and indicators are asked for.
        review: How many contacts are read.
        field: What a laptop carries.
    """

    parts: tuple[str, ...]
    size: Size
    pairs: int
    pairs_on_screen: int
    refreshes: int
    rounds: int
    calls: int
    keep: Path | None
    cycle: CyclePlan
    invoices: int
    reading: ReadingPlan
    storing: StoringPlan
    team: TeamPlan
    past: Size
    review: ReviewSize
    field: FieldPlan


def main(words: list[str]) -> int:
    """Measure and print."""
    plan = plan_of(words)
    os.environ.update(OFFSCREEN)
    os.environ.pop("DBUS_SESSION_BUS_ADDRESS", None)
    # Qt without a screen complains of window hints that it cannot follow.
    logging.getLogger("qt").addHandler(logging.NullHandler())
    gc.set_threshold(*COLLECTOR_THRESHOLDS)
    sys.setswitchinterval(SWITCH_SECONDS)
    print("command:", "python scripts/bench.py", *words)
    print(machine_line())
    print(calibration_line())
    started = time.monotonic()
    if set(plan.parts) - _ALONE:
        print_desk(plan)
    if "cycle" in plan.parts:
        print_cycle(plan.cycle)
    if "invoices" in plan.parts:
        print_invoices(plan.invoices, pairs=min(plan.pairs, 3))
    if "reading" in plan.parts:
        print_reading(plan.reading)
    if "storing" in plan.parts:
        print_storing(plan.storing)
    if "team" in plan.parts:
        print_team(plan.team)
    if "past" in plan.parts:
        with kept_folder(plan) as folder:
            today = clock_of(Options()).today()
            print_past(folder, plan.past, as_of=today, pairs=min(plan.pairs, 3))
    if "reactivation" in plan.parts:
        print("\nReactivated customers of a month")
        print_reactivation(plan.size.customers)
    print_readings(plan)
    print(f"\nmeasured in {time.monotonic() - started:.0f} s")
    return 0


def print_readings(plan: Plan) -> None:
    """Measure what supervisors read."""
    if "indicators" in plan.parts:
        with kept_folder(plan) as folder:
            today = clock_of(Options()).today()
            print_indicators(folder, plan.past, as_of=today, pairs=min(plan.pairs, 3))
    if "review" in plan.parts:
        print_review(plan.review)
    if "field" in plan.parts:
        print_field(plan.field)


def print_desk(plan: Plan) -> None:
    """Measure what needs databases and a window."""
    with portfolios(plan) as prepared:
        if "start" in plan.parts:
            print_starts(prepared, plan)
        app = make_application()
        if "refresh" in plan.parts:
            print_refreshes(prepared, plan, app)
        if "window" in plan.parts:
            print_window(prepared, plan, app)
        if "calls" in plan.parts:
            print(f"\n{prepared[-1].name}, {plan.calls} calls by keys in the true window")
            print(calls_text(prepared[-1], plan.calls))
            print(f"\n{prepared[-1].name}, from a key press to the pixels of an X server")
            print(pixels_text(prepared[-1]))
        if "upkeep" in plan.parts:
            print("\nThe window while the parameters are fitted; reference: an idle window")
            print(wait_table(prepared[-1].name, measure_upkeep(prepared[-1], app)))
        if "reminders" in plan.parts:
            print_reminders(prepared[-1], app)
        if "review" in plan.parts:
            print(
                "\nThe next contact by J, with its customer; reference: until its note is painted"
            )
            print(table(measure_next(prepared[-1], app, times=10 * plan.pairs)))
        if "campaigns" in plan.parts:
            print("\nCampaigns; references: bare rows, bare sums, customers in no campaign")
            print(table(measure_campaigns(prepared[-1], pairs=min(plan.pairs, 5))))


def print_reminders(portfolio: Portfolio, app: QApplication) -> None:
    """Measure the reminder engine with a large agenda."""
    print("\nReminders: every customer has a next contact")
    with armed_portfolio(portfolio) as armed:
        print(measure_start(armed))
        print(wait_table(portfolio.name, measure_bursts(armed, app)))


def plan_of(words: list[str]) -> Plan:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="Measure Giro against bare references.")
    parser.add_argument("--quick", action="store_true", help="less of everything: 20,000 customers")
    parser.add_argument("--customers", type=int, help="of the large portfolio; 100,000")
    parser.add_argument("--orders-each", type=int, default=10, help="orders per customer; 10")
    parser.add_argument("--only", choices=PARTS, action="append", help="measure only this part")
    parser.add_argument("--field-start", action="store_true", help="of field, the start alone")
    parser.add_argument("--keep", type=Path, help="folder of prepared databases, used again")
    parser.add_argument("--orders", type=Path, help="order file to try predictions on")
    chosen = parser.parse_args(words)
    is_start_alone = chosen.field_start
    customers = chosen.customers or (20_000 if chosen.quick else 100_000)
    return Plan(
        parts=tuple(chosen.only or PARTS),
        size=Size(customers, chosen.orders_each),
        pairs=2 if chosen.quick else 5,
        pairs_on_screen=1 if chosen.quick else 3,
        refreshes=3 if chosen.quick else 6,
        rounds=1 if chosen.quick else 2,
        calls=20 if chosen.quick else 100,
        keep=chosen.keep,
        cycle=CyclePlan(
            customers=customers,
            trial_customers=1_000 if chosen.quick else 4_000,
            orders_file=chosen.orders or orders_file(),
        ),
        invoices=2_000 if chosen.quick else 10_000,
        reading=ReadingPlan(300_000, 20_000, customers, pairs=1)
        if chosen.quick
        else ReadingPlan(customers=customers),
        storing=StoringPlan(100_000, 20_000, customers, sheet_pairs=1)
        if chosen.quick
        else StoringPlan(customers=customers),
        team=TeamPlan(TeamSize(40, 20_000, 300_000, 40_000), seconds=20, idle=100)
        if chosen.quick
        else TeamPlan(),
        past=Size(customers, 10 if chosen.quick else 30),
        review=ReviewSize(customers, 5 * customers),
        field=FieldPlan(
            FieldSize(300, 9_000, 1_500, 1_200, sellers=30),
            idle=IdlePlan(seconds=12),
            window=WindowPlan(pairs=2, rounds=1, days=1, calls=10, is_start_alone=is_start_alone),
        )
        if chosen.quick
        else FieldPlan(window=WindowPlan(is_start_alone=is_start_alone)),
    )


def machine_line() -> str:
    """Return what runs this benchmark."""
    day = datetime.now(UTC).date()
    return (
        f"machine: {platform.system()} {platform.machine()}, {os.cpu_count()} cores, "
        f"Python {platform.python_version()}, Qt {qt_version}, {day}"
    )


@contextmanager
def portfolios(plan: Plan) -> Iterator[list[Portfolio]]:
    """Prepare the databases, in a folder that goes away afterwards."""
    with kept_folder(plan) as folder:
        yield prepare(folder, plan.size)


@contextmanager
def kept_folder(plan: Plan) -> Iterator[Path]:
    """Return where databases are kept, or a folder that goes away afterwards."""
    if plan.keep is not None:
        plan.keep.mkdir(parents=True, exist_ok=True)
        yield plan.keep
        return
    with tempfile.TemporaryDirectory(prefix="giro-bench-") as folder:
        yield Path(folder)


def prepare(folder: Path, size: Size) -> list[Portfolio]:
    """Return the demo company and the large portfolio of today, made where they are missing."""
    started = time.monotonic()
    today = clock_of(Options()).today()
    demo = Portfolio("demo company", folder / f"demo-{today}", ("--demo",))
    if not demo.home.exists():
        paths = Paths(demo.home)
        paths.ensure()
        create_demo(address_of(Options(is_demo=True), paths), today, is_renewed=True)
    name = f"{size.customers:,} customers"
    big = Portfolio(name, folder / f"big-{size.customers}-{size.orders_each}-{today}")
    if not big.home.exists():
        make_portfolio(big.home, size, as_of=today)
    seconds = time.monotonic() - started
    print(f"databases: demo company; {name}, {size.orders:,} orders, seed {SEED} ({seconds:.0f} s)")
    return [demo, big]


def print_starts(prepared: list[Portfolio], plan: Plan) -> None:
    """Measure the start on both kinds of screen."""
    print("\nFrom the process's start to the first painted rows; reference: an empty QTableView")
    start = StartUp("no screen")
    outcomes = [start.measure(one, pairs=plan.pairs) for one in prepared]
    with real_screen() as screen:
        if screen is None:
            print("(no X server here: measured off the screen only)")
        else:
            real = StartUp("X server", screen)
            outcomes += [real.measure(one, pairs=plan.pairs_on_screen) for one in prepared]
    print(table(outcomes))
    for name, runs in start.stages.items():
        print(f"\n{name}, where the time goes (medians)")
        print(stage_table(runs))


def print_refreshes(prepared: list[Portfolio], plan: Plan, app: QApplication) -> None:
    """Measure reading the list, and what another process changes."""
    print("\nThe work list's refresh; reference of the load: one bare query of the same columns")
    print(table([measure_load(one, pairs=plan.pairs) for one in prepared]))
    for one in prepared:
        print("\n" + summary(one.name, measure_refresh(one, app, times=plan.refreshes)))


def print_window(prepared: list[Portfolio], plan: Plan, app: QApplication) -> None:
    """Measure what a hand feels."""
    print("\nThe window; reference: a default QTableView over a Python model of the same rows")
    outcomes = [
        outcome for one in prepared for outcome in measure_window(one, app, rounds=plan.rounds)
    ]
    print(table(outcomes))
    print("\nThe list alone, far larger than anybody's; reference: the same over 100,000 customers")
    print(table(measure_million(app, rounds=plan.rounds)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
