"""The one next contact of a customer, and the reminders that bring it back."""

from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import bindparam, exists, func, insert, select, update

from cockpit.data.facts import FactWriter
from cockpit.data.repositories.at_lock import APPOINTMENT
from cockpit.data.repositories.open_contacts import IS_OPEN
from cockpit.data.repositories.reminder_facts import (
    ClosedAppointment,
    Owner,
    ReminderFacts,
    whose,
)
from cockpit.data.transaction import Transaction
from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.calendar_ids import event_uid
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import (
    AppointmentEventKind,
    AppointmentState,
    ReminderState,
)
from cockpit.services.ports import CurrentUser
from models import Appointment, AppointmentEvent, User


class _Open(NamedTuple):
    """A next contact as it is closed and noted."""

    id: UUID
    customer_id: UUID
    due_at: datetime
    calendar_uid: str | None = None
    created_at: datetime | None = None

    @property
    def event(self) -> str:
        """Return the UID by which calendars know it."""
        return self.calendar_uid or event_uid(self.id)

    def is_answered(self, due_by: datetime | None, agreed_before: datetime | None) -> bool:
        """Return whether a contact does what was agreed; None sets no bound.

        A day that is over is no promise, whenever it was written down.
        """
        is_due = due_by is None or self.due_at <= due_by
        if agreed_before is None or self.created_at is None:
            return is_due
        is_over = self.due_at <= agreed_before - timedelta(days=1)
        return is_due and (is_over or self.created_at < agreed_before)


class _Origin(NamedTuple):
    """Where a next contact comes from."""

    owner: Owner
    contact_id: UUID | None
    calendar_uid: str | None = None
    agreed_at: datetime | None = None


_OPEN = select(
    Appointment.id,
    Appointment.customer_id,
    Appointment.due_at,
    Appointment.calendar_uid,
    Appointment.created_at,
).where(
    Appointment.customer_id == bindparam("customer_id", type_=Appointment.customer_id.type), IS_OPEN
)
_WHOLE = select(
    Appointment.customer_id,
    Appointment.user_id,
    Appointment.kind,
    Appointment.due_at,
    Appointment.has_time,
    Appointment.note,
    Appointment.lead_minutes,
    Appointment.goal,
    Appointment.channel,
    Appointment.deadline_at,
    Appointment.created_by_id,
    Appointment.contact_id,
    Appointment.closed_at,
)


class SqlAgendaRepository:
    """Next contacts and reminders; what happens to them is written as facts too."""

    def __init__(self, transaction: Transaction, facts: FactWriter) -> None:
        """Take a transaction, and where facts go."""
        self._transaction = transaction
        self._connection = transaction.connection
        self._facts = facts
        self._reminders = ReminderFacts(self._connection, facts)

    def set_next_contact(
        self,
        customer_id: UUID,
        draft: AppointmentDraft,
        *,
        user: CurrentUser,
        contact_id: UUID | None,
        at: datetime,
        key: UUID | None = None,
    ) -> UUID:
        """Replace the customer's open next contact and arm its reminder; return its key."""
        old = self._open(customer_id, user)
        # Set without a contact it is the same event at another time, in everybody's calendar.
        uid = old.event if old is not None and contact_id is None else None
        origin = _Origin(Owner(whose(draft.kind, user), user.user_id), contact_id, uid)
        return self._replace(old, customer_id, draft, origin, user=user, at=at, key=key)

    def is_set(self, key: UUID, *, user: CurrentUser) -> bool:
        """Return whether a next contact was stored under this key, open or not.

        Another attempt under the same key that is under way is waited for.
        """
        self._facts.reserve(user.device_id)
        found = select(exists().where(Appointment.id == key))
        return bool(self._connection.execute(found).scalar())

    def agreed_since(self, customer_id: UUID, *, user: CurrentUser, since: datetime) -> str | None:
        """Return the name of the colleague who set or moved the open next contact after an instant.

        None where nobody did. Nobody changes it before this transaction ends.
        """
        self._facts.reserve(user.device_id, customer_id=customer_id)
        found = self._connection.execute(
            select(func.coalesce(User.name, ""))
            .select_from(Appointment)
            .join(AppointmentEvent, AppointmentEvent.appointment_id == Appointment.id)
            .outerjoin(User, User.id == AppointmentEvent.user_id)
            .where(
                Appointment.customer_id == customer_id,
                IS_OPEN,
                AppointmentEvent.user_id != user.user_id,
                AppointmentEvent.occurred_at > since,
            )
            .order_by(AppointmentEvent.occurred_at.desc())
        )
        return found.scalars().first()

    def plan_for(
        self,
        customer_id: UUID,
        draft: AppointmentDraft,
        *,
        owner_id: UUID | None,
        user: CurrentUser,
        at: datetime,
    ) -> UUID:
        """Replace the customer's open next contact by one for another user; return its key.

        Args:
            customer_id: Whose.
            draft: The new one.
            owner_id: Who calls; None where anybody may.
            user: Who plans it.
            at: The present instant.
        """
        old = self._open(customer_id, user)
        origin = _Origin(Owner(owner_id, owner_id or user.user_id), None)
        return self._replace(old, customer_id, draft, origin, user=user, at=at)

    def change(
        self,
        appointment_id: UUID,
        *,
        user: CurrentUser,
        at: datetime,
        when: tuple[datetime, bool] | None = None,
        note: str | None = None,
    ) -> UUID | None:
        """Give an open next contact another time or note; whose it is and what for stays.

        Args:
            appointment_id: Which.
            user: Who changes it.
            at: The present instant.
            when: The new instant, and whether the time of day matters; None keeps it.
            note: The new note; None keeps it.

        Returns:
            The new next contact; None where that one is not open any more.
        """
        row = self._connection.execute(_WHOLE.where(Appointment.id == appointment_id)).one()
        old = self._open(row.customer_id, user)
        if old is None or old.id != appointment_id:
            return None
        due_at, has_time = when or (row.due_at, row.has_time)
        draft = AppointmentDraft(
            due_at=due_at,
            has_time=has_time,
            kind=row.kind,
            note=(row.note or "") if note is None else note,
            lead=timedelta(minutes=row.lead_minutes),
            goal=row.goal,
            channel=row.channel,
            deadline=row.deadline_at,
        )
        owner = Owner(row.user_id, row.created_by_id or row.user_id or user.user_id)
        # Who writes a note agrees on nothing: the promise is as old as it was.
        agreed_at = old.created_at if when is None else None
        origin = _Origin(owner, row.contact_id, old.event, agreed_at)
        return self._replace(old, row.customer_id, draft, origin, user=user, at=at)

    def _replace(
        self,
        old: _Open | None,
        customer_id: UUID,
        draft: AppointmentDraft,
        origin: _Origin,
        *,
        user: CurrentUser,
        at: datetime,
        key: UUID | None = None,
    ) -> UUID:
        key = key or new_id()
        if old is not None:
            self._close(old, AppointmentState.REPLACED, user=user, contact_id=None, at=at)
        self._insert(key, customer_id, draft, origin, user=user, at=at)
        if old is not None:
            self._connection.execute(
                update(Appointment).where(Appointment.id == old.id).values(replaced_by_id=key)
            )
            if old.due_at != draft.due_at:
                self._reminders.answer_all(old.id, ReminderState.CANCELLED, user=user, at=at)
        self._reminders.arm(key, customer_id, draft, owner=origin.owner, user=user, at=at)
        return key

    def close_next_contact(
        self,
        customer_id: UUID,
        *,
        user: CurrentUser,
        contact_id: UUID | None,
        at: datetime,
        due_by: datetime | None = None,
        agreed_before: datetime | None = None,
    ) -> None:
        """Mark the open next contact as done, and its reminder with it; none open is no error.

        One that is due later than ``due_by`` stays, and one agreed on since ``agreed_before`` for
        a day that is not over.
        """
        old = self._open(customer_id, user)
        if old is not None and old.is_answered(due_by, agreed_before):
            self._close(old, AppointmentState.DONE, user=user, contact_id=contact_id, at=at)
            self._reminders.answer_all(old.id, ReminderState.DONE, user=user, at=at)

    def open_next_contact(self, customer_id: UUID) -> UUID | None:
        """Return the key of the customer's open next contact, whoever answers for it."""
        statement = select(Appointment.id).where(Appointment.customer_id == customer_id, IS_OPEN)
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

    def reopen(self, appointment_id: UUID, *, user: CurrentUser, at: datetime) -> bool:
        """Open a next contact again that was marked as done.

        Returns:
            Whether it is open; where another one is by now, nothing is changed.
        """
        customer_id = self._connection.execute(
            select(Appointment.customer_id).where(Appointment.id == appointment_id)
        ).scalar_one()
        if self._open(customer_id, user) is not None:
            return False
        self._reopen(appointment_id, user=user, at=at)
        return True

    def _open(self, customer_id: UUID, user: CurrentUser) -> _Open | None:
        """Return the open next contact; nobody else changes it before this transaction ends."""
        # Where none is open there is no row of its own to lock, so the customer's stands for it.
        self._facts.reserve(user.device_id, customer_id=customer_id)
        row = self._transaction.read_at_lock.take(customer_id, APPOINTMENT)
        if row is None:
            row = self._connection.execute(_OPEN, {"customer_id": customer_id}).one_or_none()
        if row is None or row.id is None:
            return None
        return _Open(row.id, row.customer_id, row.due_at, row.calendar_uid, row.created_at)

    def _insert(
        self,
        key: UUID,
        customer_id: UUID,
        draft: AppointmentDraft,
        origin: _Origin,
        *,
        user: CurrentUser,
        at: datetime,
    ) -> None:
        self._connection.execute(
            insert(Appointment).values(
                id=key,
                customer_id=customer_id,
                user_id=origin.owner.user_id,
                kind=draft.kind,
                state=AppointmentState.OPEN,
                due_at=draft.due_at,
                has_time=draft.has_time,
                note=draft.note or None,
                lead_minutes=round(draft.lead.total_seconds() / 60),
                goal=draft.goal,
                channel=draft.channel,
                deadline_at=draft.deadline,
                created_by_id=origin.owner.team_of,
                contact_id=origin.contact_id,
                calendar_uid=origin.calendar_uid,
                created_at=origin.agreed_at or at,
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
        """Open a closed next contact again, with its reminder."""
        row = self._connection.execute(_WHOLE.where(Appointment.id == key)).one()
        self._connection.execute(
            update(Appointment)
            .where(Appointment.id == key)
            .values(state=AppointmentState.OPEN, closed_at=None, replaced_by_id=None)
        )
        again = _Open(key, row.customer_id, row.due_at)
        self._note(again, AppointmentEventKind.SCHEDULED, user=user, at=at)
        lead = timedelta(minutes=row.lead_minutes)
        draft = AppointmentDraft(row.due_at, row.has_time, row.kind, lead=lead)
        closed = ClosedAppointment(
            key, row.customer_id, row.user_id, row.due_at, draft.remind_at, row.closed_at
        )
        self._reminders.arm_again(closed, user=user, at=at)

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
