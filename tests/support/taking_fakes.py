"""A portfolio that comes at once, or does not come at all."""

from collections.abc import Callable

from cockpit.runtime.taking_along import Taken, Wanted


class FakeTaking:
    """Stands for the server and this computer; remembers what it was asked."""

    least_password, least_passphrase = 12, 8

    def __init__(self, server: str = "") -> None:
        self.server = server
        self.error: Exception | None = None
        self.wanted: list[Wanted] = []

    def has_keyring(self) -> bool:
        return True

    def take(
        self,
        wanted: Wanted,
        tell: Callable[[str], object],
        count: Callable[[str, int], object],
    ) -> Taken:
        self.wanted.append(wanted)
        if self.error is not None:
            raise self.error
        tell("fetching")
        count("customers", 312)
        return Taken(312, 41_806)

    def stop(self) -> None:
        """Nothing is under way."""

    def restart(self) -> None:
        """Nothing to open."""
