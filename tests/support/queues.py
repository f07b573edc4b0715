"""Operators at one queue: services on a real database, with a clock that tests move."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import text, update

from cockpit.data.engine import Engines
from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import CustomerCategory
from cockpit.services.contacts import ContactService
from cockpit.services.ports import CurrentUser, Database
from cockpit.services.queue import QueueService
from models import Claim

#: A Monday, half past nine in São Paulo.
NOW = datetime(2026, 3, 16, 12, 30, tzinfo=UTC)


@dataclass
class MovableClock:
    """Stands still until a test moves it."""

    present: datetime = NOW
    zone: ZoneInfo = DEFAULT_ZONE

    def now(self) -> datetime:
        return self.present

    def today(self) -> date:
        return self.present.astimezone(self.zone).date()

    @property
    def known_at(self) -> None:
        return

    def go_on(self, by: timedelta) -> None:
        self.present += by


@dataclass
class Operator:
    """One user at their program."""

    user: CurrentUser
    database: Database
    clock: MovableClock = field(default_factory=MovableClock)

    def __post_init__(self) -> None:
        self.queue = QueueService(self.database, self.clock, self.user)
        self.contacts = ContactService(self.database, self.clock, self.user)


def callable_customers(count: int, **changes: Any) -> tuple[list[UUID], dict[str, Any]]:
    """Return the keys and the rows of customers in São Paulo with a phone each."""
    keys = [new_id() for _ in range(count)]
    customers = [
        {
            "id": key,
            "code": f"{number}",
            "legal_name": f"Parafusos {number} Ltda",
            "city": "São Paulo",
            "state": "SP",
            "category": CustomerCategory.CUSTOMER,
        }
        | changes
        for number, key in enumerate(keys)
    ]
    phones = [
        {"customer_id": key, "raw": "11 3555-0101", "e164": "+551135550101", "is_primary": True}
        for key in keys
    ]
    return keys, {"customers": customers, "phones": phones}


def run_out(engines: Engines, customer_id: UUID) -> None:
    """Let the lease on a customer end, by whichever clock it lives."""
    with engines.writing() as connection:
        past = datetime(2020, 1, 1, tzinfo=UTC)
        connection.execute(
            update(Claim).where(Claim.customer_id == customer_id).values(lease_until=past)
        )


def values(engines: Engines, sql: str) -> list[tuple[Any, ...]]:
    """Return the rows of a statement."""
    with engines.reading() as connection:
        return [tuple(row) for row in connection.execute(text(sql))]
