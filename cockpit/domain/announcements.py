"""What the desktop says of reminders: one by one or as a burst, by name or not, now or later."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from cockpit.domain.agenda import Reminder

#: So many are told one by one; more at once are told as one.
SINGLE_REMINDERS = 3
#: Quiet is asked for so long at most.
LONGEST_QUIET = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Quiet:
    """When the user wants no notification.

    Attributes:
        until: Not before this instant, aware; None is not asked for.
        daily_from: From this time of each day, by the user's clock; None has no daily rest.
        daily_until: Until then; an end that is not after the beginning is on the next day.
    """

    until: datetime | None = None
    daily_from: time | None = None
    daily_until: time | None = None

    def ends_at(self, now: datetime) -> datetime | None:
        """Return when the quiet that holds at an instant ends, or None where none does.

        Args:
            now: Aware, in the user's zone.
        """
        ends = [end for end in (self._asked(now), self._daily(now)) if end is not None]
        return max(ends, default=None)

    def _asked(self, now: datetime) -> datetime | None:
        """Return the end of what was asked for; one further away is of a clock put back since."""
        is_asked = self.until is not None and now < self.until <= now + LONGEST_QUIET
        return self.until if is_asked else None

    def _daily(self, now: datetime) -> datetime | None:
        start, end = self.daily_from, self.daily_until
        if start is None or end is None or start == end:
            return None
        clock, day = now.time(), now.date()
        if start < end:
            return _at(day, end, now) if start <= clock < end else None
        if clock >= start:
            return _at(day + timedelta(days=1), end, now)
        return _at(day, end, now) if clock < end else None


@dataclass(frozen=True, slots=True)
class Manner:
    """How a user wants to be told.

    Attributes:
        names_customers: Whether the desktop may show names; whoever passes by reads them.
        has_sound: Whether a notification may be heard.
    """

    names_customers: bool = True
    has_sound: bool = True
    quiet: Quiet = field(default_factory=Quiet)


@dataclass(frozen=True, slots=True)
class Announcement:
    """One notification.

    Attributes:
        reminders: What it is about, oldest first; more than one is a burst.
    """

    reminders: tuple[Reminder, ...]

    @property
    def is_burst(self) -> bool:
        """Return whether it tells several at once."""
        return len(self.reminders) > 1


def announcements(raised: Sequence[Reminder]) -> tuple[Announcement, ...]:
    """Return how reminders that fell due together are told: few one by one, many as one."""
    if len(raised) > SINGLE_REMINDERS:
        return (Announcement(tuple(raised)),)
    return tuple(Announcement((one,)) for one in raised)


def _at(day: date, moment: time, now: datetime) -> datetime:
    return datetime.combine(day, moment, tzinfo=now.tzinfo)
