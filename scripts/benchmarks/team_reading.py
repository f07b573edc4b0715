"""What policies and reading cost on a team's server, each beside a bare reference of the minute."""

import statistics
import threading
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from uuid import UUID

import psycopg
from sqlalchemy import insert, text

from cockpit.data.database import SqlDatabase
from cockpit.data.engine import Engines
from cockpit.data.identity import ensure_identity
from cockpit.data.server.prepare import add_login
from cockpit.data.server.roles import group_of
from cockpit.data.startup import open_database
from cockpit.data.url import parse_address
from cockpit.domain.clock import SystemClock
from cockpit.domain.vocabulary import Role
from cockpit.services.stories import StoryService
from models import User
from scripts.bench_support import Contest, alternate, milliseconds, p95, table
from scripts.benchmarks.team_database import TeamServer, person

PORTFOLIO = 1_000
_OPENED = 300
_PAIRS = 9
_BARE_SECONDS = 5.0
_BARE_THREADS = 4
_SELLER = "seller"
_GIVE = text(
    "UPDATE customers SET owner_id = (SELECT id FROM users WHERE login = :login)"
    " WHERE id IN (SELECT id FROM customers ORDER BY code DESC LIMIT :count) RETURNING id"
)
_BARE_CLAIM = """
    WITH free AS (
        SELECT id FROM bare WHERE NOT is_taken ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
    UPDATE bare SET is_taken = true FROM free WHERE bare.id = free.id RETURNING bare.id
"""
_BARE_SAVE = "INSERT INTO bare_contacts (customer_id, note) VALUES (%s, %s)"
_NOTE = "Pediu para ligar depois do dia 10"


def reading_text(team: TeamServer) -> str:
    """Return what a portfolio's list and a client's story take."""
    with team.administrator.begin() as connection:
        add_login(connection, _SELLER, group_of(Role.EXTERNAL_SELLER))
        connection.execute(insert(User), person(_SELLER, Role.EXTERNAL_SELLER))
        given = {"login": _SELLER, "count": PORTFOLIO}
        keys = list(connection.execute(_GIVE, given).scalars())
    with team.administrator.connect().execution_options(isolation_level="AUTOCOMMIT") as vacuum:
        vacuum.execute(text("VACUUM ANALYZE customers"))
    seller = open_database(parse_address(team.url(_SELLER)))
    nobody = open_database(parse_address(team.url("postgres")))
    try:
        return "\n".join([_list_text(seller, nobody, keys), _story_text(team, seller, keys)])
    finally:
        seller.close()
        nobody.close()


def _list_text(seller: Engines, nobody: Engines, keys: Sequence[UUID]) -> str:
    """Return the list of a portfolio under its policies against the same rows without any."""
    contest = Contest(
        f"list of {PORTFOLIO:,} under policies; reference: without",
        ours=lambda: _listed(seller, None),
        reference=lambda: _listed(nobody, keys),
    )
    return table([alternate(contest, pairs=_PAIRS)])


def _listed(engines: Engines, keys: Sequence[UUID] | None) -> None:
    now = datetime.now(UTC)
    with SqlDatabase(engines, UUID(int=0)).read() as unit:
        unit.work_list.columns(today=now.date(), at=now, customer_ids=keys)


def _story_text(team: TeamServer, seller: Engines, keys: Sequence[UUID]) -> str:
    """Return what opening clients costs the server, and how long it takes."""
    user = ensure_identity(seller, machine="pc")
    stories = StoryService(SqlDatabase(seller, user.user_id), SystemClock())
    for key in keys[:10]:
        stories.story(key)
    times, busy = [], team.cpu()
    for key in keys[10 : 10 + _OPENED]:
        started = time.perf_counter()
        stories.story(key)
        times.append(time.perf_counter() - started)
    busy = (team.cpu() - busy) / len(times)
    return (
        f"opening a client: {milliseconds(busy)} of the server's processor; with ours"
        f" p50 {milliseconds(statistics.median(times))}, p95 {milliseconds(p95(times))}"
    )


def bare_cost(team: TeamServer) -> tuple[float, str]:
    """Measure a claim and an insert as bare SQL; return processor seconds a call, and a line."""
    with team.administrator.begin() as connection:
        connection.execute(text("CREATE TABLE bare (id int PRIMARY KEY, is_taken bool NOT NULL)"))
        connection.execute(text("CREATE TABLE bare_contacts (customer_id int, note text)"))
        connection.execute(
            text("INSERT INTO bare SELECT n, false FROM generate_series(1, 200000) AS n")
        )
        connection.execute(text("CREATE INDEX ON bare (id) WHERE NOT is_taken"))
    counts: list[int] = []
    threads = [
        threading.Thread(target=lambda: counts.append(_called_barely(team)))
        for _ in range(_BARE_THREADS)
    ]
    busy = team.cpu() + time.process_time()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    cost = (team.cpu() + time.process_time() - busy) / sum(counts)
    with team.administrator.begin() as connection:
        connection.execute(text("DROP TABLE bare, bare_contacts"))
    speed = sum(counts) / _BARE_SECONDS
    return cost, (
        f"reference, a claim and an insert as bare SQL without policies: {speed:.0f} a second from"
        f" {_BARE_THREADS} threads, {milliseconds(cost)} of processor time a call"
    )


def _called_barely(team: TeamServer) -> int:
    """Claim and insert until the time is over; return how often."""
    server, end, count = team.server, time.monotonic() + _BARE_SECONDS, 0
    with psycopg.connect(
        host=server.host, port=server.port, dbname=team.database, user="postgres"
    ) as connection:
        while time.monotonic() < end:
            claimed = connection.execute(_BARE_CLAIM).fetchone()
            connection.execute(_BARE_SAVE, (claimed and claimed[0], _NOTE))
            connection.commit()
            count += 1
    return count
