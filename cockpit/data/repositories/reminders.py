"""Who is to be told of which reminder, once per round; see docs/decisions/0014-agenda.md.

Claims are made by one INSERT from a SELECT, so that a burst of thousands costs a few statements,
and so that of two programs the second finds the first one's rows.
"""

from collections.abc import Collection, Mapping, Sequence
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
    bindparam,
    exists,
    func,
    or_,
    select,
    update,
)

from cockpit.data.facts import FactWriter
from cockpit.data.repositories.early_reminders import ARE_THERE, FIRST_DUE, put_right
from cockpit.data.repositories.permissions import forbidden_channels
from cockpit.data.repositories.person_wishes import dialled_instead
from cockpit.data.repositories.raw import in_chunks
from cockpit.data.repositories.shown_name import SHOWN_NAME
from cockpit.data.repositories.stored_clock import ahead
from cockpit.data.repositories.upsert import upsert
from cockpit.domain import formats
from cockpit.domain.agenda import OFF_CLOCK, SHOW_LEASE, Reminder
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import Channel, ReminderEventKind, ReminderState
from cockpit.services.ports import CurrentUser, Outlook
from models import Appointment, Customer, Phone, ReminderEvent, ReminderRaise, Team, User
from models import Reminder as ReminderRow

_ARMED = (ReminderState.PENDING, ReminderState.SNOOZED)
_UNANSWERED = (*_ARMED, ReminderState.RAISED)
_ENDING = {
    ReminderEventKind.DONE: ReminderState.DONE,
    ReminderEventKind.CANCELLED: ReminderState.CANCELLED,
}

_ME = bindparam("me", type_=User.id.type)
_DEVICE = bindparam("device", type_=ReminderRaise.device_id.type)
_AT = bindparam("at", type_=ReminderRow.remind_at.type)
_STORED_AT = bindparam("stored_at", type_=ReminderRaise.raised_at.type)
#: What was claimed by then and not shown is given out again; what was raised by then, escalated.
_LEASED = bindparam("leased", type_=ReminderRaise.raised_at.type)
_SINCE = bindparam("since", type_=ReminderRow.raised_at.type)
#: The same by the program's clock: what was to be raised by then and nobody was there to see.
_LEFT = bindparam("left", type_=ReminderRow.remind_at.type)

_OWN_TEAM = select(User.team_id).where(User.id == _ME).scalar_subquery()
_IS_OF_TEAM = or_(
    ReminderRow.team_id.is_(None),
    ReminderRow.team_id == _OWN_TEAM,
    ReminderRow.team_id.in_(select(Team.id).where(Team.supervisor_id == _ME)),
)
_IS_SHARED = or_(ReminderRow.user_id.is_(None), ReminderRow.escalated_at.is_not(None))
_CONCERNS = or_(ReminderRow.user_id == _ME, and_(_IS_SHARED, _IS_OF_TEAM))
_IS_TOLD = exists().where(
    ReminderRaise.reminder_id == ReminderRow.id,
    ReminderRaise.round == ReminderRow.round,
    ReminderRaise.user_id == _ME,
)
_UNTOLD = (ReminderRow.state.in_(_UNANSWERED), _CONCERNS, ~_IS_TOLD)
_DUE_UNTOLD = (*_UNTOLD, ReminderRow.remind_at <= _AT)
#: The user's claims of this round that no desktop took.
_UNSHOWN = (
    ReminderRaise.user_id == _ME,
    ReminderRaise.shown_at.is_(None),
    exists().where(
        ReminderRow.id == ReminderRaise.reminder_id,
        ReminderRow.round == ReminderRaise.round,
        ReminderRow.state == ReminderState.RAISED,
    ),
)
_ABANDONED = (*_UNSHOWN, ReminderRaise.raised_at <= _LEASED)
#: Promises of the user's teams that are told to all of a team when nobody answers them.
_ESCALABLE = (
    ReminderRow.escalated_at.is_(None),
    ReminderRow.user_id.is_not(None),
    _IS_OF_TEAM,
    exists().where(Appointment.id == ReminderRow.appointment_id, Appointment.has_time.is_(True)),
)
_RAISED = (*_ESCALABLE, ReminderRow.state == ReminderState.RAISED)
_ARMED_YET = (*_ESCALABLE, ReminderRow.state.in_(_ARMED))
_UNANSWERED_SINCE = (*_RAISED, ReminderRow.raised_at <= _SINCE)
_LEFT_SINCE = (*_ARMED_YET, ReminderRow.remind_at <= _LEFT)

_LOOK = select(
    or_(
        select(ReminderRow.id).where(*_DUE_UNTOLD).exists(),
        select(ReminderRaise.reminder_id).where(*_ABANDONED).exists(),
        select(ReminderRow.id).where(*_UNANSWERED_SINCE).exists(),
        select(ReminderRow.id).where(*_LEFT_SINCE).exists(),
        *ARE_THERE,
    ).label("has_work"),
    select(func.min(ReminderRow.remind_at))
    .where(*_UNTOLD, ReminderRow.remind_at > _AT)
    .scalar_subquery()
    .label("untold"),
    select(func.min(ReminderRaise.raised_at))
    .where(*_UNSHOWN, ReminderRaise.raised_at > _LEASED)
    .scalar_subquery()
    .label("unshown"),
    select(func.min(ReminderRow.raised_at))
    .where(*_RAISED, ReminderRow.raised_at > _SINCE)
    .scalar_subquery()
    .label("unanswered"),
    select(func.min(ReminderRow.remind_at))
    .where(*_ARMED_YET, ReminderRow.remind_at > _LEFT)
    .scalar_subquery()
    .label("left"),
    FIRST_DUE.label("early"),
)
_WAITING = (ReminderRow.state.in_(_UNANSWERED), ReminderRow.remind_at <= _AT, _CONCERNS)
_COUNT = select(func.count()).select_from(ReminderRow).where(*_WAITING)
_CLAIMABLE = select(ReminderRow.id, ReminderRow.round, _ME, _DEVICE, _STORED_AT).where(*_DUE_UNTOLD)
_CLAIMED = ["reminder_id", "round", "user_id", "device_id", "raised_at"]


class SqlReminderRepository:
    """Reminders; what happens to them is written as facts too."""

    def __init__(self, connection: Connection, facts: FactWriter) -> None:
        self._connection = connection
        self._facts = facts

    def look(self, *, user: CurrentUser, at: datetime, since: datetime | None) -> Outlook:
        """Return whether anything is to be done now, and when to look again."""
        moment = self._moment(user, at, since)
        found = self._connection.execute(_LOOK, moment).one()
        later = moment["stored_at"] - at
        patience = timedelta(0) if since is None else at - since
        waits = (
            (found.untold, timedelta(0)),
            (found.early, timedelta(0)),
            (found.unshown, SHOW_LEASE - later),
            (found.unanswered, patience - later),
            (found.left, patience),
        )
        next_at = min((at + wait for at, wait in waits if at is not None), default=None)
        return Outlook(has_work=bool(found.has_work), next_at=next_at)

    def claim(self, *, user: CurrentUser, at: datetime) -> list[Reminder]:
        """Take what the user is to be told now, oldest first; nobody else tells it to them."""
        self._facts.reserve(user.device_id)
        moment = self._moment(user, at)
        put_right(self._connection, moment)
        insert = upsert(self._connection, ReminderRaise).from_select(_CLAIMED, _CLAIMABLE)
        claims = insert.on_conflict_do_nothing().returning(ReminderRaise.reminder_id)
        keys = list(self._connection.execute(claims, moment).scalars())
        self._note_raised(keys, user=user, at=at, stored_at=moment["stored_at"])
        return self._read(user, keys + self._take_over(moment, _ABANDONED))

    def reclaim(self, *, user: CurrentUser, at: datetime) -> list[Reminder]:
        """Take again what this device took before it stopped and did not show."""
        mine = (*_UNSHOWN, ReminderRaise.device_id == _DEVICE)
        return self._read(user, self._take_over(self._moment(user, at), mine))

    def note_shown(self, reminder_ids: Sequence[UUID], *, user: CurrentUser, at: datetime) -> None:
        """Store that the user's desktop shows these."""
        for keys in in_chunks(reminder_ids):
            shown = update(ReminderRaise).where(*_UNSHOWN, ReminderRaise.reminder_id.in_(keys))
            self._connection.execute(shown.values(shown_at=at), {"me": user.user_id})

    def waiting(
        self, *, user: CurrentUser, at: datetime, limit: int | None = None
    ) -> list[Reminder]:
        """Return the due reminders that concern the user and are not answered, oldest first."""
        chosen = _SELECT.where(*_WAITING).limit(limit)
        return self._reminders(user, chosen, {"me": user.user_id, "at": at})

    def count_waiting(self, *, user: CurrentUser, at: datetime) -> int:
        """Return how many they are."""
        return self._connection.execute(_COUNT, {"me": user.user_id, "at": at}).scalar_one()

    def still_waiting(
        self, reminder_ids: Collection[UUID], *, user: CurrentUser, at: datetime
    ) -> frozenset[UUID]:
        """Return which of these are among them."""
        found: set[UUID] = set()
        for keys in in_chunks(reminder_ids):
            chosen = select(ReminderRow.id).where(ReminderRow.id.in_(keys), *_WAITING)
            moment = {"me": user.user_id, "at": at}
            found.update(self._connection.execute(chosen, moment).scalars())
        return frozenset(found)

    def escalate(self, *, user: CurrentUser, at: datetime, since: datetime) -> list[UUID]:
        """Tell the user's teams of callbacks with a time that nobody answered since ``since``."""
        self._facts.reserve(user.device_id)
        moment, moved = self._moment(user, at, since), dict[UUID, UUID]()
        for overdue in (_UNANSWERED_SINCE, _LEFT_SINCE):
            escalated = update(ReminderRow).where(*overdue)
            rows = self._connection.execute(
                escalated.values(escalated_at=at, round=ReminderRow.round + 1).returning(
                    ReminderRow.id, ReminderRow.customer_id
                ),
                moment,
            )
            moved |= {row.id: row.customer_id for row in rows}
        self._note([*moved], ReminderEventKind.ESCALATED, user=user, at=at)
        return [*moved.values()]

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
        for keys in in_chunks(reminder_ids):
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
        for some in in_chunks(keys):
            raised += self._connection.execute(
                update(ReminderRow)
                .where(ReminderRow.id.in_(some), ReminderRow.state.in_(_ARMED))
                .values(state=ReminderState.RAISED, raised_at=stored_at)
                .returning(ReminderRow.id)
            ).scalars()
        self._note(raised, ReminderEventKind.RAISED, user=user, at=at)

    def _take_over(
        self, moment: Mapping[str, Any], whose: Sequence[ColumnElement[bool]]
    ) -> list[UUID]:
        taken = update(ReminderRaise).where(*whose)
        return list(
            self._connection.execute(
                taken.values(device_id=_DEVICE, raised_at=_STORED_AT).returning(
                    ReminderRaise.reminder_id
                ),
                moment,
            ).scalars()
        )

    def _read(self, user: CurrentUser, keys: Sequence[UUID]) -> list[Reminder]:
        """Return the reminders of these keys that are still unanswered, oldest first."""
        found: list[Reminder] = []
        for some in in_chunks(keys):
            chosen = _SELECT.where(ReminderRow.id.in_(some), ReminderRow.state.in_(_UNANSWERED))
            found += self._reminders(user, chosen, {})
        return sorted(found, key=lambda one: (one.due_at, one.reminder_id))

    def _reminders(
        self, user: CurrentUser, chosen: Select[*tuple[Any, ...]], moment: Mapping[str, Any]
    ) -> list[Reminder]:
        ordered = chosen.order_by(ReminderRow.due_at, ReminderRow.id)
        rows = self._connection.execute(ordered, moment).all()
        numbers: dict[UUID, str] = {}
        for keys in in_chunks([row.customer_id for row in rows]):
            numbers |= dialled_instead(self._connection, keys)
            for customer_id, closed in forbidden_channels(self._connection, keys).items():
                if Channel.PHONE in closed:
                    numbers[customer_id] = ""
        return [_reminder(row, user, numbers.get(row.customer_id)) for row in rows]

    def _moment(
        self, user: CurrentUser, at: datetime, since: datetime | None = None
    ) -> dict[str, Any]:
        """Return the values of a statement's parameters."""
        later = ahead(self._connection, at)
        return {
            "me": user.user_id,
            "device": user.device_id,
            "at": at,
            "stored_at": at + later,
            "leased": at + later - SHOW_LEASE,
            "since": None if since is None else since + later,
            "left": since,
            "far": at + OFF_CLOCK,
        }

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
        SHOWN_NAME.label("name"),
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


def _reminder(row: Row[Any], user: CurrentUser, instead: str | None) -> Reminder:
    """Return a reminder; ``instead`` is what is dialled in place of the customer's number."""
    phone = formats.phone(row.e164) if row.e164 else row.raw or ""
    is_mine = row.user_id in (None, user.user_id)
    return Reminder(
        reminder_id=row.id,
        customer_id=row.customer_id,
        customer_name=row.name,
        phone=phone if instead is None else instead,
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
