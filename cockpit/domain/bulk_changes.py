"""What a change of many customers replaced, by which it is taken back."""

from dataclasses import dataclass
from typing import TypeAlias
from uuid import UUID


@dataclass(frozen=True, slots=True)
class OwnersMoved:
    """Customers that went into another portfolio.

    Attributes:
        owner_id: Into whose; None is nobody's.
        former: Who changed, each with the owner before; None was nobody.
    """

    owner_id: UUID | None
    former: tuple[tuple[UUID, UUID | None], ...]

    def __len__(self) -> int:
        """Return how many customers changed."""
        return len(self.former)


@dataclass(frozen=True, slots=True)
class MembersAdded:
    """Customers that joined a campaign.

    Attributes:
        members: Who joined, each with the key of the membership.
    """

    campaign_id: UUID
    members: tuple[tuple[UUID, UUID], ...]

    def __len__(self) -> int:
        """Return how many customers joined."""
        return len(self.members)


BulkChange: TypeAlias = OwnersMoved | MembersAdded
