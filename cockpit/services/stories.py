"""One customer's whole story, as the sections of the panel show it."""

from dataclasses import dataclass
from uuid import UUID

from cockpit.domain.clock import Clock
from cockpit.domain.sections import CustomerStory
from cockpit.services.ports import Database


@dataclass(frozen=True, slots=True)
class StoryService:
    """Reads all sections at once."""

    database: Database
    clock: Clock

    def story(self, customer_id: UUID) -> CustomerStory | None:
        """Return the story as of the clock's day, or None where the customer is gone."""
        with self.database.read() as unit:
            return unit.stories.story(
                customer_id, today=self.clock.today(), known_at=self.clock.known_at
            )
