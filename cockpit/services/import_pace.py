"""How fast an import is, and how long it will still take."""

import time
from collections import deque
from collections.abc import Callable

from cockpit.domain.import_results import ImportProgress
from cockpit.services.ports import ParsedFile

#: Seconds that the rate looks back on: the first batches of a file are faster than the later ones.
WINDOW = 10.0


class Pace:
    """Follows one file.

    The rate is that of the last seconds, without what was stored before an import went on.
    """

    def __init__(
        self, file_name: str, parsed: ParsedFile, timer: Callable[[], float] = time.monotonic
    ) -> None:
        """Begin a file; the timer, in seconds, is given by tests only."""
        self._file_name = file_name
        self._parsed = parsed
        self._timer = timer
        self._marks = deque([(timer(), 0, 0)])

    def skip(self, position: int, lines: int) -> ImportProgress:
        """Return how far it is after a batch that was stored before: the rate begins anew."""
        self._marks = deque([(self._timer(), position, lines)])
        return self.at(position, lines)

    def at(self, position: int, lines: int) -> ImportProgress:
        """Return how far it is, with so much read and so many lines done."""
        now = self._timer()
        self._marks.append((now, position, lines))
        while len(self._marks) > 2 and self._marks[1][0] <= now - WINDOW:
            self._marks.popleft()
        since, first_position, first_lines = self._marks[0]
        seconds, read = now - since, position - first_position
        size = self._parsed.size
        return ImportProgress(
            file_name=self._file_name,
            kind=self._parsed.kind,
            position=position,
            size=size,
            lines=lines,
            lines_per_second=(lines - first_lines) / seconds if seconds > 0 else 0.0,
            seconds_left=max(size - position, 0) * seconds / read if read > 0 else None,
        )
