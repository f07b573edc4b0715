"""Arming and answering reminders, each step a fact of its own."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, insert, select, update

from cockpit.data.facts import FactWriter
from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import AppointmentKind, ReminderEventKind, ReminderState
from cockpit.services.ports import CurrentUser
from models import Reminder, ReminderEvent, User

_UNANSWERED = (ReminderState.PENDING, ReminderState.SNOOZED, ReminderState.RAISED)


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
        user: CurrentUser,
        at: datetime,
    ) -> None:
        """Arm the reminder of a next contact; one of the same instant is armed again."""
        values: dict[str, Any] = {
            "appointment_id": appointment_id,
            "user_id": whose(draft.kind, user),
            "team_id": select(User.team_id).where(User.id == user.user_id).scalar_subquery(),
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

    def arm_again(self, appointment_id: UUID, *, user: CurrentUser, at: datetime) -> None:
        """Arm the cancelled reminder of a next contact that is open again."""
        key = self._connection.execute(
            update(Reminder)
            .where(
                Reminder.appointment_id == appointment_id,
                Reminder.state == ReminderState.CANCELLED,
            )
            .values(
                state=ReminderState.PENDING,
                raised_at=None,
                answered_at=None,
                escalated_at=None,
                round=Reminder.round + 1,
            )
            .returning(Reminder.id)
        ).scalar()
        if key is not None:
            self.note(key, ReminderEventKind.ARMED, user=user, at=at)

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
