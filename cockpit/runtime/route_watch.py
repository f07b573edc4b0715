"""Notices that this computer has a network again, or another one."""

import socket
from collections.abc import Callable

#: Addresses of no computer (RFC 5737, RFC 3849): where the way there would begin is asked, and
#: nothing is sent.
_NOWHERE = (
    (socket.AF_INET, ("192.0.2.1", 9)),
    (socket.AF_INET6, ("2001:db8::1", 9)),
)


def own_addresses() -> tuple[str, ...]:
    """Return this computer's addresses on the way out, by IPv4 and IPv6; none without a network.

    The system looks into its own tables: it takes microseconds and waits for nobody.
    """
    found: list[str] = []
    for family, nowhere in _NOWHERE:
        try:
            with socket.socket(family, socket.SOCK_DGRAM) as way:
                way.connect(nowhere)
                found.append(str(way.getsockname()[0]))
        except OSError:
            continue
    return tuple(found)


class RouteWatch:
    """Compares this computer's addresses with those of the last look."""

    def __init__(self, addresses: Callable[[], tuple[str, ...]] = own_addresses) -> None:
        """Begin to compare."""
        self._addresses = addresses
        self._seen = frozenset(addresses())

    def has_come(self) -> bool:
        """Return whether there is an address that was not there at the last call."""
        before, self._seen = self._seen, frozenset(self._addresses())
        return bool(self._seen - before)
