"""What a write changed, so that every view knows whether it is concerned."""

from collections.abc import Iterable
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
    POST_ITS = "post_its"
    NOTICES = "notices"
    WORKING_DAY = "working_day"
    REVIEWS = "reviews"


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

    @classmethod
    def joined(cls, parts: Iterable["ChangeNotice"]) -> "ChangeNotice":
        """Return one notice of several single changes."""
        whose: dict[frozenset[Topic], frozenset[UUID] | None] = {}
        for part in parts:
            whose[part.topics] = _either(whose.get(part.topics, frozenset()), part.customer_ids)
        kept = tuple(cls(topics, customer_ids) for topics, customer_ids in whose.items())
        everybody: frozenset[UUID] | None = frozenset()
        for one in whose.values():
            everybody = _either(everybody, one)
        return cls(frozenset[Topic]().union(*whose), everybody, kept)

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
        return ChangeNotice.joined((*(self.parts or (self,)), *(other.parts or (other,))))


def _either(one: frozenset[UUID] | None, other: frozenset[UUID] | None) -> frozenset[UUID] | None:
    """Return whom one of two changes concerns; None means everybody."""
    return None if one is None or other is None else one | other
