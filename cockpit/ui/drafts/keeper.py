"""Unsaved words, kept per customer: neither changing clients nor a crash loses one."""

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QObject, QTimer, Slot

from cockpit.domain.clock import Clock
from cockpit.domain.drafts import KEPT_AT
from cockpit.runtime.preferences import Preferences

DEBOUNCE_MS = 500

Document: TypeAlias = dict[str, object]


class DraftKeeper(QObject):
    """Stores what was typed at most a moment after a keystroke, off the GUI thread.

    A place (see ``places``) has one draft: a document of texts, or none.
    """

    def __init__(self, preferences: Preferences, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._clock = clock
        self._waiting: tuple[str, Callable[[], Document]] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DEBOUNCE_MS)
        self._timer.timeout.connect(self.flush)

    def keep_soon(self, place: str, read: Callable[[], Document]) -> None:
        """Store what ``read`` returns in a moment, however long the typing goes on.

        An empty document says that there is nothing to lose.
        """
        self._waiting = (place, read)
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def flush(self) -> None:
        """Store at once what waits to be stored."""
        self._timer.stop()
        if self._waiting is None:
            return
        (place, read), self._waiting = self._waiting, None
        document = read()
        if document == self.recall(place):
            return
        if document:
            kept_at = self._clock.now().isoformat(timespec="seconds")
            document = {**document, KEPT_AT: kept_at}
        self._preferences.set_value(place, document or None)

    def recall(self, place: str) -> Document:
        """Return the unsaved words of a place, or an empty document."""
        nothing: Document = {}
        stored = self._preferences.value(place, nothing)
        return {name: value for name, value in stored.items() if name != KEPT_AT}

    def forget(self, place: str) -> None:
        """Drop the unsaved words of a place, because they are saved now."""
        if self._waiting is not None and self._waiting[0] == place:
            self._waiting = None
            self._timer.stop()
        if self.recall(place):
            self._preferences.set_value(place, None)
