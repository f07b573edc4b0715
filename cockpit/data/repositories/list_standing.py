"""Who may be offered, as the work list needs it: claims, rests, campaigns, objections, wishes.

Few customers have any of these, so each is a small query of its own. Customers are keyed as the
driver has them, save where a rule shared with others returns keys.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, func, or_, select

from cockpit.data.repositories.campaign_rules import Membership, memberships
from cockpit.data.repositories.list_lights import Narrow
from cockpit.data.repositories.permissions import forbidden_channels
from cockpit.data.repositories.person_wishes import dialled_instead
from cockpit.data.repositories.post_it_rules import raised
from cockpit.data.repositories.raw import fetch_columns, instants
from cockpit.domain.vocabulary import Channel, ClaimState, HoldKind, ObjectionState
from models import Claim, Objection, ObjectionKind, PortfolioEntry, QueueHold, User


@dataclass(frozen=True, slots=True)
class Standings:
    """What keeps customers back or brings them forward, by customer.

    Attributes:
        claims: Whom another user holds, by that user's name.
        packs: Whom another user took along to the field, by that user's name, and until when.
        carried: Whom the viewer took along, and until when.
        holds: Rests, and until when.
        campaigns: What running campaigns mean for their members.
        objections: The newest open or waiting objection by name.
        woken: Who has an objection whose condition came true.
        raised: Whom a post-it for the viewer raises, by author and words.
        forbidden: Who may not be called.
        instead: What is dialled in place of a first number whose owner wants no calls.
    """

    claims: dict[Any, str] = field(default_factory=dict)
    packs: dict[Any, tuple[str, datetime | None]] = field(default_factory=dict)
    carried: dict[Any, datetime | None] = field(default_factory=dict)
    holds: dict[Any, tuple[HoldKind, datetime | None]] = field(default_factory=dict)
    campaigns: dict[Any, Membership] = field(default_factory=dict)
    objections: dict[Any, str] = field(default_factory=dict)
    woken: Collection[Any] = frozenset()
    forbidden: Collection[UUID] = frozenset()
    instead: Mapping[UUID, str] = field(default_factory=dict)
    raised: Mapping[UUID, str] = field(default_factory=dict)


def read_standings(
    connection: Connection,
    narrow: Narrow,
    *,
    viewer_id: UUID,
    customer_ids: Collection[UUID] | None,
    today: date,
    at: datetime,
) -> Standings:
    """Read what decides who may be offered.

    Args:
        connection: Where.
        narrow: Whose; the same as ``customer_ids``.
        viewer_id: The user, whose own claims bar nobody.
        customer_ids: Whose; None for everybody's.
        today: The day that campaigns run on.
        at: The instant at which rests still last, and in a file leases.
    """
    objections, woken = _objections(connection, narrow)
    packs, carried = _packs(connection, narrow, viewer_id)
    return Standings(
        claims=_claims(connection, narrow, viewer_id, at),
        packs=packs,
        carried=carried,
        holds=_holds(connection, narrow, at),
        campaigns=memberships(connection, narrow, viewer_id=viewer_id, today=today),
        objections=objections,
        woken=woken,
        forbidden=_forbidden(connection, customer_ids),
        instead=dialled_instead(connection, customer_ids),
        raised=raised(
            connection, viewer_id=viewer_id, today=today, at=at, customer_ids=customer_ids
        ),
    )


def _claims(
    connection: Connection, narrow: Narrow, viewer_id: UUID, at: datetime
) -> dict[Any, str]:
    """Return who holds whom by the clock that leases live by: on a server its own."""
    is_server = connection.dialect.name == "postgresql"
    present = func.clock_timestamp() if is_server else at
    statement = (
        select(Claim.customer_id, User.name)
        .join(User, User.id == Claim.user_id)
        .where(
            Claim.state == ClaimState.ACTIVE,
            Claim.lease_until > present,
            Claim.user_id != viewer_id,
        )
    )
    keys, names = fetch_columns(connection, narrow(statement, Claim.customer_id))
    return dict(zip(keys, names, strict=True))


def _packs(
    connection: Connection, narrow: Narrow, viewer_id: UUID
) -> tuple[dict[Any, tuple[str, datetime | None]], dict[Any, datetime | None]]:
    """Return whom colleagues have along, and whom the viewer has.

    A server's clock tells until when. Whoever is in a laptop's file is its user's, and past their
    day as well, where nobody told it yet that they left.
    """
    is_server = connection.dialect.name == "postgresql"
    is_own = PortfolioEntry.user_id == viewer_id
    lasts = PortfolioEntry.expires_at > func.clock_timestamp()
    statement = (
        select(PortfolioEntry.customer_id, User.name, PortfolioEntry.expires_at, is_own)
        .join(User, User.id == PortfolioEntry.user_id)
        .where(
            PortfolioEntry.is_pack,
            PortfolioEntry.left_at.is_(None),
            lasts if is_server else is_own,
        )
    )
    keys, names, ends, own = fetch_columns(
        connection, narrow(statement, PortfolioEntry.customer_id)
    )
    found = list(zip(keys, names, instants(ends), own, strict=True))
    return (
        {key: (name, until) for key, name, until, is_mine in found if not is_mine},
        {key: until for key, _, until, is_mine in found if is_mine},
    )


def _holds(
    connection: Connection, narrow: Narrow, at: datetime
) -> dict[Any, tuple[HoldKind, datetime | None]]:
    statement = select(QueueHold.customer_id, QueueHold.kind, QueueHold.until_at).where(
        or_(QueueHold.until_at.is_(None), QueueHold.until_at > at)
    )
    keys, kinds, until = fetch_columns(connection, narrow(statement, QueueHold.customer_id))
    return dict(zip(keys, zip(map(HoldKind, kinds), instants(until), strict=True), strict=True))


def _objections(connection: Connection, narrow: Narrow) -> tuple[dict[Any, str], set[Any]]:
    statement = (
        select(Objection.customer_id, ObjectionKind.name, Objection.state, Objection.woken_at)
        .join(ObjectionKind, ObjectionKind.id == Objection.kind_id)
        .where(Objection.state.in_((ObjectionState.OPEN, ObjectionState.WAITING)))
        .order_by(Objection.opened_at, Objection.id)
    )
    keys, names, states, woken_at = fetch_columns(
        connection, narrow(statement, Objection.customer_id)
    )
    opened = ObjectionState.OPEN.value
    woken = {
        key
        for key, state, at in zip(keys, states, woken_at, strict=True)
        if state == opened and at is not None
    }
    return dict(zip(keys, names, strict=True)), woken


def _forbidden(connection: Connection, customer_ids: Collection[UUID] | None) -> set[UUID]:
    wanted = None if customer_ids is None else sorted(customer_ids)
    closed = forbidden_channels(connection, wanted)
    return {key for key, channels in closed.items() if Channel.PHONE in channels}
