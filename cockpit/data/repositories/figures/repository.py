"""The facts that figures are made of."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, exists, select

from cockpit.data.repositories.changes import TopicBits, seen_until
from cockpit.data.repositories.figures import small
from cockpit.data.repositories.figures.contacts import contact_facts
from cockpit.data.repositories.figures.packing import key, packed
from cockpit.data.repositories.raw import fetch_columns, guids, in_chunks
from cockpit.domain.changes import Topic
from cockpit.domain.fact_columns import (
    ContactFacts,
    FactNames,
    Packed,
)
from cockpit.domain.objection_figures import OpenQuote
from cockpit.services.ports import CurrentUser
from models import Customer, CustomerChange, CustomerMetric

#: What figures depend on.
_TOPICS = (Topic.CONTACTS, Topic.ORDERS, Topic.CUSTOMERS, Topic.REFERENCE, Topic.SETTINGS)
#: To look so many customers up takes longer than to read everybody.
_MANY = 30_000
_BITS = sum(TopicBits[topic] for topic in _TOPICS)


class SqlFigureRepository:
    """Implements ``FigureRepository`` of ``cockpit.services.ports.indicators``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def state(self) -> int:
        """Return the number up to which whatever is read now is complete."""
        return seen_until(self._connection)

    def has_changed(self, since: int) -> bool:
        """Return whether anything that figures depend on was committed after a number."""
        is_later = exists().where(
            CustomerChange.feed_xid > since, CustomerChange.topics.op("&")(_BITS) != 0
        )
        return bool(self._connection.execute(select(is_later)).scalar())

    def names(self, *, viewer: CurrentUser) -> FactNames:
        """Return the small tables that facts refer to, and whose figures the viewer may see."""
        return small.names(self._connection, viewer)

    def customers(self) -> Packed:
        """Return everybody whom the viewer sees, with what they are cut by."""
        on = self._connection.dialect.name != "sqlite"
        pieces = (
            key("customer", Customer.id, is_server=on),
            key("seller", Customer.owner_id, is_server=on),
            key("region", Customer.region_id, is_server=on),
            key("segment", Customer.segment_id, is_server=on),
            key("company", Customer.company_id, is_server=on),
        )
        return packed(self._connection, pieces, select(Customer.id))

    def contacts(
        self, since: datetime, until: datetime, *, known_at: datetime | None = None
    ) -> ContactFacts:
        """Return the contacts of a span in their last corrected form, with captured orders."""
        return contact_facts(self._connection, since, until, known_at)

    def objections(self, since: datetime, until: datetime) -> Packed:
        """Return the objections that were raised in a span."""
        return small.objections(self._connection, since, until)

    def arguments(self, since: datetime, until: datetime) -> Packed:
        """Return the arguments that were used in contacts of a span."""
        return small.arguments(self._connection, since, until)

    def open_quotes(self, day: date, zone: ZoneInfo) -> list[OpenQuote]:
        """Return the quotes that are open and had been made by a day, most money first."""
        return small.open_quotes(self._connection, day, zone)

    def values(self, customer_ids: Sequence[UUID]) -> dict[UUID, int]:
        """Return what customers bought in 12 months, in cents."""
        everybody = select(CustomerMetric.customer_id, CustomerMetric.value_12m_cents)
        statements = [everybody]
        if len(customer_ids) < _MANY:
            chunks = in_chunks(customer_ids)
            statements = [everybody.where(CustomerMetric.customer_id.in_(one)) for one in chunks]
        found: dict[UUID, int] = {}
        for statement in statements:
            keys, cents = fetch_columns(self._connection, statement)
            found.update(zip(guids(keys), (one or 0 for one in cents), strict=True))
        return found
