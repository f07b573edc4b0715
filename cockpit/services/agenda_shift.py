"""Where a next contact goes when it is pushed by days or half hours."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from cockpit.domain.agenda_view import AgendaItem, NewTime
from cockpit.domain.calling_window import WindowRules
from cockpit.domain.clock import Clock
from cockpit.services.agenda_days import day_start, is_workday

_DAY, _STEP = timedelta(days=1), timedelta(minutes=30)
#: A working day is looked for so far ahead.
_HORIZON = 60


@dataclass(frozen=True, slots=True)
class Shifting:
    """Knows the present moment and the days off."""

    clock: Clock
    rules: WindowRules

    def of(self, item: AgendaItem, *, days: int, half_hours: int) -> NewTime:
        """Return where an item goes."""
        local = item.due_at.astimezone(self.clock.zone)
        wall = local.replace(tzinfo=None, fold=0)
        if half_hours:
            wall = self._later(wall, item, half_hours)
            return self._at(item, wall, has_time=True)
        today = self.clock.today()
        day = max(wall.date(), today - _DAY) if days > 0 else wall.date()
        for _ in range(abs(days)):
            day = self._workday(day, 1 if days > 0 else -1)
        moved = self._at(item, datetime.combine(day, wall.time()), has_time=item.has_time)
        if days > 0 and item.has_time and moved.due_at < self.clock.now():
            day = self._workday(day, 1)
            moved = self._at(item, datetime.combine(day, wall.time()), has_time=True)
        return moved

    def _later(self, wall: datetime, item: AgendaItem, half_hours: int) -> datetime:
        """Return another half hour of the same day."""
        if not item.has_time:
            opens = self.rules.default.opens
            return datetime.combine(wall.date(), opens)
        later = wall + _STEP * half_hours
        return later if later.date() == wall.date() else wall

    def _workday(self, day: date, step: int) -> date:
        """Return the next day that is worked, in either direction."""
        for _ in range(_HORIZON):
            day += _DAY * step
            if is_workday(day, self.rules):
                break
        return day

    def _at(self, item: AgendaItem, wall: datetime, *, has_time: bool) -> NewTime:
        if not has_time:
            return NewTime(item.appointment_id, day_start(wall.date(), self.clock.zone), has_time)
        due_at = datetime.combine(wall.date(), wall.time(), tzinfo=self.clock.zone)
        return NewTime(item.appointment_id, due_at, has_time)
