"""Objections and arguments as packed rows; quotes and names, few enough to be lists."""

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, func, select
from sqlalchemy.orm import aliased

from cockpit.data.repositories.figures.packing import Piece, answer, code, instant, key, packed
from cockpit.data.repositories.shown_name import SHOWN_NAME
from cockpit.domain.fact_columns import (
    CHANNELS,
    STATES,
    FactNames,
    OutcomeFlags,
    Packed,
    Person,
)
from cockpit.domain.indicators import Cut, CutName
from cockpit.domain.objection_figures import OpenQuote
from cockpit.domain.plain_text import plain
from cockpit.domain.vocabulary import QueueEffect, QuoteState, Role
from cockpit.services.ports import CurrentUser
from models import (
    ArgumentUse,
    Campaign,
    Company,
    Contact,
    CounterArgument,
    Customer,
    Objection,
    ObjectionKind,
    Outcome,
    Quote,
    Region,
    Segment,
    Team,
    User,
)

_SEES_ALL = frozenset({Role.MANAGER, Role.ADMINISTRATOR})
_CORRECTION = aliased(Contact)
_NAMED: dict[Cut, tuple[Any, Any]] = {
    Cut.TEAM: (Team.id, Team.name),
    Cut.REGION: (Region.id, Region.name),
    Cut.SEGMENT: (Segment.id, Segment.name),
    Cut.COMPANY: (Company.id, func.coalesce(func.nullif(Company.trade_name, ""), Company.name)),
    Cut.CAMPAIGN: (Campaign.id, Campaign.name),
}


def names(connection: Connection, viewer: CurrentUser) -> FactNames:
    """Return the small tables, and whose figures the viewer may see."""
    people = connection.execute(select(User.id, User.name, User.team_id)).all()
    outcomes = connection.execute(select(Outcome.id, Outcome.is_reached, Outcome.queue_effect))
    answers = select(CounterArgument.id, CounterArgument.objection_kind_id, CounterArgument.text)
    kinds = select(ObjectionKind.id, ObjectionKind.name)
    return FactNames(
        people={row.id: Person(row.name, row.team_id) for row in people},
        outcomes={
            row.id: OutcomeFlags(row.is_reached, row.queue_effect is QueueEffect.SALE)
            for row in outcomes
        },
        others={cut: _cut_names(connection, *columns) for cut, columns in _NAMED.items()},
        kinds={row.id: row.name for row in connection.execute(kinds)},
        arguments={row[0]: (row[1], row[2]) for row in connection.execute(answers)},
        viewers_people=_people_of(connection, viewer),
    )


def _cut_names(connection: Connection, key: Any, name: Any) -> tuple[CutName, ...]:
    found = [CutName(*row) for row in connection.execute(select(key, name))]
    return tuple(sorted(found, key=lambda one: (plain(one.name), str(one.key))))


def _people_of(connection: Connection, viewer: CurrentUser) -> frozenset[UUID] | None:
    """Return whose figures somebody may see: their own, and those of their people; None for all."""
    if viewer.role in _SEES_ALL:
        return None
    if viewer.role is not Role.SUPERVISOR:
        return frozenset({viewer.user_id})
    led = select(Team.id).where(Team.supervisor_id == viewer.user_id)
    statement = select(User.id).where(User.team_id.in_(led))
    return frozenset({viewer.user_id, *connection.execute(statement).scalars()})


def objections(connection: Connection, since: datetime, until: datetime) -> Packed:
    """Return the objections that were raised in a span."""
    on = connection.dialect.name != "sqlite"
    pieces = (
        key("customer", Objection.customer_id, is_server=on, is_certain=True),
        key("kind", Objection.kind_id, is_server=on, is_certain=True),
        code("state", Objection.state, STATES, is_server=on),
        instant("at", Objection.opened_at, is_server=on),
        *_said(is_server=on),
    )
    statement = (
        select(Objection.id)
        .select_from(Objection)
        .outerjoin(Contact, Contact.id == Objection.contact_id)
        .where(Objection.opened_at >= since, Objection.opened_at < until)
    )
    return packed(connection, pieces, statement)


def arguments(connection: Connection, since: datetime, until: datetime) -> Packed:
    """Return the arguments that were used in contacts of a span, corrected ones left out."""
    on = connection.dialect.name != "sqlite"
    pieces = (
        key("customer", Contact.customer_id, is_server=on, is_certain=True),
        key("argument", ArgumentUse.argument_id, is_server=on, is_certain=True),
        answer("worked", ArgumentUse.worked, is_server=on),
        instant("at", Contact.occurred_at, is_server=on),
        *_said(is_server=on),
    )
    corrected = select(_CORRECTION.amends_id).where(_CORRECTION.amends_id.is_not(None))
    statement = (
        select(ArgumentUse.id)
        .select_from(ArgumentUse)
        .join(Contact, Contact.id == ArgumentUse.contact_id)
        .where(
            Contact.occurred_at >= since,
            Contact.occurred_at < until,
            Contact.id.not_in(corrected),
        )
    )
    return packed(connection, pieces, statement)


def _said(*, is_server: bool) -> tuple[Piece, ...]:
    """Return by whom and how something was said, where a contact tells it."""
    return (
        key("operator", Contact.user_id, is_server=is_server),
        key("campaign", Contact.campaign_id, is_server=is_server),
        code("channel", Contact.channel, CHANNELS, is_server=is_server),
    )


def open_quotes(connection: Connection, day: date, zone: ZoneInfo) -> list[OpenQuote]:
    """Return the quotes that are open and had been made by a day, with the last contact.

    Args:
        connection: An open transaction.
        day: They were made by then, and contacts up to then count.
        zone: Whose days are meant.
    """
    until = datetime.combine(day + timedelta(days=1), time(), tzinfo=zone)
    talked = (
        select(func.max(Contact.occurred_at))
        .where(Contact.customer_id == Quote.customer_id, Contact.occurred_at < until)
        .scalar_subquery()
    )
    statement = (
        select(
            Quote.customer_id, SHOWN_NAME.label("customer"), Quote.number, Quote.opened_on,
            Quote.expires_on, Quote.total_cents, talked.label("talked_at"),
            func.coalesce(Quote.stopped_reason, "").label("reason"),
        )
        .join(Customer, Customer.id == Quote.customer_id)
        .where(Quote.state == QuoteState.OPEN, Quote.opened_on <= day)
        .order_by(Quote.total_cents.desc(), Quote.id)
    )  # fmt: skip
    return [
        OpenQuote(
            row.customer_id, row.customer, row.number, row.opened_on, row.expires_on,
            row.total_cents,
            None if row.talked_at is None else row.talked_at.astimezone(zone).date(),
            row.reason,
        )
        for row in connection.execute(statement)
    ]  # fmt: skip
