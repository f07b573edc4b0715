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

from cockpit.data.server_link import ServerLink
from cockpit.data.url import PostgresqlServer
from cockpit.domain.sync import Said
from cockpit.sync import selects
from cockpit.sync.transport import PostgresTransport
from scripts.bench_support import aligned, milliseconds, seconds
from scripts.benchmarks.field_company import FieldCompany, FieldSize, field_company
from scripts.benchmarks.field_laptop import Laptop, new_laptop
from scripts.benchmarks.field_window import WindowPlan, print_field_window
from tests.support.slow_proxy import SlowProxy, Way

BAD_WAY = Way(latency=0.2, loss=0.01)
_DAYS = 5


@dataclass(frozen=True, slots=True)
class FieldPlan:
    """How much is measured.

    Attributes:
        size: The company, and the portfolio of one laptop.
        idle: How many laptops poll.
        poll_seconds: How often each of them does.
        idle_seconds: How long they are watched.
        window: How long the window on the laptop's file is.
    """

    size: FieldSize = field(default_factory=FieldSize)
    idle: int = 300
    poll_seconds: float = 60
    idle_seconds: float = 30
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
        rows: list[tuple[str, ...]] = [("", "ours", "reference", "ratio")]
        bare = _bare_seconds(company)
        laptop, first = _first(company, Path(folder))
        rows.append(_row("first replica", first, bare))
        with closing(laptop):
            rows += _days(company, laptop)
        print(aligned(rows))
        print(_idle_text(company, plan))
        print_field_window(company, Path(folder), plan.window)


def _row(name: str, ours: float, reference: float) -> tuple[str, ...]:
    ratio = f"x {ours / reference:.1f}" if reference else ""
    return name, milliseconds(ours), milliseconds(reference) if reference else "", ratio


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
    trip = _trip_seconds(company)
    rows: list[tuple[str, ...]] = [("a round trip", milliseconds(trip), "", "")]
    near = _median(lambda: _day(company, laptop, 60, 500))
    rows.append(_row("a day: 60 facts up, 500 rows down", near, trip))
    many = _median(lambda: _day(company, laptop, 2_000, 0))
    rows.append(_row("two weeks: 2,000 facts up", many, trip))
    with closing(SlowProxy(company.host, company.port, BAD_WAY)) as proxy:
        laptop.go_over(company.address(port=proxy.port))
        far = _median(lambda: _day(company, laptop, 60, 500))
        rows.append(_row("a day, 200 ms and 1% lost", far, 0))
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


def _trip_seconds(company: FieldCompany) -> float:
    with psycopg.connect(company.libpq_url, autocommit=True) as connection:
        return statistics.median(seconds(lambda: connection.execute("SELECT 1")) for _ in range(50))


def _idle_text(company: FieldCompany, plan: FieldPlan) -> str:
    """Return what the server pays for laptops that have nothing to say and nothing to hear."""
    polls = round(plan.idle / plan.poll_seconds * plan.idle_seconds)
    said = [company.registered(number) for number in range(min(polls, company.seller_count))]
    before, began = company.cpu(), time.perf_counter()
    for number in range(polls):
        _poll(company.login_address(number), said[number % len(said)])
        due = began + (number + 1) * plan.poll_seconds / plan.idle
        time.sleep(max(0.0, due - time.perf_counter()))
    passed = time.perf_counter() - began
    each = (company.cpu() - before) / polls
    share = each * plan.idle / plan.poll_seconds
    return (
        f"{plan.idle} idle laptops, each every {plan.poll_seconds:.0f} s: {polls} polls in"
        f" {passed:.0f} s, {milliseconds(each)} of the server each, {share:.1%} of a core"
    )


def _poll(address: PostgresqlServer, said: Said) -> None:
    with closing(PostgresTransport(ServerLink(address))) as transport:
        if transport.greet(said).has_news:
            raise RuntimeError("an idle laptop was told of news")
