"""The work list's refresh: reading it, and another process's contact until it is on the screen."""

import statistics
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from PySide6.QtWidgets import QApplication

from cockpit.app.addresses import address_of
from cockpit.app.arguments import parse
from cockpit.app.paths import Paths
from cockpit.app.wiring import open_session
from cockpit.data import sqlite
from cockpit.data.url import SqliteFile
from scripts.bench_support import Contest, Outcome, alternate, milliseconds, p95
from scripts.benchmarks.children import ROOT, Portfolio, command, environment, pipe
from scripts.benchmarks.desk import OpenDesk, shown_desk
from scripts.benchmarks.probe import now
from scripts.benchmarks.window import Watchdog, settle

_LINE = 3

#: The work list's columns with nothing around them: no names, no types, no order, no objects.
BARE_QUERY = """
SELECT c.id, c.code, coalesce(nullif(c.trade_name, ''), c.legal_name), c.company_id, c.tax_id,
       p.e164, p.raw, c.city, c.state, c.owner_id, c.search_text,
       (SELECT max(k.occurred_at) FROM contacts k WHERE k.customer_id = c.id),
       a.due_at, a.has_time, m.status, m.trend, m.last_order_on, m.frequency_days,
       m.cycles_late, m.gap_quantile_bp, m.none_90_bp, m.value_cents, m.at_risk_cents,
       m.lost_so_far_cents
FROM customers c
LEFT JOIN phones p ON p.customer_id = c.id AND p.is_primary
LEFT JOIN appointments a ON a.customer_id = c.id AND a.state = 'open'
LEFT JOIN customer_metrics m ON m.customer_id = c.id
"""


@dataclass(frozen=True, slots=True)
class Refresh:
    """One foreign contact on its way to the screen, in seconds.

    Attributes:
        noticed: From the commit until the program knew that something changed.
        painted: From there until the list showed it.
        longest_gap: The longest time for which the GUI thread left its event loop waiting.
        frames_lost: How many times it was longer than a frame.
    """

    noticed: float
    painted: float
    longest_gap: float
    frames_lost: int


def measure_load(portfolio: Portfolio, *, pairs: int) -> Outcome:
    """Return what ``WorkListService.load`` takes, against the bare query."""
    options, paths = parse(portfolio.arguments), Paths(portfolio.home)
    address = address_of(options, paths)
    if not isinstance(address, SqliteFile):
        raise TypeError("the benchmark's databases are files")
    bare = sqlite.connect(address.path, query_only=True)
    try:
        with open_session(options, paths) as session:
            contest = Contest(
                f"{portfolio.name}: load the list",
                ours=session.work_list.load,
                reference=lambda: bare.execute(BARE_QUERY).fetchall(),
            )
            return alternate(contest, pairs=pairs)
    finally:
        bare.close()


def measure_refresh(portfolio: Portfolio, app: QApplication, *, times: int) -> list[Refresh]:
    """Return how foreign contacts reach the painted list, after one that is not counted."""
    with shown_desk(portfolio, app) as opened, _committer(portfolio) as other:
        return [_one(opened, other, number) for number in range(times + 1)][1:]


def summary(name: str, refreshes: list[Refresh]) -> str:
    """Return a few lines on refreshes."""
    noticed = [one.noticed for one in refreshes]
    painted = [one.painted for one in refreshes]
    whole = [one.noticed + one.painted for one in refreshes]
    gaps = [one.longest_gap for one in refreshes]
    lost = statistics.median(one.frames_lost for one in refreshes)
    return "\n".join(
        [
            f"{name}, another process's contact, {len(refreshes)} times",
            f"  commit to noticed (asked twice a second)  {_spread(noticed)}",
            f"  noticed to painted                        {_spread(painted)}",
            f"  commit to painted                         {_spread(whole)}",
            f"  longest gap of the event loop meanwhile   {_spread(gaps)}",
            f"  gaps over 16 ms                           {lost:.0f} in a refresh",
        ]
    )


def _spread(times: list[float]) -> str:
    return (
        f"p50 {milliseconds(statistics.median(times))}  p95 {milliseconds(p95(times))}  "
        f"max {milliseconds(max(times))}"
    )


@contextmanager
def _committer(portfolio: Portfolio) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        command("committer", *portfolio.arguments),
        cwd=ROOT,
        env=environment(portfolio.home),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        pipe(process.stdout).readline()
        yield process
        pipe(process.stdin).close()


def _one(opened: OpenDesk, other: subprocess.Popen[str], number: int) -> Refresh:
    screen = opened.desk.window.work_list
    customer_id = screen.model.customer_at(_LINE)
    if customer_id is None:
        raise ValueError("the list is too short to be measured")
    due_at = datetime.now(UTC).replace(microsecond=0) + timedelta(days=60, minutes=number)
    told: list[int] = []
    feed = opened.desk.ctx.feed
    watchdog = Watchdog()

    def note(_notice: object) -> None:
        told.append(now())

    feed.changed.connect(note)
    watchdog.start()
    requests = pipe(other.stdin)
    requests.write(f"{customer_id} {due_at.isoformat()}\n")
    requests.flush()
    opened.paints.wait_for(lambda: _shown_due(opened, customer_id) == due_at)
    painted = now()
    watchdog.stop()
    feed.changed.disconnect(note)
    committed = int(pipe(other.stdout).readline())
    settle(700)
    return Refresh(
        noticed=(told[0] - committed) / 1e9,
        painted=(painted - told[0]) / 1e9,
        longest_gap=watchdog.longest,
        frames_lost=watchdog.over_a_frame,
    )


def _shown_due(opened: OpenDesk, customer_id: UUID) -> object:
    """Return the next contact that the painted list has of a customer."""
    model = opened.desk.window.work_list.model
    row = model.row_of(customer_id)
    found = None if row is None else model.row_at(row)
    return None if found is None else found.next_contact_at
