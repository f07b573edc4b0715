"""Makes the page that comes next ready while nobody presses a key."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

#: So long after a scroll: before the next repeat of a key that is held down.
_AFTER_SCROLL_MS = 10
#: So long after other rows came: nobody types any more.
_AFTER_ROWS_MS = 120


class PageAhead(QObject):
    """Waits for a pause, and has the next page in the direction of the last scroll made ready."""

    def __init__(self, prepare: Callable[[int], object], parent: QObject) -> None:
        """Remember how.

        Args:
            prepare: Makes the page ready that is so many pages from the one in sight.
            parent: Its owner.
        """
        super().__init__(parent)
        self._prepare = prepare
        self._direction = 1
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._on_pause_timeout)

    def note_rows(self) -> None:
        """Take note that other rows are shown, from their beginning on."""
        self._direction = 1
        self._pause.start(_AFTER_ROWS_MS)

    def note_scroll(self, direction: int) -> None:
        """Take note that the user scrolls down (1) or up (-1)."""
        self._direction = direction
        self._pause.start(_AFTER_SCROLL_MS)

    @Slot()
    def _on_pause_timeout(self) -> None:
        self._prepare(self._direction)
