"""Which campaigns run, and what they mean for their members: decided in one place.

A draft concerns nobody. Who is left alone, is so until the campaign is over; whoever is called for
it, is offered to those who call for it alone.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import BindParameter, ColumnElement, Connection, and_, func, or_, select

from cockpit.data.repositories.list_lights import Narrow
from cockpit.data.repositories.raw import fetch_columns, guids, in_chunks
from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.domain.vocabulary import CampaignArm
from models import Campaign, CampaignMember, CampaignOperator

_DAY = timedelta(days=1)
#: Whoever adds members to published campaigns does it alone.
_LOCK = 0x4769726F0005


@dataclass(frozen=True, slots=True)
class Membership:
    """What running campaigns mean for one customer and one viewer.

    Attributes:
        campaign: The name of the latest begun one.
        is_held_out: Whether one of them leaves the customer alone.
        others: The one that only others call for; empty where the viewer may call.
        until: When the customer is free of what bars them; None where nothing does, or where it
            has no end.
    """

    campaign: str
    is_held_out: bool = False
    others: str = ""
    until: datetime | None = None


class _Row(NamedTuple):
    """A member of a running campaign."""

    campaign_id: UUID
    name: str
    arm: str
    ends_on: date | None


def is_running(today: date | BindParameter[Any]) -> ColumnElement[bool]:
    """Return the condition that a campaign runs on a day."""
    return and_(
        Campaign.published_at.is_not(None),
        Campaign.ended_at.is_(None),
        Campaign.starts_on <= today,
        or_(Campaign.ends_on.is_(None), Campaign.ends_on >= today),
    )


def memberships(
    connection: Connection, narrow: Narrow, *, viewer_id: UUID, today: date
) -> dict[Any, Membership]:
    """Return what running campaigns mean for whoever is in one, by key as the driver has it."""
    statement = (
        select(
            CampaignMember.customer_id,
            CampaignMember.campaign_id,
            Campaign.name,
            CampaignMember.arm,
            Campaign.ends_on,
        )
        .join(Campaign, Campaign.id == CampaignMember.campaign_id)
        .where(is_running(today))
        .order_by(Campaign.starts_on, Campaign.id)
    )
    columns = fetch_columns(connection, narrow(statement, CampaignMember.customer_id))
    keys, campaigns, names, arms, ends = columns
    if not keys:
        return {}
    key_of = dict(zip(set(campaigns), guids(set(campaigns)), strict=True))
    callers = _callers(connection, key_of.values())
    whose: defaultdict[Any, list[_Row]] = defaultdict(list)
    for key, campaign, name, arm, last in zip(keys, campaigns, names, arms, ends, strict=True):
        ends_on = date.fromisoformat(last) if isinstance(last, str) else last
        whose[key].append(_Row(key_of[campaign], name, arm, ends_on))
    return {key: _membership(rows, callers, viewer_id) for key, rows in whose.items()}


def _callers(
    connection: Connection, campaign_ids: Iterable[UUID]
) -> Mapping[UUID, Collection[UUID]]:
    """Return who calls for campaigns; one for which everybody does is left out."""
    statement = select(CampaignOperator.campaign_id, CampaignOperator.user_id).where(
        CampaignOperator.campaign_id.in_(sorted(set(campaign_ids)))
    )
    found: defaultdict[UUID, set[UUID]] = defaultdict(set)
    for campaign_id, user_id in connection.execute(statement):
        found[campaign_id].add(user_id)
    return found


def _membership(
    rows: list[_Row], callers: Mapping[UUID, Collection[UUID]], viewer_id: UUID
) -> Membership:
    name = rows[-1].name
    aside = [one for one in rows if one.arm == CampaignArm.HOLD_OUT.value]
    if aside:
        return Membership(name, is_held_out=True, until=_until(aside))
    if any(viewer_id in callers.get(one.campaign_id, (viewer_id,)) for one in rows):
        return Membership(name)
    return Membership(name, others=name, until=_until(rows))


def _until(rows: list[_Row]) -> datetime | None:
    """Return when the last of some campaigns is over; None where one has no end."""
    days = [one.ends_on for one in rows]
    known = [one for one in days if one is not None]
    if len(known) < len(days):
        return None
    return datetime.combine(max(known) + _DAY, time(), tzinfo=DEFAULT_ZONE)


def add_alone(connection: Connection) -> None:
    """Wait until nobody else adds members, and do so alone until the transaction ends.

    A file has one writer at any time.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(_LOCK)))


def taken(
    connection: Connection,
    campaign_id: UUID,
    span: tuple[date, date | None],
    customer_ids: Collection[UUID],
    *,
    allows_overlap: bool,
) -> dict[UUID, str]:
    """Return who of some customers is in another campaign of the same days, with its name.

    Two campaigns share customers where both allow it; whom one leaves alone is no other's.
    """
    first, last = span
    statement = (
        select(CampaignMember.customer_id, Campaign.name)
        .join(Campaign, Campaign.id == CampaignMember.campaign_id)
        .where(
            Campaign.id != campaign_id,
            Campaign.published_at.is_not(None),
            Campaign.ended_at.is_(None),
            or_(Campaign.ends_on.is_(None), Campaign.ends_on >= first),
        )
        .order_by(Campaign.starts_on, Campaign.id)
    )
    if last is not None:
        statement = statement.where(Campaign.starts_on <= last)
    if allows_overlap:
        is_apart = or_(~Campaign.allows_overlap, CampaignMember.arm == CampaignArm.HOLD_OUT)
        statement = statement.where(is_apart)
    found: dict[UUID, str] = {}
    for chunk in in_chunks(customer_ids):
        rows = connection.execute(statement.where(CampaignMember.customer_id.in_(chunk)))
        found |= {row.customer_id: row.name for row in rows}
    return found
