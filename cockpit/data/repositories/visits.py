"""Whom a seller visits."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Row, exists, func, or_, select

from cockpit.data.repositories.in_the_field import is_in_the_field
from cockpit.data.repositories.permissions import forbidden_channels
from cockpit.data.repositories.shown_name import SHOWN_NAME
from cockpit.domain.visits import Place, VisitStop
from cockpit.domain.vocabulary import AppointmentState, Channel
from cockpit.services.ports import CurrentUser
from models import Address, Appointment, Contact, Customer, CustomerMetric, PortfolioEntry

_LAST_VISITS = (
    select(Contact.customer_id, func.max(Contact.occurred_at).label("at"))
    .where(Contact.channel == Channel.VISIT)
    .group_by(Contact.customer_id)
    .subquery()
)
_PLACES = select(
    Address.customer_id,
    Address.street,
    Address.number,
    Address.district,
    Address.city,
    Address.state,
    Address.postal_code,
)
#: So many keys go into one question.
_CHUNK = 500


class SqlVisitRepository:
    """Implements ``VisitRepository`` of ``cockpit.services.ports.visits``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def stops(self, *, user: CurrentUser, limit: int, due_by: datetime) -> list[VisitStop]:
        """Return the customers whom a user visits, those with most value at risk first."""
        rows = self._customers(self._whose(user), limit)
        keys = [row.id for row in rows]
        places, forbidden = self._places(keys), self._forbidden(keys)
        carried, due = self._carried(user), self._due(user, due_by)
        return [
            VisitStop(
                customer_id=row.id,
                name=row.name,
                place=_place(places.get(row.id), row),
                status=row.status,
                cycles_late=row.cycles_late,
                at_risk_cents=row.at_risk_cents or 0,
                last_visit_at=row.last_visit_at,
                is_forbidden=row.id in forbidden,
                carried_until=carried.get(row.id),
                **due.get(row.id, {}),
            )
            for row in rows
        ]

    def last_contact(self, customer_id: UUID, *, user: CurrentUser) -> tuple[UUID, datetime] | None:
        """Return the user's newest contact with a customer, and when it was; None without one."""
        row = self._connection.execute(
            select(Contact.id, Contact.occurred_at)
            .where(Contact.customer_id == customer_id, Contact.user_id == user.user_id)
            .order_by(Contact.occurred_at.desc(), Contact.id.desc())
            .limit(1)
        ).one_or_none()
        return None if row is None else (row.id, row.occurred_at)

    def _carried(self, user: CurrentUser) -> Mapping[UUID, datetime | None]:
        """Return whom the user took along out of the shared list, and until when."""
        statement = select(PortfolioEntry.customer_id, PortfolioEntry.expires_at).where(
            PortfolioEntry.user_id == user.user_id,
            PortfolioEntry.is_pack,
            PortfolioEntry.left_at.is_(None),
        )
        return {row.customer_id: row.expires_at for row in self._connection.execute(statement)}

    def _due(self, user: CurrentUser, due_by: datetime) -> Mapping[UUID, Mapping[str, Any]]:
        """Return until when whose next contact was to be, the user's own and anybody's."""
        statement = select(Appointment.customer_id, Appointment.due_at, Appointment.has_time).where(
            Appointment.state == AppointmentState.OPEN,
            Appointment.due_at <= due_by,
            or_(Appointment.user_id.is_(None), Appointment.user_id == user.user_id),
        )
        return {
            row.customer_id: {"due_at": row.due_at, "has_time": row.has_time}
            for row in self._connection.execute(statement)
        }

    def _whose(self, user: CurrentUser) -> ColumnElement[bool] | None:
        """Return the condition on the user's own customers; None for all of them."""
        if is_in_the_field(self._connection):
            return None
        lent = exists().where(
            PortfolioEntry.customer_id == Customer.id,
            PortfolioEntry.user_id == user.user_id,
            PortfolioEntry.left_at.is_(None),
            or_(PortfolioEntry.expires_at.is_(None), PortfolioEntry.expires_at > func.now()),
        )
        own = or_(Customer.owner_id == user.user_id, lent)
        has_any = self._connection.execute(select(Customer.id).where(own).limit(1)).first()
        return own if has_any is not None else None

    def _customers(
        self, whose: ColumnElement[bool] | None, limit: int
    ) -> list[Row[*tuple[Any, ...]]]:
        at_risk = func.coalesce(CustomerMetric.at_risk_cents, 0)
        statement = (
            select(
                Customer.id,
                SHOWN_NAME.label("name"),
                Customer.city,
                Customer.state,
                CustomerMetric.status,
                CustomerMetric.cycles_late,
                at_risk.label("at_risk_cents"),
                _LAST_VISITS.c.at.label("last_visit_at"),
            )
            .outerjoin(CustomerMetric, CustomerMetric.customer_id == Customer.id)
            .outerjoin(_LAST_VISITS, _LAST_VISITS.c.customer_id == Customer.id)
            .where(~Customer.is_blocked)
            .order_by(at_risk.desc(), Customer.id)
            .limit(limit)
        )
        if whose is not None:
            statement = statement.where(whose)
        return list(self._connection.execute(statement))

    def _places(self, keys: list[UUID]) -> Mapping[UUID, Row[*tuple[Any, ...]]]:
        """Return one address of each, the main one where there is one."""
        found: dict[UUID, Row[*tuple[Any, ...]]] = {}
        statement = _PLACES.order_by(Address.kind != "main", Address.id)
        for some in _chunks(keys):
            for row in self._connection.execute(statement.where(Address.customer_id.in_(some))):
                found.setdefault(row.customer_id, row)
        return found

    def _forbidden(self, keys: list[UUID]) -> frozenset[UUID]:
        return frozenset(
            key
            for some in _chunks(keys)
            for key, closed in forbidden_channels(self._connection, some).items()
            if Channel.VISIT in closed
        )


def _chunks(keys: list[UUID]) -> list[list[UUID]]:
    return [keys[first : first + _CHUNK] for first in range(0, len(keys), _CHUNK)]


def _place(address: Row[*tuple[Any, ...]] | None, customer: Row[*tuple[Any, ...]]) -> Place:
    """Return the address, or what the customer's own row says of it."""
    if address is None:
        return Place(city=customer.city or "", state=customer.state or "")
    return Place(
        street=address.street or "",
        number=address.number or "",
        district=address.district or "",
        city=address.city or customer.city or "",
        state=address.state or customer.state or "",
        postal_code=address.postal_code or "",
    )
