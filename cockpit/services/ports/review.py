"""The reading of contacts: lists of them, what is thought of them, and what is answered."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from cockpit.domain.review import (
    Comment,
    Place,
    Review,
    ReviewChoices,
    ReviewDraft,
    ReviewRow,
    Wanted,
)
from cockpit.services.ports.identity import CurrentUser


class ReviewRepository(Protocol):
    """Contacts in their last corrected form, and reviews, which are facts."""

    def people(self, *, viewer: CurrentUser) -> frozenset[UUID] | None:
        """Return whose contacts somebody reads; None for everybody's.

        Managers read all, supervisors those of their teams, everybody their own.
        """
        ...

    def choices(self, people: frozenset[UUID] | None) -> ReviewChoices:
        """Return what can be asked for among these people's contacts."""
        ...

    def places(self, wanted: Wanted, *, after: Place | None, size: int) -> list[Place]:
        """Return where the next contacts of a list stand, the newest first, at most so many."""
        ...

    def sample(self, wanted: Wanted, *, of_each: int) -> list[UUID]:
        """Return so many contacts of each operator, drawn by their keys, one of each at a time."""
        ...

    def rows(self, contact_ids: Sequence[UUID]) -> list[ReviewRow]:
        """Return these contacts in this order; those that are gone are left out."""
        ...

    def reviews(self, contact_id: UUID) -> list[Review]:
        """Return what was thought of a contact and of the forms before it, the newest first."""
        ...

    def add(self, draft: ReviewDraft, *, user: CurrentUser, at: datetime) -> list[UUID]:
        """Store a review of each contact; return the contacts of those not stored before.

        Only when writing.
        """
        ...

    def makers(self, contact_ids: Sequence[UUID]) -> Mapping[UUID, UUID]:
        """Return who made these contacts."""
        ...

    def comments(self, *, user: CurrentUser, limit: int) -> list[Comment]:
        """Return what others said of the user's contacts and still say, the newest first."""
        ...

    def said(self, *, user: CurrentUser, limit: int) -> list[Comment]:
        """Return what the user said to others of their contacts, the newest first."""
        ...

    def unread_comments(self, *, user: CurrentUser) -> int:
        """Return how many of the comments the user has still to read."""
        ...

    def unread_of_all(self) -> Mapping[UUID, int]:
        """Return the same of everybody who has any, as far as the user sees their reviews."""
        ...

    def answer(self, replies: Mapping[UUID, str], *, user: CurrentUser, at: datetime) -> list[UUID]:
        """Store that the user read these reviews, and what they say; return those that are new.

        Reading twice is once; each reply is kept. Only when writing.
        """
        ...

    def marked(self, contact_ids: Sequence[UUID]) -> int:
        """Return of how many of these contacts something is thought."""
        ...

    def read_since(self, since: datetime, *, user: CurrentUser) -> int:
        """Return how many contacts the user marked since then."""
        ...
