"""The field mode: whom to visit, in which order."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from cockpit.domain.clock import Clock, last_instant
from cockpit.domain.visits import CityRoute, routes
from cockpit.services.ports import CurrentUser, Database

#: A laptop carries so many customers, and few sellers have as many.
MOST_STOPS = 5_000
#: What is attached goes to a contact of so short ago.
_RECENT = timedelta(hours=36)


@dataclass(frozen=True, slots=True)
class VisitService:
    """Reads the route of one user; a visit itself is a contact, logged as any other."""

    database: Database
    clock: Clock
    user: CurrentUser

    def routes(self) -> tuple[CityRoute, ...]:
        """Return the user's customers by city, in the order of visiting them."""
        end = last_instant(self.clock.today(), self.clock.zone)
        with self.database.read() as unit:
            return routes(unit.visits.stops(user=self.user, limit=MOST_STOPS, due_by=end))

    def recent_contact(self, customer_id: UUID) -> tuple[UUID, datetime] | None:
        """Return the user's contact that something brought back now belongs to.

        It is their newest with the customer, made at most a day and a half ago; None without one.
        """
        with self.database.read() as unit:
            found = unit.visits.last_contact(customer_id, user=self.user)
        if found is None or self.clock.now() - found[1] > _RECENT:
            return None
        return found
