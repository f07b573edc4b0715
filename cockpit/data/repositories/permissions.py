"""Which channels customers closed: "do not contact me" stops the call wherever it could begin."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, Connection, bindparam, select

from cockpit.domain.vocabulary import Channel
from models import ContactPermission

_KEYS: BindParameter[Any] = bindparam("keys", expanding=True)
_WISHES = (
    select(
        ContactPermission.customer_id,
        ContactPermission.channel,
        ContactPermission.is_forbidden,
    )
    .where(ContactPermission.person_id.is_(None))
    .order_by(ContactPermission.stated_at, ContactPermission.id)
)
_WISHES_OF_SOME = _WISHES.where(ContactPermission.customer_id.in_(_KEYS))


def forbidden_channels(
    connection: Connection, customer_ids: Sequence[UUID] | None = None
) -> dict[UUID, frozenset[Channel]]:
    """Return the closed channels of some or all customers; those without any are left out.

    Of a customer's wishes the later overrules the earlier, channel by channel; one without a
    channel is about all. Wishes about one person are that person's.
    """
    if customer_ids is None:
        wishes = connection.execute(_WISHES)
    else:
        wishes = connection.execute(_WISHES_OF_SOME, {"keys": customer_ids})
    closed: dict[UUID, frozenset[Channel]] = {}
    for customer_id, channel, is_forbidden in wishes:
        former = closed.get(customer_id, frozenset())
        closed[customer_id] = after_wish(former, channel, is_forbidden=is_forbidden)
    return {customer_id: channels for customer_id, channels in closed.items() if channels}


def after_wish(
    closed: frozenset[Channel], channel: Channel | None, *, is_forbidden: bool
) -> frozenset[Channel]:
    """Return the closed channels after one more wish; one without a channel is about all."""
    named = frozenset(Channel) if channel is None else frozenset({channel})
    return closed | named if is_forbidden else closed - named
