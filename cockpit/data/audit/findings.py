"""What a check has found so far."""

from typing import NamedTuple

from cockpit.domain.audit import Finding, FindingKind


class Place(NamedTuple):
    """Where a fact is."""

    entity: str
    row_id: str
    device_id: str
    number: int


class Findings:
    """Collects findings: all are counted, the first are named.

    Attributes:
        named: The first ones.
        count: How many there are.
    """

    def __init__(self, most: int) -> None:
        """Prepare to name so many."""
        self._most = most
        self._places: set[tuple[str, int]] = set()
        self.named: list[Finding] = []
        self.count = 0

    def tell(self, kind: FindingKind, place: Place) -> None:
        """Take a finding."""
        self.count += 1
        if len(self.named) < self._most:
            self.named.append(Finding(kind, *place))
            if place.device_id:
                self._places.add((place.device_id, place.number))

    def has(self, device_id: str, number: int) -> bool:
        """Return whether a fact was named already."""
        return (device_id, number) in self._places
