"""Who is to be told of which reminder, once per round; see docs/decisions/0014-agenda.md.

Claims are made by one INSERT from a SELECT, so that a burst of thousands costs a few statements,
and so that of two programs the second finds the first one's rows.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    Update,
    and_,
    exists,
    func,
    literal,
    or_,
    select,
    update,
)

from cockpit.data.facts import FactWriter
from cockpit.data.repositories.permissions import forbidden_channels
from cockpit.data.repositories.stored_clock import ahead
from cockpit.data.repositories.upsert import upsert
from cockpit.domain import formats
from cockpit.domain.agenda import SHOW_LEASE, Reminder
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import Channel, ReminderEventKind, ReminderState
from cockpit.services.ports import CurrentUser
from models import Appointment, Customer, Phone, ReminderEvent, ReminderRaise, Team, User
from models import Reminder as ReminderRow

_ARMED = (ReminderState.PENDING, ReminderState.SNOOZED)
_UNANSWERED = (*_ARMED, ReminderState.RAISED)
_ENDING = {
    ReminderEventKind.DONE: ReminderState.DONE,
    ReminderEventKind.CANCELLED: ReminderState.CANCELLED,
}
#: Keys of one statement; SQLite takes no more than 32,766 values.
_AT_ONCE = 5_000


class SqlReminderRepository:
    """Reminders; what happens to them is written as facts too."""

    def __init__(self, connection: Connection, facts: FactWriter) -> None:
        self._connection = connection
        self._facts = facts

    def has_work(self, *, user: CurrentUser, at: datetime, since: datetime | None) -> bool:
        """Return whether anything is to be told to this user, shown again or escalated now."""
        later = ahead(self._connection, at)
        looks: list[Select[Any]] = [
            select(ReminderRow.id).where(*_untold(user, at)),
            select(ReminderRaise.reminder_id).where(*_abandoned(user, at + later)),
        ]
        if since is not None:
            unanswered = (*_escalable(user), ReminderRow.raised_at <= since + later)
            looks.append(select(ReminderRow.id).where(*unanswered))
        return any(self._connection.execute(one.limit(1)).first() for one in looks)

    def claim(self, *, user: CurrentUser, at: datetime) -> list[Reminder]:
        """Take what the user is to be told now, oldest first; nobody else tells it to them."""
        self._facts.reserve(user.device_id)
        stored_at = at + ahead(self._connection, at)
        taken = select(
            ReminderRow.id,
            ReminderRow.round,
            literal(user.user_id, ReminderRaise.user_id.type),
            literal(user.device_id, ReminderRaise.device_id.type),
            literal(stored_at, ReminderRaise.raised_at.type),
        ).where(*_untold(user, at))
        columns = ["reminder_id", "round", "user_id", "device_id", "raised_at"]
        insert = upsert(self._connection, ReminderRaise).from_select(columns, taken)
        new = self._connection.execute(
            insert.on_conflict_do_nothing().returning(ReminderRaise.reminder_id)
        ).scalars()
        keys = list(new)
        self._note_raised(keys, user=user, at=at, stored_at=stored_at)
        left = self._take_over(user, stored_at, _abandoned(user, stored_at))
        return self._read(user, keys + left)

    def reclaim(self, *, user: CurrentUser, at: datetime) -> list[Reminder]:
        """Take again what this device took before it stopped and did not show."""
        mine = (*_unshown(user), ReminderRaise.device_id == user.device_id)
        stored_at = at + ahead(self._connection, at)
        return self._read(user, self._take_over(user, stored_at, mine))

    def note_shown(self, reminder_ids: Sequence[UUID], *, user: CurrentUser, at: datetime) -> None:
        """Store that the user's desktop shows these."""
        for keys in _chunks(reminder_ids):
            self._connection.execute(
                update(ReminderRaise)
                .where(*_unshown(user), ReminderRaise.reminder_id.in_(keys))
                .values(shown_at=at)
            )

    def waiting(self, *, user: CurrentUser, at: datetime) -> list[Reminder]:
        """Return the due reminders that concern the user and are not answered, oldest first."""
        due = (
            ReminderRow.state.in_(_UNANSWERED),
            ReminderRow.remind_at <= at,
            _concerns(user),
        )
        return self._reminders(user, _SELECT.where(*due))

    def next_at(
        self, *, user: CurrentUser, after: datetime, since: datetime | None
    ) -> datetime | None:
        """Return when to look again: something falls due, is escalated, or a lease ends."""
        later = ahead(self._connection, after)
        armed = (ReminderRow.state.in_(_ARMED), ReminderRow.remind_at > after, _concerns(user))
        taken = (*_unshown(user), ReminderRaise.raised_at > after + later - SHOW_LEASE)
        first_armed = select(func.min(ReminderRow.remind_at)).where(*armed)
        first_taken = select(func.min(ReminderRaise.raised_at)).where(*taken)
        found = [
            self._first(first_armed, timedelta(0)),
            self._first(first_taken, SHOW_LEASE - later),
        ]
        if since is not None:
            raised = (*_escalable(user), ReminderRow.raised_at > since + later)
            first = select(func.min(ReminderRow.raised_at)).where(*raised)
            found.append(self._first(first, after - since - later))
        return min((at for at in found if at is not None), default=None)

    def escalate(self, *, user: CurrentUser, at: datetime, since: datetime) -> list[UUID]:
        """Tell the user's teams of callbacks with a time that were raised by ``since``."""
        self._facts.reserve(user.device_id)
        moved = self._connection.execute(
            update(ReminderRow)
            .where(*_escalable(user), ReminderRow.raised_at <= since + ahead(self._connection, at))
            .values(escalated_at=at, round=ReminderRow.round + 1)
            .returning(ReminderRow.id, ReminderRow.customer_id)
        ).all()
        self._note([row.id for row in moved], ReminderEventKind.ESCALATED, user=user, at=at)
        return [row.customer_id for row in moved]

    def snooze(
        self, reminder_ids: Sequence[UUID], *, user: CurrentUser, at: datetime, until: datetime
    ) -> list[UUID]:
        """Bring unanswered reminders back later; return the customers of those that were moved."""
        later = update(ReminderRow).values(
            state=ReminderState.SNOOZED,
            remind_at=until,
            snoozed_until=until,
            round=ReminderRow.round + 1,
        )
        self._facts.reserve(user.device_id)
        moved = self._moved(later, reminder_ids)
        detail = {"until": until.isoformat()}
        self._note([*moved], ReminderEventKind.SNOOZED, user=user, at=at, detail=detail)
        return [*moved.values()]

    def answer(
        self,
        reminder_ids: Sequence[UUID],
        event: ReminderEventKind,
        *,
        user: CurrentUser,
        at: datetime,
    ) -> list[UUID]:
        """Note that the user opened reminders, or end them as done."""
        change = update(ReminderRow).values(state=ReminderRow.state)
        if event in _ENDING:
            change = update(ReminderRow).values(state=_ENDING[event], answered_at=at)
        self._facts.reserve(user.device_id)
        moved = self._moved(change, reminder_ids)
        self._note([*moved], event, user=user, at=at)
        return [*moved.values()]

    def _moved(self, change: Update, reminder_ids: Sequence[UUID]) -> dict[UUID, UUID]:
        """Change those that are not answered; return their customers by reminder."""
        moved: dict[UUID, UUID] = {}
        for keys in _chunks(reminder_ids):
            chosen = change.where(ReminderRow.id.in_(keys), ReminderRow.state.in_(_UNANSWERED))
            rows = self._connection.execute(
                chosen.returning(ReminderRow.id, ReminderRow.customer_id)
            )
            moved |= {row.id: row.customer_id for row in rows}
        return moved

    def _note_raised(
        self, keys: Sequence[UUID], *, user: CurrentUser, at: datetime, stored_at: datetime
    ) -> None:
        """Mark armed reminders as raised; those that a colleague was told of first are already."""
        raised: list[UUID] = []
        for some in _chunks(keys):
            raised += self._connection.execute(
                update(ReminderRow)
                .where(ReminderRow.id.in_(some), ReminderRow.state.in_(_ARMED))
                .values(state=ReminderState.RAISED, raised_at=stored_at)
                .returning(ReminderRow.id)
            ).scalars()
        self._note(raised, ReminderEventKind.RAISED, user=user, at=at)

    def _take_over(
        self, user: CurrentUser, stored_at: datetime, whose: Sequence[ColumnElement[bool]]
    ) -> list[UUID]:
        taken = self._connection.execute(
            update(ReminderRaise)
            .where(*whose)
            .values(device_id=user.device_id, raised_at=stored_at)
            .returning(ReminderRaise.reminder_id, ReminderRaise.round)
        ).all()
        return [row.reminder_id for row in taken]

    def _read(self, user: CurrentUser, keys: Sequence[UUID]) -> list[Reminder]:
        """Return the reminders of these keys that are still unanswered, oldest first."""
        found: list[Reminder] = []
        for some in _chunks(keys):
            chosen = _SELECT.where(ReminderRow.id.in_(some), ReminderRow.state.in_(_UNANSWERED))
            found += self._reminders(user, chosen)
        return sorted(found, key=lambda one: (one.due_at, one.reminder_id))

    def _reminders(self, user: CurrentUser, chosen: Select[*tuple[Any, ...]]) -> list[Reminder]:
        rows = self._connection.execute(chosen.order_by(ReminderRow.due_at, ReminderRow.id)).all()
        closed: dict[UUID, frozenset[Channel]] = {}
        for keys in _chunks([row.customer_id for row in rows]):
            closed |= forbidden_channels(self._connection, keys)
        return [
            _reminder(row, user, may_call=Channel.PHONE not in closed.get(row.customer_id, ()))
            for row in rows
        ]

    def _first(self, chosen: Select[Any], wait: timedelta) -> datetime | None:
        found: datetime | None = self._connection.execute(chosen).scalar()
        return None if found is None else found + wait

    def _note(
        self,
        keys: Sequence[UUID],
        kind: ReminderEventKind,
        *,
        user: CurrentUser,
        at: datetime,
        detail: dict[str, Any] | None = None,
    ) -> None:
        contents = [
            {
                "id": new_id(),
                "reminder_id": key,
                "kind": kind,
                "occurred_at": at,
                "user_id": user.user_id,
                "detail": detail,
            }
            for key in keys
        ]
        self._facts.add_all(ReminderEvent, contents, device_id=user.device_id, at=at)


_SELECT: Select[*tuple[Any, ...]] = (
    select(
        ReminderRow.id,
        ReminderRow.customer_id,
        func.coalesce(func.nullif(Customer.trade_name, ""), Customer.legal_name).label("name"),
        Phone.e164,
        Phone.raw,
        ReminderRow.due_at,
        ReminderRow.remind_at,
        ReminderRow.state,
        ReminderRow.user_id,
        ReminderRow.round,
        ReminderRow.escalated_at,
        User.name.label("owner"),
        Appointment.note,
        Appointment.has_time,
        Appointment.kind,
        Appointment.deadline_at,
        Appointment.goal,
    )
    .join(Customer, Customer.id == ReminderRow.customer_id)
    .join(Appointment, Appointment.id == ReminderRow.appointment_id)
    .outerjoin(User, User.id == ReminderRow.user_id)
    .outerjoin(Phone, and_(Phone.customer_id == Customer.id, Phone.is_primary))
)


def _concerns(user: CurrentUser) -> ColumnElement[bool]:
    own_team = select(User.team_id).where(User.id == user.user_id).scalar_subquery()
    supervised = select(Team.id).where(Team.supervisor_id == user.user_id)
    is_shared = or_(ReminderRow.user_id.is_(None), ReminderRow.escalated_at.is_not(None))
    is_of_team = or_(
        ReminderRow.team_id.is_(None),
        ReminderRow.team_id == own_team,
        ReminderRow.team_id.in_(supervised),
    )
    return or_(ReminderRow.user_id == user.user_id, and_(is_shared, is_of_team))


def _untold(user: CurrentUser, at: datetime) -> tuple[ColumnElement[bool], ...]:
    told = exists().where(
        ReminderRaise.reminder_id == ReminderRow.id,
        ReminderRaise.round == ReminderRow.round,
        ReminderRaise.user_id == user.user_id,
    )
    return (
        ReminderRow.state.in_(_UNANSWERED),
        ReminderRow.remind_at <= at,
        _concerns(user),
        ~told,
    )


def _unshown(user: CurrentUser) -> tuple[ColumnElement[bool], ...]:
    """Return what picks the user's claims of this round that the desktop did not take."""
    is_current = exists().where(
        ReminderRow.id == ReminderRaise.reminder_id,
        ReminderRow.round == ReminderRaise.round,
        ReminderRow.state == ReminderState.RAISED,
    )
    return ReminderRaise.user_id == user.user_id, ReminderRaise.shown_at.is_(None), is_current


def _abandoned(user: CurrentUser, at: datetime) -> tuple[ColumnElement[bool], ...]:
    return (*_unshown(user), ReminderRaise.raised_at <= at - SHOW_LEASE)


def _escalable(user: CurrentUser) -> tuple[ColumnElement[bool], ...]:
    """Return what picks the user's team's unanswered promises, to be told to all of it."""
    timed = exists().where(
        Appointment.id == ReminderRow.appointment_id, Appointment.has_time.is_(True)
    )
    own_team = select(User.team_id).where(User.id == user.user_id).scalar_subquery()
    supervised = select(Team.id).where(Team.supervisor_id == user.user_id)
    return (
        ReminderRow.state == ReminderState.RAISED,
        ReminderRow.escalated_at.is_(None),
        ReminderRow.user_id.is_not(None),
        or_(
            ReminderRow.team_id.is_(None),
            ReminderRow.team_id == own_team,
            ReminderRow.team_id.in_(supervised),
        ),
        timed,
    )


def _chunks(keys: Sequence[UUID]) -> list[Sequence[UUID]]:
    return [keys[first : first + _AT_ONCE] for first in range(0, len(keys), _AT_ONCE)]


def _reminder(row: Row[Any], user: CurrentUser, *, may_call: bool) -> Reminder:
    phone = formats.phone(row.e164) if row.e164 else row.raw or ""
    is_mine = row.user_id in (None, user.user_id)
    return Reminder(
        reminder_id=row.id,
        customer_id=row.customer_id,
        customer_name=row.name,
        phone=phone if may_call else "",
        due_at=row.due_at,
        has_time=row.has_time,
        remind_at=row.remind_at,
        state=row.state,
        note=row.note or "",
        kind=row.kind,
        owner_name="" if is_mine else row.owner or "",
        round=row.round,
        is_escalated=row.escalated_at is not None,
        deadline=row.deadline_at,
        goal=row.goal,
    )
