"""Arming and answering reminders, each step a fact of its own."""

from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Connection, and_, insert, or_, select, update

from cockpit.data.facts import FactWriter
from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import AppointmentKind, ReminderEventKind, ReminderState
from cockpit.services.ports import CurrentUser
from models import Reminder, ReminderEvent, User

_UNANSWERED = (ReminderState.PENDING, ReminderState.SNOOZED, ReminderState.RAISED)


class Owner(NamedTuple):
    """Whom a next contact is for.

    Attributes:
        user_id: Who calls; None where anybody may.
        team_of: Whose team may, where anybody may, and is told where nobody answers.
    """

    user_id: UUID | None
    team_of: UUID


class ClosedAppointment(NamedTuple):
    """A closed next contact, as far as its reminder goes."""

    id: UUID
    customer_id: UUID
    user_id: UUID | None
    due_at: datetime
    remind_at: datetime
    closed_at: datetime | None


class ReminderFacts:
    """The rows of reminders and their history."""

    def __init__(self, connection: Connection, facts: FactWriter) -> None:
        self._connection = connection
        self._facts = facts

    def arm(
        self,
        appointment_id: UUID,
        customer_id: UUID,
        draft: AppointmentDraft,
        *,
        owner: Owner,
        user: CurrentUser,
        at: datetime,
    ) -> None:
        """Arm the reminder of a next contact; one of the same instant is armed again."""
        values: dict[str, Any] = {
            "appointment_id": appointment_id,
            "user_id": owner.user_id,
            "team_id": select(User.team_id).where(User.id == owner.team_of).scalar_subquery(),
            "escalated_at": None,
            "remind_at": draft.remind_at,
            "state": ReminderState.PENDING,
            "raised_at": None,
            "snoozed_until": None,
            "answered_at": None,
        }
        key = self._connection.execute(
            select(Reminder.id).where(
                Reminder.customer_id == customer_id, Reminder.due_at == draft.due_at
            )
        ).scalar()
        if key is None:
            key = new_id()
            self._connection.execute(
                insert(Reminder).values(
                    id=key, customer_id=customer_id, due_at=draft.due_at, **values
                )
            )
        else:
            again = update(Reminder).where(Reminder.id == key)
            self._connection.execute(again.values(**values, round=Reminder.round + 1))
        self.note(key, ReminderEventKind.ARMED, user=user, at=at)

    def arm_again(self, appointment: ClosedAppointment, *, user: CurrentUser, at: datetime) -> None:
        """Arm the reminder of a next contact that is open again, where its closing ended it.

        Another next contact of the same instant may have taken the reminder over meanwhile.
        """
        ended = select(Reminder.id, Reminder.appointment_id).where(
            Reminder.customer_id == appointment.customer_id,
            Reminder.due_at == appointment.due_at,
            or_(
                Reminder.state == ReminderState.CANCELLED,
                and_(
                    Reminder.state == ReminderState.DONE,
                    Reminder.answered_at == appointment.closed_at,
                ),
            ),
        )
        row = self._connection.execute(ended).one_or_none()
        if row is None:
            return
        values: dict[str, Any] = {
            "state": ReminderState.PENDING,
            "raised_at": None,
            "answered_at": None,
            "escalated_at": None,
            "round": Reminder.round + 1,
        }
        if row.appointment_id != appointment.id:
            values |= {
                "appointment_id": appointment.id,
                "user_id": appointment.user_id,
                "remind_at": appointment.remind_at,
            }
        self._connection.execute(update(Reminder).where(Reminder.id == row.id).values(**values))
        self.note(row.id, ReminderEventKind.ARMED, user=user, at=at)

    def answer_all(
        self, appointment_id: UUID, state: ReminderState, *, user: CurrentUser, at: datetime
    ) -> None:
        """End the unanswered reminders of a next contact as done or cancelled."""
        unanswered = (
            Reminder.appointment_id == appointment_id,
            Reminder.state.in_(_UNANSWERED),
        )
        keys = self._connection.execute(select(Reminder.id).where(*unanswered)).scalars().all()
        self._connection.execute(
            update(Reminder).where(*unanswered).values(state=state, answered_at=at)
        )
        for key in keys:
            self.note(key, ReminderEventKind(state.value), user=user, at=at)

    def note(
        self,
        reminder_id: UUID,
        kind: ReminderEventKind,
        *,
        user: CurrentUser,
        at: datetime,
        detail: dict[str, Any] | None = None,
    ) -> None:
        """Write what happened to a reminder."""
        content = {
            "id": new_id(),
            "reminder_id": reminder_id,
            "kind": kind,
            "occurred_at": at,
            "user_id": user.user_id,
            "detail": detail,
        }
        self._facts.add(ReminderEvent, content, device_id=user.device_id, at=at)


def whose(kind: AppointmentKind, user: CurrentUser) -> UUID | None:
    """Return who is reminded: anyone of a team's callback, else whoever set it."""
    return None if kind is AppointmentKind.TEAM_CALLBACK else user.user_id
