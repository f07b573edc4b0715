"""Contacts that reached somebody inactive, the order events of those, and how they are called."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, exists, func, select

from cockpit.data.repositories.changes import seen_until
from cockpit.data.repositories.figures.contacts import looked_through
from cockpit.data.repositories.figures.corrections import Corrections, is_known
from cockpit.data.repositories.figures.events import packed_events
from cockpit.data.repositories.figures.packing import code, instant, key, packed
from cockpit.data.repositories.goods import sold_columns
from cockpit.data.repositories.raw import fetch_columns, few_guids, guids, in_chunks
from cockpit.data.repositories.shown_name import SHOWN_NAME
from cockpit.domain.fact_columns import CHANNELS
from cockpit.domain.goods_value import SoldColumns
from cockpit.domain.periods import Period
from cockpit.domain.reactivation import ApproachFacts, Face, Faces, PackedEvents
from cockpit.domain.vocabulary import ImportState, LifecycleStatus
from models import (
    Campaign,
    Company,
    Contact,
    Customer,
    CustomerChange,
    Import,
    Outcome,
    Region,
    Segment,
    Team,
    User,
)

_SILENT = (LifecycleStatus.INACTIVE, LifecycleStatus.LOST)
_NAMED = (Company, Team, Region, Segment, Campaign, User)


class SqlReactivationRepository:
    """Implements ``ReactivationRepository`` of ``cockpit.services.ports.reactivation``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def approaches(self, until: datetime, *, known_at: datetime | None) -> ApproachFacts:
        """Return all contacts with somebody inactive before an instant, as packed rows."""
        on = self._connection.dialect.name != "sqlite"
        pieces = (
            key("contact", Contact.id, is_server=on, is_certain=True),
            key("customer", Contact.customer_id, is_server=on, is_certain=True),
            key("operator", Contact.user_id, is_server=on, is_certain=True),
            key("outcome", Contact.outcome_id, is_server=on, is_certain=True),
            key("campaign", Contact.campaign_id, is_server=on),
            instant("at", Contact.occurred_at, is_server=on),
            code("channel", Contact.channel, CHANNELS, is_server=on),
        )
        statement = select(Contact.id).where(
            looked_through(self._connection) < until,
            Contact.amends_id.is_(None),
            Contact.status_at_contact.in_(_SILENT),
            is_known(Contact, known_at),
        )
        rows = packed(self._connection, pieces, statement)
        forms = Corrections.read(self._connection, known_at).forms
        return ApproachFacts(rows, forms, self._reaching())

    def events(self) -> PackedEvents:
        """Return the stored order events of everybody."""
        return PackedEvents(*packed_events(self._connection))

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
        rows = zip(guids(keys), codes, names, *map(few_guids, cut_columns), strict=True)
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

    def _reaching(self) -> frozenset[UUID]:
        """Return the outcomes that reached somebody, those no longer offered as well."""
        statement = select(Outcome.id).where(Outcome.is_reached)
        return frozenset(self._connection.execute(statement).scalars())


def _append(columns: Iterable[list[Any]], more: Iterable[list[Any]]) -> None:
    for whole, part in zip(columns, more, strict=True):
        whole.extend(part)
