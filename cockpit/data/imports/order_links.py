"""Which order a line of another file means by its number."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, select

from cockpit.data.imports.memory import RunMemory
from cockpit.data.repositories.raw import in_chunks
from cockpit.domain.vocabulary import OrderKind
from models import Order

_LIKELIEST = (OrderKind.SALE, OrderKind.CANCELLED, OrderKind.RETURN)


@dataclass(frozen=True, slots=True)
class LinkedOrder:
    """An order that a line refers to; ``customer_id`` is None of one that a trial would make."""

    key: UUID
    company_id: UUID
    customer_id: UUID | None


class OrderLinks:
    """Orders by number; where both stand there, the sale goes before its return."""

    def __init__(self, connection: Connection, memory: RunMemory) -> None:
        self._connection = connection
        self._memory = memory
        self._by_number: dict[str, dict[UUID, LinkedOrder]] = {}

    def load(self, numbers: Iterable[str]) -> None:
        """Look for the orders of some numbers, in all companies."""
        wanted = {number for number in numbers if number}
        companies = self._memory.names.companies()
        ranked: dict[tuple[str, UUID], int] = {}
        for chunk in in_chunks(wanted):
            statement = select(
                Order.id, Order.company_id, Order.customer_id, Order.number, Order.kind
            ).where(Order.company_id.in_(companies), Order.number.in_(chunk))
            for key, company_id, customer_id, number, kind in self._connection.execute(statement):
                rank = _LIKELIEST.index(kind)
                if rank < ranked.get((number, company_id), len(_LIKELIEST)):
                    ranked[number, company_id] = rank
                    found = LinkedOrder(key, company_id, customer_id)
                    self._by_number.setdefault(number, {})[company_id] = found
        if self._memory.is_trial:
            self._load_trial(wanted, companies)

    def find(self, number: str, company_id: UUID | None) -> LinkedOrder | None:
        """Return an order.

        Args:
            number: One that was loaded.
            company_id: Its company; without one, a number that several companies have is nobody's.
        """
        found = self._by_number.get(number, {})
        if company_id is not None:
            return found.get(company_id)
        return next(iter(found.values())) if len(found) == 1 else None

    def is_ambiguous(self, number: str) -> bool:
        """Return whether several companies have an order of this number."""
        return len(self._by_number.get(number, {})) > 1

    def _load_trial(self, numbers: Iterable[str], companies: Iterable[UUID]) -> None:
        """Find the orders that this trial would have made."""
        careful = self._memory.rows(Order.__tablename__)
        for number in numbers:
            for company_id in companies:
                found = self._by_number.setdefault(number, {})
                if company_id in found:
                    continue
                kinds = (careful.get((company_id, number, kind)) for kind in _LIKELIEST)
                known = next((one for one in kinds if one is not None), None)
                if known is not None:
                    customer_id = known.values["customer_id"]
                    found[company_id] = LinkedOrder(known.key, company_id, customer_id)
                elif key := self._memory.orders.key(company_id, number):
                    found[company_id] = LinkedOrder(key, company_id, None)
