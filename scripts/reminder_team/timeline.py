"""The true time of a simulation, and what is to happen in it."""

import heapq
from collections.abc import Callable
from datetime import UTC, datetime

#: A Monday, midnight in São Paulo.
START = datetime(2026, 3, 2, 3, tzinfo=UTC).timestamp()
HOUR, DAY = 3600.0, 86_400.0


class Timeline:
    """Events in the order of their time, in seconds since the start."""

    def __init__(self) -> None:
        self.now = 0.0
        self._count = 0
        self._events: list[tuple[float, int, Callable[[], None]]] = []

    def at(self, moment: float, action: Callable[[], None]) -> None:
        """Let something happen at a moment; at once where that is past."""
        self._count += 1
        heapq.heappush(self._events, (max(moment, self.now), self._count, action))

    def after(self, seconds: float, action: Callable[[], None]) -> None:
        """Let something happen after a while."""
        self.at(self.now + seconds, action)

    def run(self, until: float) -> None:
        """Let time pass."""
        while self._events and self._events[0][0] <= until:
            self.now, _, action = heapq.heappop(self._events)
            action()
        self.now = until
