"""Who waits while a laptop is set up: told how far it is, and able to stop it at any moment."""

from collections.abc import Callable
from threading import Lock

from cockpit.data.server_link import ServerLink
from cockpit.domain.errors import BadInputError


def _ignored(_table: str, _count: int) -> None:
    """Nobody wants to know."""


class SetUpWatch:
    """Used by two threads: the one that sets up, and the one that stops it."""

    def __init__(
        self, tell: Callable[[str], object], count: Callable[[str, int], object] = _ignored
    ) -> None:
        """Take who is told; both are called on the thread that sets up.

        Args:
            tell: Takes what is under way: ``accepting``, ``registering``, ``fetching``.
            count: Takes a table, and how many rows of it came.
        """
        self._tell, self._count = tell, count
        self._lock = Lock()
        self._link: ServerLink | None = None
        self._is_stopped = False

    def attend(self, link: ServerLink) -> ServerLink:
        """Take the way to the server that is used from now on.

        Raises:
            BadInputError: It was stopped.
        """
        with self._lock:
            self._link = link
        self.check()
        return link

    def tell(self, key: str) -> None:
        """Tell what is under way.

        Raises:
            BadInputError: It was stopped.
        """
        self.check()
        self._tell(key)

    def count(self, table: str, rows: int) -> None:
        """Tell that rows came.

        Raises:
            BadInputError: It was stopped.
        """
        self.check()
        self._count(table, rows)

    def check(self) -> None:
        """Go on, unless somebody stopped it.

        Raises:
            BadInputError: Somebody did.
        """
        if self._is_stopped:
            raise BadInputError("field_cancelled")

    def stop(self) -> None:
        """Stop it, from any thread; whoever waits for the server waits no longer."""
        with self._lock:
            self._is_stopped = True
            link = self._link
        if link is not None:
            link.interrupt()
