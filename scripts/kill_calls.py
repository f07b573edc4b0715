"""Kill calling operators at random moments, and look for what was lost, doubled or left behind.

Usage: python scripts/kill_calls.py [--rounds 60] [--seed 1]

Each round lets two operators call on one file (claim, log with objection, potential and next
contact, skip, put off, put back, undo, note a pitch, type drafts) and kills each at a random
moment (SIGKILL). Whatever a program had told as stored must be there exactly once and as a whole;
what it was still storing must be there as a whole or not at all; nobody is claimed twice at once,
and no claim outlives its lease. Exit code 1 says that a round went wrong. Needs a system with fork.
"""

import argparse
import json
import os
import random
import signal
import sqlite3
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from uuid import UUID

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from cockpit.data.bulk_loader import SqlBulkLoader  # noqa: E402 - found by the line above
from cockpit.data.database import SqlDatabase  # noqa: E402
from cockpit.data.engine import Engines  # noqa: E402
from cockpit.data.identity import ensure_identity  # noqa: E402
from cockpit.data.startup import open_database  # noqa: E402
from cockpit.data.url import parse_address  # noqa: E402
from cockpit.domain.agenda import AppointmentDraft  # noqa: E402
from cockpit.domain.contact import ContactDraft, Outcome  # noqa: E402
from cockpit.domain.errors import DatabaseBusyError  # noqa: E402
from cockpit.domain.ids import new_id  # noqa: E402
from cockpit.domain.objections import ObjectionDraft  # noqa: E402
from cockpit.domain.pitch import PitchDraft  # noqa: E402
from cockpit.domain.queue import LEASE, Claim, QueueStep  # noqa: E402
from cockpit.domain.vocabulary import Channel, LifecycleStatus  # noqa: E402
from cockpit.messaging.renderer import JinjaRenderer  # noqa: E402
from cockpit.services.pitch import PitchService  # noqa: E402
from cockpit.services.ports import WriteUnit  # noqa: E402
from cockpit.services.preferences import PreferenceService  # noqa: E402
from tests.support.queues import NOW, MovableClock, Operator, callable_customers  # noqa: E402

CLIENTS = 40
LONGEST_SECONDS = 1.2
POTENTIAL_CENTS = 123_400
OBJECTIONS = ("Preço", "Prazo")
#: Kinds of drafts, with the name of the key in their documents.
DRAFTS = {"draft": "contact_id", "pitch_draft": "note_id"}
#: What a program tells as stored must be there once.
STORED = {"contact": "SELECT id FROM contacts", "pitch": "SELECT id FROM pitch_notes"}


@dataclass
class Told:
    """What the programs of all rounds said, by kind: begun, and stored for sure."""

    begun: dict[str, set[str]] = field(default_factory=dict)
    stored: dict[str, set[str]] = field(default_factory=dict)
    drafts: dict[tuple[str, str], str] = field(default_factory=dict)
    kills: int = 0

    def read(self, path: Path, login: str) -> None:
        """Take in what one program wrote until it ended."""
        for line in path.read_text(encoding="utf-8").splitlines():
            word, kind, key = json.loads(line)
            if kind in DRAFTS:
                if word == "stored":
                    self.drafts[login, kind] = key
                continue
            side = self.begun if word == "begin" else self.stored
            side.setdefault(kind, set()).add(key)


class Journal:
    """Where a program says what it begins and what is stored; each line is there at once."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def around(self, kind: str, key: object, work: Callable[[], object]) -> object:
        """Do something between both lines."""
        self._say("begin", kind, key)
        answer = work()
        self._say("stored", kind, key)
        return answer

    def _say(self, word: str, kind: str, key: object) -> None:
        os.write(self._file, json.dumps([word, kind, str(key)]).encode() + b"\n")


class Caller:
    """An operator who calls without a rest, by chance one way or the other."""

    def __init__(self, engines: Engines, login: str, seed: int, journal: Journal) -> None:
        user = ensure_identity(engines, login=login, machine=f"pc-{login}")
        database = SqlDatabase(engines, user.user_id)
        clock = MovableClock(NOW + timedelta(hours=seed % 3))
        self.operator = Operator(user, database, clock)
        self.pitches = PitchService(database, clock, user, JinjaRenderer)
        self.preferences = PreferenceService(database, user)
        self.outcome = _plain(self.operator.contacts.form_options().outcomes)
        self.journal = journal
        self.wished: list[UUID] = []
        self.chance = random.Random(f"{login} {seed}")  # noqa: S311 - keeps no secret
        self.last: QueueStep | None = None
        self.following: Claim | None = None

    def call(self, customers: list[UUID]) -> None:
        """Take one client, unless a contact brought them, and do something with them."""
        self.wished = self.chance.sample(customers, len(customers))
        claim, self.following = self.following, None
        if claim is None:
            claim = self.operator.queue.next(self.wished).claim
        if claim is None:
            self.operator.clock.go_on(timedelta(hours=1))
            return
        self.chance.choice(
            (self.log, self.log, self.log, self.skip, self.put_off, self.put_back, self.undo)
        )(claim)

    def log(self, claim: Claim) -> None:
        """Note a pitch and store the contact, with drafts of both before."""
        contact_id, note_id, now = new_id(), new_id(), self.operator.clock.now()
        pitch_place = self.type("pitch_draft", note_id, claim)
        notes = PitchDraft(note_id, claim.customer_id, why_stopped=str(note_id))
        self.journal.around("pitch", note_id, lambda: self.pitches.save(notes))
        self.preferences.store(pitch_place, None)
        place = self.type("draft", contact_id, claim)
        draft = ContactDraft(
            contact_id=contact_id,
            customer_id=claim.customer_id,
            occurred_at=now,
            channel=Channel.PHONE,
            outcome=self.outcome,
            note=str(contact_id),
            next_contact=AppointmentDraft(now + timedelta(hours=1), has_time=True),
            cadence_reason="a trial has no office hours",
            objections=tuple(
                ObjectionDraft(None, None, new_name=f"{word} {contact_id}") for word in OBJECTIONS
            ),
            potential_cents=POTENTIAL_CENTS,
        )
        self.journal.around(
            "contact",
            contact_id,
            lambda: self.operator.contacts.log(
                draft, status=LifecycleStatus.AT_RISK, claim=claim, behind=self.go_on
            ),
        )
        self.preferences.store(place, None)

    def go_on(self, unit: WriteUnit) -> None:
        """Take the next client in the transaction of a contact."""
        self.following = self.operator.queue.next_in(self.wished, unit).claim

    def type(self, kind: str, key: UUID, claim: Claim) -> str:
        """Keep words that nobody saves, and those of a client; return where the latter are."""
        document = {DRAFTS[kind]: str(key), "note": f"meia palavra {key}"}
        self.journal.around(kind, key, lambda: self.preferences.store(f"{kind}.kept", document))
        place = f"{kind}.{claim.customer_id}"
        self.preferences.store(place, document)
        return place

    def skip(self, claim: Claim) -> None:
        """Let the client rest."""
        self.last = self.operator.queue.skip(claim, "x")

    def put_off(self, claim: Claim) -> None:
        """Move the client's next contact."""
        due = self.operator.clock.now() + timedelta(hours=2)
        self.last = self.operator.queue.snooze(claim, AppointmentDraft(due, has_time=True))

    def put_back(self, claim: Claim) -> None:
        """Give the client back."""
        self.last = self.operator.queue.put_back(claim)

    def undo(self, claim: Claim) -> None:
        """Take the last step back."""
        self.operator.queue.renew(claim)
        if self.last is not None:
            self.operator.queue.undo(self.last)


def main() -> int:
    """Run the rounds; return 1 when one of them went wrong."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    chance = random.Random(chosen.seed)  # noqa: S311 - keeps no secret
    told = Told()
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "calls.db"
        customers = _filled(database)
        for number in range(chosen.rounds):
            _round(database, customers, chance, number, told)
            trouble = [*_lost_or_double(database, told), *_left_behind(database)]
            for line in trouble:
                sys.stdout.write(f"round {number + 1}: {line}\n")
            if trouble:
                return 1
    stored = {kind: len(keys) for kind, keys in told.stored.items()}
    sys.stdout.write(f"{told.kills} kills in {chosen.rounds} rounds, stored {stored}: all there\n")
    return 0


def _filled(database: Path) -> list[UUID]:
    customers, rows = callable_customers(CLIENTS)
    engines = open_database(parse_address(f"sqlite:///{database}"))
    SqlBulkLoader(engines).load(rows)
    engines.close()
    return customers


def _round(
    database: Path, customers: list[UUID], chance: random.Random, number: int, told: Told
) -> None:
    """Let two operators call, end them, and take in what they told."""
    programs = {}
    for login in ("ana", "bia"):
        journal = database.with_name(f"{login}-{number}.txt")
        programs[_fork(database, customers, login, number, journal)] = (login, journal)
    for _login, journal in programs.values():
        while not journal.exists():  # it is made when the program begins to call
            time.sleep(0.01)
    for program, (login, journal) in programs.items():
        time.sleep(chance.uniform(0, LONGEST_SECONDS))
        os.kill(program, signal.SIGKILL)
        _, status = os.waitpid(program, 0)
        told.kills += os.WIFSIGNALED(status)
        if not os.WIFSIGNALED(status):
            raise SystemExit("a program ended by itself: see above")
        told.read(journal, login)


def _fork(database: Path, customers: list[UUID], login: str, number: int, journal: Path) -> int:
    """Begin a program that calls until it is killed, and return its number."""
    program = os.fork()
    if program:
        return program
    try:
        engines = open_database(parse_address(f"sqlite:///{database}"))
        caller = Caller(engines, login, number, Journal(journal))
        while True:
            try:
                caller.call(customers)
            except DatabaseBusyError:
                continue
    except BaseException:  # noqa: BLE001 - it is shown, and the program ends here
        traceback.print_exc()
        journal.touch()  # nobody is to wait for it
    finally:
        sys.stderr.flush()
        os._exit(1)


def _lost_or_double(database: Path, told: Told) -> Iterator[str]:
    """Yield what is not as it was told; what was begun may be there or not, but as a whole."""
    connection = sqlite3.connect(database)
    try:
        for kind, question in STORED.items():
            rows = [UUID(bytes=row[0]) for row in connection.execute(question)]
            there = {str(row) for row in rows}
            if len(there) != len(rows):
                yield f"a {kind} is there twice"
            yield from (f"{kind} {key} is lost" for key in told.stored.get(kind, set()) - there)
            yield from (f"{kind} {key} is nobody's" for key in there - told.begun.get(kind, set()))
        for question, sentence in _HALVES.items():
            yield from (f"{sentence}: {row}" for row in connection.execute(question))
        for (login, kind), key in told.drafts.items():
            if not _has_draft(connection, login, kind, key):
                yield f"the {kind} {key} of {login} is lost"
    finally:
        connection.close()


#: Each contact brings its objections and its next contact along, and each client has one of those.
_HALVES = {
    "SELECT hex(c.id) FROM contacts c WHERE 2 <>"
    " (SELECT count(*) FROM objections o WHERE o.contact_id = c.id)": "a contact lost an objection",
    "SELECT hex(c.id) FROM contacts c WHERE NOT EXISTS"
    " (SELECT 1 FROM appointments a WHERE a.contact_id = c.id)": "a contact lost its date",
    "SELECT hex(id) FROM contacts WHERE potential_cents IS NOT 123400": "a potential is lost",
    "SELECT hex(customer_id), count(*) FROM appointments WHERE state = 'open'"
    " GROUP BY customer_id HAVING count(*) > 1": "two next contacts are open",
    "SELECT hex(a.id) FROM appointments a WHERE a.state = 'open' AND NOT EXISTS"
    " (SELECT 1 FROM reminders r WHERE r.appointment_id = a.id)": "a next contact has no reminder",
    "SELECT hex(r.id) FROM reminders r JOIN appointments a ON a.id = r.appointment_id"
    " WHERE a.state <> 'open' AND r.state = 'pending'": "a reminder outlived its next contact",
    "SELECT hex(customer_id), count(*) FROM claims WHERE state = 'active'"
    " GROUP BY customer_id HAVING count(*) > 1": "a client is claimed twice",
}


def _has_draft(connection: sqlite3.Connection, login: str, kind: str, key: str) -> bool:
    """Return whether the last draft that was told is there, or a later one of the same program."""
    rows = connection.execute(
        "SELECT s.value FROM settings s JOIN users u ON u.id = s.owner_id"
        " WHERE s.key = 'preferences' AND u.login = ?", (login,),
    )  # fmt: skip
    kept = [json.loads(row[0]).get(f"{kind}.kept", {}) for row in rows]
    found = [document.get(DRAFTS[kind], "") for document in kept]
    return any(one >= key for one in found)


def _left_behind(database: Path) -> Iterator[str]:
    """Yield how many claims are left once another operator looks, long after all leases."""
    engines = open_database(parse_address(f"sqlite:///{database}"))
    try:
        user = ensure_identity(engines, login="supervisor", machine="pc-3")
        later = MovableClock(NOW + timedelta(days=400) + LEASE)
        operator = Operator(user, SqlDatabase(engines, user.user_id), later)
        operator.queue.release_all()
    finally:
        engines.close()
    connection = sqlite3.connect(database)
    try:
        active = connection.execute("SELECT count(*) FROM claims WHERE state = 'active'").fetchone()
    finally:
        connection.close()
    if active[0]:
        yield f"{active[0]} claims outlived their leases"


def _plain(outcomes: tuple[Outcome, ...]) -> Outcome:
    """Return an outcome that needs nothing and does nothing to the queue."""
    return next(one for one in outcomes if not one.needs_reason and one.effect.value == "none")


if __name__ == "__main__":
    sys.exit(main())
