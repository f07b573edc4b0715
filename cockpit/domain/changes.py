"""What a write changed, so that every view knows whether it is concerned."""

from dataclasses import dataclass, field
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
        parts: The single changes, where several are told at once; empty where it is one.
    """

    topics: frozenset[Topic]
    customer_ids: frozenset[UUID] | None = None
    parts: tuple["ChangeNotice", ...] = field(default=(), compare=False)

    @classmethod
    def everything(cls) -> "ChangeNotice":
        """Return the notice of a change about which nothing is known but that it happened."""
        return cls(frozenset(Topic))

    def touches(self, *topics: Topic) -> bool:
        """Return whether any of these topics changed."""
        return not self.topics.isdisjoint(topics)

    def concerns(self, customer_id: UUID, *topics: Topic) -> bool:
        """Return whether any of these topics changed for a customer."""
        return any(
            one.touches(*topics) and (one.customer_ids is None or customer_id in one.customer_ids)
            for one in self.parts or (self,)
        )

    def with_other(self, other: "ChangeNotice") -> "ChangeNotice":
        """Return one notice of both changes."""
        if self.customer_ids is None or other.customer_ids is None:
            customer_ids = None
        else:
            customer_ids = self.customer_ids | other.customer_ids
        parts = (*(self.parts or (self,)), *(other.parts or (other,)))
        return ChangeNotice(self.topics | other.topics, customer_ids, parts)
