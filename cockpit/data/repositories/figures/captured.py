"""The orders that were taken in contacts: those that a contact names, and those soon after a sale.

The ERP's documents come later than the call, and few contacts name theirs. So documents that no
contact names are read of the days after a sale; which of them a contact gets is told in columns.
"""

import struct
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, and_, func, literal_column, select
from sqlalchemy import Date as SqlDate
from sqlalchemy import cast as sql_cast
from sqlalchemy.orm import aliased

from cockpit.data.repositories.figures.corrections import Corrections
from cockpit.data.repositories.figures.packing import day, key, number, packed
from cockpit.data.repositories.known_then import KnownThen
from cockpit.data.repositories.raw import raw_guid
from cockpit.domain.contact_figures import CAPTURED_WITHIN_DAYS
from cockpit.domain.fact_columns import Packed, PackedField
from cockpit.domain.vocabulary import OrderKind, QueueEffect
from models import Contact, Order, Outcome

_LATER = aliased(Contact)
_NAMING = aliased(Contact)
_NAMED = struct.Struct(">16s16siq")
_SALES = struct.Struct(">16siq")
_EPOCH = date(2000, 1, 1).toordinal()
#: Customer, day and net cents.
_Document = tuple[UUID, date, int]


@dataclass(frozen=True, slots=True)
class CapturedReading:
    """Reads documents of orders as they were known.

    Attributes:
        connection: An open transaction.
        is_meant: Which contacts: those of some days.
        corrections: Which contacts count at all, of whatever day.
        then: What later imports did to the order book; None where everything counts as known.
    """

    connection: Connection
    is_meant: ColumnElement[bool]
    corrections: Corrections
    then: KnownThen | None

    def beaten(self) -> tuple[UUID, ...]:
        """Return contacts that name a document which a later contact names too.

        Looked up beforehand: few documents are named twice, and an engine that knows most contacts
        to name none would walk through all of them for each.
        """
        twice = (
            select(_NAMING.order_id)
            .where(_NAMING.order_id.is_not(None))
            .group_by(_NAMING.order_id)
            .having(func.count() > 1)
        )
        statement = (
            select(_LATER.order_id, _LATER.occurred_at, _LATER.id)
            .where(_LATER.order_id.in_(twice), self.corrections.counts(_LATER))
            .order_by(_LATER.order_id, _LATER.occurred_at, _LATER.id)
        )
        rows = self.connection.execute(statement).all()
        last = {row.order_id: row.id for row in rows}
        return tuple(row.id for row in rows if last[row.order_id] != row.id)

    def named(self) -> Packed:
        """Return the sales' documents that contacts name."""
        naming = select(_NAMING.order_id).where(
            _NAMING.order_id.is_not(None), self.corrections.counts(_NAMING)
        )
        statement = select(Order.id).where(Order.id.in_(naming))
        if self.then is None:
            on = self.connection.dialect.name != "sqlite"
            pieces = (
                key("order", Order.id, is_server=on, is_certain=True),
                key("customer", Order.customer_id, is_server=on, is_certain=True),
                day("day", Order.ordered_on, is_server=on),
                number("cents", Order.net_cents, is_server=on),
            )
            return packed(self.connection, pieces, statement.where(Order.kind == OrderKind.SALE))
        columns = (
            Order.id, Order.customer_id, Order.ordered_on, Order.net_cents, Order.kind
        )  # fmt: skip
        rows = self.connection.execute(statement.with_only_columns(*columns))
        found = []
        for order_id, *document in rows:
            was = self._as_it_was(order_id, document)
            if was is not None:
                found.append((order_id, *was))
        return packed_named(found)

    def sales(self) -> Packed:
        """Return the documents of the days after sales without one."""
        meant, soon_after = self._sales_meant()
        if self.then is None:
            is_server = self.connection.dialect.name != "sqlite"
            pieces = (
                key("contact", Contact.id, is_server=is_server, is_certain=True),
                key("customer", Order.customer_id, is_server=is_server, is_certain=True),
                day("day", Order.ordered_on, is_server=is_server),
                number("cents", Order.net_cents, is_server=is_server),
            )
            of_each = select(Order.id).where(soon_after).correlate(Contact)
            selling = select(Contact.id).where(meant)
            return packed(self.connection, pieces, selling, of_each=of_each)
        candidates = select(Order.id).select_from(Contact).join(Order, soon_after).where(meant)
        columns = (Order.id, Order.customer_id, Order.ordered_on, Order.net_cents)
        rows = self.connection.execute(candidates.with_only_columns(*columns).distinct())
        kept = [
            (customer_id, on, cents)
            for order_id, customer_id, on, cents in rows
            if not self._differs(order_id)
        ]
        return packed_sales([*kept, *self._former_sales()])

    def _sales_meant(self) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
        """Return which contacts are sales that name no document, and which ones come soon after.

        All that is wanted of them stands in the index by customer and day. Sales that somebody
        corrected bring theirs as well: nobody looks for documents there.
        """
        first: ColumnElement[Any]
        last: ColumnElement[Any]
        if self.connection.dialect.name == "sqlite":
            first = func.date(Contact.occurred_at, "-1 day")
            last = func.date(Contact.occurred_at, f"+{CAPTURED_WITHIN_DAYS + 1} days")
            is_nameless = literal_column("+contacts.order_id").is_(None)
        else:
            on = sql_cast(func.timezone("UTC", Contact.occurred_at), SqlDate)
            first, last = on - 1, on + (CAPTURED_WITHIN_DAYS + 1)
            is_nameless = Contact.order_id.is_(None)
        selling = select(Outcome.id).where(Outcome.queue_effect == QueueEffect.SALE)
        return and_(self.is_meant, is_nameless, Contact.outcome_id.in_(selling)), and_(
            Order.customer_id == Contact.customer_id,
            Order.kind == OrderKind.SALE,
            Order.ordered_on >= first,
            Order.ordered_on <= last,
        )

    def _differs(self, order_id: UUID) -> bool:
        if self.then is None:
            return False
        raw = raw_guid(self.connection, order_id)
        return raw in self.then.later or raw in self.then.before

    def _as_it_was(self, order_id: UUID, document: Sequence[Any]) -> _Document | None:
        """Return a document as it was known; None where it was no sale yet.

        Args:
            order_id: Which.
            document: Customer, day, cents and kind of today.
        """
        customer_id, on, cents, kind = document
        raw = raw_guid(self.connection, order_id)
        if self.then is not None and raw in self.then.later:
            return None
        was = None if self.then is None else self.then.before.get(raw)
        if was is not None:
            return _former(was)
        return (customer_id, on, cents) if kind is OrderKind.SALE else None

    def _former_sales(self) -> Iterable[_Document]:
        """Yield documents as they were before later imports."""
        for was in () if self.then is None else self.then.before.values():
            former = _former(was)
            if former is not None:
                yield former


def _former(was: Mapping[str, Any]) -> _Document | None:
    """Return what a document was; None where it was no sale."""
    if was["kind"] != OrderKind.SALE.value:
        return None
    return UUID(was["customer_id"]), date.fromisoformat(was["ordered_on"]), was["net_cents"]


def packed_named(rows: Sequence[tuple[UUID, UUID, date, int]]) -> Packed:
    """Return documents, customers, days and net cents as rows of one width."""
    data = b"".join(
        _NAMED.pack(order.bytes, customer.bytes, on.toordinal() - _EPOCH, cents)
        for order, customer, on, cents in rows
    )
    fields = {
        "order": PackedField(0, "key"),
        "customer": PackedField(16, "key"),
        "day": PackedField(32, "days"),
        "cents": PackedField(36, "number"),
    }
    return Packed(data, len(rows), _NAMED.size, fields)


def packed_sales(rows: Sequence[_Document]) -> Packed:
    """Return customers, days and net cents as rows of one width."""
    data = b"".join(
        _SALES.pack(customer.bytes, on.toordinal() - _EPOCH, cents) for customer, on, cents in rows
    )
    fields = {
        "customer": PackedField(0, "key"),
        "day": PackedField(16, "days"),
        "cents": PackedField(20, "number"),
    }
    return Packed(data, len(rows), _SALES.size, fields)
