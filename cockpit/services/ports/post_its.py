"""Post-its: what supervisors leave for others, and who read it."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from cockpit.domain.post_its import PostIt, PostItDraft, Receipt, Receivers
from cockpit.services.ports.identity import CurrentUser


class PostItRepository(Protocol):
    """Post-its as one user sees them."""

    def received(self, *, user: CurrentUser, today: date, since: datetime) -> list[PostIt]:
        """Return those for the user, newest first: those that hold, and former ones of late.

        Args:
            user: Whom they are for; their own are left out.
            today: The day on which one must hold.
            since: Those posted since then are returned even where they do not hold any more.
        """
        ...

    def sent(self, *, user: CurrentUser) -> list[PostIt]:
        """Return the user's own, newest first."""
        ...

    def unread(self, *, user: CurrentUser, today: date) -> int:
        """Return how many hold that the user has still to read."""
        ...

    def receipts(self, post_it_id: UUID) -> list[Receipt]:
        """Return whom a post-it is for and when they read it, readers first."""
        ...

    def receivers(self) -> Receivers:
        """Return whom a post-it can be for."""
        ...

    def add(self, draft: PostItDraft, *, user: CurrentUser, at: datetime) -> bool:
        """Store a post-it; False where this very one is stored already; only when writing."""
        ...

    def mark_read(
        self, post_it_ids: Sequence[UUID], *, user: CurrentUser, at: datetime
    ) -> list[UUID]:
        """Store that the user read these; return the customers of those that were unread.

        Once is enough, and nobody acknowledges their own; only when writing.
        """
        ...

    def withdraw(self, post_it_id: UUID, *, user: CurrentUser, at: datetime) -> list[UUID] | None:
        """Take the user's own post-it back; only when writing.

        Returns:
            Its customers; None where it is another's, or was taken back before.
        """
        ...
