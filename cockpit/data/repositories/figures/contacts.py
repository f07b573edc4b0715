"""Contacts of some days as packed rows, and the orders that were taken in them."""

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, literal_column, select, type_coerce

from cockpit.data.repositories.figures.captured import CapturedReading
from cockpit.data.repositories.figures.corrections import Corrections, is_known
from cockpit.data.repositories.figures.packing import Piece, code, flag, instant, key, packed
from cockpit.data.repositories.known_then import KnownThen
from cockpit.domain.fact_columns import CHANNELS, ContactFacts
from cockpit.domain.vocabulary import ContactDirection
from models import Contact


def contact_facts(
    connection: Connection, since: datetime, until: datetime, known_at: datetime | None
) -> ContactFacts:
    """Return the contacts of a span, as they were known at an instant.

    Args:
        connection: An open transaction.
        since: The first instant.
        until: The first one after it.
        known_at: Leaves out what reached the database later; None for nothing.
    """
    corrections = Corrections.read(connection, known_at)
    at = looked_through(connection)
    is_inside = and_(at >= since, at < until)
    pieces = _pieces(is_server=connection.dialect.name != "sqlite")
    rows = packed(
        connection, pieces, select(Contact.id).where(is_inside, is_known(Contact, known_at))
    )
    then = None if known_at is None else KnownThen.at(connection, known_at)
    reading = CapturedReading(
        connection,
        is_inside,
        corrections,
        then if then is not None and then.differs else None,
    )
    return ContactFacts(
        rows=rows,
        dropped=corrections.dropped,
        corrected=corrections.corrected,
        first_loggers=corrections.first_loggers,
        beaten=reading.beaten(),
        named=reading.named(),
        sales=reading.sales(),
    )


def looked_through(connection: Connection) -> ColumnElement[datetime]:
    """Return the instant so that a file is read from end to end.

    A span of figures is a good part of all contacts. Each row found through an index takes six
    times as long as the next one in the file, and SQLite would go by people and instants besides.
    """
    if connection.dialect.name != "sqlite":
        return type_coerce(Contact.occurred_at, Contact.occurred_at.type)
    return type_coerce(literal_column("+contacts.occurred_at"), Contact.occurred_at.type)


def _pieces(*, is_server: bool) -> tuple[Piece, ...]:
    inbound = Contact.direction == ContactDirection.INBOUND
    return (
        key("contact", Contact.id, is_server=is_server, is_certain=True),
        key("customer", Contact.customer_id, is_server=is_server, is_certain=True),
        key("operator", Contact.user_id, is_server=is_server, is_certain=True),
        key("outcome", Contact.outcome_id, is_server=is_server, is_certain=True),
        key("campaign", Contact.campaign_id, is_server=is_server),
        instant("at", Contact.occurred_at, is_server=is_server),
        code("channel", Contact.channel, CHANNELS, is_server=is_server),
        flag("inbound", inbound, is_server=is_server),
        key("order", Contact.order_id, is_server=is_server),
    )
