"""Letters among the notices: which are to be sent now, and what became of each."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, and_, or_, update

from cockpit.data.repositories.stored_clock import ahead
from cockpit.domain.notices import GIVE_UP_AFTER, RETRY_AFTER, UNDER_WAY_LEASE
from cockpit.domain.vocabulary import NoticeState
from models import Notification

_UNSENT = (NoticeState.WAITING, NoticeState.UNDER_WAY)


def is_due(connection: Connection, at: datetime) -> ColumnElement[bool]:
    """Return what holds for a letter that is to be sent now, or sent again."""
    present = at + ahead(connection, at)
    tried = Notification.tried_at
    return or_(
        and_(
            Notification.state == NoticeState.WAITING,
            or_(tried.is_(None), tried <= present - RETRY_AFTER),
        ),
        and_(Notification.state == NoticeState.UNDER_WAY, tried <= present - UNDER_WAY_LEASE),
    )


def give_up(connection: Connection, which: ColumnElement[bool], at: datetime) -> int:
    """Mark those that are too old as failed; return how many."""
    oldest = at + ahead(connection, at) - GIVE_UP_AFTER
    old = update(Notification).where(
        which, Notification.state.in_(_UNSENT), Notification.created_at < oldest
    )
    return connection.execute(old.values(state=NoticeState.FAILED)).rowcount


def begin(connection: Connection, notice_id: UUID, attempts: int, at: datetime) -> bool:
    """Mark a letter as under way; False where it was tried since it had so many attempts."""
    chosen = update(Notification).where(
        Notification.id == notice_id,
        Notification.state.in_(_UNSENT),
        Notification.attempts == attempts,
    )
    begun = chosen.values(
        state=NoticeState.UNDER_WAY,
        tried_at=at + ahead(connection, at),
        attempts=attempts + 1,
    )
    return connection.execute(begun).rowcount == 1


def end(
    connection: Connection, notice_id: UUID, state: NoticeState, detail: str, at: datetime
) -> None:
    """Store what became of a letter; one that was sent stays sent."""
    values: dict[str, Any] = {"state": state, "detail": detail or None}
    if state is NoticeState.SENT:
        values["sent_at"] = at + ahead(connection, at)
    chosen = update(Notification).where(
        Notification.id == notice_id, Notification.state != NoticeState.SENT
    )
    connection.execute(chosen.values(values))
