"""When to ask the table of reminders: a state machine without clock, thread or Qt.

Whoever drives it tells what happens and does what it orders; the window's reminder clock is one
driver, the simulated team of ``scripts/simulate_reminders.py`` is another. One question is under
way at a time and is never given up, because its answer may hold reminders that were claimed for
this user. An alarm too many costs one query; a lost one is noticed at the next check.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from cockpit.domain.agenda import SHOW_LEASE
from cockpit.runtime.clock_gap import ClockGapDetector

#: After a failure the table is asked again so much later.
RETRY = timedelta(seconds=30)
#: After reminders were raised, so that thousands of one minute do not come one by one.
GATHER = timedelta(seconds=1)
#: An answer that took longer is not shown: another program may have been given the same meanwhile.
FRESH = SHOW_LEASE / 2


@dataclass(frozen=True, slots=True)
class Orders:
    """What the driver is to do.

    Attributes:
        asks: Whether to ask the table now.
        reclaims: Whether to ask as a program that just began: what this device took before is
            not being shown.
        shows: Whether what the answer raised is to be shown.
        sets_alarm: Whether to set the alarm anew, or to cancel it.
        ring_after: When it is to ring; None cancels it.
    """

    asks: bool = False
    reclaims: bool = False
    shows: bool = False
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
        self._reclaims = True
        self._raised_at: datetime | None = None

    def start(self, now: datetime) -> Orders:
        """Begin with what fell due while nobody was there."""
        self._is_running = True
        return self.replan(now)

    def stop(self) -> None:
        """Order nothing any more."""
        self._is_running = False

    def replan(self, now: datetime) -> Orders:
        """Ask the table, or ask it later where a question is under way or was just answered."""
        if not self._is_running:
            return _NOTHING
        if self._is_asking:
            self._must_ask_again = True
            return _NOTHING
        if self._raised_at is not None and timedelta(0) <= now - self._raised_at < GATHER:
            self.next_at = self._raised_at + GATHER
            return Orders(sets_alarm=True, ring_after=self.next_at - now)
        self._is_asking = True
        return Orders(asks=True, reclaims=self._reclaims)

    def check(self, now: datetime) -> Orders:
        """Replan where the clock jumped, the machine slept, or an alarm did not ring."""
        is_overdue = self.next_at is not None and self.next_at <= now
        has_gap = self._detector.has_gap()
        return self.replan(now) if has_gap or is_overdue else _NOTHING

    def take_answer(
        self, next_at: datetime | None, now: datetime, *, raised_at: datetime | None = None
    ) -> Orders:
        """Take what the table said.

        Args:
            next_at: When the next reminder falls due.
            now: The present instant.
            raised_at: When it was asked, where it gave reminders to show.
        """
        shows = raised_at is not None and timedelta(0) <= now - raised_at < FRESH
        self._reclaims = raised_at is not None and not shows
        self._must_ask_again |= self._reclaims
        self._raised_at = now if shows else None
        return self._go_on(next_at, now, shows=shows)

    def take_failure(self, now: datetime) -> Orders:
        """Take that the table could not be asked; it is asked again after a while."""
        return self._go_on(now + RETRY, now, shows=False)

    def put_off(self, until: datetime | None, now: datetime) -> Orders:
        """Take that the user wants quiet, and ask nothing before it ends; None asks for no end."""
        return self._go_on(until, now, shows=False)

    def _go_on(self, next_at: datetime | None, now: datetime, *, shows: bool) -> Orders:
        self._is_asking = False
        if not self._is_running:
            return _NOTHING
        asks_later = self._must_ask_again or (next_at is not None and next_at < now + GATHER)
        if shows and asks_later:
            next_at = now + GATHER
        self._is_asking = self._must_ask_again and not shows
        self._must_ask_again = False
        self.next_at = next_at
        return Orders(
            asks=self._is_asking,
            reclaims=self._is_asking and self._reclaims,
            shows=shows,
            sets_alarm=True,
            ring_after=None if next_at is None else next_at - now,
        )
