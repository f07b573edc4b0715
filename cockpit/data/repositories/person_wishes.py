"""What single persons closed of themselves: their number and address are theirs alone."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, func, select

from cockpit.data.repositories.permissions import after_wish, forbidden_channels
from cockpit.domain import formats
from cockpit.domain.vocabulary import Channel
from models import ContactPermission, Phone

#: Closed channels by customer and person; a number may be nobody's, who closed nothing.
PersonWishes = dict[UUID, dict[UUID | None, frozenset[Channel]]]

_WISHES = (
    select(
        ContactPermission.customer_id,
        ContactPermission.person_id,
        ContactPermission.channel,
        ContactPermission.is_forbidden,
    )
    .where(ContactPermission.person_id.is_not(None))
    .order_by(ContactPermission.stated_at, ContactPermission.id)
)
_NUMBERS = select(
    Phone.customer_id,
    Phone.person_id,
    Phone.is_primary,
    func.coalesce(Phone.e164, "").label("e164"),
    func.coalesce(Phone.raw, "").label("raw"),
).order_by(Phone.customer_id, Phone.is_primary.desc(), Phone.id)


def closed_by_persons(
    connection: Connection, customer_ids: Collection[UUID] | None = None
) -> PersonWishes:
    """Return the channels that persons of some or all customers closed; the later wish rules.

    What the customer closed is not among them.
    """
    found: PersonWishes = {}
    wishes = _WISHES.where(*_of(ContactPermission, customer_ids))
    for customer_id, person_id, channel, is_forbidden in connection.execute(wishes):
        closed = found.setdefault(customer_id, {})
        former = closed.get(person_id, frozenset())
        closed[person_id] = after_wish(former, channel, is_forbidden=is_forbidden)
    return found


def closed_by_anybody(
    connection: Connection, customer_ids: Collection[UUID] | None = None
) -> dict[UUID, frozenset[Channel]]:
    """Return what the customers or any person there closed.

    It holds back what is said of the past: a name or an address that is whose, nobody knows.
    """
    wanted = None if customer_ids is None else list(customer_ids)
    found = forbidden_channels(connection, wanted)
    for customer_id, closed in closed_by_persons(connection, customer_ids).items():
        found[customer_id] = found.get(customer_id, frozenset()).union(*closed.values())
    return found


def dialled_instead(
    connection: Connection, customer_ids: Collection[UUID] | None = None
) -> dict[UUID, str]:
    """Return whose first number is a person's who wants no calls, and what is dialled instead.

    That is the next number of the customer that is open, or an empty text where none is.
    """
    silent = {
        person_id
        for closed in closed_by_persons(connection, customer_ids).values()
        for person_id, channels in closed.items()
        if Channel.PHONE in channels
    }
    if not silent:
        return {}
    concerned = select(ContactPermission.customer_id).where(
        ContactPermission.person_id.is_not(None)
    )
    numbers = _NUMBERS.where(Phone.customer_id.in_(concerned), *_of(Phone, customer_ids))
    found: dict[UUID, str] = {}
    for row in connection.execute(numbers):
        if row.person_id in silent:
            if row.is_primary:
                found[row.customer_id] = ""
        elif found.get(row.customer_id) == "":
            found[row.customer_id] = formats.phone(row.e164) if row.e164 else row.raw
    return found


def _of(entity: Any, customer_ids: Collection[UUID] | None) -> tuple[ColumnElement[bool], ...]:
    """Return the condition that a row is one of the customers'; none for all of them."""
    return () if customer_ids is None else (entity.customer_id.in_(customer_ids),)
