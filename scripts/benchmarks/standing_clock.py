"""A clock for portfolios that were made for one day."""

from dataclasses import dataclass
from datetime import date

from typing_extensions import override

from cockpit.domain.clock import SystemClock


@dataclass(frozen=True, slots=True)
class StandingClock(SystemClock):
    """A clock that stands on a day and knows all that is stored."""

    day: date = date.max

    @override
    def today(self) -> date:
        """Return the day."""
        return self.day
