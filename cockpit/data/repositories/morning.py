"""The morning page's figures: few small queries over indexes."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, and_, exists, func, or_, select
from sqlalchemy.orm import aliased

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

_STATUS = {
    MorningKind.AT_RISK: LifecycleStatus.AT_RISK,
    MorningKind.INACTIVE: LifecycleStatus.INACTIVE,
}
_CENTS = func.coalesce(CustomerMetric.at_risk_cents, 0)


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
            .order_by(Appointment.due_at, Appointment.id)
        )
        rows = self._connection.execute(statement).all()
        requests = [row for row in rows if row.deadline_at is not None and row.deadline_at < end]
        overdue = [row for row in rows if row.due_at < start]
        today = [row for row in rows if start <= row.due_at < end]
        return (
            _figure(MorningKind.REQUESTS, requests, user),
            _figure(MorningKind.OVERDUE, overdue, user),
            _figure(MorningKind.TODAY, today, user),
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

    def left(
        self, kind: MorningKind, *, owner_id: UUID | None, since: date, until: date
    ) -> MorningFigure:
        """Return the customers who are at risk or inactive after ``since``, and by ``until``.

        The first judgement of all found everybody as they were: that is no change.
        """
        first = select(func.min(CustomerMetric.status_since_on)).scalar_subquery()
        statement = (
            select(CustomerMetric.customer_id, _CENTS)
            .join(Customer, Customer.id == CustomerMetric.customer_id)
            .where(
                CustomerMetric.status == _STATUS[kind],
                CustomerMetric.status_since_on > since,
                CustomerMetric.status_since_on <= until,
                CustomerMetric.status_since_on > first,
            )
        )
        return self._listed(kind, _owned(statement, owner_id))

    def judged_on(self) -> date | None:
        """Return the day of the stored judgements; None where anybody still waits for one."""
        oldest = select(func.min(CustomerMetric.computed_for_on))
        found: date | None = self._connection.execute(oldest).scalar()
        return found

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
        found = [(key, int(cents)) for key, cents in self._connection.execute(statement)]
        return _of(kind, found)


def _owned(statement: Select[*tuple[Any, ...]], owner_id: UUID | None) -> Select[*tuple[Any, ...]]:
    return statement if owner_id is None else statement.where(Customer.owner_id == owner_id)


def _of(kind: MorningKind, found: Iterable[tuple[UUID, int]]) -> MorningFigure:
    """Return the figure of these customers with their money at risk."""
    dearest = sorted(found, key=lambda one: (-one[1], one[0].int))
    keys = tuple(key for key, _ in dearest[:MOST_LISTED])
    return MorningFigure(kind, len(dearest), sum(cents for _, cents in dearest), keys)


def _figure(kind: MorningKind, rows: Sequence[Any], user: CurrentUser) -> MorningFigure:
    """Return the figure of these next contacts, one per customer."""
    whole = _of(kind, [(row.customer_id, int(row[-1])) for row in rows])
    own_count = sum(row.user_id == user.user_id for row in rows)
    return MorningFigure(kind, whole.count, whole.cents, whole.customer_ids, own_count)
