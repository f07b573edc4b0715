"""The one source of "now" and "today", so that a past day can be asked for everywhere."""

import time
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from datetime import time as time_of_day
from typing import Protocol
from zoneinfo import ZoneInfo

DEFAULT_ZONE = ZoneInfo("America/Sao_Paulo")


class Clock(Protocol):
    """Tells the time."""

    @property
    def zone(self) -> ZoneInfo:
        """Return the time zone in which "today" is meant."""
        ...

    def now(self) -> datetime:
        """Return the present instant, aware, in UTC."""
        ...

    def today(self) -> date:
        """Return the present day in the clock's zone."""
        ...

    @property
    def known_at(self) -> datetime | None:
        """Return up to when data count as known: the end of a day that is asked for.

        None means everything that is stored, however the machine's clock was set meanwhile.
        """
        ...


@dataclass(frozen=True, slots=True)
class SystemClock:
    """The machine's own clock."""

    zone: ZoneInfo = DEFAULT_ZONE

    def now(self) -> datetime:
        """Return the present instant, aware, in UTC."""
        return datetime.now(UTC)

    def today(self) -> date:
        """Return the present day in the clock's zone."""
        return self.now().astimezone(self.zone).date()

    @property
    def known_at(self) -> None:
        """Return that everything stored is known."""
        return


@dataclass(frozen=True, slots=True)
class AsOfClock:
    """A clock that starts at nine in the morning of a chosen day and goes on from there.

    Attributes:
        day: The day that counts as today.
        zone: The zone in which it is that day.
    """

    day: date
    zone: ZoneInfo = DEFAULT_ZONE
    _started: float = field(default_factory=time.monotonic)

    def now(self) -> datetime:
        """Return the chosen day's instant, aware, in UTC."""
        start = datetime.combine(self.day, time_of_day(9), tzinfo=self.zone)
        return (start + timedelta(seconds=time.monotonic() - self._started)).astimezone(UTC)

    def today(self) -> date:
        """Return the chosen day."""
        return self.day

    @property
    def known_at(self) -> datetime:
        """Return the last instant of the chosen day, aware, in UTC."""
        return last_instant(self.day, self.zone)


def last_instant(day: date, zone: ZoneInfo) -> datetime:
    """Return the last instant of a day, aware, in UTC; of an hour that came twice the second."""
    end = datetime.combine(day, time_of_day.max.replace(fold=1), tzinfo=zone)
    try:
        return end.astimezone(UTC)
    except OverflowError:  # the calendar's last day ends after the last instant in UTC
        return datetime.max.replace(tzinfo=UTC)
