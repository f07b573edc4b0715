"""Operators of a team in one process, each with a login, a connection and a pace of their own.

Usage: python -m scripts.benchmarks.team_worker SECONDS THINK; its input is one URL a line, an
empty line, after it said "ready" another line, and one at the end.

Each operator calls as the window does: the contact and the next client in one transaction. What
they believe to be the list is brought up to date as a window's is, by the changes of the others.
A line of JSON at the end says what was stored, and how long it took.
"""

import json
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice
from random import Random
from threading import Barrier, Lock, Thread
from typing import Any
from uuid import UUID

from sqlalchemy import text

from cockpit.data.database import SqlDatabase
from cockpit.data.engine import Engines
from cockpit.data.identity import ensure_identity
from cockpit.data.startup import open_database
from cockpit.data.url import parse_address
from cockpit.domain.clock import SystemClock
from cockpit.domain.contact import ContactDraft
from cockpit.domain.eligibility import Bar
from cockpit.domain.ids import new_id
from cockpit.domain.queue import Offer
from cockpit.domain.vocabulary import Channel, LifecycleStatus
from cockpit.services.contacts import ContactService
from cockpit.services.ports import WriteUnit
from cockpit.services.queue import QueueService
from scripts.benchmarks.working_day import set_clock_to_calling_day

#: How many a window offers, and among how many first ones of the list its operator looks.
CANDIDATES = 20
_AMONG = 2_000
#: So many calls before the measured time: a driver prepares what it said five times, and a server
#: plans anew for the five times after that.
_WARM_UP = 15
#: Whom nobody of a former shift called.
_ALL = text(
    "SELECT id FROM customers WHERE NOT EXISTS"
    " (SELECT FROM claims WHERE customer_id = customers.id) ORDER BY code"
)
_FEED_SECONDS = 1.0


class SharedList:
    """The order of calling, and who is out of it for now; one for the operators of a process."""

    def __init__(self, keys: Sequence[UUID]) -> None:
        self._rest = iter(keys)
        self._first: dict[UUID, None] = {}
        self._out: set[UUID] = set()
        self._lock = Lock()

    def take_out(self, *customer_ids: UUID) -> None:
        """Note who was called, or is being called."""
        with self._lock:
            self._out.update(customer_ids)
            for key in customer_ids:
                self._first.pop(key, None)

    def candidates(self, random: Random) -> list[UUID]:
        """Return some of the first ones, as filters and tabs of operators differ."""
        with self._lock:
            while len(self._first) < _AMONG:
                key = next(self._rest)
                if key not in self._out:
                    self._first[key] = None
            start = random.randrange(_AMONG - CANDIDATES)
            return list(islice(self._first, start, start + CANDIDATES))


@dataclass
class Told:
    """What the operators of a process believe to be stored, and how long it took."""

    contacts: list[str] = field(default_factory=list)
    saves: list[float] = field(default_factory=list)
    claims: list[float] = field(default_factory=list)
    passed: int = 0
    nobody: int = 0


class Operator:
    """One operator: claims, thinks, saves, claims."""

    def __init__(self, engines: Engines, work: SharedList, seed: int) -> None:
        user = ensure_identity(engines, machine=f"pc-{seed}")
        database, clock = SqlDatabase(engines, user.user_id), SystemClock()
        self._queue = QueueService(database, clock, user)
        self._contacts = ContactService(database, clock, user)
        self._work, self._clock = work, clock
        self._random = Random(seed)  # noqa: S311 - keeps no secret
        outcomes = {one.code: one for one in self._contacts.form_options().outcomes}
        self._outcomes = [outcomes[code] for code in ("busy", "no_answer", "absent", "sale")]
        self.told = Told()

    def run(self, seconds: float, think: float, ready: Barrier) -> None:
        """Warm up, then call until the time is over; whoever fails keeps nobody waiting."""
        try:
            self._work_through(seconds, think, ready)
        except BaseException:
            ready.abort()
            raise

    def _work_through(self, seconds: float, think: float, ready: Barrier) -> None:
        offer = self._queue.next(self._work.candidates(self._random))
        for _ in range(_WARM_UP):
            offer = self._call(offer)
        warm = self.told
        self.told = Told(contacts=warm.contacts)
        offer = self._wait(offer, ready)
        time.sleep(self._random.random() * think)
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            time.sleep(think)
            offer = self._call(offer)

    def _wait(self, offer: Offer, ready: Barrier) -> Offer:
        """Wait for the others, who may take longer than a lease: no window beats meanwhile."""
        if offer.claim is not None:
            self._queue.put_back(offer.claim)
        ready.wait()
        return self._queue.next(self._work.candidates(self._random))

    def _call(self, offer: Offer) -> Offer:
        claim = offer.claim
        candidates = self._work.candidates(self._random)
        if claim is None:
            self.told.nobody += 1
            offer = self._queue.next(candidates)
            self._note(offer)
            return offer
        draft = ContactDraft(
            new_id(), claim.customer_id, self._clock.now(), Channel.PHONE,
            self._random.choice(self._outcomes), note="Pediu para ligar depois do dia 10",
        )  # fmt: skip
        found: list[Offer] = []
        started = time.perf_counter()
        self._contacts.log(
            draft, status=LifecycleStatus.AT_RISK, claim=claim,
            behind=partial(self._seek, candidates, found),
        )  # fmt: skip
        self.told.saves.append(time.perf_counter() - started)
        self.told.contacts.append(str(draft.contact_id))
        self._note(found[0])
        return found[0]

    def _seek(self, candidates: Sequence[UUID], found: list[Offer], unit: WriteUnit) -> None:
        started = time.perf_counter()
        found.append(self._queue.next_in(candidates, unit))
        self.told.claims.append(time.perf_counter() - started)

    def _note(self, offer: Offer) -> None:
        self.told.passed += len(offer.passed)
        gone = [key for key, barred in offer.passed if barred.bar is not Bar.CLAIMED]
        if offer.claim is not None:
            gone.append(offer.claim.customer_id)
        self._work.take_out(*gone)


def main(words: list[str]) -> int:
    """Run the operators of one process."""
    seconds, think = float(words[0]), float(words[1])
    urls = list(iter(lambda: sys.stdin.readline().strip(), ""))
    set_clock_to_calling_day()
    cache: dict[Any, Any] = {}
    engines = [_opened(url, cache) for url in urls]
    with engines[0].reading() as connection:
        work = SharedList(connection.execute(_ALL).scalars().all())
    seed = hash(urls[0]) & 0xFFFF
    operators = [Operator(one, work, seed + n) for n, one in enumerate(engines)]
    ready = Barrier(len(operators) + 1, action=_wait_for_the_others)
    threads = [Thread(target=one.run, args=(seconds, think, ready)) for one in operators]
    follower = Thread(target=_follow, args=(engines[0], work, threads))
    for thread in [*threads, follower]:
        thread.start()
    ready.wait()
    busy = time.process_time()
    follower.join()
    busy = time.process_time() - busy
    print(json.dumps({**_summed(operators), "cpu": busy}), flush=True)
    sys.stdin.readline()  # until the server's processor time was read
    for one in engines:
        one.close()
    return 0


def _opened(url: str, cache: dict[Any, Any]) -> Engines:
    """Open a database as an operator; all of a process share what was compiled once."""
    engines = open_database(parse_address(url))
    return replace(
        engines,
        writer=engines.writer.execution_options(compiled_cache=cache),
        reader=engines.reader.execution_options(compiled_cache=cache),
    )


def _wait_for_the_others() -> None:
    """Say that all are warm, and begin when the other processes are."""
    print("ready", flush=True)
    sys.stdin.readline()


def _follow(engines: Engines, work: SharedList, threads: Sequence[Thread]) -> None:
    """Bring the list up to date by what the other processes note."""
    database = SqlDatabase(engines, new_id())
    with database.read() as unit:
        seen = unit.queue.changes_seen()
    while any(thread.is_alive() for thread in threads):
        time.sleep(_FEED_SECONDS)
        with database.read() as unit:
            now = unit.queue.changes_seen()
            notice = unit.queue.changed_since(seen)
        seen = now
        work.take_out(*(notice.customer_ids or ()))


def _summed(operators: Sequence[Operator]) -> dict[str, Any]:
    told = [one.told for one in operators]
    return {
        "contacts": [key for one in told for key in one.contacts],
        "saves": [took for one in told for took in one.saves],
        "claims": [took for one in told for took in one.claims],
        "passed": sum(one.passed for one in told),
        "nobody": sum(one.nobody for one in told),
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
