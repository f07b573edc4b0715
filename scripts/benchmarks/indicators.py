"""The indicators' screens of a large portfolio, on a file and on a server: cold, another filter.

Each screen asks what its page asks, one after the other, with nothing kept. The reference fetches
the rows that the figures of these months are made of, plainly, by the bare driver.
"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import text

from cockpit.app.late_parts import load_credit_memory, load_figure_memory
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.session import Session
from cockpit.app.wiring import open_session
from cockpit.domain.indicators import Comparison, Cut
from cockpit.domain.vocabulary import Channel
from cockpit.ui.indicators.filters import Asked, Filters
from scripts.bench_support import Outcome, alternate_told, seconds, table
from scripts.benchmarks.big_portfolio import Size, make_portfolio
from scripts.benchmarks.indicator_data import enrich
from scripts.benchmarks.server_copy import server_of
from scripts.benchmarks.standing_clock import StandingClock

if TYPE_CHECKING:
    from collections.abc import Callable

#: What the figures read; parents first.
_TABLES = (
    "companies", "teams", "users", "devices", "regions", "segments", "campaigns",
    "customers", "orders", "customer_statistics", "customer_metrics", "contacts",
    "objection_kinds", "counter_arguments", "objections", "argument_uses",
)  # fmt: skip
_CONTACTS = (
    "SELECT id, customer_id, user_id, outcome_id, campaign_id, order_id, occurred_at, channel,"
    " status_at_contact, direction FROM contacts WHERE occurred_at >= :since"
)
_OBJECTIONS = (
    "SELECT o.id, o.customer_id, o.kind_id, o.state, o.opened_at, c.user_id, c.campaign_id,"
    " c.channel FROM objections AS o JOIN contacts AS c ON c.id = o.contact_id"
    " WHERE o.opened_at >= :since"
)
_SPAN = timedelta(days=400)


def print_indicators(folder: Path, size: Size, *, as_of: date, pairs: int) -> None:
    """Measure on both engines.

    Args:
        folder: Where the portfolio is made, or kept from an earlier run.
        size: How large.
        as_of: The portfolio's today.
        pairs: How many counted turns each figure gets.
    """
    home = folder / f"indicators-{size.customers}-{size.orders_each}-{as_of}"
    file = Paths(home).database
    if not home.exists():
        make_portfolio(home, size, as_of=as_of)
    enrich(file)
    contacts = size.customers * size.contacts_each
    print(f"\nIndicators, {size.customers:,} customers, {size.orders:,} orders, {contacts:,} talks")
    print("reference: the rows of 400 days, fetched plainly")
    with open_session(Options(), Paths(home)) as session:
        print(table(_outcomes("SQLite", session, as_of, pairs)))
    with (
        server_of(file, _TABLES) as url,
        open_session(Options(database=url), Paths(home)) as session,
    ):
        print(table(_outcomes("PostgreSQL", session, as_of, pairs)))


def _outcomes(engine: str, session: Session, as_of: date, pairs: int) -> list[Outcome]:
    clock = StandingClock(day=as_of)
    states = replace(session.metrics.states, clock=clock)
    session = replace(session, clock=clock, metrics=replace(session.metrics, states=states))

    found = []
    for period in ("mês passado", "este ano"):
        filters = Filters(period, Comparison.BEFORE, Cut.TEAM)
        asked = Asked.of(filters, as_of)
        other = Asked.of(filters.with_key(Cut.CHANNEL, Channel.PHONE, is_in=True), as_of)
        for name, page in _PAGES.items():
            words = _OBJECTIONS if page is _objections else _CONTACTS
            reference = partial(_fetch, session, words, as_of - _SPAN)
            kept = _fresh(session)
            page(kept, asked)
            works: dict[str, Callable[[], object]] = {
                "cold": partial(_cold, session, page, asked),
                "another filter": partial(page, kept, other),
            }
            found += [
                alternate_told(
                    f"{engine}: {name}, {period}, {how}",
                    partial(seconds, work),
                    partial(seconds, reference),
                    pairs=pairs,
                )
                for how, work in works.items()
            ]
    return found


def _fresh(session: Session) -> Session:
    """Return the session with nothing kept."""
    return replace(
        session, figure_memory=cache(load_figure_memory), credit_memory=cache(load_credit_memory)
    )


def _cold(session: Session, page: "Callable[[Session, Asked], None]", asked: Asked) -> None:
    page(_fresh(session), asked)


def _fetch(session: Session, words: str, since: date) -> object:
    with session.store.engines.reading() as connection:
        return connection.execute(text(words), {"since": str(since)}).cursor.fetchall()


def _ask(session: Session, *reads: "Callable[[], object]") -> None:
    """Ask as the screen does: what can be chosen, then all of a page by the lane of two threads."""
    session.indicators.choices()
    with ThreadPoolExecutor(2) as lane:
        for answer in [lane.submit(read) for read in reads]:
            answer.result()


def _contacts(session: Session, asked: Asked) -> None:
    """Ask what the page of contacts asks."""
    service, question = session.indicators, asked.question
    _ask(
        session,
        lambda: service.contacts(question),
        lambda: service.attempts(question),
        lambda: service.hours(question),
        lambda: service.contacts(asked.trend(), with_months=True),
    )


def _reactivation(session: Session, asked: Asked) -> None:
    """Ask what the page of reactivation asks."""
    service, question = session.indicators, asked.question
    _ask(
        session,
        lambda: session.reactivation.report(question),
        lambda: service.contacts(asked.trend(), with_months=True),
    )


def _objections(session: Session, asked: Asked) -> None:
    """Ask what the page of objections asks."""
    service, question = session.indicators, asked.question
    _ask(
        session,
        lambda: service.objections(question),
        lambda: service.objections(asked.trend()),
    )


_PAGES = {"contacts": _contacts, "reactivation": _reactivation, "objections": _objections}
