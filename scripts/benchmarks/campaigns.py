"""Campaigns of a fifth of the portfolio: planned, published, followed; and the queue beside them.

References do the least that has to be done: the same rows into the same table, the same customers'
orders added up, and one look at customers who are in no campaign.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any
from uuid import UUID

from cockpit.app.addresses import address_of
from cockpit.app.arguments import parse
from cockpit.app.paths import Paths
from cockpit.app.session import Session
from cockpit.app.wiring import open_session
from cockpit.data import sqlite
from cockpit.data.url import SqliteFile
from cockpit.domain.campaigns import CampaignPlan
from cockpit.domain.ids import new_id
from scripts.bench_support import Contest, Outcome, alternate
from scripts.benchmarks.children import Portfolio

#: A plain connection of whichever driver the file needs.
Bare = Any
_SHARE, _LOOKED_AT = 5, 50
_HOLD_OUT_BP = 2_000
_INSERT = (
    "INSERT INTO campaign_members (id, campaign_id, customer_id, arm, status_at_draw,"
    " yearly_cents_at_draw) VALUES (?, ?, ?, 'treated', 'inactive', 0)"
)
_ADD_UP = (
    "SELECT o.customer_id, o.ordered_on, sum(o.net_cents) FROM orders o JOIN campaign_members m"
    " ON m.customer_id = o.customer_id WHERE m.campaign_id = ? AND o.kind = 'sale'"
    " AND o.ordered_on BETWEEN ? AND ? GROUP BY 1, 2"
)


def measure_campaigns(portfolio: Portfolio, *, pairs: int) -> list[Outcome]:
    """Return what publishing, results and the queue's look take; what was stored is removed."""
    options, paths = parse(portfolio.arguments), Paths(portfolio.home)
    address = address_of(options, paths)
    if not isinstance(address, SqliteFile):
        raise TypeError("the benchmark's databases are files")
    with open_session(options, paths) as session, _bare(address) as bare:
        table = session.work_list.load()
        keys = sorted(table.customer_ids(range(len(table))))
        members, others = keys[: len(keys) // _SHARE], keys[-_LOOKED_AT:]
        try:
            publish, campaign = _publishing(portfolio.name, session, members, bare, pairs)
            outcomes = [
                publish,
                _result(portfolio.name, session, campaign, bare, pairs),
                _queue(portfolio.name, session, members[:_LOOKED_AT], others, pairs),
            ]
        finally:
            bare.execute("DELETE FROM campaigns WHERE name = 'bench'")
            bare.commit()
        return outcomes


@contextmanager
def _bare(address: SqliteFile) -> Iterator[Bare]:
    connection = sqlite.connect(address.path)
    try:
        yield connection
    finally:
        connection.close()


def _publishing(
    name: str, session: Session, members: list[UUID], bare: Bare, pairs: int
) -> tuple[Outcome, UUID]:
    today = session.clock.today()
    last: list[UUID] = []

    def publish() -> None:
        for former in last:
            session.campaigns.end(former)
        last.clear()
        plan = CampaignPlan(
            new_id(), "bench", today, today + timedelta(days=30), hold_out_bp=_HOLD_OUT_BP
        )
        session.campaigns.save(plan, members)
        session.campaigns.publish(plan.campaign_id)
        last.append(plan.campaign_id)

    def insert() -> None:
        campaign = last[0].bytes if last else b""
        rows = [(new_id().bytes, campaign, new_id().bytes) for _ in members]
        bare.execute("PRAGMA foreign_keys = OFF")
        bare.execute("BEGIN IMMEDIATE")
        bare.executemany(_INSERT, rows)
        bare.rollback()

    title = f"{name}: save and publish {len(members):,} members"
    return alternate(Contest(title, publish, insert), pairs=pairs), last[0]


def _result(name: str, session: Session, campaign: UUID, bare: Bare, pairs: int) -> Outcome:
    today = session.clock.today()
    asked = (campaign.bytes, today.isoformat(), today.isoformat())

    def ours() -> None:
        session.campaigns.progress(campaign)
        session.campaigns.result(campaign)

    def sums() -> object:
        return bare.execute(_ADD_UP, asked).fetchall()

    return alternate(Contest(f"{name}: its progress and result", ours, sums), pairs=pairs)


def _queue(
    name: str, session: Session, members: list[UUID], others: list[UUID], pairs: int
) -> Outcome:
    def look(keys: list[UUID]) -> None:
        with session.database.read() as unit:
            unit.queue.standings(keys, user=session.user, at=session.clock.now())

    title = f"{name}: the queue's look at {_LOOKED_AT} members (reference: others)"
    return alternate(Contest(title, lambda: look(members), lambda: look(others)), pairs=pairs)
