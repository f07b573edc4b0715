"""Post-its: supervisors write, everybody answers by reading."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from cockpit.domain.changes import Topic
from cockpit.domain.clock import Clock
from cockpit.domain.errors import BadInputError, ForbiddenError
from cockpit.domain.post_its import PostIt, PostItDraft, Receipt, Receivers
from cockpit.domain.rights import Task
from cockpit.services.ports import CurrentUser, Database

#: So long a received post-it stays in the history after it ended.
_HISTORY = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class PostItService:
    """Reads and writes the post-its of one user."""

    database: Database
    clock: Clock
    user: CurrentUser

    def received(self) -> tuple[PostIt, ...]:
        """Return the post-its for the user, newest first, with those that ended of late."""
        since = self.clock.now() - _HISTORY
        with self.database.read() as unit:
            found = unit.post_its.received(user=self.user, today=self.clock.today(), since=since)
        return tuple(found)

    def sent(self) -> tuple[PostIt, ...]:
        """Return the user's own post-its, newest first."""
        with self.database.read() as unit:
            return tuple(unit.post_its.sent(user=self.user))

    def unread(self) -> int:
        """Return how many post-its wait for the user to read them."""
        with self.database.read() as unit:
            return unit.post_its.unread(user=self.user, today=self.clock.today())

    def receipts(self, post_it_id: UUID) -> tuple[Receipt, ...]:
        """Return who read a post-it and when, and who has still to.

        Raises:
            ForbiddenError: Who does not supervise has written none.
        """
        if not self.user.may(Task.WRITE_POST_ITS):
            raise ForbiddenError("post_it_not_allowed")
        with self.database.read() as unit:
            return tuple(unit.post_its.receipts(post_it_id))

    def receivers(self) -> Receivers:
        """Return whom a post-it can be for."""
        with self.database.read() as unit:
            return unit.post_its.receivers()

    def post(self, draft: PostItDraft) -> None:
        """Store a post-it, and raise the customers that it names where it says so.

        Raises:
            BadInputError: The user may not write any, or the draft says nothing that holds.
        """
        if not self.user.may(Task.WRITE_POST_ITS):
            raise BadInputError("post_it_not_allowed")
        draft.check(self.clock.today())
        with self.database.write() as unit:
            if unit.post_its.add(draft, user=self.user, at=self.clock.now()):
                unit.changed(Topic.POST_ITS, Topic.QUEUE, customer_ids=draft.customer_ids)

    def mark_read(self, post_it_ids: Sequence[UUID]) -> None:
        """Store that the user read these; once is enough."""
        with self.database.write() as unit:
            whose = unit.post_its.mark_read(post_it_ids, user=self.user, at=self.clock.now())
            unit.changed(Topic.POST_ITS, customer_ids=whose)

    def withdraw(self, post_it_id: UUID) -> None:
        """Take an own post-it back: nobody sees it any more, and it raises nobody.

        Raises:
            BadInputError: It is another's, or was taken back already.
        """
        with self.database.write() as unit:
            whose = unit.post_its.withdraw(post_it_id, user=self.user, at=self.clock.now())
            if whose is None:
                raise BadInputError("post_it_not_own")
            unit.changed(Topic.POST_ITS, Topic.QUEUE, customer_ids=whose)
