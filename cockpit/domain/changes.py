"""What a write changed, so that every view knows whether it is concerned."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Topic(StrEnum):
    """A part of the data that views depend on."""

    CUSTOMERS = "customers"
    ORDERS = "orders"
    CONTACTS = "contacts"
    AGENDA = "agenda"
    REMINDERS = "reminders"
    METRICS = "metrics"
    REFERENCE = "reference"
    SETTINGS = "settings"
    QUEUE = "queue"


@dataclass(frozen=True, slots=True)
class ChangeNotice:
    """One committed change.

    Attributes:
        topics: What kind of data changed; none where nothing changed that anybody sees, such as a
            lease that was renewed.
        customer_ids: Whose; None means anybody's.
    """

    topics: frozenset[Topic]
    customer_ids: frozenset[UUID] | None = None

    @classmethod
    def everything(cls) -> "ChangeNotice":
        """Return the notice of a change about which nothing is known but that it happened."""
        return cls(frozenset(Topic))

    def touches(self, *topics: Topic) -> bool:
        """Return whether any of these topics changed."""
        return not self.topics.isdisjoint(topics)
