"""What a pooler, a standby and partitions change; the figures of ``docs/scaling.md``.

PgBouncer has to be installed.

Usage: python -m scripts.benchmarks.scaling
"""

import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from threading import Event, Thread
from uuid import UUID

import psutil
from sqlalchemy import Connection, NullPool, create_engine, make_url, text

from cockpit.data.engine import Engines
from cockpit.data.startup import open_database
from cockpit.data.url import parse_address
from scripts.bench_support import calibration_line, milliseconds, p95, seconds
from scripts.benchmarks import team_database
from scripts.benchmarks.team_database import TeamServer, TeamSize, team_server
from tests.support.pooler import pooler
from tests.support.standby import FOLLOWED, PORT, standby

_SIZE = TeamSize(operators=200, customers=100_000, orders=3_000_000, contacts=200_000)
_IDLE_SECONDS = 10
_MEGABYTE = 1 << 20
_ONE = "SELECT count(*), sum(net_cents) FROM {table} WHERE customer_id = :key"
_RECENT = "SELECT count(*), sum(net_cents) FROM {table} WHERE ordered_on > current_date - 90"
_REPORT = (
    "SELECT c.owner_id, count(DISTINCT c.id), sum(o.net_cents) FROM customers c"
    " JOIN orders o ON o.customer_id = c.id WHERE o.ordered_on > current_date - 365 GROUP BY 1"
)
_YEARS = range(2020, 2031)


def main() -> int:
    """Measure and print."""
    _say(calibration_line())
    team_database.SETTINGS.update(FOLLOWED)
    with team_server(_SIZE) as team:
        _measure_pooler(team)
        _measure_standby(team)
        _measure_partitions(team)
    return 0


def _measure_pooler(team: TeamServer) -> None:
    before = _resources(team)
    with _opened(team, team.logins, team.url):
        _say(f"straight: {_since(before, _resources(team))}")
    with pooler(team.server, team.logins, size=2, idle_seconds=_IDLE_SECONDS) as port:
        base = f"@127.0.0.1:{port}/{team.database}?sslmode=disable"
        with _opened(team, team.logins, lambda login: f"postgresql://{login}{base}") as pooled:
            _say(f"pooled, just opened: {_since(before, _resources(team))}")
            time.sleep(1.5 * _IDLE_SECONDS)
            _say(f"pooled, idle: {_since(before, _resources(team))}")
            with _opened(team, team.logins[:1], team.url) as (direct, *_):
                key = _some_customer(direct)
                for name, engines in (("straight", direct), ("pooled", pooled[0])) * 3:
                    _say(f"one client's orders, {name}: {_asked(engines, _ONE, key=key)}")


def _measure_standby(team: TeamServer) -> None:
    manager, operator = team.logins[0], team.logins[1]
    with team.administrator.begin() as connection:
        for statement in (
            f"UPDATE users SET role = 'manager' WHERE database_role = '{manager}'",  # noqa: S608
            f"REVOKE giro_operator FROM {manager}",
            f"GRANT giro_manager TO {manager}",
        ):
            connection.exec_driver_sql(statement)
    with standby(team.server), _opened(team, [manager, operator], team.url) as (wide, narrow):
        elsewhere = make_url(team.url(manager)).update_query_dict({"port": str(PORT)})
        engine = create_engine(elsewhere, poolclass=NullPool)
        copy = replace(wide, reader=engine, writer=engine)
        key = _some_customer(narrow)
        for name, engines in (("server", wide), ("standby", copy)):
            _say(f"a year's orders per owner on the {name}: {_asked(engines, _REPORT, times=5)}")
        for name, asked in (("nothing", None), ("server", wide), ("standby", copy)):
            with _busy(asked):
                told = _asked(narrow, _ONE, key=key)
            _say(f"one client's orders beside two reports on: {name}: {told}")


def _measure_partitions(team: TeamServer) -> None:
    with team.administrator.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        by_year = [f"FROM ('{year}-01-01') TO ('{year + 1}-01-01')" for year in _YEARS]
        by_hash = [f"WITH (MODULUS 16, REMAINDER {place})" for place in range(16)]
        _partition(connection, "orders_by_year", "RANGE (ordered_on)", by_year)
        _partition(connection, "orders_by_hash", "HASH (customer_id)", by_hash)
        connection.exec_driver_sql("VACUUM ANALYZE")
    with _opened(team, team.logins[1:2], team.url) as (engines,):
        key = _some_customer(engines)
        for table in ("orders", "orders_by_year", "orders_by_hash", "orders"):
            _say(f"{table}: one client {_asked(engines, _ONE, table=table, key=key)}")
            _say(f"{table}: 90 days {_asked(engines, _RECENT, table=table, times=7)}")


def _partition(connection: Connection, name: str, by: str, parts: Sequence[str]) -> None:
    """Copy the orders into a table of parts under the orders' own policy for operators."""
    seen = f"EXISTS (SELECT 1 FROM customers AS seen WHERE seen.id = {name}.customer_id)"  # noqa: S608
    for statement in (
        f"CREATE TABLE {name} (LIKE orders INCLUDING DEFAULTS) PARTITION BY {by}",
        *(
            f"CREATE TABLE {name}_{place} PARTITION OF {name} FOR VALUES {values}"
            for place, values in enumerate(parts)
        ),
        f"INSERT INTO {name} SELECT * FROM orders",  # noqa: S608 - names of this module
        f"CREATE INDEX ON {name} (customer_id, ordered_on, kind, net_cents)",
        f"CREATE INDEX ON {name} (ordered_on)",
        f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY",
        f"CREATE POLICY seen ON {name} FOR SELECT TO giro_operator USING ({seen})",
        f"GRANT SELECT ON {name} TO giro_operator",
    ):
        connection.exec_driver_sql(statement)


@contextmanager
def _opened(
    team: TeamServer, logins: Sequence[str], url: Callable[[str], str]
) -> Iterator[list[Engines]]:
    """Open programs that have each asked on two connections at once."""
    programs = []
    try:
        for login in logins:
            programs.append(open_database(parse_address(url(login))))
            with programs[-1].reading() as one, programs[-1].reading() as other:
                for connection in (one, other):
                    connection.exec_driver_sql("SELECT count(*) FROM claims")
        yield programs
    finally:
        for program in programs:
            program.close()


@contextmanager
def _busy(engines: Engines | None) -> Iterator[None]:
    """Ask for two reports again and again."""
    end = Event()

    def ask() -> None:
        while engines is not None and not end.is_set():
            with engines.reading() as connection:
                connection.exec_driver_sql(_REPORT).all()

    threads = [Thread(target=ask) for _ in range(2)]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        end.set()
        for thread in threads:
            thread.join()


def _asked(
    engines: Engines, template: str, *, table: str = "orders", key: UUID | None = None,
    times: int = 200,
) -> str:  # fmt: skip
    statement = text(template.format(table=table))

    def ask() -> None:
        with engines.reading() as connection:
            connection.execute(statement, {} if key is None else {"key": key}).all()

    took = [seconds(ask) for _ in range(times)]
    return f"p50 {milliseconds(statistics.median(took))}, p95 {milliseconds(p95(took))}"


def _some_customer(engines: Engines) -> UUID:
    with engines.reading() as connection:
        found: UUID = connection.exec_driver_sql(
            "SELECT id FROM customers OFFSET 500 LIMIT 1"
        ).scalar_one()
        return found


def _resources(team: TeamServer) -> tuple[int, float]:
    """Return the number of the server's processes and what memory they have for themselves."""
    memory = []
    for one in [team.server.process, *team.server.process.children()]:
        with suppress(psutil.NoSuchProcess):  # it ended meanwhile
            memory.append(one.memory_full_info().pss)
    return len(memory), sum(memory) / _MEGABYTE


def _since(before: tuple[int, float], now: tuple[int, float]) -> str:
    return f"{now[0] - before[0]} processes, {now[1] - before[1]:,.0f} MB"


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
