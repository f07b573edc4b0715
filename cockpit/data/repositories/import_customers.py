"""Storing customers of an import file: what is new, what changed, what stays."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, case, insert, or_, select, update

from cockpit.data.repositories.import_names import ImportNames
from cockpit.data.repositories.raw import in_chunks
from cockpit.data.repositories.search_texts import search_text
from cockpit.domain.ids import new_id
from cockpit.domain.import_records import CustomerRecord, ParsedPhone
from cockpit.domain.plain_text import plain
from cockpit.domain.vocabulary import CustomerCategory, PersonKind, RowVerdict
from models import ContactPerson, Customer, CustomerBlock, Phone

_COLUMNS = (
    "company_id", "code", "legal_name", "trade_name", "person_kind", "tax_id", "is_tax_id_valid",
    "tax_root", "segment_id", "region_id", "city", "state", "owner_id", "category",
    "credit_limit_cents", "is_blocked", "search_text",
)  # fmt: skip
_SEARCHED = ("legal_name", "trade_name", "code", "tax_id", "city")
_ORIGIN = "erp_import"


@dataclass(slots=True)
class Known:
    """A customer while its file is read.

    Attributes:
        values: What it is to become, by column.
        before: What it was, or None for a new one.
        phones: Its numbers as they are compared.
        persons: The names of its people as they are compared.
    """

    key: UUID
    values: dict[str, Any]
    before: dict[str, Any] | None
    phones: list[str] = field(default_factory=list)
    persons: list[str] = field(default_factory=list)
    has_primary_phone: bool = False
    is_written: bool = False

    @property
    def was_blocked(self) -> bool:
        """Return whether it was blocked before."""
        return self.before is not None and bool(self.before["is_blocked"])


class CustomerImport:
    """Stores the customers of one batch."""

    def __init__(self, connection: Connection, names: ImportNames, today: date) -> None:
        self._connection = connection
        self._names = names
        self._today = today
        self._by_code: defaultdict[str, list[Known]] = defaultdict(list)
        self._by_tax_id: defaultdict[str, list[Known]] = defaultdict(list)
        self._by_name: defaultdict[str, list[Known]] = defaultdict(list)
        self._everyone: dict[UUID, Known] = {}
        self._new_phones: list[dict[str, Any]] = []
        self._new_persons: list[dict[str, Any]] = []

    def store(self, records: Sequence[CustomerRecord]) -> list[tuple[RowVerdict, Known]]:
        """Store records in their order; the same customer may come more than once."""
        self._load(records)
        verdicts = [self._take(record) for record in records]
        self._write()
        return verdicts

    def _load(self, records: Sequence[CustomerRecord]) -> None:
        codes = {record.code for record in records if record.code}
        documents = {record.tax_id.text for record in records if record.tax_id}
        names = {record.legal_name for record in records if not record.code}
        table = Customer.__table__
        wanted = [table.c.id, *(table.c[name] for name in _COLUMNS)]
        for column, texts in ((Customer.code, codes), (Customer.tax_id, documents)):
            for chunk in in_chunks(texts):
                self._know(self._connection.execute(select(*wanted).where(column.in_(chunk))))
        for chunk in in_chunks(names):
            nameless = or_(Customer.code.is_(None), Customer.code == "")
            statement = select(*wanted).where(Customer.legal_name.in_(chunk), nameless)
            self._know(self._connection.execute(statement))
        self._load_parts()

    def _know(self, rows: Iterable[Any]) -> None:
        for row in rows:
            if row.id not in self._everyone:
                values = {name: getattr(row, name) for name in _COLUMNS}
                self._register(Known(row.id, values, dict(values)))

    def _load_parts(self) -> None:
        for chunk in in_chunks(self._everyone):
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

    def _register(self, known: Known) -> None:
        self._everyone[known.key] = known
        self._index(known)

    def _index(self, known: Known) -> None:
        """Make a customer findable by what it is called now."""
        code, tax_id = known.values["code"], known.values["tax_id"]
        for index, text in ((self._by_code, code), (self._by_tax_id, tax_id)):
            if text and known not in index[text]:
                index[text].append(known)
        if not code:
            self._by_name[plain(known.values["legal_name"])].append(known)

    def _take(self, record: CustomerRecord) -> tuple[RowVerdict, Known]:
        given = self._given(record)
        known = self._match(record, given["company_id"])
        is_new = known is None
        if known is None:
            known = Known(new_id(), dict.fromkeys(_COLUMNS) | _BLANK, None)
        changes = _changes(known.values, given)
        known.values |= changes
        has_grown = self._add_phones(known, record.phones)
        has_grown |= self._add_person(known, record.person_name, record.email)
        if not (is_new or changes or has_grown):
            return RowVerdict.UNCHANGED, known
        known.is_written = True
        known.values["search_text"] = search_text(
            (known.values[name] for name in _SEARCHED), known.phones
        )
        if is_new:
            self._register(known)
            return RowVerdict.NEW, known
        self._index(known)
        return RowVerdict.CHANGED, known

    def _given(self, record: CustomerRecord) -> dict[str, Any]:
        """Return what a record says, by column; None is silence and changes nothing."""
        tax_id = record.tax_id
        return {
            "company_id": self._names.company(record.company),
            "code": record.code or None,
            "legal_name": record.legal_name or record.trade_name,
            "trade_name": record.trade_name or None,
            "person_kind": tax_id.kind if tax_id else None,
            "tax_id": (tax_id.text or None) if tax_id else None,
            "is_tax_id_valid": tax_id.is_valid if tax_id else None,
            "tax_root": (tax_id.root or None) if tax_id else None,
            "segment_id": self._names.segment(record.segment),
            "region_id": self._names.region(record.region),
            "city": record.city or None,
            "state": record.state or None,
            "owner_id": self._names.seller(record.seller),
            "category": record.category,
            "credit_limit_cents": record.credit_limit_cents,
            "is_blocked": record.is_blocked,
        }

    def _match(self, record: CustomerRecord, company_id: UUID | None) -> Known | None:
        """Find the customer that a record means.

        By code within the company; else by a valid document, unless both have a code: two codes
        of one ERP are two customers there, and their orders name them so. A record without a
        code and without a valid document is known by its name alone.
        """
        if record.code:
            found = _of_company(self._by_code[record.code], company_id)
            if found is not None:
                return found
        if record.tax_id is not None and record.tax_id.is_valid:
            same = self._by_tax_id[record.tax_id.text]
            return _of_company(
                [one for one in same if not (record.code and one.values["code"])], company_id
            )
        if record.code:
            return None
        return _of_company(self._by_name[plain(record.legal_name)], company_id)

    def _add_phones(self, known: Known, phones: Sequence[ParsedPhone]) -> bool:
        has_grown = False
        for phone in phones:
            text = phone.e164 or phone.raw
            if not text or text in known.phones:
                continue
            has_grown = True
            known.phones.append(text)
            self._new_phones.append(
                {
                    "customer_id": known.key,
                    "raw": phone.raw,
                    "e164": phone.e164,
                    "extension": phone.extension or None,
                    "kind": phone.kind,
                    "is_valid": phone.is_valid,
                    "is_primary": not known.has_primary_phone,
                }
            )
            known.has_primary_phone = True
        return has_grown

    def _add_person(self, known: Known, name: str, email: str) -> bool:
        shown = name.strip() or email.strip()
        if not shown or plain(shown) in known.persons:
            return False
        self._new_persons.append(
            {
                "customer_id": known.key,
                "name": shown,
                "email": email.strip() or None,
                "is_primary": not known.persons,
                "data_origin": _ORIGIN,
            }
        )
        known.persons.append(plain(shown))
        return True

    def _write(self) -> None:
        written = [one for one in self._everyone.values() if one.is_written]
        new = [{"id": one.key, **one.values} for one in written if one.before is None]
        changed = [{"key": one.key, **one.values} for one in written if one.before is not None]
        if new:
            self._connection.execute(insert(Customer), new)
        if changed:
            self._connection.execute(_UPDATE, changed)
        self._keep_blocks(written)
        if self._new_persons:
            self._connection.execute(insert(ContactPerson), self._new_persons)
        if self._new_phones:
            self._connection.execute(insert(Phone), self._new_phones)

    def _keep_blocks(self, written: Sequence[Known]) -> None:
        """Open a period for who is blocked now and was not, and close it for who was."""
        begun = [one.key for one in written if one.values["is_blocked"] and not one.was_blocked]
        ended = [one.key for one in written if one.was_blocked and not one.values["is_blocked"]]
        if begun:
            self._connection.execute(
                insert(CustomerBlock),
                [{"customer_id": key, "blocked_on": self._today} for key in begun],
            )
        # A clock that went back must not end a period before it began.
        last = case(
            (CustomerBlock.blocked_on > self._today, CustomerBlock.blocked_on), else_=self._today
        )
        for chunk in in_chunks(ended):
            self._connection.execute(
                update(CustomerBlock)
                .where(CustomerBlock.customer_id.in_(chunk), CustomerBlock.unblocked_on.is_(None))
                .values(unblocked_on=last)
            )


_BLANK: dict[str, Any] = {
    "person_kind": PersonKind.UNKNOWN,
    "is_tax_id_valid": False,
    "is_blocked": False,
    "search_text": "",
}
_UPDATE = update(Customer).where(Customer.id == bindparam("key"))


def _changes(stored: dict[str, Any], given: dict[str, Any]) -> dict[str, Any]:
    """Return what a record changes; a buyer never becomes a prospect again."""
    changes = {
        name: value for name, value in given.items() if value is not None and value != stored[name]
    }
    if stored["category"] is CustomerCategory.CUSTOMER:
        changes.pop("category", None)
    if "tax_id" in changes and changes["tax_id"] != stored["tax_id"]:
        changes["tax_root"] = given["tax_root"]
    return changes


def _of_company(candidates: Sequence[Known], company_id: UUID | None) -> Known | None:
    """Return the candidate of a company, else the only one that may be of it."""
    for one in candidates:
        if one.values["company_id"] == company_id:
            return one
    loose = [one for one in candidates if company_id is None or one.values["company_id"] is None]
    return loose[0] if len(loose) == 1 else None
