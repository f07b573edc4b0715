"""One door to the desktop's notifications, whatever the desktop is.

On Linux they go to the session bus. Elsewhere, and where no such service runs, the tray has its
turn; it is a widget, so that the windows bring it along.
"""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject

from cockpit.runtime.task_runner import Lane, TaskRunner
from cockpit.services.ports import Notifier, Popup


class NotifierChain(QObject):
    """Asks one notifier after the other until one takes the notification.

    Lives on the GUI thread and never makes it wait.
    """

    def __init__(
        self,
        runner: TaskRunner,
        *,
        background: Sequence[Notifier],
        foreground: Sequence[Notifier],
        parent: QObject | None = None,
    ) -> None:
        """Set the order.

        Args:
            runner: Runs what may wait.
            background: Asked first, on the network lane.
            foreground: Asked afterwards, on the GUI thread, as the tray must be.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._runner = runner
        self._background = tuple(background)
        self._foreground = tuple(foreground)
        self._count = 0

    def notify(self, popup: Popup, then: Callable[[bool], None] | None = None) -> None:
        """Have one notification shown.

        Args:
            popup: What to show.
            then: Told on the GUI thread whether somebody took it; not after the program's end.
        """
        self._count += 1
        self._runner.submit(
            partial(_offer, self._background, popup),
            lane=Lane.NETWORK,
            owner=self,
            key=f"notification {self._count}",
            on_result=partial(self._go_on, popup, then),
            on_error=partial(self._go_on_after, popup, then),
        )

    def _go_on(self, popup: Popup, then: Callable[[bool], None] | None, is_taken: bool) -> None:
        is_taken = is_taken or _offer(self._foreground, popup)
        if then is not None:
            then(is_taken)

    def _go_on_after(
        self, popup: Popup, then: Callable[[bool], None] | None, error: Exception
    ) -> None:
        """Report a fault, which must not cost the user the notification."""
        self._runner.failed.emit(error)
        self._go_on(popup, then, is_taken=False)


def _offer(notifiers: Sequence[Notifier], popup: Popup) -> bool:
    return any(notifier.notify(popup) for notifier in notifiers)
