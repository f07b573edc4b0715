"""Notices what other processes commit, by asking over and over on a thread of its own.

On a server it asks at once when another program rings, and rings for the commits of its own.
"""

import random
import threading
from collections.abc import Callable

from cockpit.domain.changes import ChangeNotice
from cockpit.services.ports import ChangeWatcher

_JITTER = 0.2
_LONGEST_PAUSE_SECONDS = 30.0
#: After a look from which something may have been hidden; doubled while it stays so.
_SHORT_PAUSE_SECONDS = 0.25


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
        on_found: Callable[[ChangeNotice], None],
        on_failed: Callable[[Exception], None],
        poll_seconds: float,
    ) -> None:
        """Prepare the watch.

        Args:
            watcher: What is asked; used and closed on the watch's thread alone.
            on_found: Told what others changed.
            on_failed: Told of the first error of an outage.
            poll_seconds: How often to ask.
        """
        self.poll_seconds = poll_seconds
        self._watcher = watcher
        self._on_found = on_found
        self._on_failed = on_failed
        self._failures = 0
        self._hidden = 0
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="giro-watcher", daemon=True)

    def start(self) -> None:
        """Begin to ask."""
        self._thread.start()

    def ring(self) -> None:
        """Let other programs look at once for what this one committed; from any thread."""
        bell = self._watcher.doorbell
        if bell is not None:
            bell.ring()

    def look_soon(self) -> None:
        """Ask without waiting for the pause to end, where that can be cut short."""
        bell = self._watcher.doorbell
        if bell is not None:
            bell.wake()

    def stop(self) -> None:
        """End the thread and release the watcher."""
        self._stopped.set()
        self.look_soon()
        if self._thread.is_alive():
            self._thread.join()

    def look(self) -> None:
        """Ask once and tell what there is to tell.

        What was committed during an outage is found after it: the watcher asks from where it was.
        """
        try:
            found = self._watcher.look()
        except Exception as error:  # noqa: BLE001 - an outage pauses the watch, it never ends it
            self._failures += 1
            if self._failures == 1:
                self._on_failed(error)
            return
        self._failures = 0
        self._hidden = self._hidden + 1 if self._watcher.may_hide else 0
        if found is not None:
            self._on_found(found)

    def pause(self) -> float:
        """Return the seconds until the next question; longer and longer during an outage.

        Short where something may have been hidden, and longer each time until it is as ever: on a
        busy server something always runs, and there rings come soon enough.
        """
        seconds = self.poll_seconds * 2.0 ** min(self._failures, 16)
        if self._hidden and not self._failures:
            seconds = min(seconds, _SHORT_PAUSE_SECONDS * 2.0 ** min(self._hidden - 1, 16))
        longest = max(_LONGEST_PAUSE_SECONDS, self.poll_seconds)
        return min(seconds, longest) * random.uniform(1 - _JITTER, 1 + _JITTER)  # noqa: S311

    def _run(self) -> None:
        while not self._is_stopped_within(self.pause()):
            self.look()
        self._watcher.close()

    def _is_stopped_within(self, seconds: float) -> bool:
        """Wait for the next question, shorter where somebody rings."""
        bell = self._watcher.doorbell
        if bell is None:
            return self._stopped.wait(seconds)
        if not self._stopped.is_set():
            bell.wait(seconds)
        return self._stopped.is_set()
