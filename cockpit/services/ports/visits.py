"""What a seller does at the customer's: the route, quotes, attachments."""

from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from cockpit.domain.attachments import AttachmentDraft, AttachmentLine
from cockpit.domain.quotes import OpenQuote, QuoteDraft, QuoteProduct
from cockpit.domain.visits import VisitStop
from cockpit.services.ports.identity import CurrentUser


class VisitRepository(Protocol):
    """Whom somebody visits."""

    def stops(self, *, user: CurrentUser, limit: int, due_by: datetime) -> list[VisitStop]:
        """Return the customers whom a user visits, those with most value at risk first.

        Of next contacts those until ``due_by`` are told, the user's and anybody's.

        They are the user's own and those lent to them; on a laptop all that it carries. Who has
        none of their own sees all that they may see.
        """
        ...

    def last_contact(self, customer_id: UUID, *, user: CurrentUser) -> tuple[UUID, datetime] | None:
        """Return the user's newest contact with a customer, and when it was; None without one."""
        ...


class QuoteRepository(Protocol):
    """Quotes as they are taken."""

    def products(self, customer_id: UUID, *, today: date) -> list[QuoteProduct]:
        """Return what can be offered to a customer, what they buy first, then by name."""
        ...

    def numbers(self, prefix: str) -> list[str]:
        """Return the numbers in use that begin so."""
        ...

    def number_of(self, quote_id: UUID) -> str | None:
        """Return the number of a stored quote; None where it is not stored."""
        ...

    def add(
        self, draft: QuoteDraft, number: str, *, user: CurrentUser, today: date, at: datetime
    ) -> None:
        """Store an open quote of the user's with its lines; only when writing."""
        ...

    def open_quotes(self, customer_id: UUID, *, user: CurrentUser) -> list[OpenQuote]:
        """Return the user's own open quotes that the program can write, the newest first."""
        ...

    def change(self, draft: QuoteDraft, *, at: datetime) -> None:
        """Give a stored quote other lines and another last day; only when writing.

        What stays as it is is not written: a laptop sends no more than what was changed.
        """
        ...


class AttachmentRepository(Protocol):
    """Photos and files of contacts."""

    def add(self, draft: AttachmentDraft, *, user: CurrentUser, at: datetime) -> bool:
        """Store an attachment; False where this very one is stored already; only when writing."""
        ...

    def of_customer(self, customer_id: UUID) -> list[AttachmentLine]:
        """Return a customer's attachments, the newest first."""
        ...

    def content(self, attachment_id: UUID) -> tuple[AttachmentLine, bytes] | None:
        """Return an attachment with its whole content; None where that is not here."""
        ...
