"""Storing customers of an import file: what is new, what changed, what stays."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, insert, select, update

from cockpit.data.imports.customer_history import CustomerHistory
from cockpit.data.imports.customer_rows import COLUMNS, CustomerRows, KnownCustomer
from cockpit.data.imports.directory import Buyer
from cockpit.data.imports.many_rows import insert_rows, update_rows
from cockpit.data.imports.memory import RunMemory
from cockpit.data.imports.stored import Stored, Written
from cockpit.data.repositories.raw import in_chunks
from cockpit.data.repositories.search_texts import search_text
from cockpit.domain.ids import new_id
from cockpit.domain.import_records import CustomerRecord, ParsedPhone
from cockpit.domain.messages import Message
from cockpit.domain.plain_text import plain
from cockpit.domain.states import time_zone
from cockpit.domain.vocabulary import CustomerCategory, PersonKind, RowVerdict
from models import Base, ContactPerson, Customer, CustomerBlock, Phone

_SEARCHED = ("legal_name", "trade_name", "code", "tax_id", "city")
_DOCUMENT = ("person_kind", "tax_id", "is_tax_id_valid", "tax_root")
_ORIGIN = "erp_import"


@dataclass(slots=True)
class _Line:
    """A line on its way; the lists of what it wrote grow until the batch is written."""

    number: int
    verdict: RowVerdict
    known: KnownCustomer
    reasons: tuple[Message, ...]
    written: list[Written] = field(default_factory=list)

    def stored(self) -> Stored:
        touched = () if self.verdict is RowVerdict.UNCHANGED else (self.known.key,)
        return Stored(self.number, self.verdict, self.reasons, tuple(self.written), touched)


class CustomerStore:
    """Stores the customers of one batch by (company, code), else by valid document."""

    def __init__(self, connection: Connection, memory: RunMemory, import_id: UUID | None) -> None:
        self._connection = connection
        self._memory = memory
        self._rows = CustomerRows(connection, memory)
        self._history = CustomerHistory(connection, import_id)
        self._changed: dict[UUID, _Line] = {}
        self._new_phones: list[dict[str, Any]] = []
        self._new_persons: list[dict[str, Any]] = []

    def store(self, lines: Sequence[tuple[int, CustomerRecord]]) -> list[Stored]:
        """Store records in their order; the same customer may come more than once."""
        self._rows.load(record for _, record in lines)
        taken = []
        for number, record in lines:
            company_id = self._memory.names.company(record.company)
            known = self._rows.match(record, company_id)
            taken.append(self._take(number, record, self._given(record, company_id), known))
        self._write()
        return [line.stored() for line in taken]

    def fill(self, lines: Sequence[tuple[int, CustomerRecord, UUID]]) -> list[Stored]:
        """Store whom invoices name: a known customer only gets what is blank.

        The ERP's own file knows its customers better than the text on an invoice does.

        Args:
            lines: The lines' numbers with the customer and the company of the invoice.

        Returns:
            As ``store``; each touches its customer, whether anything changed or not.
        """
        self._rows.load(record for _, record, _ in lines)
        taken = []
        for number, record, company_id in lines:
            given = self._given(record, company_id)
            known = self._rows.match(record, company_id)
            if known is not None:
                given = _blanks(known.values, given)
            line = self._take(number, record, given, known)
            self._memory.customers.learn(_buyer(line.known))
            taken.append(line)
        self._write()
        return [
            Stored(line.number, line.verdict, (), tuple(line.written), (line.known.key,))
            for line in taken
        ]

    def _take(
        self,
        number: int,
        record: CustomerRecord,
        given: dict[str, Any],
        known: KnownCustomer | None,
    ) -> _Line:
        is_new = known is None
        reasons = [] if known is None else _document_changed(known.values, given)
        if known is not None and not record.is_name_given and _has_name(known.values):
            given = given | {"legal_name": None}
        if known is None:
            known = KnownCustomer(new_id(), dict.fromkeys(COLUMNS) | _BLANK, None)
        if self._memory.customers.is_customer(known.key):
            # A trial makes customers of prospects without writing it.
            known.values["category"] = CustomerCategory.CUSTOMER
        changes = _changes(known.values, given)
        line = _Line(number, RowVerdict.UNCHANGED, known, ())
        before = dict(known.values)
        known.values |= changes
        has_grown = self._add_phones(line, record.phones)
        has_grown |= self._add_person(line, record.person_name, record.email)
        history = self._history.add(known, record)
        line.written += history
        if is_new or changes or has_grown or history:
            line.verdict = RowVerdict.NEW if is_new else RowVerdict.CHANGED
            known.values["search_text"] = search_text(
                (known.values[name] for name in _SEARCHED), known.phones
            )
            if known.key not in self._changed:
                row = Written(Customer.__tablename__, known.key, None if is_new else before)
                line.written.insert(0, row)
            self._changed[known.key] = line
            self._rows.register(known)
            self._memory.customers.learn(_buyer(known))
        if codes := self._rows.elder_codes(known):
            shared = Message.of("imports.customer_document_shared", codes=", ".join(codes[:3]))
            reasons.append(shared)
        line.reasons = tuple(reasons)
        return line

    def _given(self, record: CustomerRecord, company_id: UUID | None) -> dict[str, Any]:
        """Return what a record says, by column; None is silence and changes nothing."""
        names, tax_id = self._memory.names, record.tax_id
        return {
            "company_id": company_id,
            "code": record.code or None,
            "legal_name": record.legal_name or record.trade_name,
            "trade_name": record.trade_name or None,
            "person_kind": tax_id.kind if tax_id else None,
            "tax_id": (tax_id.text or None) if tax_id else None,
            "is_tax_id_valid": tax_id.is_valid if tax_id else None,
            "tax_root": (tax_id.root or None) if tax_id else None,
            "segment_id": names.segment(record.segment),
            "region_id": names.region(record.region),
            "city": record.city or None,
            "state": record.state or None,
            "owner_id": names.seller(record.seller),
            "category": record.category,
            "credit_limit_cents": record.credit_limit_cents,
            "is_blocked": record.is_blocked,
        }

    def _add_phones(self, line: _Line, phones: Sequence[ParsedPhone]) -> bool:
        known, has_grown = line.known, False
        for phone in phones:
            text = phone.e164 or phone.raw
            if not text or text in known.phones:
                continue
            has_grown = True
            known.phones.append(text)
            row: dict[str, Any] = {
                "id": new_id(),
                "customer_id": known.key,
                "raw": phone.raw,
                "e164": phone.e164,
                "extension": phone.extension or None,
                "kind": phone.kind,
                "is_valid": phone.is_valid,
                "is_primary": not known.has_primary_phone,
            }
            self._new_phones.append(row)
            line.written.append(Written(Phone.__tablename__, row["id"], None))
            known.has_primary_phone = True
        return has_grown

    def _add_person(self, line: _Line, name: str, email: str) -> bool:
        known = line.known
        shown = name.strip() or email.strip()
        if not shown or plain(shown) in known.persons:
            return False
        row: dict[str, Any] = {
            "id": new_id(),
            "customer_id": known.key,
            "name": shown,
            "email": email.strip() or None,
            "is_primary": not known.persons,
            "data_origin": _ORIGIN,
        }
        self._new_persons.append(row)
        line.written.append(Written(ContactPerson.__tablename__, row["id"], None))
        known.persons.append(plain(shown))
        return True

    def _write(self) -> None:
        if self._memory.is_trial:
            return
        everyone = [line.known for line in self._changed.values()]
        new = [{"id": one.key} | _row(one) for one in everyone if one.before is None]
        changed = [{"id": one.key} | _row(one) for one in everyone if one.before is not None]
        insert_rows(self._connection, _CUSTOMERS, new)
        update_rows(self._connection, _CUSTOMERS, changed)
        self._begin_blocks()
        self._end_blocks()
        self._history.write()
        insert_rows(self._connection, _PERSONS, self._new_persons)
        insert_rows(self._connection, _PHONES, self._new_phones)

    def _begin_blocks(self) -> None:
        """Open a period for who is blocked now and was not."""
        rows = []
        for key, line in self._changed.items():
            if line.known.values["is_blocked"] and not line.known.was_blocked:
                block_id = new_id()
                from_day = line.known.blocked_from or self._memory.today
                rows.append({"id": block_id, "customer_id": key, "blocked_on": from_day})
                line.written.append(Written(CustomerBlock.__tablename__, block_id, None))
        if rows:
            self._connection.execute(insert(CustomerBlock), rows)

    def _end_blocks(self) -> None:
        """Close the period of who was blocked and is not."""
        ended = [
            key
            for key, line in self._changed.items()
            if line.known.was_blocked and not line.known.values["is_blocked"]
        ]
        rows = []
        for chunk in in_chunks(ended):
            statement = select(
                CustomerBlock.id, CustomerBlock.customer_id, CustomerBlock.blocked_on
            ).where(CustomerBlock.customer_id.in_(chunk), CustomerBlock.unblocked_on.is_(None))
            for key, customer_id, blocked_on in self._connection.execute(statement):
                ended_on = self._changed[customer_id].known.blocked_until or self._memory.today
                # A clock that went back must not end a period before it began.
                rows.append({"key": key, "unblocked_on": max(blocked_on, ended_on)})
                row = Written(CustomerBlock.__tablename__, key, {"unblocked_on": None})
                self._changed[customer_id].written.append(row)
        if rows:
            self._connection.execute(_END_BLOCK, rows)


_BLANK: dict[str, Any] = {
    "person_kind": PersonKind.UNKNOWN,
    "is_tax_id_valid": False,
    "is_blocked": False,
    "search_text": "",
}
_CUSTOMERS, _PERSONS, _PHONES = (
    Base.metadata.tables[entity.__tablename__] for entity in (Customer, ContactPerson, Phone)
)
_END_BLOCK = update(CustomerBlock).where(CustomerBlock.id == bindparam("key"))


def _row(known: KnownCustomer) -> dict[str, Any]:
    return {name: known.values[name] for name in COLUMNS}


def _buyer(known: KnownCustomer) -> Buyer:
    values = known.values
    return Buyer(
        known.key,
        values["company_id"],
        values["category"],
        values["code"] or "",
        values["tax_id"] or "",
    )


def _changes(stored: dict[str, Any], given: dict[str, Any]) -> dict[str, Any]:
    """Return what a record changes; a buyer never becomes a prospect again."""
    changes = {
        name: value for name, value in given.items() if value is not None and value != stored[name]
    }
    if stored["category"] is CustomerCategory.CUSTOMER:
        changes.pop("category", None)
    if "tax_id" in changes:
        changes["tax_root"] = given["tax_root"]
    return changes | _zone_change(stored, stored | changes)


def _has_name(stored: dict[str, Any]) -> bool:
    """Return whether a customer has a name, not its code in place of one."""
    return bool(stored["legal_name"]) and stored["legal_name"] != stored["code"]


def _document_changed(stored: dict[str, Any], given: dict[str, Any]) -> list[Message]:
    """Tell of a code that seems to have passed to another company: both name and CNPJ differ."""
    former, root = stored["tax_root"], given["tax_root"]
    if not (stored["is_tax_id_valid"] and given["is_tax_id_valid"] and former and root):
        return []
    if former == root or plain(stored["legal_name"]) == plain(given["legal_name"]):
        return []
    return [
        Message.of(
            "imports.customer_document_changed", code=stored["code"] or "", value=stored["tax_id"]
        )
    ]


def _zone_change(stored: dict[str, Any], becoming: dict[str, Any]) -> dict[str, Any]:
    """Return the time of a customer's state, where nobody chose another one."""
    former = time_zone(stored["state"] or "", stored["city"] or "")
    if stored["time_zone"] not in (None, former):
        return {}
    zone = time_zone(becoming["state"] or "", becoming["city"] or "")
    return {} if zone in (None, stored["time_zone"]) else {"time_zone": zone}


def _blanks(stored: dict[str, Any], given: dict[str, Any]) -> dict[str, Any]:
    """Return of what is given only what the customer lacks."""
    kept = {name: None if stored[name] else value for name, value in given.items()}
    if stored["tax_id"]:
        kept |= dict.fromkeys(_DOCUMENT)
    else:
        kept |= {name: given[name] for name in _DOCUMENT}
    return kept | {"company_id": None, "category": None}
