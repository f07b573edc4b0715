"""The customers that the lines of one batch may mean."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, or_, select

from cockpit.data.imports.memory import RunMemory
from cockpit.data.repositories.permissions import forbidden_channels
from cockpit.data.repositories.raw import in_chunks
from cockpit.domain.import_records import BlockPeriod, CustomerRecord
from cockpit.domain.plain_text import plain
from cockpit.domain.vocabulary import Channel
from models import ContactPerson, Customer, CustomerBlock, Phone

COLUMNS = (
    "company_id", "code", "legal_name", "trade_name", "person_kind", "tax_id", "is_tax_id_valid",
    "tax_root", "segment_id", "region_id", "city", "state", "time_zone", "owner_id", "category",
    "credit_limit_cents", "is_blocked", "search_text",
)  # fmt: skip
#: When somebody edited it last is kept for an undo, but never written.
_READ = (*COLUMNS, "updated_at")


@dataclass(slots=True, eq=False)
class KnownCustomer:
    """A customer while its file is read.

    Attributes:
        values: What it is to become, by column.
        before: What it was, or None for a new one.
        phones: Its numbers as they are compared.
        persons: The names of its people as they are compared.
        blocks: When it was blocked.
        closed_channels: Through which it does not want to be contacted.
        blocked_from: The first day of the present block, where a line says it.
        blocked_until: The first day after the block that was open, where a line says it.
    """

    key: UUID
    values: dict[str, Any]
    before: dict[str, Any] | None
    phones: list[str] = field(default_factory=list)
    persons: list[str] = field(default_factory=list)
    has_primary_phone: bool = False
    blocks: list[BlockPeriod] = field(default_factory=list)
    closed_channels: frozenset[Channel] = frozenset()
    blocked_from: date | None = None
    blocked_until: date | None = None

    @property
    def was_blocked(self) -> bool:
        """Return whether it was blocked before."""
        return self.before is not None and bool(self.before["is_blocked"])


class CustomerRows:
    """Customers by what lines call them."""

    def __init__(self, connection: Connection, memory: RunMemory) -> None:
        self._connection = connection
        self._by_code: dict[str, list[KnownCustomer]] = memory.rows("customers.code")
        self._by_tax_id: dict[str, list[KnownCustomer]] = memory.rows("customers.tax_id")
        self._by_name: dict[str, list[KnownCustomer]] = memory.rows("customers.name")
        self._everyone: dict[UUID, KnownCustomer] = memory.rows("customers")

    def load(self, records: Iterable[CustomerRecord]) -> None:
        """Read the stored customers that records may mean."""
        kept = list(records)
        codes = {record.code for record in kept if record.code}
        documents = {record.tax_id.text for record in kept if record.tax_id}
        names = {record.legal_name for record in kept if not record.code}
        table = Customer.__table__
        wanted = select(table.c.id, *(table.c[name] for name in _READ)).order_by(table.c.id)
        fresh: list[UUID] = []
        for column, texts in ((Customer.code, codes), (Customer.tax_id, documents)):
            for chunk in in_chunks(texts):
                rows = self._connection.execute(wanted.where(column.in_(chunk)))
                fresh += self._know(rows)
        for chunk in in_chunks(names):
            nameless = or_(Customer.code.is_(None), Customer.code == "")
            statement = wanted.where(Customer.legal_name.in_(chunk), nameless)
            fresh += self._know(self._connection.execute(statement))
        self._load_parts(fresh)

    def register(self, known: KnownCustomer) -> None:
        """Make a customer findable by what it is called now."""
        self._everyone[known.key] = known
        code, tax_id = known.values["code"], known.values["tax_id"]
        for index, text in ((self._by_code, code), (self._by_tax_id, tax_id)):
            if text and known not in index.setdefault(text, []):
                index[text].append(known)
        if not code:
            nameless = self._by_name.setdefault(plain(known.values["legal_name"]), [])
            if known not in nameless:
                nameless.append(known)

    def match(self, record: CustomerRecord, company_id: UUID | None) -> KnownCustomer | None:
        """Find the customer that a record means.

        By code within the company; else by a valid document, unless both have a code: two codes
        of one ERP are two customers there, and their orders name them so. A record without a
        code and without a valid document is known by its name alone.
        """
        if record.code:
            found = _of_company(self._called(self._by_code, "code", record.code), company_id)
            if found is not None:
                return found
        if record.tax_id is not None and record.tax_id.is_valid:
            same = self._called(self._by_tax_id, "tax_id", record.tax_id.text)
            return _of_company(
                [one for one in same if not (record.code and one.values["code"])], company_id
            )
        if record.code:
            return None
        nameless = self._by_name.get(plain(record.legal_name), ())
        return _of_company([one for one in nameless if not one.values["code"]], company_id)

    def elder_codes(self, known: KnownCustomer) -> list[str]:
        """Return the codes of those who had this customer's document first in the same company."""
        tax_id = known.values["tax_id"]
        if not (tax_id and known.values["is_tax_id_valid"] and known.values["code"]):
            return []
        return [
            one.values["code"]
            for one in self._called(self._by_tax_id, "tax_id", tax_id)
            if one.values["code"]
            and one.key < known.key
            and one.values["company_id"] == known.values["company_id"]
        ]

    @staticmethod
    def _called(
        index: dict[str, list[KnownCustomer]], column: str, text: str
    ) -> list[KnownCustomer]:
        """Return who is called so now: the index holds former names as well."""
        return [one for one in index.get(text, ()) if one.values[column] == text]

    def _know(self, rows: Iterable[Any]) -> list[UUID]:
        fresh = []
        for row in rows:
            if row.id not in self._everyone:
                values = {name: getattr(row, name) for name in _READ}
                self.register(KnownCustomer(row.id, values, dict(values)))
                fresh.append(row.id)
        return fresh

    def _load_parts(self, keys: Sequence[UUID]) -> None:
        for chunk in in_chunks(keys):
            phones = select(Phone.customer_id, Phone.e164, Phone.raw, Phone.is_primary).where(
                Phone.customer_id.in_(chunk)
            )
            for key, e164, raw, is_primary in self._connection.execute(phones):
                known = self._everyone[key]
                known.phones.append(e164 or raw)
                known.has_primary_phone |= is_primary
            persons = select(ContactPerson.customer_id, ContactPerson.name).where(
                ContactPerson.customer_id.in_(chunk)
            )
            for key, name in self._connection.execute(persons):
                self._everyone[key].persons.append(plain(name))
            blocks = select(
                CustomerBlock.customer_id, CustomerBlock.blocked_on, CustomerBlock.unblocked_on
            ).where(CustomerBlock.customer_id.in_(chunk))
            for key, from_day, until_day in self._connection.execute(blocks):
                self._everyone[key].blocks.append(BlockPeriod(from_day, until_day))
            for key, closed in forbidden_channels(self._connection, chunk).items():
                self._everyone[key].closed_channels = closed


def _of_company(
    candidates: Sequence[KnownCustomer], company_id: UUID | None
) -> KnownCustomer | None:
    """Return the candidate of a company, else the only one that may be of it."""
    for one in candidates:
        if one.values["company_id"] == company_id:
            return one
    loose = [one for one in candidates if company_id is None or one.values["company_id"] is None]
    return loose[0] if len(loose) == 1 else None
