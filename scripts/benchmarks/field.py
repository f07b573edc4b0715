"""A laptop and its server: the first replica, a day's and two weeks' words, idle laptops.

A real server that waits for its disk, with ten times what one laptop carries; the laptop's file is
under its cipher, and each login has its own policies.
"""

import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

from cockpit.sync import selects
from scripts.bench_support import aligned, milliseconds, seconds
from scripts.benchmarks.field_company import FieldCompany, FieldSize, field_company
from scripts.benchmarks.field_idle import IdlePlan, measure_idle
from scripts.benchmarks.field_laptop import Laptop, new_laptop
from scripts.benchmarks.field_window import WindowPlan, print_field_window
from tests.support.slow_proxy import BAD_WAY, SlowProxy

_DAYS = 5


@dataclass(frozen=True, slots=True)
class FieldPlan:
    """How much is measured.

    Attributes:
        size: The company, and the portfolio of one laptop.
        idle: How many laptops poll, and for how long.
        window: How long the window on the laptop's file is.
    """

    size: FieldSize = field(default_factory=FieldSize)
    idle: IdlePlan = field(default_factory=IdlePlan)
    window: WindowPlan = field(default_factory=WindowPlan)


def print_field(plan: FieldPlan) -> None:
    """Measure and print."""
    size = plan.size
    print(
        f"\nA laptop in the field: {size.carried:,} customers, {size.carried_orders:,} orders,"
        f" {size.carried_contacts:,} contacts, {size.carried_titles:,} titles, of ten times as many"
    )
    with field_company(size) as company, tempfile.TemporaryDirectory() as folder:
        if plan.window.is_start_alone:
            print_field_window(company, Path(folder), plan.window)
            return
        rows: list[tuple[str, ...]] = [("", "ours", "at most", "reference", "ratio")]
        bare = _bare_seconds(company)
        laptop, first = _first(company, Path(folder))
        rows.append(_row("first replica", first, 6.0, bare))
        with closing(laptop):
            rows += _days(company, laptop)
        print(aligned(rows))
        print(measure_idle(company, plan.idle).text(plan.idle))
        print_field_window(company, Path(folder), plan.window)


def _row(name: str, ours: float, most: float, reference: float) -> tuple[str, ...]:
    """Return a line; what is asked for is meant for the full size."""
    ratio = f"x {ours / reference:.1f}"
    return name, milliseconds(ours), milliseconds(most), milliseconds(reference), ratio


def _bare_seconds(company: FieldCompany) -> float:
    """Return how long it takes to read the same rows, and do nothing with them."""

    def read() -> None:
        with psycopg.connect(company.libpq_url) as connection:
            for one in selects.everything():
                connection.cursor(binary=True).execute(one.text).fetchall()

    return statistics.median(seconds(read) for _ in range(3))


def _first(company: FieldCompany, folder: Path) -> tuple[Laptop, float]:
    """Return the last of some new laptops, and how long one takes from nothing to ready."""
    times = []
    laptop: Laptop | None = None
    for number in range(3):
        if laptop is not None:
            laptop.close()
        began = time.perf_counter()
        laptop = new_laptop(company, folder / f"{number}.db")
        times.append(time.perf_counter() - began)
    if laptop is None:
        raise AssertionError
    return laptop, statistics.median(times)


def _days(company: FieldCompany, laptop: Laptop) -> list[tuple[str, ...]]:
    """Return the rows of a day's words, of two weeks', and of a day over a bad way."""
    trip = _trip_seconds(company.libpq_url)
    rows: list[tuple[str, ...]] = [("a round trip", milliseconds(trip), "", "", "")]
    near = _median(lambda: _day(company, laptop, 60, 500))
    rows.append(_row("a day: 60 facts up, 500 rows down", near, 0.4 + 2 * trip, trip))
    many = _median(lambda: _day(company, laptop, 2_000, 0))
    rows.append(_row("two weeks: 2,000 facts up", many, 1.5, trip))
    with closing(SlowProxy(company.host, company.port, BAD_WAY)) as proxy:
        bad_way = f"{company.libpq_url} host=127.0.0.1 port={proxy.port}"
        far_trip = _trip_seconds(bad_way, times=5)
        laptop.go_over(company.address(port=proxy.port))
        far = _median(lambda: _day(company, laptop, 60, 500))
        rows.append(_row("a day, 200 ms and 1% lost", far, 5.0, far_trip))
        laptop.go_over(company.address())
    return rows


def _day(company: FieldCompany, laptop: Laptop, up: int, down: int) -> float:
    laptop.say(up)
    if down:
        company.change(down)
    report = laptop.synchronise()
    if report.sent < up or report.received < down:
        raise RuntimeError(f"not all of it went: {report}")
    return report.seconds


def _median(measure: Callable[[], float]) -> float:
    measure()
    return statistics.median(measure() for _ in range(_DAYS))


def _trip_seconds(address: str, *, times: int = 50) -> float:
    with psycopg.connect(address, autocommit=True) as connection:
        return statistics.median(
            seconds(lambda: connection.execute("SELECT 1")) for _ in range(times)
        )
