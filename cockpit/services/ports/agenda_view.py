"""The agenda as it is looked at: many open next contacts at once."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from cockpit.domain.agenda_view import AgendaEvent, AgendaItem, AgendaOwner
from cockpit.services.ports.identity import CurrentUser


class AgendaViewRepository(Protocol):
    """Reads of open next contacts.

    ``users`` are those who answer for a next contact: who calls, else whose portfolio the customer
    is in, else who set it. None means everybody's.
    """

    def items(
        self,
        since: datetime | None,
        before: datetime,
        *,
        users: Collection[UUID] | None,
        most: int | None = None,
    ) -> list[AgendaItem]:
        """Return those that are due in a time, earliest first, at most so many."""
        ...

    def overdue(
        self,
        now: datetime,
        day_start: datetime,
        *,
        users: Collection[UUID] | None,
        most: int | None = None,
    ) -> list[AgendaItem]:
        """Return those whose time is past or, without a time, whose day is; earliest first."""
        ...

    def overdue_count(
        self, now: datetime, day_start: datetime, *, users: Collection[UUID] | None
    ) -> int:
        """Return how many are overdue."""
        ...

    def counts(self, bounds: Sequence[datetime], *, users: Collection[UUID] | None) -> list[int]:
        """Return how many are due between each bound and the next one."""
        ...

    def by_keys(self, appointment_ids: Collection[UUID]) -> list[AgendaItem]:
        """Return those of some next contacts that are open, earliest first."""
        ...

    def of_customer(self, customer_id: UUID) -> AgendaItem | None:
        """Return the customer's open next contact, or None."""
        ...

    def history(self, customer_id: UUID, *, most: int) -> list[AgendaEvent]:
        """Return the last steps of the customer's next contacts, newest first.

        Of a colleague's own callbacks only that they were set is told.
        """
        ...

    def owners(self, user: CurrentUser) -> list[AgendaOwner]:
        """Return whose agendas the user may look at, their own first."""
        ...
