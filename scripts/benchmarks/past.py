"""Past days and the 24-month bridge of a large portfolio, on a file and on a server.

The reference is what no way of reading past days gets around: fetching everybody's packed events.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import text

from cockpit.app.late_parts import load_past_judge
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.session import Session
from cockpit.app.wiring import open_session
from cockpit.domain.bridge import BridgeQuestion
from cockpit.domain.indicators import Cut, Narrowing
from cockpit.domain.portfolio_figures import Knowledge, PortfolioQuestion
from cockpit.services.past_states import PastStateService
from scripts.bench_support import Outcome, alternate_told, seconds, table
from scripts.benchmarks.big_portfolio import Size, make_portfolio
from scripts.benchmarks.server_copy import server_of
from scripts.benchmarks.standing_clock import StandingClock

#: What past days read; parents first.
_TABLES = ("companies", "users", "devices", "customers", "orders", "customer_statistics",
           "customer_metrics", "cycle_fits")  # fmt: skip


def print_past(folder: Path, size: Size, *, as_of: date, pairs: int) -> None:
    """Measure on both engines.

    Args:
        folder: Where the portfolio is made, or kept from an earlier run.
        size: How large.
        as_of: The portfolio's today.
        pairs: How many counted turns each figure gets.
    """
    home = folder / f"past-{size.customers}-{size.orders_each}-{as_of}"
    if not home.exists():
        make_portfolio(home, size, as_of=as_of)
        with open_session(Options(as_of=as_of), Paths(home)) as session:
            session.fits.refit()
    print(f"\nPast days, {size.customers:,} customers, {size.orders:,} orders")
    print("reference: everybody's packed events, fetched by the bare driver")
    with open_session(Options(), Paths(home)) as session:
        print(table(_outcomes("SQLite", session, as_of, pairs)))
    with (
        server_of(Paths(home).database, _TABLES) as url,
        open_session(Options(database=url), Paths(home)) as session,
    ):
        print(table(_outcomes("PostgreSQL", session, as_of, pairs)))


def _outcomes(engine: str, session: Session, as_of: date, pairs: int) -> list[Outcome]:
    past, months = as_of - timedelta(days=365), BridgeQuestion(as_of)
    states = replace(session.metrics.states, clock=StandingClock(day=as_of))

    def fresh() -> PastStateService:
        return PastStateService(states, load_past_judge, session.user)

    def fetch() -> object:
        statement = text("SELECT customer_id, event_days, event_cents FROM customer_statistics")
        with session.database.report() as unit:
            return unit.metrics._connection.execute(statement).cursor.fetchall()  # type: ignore[attr-defined]

    def both_ways(service: PastStateService) -> None:
        for way in (True, False):
            service.histogram(as_of, is_per_customer=way)

    warm = fresh()
    warm.bridge(months)
    question = PortfolioQuestion(past, compared_with=as_of, cut=Cut.SELLER)
    warm.portfolio(question)
    # As the screen opens: today, compared with a month ago.
    page = PortfolioQuestion(as_of, compared_with=as_of - timedelta(days=30), cut=Cut.TEAM)
    only = Narrowing({Cut.COMPANY: frozenset({None})})
    works: dict[str, Callable[[], object]] = {
        "a past day, as known now": lambda: fresh().states(past),
        "a past day, as known then": lambda: fresh().states(past, Knowledge.THEN),
        "the portfolio on a day, cold": lambda: fresh().portfolio(PortfolioQuestion(past)),
        "the portfolio's page, cold": lambda: fresh().portfolio(page),
        "the cycles' page, cold": lambda: both_ways(fresh()),
        "the portfolio, another filter": lambda: warm.portfolio(replace(question, narrowing=only)),
        "bridge of 24 months, cold": lambda: fresh().bridge(months),
        "the bridge, another filter": lambda: warm.bridge(replace(months, narrowing=only)),
    }
    return [_told(f"{engine}: {name}", work, fetch, pairs) for name, work in works.items()]


def _told(
    name: str, work: Callable[[], object], reference: Callable[[], object], pairs: int
) -> Outcome:
    return alternate_told(name, lambda: seconds(work), lambda: seconds(reference), pairs=pairs)
