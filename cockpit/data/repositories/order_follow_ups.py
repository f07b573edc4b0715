"""Which orders are to be followed up, and which were."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Select, bindparam, exists, or_, select, update
from sqlalchemy.orm import aliased

from cockpit.data.repositories.open_contacts import IS_OPEN
from cockpit.data.repositories.upsert import upsert
from cockpit.domain.ids import new_id
from cockpit.domain.order_follow_up import FollowedOrder, StandingContact
from cockpit.domain.vocabulary import OrderFollowUpKind, OrderKind
from models import Appointment, Customer, CustomerMetric, Order, OrderFollowUp

#: An order promised further ahead is confirmed by nobody yet.
_AHEAD = timedelta(days=30)
#: What has been late or sold for longer is no news: the first run must not flood anybody.
_BEHIND = timedelta(days=45)
_NEWLY_SOLD = timedelta(days=30)
_FIRST = bindparam("first", type_=Order.ordered_on.type)
_LAST = bindparam("last", type_=Order.ordered_on.type)
_ROWS = select(
    Order.id,
    Order.customer_id,
    Order.number,
    Order.ordered_on,
    Order.promised_on,
    Customer.owner_id,
).join(Customer, Customer.id == Order.customer_id)
#: Written out, as the index of the undelivered orders has it.
_UNDELIVERED = _ROWS.where(
    Order.promised_on.is_not(None),
    Order.delivered_on.is_(None),
    Order.kind == OrderKind.SALE,
    Order.promised_on.between(_FIRST, _LAST),
)
_EARLIER = aliased(Order)
_SOLD = _ROWS.outerjoin(CustomerMetric, CustomerMetric.customer_id == Order.customer_id).where(
    Order.kind == OrderKind.SALE,
    Order.ordered_on.between(_FIRST, _LAST),
    or_(
        CustomerMetric.recovered_on == Order.ordered_on,
        ~exists().where(
            _EARLIER.customer_id == Order.customer_id,
            _EARLIER.kind == OrderKind.SALE,
            _EARLIER.ordered_on < Order.ordered_on,
        ),
    ),
)


class SqlOrderFollowUpRepository:
    """Orders as they are followed up."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def open_orders(self, *, today: date) -> Sequence[FollowedOrder]:
        """Return the orders that nobody followed up for a reason that is at hand, by customer."""
        day = timedelta(days=1)
        found = [
            *self._orders(_UNDELIVERED, OrderFollowUpKind.LATE, today - _BEHIND, today - day),
            *self._orders(_UNDELIVERED, OrderFollowUpKind.CONFIRM, today + day, today + _AHEAD),
            *self._orders(_SOLD, OrderFollowUpKind.THANK, today - _NEWLY_SOLD, today),
        ]
        return sorted(found, key=lambda one: one.customer_id)

    def standing(self, customer_id: UUID) -> StandingContact | None:
        """Return the customer's open next contact."""
        statement = select(
            Appointment.id,
            Appointment.kind,
            Appointment.user_id,
            Appointment.due_at,
            Appointment.has_time,
            Appointment.note,
        ).where(Appointment.customer_id == customer_id, IS_OPEN)
        row = self._connection.execute(statement).one_or_none()
        if row is None:
            return None
        return StandingContact(
            row.id, row.kind, row.user_id, row.due_at, row.has_time, row.note or ""
        )

    def claim(self, order: FollowedOrder, *, at: datetime) -> bool:
        """Note that an order is followed up; False where it is already."""
        new = (
            upsert(self._connection, OrderFollowUp)
            .values(id=new_id(), order_id=order.order_id, kind=order.kind, planned_at=at)
            .on_conflict_do_nothing(index_elements=[OrderFollowUp.order_id, OrderFollowUp.kind])
            .returning(OrderFollowUp.id)
        )
        return self._connection.execute(new).scalar() is not None

    def attach(self, order: FollowedOrder, appointment_id: UUID) -> None:
        """Note which next contact follows an order up."""
        self._connection.execute(
            update(OrderFollowUp)
            .where(OrderFollowUp.order_id == order.order_id, OrderFollowUp.kind == order.kind)
            .values(appointment_id=appointment_id)
        )

    def _orders(
        self,
        statement: Select[*tuple[Any, ...]],
        kind: OrderFollowUpKind,
        first: date,
        last: date,
    ) -> list[FollowedOrder]:
        rows = self._connection.execute(
            statement.where(_is_new(kind)), {"first": first, "last": last}
        )
        return [
            FollowedOrder(key, customer_id, number, kind, ordered_on, promised_on, owner_id)
            for key, customer_id, number, ordered_on, promised_on, owner_id in rows
        ]


def _is_new(kind: OrderFollowUpKind) -> ColumnElement[bool]:
    return ~exists().where(OrderFollowUp.order_id == Order.id, OrderFollowUp.kind == kind)
