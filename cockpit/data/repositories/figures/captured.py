"""The orders that were taken in contacts: those that a contact names, and those soon after a sale.

The ERP's documents come later than the call, and few contacts name theirs. So documents that no
contact names are read of the days after a sale; which of them a contact gets is told in columns.
"""

import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Select, func, select
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

#: A local day is not the UTC day of its instants.
_MARGIN = timedelta(days=1)
_LATER = aliased(Contact)
_NAMING = aliased(Contact)
_CAPTURED = struct.Struct(">16sq")
_SALES = struct.Struct(">16siq")
_EPOCH = date(2000, 1, 1).toordinal()


@dataclass(frozen=True, slots=True)
class CapturedReading:
    """Reads documents of orders as they were known.

    Attributes:
        connection: An open transaction.
        is_meant: Which contacts: those of some days, in the form that counts.
        corrections: Which contacts count at all, of whatever day.
        then: What later imports did to the order book; None where everything counts as known.
    """

    connection: Connection
    is_meant: ColumnElement[bool]
    corrections: Corrections
    then: KnownThen | None

    def captured(self) -> Packed:
        """Return the net cents of the documents that contacts name, by contact."""
        statement = (
            select(Contact.id)
            .join(Order, Order.id == Contact.order_id)
            .where(self.is_meant, self._has_its_order())
        )
        if self.then is None:
            on = self.connection.dialect.name != "sqlite"
            pieces = (
                key("contact", Contact.id, is_server=on),
                number("cents", Order.net_cents, is_server=on),
            )
            sales = statement.where(Order.kind == OrderKind.SALE)
            return packed(self.connection, pieces, sales)
        columns = (Contact.id, Order.id, Order.net_cents, Order.kind)
        rows = self.connection.execute(statement.with_only_columns(*columns))
        found = []
        for contact_id, order_id, cents, kind in rows:
            was = self._as_it_was(order_id, cents, kind)
            if was is not None:
                found.append((contact_id, was))
        return packed_captured(found)

    def sales(self) -> Packed:
        """Return the documents that no contact names, of the days after sales without one."""
        ordered = select(Order.id).where(
            Order.kind == OrderKind.SALE,
            Order.id.in_(self._candidates()),
            Order.id.not_in(
                select(_NAMING.order_id).where(
                    _NAMING.order_id.is_not(None), self.corrections.counts(_NAMING)
                )
            ),
        )
        if self.then is None:
            on = self.connection.dialect.name != "sqlite"
            pieces = (
                key("customer", Order.customer_id, is_server=on),
                day("day", Order.ordered_on, is_server=on),
                number("cents", Order.net_cents, is_server=on),
            )
            return packed(self.connection, pieces, ordered)
        columns = (Order.id, Order.customer_id, Order.ordered_on, Order.net_cents)
        rows = self.connection.execute(ordered.with_only_columns(*columns)).all()
        kept = [
            (row.customer_id, row.ordered_on, row.net_cents)
            for row in rows
            if not self._differs(row.id)
        ]
        return packed_sales([*kept, *self._former_sales()])

    def _has_its_order(self) -> ColumnElement[bool]:
        """Return whether no later contact names the same document.

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
        beaten = [row.id for row in rows if last[row.order_id] != row.id]
        return Contact.id.not_in(beaten)

    def _candidates(self) -> Select[UUID]:
        """Return the documents of the days after sales whose contact names none."""
        first: ColumnElement[Any]
        last: ColumnElement[Any]
        if self.connection.dialect.name == "sqlite":
            first = func.date(Contact.occurred_at, "-1 day")
            last = func.date(Contact.occurred_at, f"+{CAPTURED_WITHIN_DAYS + 1} days")
        else:
            on = sql_cast(func.timezone("UTC", Contact.occurred_at), SqlDate)
            first, last = on - 1, on + (CAPTURED_WITHIN_DAYS + 1)
        return (
            select(Order.id)
            .select_from(Contact)
            .join(Outcome, Outcome.id == Contact.outcome_id)
            .join(Order, Order.customer_id == Contact.customer_id)
            .where(
                self.is_meant,
                Contact.order_id.is_(None),
                Outcome.queue_effect == QueueEffect.SALE,
                Order.ordered_on >= first,
                Order.ordered_on <= last,
            )
        )

    def _differs(self, order_id: UUID) -> bool:
        if self.then is None:
            return False
        raw = raw_guid(self.connection, order_id)
        return raw in self.then.later or raw in self.then.before

    def _as_it_was(self, order_id: UUID, cents: int, kind: OrderKind) -> int | None:
        """Return a document's cents as they were known; None where it was no sale yet."""
        raw = raw_guid(self.connection, order_id)
        if self.then is not None and raw in self.then.later:
            return None
        was = None if self.then is None else self.then.before.get(raw)
        if was is not None:
            cents, kind = was["net_cents"], OrderKind(was["kind"])
        return cents if kind is OrderKind.SALE else None

    def _former_sales(self) -> Iterable[tuple[UUID, date, int]]:
        """Yield documents as they were before later imports; no contact names them."""
        if self.then is None or not self.then.before:
            return
        named = set(self.connection.execute(_NAMED).scalars())
        for raw, was in self.then.before.items():
            order_id = UUID(bytes=raw) if isinstance(raw, bytes) else raw
            if was["kind"] == OrderKind.SALE.value and order_id not in named:
                on = date.fromisoformat(was["ordered_on"])
                yield UUID(was["customer_id"]), on, was["net_cents"]


_NAMED = select(Contact.order_id).where(Contact.order_id.is_not(None)).distinct()


def packed_captured(rows: Sequence[tuple[UUID, int]]) -> Packed:
    """Return contacts and net cents as rows of one width."""
    data = b"".join(_CAPTURED.pack(contact.bytes, cents) for contact, cents in rows)
    fields = {"contact": PackedField(0, "key"), "cents": PackedField(16, "number")}
    return Packed(data, len(rows), _CAPTURED.size, fields)


def packed_sales(rows: Sequence[tuple[UUID, date, int]]) -> Packed:
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
