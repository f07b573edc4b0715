"""Counts what waits to be read, and counts again whenever somebody changed it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.errors import GiroError
from cockpit.runtime.task_runner import Lane
from cockpit.ui.context import UiContext


class UnreadCounter(QObject):
    """One figure of the window, such as the post-its in the status bar."""

    #: So many wait to be read (int).
    counted = Signal(int)

    def __init__(
        self, ctx: UiContext, topic: Topic, unread: Callable[[], int], parent: QObject
    ) -> None:
        """Count from now on when asked to, or when something was committed.

        Args:
            ctx: What every screen is given.
            topic: What has to change for another figure.
            unread: Counts, in the background.
            parent: Who shows the figure.
        """
        super().__init__(parent)
        self._ctx, self._topic, self._unread = ctx, topic, unread
        ctx.feed.changed.connect(self._on_feed_changed)

    @Slot()
    def count(self) -> None:
        """Count what waits to be read."""
        self._ctx.runner.submit(
            self._unread,
            lane=Lane.READ,
            owner=self,
            key="unread",
            on_result=self.counted.emit,
            on_error=self._on_error,
        )

    @Slot(object)
    def _on_feed_changed(self, notice: ChangeNotice) -> None:
        if notice.touches(self._topic):
            self.count()

    def _on_error(self, error: Exception) -> None:
        """Leave the figure as it is: the list says what is wrong with the database."""
        if not isinstance(error, GiroError):
            raise error
