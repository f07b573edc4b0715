"""The morning page's figures: few small queries over indexes."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from operator import itemgetter
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Connection, Select, and_, exists, func, or_, select
from sqlalchemy.orm import aliased

from cockpit.data.repositories.raw import fetch_columns, guids, instants, raw_guid
from cockpit.domain.morning import MOST_LISTED, DayResult, MorningFigure, MorningKind
from cockpit.domain.vocabulary import (
    AppointmentKind,
    AppointmentState,
    LifecycleStatus,
    ObjectionState,
    OrderKind,
    QueueEffect,
)
from cockpit.services.ports import CurrentUser
from models import (
    Appointment,
    Contact,
    Customer,
    CustomerMetric,
    Objection,
    Order,
    Outcome,
    WorkSession,
)

_KINDS = {
    LifecycleStatus.AT_RISK: MorningKind.AT_RISK,
    LifecycleStatus.INACTIVE: MorningKind.INACTIVE,
}
_CENTS = func.coalesce(CustomerMetric.at_risk_cents, 0)


class _Plan(NamedTuple):
    """A next contact as the page counts it; the key is as the driver has it."""

    key: Any
    due_at: datetime
    deadline_at: datetime | None
    is_own: bool
    cents: int


class SqlMorningRepository:
    """Reads of the morning page."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def last_day(self, *, user: CurrentUser, before: datetime) -> datetime | None:
        """Return an instant of the user's last work before another; None where there was none."""
        session = select(func.max(WorkSession.started_at)).where(
            WorkSession.user_id == user.user_id, WorkSession.started_at < before
        )
        contact = select(func.max(Contact.occurred_at)).where(
            Contact.user_id == user.user_id, Contact.occurred_at < before
        )
        found = [self._connection.execute(one).scalar() for one in (session, contact)]
        return max((one for one in found if one is not None), default=None)

    def owns_customers(self, user: CurrentUser) -> bool:
        """Return whether any customer is in the user's portfolio."""
        statement = select(exists().where(Customer.owner_id == user.user_id))
        return bool(self._connection.execute(statement).scalar())

    def has_customers(self) -> bool:
        """Return whether there is any customer to judge."""
        return bool(
            self._connection.execute(select(exists().where(Customer.id.is_not(None)))).scalar()
        )

    def promised(
        self, *, user: CurrentUser, start: datetime, end: datetime
    ) -> Sequence[MorningFigure]:
        """Return the figures of next contacts and requests that the user sees."""
        statement = (
            select(
                Appointment.customer_id,
                Appointment.due_at,
                Appointment.deadline_at,
                Appointment.user_id,
                _CENTS,
            )
            .outerjoin(CustomerMetric, CustomerMetric.customer_id == Appointment.customer_id)
            .where(
                Appointment.state == AppointmentState.OPEN,
                or_(Appointment.due_at < end, Appointment.deadline_at < end),
                or_(
                    Appointment.kind != AppointmentKind.MY_CALLBACK,
                    Appointment.user_id == user.user_id,
                ),
            )
        )
        keys, due_at, deadlines, users, cents = fetch_columns(self._connection, statement)
        own = raw_guid(self._connection, user.user_id)
        is_own = [whose == own for whose in users]
        due = [one for one in instants(due_at) if one is not None]  # none is without
        columns = (keys, due, instants(deadlines), is_own, cents)
        plans = [_Plan(*one) for one in zip(*columns, strict=True)]
        requests = [one for one in plans if one.deadline_at is not None and one.deadline_at < end]
        overdue = [one for one in plans if one.due_at < start]
        today = [one for one in plans if start <= one.due_at < end]
        return (
            _figure(MorningKind.REQUESTS, requests),
            _figure(MorningKind.OVERDUE, overdue),
            _figure(MorningKind.TODAY, today),
        )

    def woken(self, *, owner_id: UUID | None) -> MorningFigure:
        """Return the customers with an objection whose condition came true."""
        statement = (
            select(Objection.customer_id, _CENTS)
            .join(Customer, Customer.id == Objection.customer_id)
            .outerjoin(CustomerMetric, CustomerMetric.customer_id == Objection.customer_id)
            .where(Objection.state == ObjectionState.OPEN, Objection.woken_at.is_not(None))
            .distinct()
        )
        return self._listed(MorningKind.WOKEN, _owned(statement, owner_id))

    def left(self, *, owner_id: UUID | None, since: date, until: date) -> Sequence[MorningFigure]:
        """Return the customers who became at risk or inactive after ``since``, and by ``until``."""
        statement = select(CustomerMetric.status, CustomerMetric.customer_id, _CENTS).where(
            CustomerMetric.status.in_(_KINDS),
            CustomerMetric.status_since_on > since,
            CustomerMetric.status_since_on <= until,
        )
        if owner_id is not None:
            statement = statement.join(Customer, Customer.id == CustomerMetric.customer_id)
            statement = _owned(statement, owner_id)
        rows = list(zip(*fetch_columns(self._connection, statement), strict=True))
        return [
            _of(kind, [(key, cents) for stored, key, cents in rows if stored == status.value])
            for status, kind in _KINDS.items()
        ]

    def judged(self) -> tuple[date, date] | None:
        """Return the day of the stored judgements, and since when the oldest status holds."""
        first = func.min(CustomerMetric.status_since_on)
        statement = select(func.min(CustomerMetric.computed_for_on), first)
        row = self._connection.execute(statement).one()
        found: list[date | None] = list(row)
        judged_on, first_on = found
        return None if judged_on is None or first_on is None else (judged_on, first_on)

    def result(
        self, *, user: CurrentUser, day: date, start: datetime, end: datetime
    ) -> DayResult | None:
        """Return what the user did on a day, from its start to its end; None where nothing."""
        later = aliased(Contact)
        statement = (
            select(Contact.customer_id, Outcome.is_reached, Outcome.queue_effect)
            .join(Outcome, Outcome.id == Contact.outcome_id)
            .where(
                Contact.user_id == user.user_id,
                Contact.occurred_at >= start,
                Contact.occurred_at < end,
                ~exists().where(later.amends_id == Contact.id),
            )
        )
        rows = self._connection.execute(statement).all()
        if not rows:
            return None
        buyers = {row.customer_id for row in rows if row.queue_effect is QueueEffect.SALE}
        return DayResult(
            day=day,
            contacts=len(rows),
            reached=sum(row.is_reached for row in rows),
            sales=sum(row.queue_effect is QueueEffect.SALE for row in rows),
            sold_cents=self._sold_cents(sorted(buyers), day),
        )

    def _sold_cents(self, customer_ids: Sequence[UUID], day: date) -> int:
        statement = select(func.coalesce(func.sum(Order.net_cents), 0)).where(
            and_(
                Order.customer_id.in_(customer_ids),
                Order.ordered_on == day,
                Order.kind == OrderKind.SALE,
            )
        )
        # SQLite sums integers to integers, PostgreSQL to decimals.
        return int(self._connection.execute(statement).scalar_one())

    def _listed(self, kind: MorningKind, statement: Select[*tuple[Any, ...]]) -> MorningFigure:
        keys, cents = fetch_columns(self._connection, statement)
        return _of(kind, zip(keys, cents, strict=True))


def _owned(statement: Select[*tuple[Any, ...]], owner_id: UUID | None) -> Select[*tuple[Any, ...]]:
    return statement if owner_id is None else statement.where(Customer.owner_id == owner_id)


def _of(kind: MorningKind, found: Iterable[tuple[Any, int]]) -> MorningFigure:
    """Return the figure of these customers, as the driver has them, with their money at risk."""
    dearest = sorted(found, key=itemgetter(0))
    dearest.sort(key=itemgetter(1), reverse=True)
    keys = tuple(guids(key for key, _ in dearest[:MOST_LISTED]))
    return MorningFigure(kind, len(dearest), sum(int(cents) for _, cents in dearest), keys)


def _figure(kind: MorningKind, plans: Sequence[_Plan]) -> MorningFigure:
    """Return the figure of these next contacts, one per customer."""
    whole = _of(kind, [(one.key, one.cents) for one in plans])
    return replace(whole, own_count=sum(one.is_own for one in plans))
