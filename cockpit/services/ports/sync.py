"""What the synchronisation needs of the laptop's file and of the way to the server."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from cockpit.domain.sync import (
    Applied,
    Backlog,
    ConflictItem,
    Entry,
    Greeting,
    LogEntry,
    Outcome,
    Pulled,
    Said,
    Standing,
    Storage,
    SyncReport,
    WaitingItem,
)


class ReplicaStore(Protocol):
    """A laptop's file, as the synchronisation sees it; each call is one transaction."""

    def standing(self) -> Standing:
        """Return what the file knows of itself."""
        ...

    def note_greeting(self, greeting: Greeting, *, at: datetime) -> None:
        """Store that the server answered, when, and how long the key lives without it.

        Where the server is another than before (its epoch), what was sent in the last
        ``OFFERED_AGAIN`` waits again, and the cursor is 0.
        """
        ...

    def to_send(self, limit: int) -> Sequence[Entry]:
        """Return the next facts and changes in their order; hashes that miss are stored before."""
        ...

    def settle(self, outcomes: Sequence[Outcome], *, at: datetime) -> int:
        """Store what became of entries: they wait no more; return how many are questions now.

        Of what was refused the server's row is put in the place of the user's, whose wish goes to
        the conflicts.
        """
        ...

    def carried_now(self) -> frozenset[UUID]:
        """Return the customers in the file."""
        ...

    def apply(self, pulled: Pulled, *, at: datetime) -> Applied:
        """Store the server's rows and the new cursor together, or nothing of both.

        Nothing is stored where changes of the user's wait to be sent, or where the file's cursor is
        no longer the one that was asked with.
        """
        ...

    def become(self, device_id: UUID) -> None:
        """Give what waits the numbers of another device: this file is a copy of another's."""
        ...

    def stop(self, why: str) -> None:
        """Store why the file does not synchronise any more; empty lets it again."""
        ...

    def note(self, kind: str, *, at: datetime, **detail: object) -> None:
        """Add a line to the log."""
        ...

    def unsent_contents(self) -> Sequence[tuple[UUID, UUID, int]]:
        """Return pieces of attachments whose text the server has: key, attachment and part."""
        ...

    def content(self, key: UUID) -> bytes:
        """Return one piece."""
        ...

    def settle_content(self, key: UUID, *, at: datetime) -> None:
        """Store that the server has one piece."""
        ...

    def park_contents(self, attachment_id: UUID, why: str, *, at: datetime) -> None:
        """Let an attachment's pieces wait no more: the server does not take them."""
        ...


class SyncTransport(Protocol):
    """The way to the server; errors are ``ServerAwayError`` and ``ServerRefusedError``."""

    def greet(self, said: Said) -> Greeting:
        """Say who one is; one round trip."""
        ...

    def push(self, device_id: UUID, entries: Sequence[Entry]) -> Sequence[Outcome]:
        """Send entries in one transaction; one round trip.

        Returns:
            What became of them; of fewer where the server has another fact under a number.

        Raises:
            ClonedError: It has another one under the first number.
        """
        ...

    def pull(self, said: Said, *, known: Collection[UUID], is_whole: bool) -> Pulled:
        """Read what is new for a laptop at one instant.

        Args:
            said: Its cursor and the digest of whom it carries.
            known: The customers in its file.
            is_whole: Everything is read, whatever the cursor says.
        """
        ...

    def register(self, device_id: UUID, name: str) -> None:
        """Make this laptop known to the server, as the login's own."""
        ...

    def escrow(self, device_id: UUID, key: bytes) -> None:
        """Leave a copy of the file's key with the server."""
        ...

    def note_wiped(self, device_id: UUID) -> None:
        """Tell that the key is gone."""
        ...

    def send_content(self, attachment_id: UUID, part: int, content: bytes) -> str:
        """Send one piece of an attachment; return why it is not taken, empty where it is."""
        ...

    def close(self) -> None:
        """Hang up."""
        ...


class Synchroniser(Protocol):
    """What screens and commands ask for; safe to call from any thread but the painting one."""

    def synchronise(self) -> SyncReport:
        """Do one whole synchronisation."""
        ...

    def standing(self) -> Standing:
        """Return what the file knows of itself."""
        ...

    def waiting(self) -> Sequence[WaitingItem]:
        """Return what waits, oldest first."""
        ...

    def backlog(self) -> Backlog:
        """Return how much of what the file has the server has not."""
        ...

    def conflicts(self) -> Sequence[ConflictItem]:
        """Return what waits for a decision, oldest first."""
        ...

    def decide(self, key: UUID, *, is_mine: bool) -> None:
        """Keep the server's row, or ask for one's own change once more.

        Raises:
            ConflictError: The row is gone, or another change of it stands in the way.
        """
        ...

    def log(self) -> Sequence[LogEntry]:
        """Return the newest lines first."""
        ...

    def storage(self) -> Storage:
        """Return what the file takes."""
        ...
