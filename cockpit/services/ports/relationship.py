"""Objections, pitches, messages, saved views, campaigns: what is said besides contacts."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any, Protocol
from uuid import UUID

from cockpit.domain.bulk_changes import MembersAdded, OwnersMoved
from cockpit.domain.filters import WORK_LIST, SavedView
from cockpit.domain.message_templates import (
    MailServer,
    MessageTemplate,
    OutgoingMessage,
    RenderedMessage,
)
from cockpit.domain.messages import Message
from cockpit.domain.objections import ObjectionDraft, ObjectionKind, WaitSubject
from cockpit.domain.pitch import PitchDraft
from cockpit.domain.sections import CustomerStory
from cockpit.domain.vocabulary import Channel, MessageState
from cockpit.services.ports.identity import CurrentUser


class StoryRepository(Protocol):
    """Reads of everything about one customer."""

    def story(
        self, customer_id: UUID, *, today: date, known_at: datetime | None = None
    ) -> CustomerStory | None:
        """Return all sections, or None where the customer is gone."""
        ...


class ObjectionRepository(Protocol):
    """The catalogue of objections, and the customers' own."""

    def catalogue(self) -> list[ObjectionKind]:
        """Return the active kinds with their active answers and these' measured success."""
        ...

    def wait_subjects(self, customer_id: UUID, *, today: date) -> list[WaitSubject]:
        """Return the unpaid titles, coming promotions and own products to wait on."""
        ...

    def apply(
        self,
        draft: ObjectionDraft,
        *,
        customer_id: UUID,
        contact_id: UUID,
        user: CurrentUser,
        at: datetime,
    ) -> UUID:
        """Open or move an objection on, with its facts; return its key; only when writing."""
        ...

    def clear_woken(self, customer_id: UUID) -> None:
        """Note that somebody spoke to the customer after their objection woke; when writing."""
        ...

    def fulfilled(self, *, today: date) -> list[tuple[UUID, UUID]]:
        """Return the waiting objections whose condition came true, with their customers."""
        ...

    def wake(self, objection_id: UUID, *, user: CurrentUser, at: datetime) -> bool:
        """Return an objection to ``OPEN``; False where another was first; only when writing."""
        ...


class PitchRepository(Protocol):
    """Pitch notes, and what an offer may be."""

    def save(self, draft: PitchDraft, *, user: CurrentUser, at: datetime) -> bool:
        """Store a version; False where this very one is stored already; only when writing."""
        ...

    def stored(self, note_ids: Collection[UUID]) -> set[UUID]:
        """Return which of some versions are stored."""
        ...

    def discount_bp(self, user: CurrentUser) -> int:
        """Return the user's autonomy, in basis points."""
        ...

    def promotions(self, customer_id: UUID, *, today: date) -> list[Message]:
        """Return the promotions in force, those of products that the customer bought first."""
        ...


class MessageRepository(Protocol):
    """Templates, and the messages that went out."""

    def templates(self, *, only_active: bool = True) -> list[MessageTemplate]:
        """Return the templates by channel, name and tone."""
        ...

    def save_template(self, template: MessageTemplate, *, at: datetime) -> None:
        """Store a template; only when writing."""
        ...

    def add_sent(
        self,
        message: OutgoingMessage,
        state: MessageState,
        *,
        user: CurrentUser,
        detail: str,
        at: datetime,
        key: UUID,
    ) -> bool:
        """Store that a message went out or failed; False where it is stored; only when writing.

        Args:
            message: What went out.
            state: What became of it.
            user: Who sent it.
            detail: Why it failed, or an empty text.
            at: When.
            key: Key of the fact: the message's own, unless it may be tried again.
        """
        ...

    def is_sent(self, message_id: UUID) -> bool:
        """Return whether this very message went out."""
        ...

    def placeholders(
        self, customer_id: UUID, person_id: UUID | None, *, user: CurrentUser, today: date
    ) -> dict[str, Any]:
        """Return a customer's values by placeholder; None where there is no value."""
        ...

    def mail_receiver(self, customer_id: UUID) -> tuple[UUID, str] | None:
        """Return the person to write to and their address, the main one first; or None."""
        ...

    def forbidden(self, customer_id: UUID, person_id: UUID | None = None) -> frozenset[Channel]:
        """Return the channels that the customer closed, or the person there."""
        ...


class ViewRepository(Protocol):
    """Saved views of the work list, and filters of other screens by the screen's name."""

    def views(self, *, user: CurrentUser, screen: str = WORK_LIST) -> list[SavedView]:
        """Return the user's own and the shared ones, by name."""
        ...

    def save(
        self, view: SavedView, *, user: CurrentUser, at: datetime, screen: str = WORK_LIST
    ) -> None:
        """Store a view under its key; only when writing."""
        ...

    def delete(self, view_id: UUID) -> None:
        """Remove a view; only when writing."""
        ...


class PortfolioRepository(Protocol):
    """What is done to many customers at once; only in a writing unit."""

    def owners(self) -> Sequence[tuple[UUID, str]]:
        """Return the active users by name."""
        ...

    def campaigns(self, *, today: date) -> Sequence[tuple[UUID, str]]:
        """Return the campaigns that have not ended, by name."""
        ...

    def set_owner(self, customer_ids: Collection[UUID], owner_id: UUID | None) -> OwnersMoved:
        """Put customers into a portfolio; return who changed, and whose they were."""
        ...

    def give_back(self, moved: OwnersMoved) -> list[UUID]:
        """Put customers back where they were, except whom somebody moved since; return them."""
        ...

    def add_to_campaign(self, customer_ids: Collection[UUID], campaign_id: UUID) -> MembersAdded:
        """Add customers to a campaign; return who was not in it."""
        ...

    def take_out(self, added: MembersAdded) -> list[UUID]:
        """Take customers out of a campaign, except whom somebody works on in it; return them."""
        ...


class MessageRenderer(Protocol):
    """Fills in templates, in a sandbox."""

    def render(self, subject: str, body: str, values: dict[str, Any]) -> RenderedMessage:
        """Return the text with these values.

        Raises:
            BadInputError: The template itself is wrong; the sentence says where.
        """
        ...

    def check(self, *texts: str) -> None:
        """Raise ``BadInputError`` where a template is wrong or names an unknown placeholder."""
        ...


class Passwords(Protocol):
    """Where the mail server's password is kept: the system's keyring."""

    def password(self, host: str, login: str) -> str | None:
        """Return a stored password; None where there is none or no keyring.

        Raises:
            MailError: The keyring does not answer.
        """
        ...

    def keep(self, host: str, login: str, password: str) -> None:
        """Store a password.

        Raises:
            MailError: This computer has no keyring, or it does not answer.
        """
        ...


class MailSender(Protocol):
    """Hands e-mail to a server."""

    def send(self, message: OutgoingMessage, server: MailServer, password: str | None) -> None:
        """Hand one message over.

        Raises:
            MailError: It was not taken; the sentence says what to do.
        """
        ...
