"""What is kept on this computer while the server is away, and who asks whether it is back."""

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from cockpit.domain.kept_writes import KeptWrite
from cockpit.domain.messages import Message


class KeptFile(Protocol):
    """Keeps writes in their order; safe to use from several threads.

    What is put in is on the disk when the call returns.
    """

    @property
    def is_lasting(self) -> bool:
        """Return whether what is kept outlives the program."""
        ...

    def put(self, write: KeptWrite) -> None:
        """Keep a write at the end, in place of a former one of the same key.

        Raises:
            DatabaseError: It cannot be kept either: this computer's disk is full, say.
        """
        ...

    def waiting(self) -> Sequence[KeptWrite]:
        """Return what waits, in its order; without what was refused."""
        ...

    def refused(self) -> Sequence[KeptWrite]:
        """Return what the server does not take."""
        ...

    def drop(self, write: KeptWrite) -> None:
        """Let go of a write, unless another one was put in its place meanwhile."""
        ...

    def refuse(self, key: UUID, reason: Message) -> None:
        """Set a write aside, so that it holds up none behind it."""
        ...

    def retry(self) -> None:
        """Let what was refused wait again."""
        ...

    def close(self) -> None:
        """Give the file back."""
        ...


class ServerProbe(Protocol):
    """Asks the server whether it is there."""

    @property
    def standing(self) -> str:
        """Return what decides whom the user sees there, as of the last answer: to be compared."""
        ...

    def look(self) -> float:
        """Return how many seconds an answer took.

        Raises:
            DatabaseError: There is none, or the server is of no use as it stands.
        """
        ...
