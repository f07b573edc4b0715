"""How a window that works on a file comes to a team's server."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Joining:
    """What an invitation needs.

    Attributes:
        accept: Accepts an invitation's line with an own password, or with one for the keyring
            where that is None, and returns the server's name. Runs on a worker thread and raises
            ``GiroError``.
        restart: Ends the program and opens it again, on the server.
        least_length: How long an own password is at least.
    """

    accept: Callable[[str, str | None], str]
    restart: Callable[[], None]
    least_length: int
