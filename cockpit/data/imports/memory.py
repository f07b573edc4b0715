"""What one run of several files remembers from batch to batch."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from cockpit.data.imports.directory import CustomerDirectory
from cockpit.data.imports.names import ImportNames
from cockpit.domain.vocabulary import OrderKind


@dataclass(slots=True)
class TrialOrders:
    """Plain orders that a trial would have made.

    Three million of them fit into some hundred megabytes, as hashes of key and statement.
    """

    _digests: dict[int, int] = field(default_factory=dict)

    def add(self, company_id: UUID, number: str, kind: OrderKind, digest: int) -> None:
        """Remember an order; see ``OrderRecord.digest``."""
        self._digests[hash((company_id, number, kind))] = digest

    def key(self, company_id: UUID, number: str) -> UUID | None:
        """Return what stands for an order's key; None where there is none of this number."""
        if any(self.digest(company_id, number, kind) is not None for kind in OrderKind):
            return UUID(int=hash((company_id, number)) & (1 << 64) - 1)
        return None

    def digest(self, company_id: UUID, number: str, kind: OrderKind) -> int | None:
        """Return what would have been stated of an order; None where there is none."""
        return self._digests.get(hash((company_id, number, kind)))


@dataclass(slots=True)
class RunMemory:
    """The memory of one run; a trial's stands for the rows that it does not write.

    Attributes:
        today: The day of the run.
        names: Companies, sellers and so on by what files call them.
        customers: Customers by code and document.
        orders: Plain orders that a trial would have made.
    """

    today: date
    is_trial: bool
    names: ImportNames = field(init=False)
    customers: CustomerDirectory = field(default_factory=CustomerDirectory)
    orders: TrialOrders = field(default_factory=TrialOrders)
    _kept: dict[str, dict[Any, Any]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Begin without any names."""
        self.names = ImportNames(is_trial=self.is_trial)

    def bind(self, connection: Connection) -> None:
        """Work in the transaction of another batch."""
        self.names.bind(connection)
        self.customers.bind(connection)

    def rows(self, name: str) -> dict[Any, Any]:
        """Return the rows of a table that a batch works on, by their natural key.

        In a trial they are kept from batch to batch, as if they were stored.
        """
        return self._kept.setdefault(name, {}) if self.is_trial else {}
