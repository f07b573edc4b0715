"""Notices and duties: who is told what, who does it, and how it leaves the house."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any, Protocol
from uuid import UUID

from cockpit.domain.collisions import Collision
from cockpit.domain.message_templates import MailServer
from cockpit.domain.notices import (
    Digest,
    DigestLetter,
    DutyHold,
    LeftCustomer,
    Notice,
    NoticeKind,
    PictureBar,
    PortfolioState,
    Recipient,
    WaitingLetter,
)
from cockpit.domain.vocabulary import NoticeChannel, NoticeState
from cockpit.services.ports.identity import CurrentUser


class DutyRepository(Protocol):
    """Named leases: their holder alone does the work, by the stored clock."""

    def take(
        self, name: str, *, user: CurrentUser, at: datetime, lease: timedelta
    ) -> DutyHold | None:
        """Take a duty that nobody holds; None where a lease runs, be it of this very device."""
        ...

    def renew(self, hold: DutyHold, *, at: datetime, lease: timedelta) -> bool:
        """Go on holding a duty; False where somebody else took it meanwhile.

        In the transaction of what is written under the duty: nobody takes it before the commit.
        """
        ...

    def release(self, hold: DutyHold, *, at: datetime) -> None:
        """Let others take the duty at once, unless somebody did."""
        ...


class NoticeRepository(Protocol):
    """Reads for notices and, in a writing unit, what becomes of them."""

    def recipients(self) -> list[Recipient]:
        """Return the active users by name."""
        ...

    def set_email(self, user_id: UUID, email: str) -> None:
        """Store where a user gets e-mail; empty takes the address away."""
        ...

    def left_cycle(
        self, owner_ids: Collection[UUID] | None = None, *, since: date, until: date
    ) -> list[LeftCustomer]:
        """Return who became at risk, inactive or lost within these days, the dearest first.

        The first judgements of all are no change of anybody.

        Args:
            owner_ids: Whose customers; None means everybody's that have an owner.
            since: The first day.
            until: The last one.
        """
        ...

    def portfolios(self) -> list[PortfolioState]:
        """Return how each portfolio stands, the one with most at risk first."""
        ...

    def last_told(self, kind: NoticeKind) -> Mapping[UUID, Mapping[str, Any]]:
        """Return the stored digest that each user was told last."""
        ...

    def add(
        self,
        user_id: UUID,
        kind: NoticeKind,
        channel: NoticeChannel,
        *,
        period: date,
        document: Mapping[str, Any],
        at: datetime,
    ) -> bool:
        """Add a notice to its period; False where it is there already."""
        ...

    def waiting_letters(self, *, at: datetime) -> list[WaitingLetter]:
        """Return the e-mails that are to be sent now, oldest first."""
        ...

    def give_up_letters(self, *, at: datetime) -> int:
        """Mark those that are too old as failed; return how many."""
        ...

    def begin_letter(self, letter: WaitingLetter, *, at: datetime) -> bool:
        """Mark a letter as under way; False where somebody else did."""
        ...

    def end_letter(self, notice_id: UUID, state: NoticeState, *, detail: str, at: datetime) -> None:
        """Store what became of a letter; one that was sent stays sent."""
        ...

    def inbox(self, user: CurrentUser, *, limit: int) -> list[Notice]:
        """Return a user's notices on screen, the newest first."""
        ...

    def unread_collisions(self, user: CurrentUser) -> Mapping[UUID, Collision]:
        """Return the collisions of which a user was told and did not read yet, by the notice."""
        ...

    def mark_read(self, notice_ids: Iterable[UUID], *, user: CurrentUser, at: datetime) -> int:
        """Mark a user's notices as read; return how many were not."""
        ...


class DigestPainter(Protocol):
    """Paints a digest's picture, on any thread."""

    def paint(self, title: str, bars: Sequence[PictureBar]) -> bytes:
        """Return a PNG of these bars."""
        ...


class DigestWriter(Protocol):
    """Puts a digest into words."""

    def write(
        self, digest: Digest, recipient: Recipient, message_id: UUID, *, today: date
    ) -> DigestLetter:
        """Return the letter in the recipient's language."""
        ...


class DigestSender(Protocol):
    """Hands digests to the mail server."""

    def send_digest(self, letter: DigestLetter, server: MailServer, password: str | None) -> None:
        """Hand one over.

        Raises:
            MailError: It was not taken, or nobody knows.
        """
        ...
