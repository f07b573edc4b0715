"""Which customer a line of a file means: found by code or document, kept for the whole run."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, update

from cockpit.data.imports.stored import Written
from cockpit.data.repositories.raw import guids, in_chunks
from cockpit.domain.documents import parse_tax_id
from cockpit.domain.messages import Message
from cockpit.domain.vocabulary import CustomerCategory
from models import Customer

_READ = (
    "SELECT id, company_id, category, code, tax_id FROM customers WHERE code {among} "
    "UNION SELECT id, company_id, category, code, tax_id FROM customers WHERE tax_id {among} "
    "ORDER BY 1"
)


@dataclass(frozen=True, slots=True)
class Buyer:
    """A customer that lines may refer to."""

    key: UUID
    company_id: UUID | None
    category: CustomerCategory
    code: str = ""
    tax_id: str = ""


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose a line is; nobody knows the customer where there is no buyer."""

    buyer: Buyer | None
    company_id: UUID


@dataclass(slots=True)
class CustomerDirectory:
    """Customers by code and by document.

    What was found stays known over the batches of a run; what was not is looked for again.

    Attributes:
        owned: Whose the lines are that name a company and a customer, as far as it was found.
    """

    owned: dict[tuple[str, str], Owner] = field(default_factory=dict)
    _connection: Connection | None = None
    _by_key: dict[UUID, Buyer] = field(default_factory=dict)
    _by_code: dict[str, list[UUID]] = field(default_factory=dict)
    _by_tax_id: dict[str, list[UUID]] = field(default_factory=dict)
    _asked: set[str] = field(default_factory=set)
    _found: dict[str, dict[UUID | None, Buyer]] = field(default_factory=dict)

    def bind(self, connection: Connection) -> None:
        """Work in another transaction."""
        self._connection = connection

    def load(self, references: set[str]) -> None:
        """Look for the customers of codes or documents, as files write them."""
        unknown = {text for text in references if text and text not in self._asked}
        if not unknown:
            return
        self._read(list(unknown))
        others = [text for text in unknown if text not in self._by_code]
        if documents := {parsed.text for text in others if (parsed := parse_tax_id(text))}:
            self._read(list(documents))
        self._asked.update(text for text in unknown if self._candidates(text))

    def find(self, reference: str, company_id: UUID | None) -> Buyer | None:
        """Return the customer that a code, or else a document, means.

        Args:
            reference: One that was loaded.
            company_id: The company that the line names; decides between equal codes.
        """
        known = self._found.get(reference)
        found = known.get(company_id) if known is not None else None
        if found is not None:
            return found
        found = self._of_company(self._by_code.get(reference, ()), company_id)
        if found is not None:
            self._found.setdefault(reference, {})[company_id] = found
            return found
        document = parse_tax_id(reference) if self._by_tax_id else None
        if document is None:
            return None
        return self._of_company(self._by_tax_id.get(document.text, ()), company_id)

    def missing(self, reference: str) -> Message:
        """Return why a line has no customer: nobody is called so, or several are."""
        is_shared = len(self._candidates(reference)) > 1
        key = "imports.customer_ambiguous" if is_shared else "imports.customer_unknown"
        return Message.of(key, value=reference)

    def known(self, key: UUID) -> Buyer:
        """Return a customer that was found or learned."""
        return self._by_key[key]

    def is_customer(self, key: UUID) -> bool:
        """Return whether this run met somebody as a customer, not as a prospect."""
        buyer = self._by_key.get(key)
        return buyer is not None and buyer.category is CustomerCategory.CUSTOMER

    def learn(self, buyer: Buyer) -> None:
        """Take in a customer, or what changed about a known one."""
        former = self._by_key.get(buyer.key)
        if former == buyer:
            return
        if former or buyer.code in self._by_code or buyer.tax_id in self._by_tax_id:
            self.owned.clear()
        for index, old, new in (
            (self._by_code, former.code if former else "", buyer.code),
            (self._by_tax_id, former.tax_id if former else "", buyer.tax_id),
        ):
            if old and old != new:
                index[old].remove(buyer.key)
            if new and new != old:
                index.setdefault(new, []).append(buyer.key)
        self._by_key[buyer.key] = buyer
        for code in (former.code if former else "", buyer.code):
            self._found.pop(code, None)

    def promote(self, buyers: Iterable[Buyer], *, is_trial: bool) -> list[Written]:
        """Make customers of those prospects who bought; return what that changes."""
        wanted = (self._by_key.get(buyer.key, buyer) for buyer in buyers)
        prospects = {one.key: one for one in wanted if one.category is CustomerCategory.PROSPECT}
        for one in prospects.values():
            self.learn(replace(one, category=CustomerCategory.CUSTOMER))
        if prospects and not is_trial and self._connection is not None:
            for chunk in in_chunks(prospects):
                self._connection.execute(
                    update(Customer)
                    .where(Customer.id.in_(chunk))
                    # Nobody edited it.
                    .values(category=CustomerCategory.CUSTOMER, updated_at=Customer.updated_at)
                )
        before = {"category": CustomerCategory.PROSPECT}
        return [Written(Customer.__tablename__, key, before) for key in prospects]

    def _read(self, texts: list[str]) -> None:
        """Read the customers of these codes and documents."""
        if self._connection is None:  # pragma: no cover - a mistake in the program
            raise AssertionError("bind() comes first")
        is_server = self._connection.dialect.name == "postgresql"
        given: list[str] | str = texts if is_server else json.dumps(texts)
        found = self._connection.exec_driver_sql(
            _READ.format(among="= ANY(%s)" if is_server else "IN (SELECT value FROM json_each(?))"),
            (given, given),
        )
        columns: list[Sequence[Any]] = list(zip(*found.cursor.fetchall(), strict=True))
        if not columns:
            return
        keys, companies, categories, codes, documents = columns
        kinds = {text: CustomerCategory(text) for text in set(categories)}
        for key, company_id, category, code, tax_id in zip(
            guids(keys), guids(companies), categories, codes, documents, strict=True
        ):
            if key not in self._by_key:
                self.learn(Buyer(key, company_id, kinds[category], code or "", tax_id or ""))

    def _candidates(self, reference: str) -> Sequence[UUID]:
        found = self._by_code.get(reference)
        if found:
            return found
        document = parse_tax_id(reference)
        return self._by_tax_id.get(document.text, ()) if document else ()

    def _of_company(self, keys: Sequence[UUID], company_id: UUID | None) -> Buyer | None:
        """Return the candidate of a company, else the only one."""
        candidates = [self._by_key[key] for key in keys]
        for one in candidates:
            if company_id is not None and one.company_id == company_id:
                return one
        return candidates[0] if len(candidates) == 1 else None
