"""Laptops in a test's own process, on a server of its own."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from sqlalchemy import text

from cockpit.data.engine import Engines
from cockpit.domain.sync import SyncEnd, SyncReport
from tests.faults.field.evidence import Evidence
from tests.faults.field.invariants import violations
from tests.faults.field.journal import Journal
from tests.faults.field.laptop import Laptop, Seller
from tests.faults.field.making import fill, give, make_laptop
from tests.support.cutting_proxy import CuttingProxy
from tests.support.team import TeamDatabase

_URL = "postgresql://{{login}}@/{database}?host={host}&port={port}"


@dataclass
class Held:
    """A laptop with its program.

    Attributes:
        laptop: What it is.
        engines: Its open file.
        seller: Who works at it.
    """

    laptop: Laptop
    engines: Engines
    seller: Seller

    def synchronise(self) -> SyncReport:
        """Synchronise once."""
        return self.seller.sync.synchronise()

    def settle(self) -> SyncReport:
        """Synchronise until nothing is new, and return the last report."""
        for _ in range(6):
            report = self.synchronise()
            if report.end is SyncEnd.DONE and not (report.sent or report.received):
                return report
        raise AssertionError(report)

    def close(self) -> None:
        """Close the file."""
        self.engines.close()
        self.seller.journal.close()


class SmallField:
    """A company with customers, and the laptops that a test adds."""

    def __init__(self, team: TeamDatabase, folder: Path) -> None:
        self.team, self.folder = team, folder
        self.customers = fill(team, 10)
        self.held: list[Held] = []
        self.cable: CuttingProxy | None = None
        self._office = folder / "office.journal"

    def add(self, name: str, customers: Sequence[UUID] = (), *, disk: Path | None = None) -> Held:
        """Add a laptop whose seller has some customers."""
        server = self.team._server
        host, port = server.host, server.port
        if self.cable is not None:
            host, port = "127.0.0.1", self.cable.port
        url = _URL.format(database=self.team._name, host=host, port=port)
        laptop = make_laptop(self.team, name, self.folder, url=url, disk=disk)
        for key in customers:
            give(self.team, key, laptop.user_id)
        return self.open(laptop)

    def through_cable(self) -> CuttingProxy:
        """Let laptops that are added from now on reach the server by a cable that can be cut."""
        server = self.team._server
        self.cable = CuttingProxy(server.host, server.port)
        self.cable.critical = b"giro_sync_push"
        return self.cable

    def open(self, laptop: Laptop) -> Held:
        """Start a laptop's program."""
        engines = laptop.opened()
        held = Held(laptop, engines, Seller(laptop, Journal(laptop.journal), engines))
        self.held.append(held)
        return held

    def copy(self, held: Held, name: str) -> Held:
        """Copy a laptop's file to another one, as a backup or a cloned disk does."""
        laptop = replace(held.laptop, name=name)
        for ending in ("", "-wal"):
            source = Path(f"{held.laptop.path}{ending}")
            if source.exists():
                Path(f"{laptop.path}{ending}").write_bytes(source.read_bytes())
        return self.open(laptop)

    def execute(self, statement: str, **values: object) -> None:
        """Do something at the server, as one for whom no policy counts."""
        with self.team.superuser.begin() as connection:
            connection.execute(text(statement), values)

    def value(self, statement: str, **values: object) -> object:
        """Look something up at the server."""
        with self.team.superuser.connect() as connection:
            return connection.execute(text(statement), values).scalar()

    def dump(self, path: Path) -> None:
        """Write the whole database down, as backups do."""
        self.team._server.run("pg_dump", "-Fc", "-f", str(path), self.team._name)

    def restore(self, path: Path) -> None:
        """Put what was written down in the place of the database."""
        server, name = self.team._server, self.team._name
        server.drop(name)
        server.run("createdb", "-T", "template0", name)
        server.run("pg_restore", "-d", name, str(path))

    def evidence(self, *, erased: Sequence[str] = ()) -> Evidence:
        """Return what the invariants are judged by."""
        laptops = [one.laptop for one in self.held]
        return Evidence(self.team, laptops, self._office, erased=erased)

    def violations(self, *, erased: Sequence[str] = (), apart: Sequence[str] = ()) -> list[str]:
        """Return the invariants that are broken, apart from some that a test breaks itself."""
        found = violations(self.evidence(erased=erased))
        return [one for one in found if one.partition(":")[0] not in apart]

    def close(self) -> None:
        """Close all files."""
        for held in self.held:
            held.close()
        if self.cable is not None:
            self.cable.close()
