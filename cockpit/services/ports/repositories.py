"""Reads and writes of the stored records, one repository per part of the business."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.columns import BlockColumns, OrderColumns, StandingColumns, WorkListColumns
from cockpit.domain.contact import ContactDraft, Outcome, Reason
from cockpit.domain.customer import CustomerProfile
from cockpit.domain.vocabulary import LifecycleStatus, QueueEffect
from cockpit.services.ports.identity import CurrentUser


class WorkListRepository(Protocol):
    """Reads for the work list."""

    def columns(
        self,
        *,
        today: date,
        at: datetime,
        known_at: datetime | None = None,
        customer_ids: Collection[UUID] | None = None,
    ) -> WorkListColumns:
        """Return the stored columns of every customer whom the user may see, or of some.

        Args:
            today: The day that the lights are of.
            at: The instant at which claims, rests and reservations still last.
            known_at: Leaves out the customers and contacts that came later.
            customer_ids: Whose, a few thousand at most; whoever is gone is left out.
        """
        ...


class CustomerRepository(Protocol):
    """Reads of customers."""

    def blocks(self, customer_ids: Iterable[UUID] | None = None) -> BlockColumns:
        """Return the periods in which some or all customers were blocked."""
        ...

    def standing(
        self, customer_ids: Sequence[UUID], *, known_at: datetime | None = None
    ) -> StandingColumns:
        """Return companies, segments and blocked periods, parallel to the keys, as known then."""
        ...

    def names(self, customer_ids: Collection[UUID]) -> dict[UUID, str]:
        """Return the names of those who are there."""
        ...

    def seen_by(self, viewer: CurrentUser) -> frozenset[UUID] | None:
        """Return the customers whom somebody may be told of; None for all of them.

        What a server's policies show their login anyway, for databases that show everything.
        """
        ...

    def profile(
        self, customer_id: UUID, *, today: date, known_at: datetime | None = None
    ) -> CustomerProfile | None:
        """Return everything the panel shows, or None where the customer is gone.

        With ``known_at`` documents and contacts that came later are left out. The statistics are
        empty: whoever judges the customer fills them in.
        """
        ...


class OrderBookRepository(Protocol):
    """The order book as columns."""

    def columns(
        self,
        *,
        customer_ids: Iterable[UUID] | None = None,
        known_at: datetime | None = None,
    ) -> OrderColumns:
        """Return the documents of some or all customers, those of days to come too.

        With ``known_at`` each document is as it was then: those that came with a later import are
        left out, and what a later import changed is undone. Where nothing at all had been
        imported by then, the history counts as always known and all of it is returned.
        """
        ...


class ContactRepository(Protocol):
    """The relationship log: reads, and in a writing unit its writes."""

    def add(self, draft: ContactDraft, *, user: CurrentUser, status: LifecycleStatus) -> bool:
        """Store an immutable contact; return False when this very contact is stored already."""
        ...

    def stored(self, contact_ids: Collection[UUID]) -> set[UUID]:
        """Return which of some contacts are stored."""
        ...

    def forbid(self, customer_id: UUID, *, user: CurrentUser, reason: str, at: datetime) -> None:
        """Store that the customer wants no contact through any channel."""
        ...

    def permit_again(self, draft: ContactDraft, *, user: CurrentUser, at: datetime) -> None:
        """Take back the "do not contact" that the amended contact of a draft stored.

        Channels that the customer closed at another time stay closed.
        """
        ...

    def count(self, *, user: CurrentUser, since: datetime, before: datetime) -> int:
        """Return how many contacts a user logged in a time; corrections do not count again."""
        ...

    def effect_amended(self, draft: ContactDraft) -> QueueEffect:
        """Return what the contact that a draft amends did to the queue.

        Raises:
            ConflictError: It is not there, is another customer's, or was amended already.
        """
        ...


class AgendaRepository(Protocol):
    """Next contacts."""

    def set_next_contact(
        self,
        customer_id: UUID,
        draft: AppointmentDraft,
        *,
        user: CurrentUser,
        contact_id: UUID | None,
        at: datetime,
        key: UUID | None = None,
    ) -> UUID:
        """Replace the customer's open next contact and arm its reminder; return its key.

        Args:
            customer_id: Whose.
            draft: The new one.
            user: Who sets it.
            contact_id: The contact in which it was agreed on; None without one.
            at: The present instant.
            key: Of the new one; None makes one.
        """
        ...

    def is_set(self, key: UUID, *, user: CurrentUser) -> bool:
        """Return whether a next contact was stored under this key, open or not."""
        ...

    def agreed_since(self, customer_id: UUID, *, user: CurrentUser, since: datetime) -> str | None:
        """Return the name of the colleague who set or moved the open next contact after an instant.

        None where nobody did. Nobody changes it before this transaction ends.
        """
        ...

    def plan_for(
        self,
        customer_id: UUID,
        draft: AppointmentDraft,
        *,
        owner_id: UUID | None,
        user: CurrentUser,
        at: datetime,
    ) -> UUID:
        """Replace the customer's open next contact by one for another user; return its key."""
        ...

    def close_next_contact(
        self,
        customer_id: UUID,
        *,
        user: CurrentUser,
        contact_id: UUID | None,
        at: datetime,
        due_by: datetime | None = None,
        agreed_before: datetime | None = None,
    ) -> None:
        """Mark the open next contact as done, and its reminder with it; none open is no error.

        One that is due later than ``due_by`` stays, and one agreed on since ``agreed_before``.
        """
        ...

    def change(
        self,
        appointment_id: UUID,
        *,
        user: CurrentUser,
        at: datetime,
        when: tuple[datetime, bool] | None = None,
        note: str | None = None,
    ) -> UUID | None:
        """Give an open next contact another time or note; whose it is and what for stays.

        Args:
            appointment_id: Which.
            user: Who changes it.
            at: The present instant.
            when: The new instant, and whether the time of day matters; None keeps it.
            note: The new note; None keeps it.

        Returns:
            The new next contact; None where that one is not open any more.
        """
        ...

    def reopen(self, appointment_id: UUID, *, user: CurrentUser, at: datetime) -> bool:
        """Open a next contact again that was marked as done.

        Returns:
            Whether it is open; where another one is by now, nothing is changed.
        """
        ...

    def open_next_contact(self, customer_id: UUID) -> UUID | None:
        """Return the key of the customer's open next contact, whoever answers for it."""
        ...

    def take_back(self, key: UUID, before: UUID | None, *, user: CurrentUser, at: datetime) -> bool:
        """Cancel a next contact that was just set and open the one before it again.

        Returns:
            Whether it was still open; where it was not, nothing is changed.
        """
        ...


class ReferenceRepository(Protocol):
    """Small tables that forms and rules read."""

    def outcomes(self) -> list[Outcome]:
        """Return the active outcomes in their order."""
        ...

    def reasons(self) -> list[Reason]:
        """Return the active reasons in their order."""
        ...


class SettingsRepository(Protocol):
    """Small values by scope and name; a value is a JSON document."""

    def get(self, scope: str, owner_id: UUID | None, key: str) -> object | None:
        """Return a value, or None."""
        ...

    def put(self, scope: str, owner_id: UUID | None, key: str, value: object) -> None:
        """Store a value."""
        ...
