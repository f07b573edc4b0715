"""Notices what other processes commit, by asking over and over on a thread of its own.

A watcher over SQLite's ``data_version`` sees own commits too, and nothing tells them apart from a
foreign one in the same interval. Such a doubtful find is never thrown away: it waits a moment, so
that a burst of own saves costs one more refresh and not one each.
"""

import random
import threading
import time
from collections.abc import Callable

from cockpit.services.ports import ChangeWatcher

_JITTER = 0.2
_LONGEST_PAUSE_SECONDS = 30.0


class ForeignWatch:
    """Polls a watcher; calls back on its own thread.

    Attributes:
        poll_seconds: How often it asks, give or take a fifth, so that many programs on one server
            do not ask in step.
    """

    def __init__(
        self,
        watcher: ChangeWatcher,
        *,
        own_commits: Callable[[], int],
        on_found: Callable[[], None],
        on_failed: Callable[[Exception], None],
        poll_seconds: float,
        doubt_seconds: float,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """Prepare the watch.

        Args:
            watcher: What is asked; used and closed on the watch's thread alone.
            own_commits: Counts this process's commits.
            on_found: Told of a foreign change, or of one that may be.
            on_failed: Told of the first error of an outage.
            poll_seconds: How often to ask.
            doubt_seconds: How long a find that an own commit may explain waits.
            monotonic: A clock that never jumps, in seconds.
        """
        self.poll_seconds = poll_seconds
        self._watcher = watcher
        self._own_commits = own_commits
        self._on_found = on_found
        self._on_failed = on_failed
        self._doubt_seconds = doubt_seconds
        self._monotonic = monotonic
        self._counted = own_commits()
        self._doubted_at: float | None = None
        self._failures = 0
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="giro-watcher", daemon=True)

    def start(self) -> None:
        """Begin to ask."""
        self._thread.start()

    def stop(self) -> None:
        """End the thread and release the watcher."""
        self._stopped.set()
        if self._thread.is_alive():
            self._thread.join()

    def look(self) -> None:
        """Ask once and tell what there is to tell."""
        counted = self._own_commits()
        try:
            is_found = self._watcher.has_changed()
        except Exception as error:  # noqa: BLE001 - an outage pauses the watch, it never ends it
            self._failures += 1
            if self._failures == 1:
                self._on_failed(error)
            return
        is_found, self._failures = is_found or self._failures > 0, 0
        may_be_own = self._own_commits() != self._counted
        self._counted = counted
        self._settle(is_found, may_be_own)

    def pause(self) -> float:
        """Return the seconds until the next question; longer and longer during an outage."""
        seconds = self.poll_seconds * 2.0 ** min(self._failures, 16)
        longest = max(_LONGEST_PAUSE_SECONDS, self.poll_seconds)
        return min(seconds, longest) * random.uniform(1 - _JITTER, 1 + _JITTER)  # noqa: S311

    def _settle(self, is_found: bool, may_be_own: bool) -> None:
        now = self._monotonic()
        if is_found and may_be_own:
            self._doubted_at = now if self._doubted_at is None else self._doubted_at
        is_waiting_over = (
            self._doubted_at is not None and now - self._doubted_at >= self._doubt_seconds
        )
        if is_waiting_over or (is_found and not may_be_own):
            self._doubted_at = None
            self._on_found()

    def _run(self) -> None:
        while not self._stopped.wait(self.pause()):
            self.look()
        self._watcher.close()
