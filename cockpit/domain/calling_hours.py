"""When one customer may be called, as far as a next contact has to know."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.calling_window import Place, WindowRules, Wishes, first_opening

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class CallingHours:
    """A customer's place and wishes with the rules in force."""

    place: Place
    wishes: Wishes
    rules: WindowRules

    def holds(self, draft: AppointmentDraft) -> bool:
        """Return whether they may be called then; on a whole day, at some instant of it."""
        opens_at = self.next_opening(draft.due_at)
        if opens_at is None:
            return False
        if draft.has_time:
            return opens_at <= draft.due_at
        return opens_at < draft.due_at + _DAY

    def next_opening(self, at: datetime) -> datetime | None:
        """Return the first instant from one on at which they may be called; None where none is."""
        return first_opening(self.place, self.wishes, self.rules, at)
