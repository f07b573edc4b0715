"""A laptop of the benchmark: its file, under its cipher, and what its seller writes."""

import secrets
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select

from cockpit.data.engine import Engines
from cockpit.data.facts import FactWriter
from cockpit.data.replica.making import create_replica
from cockpit.data.replica.store import SqlReplicaStore
from cockpit.data.server_link import ServerLink
from cockpit.data.url import PostgresqlServer
from cockpit.domain.clock import SystemClock
from cockpit.domain.ids import new_id
from cockpit.domain.sync import SyncEnd, SyncReport
from cockpit.domain.vocabulary import Channel
from cockpit.sync.engine import SyncEngine
from cockpit.sync.transport import PostgresTransport
from models import Contact, Customer, Outcome, Replica
from scripts.benchmarks.field_company import FieldCompany

_KEY_BYTES = 32


class Laptop:
    """An open file and its way to the server."""

    def __init__(self, path: Path, engines: Engines, address: PostgresqlServer) -> None:
        self._path, self._engines, self._address = path, engines, address

    def go_over(self, address: PostgresqlServer) -> None:
        """Take another way to the server."""
        self._address = address

    def synchronise(self) -> SyncReport:
        """Do one whole synchronisation, connection and all.

        Raises:
            RuntimeError: It did not come to its end.
        """
        report = SyncEngine(
            SqlReplicaStore(self._engines),
            lambda: PostgresTransport(ServerLink(self._address)),
            lock=self._path.with_suffix(".lock"),
            clock=SystemClock(),
            program="bench",
            enrol=lambda transport, device: transport.register(device, "campo"),
            forget_key=lambda: None,
        ).synchronise()
        if report.end is not SyncEnd.DONE:
            raise RuntimeError(str(report))
        return report

    def say(self, many: int) -> None:
        """Write so many contacts (see ``say``)."""
        say(self._engines, many)

    def close(self) -> None:
        """Close the file."""
        self._engines.close()


def say(engines: Engines, many: int) -> None:
    """Write so many contacts with notes, each with the next customer, one a transaction.

    Only the first half is spoken with: the others can still be called on the same day.
    """
    with engines.reading() as connection:
        replica = connection.execute(select(Replica.device_id, Replica.user_id)).one()
        known = connection.execute(select(Customer.id).order_by(Customer.code)).scalars().all()
        outcome = connection.execute(select(Outcome.id).limit(1)).scalar_one()
    customers = known[: len(known) // 2]
    for number in range(many):
        now = datetime.now(UTC)
        content = {
            "id": new_id(),
            "customer_id": customers[number % len(customers)],
            "user_id": replica.user_id,
            "occurred_at": now,
            "channel": Channel.VISIT,
            "outcome_id": outcome,
            "note": f"Visita {number}: quer ver a tabela nova antes de fechar",
        }
        with engines.writing() as connection:
            FactWriter(connection).add(Contact, content, device_id=replica.device_id, at=now)


def new_laptop(company: FieldCompany, path: Path) -> Laptop:
    """Register a laptop, make its file and read everything: what ``field setup`` does."""
    device, address = new_id(), company.address()
    transport = PostgresTransport(ServerLink(address))
    transport.register(device, "campo")
    transport.close()
    engines = create_replica(
        path, secrets.token_bytes(_KEY_BYTES), device_id=device, user_id=company.people[0],
        server=str(address),
    )  # fmt: skip
    laptop = Laptop(path, engines, address)
    laptop.synchronise()
    return laptop
