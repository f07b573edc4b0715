"""What a change of the rules would meet: places, last contacts, offers in writing, rests."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, func, or_, select
from sqlalchemy.orm import aliased

from cockpit.domain.cadence import CadenceSubject
from cockpit.domain.calling_window import Place, Wishes, zone_of
from cockpit.domain.contact import Outcome
from cockpit.domain.rule_facts import LastContact, WrittenOffer
from cockpit.domain.vocabulary import CampaignArm, LifecycleStatus, ObjectionState
from models import (
    Campaign,
    CampaignMember,
    Contact,
    Customer,
    CustomerMetric,
    Objection,
    PitchNote,
    QueueHold,
    User,
)
from models import Outcome as OutcomeRow

_CORRECTION = aliased(Contact)


def is_amended(contact_id: Any) -> ColumnElement[bool]:
    """Return the condition that a contact has been corrected by another."""
    return exists().where(_CORRECTION.amends_id == contact_id)


def places(connection: Connection) -> Sequence[tuple[UUID, Place, Wishes]]:
    """Return where customers are and when they like to be called."""
    rows = connection.execute(
        select(
            Customer.id,
            func.coalesce(Customer.state, ""),
            func.coalesce(Customer.city, ""),
            func.coalesce(Customer.time_zone, ""),
            Customer.preferred_from_minute,
            Customer.preferred_until_minute,
            Customer.preferred_weekdays,
        )
    )
    known: dict[tuple[Any, ...], tuple[Place, Wishes]] = {}
    found = []
    for key, state, city, zone, first, until, weekdays in rows:
        kept = (state, city, zone, first, until, weekdays)
        if kept not in known:
            known[kept] = Place(state, city, zone_of(state, zone)), Wishes(first, until, weekdays)
        found.append((key, *known[kept]))
    return found


def last_contacts(
    connection: Connection, *, since: datetime, today: date, limit: int
) -> Sequence[LastContact]:
    """Return the latest contact of each customer, the newest first, corrections applied."""
    campaigns = _campaigns(connection, today)
    return [
        LastContact(
            customer_id, contact_id, at, Outcome(*said), channel, direction,
            CadenceSubject(
                status or LifecycleStatus.PROSPECT, segment_id, frozenset(campaigns[customer_id])
            ),
        )
        for customer_id, contact_id, at, channel, direction, *said, status, segment_id
        in connection.execute(_latest(since, limit))
    ]  # fmt: skip


def _latest(since: datetime, limit: int) -> Select[*tuple[Any, ...]]:
    """Return the statement for each customer's latest contact: what it was, and of whom."""
    rank = func.row_number().over(
        partition_by=Contact.customer_id,
        order_by=(Contact.occurred_at.desc(), Contact.recorded_at.desc(), Contact.id.desc()),
    )
    ranked = (
        select(Contact.id, rank.label("place"))
        .where(Contact.occurred_at >= since, ~is_amended(Contact.id))
        .subquery()
    )
    outcome = OutcomeRow
    return (
        select(
            Contact.customer_id, Contact.id.label("contact_id"), Contact.occurred_at,
            Contact.channel, Contact.direction,
            outcome.id, outcome.code, outcome.name, outcome.queue_effect, outcome.wait_minutes,
            outcome.is_reached, outcome.needs_reason, outcome.needs_date, outcome.needs_objection,
            outcome.is_request,
            CustomerMetric.status, Customer.segment_id,
        )
        .join(ranked, and_(ranked.c.id == Contact.id, ranked.c.place == 1))
        .join(outcome, outcome.id == Contact.outcome_id)
        .join(Customer, Customer.id == Contact.customer_id)
        .outerjoin(CustomerMetric, CustomerMetric.customer_id == Contact.customer_id)
        .order_by(Contact.occurred_at.desc(), Contact.id)
        .limit(limit)
    )  # fmt: skip


def written_offers(connection: Connection, *, since: datetime) -> Sequence[WrittenOffer]:
    """Return the latest pitch note of each customer that says what to offer."""
    rank = func.row_number().over(
        partition_by=PitchNote.customer_id,
        order_by=(PitchNote.written_at.desc(), PitchNote.id.desc()),
    )
    ranked = select(
        PitchNote.customer_id, PitchNote.author_id, PitchNote.offer, PitchNote.written_at,
        rank.label("place"),
    ).subquery()  # fmt: skip
    rows = connection.execute(
        select(ranked.c.customer_id, User.role, ranked.c.offer)
        .join(User, User.id == ranked.c.author_id)
        .where(ranked.c.place == 1, ranked.c.offer.is_not(None), ranked.c.written_at >= since)
        .order_by(ranked.c.written_at.desc())
    )
    return [WrittenOffer(*row) for row in rows]


def resting_by(
    connection: Connection, outcome_ids: Collection[UUID], *, now: datetime
) -> Mapping[str, list[UUID]]:
    """Return who rests now after such an outcome, by the outcome's key as text."""
    rank = func.row_number().over(
        partition_by=Contact.customer_id,
        order_by=(Contact.occurred_at.desc(), Contact.recorded_at.desc(), Contact.id.desc()),
    )
    ranked = (
        select(Contact.customer_id, Contact.outcome_id, rank.label("place"))
        .join(QueueHold, QueueHold.customer_id == Contact.customer_id)
        .where(or_(QueueHold.until_at.is_(None), QueueHold.until_at > now), ~is_amended(Contact.id))
        .subquery()
    )
    rows = connection.execute(
        select(ranked.c.outcome_id, ranked.c.customer_id)
        .where(ranked.c.place == 1, ranked.c.outcome_id.in_(outcome_ids))
        .order_by(ranked.c.customer_id)
    )
    found: dict[str, list[UUID]] = defaultdict(list)
    for outcome_id, customer_id in rows:
        found[str(outcome_id)].append(customer_id)
    return found


def with_open_objection(connection: Connection, kind_ids: Collection[UUID]) -> list[UUID]:
    """Return who has an open or waiting objection of these kinds."""
    rows = connection.execute(
        select(Objection.customer_id)
        .where(
            Objection.kind_id.in_(kind_ids),
            Objection.state.in_((ObjectionState.OPEN, ObjectionState.WAITING)),
        )
        .distinct()
        .order_by(Objection.customer_id)
    )
    return list(rows.scalars())


def _campaigns(connection: Connection, today: date) -> dict[UUID, set[UUID]]:
    """Return the campaigns that each customer is worked in on a day."""
    rows = connection.execute(
        select(CampaignMember.customer_id, CampaignMember.campaign_id)
        .join(Campaign, Campaign.id == CampaignMember.campaign_id)
        .where(
            CampaignMember.arm == CampaignArm.TREATED,
            Campaign.starts_on <= today,
            or_(Campaign.ends_on.is_(None), Campaign.ends_on >= today),
        )
    )
    found: dict[UUID, set[UUID]] = defaultdict(set)
    for customer_id, campaign_id in rows:
        found[customer_id].add(campaign_id)
    return found
