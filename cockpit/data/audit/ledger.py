"""All facts of a database by device and number, each as 33 bytes."""

from collections.abc import Iterator

from cockpit.data.audit.seals import NOTHING

#: Stands for a fact whose content the login may not read.
HIDDEN = 255


class DeviceLedger:
    """The facts of one device, by their numbers.

    Attributes:
        kinds: Per number, from 1, the place of the fact's table plus one; 0 where there is none.
        digests: Per number the fact's digest.
    """

    __slots__ = ("digests", "kinds")

    def __init__(self) -> None:
        self.kinds = bytearray()
        self.digests = bytearray()

    def put(self, number: int, kind: int, digest: bytes) -> bool:
        """Take a fact; return whether its number was free."""
        missing = number - len(self.kinds)
        if missing > 0:
            self.reach(number)
        elif self.kinds[number - 1]:
            return False
        self.kinds[number - 1] = kind
        self.digests[32 * number - 32 : 32 * number] = digest
        return True

    def reach(self, number: int) -> None:
        """Have places up to a number."""
        missing = number - len(self.kinds)
        if missing > 0:
            self.kinds += bytes(missing)
            self.digests += NOTHING * missing

    def span(self, after: int, upto: int) -> bytearray:
        """Return the digests of a span; those beyond the last fact are nothing."""
        found = self.digests[32 * after : 32 * upto]
        return found + bytes(32 * (upto - after) - len(found))

    def gaps(self) -> Iterator[tuple[int, int]]:
        """Return the spans without facts: the number before the first, and the last."""
        at = self.kinds.find(0)
        while at >= 0:
            end = at
            while end < len(self.kinds) and not self.kinds[end]:
                end += 1
            yield at, end
            at = self.kinds.find(0, end)
