"""Contacts that reached somebody inactive, the order events of those, and how they are called."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Connection, exists, func, select, true
from sqlalchemy.orm import aliased

from cockpit.data.repositories.changes import seen_until
from cockpit.data.repositories.goods import sold_columns
from cockpit.data.repositories.raw import fetch_columns, guids, in_chunks, instants
from cockpit.data.repositories.shown_name import SHOWN_NAME
from cockpit.domain.goods_value import SoldColumns
from cockpit.domain.periods import Period
from cockpit.domain.reactivation import ApproachColumns, EventColumns, Face, Faces
from cockpit.domain.vocabulary import Channel, ImportState, LifecycleStatus
from models import (
    Campaign,
    Company,
    Contact,
    Customer,
    CustomerChange,
    CustomerStatistic,
    Import,
    Outcome,
    Region,
    Segment,
    Team,
    User,
)

_SILENT = (LifecycleStatus.INACTIVE, LifecycleStatus.LOST)
_CHANNELS = {one.value: one for one in Channel}
_NAMED = (Company, Team, Region, Segment, Campaign, User)


#: Outcome, channel and campaign, as the driver has them.
_Form = tuple[Any, Any, Any]


class SqlReactivationRepository:
    """Implements ``ReactivationRepository`` of ``cockpit.services.ports.reactivation``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def approaches(
        self, period: Period, *, zone: ZoneInfo, known_at: datetime | None, within_days: int
    ) -> ApproachColumns:
        """Return all approaches of whoever was approached in a period or shortly before it."""
        since = datetime.combine(period.first - timedelta(days=within_days), time(), tzinfo=zone)
        until = datetime.combine(period.last + timedelta(days=1), time(), tzinfo=zone)
        near = aliased(Contact)
        silent_lately = select(near.customer_id).where(
            near.occurred_at >= since, *_first_forms(near, until, known_at)
        )
        statement = (
            select(
                Contact.id,
                Contact.customer_id,
                Contact.user_id,
                Contact.occurred_at,
                Contact.outcome_id,
                Contact.channel,
                Contact.campaign_id,
            )
            .where(Contact.customer_id.in_(silent_lately), *_first_forms(Contact, until, known_at))
            .order_by(Contact.customer_id, Contact.occurred_at, Contact.id)
        )
        columns = fetch_columns(self._connection, statement)
        forms, reaching = self._last_forms(known_at), self._reaching()
        rows = []
        for key, customer, user, at, *first in zip(*columns, strict=True):
            outcome, channel, campaign = forms.get(key, first)
            if outcome in reaching:
                rows.append((key, customer, user, at, channel, campaign))
        return _approaches(rows, zone)

    def events(self, customer_ids: Collection[UUID]) -> EventColumns:
        """Return the stored order events of those who have any stored."""
        columns: list[list[Any]] = [[], [], []]
        for chunk in in_chunks(customer_ids):
            statement = select(
                CustomerStatistic.customer_id,
                CustomerStatistic.event_days,
                CustomerStatistic.event_cents,
            ).where(CustomerStatistic.customer_id.in_(chunk))
            _append(columns, fetch_columns(self._connection, statement))
        return EventColumns(guids(columns[0]), columns[1], columns[2])

    def faces(self, customer_ids: Collection[UUID], others: Collection[UUID]) -> Faces:
        """Return the names and cuts of customers that the viewer sees, and others' names."""
        columns: list[list[Any]] = [[] for _ in range(8)]
        for chunk in in_chunks(customer_ids):
            statement = (
                select(
                    Customer.id,
                    func.coalesce(Customer.code, ""),
                    SHOWN_NAME,
                    Customer.company_id,
                    Customer.owner_id,
                    User.team_id,
                    Customer.region_id,
                    Customer.segment_id,
                )
                .outerjoin(User, User.id == Customer.owner_id)
                .where(Customer.id.in_(chunk))
            )
            _append(columns, fetch_columns(self._connection, statement))
        keys, codes, names, *cut_columns = columns
        rows = zip(guids(keys), codes, names, *map(_few_keys, cut_columns), strict=True)
        found = {row[0]: Face(*row) for row in rows}
        cuts = (
            key
            for one in found.values()
            for key in (one.company_id, one.seller_id, one.team_id, one.region_id, one.segment_id)
        )
        wanted = {*others, *(key for key in cuts if key is not None)}
        return Faces(found, self._names(wanted))

    def sold(
        self, customer_ids: Collection[UUID], period: Period, *, known_at: datetime | None
    ) -> SoldColumns:
        """Return what customers bought on the days of a period, with and without taxes."""
        return sold_columns(self._connection, customer_ids, period, known_at)

    def mark(self) -> int:
        """Return the number from which on commits may hold what was not read by now."""
        return 1 + seen_until(self._connection)

    def is_as_marked(self, mark: int) -> bool:
        """Return whether nothing was committed since a mark was read."""
        is_later = exists().where(CustomerChange.feed_xid >= mark)
        return not self._connection.execute(select(is_later)).scalar()

    def has_open_import(self) -> bool:
        """Return whether an import is under way, or stopped before its end."""
        is_open = exists().where(Import.state.in_((ImportState.RUNNING, ImportState.FAILED)))
        return bool(self._connection.execute(select(is_open)).scalar())

    def _names(self, keys: Collection[UUID]) -> dict[UUID, str]:
        """Return the names of these keys; these tables are small."""
        names: dict[UUID, str] = {}
        for entity in _NAMED:
            rows = self._connection.execute(select(entity.id, entity.name))
            names.update({key: name for key, name in rows if key in keys})
        return names

    def _reaching(self) -> set[Any]:
        """Return the outcomes that reached somebody, those no longer offered as well."""
        (keys,) = fetch_columns(self._connection, select(Outcome.id).where(Outcome.is_reached))
        return set(keys)

    def _last_forms(self, known_at: datetime | None) -> dict[Any, _Form]:
        """Return the last correction of contacts that were corrected, by the first form's key."""
        statement = select(
            Contact.id, Contact.amends_id, Contact.outcome_id, Contact.channel, Contact.campaign_id
        ).where(Contact.amends_id.is_not(None), _is_known(Contact, known_at))
        columns = fetch_columns(self._connection, statement)
        forms: dict[Any, _Form] = {}
        later: dict[Any, Any] = {}
        for key, amended, outcome, channel, campaign in zip(*columns, strict=True):
            forms[key] = (outcome, channel, campaign)
            later[amended] = key
        found: dict[Any, _Form] = {}
        for first in later.keys() - forms.keys():
            last = later[first]
            while last in later:
                last = later[last]
            found[first] = forms[last]
        return found


def _is_known(contact: Any, known_at: datetime | None) -> ColumnElement[bool]:
    """Return the condition that a contact had arrived by then."""
    if known_at is None:
        return true()
    arrived = func.coalesce(contact.stored_at, contact.recorded_at, type_=contact.recorded_at.type)
    return arrived <= known_at


def _first_forms(
    contact: Any, until: datetime, known_at: datetime | None
) -> tuple[ColumnElement[bool], ...]:
    """Return what contacts are meant: first forms, of somebody silent, known by then."""
    return (
        contact.amends_id.is_(None),
        contact.status_at_contact.in_(_SILENT),
        contact.occurred_at < until,
        _is_known(contact, known_at),
    )


def _append(columns: Iterable[list[Any]], more: Iterable[list[Any]]) -> None:
    for whole, part in zip(columns, more, strict=True):
        whole.extend(part)


def _few_keys(values: Sequence[Any]) -> list[UUID | None]:
    """Return keys of a column that holds few different ones, each made once."""
    known = {one: None if one is None else guids([one])[0] for one in set(values)}
    return [known[one] for one in values]


def _approaches(rows: Iterable[tuple[Any, ...]], zone: ZoneInfo) -> ApproachColumns:
    columns: list[Any] = list(zip(*rows, strict=True)) or [()] * 6
    keys, customers, users, moments, channels, campaigns = columns
    return ApproachColumns(
        contact_id=guids(keys),
        customer_id=guids(customers),
        user_id=[key for key in _few_keys(users) if key is not None],
        channel=[_CHANNELS[one] for one in channels],
        campaign_id=_few_keys(campaigns),
        day=[one.astimezone(zone).toordinal() for one in instants(moments) if one is not None],
    )
