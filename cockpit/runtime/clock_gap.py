"""Notices that the machine slept or that its clock was set."""

import time
from collections.abc import Callable

#: How often the clocks are compared, in seconds.
CHECK_SECONDS = 4.0
_TOLERANCE_SECONDS = 2.0


class ClockGapDetector:
    """Compares the wall clock with a monotonic one.

    In suspend most systems stop the monotonic clock, so that the wall clock runs ahead of it. Where
    it goes on (Windows), the check itself comes far too late. A clock that is set, by hand or by
    the network, parts from the monotonic one in either direction.
    """

    def __init__(
        self,
        wall: Callable[[], float] = time.time,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """Begin to compare two clocks, both in seconds."""
        self._wall = wall
        self._monotonic = monotonic
        self._seen = wall(), monotonic()

    def has_gap(self) -> bool:
        """Return whether time jumped or was slept away since the last call."""
        before_wall, before_monotonic = self._seen
        self._seen = wall, monotonic = self._wall(), self._monotonic()
        passed = monotonic - before_monotonic
        is_late = passed > 3 * CHECK_SECONDS
        return is_late or abs(wall - before_wall - passed) > _TOLERANCE_SECONDS
