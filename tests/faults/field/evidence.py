"""What is left after a day in the field: the server, the laptops' files, and what was told."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, NullPool, Table, create_engine, select, text

from cockpit.domain.replication import way_to_customer
from models import Base
from tests.faults.field.journal import Line, lines_of
from tests.faults.field.laptop import Laptop
from tests.support.team import TeamDatabase

TABLES = Base.metadata.tables
_CARRIED = text(
    "SELECT id FROM customers WHERE owner_id = :me UNION SELECT customer_id FROM portfolio_entries"
    " WHERE user_id = :me AND left_at IS NULL AND (expires_at IS NULL OR expires_at > now())"
)


@dataclass
class Evidence:
    """Everything that the invariants are judged by.

    Attributes:
        team: The server's database.
        laptops: All of them.
        office_journal: What was attempted and deleted at the office.
        is_restored: Whether the server was set back, which loses what only the server had.
        erased: Words that were erased everywhere.
    """

    team: TeamDatabase
    laptops: Sequence[Laptop]
    office_journal: Path
    is_restored: bool = False
    erased: Sequence[str] = field(default_factory=list)

    @contextmanager
    def server(self) -> Iterator[Connection]:
        """Look at the server as one for whom no policy counts."""
        with self.team.superuser.connect() as connection:
            yield connection

    @contextmanager
    def server_as(self, laptop: Laptop) -> Iterator[Connection]:
        """Look at the server as a laptop's seller."""
        engine = create_engine(self.team.url(laptop.login), poolclass=NullPool)
        with engine.connect() as connection:
            yield connection

    @contextmanager
    def file_of(self, laptop: Laptop) -> Iterator[Connection]:
        """Look into a laptop's file."""
        engines = laptop.opened()
        try:
            with engines.reading() as connection:
                yield connection
        finally:
            engines.close()

    @contextmanager
    def writing_to(self, laptop: Laptop) -> Iterator[Connection]:
        """Do something with a laptop's file."""
        engines = laptop.opened()
        try:
            with engines.writing() as connection:
                yield connection
        finally:
            engines.close()

    def told(self, laptop: Laptop) -> Sequence[Line]:
        """Return what a laptop's user was told as saved."""
        return lines_of(laptop.journal, "told")

    @cached_property
    def attempted(self) -> frozenset[str]:
        """Return all marks that somebody may have stored."""
        journals = [self.office_journal, *(one.journal for one in self.laptops)]
        return frozenset(line["mark"] for one in journals for line in lines_of(one, "attempt"))

    @cached_property
    def deleted(self) -> frozenset[tuple[str, UUID]]:
        """Return the rows that are gone for good."""
        lines = lines_of(self.office_journal, "deleting")
        keys = {(line["table"], UUID(line["key"])) for line in lines}
        with self.server() as connection:
            # The word was written before the commit, which may have been lost.
            there = {
                (name, key)
                for name in {table for table, _ in keys}
                for key in connection.execute(select(TABLES[name].c.id)).scalars()
            }
            buried = {
                (row.entity, row.entity_id)
                for row in connection.execute(text("SELECT entity, entity_id FROM tombstones"))
            }
        return frozenset(keys - there | keys & buried)

    def dump(self) -> bytes:
        """Return all that a backup of the server would say."""
        path = self.office_journal.with_suffix(".dump")
        self.team._server.run("pg_dump", "-Fp", "-f", str(path), self.team._name)
        try:
            return path.read_bytes()
        finally:
            path.unlink()

    @cached_property
    def set_aside(self) -> Sequence[tuple[str, UUID, str]]:
        """Return what the server keeps beside its tables, whole, and why."""
        asked = select(
            *(TABLES["quarantined_facts"].c[n] for n in ("entity", "entity_id", "reason"))
        )
        with self.server() as connection:
            return [(row.entity, row.entity_id, row.reason) for row in connection.execute(asked)]

    @property
    def excused(self) -> frozenset[str]:
        """Return for which reasons words may be set aside.

        A server that was set back has forgotten whose a customer was meanwhile: an administrator
        decides about what was said then. Of who was erased there is nothing to decide.
        """
        restored = {"not_yours", "parent_missing"} if self.is_restored else set()
        return frozenset(restored | ({"erased"} if self.erased else set()))

    def portfolio(self, laptop: Laptop) -> frozenset[UUID]:
        """Return the customers that a laptop has to carry, by a rule written down here anew."""
        with self.server() as connection:
            return frozenset(connection.execute(_CARRIED, {"me": laptop.user_id}).scalars())


def customer_of(table: Table) -> tuple[Any, Any]:
    """Return the joins from a table, and the column of its customer."""
    source: Any = table
    way = way_to_customer(table.name)
    for (name, column), (parent, _) in pairwise(way):
        source = source.join(TABLES[parent], TABLES[parent].c.id == TABLES[name].c[column])
    last_table, last_column = way[-1]
    return source, TABLES[last_table].c[last_column]
