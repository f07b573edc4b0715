"""Claims, rests and what operators did with offered customers."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from cockpit.domain.calling_window import Place, WindowRules, Wishes
from cockpit.domain.changes import ChangeNotice
from cockpit.domain.eligibility import Situation, Standing
from cockpit.domain.queue import Claim, GivenBack, Hold
from cockpit.domain.vocabulary import QueueEventKind
from cockpit.services.ports.identity import CurrentUser


class QueueRepository(Protocol):
    """Reads of the queue, and in a writing unit its writes."""

    @property
    def is_alone(self) -> bool:
        """Return whether nobody else can write before this writing transaction ends."""
        ...

    def standings(
        self, customer_ids: Sequence[UUID], *, user: CurrentUser, at: datetime
    ) -> dict[UUID, Standing]:
        """Return what decides whether these may be offered now; who is gone is left out."""
        ...

    def situations(
        self, customer_ids: Sequence[UUID], *, user: CurrentUser, at: datetime
    ) -> dict[UUID, Situation]:
        """Return the standings with where these are; who is gone is left out."""
        ...

    def situation_again(
        self, customer_id: UUID, before: Situation, *, user: CurrentUser, at: datetime
    ) -> Situation | None:
        """Return the situation of one whom the transaction claimed; None where they are gone.

        Only what a colleague's call may have changed since the first look is read anew.
        """
        ...

    def places(self, customer_ids: Sequence[UUID]) -> dict[UUID, tuple[Place, Wishes]]:
        """Return where these are and when they like to be called; who is gone is left out."""
        ...

    def first_free(self, customer_ids: Sequence[UUID], *, user: CurrentUser) -> UUID | None:
        """Return the first of these about whom nobody else is deciding; None where all are taken.

        Nobody else decides about them before this transaction ends. There is one at least.
        """
        ...

    def claim(self, customer_id: UUID, *, user: CurrentUser, at: datetime) -> Claim | None:
        """Claim a customer, or renew the user's own claim; None where another holds one.

        A claim whose lease ended by ``at`` is expired by this.
        """
        ...

    def take_over(self, customer_id: UUID, *, user: CurrentUser, at: datetime) -> Claim | None:
        """Claim a customer whoever holds them; None where they just went to somebody else."""
        ...

    def renew(self, claim: Claim, *, at: datetime) -> Claim | None:
        """Extend the lease; None where the claim is not active with this fence any more."""
        ...

    def finish(self, claim: Claim, *, at: datetime) -> bool:
        """End a claim by a contact; return False where its fence was overtaken."""
        ...

    def release(self, claim: Claim, *, at: datetime) -> bool:
        """End a claim without a contact; return False where its fence was overtaken."""
        ...

    def give_back(self, *, user: CurrentUser, at: datetime, keep: UUID | None = None) -> GivenBack:
        """End the claims that this user holds on this device, and those that nobody renewed.

        Args:
            user: The user with their device.
            at: The present instant.
            keep: A customer whose claim stays.
        """
        ...

    def reap(self, *, at: datetime) -> list[UUID]:
        """Expire the claims whose lease has ended; return whose they were."""
        ...

    def lapsed(self, *, at: datetime) -> list[UUID]:
        """Return whose claims nobody renewed, and nobody has expired yet."""
        ...

    def hold(self, customer_id: UUID) -> Hold | None:
        """Return the customer's rest, or None."""
        ...

    def set_hold(
        self, customer_id: UUID, hold: Hold | None, *, user: CurrentUser, at: datetime
    ) -> None:
        """Replace the customer's rest; None ends it."""
        ...

    def note(
        self,
        customer_id: UUID,
        kind: QueueEventKind,
        *,
        user: CurrentUser,
        reason: str,
        until: datetime | None,
        at: datetime,
    ) -> None:
        """Store the immutable fact of what the user did with the customer."""
        ...

    def changes_seen(self) -> int:
        """Return the number up to which whatever is read from now on holds every change."""
        ...

    def changed_since(self, number: int) -> ChangeNotice:
        """Return what anybody changed after that number; nobody's where nothing was."""
        ...

    def last_change(self, customer_id: UUID) -> int:
        """Return the number of the newest stored change that concerns a customer."""
        ...

    def window_rules(self) -> WindowRules:
        """Return the calling hours and the company's days off in force."""
        ...
