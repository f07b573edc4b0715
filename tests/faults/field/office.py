"""What happens at the server meanwhile: an ERP that writes, people who reassign, lend and edit.

Each of them is a thread with a connection of its own that outlives the server's deaths; some of the
ERP's transactions stay open for long, and hold the feed up.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from string import ascii_lowercase
from threading import Event, Thread
from time import sleep
from uuid import UUID

from sqlalchemy import Connection, text
from sqlalchemy.exc import SQLAlchemyError

from cockpit.data.audit.seals import seal
from cockpit.data.errors import StatementFailedError
from cockpit.data.server.erasing.administration import erase
from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.clock import SystemClock
from cockpit.domain.contact import ContactDraft
from cockpit.domain.eligibility import Bar
from cockpit.domain.errors import GiroError
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import AppointmentKind, Channel, LifecycleStatus, Role
from cockpit.services.agenda import AgendaService
from cockpit.services.contacts import ContactService
from cockpit.services.queue import QueueService
from models import Base
from tests.faults.field.journal import Journal
from tests.support.team import Person, TeamDatabase

_TABLES = Base.metadata.tables
_NAME_LETTERS = 14
_CHANNELS = ("phone", "whatsapp", "email")
#: The ERP's longest transactions.
_SLOW_SECONDS = 1.5


class Office:
    """Everybody at the server; stopped and started together."""

    def __init__(
        self,
        team: TeamDatabase,
        customers: Sequence[UUID],
        sellers: Sequence[UUID],
        folder: Path,
        seed: int,
        *,
        moves: bool,
        erases: bool,
    ) -> None:
        """Take who there is.

        Args:
            team: The server's database.
            customers: Whom it has.
            sellers: To whom customers are given.
            folder: Where the journal goes.
            seed: Of what is random.
            moves: Whether customers change hands.
            erases: Whether persons are erased; a server that was set back would not know them.
        """
        self._team, self._customers, self._sellers = team, customers, sellers
        self._seed, self._moves, self._erases = seed, moves, erases
        self.journal_path = folder / "office.journal"
        self._journal = Journal(self.journal_path)
        self._stop = Event()
        self._threads: list[Thread] = []
        self._colleague: Person = team.join("colega", Role.ADMINISTRATOR)

    def start(self) -> None:
        """Let everybody begin."""
        self._stop = Event()
        loops: tuple[Callable[[Random], None], ...] = (
            self._import, self._import, self._import_slowly, self._supervise, self._call,
            self._seal, self._claim,
        )  # fmt: skip
        if self._erases:
            loops = (*loops, self._erase)
        self._threads = [
            Thread(target=self._go_on, args=(loop, number), name="office", daemon=True)
            for number, loop in enumerate(loops)
        ]
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Send everybody home, and wait until they are."""
        self._stop.set()
        for thread in self._threads:
            thread.join()

    def settle(self) -> None:
        """Let no loan end any more: what each laptop has to carry is certain from now on."""
        with self._team.superuser.begin() as connection:
            connection.execute(
                text("UPDATE portfolio_entries SET expires_at = now() + interval '1 day'"
                     " WHERE left_at IS NULL AND expires_at > now() AND is_pack")
            )  # fmt: skip
            connection.execute(
                text("UPDATE portfolio_entries SET left_at = now()"
                     " WHERE left_at IS NULL AND expires_at > now() AND NOT is_pack")
            )  # fmt: skip

    def _go_on(self, once: Callable[[Random], None], number: int) -> None:
        random = Random(f"{self._seed} {number}")
        while not self._stop.is_set():
            try:
                with suppress(SQLAlchemyError, GiroError):
                    once(random)
            except StatementFailedError as error:
                self._journal.note("fault", why=" ".join(str(error).split()[:4]))
            sleep(random.uniform(0.02, 0.2))

    # --- the ERP --------------------------------------------------------------------------------

    def _import(self, random: Random) -> None:
        with self._team.superuser.begin() as connection:
            self._write_documents(connection, random)

    def _import_slowly(self, random: Random) -> None:
        with self._team.superuser.begin() as connection:
            self._write_documents(connection, random)
            self._stop.wait(random.uniform(0, _SLOW_SECONDS))

    def _write_documents(self, connection: Connection, random: Random) -> None:
        customer, company = random.choice(self._customers), text("SELECT id FROM companies LIMIT 1")
        key, number = new_id(), new_id().hex[-12:]
        company_id = connection.execute(company).scalar_one()
        today = date(2026, 3, 1) + timedelta(days=random.randrange(20))
        connection.execute(
            _TABLES["orders"].insert(),
            {"id": key, "company_id": company_id, "customer_id": customer, "number": number,
             "ordered_on": today, "net_cents": random.randrange(1, 100_000)},
        )  # fmt: skip
        connection.execute(
            _TABLES["receivables"].insert(),
            {"id": new_id(), "customer_id": customer, "order_id": key, "number": number,
             "due_on": today, "amount_cents": random.randrange(1, 100_000)},
        )  # fmt: skip
        connection.execute(
            text("UPDATE receivables SET paid_cents = amount_cents, paid_on = due_on WHERE id ="
                 " (SELECT id FROM receivables WHERE paid_on IS NULL ORDER BY random() LIMIT 1)")
        )  # fmt: skip
        if random.random() < 0.3:
            self._delete(connection, "receivables", "paid_on IS NOT NULL")

    def _delete(self, connection: Connection, table: str, condition: str) -> None:
        """Remove one row for good; noted before, so that nothing deleted goes unnoticed."""
        row = connection.execute(
            text(f"SELECT id FROM {table} WHERE {condition} ORDER BY random() LIMIT 1"
                 " FOR UPDATE SKIP LOCKED")
        ).scalar_one_or_none()  # fmt: skip
        if row is not None:
            connection.execute(text(f"DELETE FROM {table} WHERE id = :key"), {"key": row})
            self._journal.note("deleting", table=table, key=row.hex)

    # --- the supervisors ------------------------------------------------------------------------

    def _supervise(self, random: Random) -> None:
        acts: list[Callable[[Connection, Random], None]] = [self._edit, self._edit, self._phone]
        if self._moves:
            acts += [self._give, self._lend, self._take_back, self._let_packs_end]
        with self._team.superuser.begin() as connection:
            random.choice(acts)(connection, random)

    def _edit(self, connection: Connection, random: Random) -> None:
        connection.execute(
            text("UPDATE customers SET preferred_channel = :channel, updated_at = now()"
                 " WHERE id = :key"),
            {"channel": random.choice(_CHANNELS), "key": random.choice(self._customers)},
        )  # fmt: skip

    def _phone(self, connection: Connection, random: Random) -> None:
        if random.random() < 0.5:
            self._delete(connection, "phones", "NOT is_primary")
            return
        connection.execute(
            _TABLES["phones"].insert(),
            {"id": new_id(), "customer_id": random.choice(self._customers), "raw": "11 3555-0102"},
        )

    def _give(self, connection: Connection, random: Random) -> None:
        owner: UUID | None = random.choice([*self._sellers, None])
        connection.execute(
            text("UPDATE customers SET owner_id = :owner, updated_at = now() WHERE id = :key"),
            {"owner": owner, "key": random.choice(self._customers)},
        )

    def _lend(self, connection: Connection, random: Random) -> None:
        now = datetime.now(UTC)
        connection.execute(
            _TABLES["portfolio_entries"].insert(),
            {"id": new_id(), "user_id": random.choice(self._sellers),
             "customer_id": random.choice(self._customers), "entered_at": now,
             "expires_at": now + timedelta(seconds=random.randrange(1, 20)), "is_pack": False},
        )  # fmt: skip

    def _take_back(self, connection: Connection, random: Random) -> None:
        connection.execute(
            text("UPDATE portfolio_entries SET left_at = now() WHERE id = (SELECT id FROM"
                 " portfolio_entries WHERE left_at IS NULL ORDER BY random() LIMIT 1)")
        )  # fmt: skip

    def _let_packs_end(self, connection: Connection, random: Random) -> None:
        """Let the time of some packs be over, which nobody is told of."""
        connection.execute(
            text("UPDATE portfolio_entries SET expires_at = now() WHERE is_pack AND left_at IS NULL"
                 " AND expires_at > now() AND random() < :share"),
            {"share": random.random() / 2},
        )  # fmt: skip

    def _seal(self, random: Random) -> None:
        """Seal all that is there, long before it would be time."""
        with self._colleague.engines.writing() as connection:
            seal(connection, at=datetime.now(UTC), is_at_once=True)
        self._stop.wait(random.uniform(0.5, 2))

    def _erase(self, random: Random) -> None:
        """Meet somebody, let laptops hear of them, and erase them."""
        word, key = "".join(random.choices(ascii_lowercase, k=_NAME_LETTERS)), new_id()
        with self._team.superuser.begin() as connection:
            connection.execute(
                _TABLES["contact_persons"].insert(),
                {"id": key, "customer_id": random.choice(self._customers), "name": f"Rosa {word}"},
            )
        self._stop.wait(random.uniform(0.3, 1.5))
        with self._colleague.engines.writer.connect() as connection:
            erase(connection, "contact_persons", key)
        self._journal.note("erased", word=word)

    # --- a colleague at the telephone -----------------------------------------------------------

    def _call(self, random: Random) -> None:
        person, clock = self._colleague, SystemClock()
        customer = random.choice(self._customers)
        if random.random() < 0.5:
            due = clock.now() + timedelta(days=random.randrange(1, 20))
            draft = AppointmentDraft(due, has_time=True, kind=AppointmentKind.TEAM_CALLBACK)
            service = AgendaService(person.database, clock, person.user)
            service.set_next(customer, draft, reason="combinado")
            return
        contacts = ContactService(person.database, clock, person.user)
        outcome = next(one for one in contacts.form_options().outcomes if one.code == "no_answer")
        mark = new_id().hex
        self._journal.note("attempt", mark=mark)
        contacts.log(
            ContactDraft(new_id(), customer, clock.now(), Channel.PHONE, outcome, note=mark),
            status=LifecycleStatus.AT_RISK,
        )

    def _claim(self, random: Random) -> None:
        """Take whoever is free off the queue for a moment."""
        person = self._colleague
        queue = QueueService(person.database, SystemClock(), person.user)
        some = random.sample(list(self._customers), min(5, len(self._customers)))
        claim = (
            queue.take(some[0], reason="pediu")
            if random.random() < 0.5
            else (queue.next(some, also=[Bar.IN_CYCLE, Bar.OUTSIDE_HOURS, Bar.HOLIDAY]).claim)
        )
        self._stop.wait(random.uniform(0, 0.2))
        for _ in range(300 if claim is not None else 0):
            with suppress(SQLAlchemyError, GiroError):
                queue.put_back(claim)
                return
            sleep(0.1)  # the server is dying; it comes back
