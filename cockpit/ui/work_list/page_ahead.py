"""Makes the pages that come next ready while nobody presses a key."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

#: So long after a scroll: before the next repeat of a key that is held down.
_AFTER_SCROLL_MS = 10
#: So long after other rows came: nobody types any more.
_AFTER_ROWS_MS = 120
#: So long between two pages: a key that is pressed meanwhile waits for one at most.
_BETWEEN_MS = 60
#: So many pages after other rows came: of 100,000 customers, those whom a word's first two letters
#: put on top are nearly always among the first 250 of the list.
_PAGES = 10


class PageAhead(QObject):
    """Waits for a pause, and has the pages made ready that come next.

    After a scroll it is the one in its direction; after other rows came it is the first ones, which
    a search narrows.
    """

    def __init__(self, prepare: Callable[[int], bool], parent: QObject) -> None:
        """Remember how.

        Args:
            prepare: Makes the page ready that is so many pages from the one in sight; False where
                there is none.
            parent: Its owner.
        """
        super().__init__(parent)
        self._prepare = prepare
        self._waiting: list[int] = []
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._on_pause_timeout)

    def note_rows(self) -> None:
        """Take note that other rows are shown, from their beginning on."""
        self._waiting = list(range(1, _PAGES + 1))
        self._pause.start(_AFTER_ROWS_MS)

    def note_scroll(self, direction: int) -> None:
        """Take note that the user scrolls down (1) or up (-1)."""
        self._waiting = [direction]
        self._pause.start(_AFTER_SCROLL_MS)

    @Slot()
    def _on_pause_timeout(self) -> None:
        if self._prepare(self._waiting.pop(0)) and self._waiting:
            self._pause.start(_BETWEEN_MS)
