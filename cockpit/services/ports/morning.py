"""What the day holds for one user."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from cockpit.domain.morning import DayResult, MorningFigure
from cockpit.services.ports.identity import CurrentUser


class MorningRepository(Protocol):
    """Reads of the morning page."""

    def last_day(self, *, user: CurrentUser, before: datetime) -> datetime | None:
        """Return an instant of the user's last work before another; None where there was none."""
        ...

    def owns_customers(self, user: CurrentUser) -> bool:
        """Return whether any customer is in the user's portfolio."""
        ...

    def has_customers(self) -> bool:
        """Return whether there is any customer to judge."""
        ...

    def promised(
        self, *, user: CurrentUser, start: datetime, end: datetime
    ) -> Sequence[MorningFigure]:
        """Return the figures of next contacts and requests that the user sees.

        Args:
            user: Who.
            start: The start of the day; what was due before is overdue.
            end: The start of the next one.
        """
        ...

    def woken(self, *, owner_id: UUID | None) -> MorningFigure:
        """Return the customers with an objection whose condition came true; None is everybody's."""
        ...

    def left(self, *, owner_id: UUID | None, since: date, until: date) -> Sequence[MorningFigure]:
        """Return the customers who became at risk or inactive after ``since``, and by ``until``."""
        ...

    def judged(self) -> tuple[date, date] | None:
        """Return the day of the stored judgements, and since when the oldest status holds.

        The day is the oldest, where somebody still waits to be judged; None without judgements.
        """
        ...

    def result(
        self, *, user: CurrentUser, day: date, start: datetime, end: datetime
    ) -> DayResult | None:
        """Return what the user did on a day, from its start to its end; None where nothing."""
        ...
