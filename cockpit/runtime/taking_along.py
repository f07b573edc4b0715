"""How a window makes its computer a laptop in the field."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody filled in; what was not asked for is empty.

    Attributes:
        invitation: The line of an invitation; in its place stand the next three.
        server: Where the server is: ``host``, ``host:port/database``, or a whole address.
        login: Whose login.
        password: Of the login; with an invitation, the one that the person chose.
        passphrase: Under which the key is to lie, where there is no keyring.
    """

    invitation: str = field(default="", repr=False)
    server: str = ""
    login: str = ""
    password: str = field(default="", repr=False)
    passphrase: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Taken:
    """What came along: how many customers, and how many rows of everything about them."""

    customers: int
    rows: int


class TakingAlong(Protocol):
    """What the dialog needs; all but ``stop`` and the attributes may be slow.

    Attributes:
        server: The address of the server that the window works on; empty where it is a file's.
        least_password: How long an own password is at least; ``least_passphrase`` likewise.
    """

    server: str
    least_password: int
    least_passphrase: int

    def has_keyring(self) -> bool:
        """Return whether the system keeps keys and passwords; on a worker thread."""
        ...

    def take(
        self,
        wanted: Wanted,
        tell: Callable[[str], object],
        count: Callable[[str, int], object],
    ) -> Taken:
        """Do it; on a worker thread, where both are called too.

        Args:
            wanted: What was filled in.
            tell: Takes what is under way: ``accepting``, ``registering``, ``fetching``,
                ``judging``.
            count: Takes a table, and how many rows of it came.

        Raises:
            GiroError: It cannot be done, or was stopped; nothing is left of it then.
        """
        ...

    def stop(self) -> None:
        """Stop what is under way; from any thread."""
        ...

    def restart(self) -> None:
        """End the program and open it again, on what came along."""
        ...
