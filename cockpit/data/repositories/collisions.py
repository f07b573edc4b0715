"""Two people's contacts with a customer at about the same time, as notices and lists tell it."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, select

from cockpit.data.repositories.raw import in_chunks
from cockpit.data.repositories.shown_name import SHOWN_NAME
from cockpit.domain.collisions import Collision, Talk, ToldTalk, told_talks
from models import Contact, ContactCollision, Customer, Outcome, User

_NAMES = select(User.id, User.name)
_CUSTOMERS = select(Customer.id, SHOWN_NAME)
_TALKS = select(Contact.id, Contact.channel, Outcome.name).join(
    Outcome, Outcome.id == Contact.outcome_id
)
_PAIRS = select(ContactCollision.contact_id, ContactCollision.other_contact_id).order_by(
    ContactCollision.noted_at, ContactCollision.id
)
_SAID = select(Contact.id, User.name, Contact.occurred_at).join(User, User.id == Contact.user_id)


def collisions_of(
    connection: Connection, documents: Sequence[Mapping[str, Any]]
) -> list[Collision | None]:
    """Return the collisions of notices as their reader sees them; None where one is unreadable."""
    told: list[tuple[UUID, tuple[ToldTalk, ToldTalk]] | None] = []
    for stored in documents:
        try:
            told.append(told_talks(stored))
        except ValueError:
            told.append(None)
    known = [one for one in told if one is not None]
    talks = [talk for _, both in known for talk in both]
    names = dict(_found(connection, _NAMES, User.id, {one.user_id for one in talks}))
    customers = dict(_found(connection, _CUSTOMERS, Customer.id, {key for key, _ in known}))
    said = {
        key: (channel, outcome)
        for key, channel, outcome in _found(
            connection, _TALKS, Contact.id, {one.contact_id for one in talks}
        )
    }

    def talk(one: ToldTalk) -> Talk:
        name = names.get(one.user_id, "")
        return Talk(one.user_id, name, one.at, *said.get(one.contact_id, (None, "")))

    return [
        None
        if one is None
        else Collision(one[0], customers.get(one[0], ""), (talk(one[1][0]), talk(one[1][1])))
        for one in told
    ]


def colleagues_of(
    connection: Connection, contacts: Mapping[UUID, UUID]
) -> dict[UUID, tuple[tuple[str, datetime], ...]]:
    """Return who else talked with the customer at the time of contacts: name, and when.

    Args:
        connection: Where.
        contacts: The customer of each contact.
    """
    pairs: list[tuple[UUID, UUID]] = []
    whose = ContactCollision.customer_id
    for one, other in _found(connection, _PAIRS, whose, set(contacts.values())):
        pairs += [(one, other)] if one in contacts else []
        pairs += [(other, one)] if other in contacts else []
    said = {
        key: (name, at)
        for key, name, at in _found(connection, _SAID, Contact.id, {other for _, other in pairs})
    }
    found: dict[UUID, list[tuple[str, datetime]]] = defaultdict(list)
    for one, other in pairs:
        if other in said:
            found[one].append(said[other])
    return {key: tuple(talks) for key, talks in found.items()}


def _found(
    connection: Connection, chosen: Select[*tuple[Any, ...]], column: Any, keys: Collection[UUID]
) -> list[Any]:
    """Return the rows whose column is among some keys."""
    return [
        tuple(row)
        for chunk in in_chunks(sorted(keys))
        for row in connection.execute(chosen.where(column.in_(chunk)))
    ]
