"""A database with facts of several kinds and devices, a trail and seals, to be tampered with."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, Table, text

from cockpit.data.audit.verify import Verifier
from cockpit.data.bulk_loader import SqlBulkLoader
from cockpit.data.database import SqlDatabase
from cockpit.data.engine import Engines
from cockpit.data.facts import FACT_TABLES
from cockpit.data.identity import ensure_identity
from cockpit.domain.audit import Finding, Verification
from cockpit.domain.calling_window import Wishes
from cockpit.domain.contact import ContactDraft
from cockpit.domain.contact_wishes import ContactWishes
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import Channel, LifecycleStatus
from cockpit.services.audit import AuditService
from cockpit.services.wishes import WishService
from tests.support.queues import NOW, MovableClock, Operator, callable_customers


@dataclass
class Office:
    """Ana and Bia at their computers; what both did is sealed twice, and a little not yet."""

    engines: Engines

    def __post_init__(self) -> None:
        self.clock = MovableClock()
        self.keys, rows = callable_customers(2)
        SqlBulkLoader(self.engines).load(rows)
        self.ana, self.bia = self._person("ana"), self._person("bia")
        self.audit = self._audit(self.ana)
        for _ in range(2):
            for person in (self.ana, self.bia):
                self._work(person)
            self.clock.go_on(timedelta(minutes=1))
            self.audit.seal()
        self._work(self.bia)

    def _person(self, login: str) -> Operator:
        user = ensure_identity(self.engines, login=login, machine="pc")
        return Operator(user, SqlDatabase(self.engines, user.user_id), self.clock)

    def _audit(self, person: Operator) -> AuditService:
        return AuditService(person.database, self.clock, person.user, is_local=True)

    def _work(self, person: Operator) -> None:
        """Come, open a customer, log a contact, note a wish, take a list along, go."""
        audit = self._audit(person)
        audit.log_in()
        self.clock.go_on(timedelta(minutes=20))
        for key in self.keys:
            audit.looks.note(key)
        audit.write_looks()
        outcome = next(o for o in person.contacts.form_options().outcomes if o.code == "no_answer")
        for key in self.keys[:1]:
            draft = ContactDraft(
                new_id(), key, self.clock.now(), Channel.PHONE, outcome, note='não "atende"\n€'
            )
            person.contacts.log(draft, status=LifecycleStatus.AT_RISK)
        minute = 9 * 60 + self.clock.now().minute
        wishes = ContactWishes(Channel.PHONE, Wishes(minute, 17 * 60, 0b00110), None)
        WishService(person.database, self.clock, person.user).set_wishes(self.keys[0], wishes)
        audit.note_export("work_list", 12, "group=lost")
        audit.log_out()

    @contextmanager
    def tampering(self) -> Iterator[Connection]:
        """Open a transaction without triggers and foreign keys, undone in the end."""
        with self.engines.writer.connect() as connection:
            if not self.engines.is_sqlite:
                connection.execute(text("SET session_replication_role = replica"))
            else:
                connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
            yield connection
            connection.rollback()
            if not self.engines.is_sqlite:
                connection.execute(text("RESET session_replication_role"))
                connection.rollback()


def check(connection: Connection, **options: Any) -> Verification:
    """Check everything on an open connection."""
    return Verifier(connection, **options).run()


def names(found: Verification, row: dict[str, Any]) -> list[Finding]:
    """Return the findings that name a row, by its key or its number."""
    return [
        one
        for one in found.findings
        if one.row_id == str(row["id"])
        or (one.device_id, one.number) == (str(row["device_id"]), row["device_seq"])
    ]


def stored(connection: Connection) -> list[tuple[Table, dict[str, Any]]]:
    """Return all facts with their tables."""
    return [
        (table, dict(row))
        for table in FACT_TABLES
        for row in connection.execute(table.select().order_by(table.c.device_seq)).mappings()
    ]


__all__ = ["NOW", "Office", "check", "names", "stored"]
