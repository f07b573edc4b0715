"""That two people talked with one customer without being able to know of each other.

The server notes it when a laptop's contact arrives, and tells both and who supervises them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from cockpit.domain.vocabulary import Channel

#: The kind of the notices that tell of it.
KIND = "collision"
_OTHER = (KeyError, TypeError, ValueError, AttributeError)


@dataclass(frozen=True, slots=True)
class ToldTalk:
    """One of the two contacts, as the notice stores it: keys and an instant, aware."""

    contact_id: UUID
    user_id: UUID
    at: datetime


@dataclass(frozen=True, slots=True)
class Talk:
    """One of the two contacts, for people.

    Attributes:
        user_id: Who talked; ``who``, their name, empty where the reader does not know them.
        at: When, aware.
        channel: How; None where the contact is not in the reader's sight.
        outcome: What came of it, likewise empty.
    """

    user_id: UUID
    who: str
    at: datetime
    channel: Channel | None = None
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class Collision:
    """Two contacts of about the same time.

    Attributes:
        customer: The name; empty where the customer is not in the reader's sight.
        talks: The earlier one first.
    """

    customer_id: UUID
    customer: str
    talks: tuple[Talk, Talk]

    @property
    def minutes(self) -> int:
        """Return how far apart they were."""
        first, second = self.talks
        return round((second.at - first.at).total_seconds() / 60)


def told_talks(stored: Mapping[str, Any]) -> tuple[UUID, tuple[ToldTalk, ToldTalk]]:
    """Return the customer and the talks of a stored notice, the earlier one first.

    Raises:
        ValueError: Another version wrote something else.
    """
    try:
        one, other = sorted((_talk(talk) for talk in stored["talks"]), key=lambda talk: talk.at)
        return UUID(stored["customer_id"]), (one, other)
    except _OTHER as error:
        raise ValueError("a collision of another version") from error


def _talk(stored: Mapping[str, Any]) -> ToldTalk:
    at = datetime.fromisoformat(stored["at"])
    if at.tzinfo is None:
        raise ValueError("an instant without a zone")
    return ToldTalk(UUID(stored["contact_id"]), UUID(stored["user_id"]), at)
