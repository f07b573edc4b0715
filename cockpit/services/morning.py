"""The morning page: what the day holds for the user, read in one go."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from cockpit.domain.clock import Clock
from cockpit.domain.morning import JUDGED, DayResult, Morning, MorningFigure, MorningKind
from cockpit.services.ports import CurrentUser, Database, ReadUnit

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class MorningService:
    """Reads the page; safe to use from several threads."""

    database: Database
    clock: Clock
    user: CurrentUser

    def read(self) -> Morning:
        """Return the page of the clock's day."""
        today, user = self.clock.today(), self.user
        start, end = self._start(today), self._start(today + _DAY)
        with self.database.read() as unit:
            last = unit.morning.last_day(user=user, before=start)
            since = today - _DAY if last is None else last.astimezone(self.clock.zone).date()
            is_own = unit.morning.owns_customers(user)
            owner_id = user.user_id if is_own else None
            judged = unit.morning.judged()
            is_judged = judged[0] == today if judged else not unit.morning.has_customers()
            figures = [
                *unit.morning.promised(user=user, start=start, end=end),
                unit.morning.woken(owner_id=owner_id),
                *self._left(unit, judged, owner_id=owner_id, since=since),
            ]
            received = unit.post_its.received(user=user, today=today, since=end)
            return Morning(
                today=today,
                since_on=since,
                figures=tuple(sorted(figures, key=lambda one: _ORDER.index(one.kind))),
                is_judged=is_judged,
                is_own_portfolio=is_own,
                post_its=tuple(one for one in received if one.is_unread),
                result=self._result(unit, since),
            )

    def _left(
        self,
        unit: ReadUnit,
        judged: tuple[date, date] | None,
        *,
        owner_id: UUID | None,
        since: date,
    ) -> Sequence[MorningFigure]:
        """Return who left their cycle since the user's last day, where today is judged.

        The first judgement of all found everybody as they were: that is no change.
        """
        today = self.clock.today()
        if judged is None or judged[0] != today:
            return [MorningFigure(kind) for kind in sorted(JUDGED)]
        return unit.morning.left(owner_id=owner_id, since=max(since, judged[1]), until=today)

    def _result(self, unit: ReadUnit, day: date) -> DayResult | None:
        return unit.morning.result(
            user=self.user, day=day, start=self._start(day), end=self._start(day + _DAY)
        )

    def _start(self, day: date) -> datetime:
        return datetime.combine(day, time(), tzinfo=self.clock.zone)


_ORDER = tuple(MorningKind)
