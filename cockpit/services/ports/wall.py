"""The moment of the people whom somebody answers for, and their portfolios."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from cockpit.domain.rebalance import Holding
from cockpit.domain.wall import Colleague, Moment
from cockpit.services.ports.identity import CurrentUser


class WallRepository(Protocol):
    """Reads for those who answer for others."""

    def moment(self, *, viewer: CurrentUser, at: datetime, until: datetime) -> Moment:
        """Return what the viewer's people do, and their agreed next contacts.

        Args:
            viewer: Supervisors see their teams, managers and administrators everybody.
            at: The present instant; claims and signs of life are judged by the stored clock.
            until: When the viewer's day ends.
        """
        ...

    def colleagues(self, *, viewer: CurrentUser) -> list[Colleague]:
        """Return those whom the viewer answers for, by name."""
        ...

    def holdings(
        self, owner_ids: Sequence[UUID], *, at: datetime, since: datetime
    ) -> list[Holding]:
        """Return the customers of these portfolios, and those of nobody.

        Args:
            owner_ids: Whose.
            at: The present instant, at which claims still last.
            since: Who was talked to after it was so lately.
        """
        ...
