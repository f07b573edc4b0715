"""Storing the conversations that another system recorded.

They are facts like any contact, made by a device of their own: the import. So its numbers are its
own, and undoing it leaves no gap in those of a real device. Only the contact is stored: it closes
no next contact, raises no reminder and claims no status for its day.
"""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select

from cockpit.data.facts import FactWriter
from cockpit.data.imports.contact_words import ContactWords
from cockpit.data.imports.directory import Buyer
from cockpit.data.imports.memory import RunMemory
from cockpit.data.imports.stored import Stored, Written
from cockpit.data.repositories.raw import in_chunks
from cockpit.domain.import_records import PastContactRecord
from cockpit.domain.plain_text import plain
from cockpit.domain.vocabulary import Channel, ContactDirection, RowVerdict
from models import Contact
from models.types import utc_now

_NAMESPACE = UUID("4b8f0a5e-6a0c-4f6b-9d3b-2c9f6d6c1a77")
_NO_SELLER = "Não informado"


class ContactStore:
    """Stores the past contacts of one batch; the same words of the same instant are one contact."""

    def __init__(self, connection: Connection, memory: RunMemory, import_id: UUID | None) -> None:
        self._connection = connection
        self._memory = memory
        self._import_id = import_id
        self._words = ContactWords(connection, memory)
        self._known: dict[UUID, None] = memory.rows(Contact.__tablename__)
        self._new: list[dict[str, Any]] = []

    def store(self, lines: Sequence[tuple[int, PastContactRecord]]) -> list[Stored]:
        """Store records in their order; an unknown customer's are rejected."""
        self._memory.customers.load({record.customer for _, record in lines})
        owned = [(number, record, self._owner(record)) for number, record in lines]
        keys = {number: _key(record, buyer) for number, record, buyer in owned if buyer}
        for chunk in in_chunks(keys.values()):
            stored = self._connection.execute(select(Contact.id).where(Contact.id.in_(chunk)))
            self._known.update(dict.fromkeys(stored.scalars()))
        results = [
            self._take(number, record, buyer, keys.get(number)) for number, record, buyer in owned
        ]
        self._write()
        return results

    def _owner(self, record: PastContactRecord) -> Buyer | None:
        named = self._memory.names.company(record.company)
        return self._memory.customers.find(record.customer, named)

    def _take(
        self, number: int, record: PastContactRecord, buyer: Buyer | None, key: UUID | None
    ) -> Stored:
        if buyer is None or key is None:
            unknown = self._memory.customers.missing(record.customer)
            return Stored(number, RowVerdict.REJECTED, (unknown,))
        if key in self._known:
            return Stored(number, RowVerdict.UNCHANGED)
        self._known[key] = None
        self._new.append(self._content(key, record, buyer))
        written = (Written(Contact.__tablename__, key, None),)
        return Stored(number, RowVerdict.NEW, written=written, touched=(buyer.key,))

    def _content(self, key: UUID, record: PastContactRecord, buyer: Buyer) -> dict[str, Any]:
        names = self._memory.names
        named = names.company(record.company)
        zone = ZoneInfo(names.time_zone(named or buyer.company_id))
        return {
            "id": key,
            "customer_id": buyer.key,
            "person_name": record.person_name or None,
            "user_id": names.seller(record.seller) or names.seller(_NO_SELLER),
            "occurred_at": _instant(record.occurred_at, zone),
            "channel": Channel.PHONE,
            "direction": ContactDirection.OUTBOUND,
            "outcome_id": self._words.outcome(record.outcome),
            "reason_id": self._words.reason(record.reason),
            "campaign_id": self._words.campaign(record.campaign, record.occurred_at.date()),
            "note": record.note or None,
        }

    def _write(self) -> None:
        if self._import_id is None:
            return
        facts = FactWriter(self._connection)
        facts.add_all(Contact, self._new, device_id=self._import_id, at=utc_now())


def _instant(local: datetime, zone: ZoneInfo) -> datetime:
    return local.replace(tzinfo=zone).astimezone(UTC)


def _key(record: PastContactRecord, buyer: Buyer) -> UUID:
    """Return the key of a contact, made of all that is said of it."""
    said = (
        str(buyer.key),
        record.occurred_at.isoformat(),
        plain(record.seller),
        plain(record.person_name),
        plain(record.outcome),
        plain(record.reason),
        plain(record.campaign),
        record.note,
    )
    return uuid5(_NAMESPACE, json.dumps(said))
