"""Open next contacts for the agenda's views, one statement per view.

The index on state and instant finds a time; whose they are is looked up only within it.
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from itertools import pairwise
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    and_,
    func,
    or_,
    select,
)
from sqlalchemy.orm import aliased

from cockpit.data.repositories.raw import in_chunks
from cockpit.data.repositories.shown_name import SHOWN_NAME
from cockpit.domain.agenda_view import AgendaEvent, AgendaItem, AgendaOwner, Scope
from cockpit.domain.rights import Task
from cockpit.domain.vocabulary import AppointmentEventKind, AppointmentKind, AppointmentState
from cockpit.services.ports import CurrentUser
from models import Appointment, AppointmentEvent, Customer, CustomerMetric, Team, User

#: Who answers for a next contact.
ANSWERS = func.coalesce(Appointment.user_id, Customer.owner_id, Appointment.created_by_id)
_IS_OPEN = Appointment.state == AppointmentState.OPEN
_ITEMS: Select[*tuple[Any, ...]] = (
    select(
        Appointment.id,
        Appointment.customer_id,
        SHOWN_NAME.label("customer"),
        func.coalesce(Customer.code, "").label("code"),
        Appointment.due_at,
        Appointment.has_time,
        Appointment.kind,
        Appointment.goal,
        Appointment.channel,
        func.coalesce(Appointment.note, "").label("note"),
        Appointment.user_id,
        func.coalesce(User.name, "").label("owner"),
        ANSWERS.label("answers_id"),
        func.coalesce(CustomerMetric.at_risk_cents, 0).label("at_risk_cents"),
        Appointment.lead_minutes,
        Appointment.deadline_at,
    )
    .join(Customer, Customer.id == Appointment.customer_id)
    .outerjoin(User, User.id == Appointment.user_id)
    .outerjoin(CustomerMetric, CustomerMetric.customer_id == Appointment.customer_id)
    .where(_IS_OPEN)
    .order_by(Appointment.due_at, Appointment.id)
)


class SqlAgendaViewRepository:
    """Reads as one user sees them: a colleague's own callback is shown without its note."""

    def __init__(self, connection: Connection, viewer_id: UUID) -> None:
        self._connection = connection
        self._viewer_id = viewer_id

    def items(
        self,
        since: datetime | None,
        before: datetime,
        *,
        users: Collection[UUID] | None,
        most: int | None = None,
    ) -> list[AgendaItem]:
        """Return those that are due in a time, earliest first, at most so many."""
        return self._items(_ITEMS.where(*_due(since, before), *_answered_by(users)).limit(most))

    def overdue(
        self,
        now: datetime,
        day_start: datetime,
        *,
        users: Collection[UUID] | None,
        most: int | None = None,
    ) -> list[AgendaItem]:
        """Return those whose time is past or, without a time, whose day is; earliest first."""
        chosen = _ITEMS.where(*_overdue(now, day_start), *_answered_by(users))
        return self._items(chosen.limit(most))

    def overdue_count(
        self, now: datetime, day_start: datetime, *, users: Collection[UUID] | None
    ) -> int:
        """Return how many are overdue."""
        counted = select(func.count()).select_from(Appointment).where(_IS_OPEN)
        chosen = counted.where(*_overdue(now, day_start), *_answered_by(users))
        return self._connection.execute(chosen).scalar_one()

    def counts(self, bounds: Sequence[datetime], *, users: Collection[UUID] | None) -> list[int]:
        """Return how many are due between each bound and the next one."""
        whose = _answered_by(users)
        days = [
            select(func.count(Appointment.due_at))
            .where(_IS_OPEN, *_due(since, before), *whose)
            .scalar_subquery()
            for since, before in pairwise(bounds)
        ]
        return list(self._connection.execute(select(*days)).one()) if days else []

    def by_keys(self, appointment_ids: Collection[UUID]) -> list[AgendaItem]:
        """Return those of some next contacts that are open, earliest first."""
        found: list[AgendaItem] = []
        for keys in in_chunks(sorted(set(appointment_ids))):
            found += self._items(_ITEMS.where(Appointment.id.in_(keys)))
        return sorted(found, key=lambda one: (one.due_at, one.appointment_id))

    def of_customer(self, customer_id: UUID) -> AgendaItem | None:
        """Return the customer's open next contact, or None."""
        found = self._items(_ITEMS.where(Appointment.customer_id == customer_id))
        return found[0] if found else None

    def history(self, customer_id: UUID, *, most: int) -> list[AgendaEvent]:
        """Return the last steps of the customer's next contacts, newest first."""
        is_seen = or_(
            Appointment.kind != AppointmentKind.MY_CALLBACK,
            Appointment.user_id == self._viewer_id,
            Appointment.user_id.is_(None),
            AppointmentEvent.kind == AppointmentEventKind.SCHEDULED,
        )
        statement = (
            select(
                AppointmentEvent.kind,
                AppointmentEvent.occurred_at,
                func.coalesce(AppointmentEvent.due_at, Appointment.due_at).label("due_at"),
                Appointment.has_time,
                func.coalesce(User.name, "").label("who"),
            )
            .join(Appointment, Appointment.id == AppointmentEvent.appointment_id)
            .outerjoin(User, User.id == AppointmentEvent.user_id)
            .where(AppointmentEvent.customer_id == customer_id, is_seen)
            .order_by(AppointmentEvent.occurred_at.desc(), AppointmentEvent.id.desc())
            .limit(most)
        )
        return [AgendaEvent(*row) for row in self._connection.execute(statement)]

    def owners(self, user: CurrentUser) -> list[AgendaOwner]:
        """Return whose agendas the user may look at, their own first.

        An operator sees their team, without a team everybody; who supervises sees everybody.
        """
        rows = self._connection.execute(
            select(User.id, User.name, User.team_id, Team.name.label("team"))
            .outerjoin(Team, Team.id == User.team_id)
            .where(or_(User.is_active, User.id == user.user_id))
            .order_by(User.name, User.id)
        ).all()
        own_team = next((row.team_id for row in rows if row.id == user.user_id), None)
        sees_all = user.may(Task.CHANGE_COLLEAGUES_AGENDA) or own_team is None
        seen = [row for row in rows if sees_all or row.team_id == own_team]
        mine = AgendaOwner(Scope.MINE, user.name, frozenset({user.user_id}))
        persons = [
            AgendaOwner(Scope.PERSON, row.name, frozenset({row.id}))
            for row in seen
            if row.id != user.user_id
        ]
        everybody = [AgendaOwner(Scope.ALL, "", None, max(len(rows), 1))] if sees_all else []
        return [
            mine,
            *_teams([(row.team or "", row.team_id, row.id) for row in seen]),
            *everybody,
            *persons,
        ]

    def _items(self, chosen: Select[*tuple[Any, ...]]) -> list[AgendaItem]:
        return [self._item(row) for row in self._connection.execute(chosen)]

    def _item(self, row: Row[Any]) -> AgendaItem:
        is_private = (
            row.kind is AppointmentKind.MY_CALLBACK
            and row.user_id is not None
            and row.user_id != self._viewer_id
        )
        return AgendaItem(
            appointment_id=row.id,
            customer_id=row.customer_id,
            customer=row.customer,
            code=row.code,
            due_at=row.due_at,
            has_time=row.has_time,
            kind=row.kind,
            goal=row.goal,
            channel=row.channel,
            note="" if is_private else row.note,
            owner_id=row.user_id,
            owner=row.owner,
            answers_id=row.answers_id,
            at_risk_cents=row.at_risk_cents,
            lead_minutes=row.lead_minutes,
            deadline=row.deadline_at,
        )


def _due(since: datetime | None, before: datetime) -> tuple[ColumnElement[bool], ...]:
    is_before = Appointment.due_at < before
    return (is_before,) if since is None else (Appointment.due_at >= since, is_before)


def _overdue(now: datetime, day_start: datetime) -> tuple[ColumnElement[bool], ...]:
    is_past = or_(Appointment.has_time, Appointment.due_at < day_start)
    return (Appointment.due_at < now, is_past)


def _answered_by(users: Collection[UUID] | None) -> tuple[ColumnElement[bool], ...]:
    """Return the condition that one of these users answers for a next contact."""
    if users is None:
        return ()
    chosen = sorted(users)
    portfolio = aliased(Customer)
    is_of_portfolio = (
        select(portfolio.id)
        .where(
            portfolio.id == Appointment.customer_id,
            func.coalesce(portfolio.owner_id, Appointment.created_by_id).in_(chosen),
        )
        .exists()
    )
    return (
        or_(
            Appointment.user_id.in_(chosen),
            and_(Appointment.user_id.is_(None), is_of_portfolio),
        ),
    )


def _teams(people: Sequence[tuple[str, UUID | None, UUID]]) -> list[AgendaOwner]:
    """Return the teams of some people, by name; a person comes as team, its key, their key."""
    members: dict[tuple[str, UUID], set[UUID]] = {}
    for name, team_id, user_id in people:
        if team_id is not None:
            members.setdefault((name, team_id), set()).add(user_id)
    return [
        AgendaOwner(Scope.TEAM, name, frozenset(users), len(users))
        for (name, _), users in sorted(members.items())
    ]
