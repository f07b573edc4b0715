"""What past days are judged by: stored events, later returns, and what was not known then."""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date, datetime
from itertools import compress
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, func, or_, select

from cockpit.data.repositories.known_then import CUSTOMERS, KnownThen
from cockpit.data.repositories.past_returns import later_returns
from cockpit.data.repositories.raw import fetch_columns, guids, in_chunks, places_by_raw
from cockpit.data.repositories.shown_name import SHOWN_NAME
from cockpit.data.repositories.standing import blocks
from cockpit.domain.columns import StandingColumns
from cockpit.domain.indicators import Cut, CutName
from cockpit.domain.packed_keys import PackedKeys
from cockpit.domain.past_columns import (
    CutColumns,
    JudgedColumns,
    KeyColumn,
    PastMaterial,
    ReturnColumns,
)
from cockpit.domain.vocabulary import LifecycleStatus, Role
from cockpit.services.ports import CurrentUser
from models import (
    Company,
    Customer,
    CustomerBlock,
    CustomerMetric,
    CustomerStatistic,
    CycleFit,
    CyclePolicy,
    Import,
    Order,
    PortfolioEntry,
    Region,
    Segment,
    Team,
    User,
)

_OF_CUSTOMER = {
    Cut.SELLER: Customer.owner_id,
    Cut.REGION: Customer.region_id,
    Cut.SEGMENT: Customer.segment_id,
    Cut.COMPANY: Customer.company_id,
}
#: A company goes by its trade name, as on every other page.
_COMPANY_NAME = func.coalesce(func.nullif(Company.trade_name, ""), Company.name)
_SEES_ALL = frozenset({Role.MANAGER, Role.ADMINISTRATOR})


class SqlPastRepository:
    """Reads what past days are judged by."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def mark(self) -> str:
        """Return a text that is another one when anything changed that past days depend on."""
        done = func.sum(Import.new_rows + Import.changed_rows)
        parts = (
            # Orders come with imports alone; statistics go with them and are computed again.
            select(Import.state, func.count(), func.max(Import.started_at), done)
            .group_by(Import.state)
            .order_by(Import.state),
            select(func.count()).select_from(CustomerStatistic),
            select(func.count(), func.max(CyclePolicy.published_at)),
            select(func.count(), func.max(CycleFit.fitted_at)),
            select(
                func.count(),
                func.max(CustomerBlock.blocked_on),
                func.count(CustomerBlock.unblocked_on),
            ),
            select(func.count(), func.max(Customer.updated_at)),
            # Whom somebody sees.
            select(func.count(), func.count(PortfolioEntry.left_at)).select_from(PortfolioEntry),
            select(func.count(), func.max(User.updated_at), func.count(User.team_id)),
            select(func.max(Team.updated_at)),
        )
        return "|".join(str(self._connection.execute(one).all()) for one in parts)

    def material(self, is_cancelled: Callable[[], bool]) -> PastMaterial:
        """Return the stored events of everybody who has any statistics.

        Raises:
            CancelledError: ``is_cancelled`` said so.
        """
        statement = select(
            CustomerStatistic.customer_id,
            CustomerStatistic.event_days,
            CustomerStatistic.event_cents,
            *_OF_CUSTOMER.values(),
        ).join(Customer, Customer.id == CustomerStatistic.customer_id)
        keys, days, cents, *columns = fetch_columns(self._connection, statement, is_cancelled)
        divided = {
            cut: _key_column(column) for cut, column in zip(_OF_CUSTOMER, columns, strict=True)
        }
        company, segment = (_keys(divided[cut]) for cut in (Cut.COMPANY, Cut.SEGMENT))
        standing = StandingColumns(company, segment, blocks(self._connection))
        return PastMaterial(_packed(keys), days, cents, standing, divided)

    def judged(self, customer_ids: Sequence[UUID]) -> JudgedColumns:
        """Return the stored judgements of some customers, whose positions are meant."""
        keys, status, *cents = fetch_columns(
            self._connection,
            select(
                CustomerMetric.customer_id,
                CustomerMetric.status,
                CustomerMetric.at_risk_cents,
                CustomerMetric.lost_so_far_cents,
                CustomerMetric.lost_12m_cents,
            ),
        )
        place = places_by_raw(self._connection, customer_ids)
        columns: list[list[Any]] = [[place.get(key) for key in keys], _statuses(status), *cents]
        if len(place) < len(keys):
            mine = [at is not None for at in columns[0]]
            columns = [list(compress(column, mine)) for column in columns]
        return JudgedColumns(*columns)

    def moved(self, known_at: datetime) -> dict[UUID, tuple[UUID | None, UUID | None]]:
        """Return company and segment of those for whom later imports changed them."""
        before = KnownThen.at(self._connection, known_at, CUSTOMERS).before
        whole = {key: one for key, one in before.items() if "company_id" in one}
        pairs = [(_key(one["company_id"]), _key(one["segment_id"])) for one in whole.values()]
        return dict(zip(guids(whole), pairs, strict=True))

    def names(self, customer_ids: Collection[UUID]) -> dict[UUID, tuple[str, str]]:
        """Return code and name of customers."""
        found: dict[UUID, tuple[str, str]] = {}
        for chunk in in_chunks(customer_ids):
            statement = select(
                Customer.id, func.coalesce(Customer.code, ""), func.coalesce(SHOWN_NAME, "")
            ).where(Customer.id.in_(chunk))
            keys, codes, names = fetch_columns(self._connection, statement)
            found |= zip(guids(keys), zip(codes, names, strict=True), strict=True)
        return found

    def cuts(self, material: PastMaterial, *, viewer: CurrentUser) -> CutColumns:
        """Return what divides customers today."""
        divided = material.divided or self._divided(material.customer_id)
        names = self._names(viewer)
        places = {cut: _places(divided[cut], names[cut]) for cut in _OF_CUSTOMER}
        places[Cut.TEAM] = _places(self._teams(divided[Cut.SELLER]), names[Cut.TEAM])
        return CutColumns(names, places)

    def _divided(self, customer_ids: Sequence[UUID]) -> dict[Cut, KeyColumn]:
        """Return what divides customers, where it was not read with their events."""
        keys, *columns = fetch_columns(
            self._connection, select(Customer.id, *_OF_CUSTOMER.values())
        )
        place = {key: at for at, key in enumerate(guids(keys))}
        order = [place.get(key) for key in customer_ids]
        return {
            cut: _key_column([None if at is None else column[at] for at in order])
            for cut, column in zip(_OF_CUSTOMER, columns, strict=True)
        }

    def returns(
        self,
        customer_ids: Sequence[UUID],
        *,
        days: Sequence[date],
        is_cancelled: Callable[[], bool],
    ) -> ReturnColumns:
        """Return what events were worth on some days, before later returns lowered them."""
        return later_returns(self._connection, customer_ids, days, is_cancelled)

    def amended(self, known_at: datetime, *, until: date) -> list[UUID]:
        """Return the customers of whom something else was known at an instant."""
        then = KnownThen.at(self._connection, known_at)
        found: set[UUID] = {UUID(one["customer_id"]) for one in then.before.values()}
        found |= set(self._customers_of(guids(then.before)))
        found |= set(self._customers_of(guids(then.later.single), until))
        for first, last in zip(guids(then.later.first), guids(then.later.last), strict=True):
            run = (
                select(Order.customer_id)
                .where(Order.id >= first, Order.id <= last, Order.ordered_on <= until)
                .distinct()
            )
            found |= set(guids(fetch_columns(self._connection, run)[0]))
        return sorted(found)

    def _customers_of(self, orders: Iterable[UUID], until: date = date.max) -> list[UUID]:
        """Return whose these documents are, those of later days left out."""
        found: list[UUID] = []
        for chunk in in_chunks(orders):
            statement = (
                select(Order.customer_id)
                .where(Order.id.in_(chunk), Order.ordered_on <= until)
                .distinct()
            )
            found += guids(fetch_columns(self._connection, statement)[0])
        return found

    def _names(self, viewer: CurrentUser) -> dict[Cut, tuple[CutName, ...]]:
        """Return the values of each cut, none first; of people those the viewer answers for."""
        teams, sellers = select(Team.id, Team.name), select(User.id, User.name)
        if viewer.role not in _SEES_ALL:
            own = select(Team.id).where(Team.supervisor_id == viewer.user_id)
            sellers = sellers.where(or_(User.id == viewer.user_id, User.team_id.in_(own)))
        return {
            Cut.SELLER: self._named(sellers.order_by(User.name, User.id)),
            Cut.TEAM: self._named(teams.order_by(Team.name, Team.id)),
            Cut.REGION: self._named(select(Region.id, Region.name).order_by(Region.name)),
            Cut.SEGMENT: self._named(select(Segment.id, Segment.name).order_by(Segment.name)),
            Cut.COMPANY: self._named(select(Company.id, _COMPANY_NAME).order_by(_COMPANY_NAME)),
        }

    def _named(self, statement: Select[UUID, str]) -> tuple[CutName, ...]:
        rows = self._connection.execute(statement)
        return (CutName(None, ""), *(CutName(row[0], row[1]) for row in rows))

    def _teams(self, sellers: KeyColumn) -> KeyColumn:
        """Return the team of each customer's seller, whoever may know the seller."""
        team_of: dict[UUID | None, UUID | None] = {
            row[0]: row[1] for row in self._connection.execute(select(User.id, User.team_id))
        }
        return KeyColumn([team_of.get(key) for key in sellers.keys], sellers.places)


def _packed(keys: Sequence[Any]) -> Sequence[UUID]:
    """Return keys as the driver made them: 16 bytes on SQLite, UUIDs on PostgreSQL."""
    return PackedKeys(keys) if keys and isinstance(keys[0], bytes) else keys


def _statuses(values: Sequence[str]) -> list[LifecycleStatus]:
    known = {one: LifecycleStatus(one) for one in set(values)}
    return list(map(known.__getitem__, values))


def _key_column(values: Sequence[Any]) -> KeyColumn:
    """Return a column of raw keys, few of them different."""
    place = {one: at for at, one in enumerate(dict.fromkeys(values))}
    keys = [None if one is None else guids([one])[0] for one in place]
    return KeyColumn(keys, list(map(place.__getitem__, values)))


def _keys(column: KeyColumn) -> list[UUID | None]:
    """Return each customer's key."""
    return list(map(column.keys.__getitem__, column.places))


def _places(column: KeyColumn, names: Sequence[CutName]) -> list[int]:
    """Return the place of each customer's key among names, 0 for those without one."""
    known = {one.key: at for at, one in enumerate(names)}
    place = [known.get(key, 0) for key in column.keys]
    return list(map(place.__getitem__, column.places))


def _key(text: str | None) -> UUID | None:
    return None if text is None else UUID(text)
