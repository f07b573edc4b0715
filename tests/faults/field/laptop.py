"""A seller at a laptop that is killed at any moment: works, and synchronises beside.

A journal that outlives the kill has a word before each attempt, and one once the seller was told
that what they wrote is saved.
"""

import os
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from random import Random
from threading import Event, Lock, Thread
from time import monotonic, sleep
from uuid import UUID

from sqlalchemy import func, select

from cockpit.data import postgresql, watchdog
from cockpit.data.database import SqlDatabase
from cockpit.data.engine import Engines
from cockpit.data.replica.making import open_replica
from cockpit.data.replica.store import SqlReplicaStore
from cockpit.data.server_link import ServerLink
from cockpit.data.url import parse_address
from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.attachments import PART_BYTES
from cockpit.domain.clock import Clock, SystemClock
from cockpit.domain.contact import ContactDraft
from cockpit.domain.contact_wishes import ContactWishes
from cockpit.domain.erasure import ERASED_MARK
from cockpit.domain.errors import GiroError
from cockpit.domain.ids import new_id
from cockpit.domain.objections import ObjectionDraft
from cockpit.domain.packs import PackWish
from cockpit.domain.pitch import PitchDraft
from cockpit.domain.sync import SyncEnd, SyncReport
from cockpit.domain.vocabulary import AppointmentKind, Channel, LifecycleStatus, Role
from cockpit.services.agenda import AgendaService
from cockpit.services.attachments import AttachmentService
from cockpit.services.contacts import ContactService
from cockpit.services.pitch import PitchService
from cockpit.services.ports import CurrentUser
from cockpit.services.wishes import WishService
from cockpit.sync.engine import SyncEngine
from cockpit.sync.packs import PostgresPacks
from cockpit.sync.transport import PostgresTransport
from models import Base, Command, ContactPerson, Customer, Replica
from tests.faults.field.journal import Journal
from tests.faults.field.mutants import MUTANTS

KEY = bytes(range(32))
_QUIET_ROUNDS = 2
#: How often packs move beside a synchronisation, and how many of these moves are which.
_PACK_SHARE, _TAKEN_SHARE, _EXTENDED_SHARE = 0.3, 0.7, 0.8
_CHANNELS = (Channel.PHONE, Channel.WHATSAPP, Channel.EMAIL)


@dataclass(frozen=True)
class Laptop:
    """What a laptop's program is started with.

    Attributes:
        name: What the laptop is called.
        login: Whose it is; ``user_id``, their key.
        url: The server, through the cable that is cut.
        folder: Where its journal is; its file too, where that is on no ``disk`` of its own.
        seed: Of what is random.
        mutant: What is wrong with the program; empty where nothing is.
        think: How long the seller pauses between two things, in seconds, on average.
    """

    name: str
    login: str
    user_id: UUID
    url: str
    folder: Path
    seed: int
    mutant: str = ""
    disk: Path | None = None
    think: float = 0.02

    @property
    def path(self) -> Path:
        """Return the file."""
        return (self.disk or self.folder) / f"{self.name}.db"

    @property
    def journal(self) -> Path:
        """Return what its user was told."""
        return self.folder / f"{self.name}.journal"

    @property
    def end(self) -> Path:
        """Return the file whose being there sends everybody home."""
        return self.folder / "end"

    def opened(self) -> Engines:
        """Open the file."""
        return open_replica(self.path, KEY)

    def engine(self, engines: Engines, *, clock: Clock | None = None) -> SyncEngine:
        """Return what synchronises the file."""
        address = parse_address(self.url)
        return SyncEngine(
            SqlReplicaStore(engines),
            lambda: PostgresTransport(ServerLink(address)),  # type: ignore[arg-type]
            lock=self.path.with_suffix(".lock"),
            clock=clock or SystemClock(),
            program="0.1",
            enrol=lambda transport, device: transport.register(device, self.name),
            forget_key=_keep,
        )


def _keep() -> None:
    """Leave the key where it is: nobody is revoked here."""


def work(laptop: Laptop) -> None:
    """Work until sent home, or killed; go home once everything is delivered and nothing is new."""
    hurry()
    if laptop.mutant:
        MUTANTS[laptop.mutant](setattr)
    journal = Journal(laptop.journal)
    engines = laptop.opened()
    seller = Seller(laptop, journal, engines)
    seller.day()
    engines.close()
    journal.note("home")


def hurry() -> None:
    """Shorten what a real program waits for: days have to pass in a minute."""
    watchdog.PING_SECONDS, watchdog.STATEMENT_SECONDS = 0.5, 4.0
    watchdog._PULSE_SECONDS = 0.1
    postgresql._OPTIONS = (
        "-c statement_timeout=4000 -c idle_in_transaction_session_timeout=4000"
        " -c client_connection_check_interval=500"
    )


class Seller:
    """One program's life."""

    def __init__(self, laptop: Laptop, journal: Journal, engines: Engines) -> None:
        self.laptop, self.journal, self.engines = laptop, journal, engines
        self.random = Random(f"{laptop.seed} {os.getpid()}")
        self.database = SqlDatabase(engines, laptop.user_id)
        self.clock: Clock = SystemClock()
        self.sync = laptop.engine(engines)
        self._lock = Lock()
        self._is_over = Event()
        self._quiet = 0
        self._failures = 0

    def day(self) -> None:
        """Work and synchronise until sent home."""
        beside = Thread(target=self._synchronise_on, name="sync", daemon=True)
        beside.start()
        while not self.laptop.end.exists():
            self.act()
            sleep(self.random.uniform(0, 2 * self.laptop.think))
        self._is_over.set()
        beside.join()
        while self._quiet < _QUIET_ROUNDS:
            self._synchronise()
            sleep(0.1)

    def act(self) -> None:
        """Do one thing with one customer, as far as the file has any."""
        customers = self.customers()
        if not customers:
            sleep(0.1)
            return
        customer = self.random.choice(customers)
        acts = (self.log, self.mention, self.pitch, self.wish, self.plan, self.photograph)
        weights = (8, 2, 3, 4, 4, 1)
        (act,) = self.random.choices(acts, weights)
        try:
            act(customer)
        except GiroError as error:
            # Nothing was told as saved: a colleague's is in the way, say, or the customer left.
            self.journal.note("not_saved", why=type(error).__name__, key=error.message.key)

    # --- what sellers do ------------------------------------------------------------------------

    def mention(self, customer_id: UUID) -> None:
        """Log a contact with a person of the customer's who has a name, where there is one."""
        persons = select(ContactPerson.id, ContactPerson.name).where(
            ContactPerson.customer_id == customer_id, ContactPerson.name != ERASED_MARK
        )
        with self.engines.reading() as connection:
            row = connection.execute(persons).first()
        self.log(customer_id, None if row is None else (row.id, row.name))

    def log(self, customer_id: UUID, person: tuple[UUID, str] | None = None) -> UUID:
        """Log a contact, now and then with an objection; return its key."""
        service = ContactService(self.database, self.clock, self._user())
        mark, key = f"{new_id().hex} {person[1] if person else ''}".strip(), new_id()
        outcome = next(one for one in service.form_options().outcomes if one.code == "no_answer")
        objections: tuple[ObjectionDraft, ...] = ()
        if self.random.random() < 0.2:
            name = f"objeção {self.random.randrange(4)}"
            objections = (ObjectionDraft(None, None, new_name=name),)
        draft = ContactDraft(
            key, customer_id, self.clock.now(), self.random.choice(_CHANNELS), outcome, note=mark,
            objections=objections, person_id=person[0] if person else None,
            person_name=person[1] if person else "",
        )  # fmt: skip
        self.journal.note("attempt", mark=mark)
        service.log(draft, status=LifecycleStatus.AT_RISK)
        self._tell("contacts", key, mark)
        return key

    def pitch(self, customer_id: UUID) -> None:
        """Write pitch notes."""
        service = PitchService(self.database, self.clock, self._user(), lambda: None)  # type: ignore[arg-type,return-value]
        mark, key = new_id().hex, new_id()
        self.journal.note("attempt", mark=mark)
        if service.save(PitchDraft(key, customer_id, why_stopped=mark)):
            self._tell("pitch_notes", key, mark)

    def photograph(self, customer_id: UUID) -> None:
        """Attach something of one piece or two to a contact."""
        self.attach(customer_id, self.random.choice([40, PART_BYTES + 40]))

    def attach(self, customer_id: UUID, size: int) -> tuple[UUID, bytes]:
        """Log a contact with a file of so many bytes; return its key and content."""
        contact_id, key = self.log(customer_id), new_id()
        path = self.laptop.folder / f"{key.hex}.bin"
        content = bytes(8) + self.random.randbytes(size - 8)  # no program's beginning
        path.write_bytes(content)
        service = AttachmentService(self.database, self.clock, self._user(), lambda one, _: one)
        try:
            service.add(path, attachment_id=key, contact_id=contact_id, customer_id=customer_id)
        finally:
            path.unlink()
        return key, content

    def wish(self, customer_id: UUID) -> None:
        """Note by which channel the customer likes to be reached, as the office does too."""
        service = WishService(self.database, self.clock, self._user())
        with self._lock:
            before = self._last_command()
            service.set_wishes(customer_id, ContactWishes(self.random.choice(_CHANNELS)))
            self._tell_commands(before)

    def plan(self, customer_id: UUID) -> None:
        """Set the next contact, as colleagues do too."""
        service = AgendaService(self.database, self.clock, self._user())
        due = self.clock.now() + timedelta(days=self.random.randrange(1, 20))
        draft = AppointmentDraft(due, has_time=True, kind=AppointmentKind.MY_CALLBACK)
        with self._lock:
            before = self._last_command()
            service.set_next(customer_id, draft, reason="combinado")
            self._tell_commands(before)

    def _tell(self, entity: str, key: UUID, mark: str) -> None:
        """Note what is saved; the customer may have left since and taken it along."""
        table = Base.metadata.tables[entity]
        with self.engines.reading() as connection:
            row = connection.execute(select(table).where(table.c.id == key)).one_or_none()
        digest = "" if row is None else row.content_sha256
        self.journal.note("told", entity=entity, key=key.hex, mark=mark, hash=digest)

    def _last_command(self) -> int:
        with self.engines.reading() as connection:
            return connection.execute(select(func.max(Command.device_seq))).scalar() or 0

    def _tell_commands(self, after: int) -> None:
        """Note which changes were made of what the seller did."""
        with self.engines.reading() as connection:
            statement = select(Command.id).where(Command.device_seq > after)
            keys = connection.execute(statement).scalars().all()
        for key in keys:
            self.journal.note("told", entity="commands", key=key.hex, mark="", hash="")

    def customers(self) -> list[UUID]:
        """Return the customers in the file."""
        with self.engines.reading() as connection:
            return list(connection.execute(select(Customer.id)).scalars())

    def set_clock(self, clock: Clock) -> None:
        """Set the laptop's clock."""
        self.clock, self.sync = clock, self.laptop.engine(self.engines, clock=clock)

    def _user(self) -> CurrentUser:
        with self.engines.reading() as connection:
            device = connection.execute(select(Replica.device_id)).scalar_one()
        login = self.laptop.login
        return CurrentUser(self.laptop.user_id, device, login, login, Role.EXTERNAL_SELLER)

    # --- synchronising --------------------------------------------------------------------------

    def _synchronise_on(self) -> None:
        while not self._is_over.is_set():
            self._synchronise()
            if self.random.random() < _PACK_SHARE:
                self.pack()
            self._is_over.wait(self.random.uniform(0.05, 0.5))

    def _synchronise(self) -> None:
        began = monotonic()
        try:
            report = self.sync.synchronise()
        except GiroError as error:
            self._failed(error)
            return
        self._failures = 0
        standing = self.sync.store.standing()
        self.journal.note(
            "synced", end=report.end.value, epoch=standing.epoch, cursor=standing.cursor,
            waiting=standing.waiting_count, sent=report.sent, received=report.received,
            seconds=round(monotonic() - began, 3),
        )  # fmt: skip
        self._quiet = self._quiet + 1 if _is_quiet(report, standing.waiting_count) else 0

    def pack(self) -> None:
        """Take customers of the shared list along, keep them longer, or give some back."""
        desk = PostgresPacks(lambda: ServerLink(parse_address(self.laptop.url)))  # type: ignore[arg-type]
        device, dice = self._user().device_id, self.random.random()
        try:
            if dice < _TAKEN_SHARE:
                taken, _ = desk.check_out(device, PackWish(self.random.randrange(1, 4), 2))
                self.journal.note("packed", many=len(taken))
            elif dice < _EXTENDED_SHARE:
                kept, _ = desk.extend(device, None, 3)
                self.journal.note("extended", many=len(kept))
            else:
                some = [one for one in self.customers() if self.random.random() < 0.3]
                self.journal.note("unpacked", many=len(desk.check_in(device, some)))
        except GiroError as error:
            self.journal.note("not_packed", why=f"{type(error).__name__} {error.message.key}")

    def _failed(self, error: GiroError) -> None:
        """Take note of trouble with the file itself; nobody hurt it, so that it must not last."""
        self._quiet = 0
        self._failures += 1
        self.journal.note("sync_failed", why=f"{type(error).__name__} {error.message.key}")
        sleep(0.1)


def _is_quiet(report: SyncReport, waiting: int) -> bool:
    return report.end is SyncEnd.DONE and not waiting and not report.sent and not report.received
