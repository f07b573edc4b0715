"""Days that are drawn of a long time, so that a sample of it need not look at all contacts."""

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from cockpit.domain.review import Wanted
from models import Contact

#: A time of so many days is looked at as a whole.
_MOST = 31
_DAY = timedelta(days=1)
_FIRST = datetime(1970, 1, 1, tzinfo=UTC)


def some_days(connection: Connection, wanted: Wanted) -> ColumnElement[bool] | None:
    """Return whether a contact is of one of the days that are drawn; None where all are looked at.

    A day's place in the draw follows from the day alone, so that a sample stays what it is while
    new contacts come.
    """
    since, before = wanted.since, wanted.before
    oldest, newest = _end(connection, func.min), _end(connection, func.max)
    if oldest is None or newest is None:
        return None
    first = _number(max(oldest, since or oldest))
    last = _number(min(newest, before))
    if last - first < _MOST:
        return None
    drawn = sorted(range(first, last + 1), key=_place)[:_MOST]
    begins = [_FIRST + one * _DAY for one in drawn]
    return or_(
        *(and_(Contact.occurred_at >= one, Contact.occurred_at < one + _DAY) for one in begins)
    )


def _end(connection: Connection, which: Callable[..., Any]) -> datetime | None:
    """Return when the first or the last contact was; one of them at a time is an index's end."""
    return connection.execute(select(which(Contact.occurred_at))).scalar()


def _number(instant: datetime) -> int:
    """Return the days since 1970, in UTC."""
    return (instant - _FIRST) // _DAY


def _place(day: int) -> bytes:
    return hashlib.blake2b(day.to_bytes(8, "big", signed=True), digest_size=8).digest()
