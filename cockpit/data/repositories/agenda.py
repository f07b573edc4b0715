"""The one next contact of a customer, and the reminders that bring it back."""

from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Row, and_, func, insert, or_, select, update

from cockpit.data.facts import FactWriter
from cockpit.data.repositories.permissions import forbidden_channels
from cockpit.data.repositories.person_wishes import dialled_instead
from cockpit.data.repositories.reminder_facts import ReminderFacts, whose
from cockpit.domain import formats
from cockpit.domain.agenda import AppointmentDraft, Reminder
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import (
    AppointmentEventKind,
    AppointmentState,
    Channel,
    ReminderEventKind,
    ReminderState,
)
from cockpit.services.ports import CurrentUser
from models import Appointment, AppointmentEvent, Customer, Phone
from models import Reminder as ReminderRow


class _Open(NamedTuple):
    """A next contact as it is closed and noted."""

    id: UUID
    customer_id: UUID
    due_at: datetime


_ARMED = (ReminderState.PENDING, ReminderState.SNOOZED)
_UNANSWERED = (*_ARMED, ReminderState.RAISED)


class SqlAgendaRepository:
    """Next contacts and reminders; what happens to them is written as facts too."""

    def __init__(self, connection: Connection, facts: FactWriter) -> None:
        self._connection = connection
        self._facts = facts
        self._reminders = ReminderFacts(connection, facts)

    def set_next_contact(
        self,
        customer_id: UUID,
        draft: AppointmentDraft,
        *,
        user: CurrentUser,
        contact_id: UUID | None,
        at: datetime,
    ) -> UUID:
        """Replace the customer's open next contact and arm its reminder; return its key."""
        old = self._open(customer_id, user)
        key = new_id()
        if old is not None:
            self._close(old, AppointmentState.REPLACED, user=user, contact_id=None, at=at)
        self._insert(key, customer_id, draft, user=user, contact_id=contact_id, at=at)
        if old is not None:
            self._connection.execute(
                update(Appointment).where(Appointment.id == old.id).values(replaced_by_id=key)
            )
            if old.due_at != draft.due_at:
                self._reminders.answer_all(old.id, ReminderState.CANCELLED, user=user, at=at)
        self._reminders.arm(key, customer_id, draft, user=user, at=at)
        return key

    def close_next_contact(
        self,
        customer_id: UUID,
        *,
        user: CurrentUser,
        contact_id: UUID | None,
        at: datetime,
        due_by: datetime | None = None,
    ) -> None:
        """Mark the open next contact as done, and its reminder with it; none open is no error.

        One that is due later than ``due_by`` stays.
        """
        old = self._open(customer_id, user)
        if old is not None and (due_by is None or old.due_at <= due_by):
            self._close(old, AppointmentState.DONE, user=user, contact_id=contact_id, at=at)
            self._reminders.answer_all(old.id, ReminderState.DONE, user=user, at=at)

    def open_next_contact(self, customer_id: UUID) -> UUID | None:
        """Return the key of the customer's open next contact, whoever answers for it."""
        statement = select(Appointment.id).where(
            Appointment.customer_id == customer_id, Appointment.state == AppointmentState.OPEN
        )
        found: UUID | None = self._connection.execute(statement).scalar()
        return found

    def take_back(self, key: UUID, before: UUID | None, *, user: CurrentUser, at: datetime) -> bool:
        """Cancel a next contact that was just set and open the one before it again.

        Returns:
            Whether it was still open; where it was not, nothing is changed.
        """
        customer_id = self._connection.execute(
            select(Appointment.customer_id).where(Appointment.id == key)
        ).scalar_one()
        now_open = self._open(customer_id, user)
        if now_open is None or now_open.id != key:
            return False
        self._close(now_open, AppointmentState.CANCELLED, user=user, contact_id=None, at=at)
        self._reminders.answer_all(key, ReminderState.CANCELLED, user=user, at=at)
        if before is not None:
            self._reopen(before, user=user, at=at)
        return True

    def due_reminders(self, *, at: datetime, user: CurrentUser) -> list[Reminder]:
        """Return the user's reminders to be raised by then and not answered, oldest first."""
        statement = (
            select(
                ReminderRow.id,
                ReminderRow.customer_id,
                func.coalesce(func.nullif(Customer.trade_name, ""), Customer.legal_name),
                Phone.e164,
                Phone.raw,
                ReminderRow.due_at,
                ReminderRow.remind_at,
                ReminderRow.state,
                Appointment.note,
                Appointment.has_time,
            )
            .join(Customer, Customer.id == ReminderRow.customer_id)
            .join(Appointment, Appointment.id == ReminderRow.appointment_id)
            .outerjoin(Phone, and_(Phone.customer_id == Customer.id, Phone.is_primary))
            .where(
                ReminderRow.state.in_(_UNANSWERED),
                ReminderRow.remind_at <= at,
                _concerns(user),
            )
            .order_by(ReminderRow.due_at, ReminderRow.id)
        )
        rows = self._connection.execute(statement).all()
        keys = [row.customer_id for row in rows]
        closed = forbidden_channels(self._connection, keys)
        instead = dialled_instead(self._connection, keys)
        reminders = []
        for row in rows:
            may_call = Channel.PHONE not in closed.get(row.customer_id, ())
            reminders.append(_reminder(row, instead.get(row.customer_id), may_call=may_call))
        return reminders

    def next_reminder_at(self, *, user: CurrentUser, after: datetime) -> datetime | None:
        """Return when the next not yet raised reminder falls due, or None."""
        statement = select(func.min(ReminderRow.remind_at)).where(
            ReminderRow.state.in_(_ARMED), ReminderRow.remind_at > after, _concerns(user)
        )
        found: datetime | None = self._connection.execute(statement).scalar()
        return found

    def change_reminder(
        self,
        reminder_id: UUID,
        event: ReminderEventKind,
        state: ReminderState,
        *,
        user: CurrentUser,
        at: datetime,
        until: datetime | None = None,
    ) -> UUID | None:
        """Move a reminder on and write the fact; return whose it is, None when another was first.

        Only an armed and due reminder is raised, and only an unanswered one is answered: the
        condition stands in the UPDATE itself, so of two programs one finds no row.
        """
        self._facts.reserve(user.device_id)
        changes: dict[str, Any] = {"state": state}
        condition: ColumnElement[bool] = ReminderRow.state.in_(_UNANSWERED)
        if event is ReminderEventKind.RAISED:
            changes["raised_at"] = at
            condition = and_(ReminderRow.state.in_(_ARMED), ReminderRow.remind_at <= at)
        if until is not None:
            changes |= {"remind_at": until, "snoozed_until": until}
        if state in (ReminderState.DONE, ReminderState.CANCELLED):
            changes["answered_at"] = at
        moved = update(ReminderRow).where(ReminderRow.id == reminder_id, condition)
        customer_id: UUID | None = self._connection.execute(
            moved.values(**changes).returning(ReminderRow.customer_id)
        ).scalar()
        if customer_id is None:
            return None
        detail = {"until": until.isoformat()} if until is not None else None
        self._reminders.note(reminder_id, event, user=user, at=at, detail=detail)
        return customer_id

    def _open(self, customer_id: UUID, user: CurrentUser) -> _Open | None:
        """Return the open next contact; nobody else changes it before this transaction ends."""
        self._facts.reserve(user.device_id)
        # Where none is open there is no row of its own to lock, so the customer's stands for it.
        customer = select(Customer.id).where(Customer.id == customer_id)
        self._connection.execute(customer.with_for_update(key_share=True))
        statement = select(Appointment.id, Appointment.customer_id, Appointment.due_at).where(
            Appointment.customer_id == customer_id, Appointment.state == AppointmentState.OPEN
        )
        row = self._connection.execute(statement).one_or_none()
        return None if row is None else _Open(*row)

    def _insert(
        self,
        key: UUID,
        customer_id: UUID,
        draft: AppointmentDraft,
        *,
        user: CurrentUser,
        contact_id: UUID | None,
        at: datetime,
    ) -> None:
        self._connection.execute(
            insert(Appointment).values(
                id=key,
                customer_id=customer_id,
                user_id=whose(draft.kind, user),
                kind=draft.kind,
                state=AppointmentState.OPEN,
                due_at=draft.due_at,
                has_time=draft.has_time,
                note=draft.note or None,
                lead_minutes=round(draft.lead.total_seconds() / 60),
                created_by_id=user.user_id,
                contact_id=contact_id,
            )
        )
        new = _Open(key, customer_id, draft.due_at)
        self._note(new, AppointmentEventKind.SCHEDULED, user=user, at=at)

    def _close(
        self,
        old: _Open,
        state: AppointmentState,
        *,
        user: CurrentUser,
        contact_id: UUID | None,
        at: datetime,
    ) -> None:
        changes: dict[str, Any] = {"state": state, "closed_at": at}
        if contact_id is not None:
            changes["contact_id"] = contact_id
        self._connection.execute(
            update(Appointment).where(Appointment.id == old.id).values(**changes)
        )
        kind = AppointmentEventKind(state.value)
        self._note(old, kind, user=user, at=at)

    def _reopen(self, key: UUID, *, user: CurrentUser, at: datetime) -> None:
        """Open a replaced next contact again, with its reminder."""
        row = self._connection.execute(
            select(Appointment.customer_id, Appointment.due_at).where(Appointment.id == key)
        ).one()
        self._connection.execute(
            update(Appointment)
            .where(Appointment.id == key)
            .values(state=AppointmentState.OPEN, closed_at=None, replaced_by_id=None)
        )
        again = _Open(key, row.customer_id, row.due_at)
        self._note(again, AppointmentEventKind.SCHEDULED, user=user, at=at)
        self._reminders.arm_again(key, user=user, at=at)

    def _note(
        self,
        appointment: _Open,
        kind: AppointmentEventKind,
        *,
        user: CurrentUser,
        at: datetime,
    ) -> None:
        content = {
            "id": new_id(),
            "appointment_id": appointment.id,
            "customer_id": appointment.customer_id,
            "kind": kind,
            "due_at": appointment.due_at,
            "user_id": user.user_id,
            "occurred_at": at,
        }
        self._facts.add(AppointmentEvent, content, device_id=user.device_id, at=at)


def _concerns(user: CurrentUser) -> ColumnElement[bool]:
    return or_(ReminderRow.user_id.is_(None), ReminderRow.user_id == user.user_id)


def _reminder(row: Row[*tuple[Any, ...]], instead: str | None, *, may_call: bool) -> Reminder:
    key, customer_id, name, e164, raw, due_at, remind_at, state, note, has_time = row
    phone = instead if instead is not None else formats.phone(e164) if e164 else raw or ""
    return Reminder(
        reminder_id=key,
        customer_id=customer_id,
        customer_name=name,
        phone=phone if may_call else "",
        due_at=due_at,
        has_time=has_time,
        remind_at=remind_at,
        state=state,
        note=note or "",
    )
