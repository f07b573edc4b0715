"""An operator at a program that is killed at any moment: calls, logs, keeps, delivers.

What happened goes to a journal that outlives the kill: a word before each attempt, and a word once
the operator was told that their contact is saved. Whatever the journal says was told has to be on
the server in the end, once.
"""

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from random import Random
from time import monotonic, sleep
from uuid import UUID

from sqlalchemy import text

from cockpit.app.keeping import Keeping
from cockpit.data import postgresql, watchdog
from cockpit.data.database import SqlDatabase
from cockpit.data.engine import Engines
from cockpit.data.identity import ensure_identity
from cockpit.data.kept_file import SqlcipherKeptFile
from cockpit.data.repositories import queue as claims
from cockpit.data.server_probe import SqlServerProbe
from cockpit.data.startup import open_database
from cockpit.data.url import parse_address
from cockpit.domain.clock import SystemClock
from cockpit.domain.contact import ContactDraft
from cockpit.domain.eligibility import Bar
from cockpit.domain.errors import DatabaseError, GiroError
from cockpit.domain.ids import new_id
from cockpit.domain.pitch import PitchDraft
from cockpit.domain.queue import Claim
from cockpit.domain.vocabulary import Channel, LifecycleStatus
from cockpit.services.keeping.kept_writes import KeptWrites
from cockpit.services.queue import QueueService
from cockpit.services.weather import WeatherBoard
from tests.faults.mutants import MUTANTS

KEY = bytes(range(32))
LEASE = timedelta(seconds=2)
_THINK_SECONDS = 0.01
_LOOK_SECONDS = 0.3
_ALSO = frozenset(Bar) - {Bar.CLAIMED}


@dataclass(frozen=True)
class Orders:
    """What an operator's program is started with.

    Attributes:
        url: The server, through the cable that is cut.
        name: Of the operator's machine.
        folder: Where this computer keeps its files.
        customers: Whom the list offers.
        seed: Of what is random.
        mutant: What is wrong with the program; empty where nothing is.
        long_calls: How many of the calls outlast their lease.
    """

    url: str
    name: str
    folder: Path
    customers: tuple[UUID, ...]
    seed: int
    mutant: str = ""
    long_calls: float = 0.08

    @property
    def journal(self) -> Path:
        return self.folder / f"{self.name}.journal"

    @property
    def kept(self) -> Path:
        return self.folder / f"{self.name}.kept"

    @property
    def end(self) -> Path:
        """Return the file whose being there sends everybody home."""
        return self.folder / "end"


def work(orders: Orders) -> None:
    """Work until sent home, or killed."""
    _hurry()
    if orders.mutant:
        MUTANTS[orders.mutant]()
    journal = os.open(orders.journal, os.O_CREAT | os.O_APPEND | os.O_WRONLY)
    while True:
        try:
            operator = Operator.opened(orders, journal)
            break
        except GiroError:
            sleep(0.1)
    operator.day()
    operator.engines.close()


def _hurry() -> None:
    """Shorten what a real program waits for: a day has to pass in a minute."""
    watchdog.PING_SECONDS, watchdog.STATEMENT_SECONDS = 0.5, 3.0
    watchdog._PULSE_SECONDS = 0.1
    claims.LEASE = LEASE
    postgresql._OPTIONS = (
        "-c statement_timeout=2000 -c idle_in_transaction_session_timeout=2000"
        " -c client_connection_check_interval=500"
    )


@dataclass
class Operator:
    """One program's life."""

    orders: Orders
    journal: int
    engines: Engines
    keeping: Keeping
    database: SqlDatabase
    random: Random
    looked: float = field(default_factory=monotonic)

    @classmethod
    def opened(cls, orders: Orders, journal: int) -> "Operator":
        engines = open_database(parse_address(orders.url))
        try:
            user = ensure_identity(engines, machine=orders.name)
            board = WeatherBoard(SystemClock())
            gated = replace(engines, gate=board)
            file = SqlcipherKeptFile(orders.kept, lambda: KEY)
            keeping = Keeping(board, SqlServerProbe(gated), KeptWrites(file, board))
            database = SqlDatabase(gated, user.user_id)
            clock = SystemClock()
            self = cls(orders, journal, engines, keeping, database, Random(orders.seed))
            self.user = user
            self.contacts = keeping.contacts(database, clock, user)
            self.pitches = keeping.pitches(database, clock, user, lambda: None)  # type: ignore[arg-type,return-value]
            self.preferences = keeping.preferences(database, clock, user)
            self.queue = QueueService(database, clock, user)
            self.outcomes = self.contacts.form_options().outcomes
        except BaseException:
            engines.close()
            raise
        return self

    def day(self) -> None:
        """Call until sent home; go home when nothing waits any more."""
        while not self.orders.end.exists():
            self.look()
            with suppress(GiroError):
                self.call()
            sleep(_THINK_SECONDS)
        while self.keeping.kept.waiting():
            sleep(0.05)
            self.look()
            with suppress(GiroError):
                self.keeping.kept.deliver()
        with suppress(GiroError):
            self.queue.release_all()
        self.note("home")

    def look(self) -> None:
        """Ask the server now and then, as the window does, and deliver what waits."""
        is_closed = self.keeping.board.present.is_closed
        if monotonic() - self.looked < _LOOK_SECONDS and not is_closed:
            return
        self.looked = monotonic()
        try:
            self.keeping.board.note_answer(self.keeping.probe.look())
            self.keeping.kept.deliver()
        except DatabaseError as error:
            self.keeping.board.note_error(error)
            sleep(0.05)

    def call(self) -> None:
        """Take the next client, or one without the queue where there is none to be had."""
        customers = list(self.orders.customers)
        self.random.shuffle(customers)
        claim = None
        try:
            claim = self.queue.next(customers[:10], also=_ALSO).claim
        except DatabaseError:
            if self.random.random() < 0.7:  # mostly they wait; some dial on without the queue
                raise
        if claim is None:
            self.log(customers[0], None)
        else:
            if self.random.random() < self.orders.long_calls:
                sleep(LEASE.total_seconds() * 3)  # a long call without a heartbeat
            sleep(self.random.uniform(0, 0.1))
            self.log(claim.customer_id, claim)
        if self.random.random() < 0.2:
            self.write_beside(customers[0])
        if self.random.random() < 0.05:
            self.peep()

    def log(self, customer_id: UUID, claim: Claim | None) -> None:
        mark, key = new_id().hex, new_id()
        outcome = self.random.choice([one for one in self.outcomes if one.code == "no_answer"])
        draft = ContactDraft(
            key, customer_id, SystemClock().now(), Channel.PHONE, outcome, note=mark
        )
        claimed = None if claim is None else claim.claim_id.hex
        self.note("attempt", mark=mark, key=key.hex, customer=customer_id.hex, claim=claimed)
        logged = self.contacts.log(draft, status=LifecycleStatus.AT_RISK, claim=claim)
        self.note(
            "told", mark=mark, is_kept=logged.is_kept, claim=claimed, is_lost=logged.is_claim_lost
        )

    def write_beside(self, customer_id: UUID) -> None:
        """Save pitch notes and a draft."""
        mark = new_id().hex
        self.note("attempt_pitch", mark=mark)
        self.pitches.save(PitchDraft(new_id(), customer_id, why_stopped=mark))
        self.note("told_pitch", mark=mark)
        self.preferences.store(f"draft.{self.random.randrange(5)}", {"note": mark})

    def peep(self) -> None:
        """Look for what belongs to others."""
        foreign = text(
            "SELECT count(*) FROM customers WHERE owner_id IS NOT NULL AND owner_id <> :me"
        )
        with self.engines.reading() as connection:
            count = connection.execute(foreign, {"me": self.user.user_id}).scalar_one()
        self.note("peep", foreign=count)

    def note(self, kind: str, **values: object) -> None:
        """Write a line that outlives a kill."""
        os.write(self.journal, f"{json.dumps({'kind': kind, **values})}\n".encode())


def journal_of(orders: Orders) -> Sequence[dict[str, object]]:
    """Return what an operator's journal says; a last line that was cut off is none."""
    lines = orders.journal.read_text(encoding="utf-8").split("\n")[:-1]
    return [json.loads(line) for line in lines]
