"""Within how many days of a contact an order counts as its return."""

from dataclasses import dataclass
from datetime import date

from cockpit.domain.errors import BadInputError

#: Days from a contact to the order that counts as its return, unless the company says otherwise.
WITHIN_DAYS = 30
#: What the company may choose.
LEAST_WITHIN_DAYS, MOST_WITHIN_DAYS = 1, 365


@dataclass(frozen=True, slots=True)
class WithinDays:
    """Within how many days of a contact an order is its return.

    A change holds for contacts from its day on, so that no figure of former ones moves.

    Attributes:
        versions: First day and number of days, ascending; before the first ``WITHIN_DAYS``.
    """

    versions: tuple[tuple[date, int], ...] = ()

    @classmethod
    def of(cls, stored: object) -> "WithinDays":
        """Read what the settings hold, None where nobody set anything."""
        if not isinstance(stored, list):
            return cls()
        return cls(tuple((date.fromisoformat(one["since"]), int(one["days"])) for one in stored))

    @property
    def stored(self) -> list[dict[str, object]]:
        """Return what the settings hold."""
        return [{"since": since.isoformat(), "days": days} for since, days in self.versions]

    @property
    def longest(self) -> int:
        """Return the most days that ever held."""
        return max((WITHIN_DAYS, *(days for _, days in self.versions)))

    def on(self, day: int) -> int:
        """Return what holds for contacts of a day, by its ordinal."""
        found = WITHIN_DAYS
        for since, days in self.versions:
            if since.toordinal() <= day:
                found = days
        return found

    def changed(self, days: int, *, on: date) -> "WithinDays":
        """Return the rule with another number from a day on.

        Raises:
            BadInputError: That many days make no sense.
        """
        if not LEAST_WITHIN_DAYS <= days <= MOST_WITHIN_DAYS:
            raise BadInputError("reactivation_days", least=LEAST_WITHIN_DAYS, most=MOST_WITHIN_DAYS)
        kept = tuple(one for one in self.versions if one[0] < on)
        return WithinDays((*kept, (on, days)))
