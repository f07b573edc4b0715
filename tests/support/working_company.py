"""A company that is worked with on one day after the other: files, contacts, closed months."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from pathlib import Path
from uuid import UUID

from cockpit.app.late_parts import load_crediting
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.session import Session
from cockpit.app.wiring import open_session
from cockpit.data.bulk_loader import _insert as insert_rows
from cockpit.data.engine import Engines
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import Channel, LifecycleStatus
from cockpit.services.crediting import CreditReader
from cockpit.services.frozen_periods import FrozenPeriodService
from cockpit.services.ports import Database
from cockpit.services.reactivation import ReactivationService
from models import Base
from tests.support.import_files import Line, write_customers, write_orders
from tests.support.plain_reactivation import ZONE
from tests.support.queues import MovableClock

CUSTOMERS = range(1, 31)


@dataclass
class Live:
    """A program that runs on a day, to which everything is known that is stored."""

    reactivation: ReactivationService
    frozen_periods: FrozenPeriodService
    database: Database
    engines: Engines


class Company:
    """A company that is worked with on one day after the other."""

    def __init__(self, url: str, folder: Path) -> None:
        self.url = url
        self.folder = folder
        self._files = 0
        self._number = 0
        self.customers: dict[int, UUID] = {}

    @contextmanager
    def on(self, day: date) -> Iterator[Session]:
        with open_session(Options(database=self.url, as_of=day), Paths(self.folder)) as session:
            yield session

    @contextmanager
    def live(self, day: date) -> Iterator[Live]:
        """Open the database on a day, not as of it: closed periods are read, not worked out."""
        with self.on(day) as session:
            clock = MovableClock(datetime.combine(day, time(12), tzinfo=ZONE))
            reader = CreditReader(replace(session.metrics.states, clock=clock), load_crediting)
            parts = session.database, reader, session.user
            yield Live(
                ReactivationService(*parts),
                FrozenPeriodService(*parts),
                session.database,
                session.store.engines,
            )

    def take(self, day: date, *lines: Line) -> UUID:
        """Import orders on a day."""
        self._files += 1
        files = [write_orders(self.folder / f"pedidos{self._files}.csv", lines)]
        if not self.customers:
            files.append(write_customers(self.folder / "clientes.csv", CUSTOMERS))
        with self.on(day) as session:
            outcomes = session.importing.run(files, origin="terminal")
            with session.store.engines.reading() as connection:
                table = Base.metadata.tables["customers"]
                rows = connection.execute(table.select())
                self.customers = {int(row.code): row.id for row in rows}
        return outcomes[0].import_id

    def contact(
        self,
        customer: int,
        day: date,
        outcome: str = "no_decision",
        *,
        stored_on: date | None = None,
        status: LifecycleStatus | None = LifecycleStatus.INACTIVE,
        amends: UUID | None = None,
        hour: int = 10,
        channel: Channel = Channel.PHONE,
        user_id: UUID | None = None,
    ) -> UUID:
        """Log a contact, which reaches the database on the same or on another day."""
        self._number += 1
        key = new_id()
        arrived = datetime.combine(stored_on or day, time(18), tzinfo=ZONE)
        with self.on(day) as session:
            with session.database.read() as unit:
                outcomes = {one.code: one.outcome_id for one in unit.reference.outcomes()}
            row = {
                "id": key,
                "customer_id": self.customers[customer],
                "user_id": user_id or session.user.user_id,
                "device_id": UUID(int=77),
                "device_seq": self._number,
                "occurred_at": datetime.combine(day, time(hour), tzinfo=ZONE),
                "recorded_at": datetime.combine(day, time(hour), tzinfo=ZONE),
                "stored_at": arrived,
                "channel": channel,
                "outcome_id": outcomes[outcome],
                "status_at_contact": status,
                "amends_id": amends,
            }
            with session.store.engines.writing() as connection:
                insert_rows(connection, Base.metadata.tables["contacts"], [row])
        return key
