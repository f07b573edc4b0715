"""Which periods may be closed, when it is done without anybody, and what a check of one says."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from cockpit.domain.errors import BadInputError
from cockpit.domain.periods import Period, month_of, months_up_to
from cockpit.domain.reactivation import CreditedDay, Faces, Totals

#: Days of the next month on which a month may be closed without anybody.
LAST_CLOSING_DAY = 28
#: How many months are offered before anything was closed.
MONTHS_OFFERED = 24


@dataclass(frozen=True, slots=True)
class ClosingRule:
    """When months are closed without anybody.

    Attributes:
        day: From which day of the next month on; None for never.
    """

    day: int | None = None

    def __post_init__(self) -> None:
        """Refuse a day that not each month has.

        Raises:
            BadInputError: There is no such day.
        """
        if self.day is not None and not 1 <= self.day <= LAST_CLOSING_DAY:
            raise BadInputError("closing_day", most=LAST_CLOSING_DAY)

    @classmethod
    def of(cls, stored: object) -> "ClosingRule":
        """Read what the settings hold."""
        return cls(stored if isinstance(stored, int) else None)

    def is_due(self, month: Period, today: date) -> bool:
        """Return whether a month is to be closed by now."""
        return self.day is not None and today >= month.last + timedelta(days=self.day)


@dataclass(frozen=True, slots=True)
class Closing:
    """A closed period as a list shows it.

    Attributes:
        frozen_at: When it was closed, aware, in UTC.
        author: Who closed it.
        totals: What was told, as far as the viewer may see it.
        adjusted: What was told of it since; both together are what is known now.
    """

    frozen_id: UUID
    period: Period
    frozen_at: datetime
    author: str
    totals: Totals
    adjusted: Totals


@dataclass(frozen=True, slots=True)
class Check:
    """A closed period beside the same worked out anew.

    Attributes:
        stored: What was told.
        again: What its closing would tell, from all that was known then.
        differing: What makes the difference; nothing where they are equal.
        faces: Whose these are.
    """

    period: Period
    stored: Totals
    again: Totals
    differing: tuple[CreditedDay, ...] = ()
    faces: Faces = field(default_factory=Faces)

    @property
    def is_equal(self) -> bool:
        """Return whether they are equal, to the cent and customer by customer."""
        return not self.differing


def closable(closed: Collection[Period], *, today: date) -> tuple[Period, ...]:
    """Return the months that may be closed, oldest first; each needs those before it closed.

    Before anything was closed the first may be any of the last ``MONTHS_OFFERED``.
    """
    last_over = month_of(today).first - timedelta(days=1)
    months = months_up_to(last_over, MONTHS_OFFERED)
    last = max((one.last for one in closed), default=None)
    if last is None:
        return tuple(months)
    found, first = [], last + timedelta(days=1)
    while first <= last_over:
        found.append(month_of(first))
        first = found[-1].last + timedelta(days=1)
    return tuple(found)
