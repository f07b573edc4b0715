"""Reminders that a clock far ahead told too early, or put off too far, once it was put right.

A program that began with a clock of years later told everything that was to come; a snooze of
then would bring its reminder back years later. Only this device's own tellings are told again:
two devices whose clocks differ would otherwise tell each other's without end.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, bindparam, exists, func, select, update

from cockpit.domain.vocabulary import ReminderState
from models import Reminder, ReminderRaise, User

_ME = bindparam("me", type_=User.id.type)
_DEVICE = bindparam("device", type_=ReminderRaise.device_id.type)
_AT = bindparam("at", type_=Reminder.remind_at.type)
_FAR = bindparam("far", type_=Reminder.remind_at.type)
_TOLD_EARLY = (
    Reminder.state == ReminderState.RAISED,
    Reminder.remind_at > _FAR,
    exists().where(
        ReminderRaise.reminder_id == Reminder.id,
        ReminderRaise.round == Reminder.round,
        ReminderRaise.user_id == _ME,
        ReminderRaise.device_id == _DEVICE,
    ),
)
_SNOOZED_FAR = and_(
    Reminder.state == ReminderState.SNOOZED,
    Reminder.remind_at > _FAR,
    Reminder.user_id == _ME,
)
#: Columns: whether there are any.
ARE_THERE: tuple[ColumnElement[bool], ...] = (
    select(Reminder.id).where(*_TOLD_EARLY).exists(),
    select(Reminder.id).where(_SNOOZED_FAR).exists(),
)
#: When the first of those told too early will be due.
FIRST_DUE = select(func.min(Reminder.remind_at)).where(*_TOLD_EARLY).scalar_subquery()


def put_right(connection: Connection, moment: Mapping[str, Any]) -> None:
    """Arm again what was told too early, and bring back now what was put off too far."""
    again = update(Reminder).where(*_TOLD_EARLY)
    connection.execute(
        again.values(
            state=ReminderState.PENDING,
            round=Reminder.round + 1,
            raised_at=None,
            escalated_at=None,
        ),
        moment,
    )
    connection.execute(update(Reminder).where(_SNOOZED_FAR).values(remind_at=_AT), moment)
