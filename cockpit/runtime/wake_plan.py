"""When to ask the table of reminders: a state machine without clock, thread or Qt.

Whoever drives it tells what happens and does what it orders; the window's reminder clock is one
driver, the simulated team of ``scripts/simulate_reminders.py`` is another. One question is under
way at a time and is never given up, because its answer may hold reminders that were claimed for
this user. An alarm too many costs one query; a lost one is noticed at the next check.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from cockpit.runtime.clock_gap import ClockGapDetector

#: After a failure the table is asked again so much later.
RETRY = timedelta(seconds=30)


@dataclass(frozen=True, slots=True)
class Orders:
    """What the driver is to do.

    Attributes:
        asks: Whether to ask the table now.
        sets_alarm: Whether to set the alarm anew, or to cancel it.
        ring_after: When it is to ring; None cancels it.
    """

    asks: bool = False
    sets_alarm: bool = False
    ring_after: timedelta | None = None


_NOTHING = Orders()


class WakePlan:
    """Decides when the table is asked.

    Attributes:
        next_at: When the next reminder falls due, as the last answer said; None while none is
            armed.
    """

    def __init__(self, detector: ClockGapDetector | None = None) -> None:
        """Prepare the plan; ``detector`` compares the machine's two clocks."""
        self.next_at: datetime | None = None
        self._detector = detector or ClockGapDetector()
        self._is_running = False
        self._is_asking = False
        self._must_ask_again = False

    def start(self) -> Orders:
        """Begin with what fell due while nobody was there."""
        self._is_running = True
        return self.replan()

    def stop(self) -> None:
        """Order nothing any more."""
        self._is_running = False

    def replan(self) -> Orders:
        """Ask the table, or ask it again where a question is under way."""
        if not self._is_running:
            return _NOTHING
        if self._is_asking:
            self._must_ask_again = True
            return _NOTHING
        self._is_asking = True
        return Orders(asks=True)

    def check(self, now: datetime) -> Orders:
        """Replan where the clock jumped, the machine slept, or an alarm did not ring."""
        is_overdue = self.next_at is not None and self.next_at <= now
        has_gap = self._detector.has_gap()
        return self.replan() if has_gap or is_overdue else _NOTHING

    def take_answer(self, next_at: datetime | None, now: datetime) -> Orders:
        """Take what the table said: when the next reminder falls due."""
        self._is_asking = False
        if not self._is_running:
            return _NOTHING
        self.next_at = next_at
        asks = self._must_ask_again
        if asks:
            self._must_ask_again = False
            self._is_asking = True
        wait = None if next_at is None else next_at - now
        return Orders(asks, sets_alarm=True, ring_after=wait)

    def take_failure(self, now: datetime) -> Orders:
        """Take that the table could not be asked; it is asked again after a while."""
        return self.take_answer(now + RETRY, now)
