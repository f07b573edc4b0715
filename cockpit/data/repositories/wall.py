"""The moment of a team: people, signs of life, claims, callbacks; and whole portfolios.

On a server the signs are read through a function of the database, which tells a supervisor of this
moment and nothing else: working time is its operator's alone, and policies keep it so.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    case,
    exists,
    func,
    or_,
    select,
    text,
)

from cockpit.data.repositories.open_contacts import IS_OPEN
from cockpit.data.repositories.raw import fetch_columns, guids
from cockpit.data.repositories.shown_name import SHOWN_NAME
from cockpit.data.repositories.stored_clock import ahead
from cockpit.domain.day_record import SILENCE
from cockpit.domain.rebalance import Holding
from cockpit.domain.vocabulary import AppointmentKind, ClaimState, Role
from cockpit.domain.wall import Callbacks, Colleague, Moment, Sign, Team
from cockpit.domain.working_day import LONGEST_PAUSE
from cockpit.services.ports import CurrentUser
from models import (
    Appointment,
    Break,
    Claim,
    Contact,
    Customer,
    CustomerMetric,
    Device,
    User,
    WorkSession,
)
from models import Team as TeamRow

_HAS_FUNCTION = text("SELECT to_regprocedure('giro_presence()') IS NOT NULL")
_SIGNS = text("SELECT user_id, is_at_work, is_paused, customer_id, claimed_at FROM giro_presence()")
_SEES_ALL = frozenset({Role.MANAGER, Role.ADMINISTRATOR})
_CALLERS = (Role.OPERATOR, Role.EXTERNAL_SELLER)
_DAY = timedelta(days=1)


class SqlWallRepository:
    """Implements ``WallRepository`` of ``cockpit.services.ports.wall``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def moment(self, *, viewer: CurrentUser, at: datetime, until: datetime) -> Moment:
        """Return what the viewer's people do, and their agreed next contacts."""
        teams = self._teams(viewer)
        colleagues = self._colleagues(viewer, {one.team_id for one in teams})
        keys = {one.user_id for one in colleagues}
        signs = {sign.user_id: sign for sign in self._signs(at) if sign.user_id in keys}
        held = [one.customer_id for one in signs.values() if one.customer_id is not None]
        return Moment(teams, colleagues, signs, self._names(held), self._callbacks(keys, at, until))

    def colleagues(self, *, viewer: CurrentUser) -> list[Colleague]:
        """Return those whom the viewer answers for, by name."""
        return self._colleagues(viewer, {one.team_id for one in self._teams(viewer)})

    def holdings(
        self, owner_ids: Sequence[UUID], *, at: datetime, since: datetime
    ) -> list[Holding]:
        """Return the customers of these portfolios, and those of nobody."""
        is_wanted = or_(Customer.owner_id.is_(None), Customer.owner_id.in_(owner_ids))
        statement = (
            select(
                Customer.id,
                Customer.owner_id,
                func.coalesce(CustomerMetric.at_risk_cents, 0),
                func.coalesce(CustomerMetric.value_12m_cents, 0),
            )
            .outerjoin(CustomerMetric, CustomerMetric.customer_id == Customer.id)
            .where(is_wanted)
        )
        keys, owners, at_risk, value = fetch_columns(self._connection, statement)
        bound, recent = self._bound(at), self._recent(since)
        whose = {one: None if one is None else guids([one])[0] for one in set(owners)}
        return [
            Holding(key, whose[owner], cents, year, key in bound, key in recent)
            for key, owner, cents, year in zip(guids(keys), owners, at_risk, value, strict=True)
        ]

    def _teams(self, viewer: CurrentUser) -> list[Team]:
        statement = select(TeamRow.id, TeamRow.name).order_by(TeamRow.name, TeamRow.id)
        if viewer.role not in _SEES_ALL:
            statement = statement.where(TeamRow.supervisor_id == viewer.user_id)
        return [Team(*row) for row in self._connection.execute(statement)]

    def _colleagues(self, viewer: CurrentUser, teams: Collection[UUID | None]) -> list[Colleague]:
        # Owners whom an import made have neither; on a server others' devices are not seen.
        has_device = exists().where(Device.user_id == User.id, Device.revoked_at.is_(None))
        has_program = or_(User.database_role.is_not(None), has_device)
        statement = (
            select(User.id, User.name, User.team_id, has_program, User.role.in_(_CALLERS))
            .where(User.is_active)
            .order_by(User.name, User.id)
        )
        if viewer.role not in _SEES_ALL:
            is_own: ColumnElement[bool] = User.id == viewer.user_id
            statement = statement.where(or_(is_own, User.team_id.in_(teams)))
        return [Colleague(*row) for row in self._connection.execute(statement)]

    def _signs(self, at: datetime) -> Iterator[Sign]:
        """Return signs with instants by the program's clock."""
        by = ahead(self._connection, at)
        is_server = self._connection.dialect.name == "postgresql"
        if not (is_server and self._connection.execute(_HAS_FUNCTION).scalar()):
            yield from self._signs_by_tables(at, by)
            return
        for key, is_at_work, is_paused, customer_id, since in self._connection.execute(_SIGNS):
            began = None if since is None else since - by
            yield Sign(key, is_at_work, is_paused, customer_id, began)

    def _signs_by_tables(self, at: datetime, by: timedelta) -> Iterator[Sign]:
        """Return the signs where nothing keeps the tables apart; agrees with the function."""
        present = at + by
        paused = Break.id.is_not(None)
        statement = (
            select(WorkSession.user_id, func.max(case((paused, 1), else_=0)))
            .outerjoin(
                Break, and_(Break.work_session_id == WorkSession.id, Break.ended_at.is_(None))
            )
            .where(
                WorkSession.ended_at.is_(None),
                WorkSession.started_at > present - _DAY,
                func.coalesce(WorkSession.seen_at, WorkSession.started_at)
                >= case((paused, present - LONGEST_PAUSE), else_=present - SILENCE),
            )
            .group_by(WorkSession.user_id)
        )
        alive = {key: bool(is_paused) for key, is_paused in self._connection.execute(statement)}
        claims = {row.user_id: row for row in self._connection.execute(_claims(present))}
        for key in alive.keys() | claims.keys():
            held = claims.get(key)
            yield Sign(
                key,
                key in alive,
                alive.get(key, False),
                None if held is None else held.customer_id,
                None if held is None else held.claimed_at - by,
            )

    def _names(self, customer_ids: Sequence[UUID]) -> dict[UUID, str]:
        statement = select(Customer.id, SHOWN_NAME).where(Customer.id.in_(customer_ids))
        return {row[0]: row[1] for row in self._connection.execute(statement)}

    def _callbacks(
        self, keys: Collection[UUID], at: datetime, until: datetime
    ) -> dict[UUID | None, Callbacks]:
        """Return the next contacts of the day by who is to call; nobody's under None."""
        whose = func.coalesce(Appointment.user_id, Customer.owner_id)
        is_due = Appointment.due_at <= at
        statement = (
            select(whose, is_due, func.count())
            .join(Customer, Customer.id == Appointment.customer_id)
            .where(IS_OPEN, Appointment.due_at < until)
            .group_by(whose, is_due)
        )
        wanted: set[UUID | None] = {None, *keys}
        found: dict[UUID | None, Callbacks] = defaultdict(Callbacks)
        for key, due, count in self._connection.execute(statement):
            if key in wanted:
                found[key] += Callbacks(due=count) if due else Callbacks(later=count)
        return dict(found)

    def _bound(self, at: datetime) -> set[UUID]:
        """Return who is being called, or has a personal promise of their seller."""
        present = at + ahead(self._connection, at)
        held = select(Claim.customer_id).where(
            Claim.state == ClaimState.ACTIVE, Claim.lease_until > present
        )
        promised = (
            select(Appointment.customer_id)
            .join(Customer, Customer.id == Appointment.customer_id)
            .where(
                IS_OPEN,
                Appointment.kind == AppointmentKind.MY_CALLBACK,
                Appointment.user_id == Customer.owner_id,
            )
        )
        (holding,), (promising,) = (
            fetch_columns(self._connection, one) for one in (held, promised)
        )
        return {*guids(holding), *guids(promising)}

    def _recent(self, since: datetime) -> set[UUID]:
        statement = select(Contact.customer_id).where(Contact.occurred_at > since).distinct()
        (keys,) = fetch_columns(self._connection, statement)
        return set(guids(keys))


def _claims(present: datetime) -> Select[UUID, UUID, datetime]:
    """Return the claims that last, the newest of a person last."""
    return (
        select(Claim.user_id, Claim.customer_id, Claim.claimed_at)
        .where(Claim.state == ClaimState.ACTIVE, Claim.lease_until > present)
        .order_by(Claim.claimed_at, Claim.id)
    )
