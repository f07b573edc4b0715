"""What administrators ask of the server about laptops."""

from collections.abc import Sequence
from typing import Protocol

from cockpit.domain.laptops import Decision, Laptop, SetAside


class LaptopKeeper(Protocol):
    """The team's laptops, and what they brought and nobody could store."""

    def laptops(self) -> Sequence[Laptop]:
        """Return all laptops, the last one seen first."""
        ...

    def decide(self, laptop: Laptop, decision: Decision) -> None:
        """Revoke a laptop, let it in again, or have it read everything anew.

        Raises:
            BadInputError: It is to be let in, and its key is gone.
        """
        ...

    def quarantine(self) -> Sequence[SetAside]:
        """Return everything that was ever set aside, in the order of arrival."""
        ...

    def store(self, fact: SetAside) -> str:
        """Try to store a fact after all; return why it cannot be, empty where it is there now.

        Raises:
            BadInputError: It was decided about before.
        """
        ...

    def discard(self, fact: SetAside, why: str) -> None:
        """Decide that a fact is not to be stored; its row is kept.

        Raises:
            BadInputError: No reason is given, or it was decided about before.
        """
        ...
