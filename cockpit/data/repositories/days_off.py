"""The days without calls that a company keeps, with who added or removed them."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select

from cockpit.data.facts import FactWriter
from cockpit.data.repositories.audit_trail import record
from cockpit.domain.audit import Deed
from cockpit.domain.days_off import DayOff, DayOffDraft
from cockpit.domain.ids import new_id
from cockpit.services.ports import CurrentUser
from models import CalendarDay

ADDED, REMOVED = "day_off_added", "day_off_removed"
_DAYS = select(
    CalendarDay.id,
    CalendarDay.day_on,
    CalendarDay.name,
    CalendarDay.state,
    CalendarDay.city,
    CalendarDay.is_optional,
).order_by(CalendarDay.day_on, CalendarDay.id)


class SqlDayOffRepository:
    """The company's table of days."""

    def __init__(self, connection: Connection, facts: FactWriter) -> None:
        self._connection = connection
        self._facts = facts

    def days(self, *, since: date) -> list[DayOff]:
        """Return the days from one on, in their order."""
        return self._read(CalendarDay.day_on >= since)

    def add(self, drafts: Sequence[DayOffDraft], *, user: CurrentUser, at: datetime) -> int:
        """Keep these days; return how many were not kept before."""
        self._facts.reserve(user.device_id)
        days = {one.day for one in drafts}
        known = {one.key for one in self._read(CalendarDay.day_on.in_(days))} if days else set()
        new = {one.key: one for one in reversed(drafts) if one.key not in known}
        for draft in sorted(new.values(), key=lambda one: one.key):
            day = DayOff(new_id(), draft.day, draft.name.strip(), draft.state, draft.city.strip())
            values = {
                "id": day.day_id,
                "day_on": day.day,
                "name": day.name,
                "state": day.state or None,
                "city": day.city or None,
                "is_optional": False,
            }
            self._connection.execute(insert(CalendarDay), [values])
            self._note(ADDED, day, user, at)
        return len(new)

    def remove(self, day_ids: Collection[UUID], *, user: CurrentUser, at: datetime) -> int:
        """Keep these no more; return how many there were."""
        self._facts.reserve(user.device_id)
        found = self._read(CalendarDay.id.in_(day_ids)) if day_ids else []
        for day in found:
            self._connection.execute(delete(CalendarDay).where(CalendarDay.id == day.day_id))
            self._note(REMOVED, day, user, at)
        return len(found)

    def _read(self, condition: Any) -> list[DayOff]:
        return [
            DayOff(key, day, name, state or "", city or "", is_optional)
            for key, day, name, state, city, is_optional in self._connection.execute(
                _DAYS.where(condition)
            )
        ]

    def _note(self, action: str, day: DayOff, user: CurrentUser, at: datetime) -> None:
        detail = {
            "day": day.day.isoformat(), "name": day.name, "state": day.state, "city": day.city,
        }  # fmt: skip
        deed = Deed(action, CalendarDay.__tablename__, day.day_id, detail)
        record(self._connection, self._facts, deed, user=user, at=at)
