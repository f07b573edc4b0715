"""What the database keeps of past days."""

from collections.abc import Callable, Collection, Sequence
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from cockpit.domain.past_columns import CutColumns, JudgedColumns, PastMaterial, ReturnColumns
from cockpit.services.ports.identity import CurrentUser

#: Asked now and then whether nobody waits any more.
IsCancelled = Callable[[], bool]


class PastRepository(Protocol):
    """What the database keeps of past days."""

    def mark(self) -> str:
        """Return a text that is another one when anything changed that past days depend on."""
        ...

    def material(self, is_cancelled: IsCancelled) -> PastMaterial:
        """Return the stored events of everybody who has stored statistics.

        Raises:
            CancelledError: ``is_cancelled`` said so.
        """
        ...

    def moved(self, known_at: datetime) -> dict[UUID, tuple[UUID | None, UUID | None]]:
        """Return company and segment at an instant of those for whom later imports changed them."""
        ...

    def cuts(self, material: PastMaterial, *, viewer: CurrentUser) -> CutColumns:
        """Return what divides customers today; portfolios of others than the viewer's have no name.

        Args:
            material: Of the customers, in the order of the columns.
            viewer: Whose figures of sellers may be seen: see ``services.past_states``.
        """
        ...

    def names(self, customer_ids: Collection[UUID]) -> dict[UUID, tuple[str, str]]:
        """Return code and name of customers."""
        ...

    def judged(self, customer_ids: Sequence[UUID]) -> JudgedColumns:
        """Return the stored judgements of some customers, whose positions are meant."""
        ...

    def returns(
        self, customer_ids: Sequence[UUID], *, days: Sequence[date], is_cancelled: IsCancelled
    ) -> ReturnColumns:
        """Return what events were worth on some days, before returns of later days lowered them.

        Args:
            customer_ids: The customers, whose positions are meant.
            days: What lowered an event on none of them is left out.
            is_cancelled: Asked now and then.

        Raises:
            CancelledError: ``is_cancelled`` said so.
        """
        ...

    def amended(self, known_at: datetime, *, until: date) -> list[UUID]:
        """Return the customers of whom something else was known at an instant.

        Args:
            known_at: The instant.
            until: Documents of later days do not count.
        """
        ...
