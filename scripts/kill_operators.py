"""Kill the operators of a team at random moments, and look for clients who were called twice.

Usage: python scripts/kill_operators.py [--kills 150] [--operators 8] [--seed 1]

Operators with a login each call from one list on a real server with row policies, the contact and
the next client in one transaction, as fast as they can; each is killed (SIGKILL) at a random moment
and begins anew. Whatever was told as stored must be there once, whatever was not told as a whole or
not at all; no client may be called twice or claimed twice at once, no number of a device may be
missing, and once the leases have ended no claim may be left. Exit code 1 says that something went
wrong. Needs a system with fork.
"""

import argparse
import os
import random
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any
from uuid import UUID

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from sqlalchemy import Connection, insert, text  # noqa: E402 - found by the line above

from cockpit.data.database import SqlDatabase  # noqa: E402
from cockpit.data.identity import ensure_identity  # noqa: E402
from cockpit.data.server.prepare import prepare  # noqa: E402
from cockpit.data.startup import open_database  # noqa: E402
from cockpit.data.url import parse_address  # noqa: E402
from cockpit.domain.clock import SystemClock  # noqa: E402
from cockpit.domain.contact import ContactDraft  # noqa: E402
from cockpit.domain.errors import DatabaseBusyError  # noqa: E402
from cockpit.domain.ids import new_id  # noqa: E402
from cockpit.domain.queue import Offer  # noqa: E402
from cockpit.domain.vocabulary import Channel, LifecycleStatus, Role  # noqa: E402
from cockpit.services.contacts import ContactService  # noqa: E402
from cockpit.services.ports import WriteUnit  # noqa: E402
from cockpit.services.queue import QueueService  # noqa: E402
from models import Base  # noqa: E402
from tests.support.postgres import start_server  # noqa: E402
from tests.support.queues import callable_customers  # noqa: E402
from tests.support.team import Person, TeamDatabase  # noqa: E402

CLIENTS = 20_000
#: All operators choose among so many first clients, so that they meet.
_AMONG = 60
_CANDIDATES = 20
LONGEST_SECONDS = 2.5
_HOURS = '{"opens": "00:00", "closes": "23:59:59", "weekdays": [0, 1, 2, 3, 4, 5, 6]}'
#: What must not be found, and what it means where it is.
NEVER = {
    "SELECT customer_id FROM contacts GROUP BY customer_id HAVING count(*) > 1":
        "a client was called twice",
    "SELECT customer_id FROM claims WHERE state = 'active' GROUP BY customer_id"
    " HAVING count(*) > 1": "a client is claimed twice",
    "SELECT customer_id, fence FROM claims GROUP BY customer_id, fence HAVING count(*) > 1":
        "a fence was given twice",
    "SELECT a.customer_id FROM claims a JOIN claims b ON b.customer_id = a.customer_id"
    " AND b.fence > a.fence WHERE b.claimed_at < least(coalesce(a.finished_at, 'infinity'),"
    " a.lease_until)": "a client was claimed while somebody had them",
    "SELECT id FROM contacts c WHERE NOT EXISTS (SELECT 1 FROM claims k WHERE k.state = 'finished'"
    " AND k.customer_id = c.customer_id AND k.user_id = c.user_id)": "a contact ended no claim",
    "SELECT device_id FROM (SELECT device_id, device_seq FROM contacts UNION ALL"
    " SELECT device_id, device_seq FROM cadence_decisions) AS facts GROUP BY device_id"
    " HAVING count(*) <> max(device_seq)": "a device's numbers have a gap",
}  # fmt: skip


@dataclass
class Told:
    """What the operators said: contacts begun, and stored for sure."""

    begun: set[str] = field(default_factory=set)
    stored: set[str] = field(default_factory=set)
    kills: int = 0

    def read(self, path: Path) -> None:
        """Take in what one operator wrote until the end."""
        for line in path.read_text(encoding="utf-8").splitlines():
            word, key = line.split()
            (self.begun if word == "begin" else self.stored).add(key)


@dataclass(frozen=True)
class Work:
    """What all operators have.

    Attributes:
        keys: The list of clients.
        compiled: The statements that were built already: a start would take longer than a life.
    """

    keys: list[UUID]
    compiled: dict[Any, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Plan:
    """How often operators are killed, and by which chance."""

    kills: int
    seed: int


class Caller:
    """An operator who calls without a rest."""

    def __init__(self, work: Work, url: str, journal: Path, seed: int) -> None:
        opened = open_database(parse_address(url))
        compiled = {"compiled_cache": work.compiled}
        self.engines = engines = replace(
            opened,
            writer=opened.writer.execution_options(**compiled),
            reader=opened.reader.execution_options(**compiled),
        )
        user = ensure_identity(engines, machine="pc")
        database, self._clock = SqlDatabase(engines, user.user_id), SystemClock()
        self._queue = QueueService(database, self._clock, user)
        self._contacts = ContactService(database, self._clock, user)
        self._outcomes = [
            one
            for one in self._contacts.form_options().outcomes
            if one.code in {"busy", "no_answer", "absent"}
        ]
        self._chance = random.Random(seed)  # noqa: S311 - keeps no secret
        self._customers = list(work.keys)
        self._journal = os.open(journal, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def call(self, times: int | None = None) -> None:
        """Call so often, or until somebody ends it."""
        if self._chance.random() < 1 / 2:
            self._queue.release_all()  # as a window does at its first call
        found = [self._queue.next(self._wished())]
        for _ in count() if times is None else range(times):
            try:
                self._log(found)
            except DatabaseBusyError:
                continue

    def _wished(self) -> list[UUID]:
        """Return some of the first clients who were not in vain before."""
        return self._chance.sample(self._customers[:_AMONG], _CANDIDATES)

    def _log(self, found: list[Offer]) -> None:
        claim = found[-1].claim
        wished = self._wished()
        gone = {key for key, _ in found[-1].passed}
        self._customers[:_AMONG] = [key for key in self._customers[:_AMONG] if key not in gone]
        if claim is None:
            found[:] = [self._queue.next(wished)]
            return
        outcome = self._chance.choice(self._outcomes)
        draft = ContactDraft(
            new_id(), claim.customer_id, self._clock.now(), Channel.PHONE, outcome
        )  # fmt: skip
        self._say("begin", draft.contact_id)
        found.clear()
        self._contacts.log(
            draft, status=LifecycleStatus.AT_RISK, claim=claim,
            behind=partial(self._seek, wished, found),
        )  # fmt: skip
        self._say("stored", draft.contact_id)

    def _seek(self, wished: list[UUID], found: list[Offer], unit: WriteUnit) -> None:
        found[:] = [self._queue.next_in(wished, unit)]

    def _say(self, word: str, key: UUID) -> None:
        os.write(self._journal, f"{word} {key}\n".encode())


def main() -> int:
    """Kill as often as asked for; return 1 where something went wrong."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--kills", type=int, default=150)
    parser.add_argument("--operators", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    server = start_server()
    try:
        team = TeamDatabase(server, server.create())
        with team.superuser.connect() as connection:
            prepare(connection)
        keys = _filled(team)
        urls = [
            team.url(team.add(f"operator{number}", Role.OPERATOR))
            for number in range(chosen.operators)
        ]
        told = Told()
        with tempfile.TemporaryDirectory() as folder:
            work = Work(keys)
            _warm_up(work, urls[0], Path(folder) / "first.txt", told)
            _kill(urls, work, Path(folder), told, Plan(chosen.kills, chosen.seed))
        with team.superuser.connect() as connection:
            keeper = team.join("keeper", Role.MANAGER)
            trouble = [*_lost_or_double(connection, told), *_left_behind(connection, keeper)]
        team.close()
    finally:
        server.stop()
    for line in trouble:
        sys.stdout.write(f"{line}\n")
    sys.stdout.write(f"{told.kills} kills, {len(told.stored)} contacts told as stored\n")
    return 1 if trouble else 0


def _filled(team: TeamDatabase) -> list[UUID]:
    keys, rows = callable_customers(CLIENTS)
    with team.superuser.begin() as connection:
        for table, lines in rows.items():
            connection.execute(insert(Base.metadata.tables[table]), lines)
        connection.execute(
            text(
                "INSERT INTO calling_window_policies (id, parameters, version, published_at)"
                " SELECT uuidv7(), :hours, 2, now()"
            ),
            {"hours": _HOURS},
        )
    return keys


def _warm_up(work: Work, url: str, journal: Path, told: Told) -> None:
    first = Caller(work, url, journal, seed=0)
    first.call(10)
    first.engines.close()
    told.read(journal)


def _kill(urls: list[str], work: Work, folder: Path, told: Told, plan: Plan) -> None:
    """Let each login call, again and again, and kill whoever's time has come."""
    chance = random.Random(plan.seed)  # noqa: S311 - keeps no secret
    kills = plan.kills
    running: dict[int, tuple[int, Path, float]] = {}
    free, number = list(range(len(urls))), 0
    while told.kills < kills or running:
        while free and told.kills + len(running) < kills:
            which, number = free.pop(), number + 1
            journal = folder / f"{number}.txt"
            program = _fork(work, urls[which], journal, number)
            running[program] = (which, journal, 0.0)
        time.sleep(0.005)
        for program, (which, journal, end) in list(running.items()):
            if not _has_begun(journal):
                continue
            if not end:
                wait = chance.uniform(0, LONGEST_SECONDS)
                running[program] = (which, journal, time.monotonic() + wait)
            elif end <= time.monotonic():
                os.kill(program, signal.SIGKILL)
                _, status = os.waitpid(program, 0)
                if not os.WIFSIGNALED(status):
                    raise SystemExit("an operator ended by themself: see above")
                told.kills += 1
                told.read(journal)
                del running[program]
                free.append(which)


def _has_begun(journal: Path) -> bool:
    """Return whether an operator began to store a contact, or ended; a start takes its time."""
    return journal.exists() and journal.stat().st_size > 0


def _fork(work: Work, url: str, journal: Path, seed: int) -> int:
    """Begin an operator who calls until killed, and return the process's number."""
    program = os.fork()
    if program:
        return program
    try:
        Caller(work, url, journal, seed).call()
    except BaseException:  # noqa: BLE001 - it is shown, and the program ends here
        traceback.print_exc()
        journal.write_text("begin nothing\n")  # nobody is to wait for it
    finally:
        sys.stderr.flush()
        os._exit(1)


def _lost_or_double(connection: Connection, told: Told) -> Iterator[str]:
    there = list(connection.execute(text("SELECT id::text FROM contacts")).scalars())
    yield from (f"contact {key} is lost" for key in told.stored - set(there))
    yield from (f"contact {key} is nobody's" for key in set(there) - told.begun)
    for question, sentence in NEVER.items():
        yield from (f"{sentence}: {row}" for row in connection.execute(text(question)))


def _left_behind(connection: Connection, keeper: Person) -> Iterator[str]:
    """Yield how many claims are left once all leases have ended and a reaper came."""
    past = "UPDATE claims SET lease_until = now() - interval '1 s' WHERE state = 'active'"
    connection.execute(text(past))
    connection.commit()
    with keeper.database.write() as unit:
        unit.queue.reap(at=SystemClock().now())
    left = connection.execute(text("SELECT count(*) FROM claims WHERE state = 'active'")).scalar()
    if left:
        yield f"{left} claims outlived their leases"


if __name__ == "__main__":
    sys.exit(main())
