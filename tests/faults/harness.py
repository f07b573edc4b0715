"""A day of bad weather: programs, server and cable die at random; afterwards everything is counted.

The invariants are those of docs/decisions/0015: what was told as saved is on the server exactly
once, nothing else is, the devices' numbers have no gaps, no claim is finished by whom it was taken
from, nobody reads what is not theirs, and nothing waits any more.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from time import monotonic
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlcipher3 import dbapi2

from cockpit.data.facts import FACT_TABLES
from cockpit.data.server.prepare import prepare
from cockpit.domain.vocabulary import Role
from models import Base
from tests.faults.operator import KEY, Orders, journal_of, work
from tests.faults.weather import Programs, Weather, pause
from tests.support.cutting_proxy import CuttingProxy, Fault
from tests.support.postgres import PostgresServer
from tests.support.queues import callable_customers
from tests.support.team import TeamDatabase

#: Between two blows so much is written.
_BYTES_BETWEEN = 400
_HOME_SECONDS = 40


@dataclass(frozen=True)
class Plan:
    """How bad the day is.

    Attributes:
        seed: Of what is random; the timing of processes is not.
        seconds: How long it lasts at least; it goes on until the other figures are reached.
        operators: How many work.
        client_kills: So many programs are killed at least.
        server_kills: So often the server is killed at least.
        cuts: So many connections are cut at least.
        mutant: What is wrong with the programs; empty where nothing is.
        kill_share: How much of what happens is the end of a program.
        freeze_share: How much of it is a connection that falls silent.
        long_calls: How many of the calls outlast their lease.
        commit_faults: How many of the commits are lost, or their answers.
    """

    seed: int = 1
    seconds: float = 20.0
    operators: int = 4
    client_kills: int = 0
    server_kills: int = 0
    cuts: int = 0
    mutant: str = ""
    kill_share: float = 30
    freeze_share: float = 5
    long_calls: float = 0.08
    commit_faults: float = 0.04


@dataclass
class Findings:
    """What a day came to.

    Attributes:
        violations: The invariants that were broken, each in a sentence.
        client_kills: How many programs were killed.
        server_kills: How often the server was.
        cuts: How many connections were cut, frozen or lost a commit.
        contacts: How many contacts were told as saved.
        kept: How many of them were kept first.
        seconds: How long it took.
    """

    violations: list[str] = field(default_factory=list)
    client_kills: int = 0
    server_kills: int = 0
    cuts: int = 0
    contacts: int = 0
    kept: int = 0
    seconds: float = 0.0


class Day:
    """Everything that takes part."""

    def __init__(self, plan: Plan, folder: Path, server: PostgresServer) -> None:
        self.plan, self.folder, self.server = plan, folder, server
        self.random = Random(plan.seed)
        self.proxy = CuttingProxy(server.host, server.port)
        self.proxy.fault_of = self._fault
        self.findings = Findings()
        name = server.create()
        self.team = TeamDatabase(server, name)
        with self.team.superuser.connect() as connection:
            prepare(connection)
        self.customers = self._fill()
        self.orders = [self._order(number, name) for number in range(plan.operators)]
        self.weather = Weather(server, self.proxy, self.random)
        self.programs = Programs(work, self.orders, self.random, "tests.faults.operator")
        self._give_to_some()

    def live(self) -> None:
        """Let everybody work while everything dies."""
        began = monotonic()
        self.programs.start()
        while not self._is_over(began):
            self._happen(self._due(began))
            pause(self.random, self._written, _BYTES_BETWEEN)
        self.proxy.fault_of = lambda: Fault.NONE
        self.proxy.heal()
        found = self.findings
        found.client_kills, found.server_kills = self.programs.kills, self.weather.server_kills
        found.cuts = self.proxy.cuts
        self._send_home()
        found.seconds = monotonic() - began

    def close(self) -> None:
        self.programs.close()
        self.proxy.close()
        self.team.close()

    # --- what happens ---------------------------------------------------------------------------

    def _is_over(self, began: float) -> bool:
        plan = self.plan
        return (
            monotonic() - began >= plan.seconds
            and self.programs.kills >= plan.client_kills
            and self.weather.server_kills >= plan.server_kills
            and self.proxy.cuts >= plan.cuts
        )

    def _written(self) -> int:
        return sum(one.journal.stat().st_size for one in self.orders if one.journal.exists())

    def _due(self, began: float) -> Sequence[Callable[[], object]]:
        """Return what is still to come once the day's time is over."""
        if monotonic() - began < self.plan.seconds:
            return ()
        plan = self.plan
        wanted: dict[Callable[[], object], bool] = {
            self.programs.kill_one: self.programs.kills < plan.client_kills,
            self.weather.kill_server: self.weather.server_kills < plan.server_kills,
            self.proxy.cut: self.proxy.cuts < plan.cuts,
        }
        return [happens for happens, is_due in wanted.items() if is_due]

    def _happen(self, due: Sequence[Callable[[], object]]) -> None:
        if due:
            self.random.choice(due)()
            return
        what: dict[Callable[[], object], float] = {
            self.programs.kill_one: self.plan.kill_share,
            self.proxy.cut: 20,
            self.proxy.freeze: self.plan.freeze_share,
            self.weather.part: 4,
            self.weather.stall: 2,
            self.weather.kill_server: 2.5,
        }
        (happens,) = self.random.choices(list(what), list(what.values()))
        happens()

    def _fault(self) -> Fault:
        if self.random.random() > self.plan.commit_faults:
            return Fault.NONE
        return self.random.choice([Fault.LOST, Fault.UNANSWERED])

    # --- who takes part -------------------------------------------------------------------------

    def _fill(self) -> tuple[UUID, ...]:
        keys, rows = callable_customers(40)
        with self.team.superuser.begin() as connection:
            for table, lines in rows.items():
                connection.execute(Base.metadata.tables[table].insert(), lines)
        return tuple(keys)

    def _order(self, number: int, database: str) -> Orders:
        login = self.team.add(f"op{number}", Role.OPERATOR)
        url = f"postgresql://{login}@127.0.0.1:{self.proxy.port}/{database}"
        seed = self.random.randrange(1 << 30)
        customers = self.customers[: self.plan.operators]  # few: they meet all the time
        plan = self.plan
        return Orders(
            url, f"op{number}", self.folder, customers, seed, plan.mutant, plan.long_calls
        )

    def _give_to_some(self) -> None:
        """Make some customers somebody's own, whom nobody else may see."""
        give = text("UPDATE customers SET owner_id = (SELECT id FROM users WHERE login = :login)"
                    " WHERE id = :key")  # fmt: skip
        with self.team.superuser.begin() as connection:
            for number, key in enumerate(self.customers[30:]):
                login = f"op{number % self.plan.operators}"
                connection.execute(give, {"login": login, "key": key})

    def _send_home(self) -> None:
        """Let everybody deliver what they have; who does not come home hangs."""
        (self.folder / "end").touch()
        for number, how in self.programs.wait(_HOME_SECONDS):
            self.findings.violations.append(f"9: the program of op{number} {how}")


def examine(day: Day) -> Findings:
    """Count everything, and say which invariants are broken."""
    found, lines = day.findings, [line for one in day.orders for line in journal_of(one)]
    with day.team.superuser.connect() as connection:
        stored = Counter(connection.execute(text("SELECT note FROM contacts")).scalars())
        pitches = Counter(connection.execute(text("SELECT why_stopped FROM pitch_notes")).scalars())
        ended = {
            row.id.hex: row.state
            for row in connection.execute(text("SELECT id, state FROM claims"))
        }
        found.violations += _server_checks(connection)
    told = [line for line in lines if line["kind"] == "told"]
    found.contacts, found.kept = len(told), sum(bool(line["is_kept"]) for line in told)
    attempted = {line["mark"] for line in lines if str(line["kind"]).startswith("attempt")}
    told_pitches = [line["mark"] for line in lines if line["kind"] == "told_pitch"]
    for name, there, marks in (
        ("contact", stored, [line["mark"] for line in told]),
        ("pitch note", pitches, told_pitches),
    ):
        lost = [mark for mark in marks if not there[mark]]
        twice = [mark for mark, count in there.items() if count > 1]
        phantom = [mark for mark in there if mark not in attempted]
        found.violations += [f"1: {name} {mark} was told as saved and is lost" for mark in lost]
        found.violations += [f"2: {name} {mark} is there {there[mark]} times" for mark in twice]
        found.violations += [f"3: {name} {mark} is nobody's" for mark in phantom]
    attempts = {line["claim"] for line in lines if line["kind"] == "attempt"}
    for line in told:
        if line["is_lost"] and ended.get(str(line["claim"])) == "finished":
            found.violations.append(f"11: claim {line['claim']} was finished by somebody else")
    for key, state in ended.items():
        if state == "finished" and key not in attempts:
            found.violations.append(f"11: claim {key} is finished, and its holder never did so")
    found.violations += [
        "15: an operator read what is not theirs"
        for line in lines
        if line["kind"] == "peep" and line["foreign"]
    ]
    found.violations += _local_checks(day)
    return found


def _server_checks(connection: Any) -> Iterator[str]:
    numbers = " UNION ALL ".join(
        f"SELECT device_id, device_seq FROM {table.name}" for table in FACT_TABLES
    )
    gaps = text(
        f"SELECT device_id, count(*), count(DISTINCT device_seq), max(device_seq)"
        f" FROM ({numbers}) AS facts GROUP BY device_id"
        " HAVING count(*) <> max(device_seq) OR count(DISTINCT device_seq) <> count(*)"
    )
    for row in connection.execute(gaps):
        yield f"4: the numbers of device {row.device_id} have gaps or doubles"
    two = "SELECT customer_id FROM claims WHERE state = 'active' GROUP BY 1 HAVING count(*) > 1"
    for row in connection.execute(text(two)):
        yield f"11: customer {row.customer_id} has two active claims"
    fences = "SELECT customer_id FROM claims GROUP BY customer_id, fence HAVING count(*) > 1"
    for row in connection.execute(text(fences)):
        yield f"11: a fence of customer {row.customer_id} was given twice"
    # Whoever waited for a lock began sooner than they claimed, at most a statement's time.
    overtaken = (
        "SELECT DISTINCT former.id FROM claims AS former JOIN claims AS later"
        " ON later.customer_id = former.customer_id AND later.fence > former.fence"
        " WHERE former.state = 'finished'"
        " AND former.finished_at > later.claimed_at + interval '3 seconds'"
    )
    for row in connection.execute(text(overtaken)):
        yield f"11: claim {row.id} was finished after a colleague had the customer"
    left = "SELECT count(*) FROM claims WHERE state = 'active' AND lease_until > now()"
    if connection.execute(text(left)).scalar_one():
        yield "12: somebody went home and holds a customer"


def _local_checks(day: Day) -> Iterator[str]:
    for one in day.orders:
        if not one.kept.exists():
            continue
        connection = dbapi2.connect(str(one.kept))
        connection.execute(f"PRAGMA key = \"x'{KEY.hex()}'\"")
        (sound,) = connection.execute("PRAGMA integrity_check").fetchone()
        (left,) = connection.execute("SELECT count(*) FROM kept_writes").fetchone()
        refused = connection.execute("SELECT kind, refusal FROM kept_writes").fetchall()
        connection.close()
        if sound != "ok":
            yield f"10: the kept file of {one.name} is damaged"
        if left:
            yield f"9: {left} kept writes of {one.name} are left: {refused[:3]}"


def run(plan: Plan, folder: Path, server: PostgresServer) -> Findings:
    """Live through a day and examine it."""
    day = Day(plan, folder, server)
    try:
        day.live()
        return examine(day)
    finally:
        day.close()
